"""Sets of names → the same sentences with other names of the same kind: what a name is then follows from what is said of it (Dai & Adel 2020).

Names come from the sets themselves and from the package's own lexicons of places; no text is added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from .corpora import Gold, rows
from .name_sets import tagged

SETS = ("wikigold", "wnut17", "btc")
# Of these the names are taken, and the sentences of the first are changed.
CHANGED = "wikigold"
ROUNDS = 3  # changed copies of each sentence
SWAPPED = 0.6  # share of names that are exchanged in a copy
SENTENCES = 5  # of one document
KINDS = ("PER", "ORG", "LOC", "MISC")


def swapped_names(folder: Path, tokenizer: Any, *, seed: int = 1) -> Iterator[Gold]:
    """Give wikigold's train sentences with names exchanged, as documents of a few sentences."""
    pool = _pool(folder)
    rng = np.random.default_rng(seed)
    sentences = list(rows(folder / CHANGED / "train.jsonl.gz"))
    for _ in range(ROUNDS):
        changed = [_swapped(row, pool, rng) for row in sentences]
        for at in range(0, len(changed), SENTENCES):
            yield tagged(folder, "swapped", changed[at : at + SENTENCES], tokenizer)


def _pool(folder: Path) -> dict[str, list[list[str]]]:
    found: dict[str, dict[tuple[str, ...], None]] = defaultdict(dict)
    for name in SETS:
        for row in rows(folder / name / "train.jsonl.gz"):
            for start, end, kind in _names(row["tags"]):
                if end - start <= 5:
                    found[kind][tuple(row["tokens"][start:end])] = None
    return {kind: [list(name) for name in names] for kind, names in found.items()}


_KINDS = {"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG", "product": "MISC", "creative-work": "MISC"}


def _names(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """Give (first token, token after the last, kind) of each name."""
    start, kind = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        here = _KINDS.get(tag[2:], tag[2:]) if tag != "O" else ""
        if kind and (here != kind or tag[0] == "B"):
            yield start, at, kind
            kind = ""
        if here in KINDS and not kind:
            start, kind = at, here


def _swapped(row: dict[str, Any], pool: dict[str, list[list[str]]], rng: np.random.Generator) -> dict[str, Any]:
    tokens: list[str] = []
    tags: list[str] = []
    done = 0
    for start, end, kind in _names(row["tags"]):
        tokens += row["tokens"][done:start]
        tags += row["tags"][done:start]
        name = row["tokens"][start:end]
        if rng.random() < SWAPPED:
            name = pool[kind][int(rng.integers(len(pool[kind])))]
        tokens += name
        tags += [f"B-{kind}", *[f"I-{kind}"] * (len(name) - 1)]
        done = end
    return {"id": row["id"], "tokens": tokens + row["tokens"][done:], "tags": tags + row["tags"][done:]}
