"""Training documents read once and kept in one file, so that a run, on this machine or another, begins at once.

usage: python -m training.documents --out FILE [--silver FILE] [--data DIR] [--open-only]

The file holds word pieces of the sets' texts: it stays in a run directory and is never published.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from sayso.understand.sentences import sentences_of
from sayso.understand.word_pieces import Pieces

from .articles import polnear
from .corpora import OPEN_ARC, POINTERS, TAGS, Gold, blank, rows, training_documents
from .event_sets import marks
from .name_sets import re3d, tagged_names
from .trees import treebank

LABELS = (*TAGS, *POINTERS)
# Train texts that only the language of the field is learned from (training.pretrain) and that teachers label for a pupil: set, field of the text.
PLAIN = ("insight_crime", "lgl", "geowebnews", "geovirus", "satp", "ngec_synthetic", "ecbplus")
PLAIN_LONGEST = 12_000  # characters
LONGEST_SENTENCE = 100  # words


def plain(folder: Path, tokenizer: Any) -> Iterator[Gold]:
    """Texts without any label; their sentences are known, so that teachers can say which word governs which."""
    for name in PLAIN:
        for row in rows(folder / name / "train.jsonl.gz"):
            gold = blank(row["id"], "plain", row["text"][:PLAIN_LONGEST] + "\n", tokenizer)
            firsts = np.flatnonzero(np.diff(gold.pieces.words, prepend=-1) != 0)
            places = gold.pieces.starts[firsts]
            for number, sentence in enumerate(sentences_of(gold.text, gold.pieces.paragraphs)):
                low, high = np.searchsorted(places, (sentence.start, sentence.end))
                if high - low <= LONGEST_SENTENCE:
                    gold.sentence[firsts[low:high]], gold.arc[firsts[low:high]] = number, OPEN_ARC
            yield gold


def pack(groups: dict[str, list[Gold]], path: Path) -> None:
    """Write groups of documents (train, plain, dev sets) as arrays laid end to end; labels that a document lacks take no room."""
    every = [(group, gold) for group, documents in groups.items() for gold in documents]
    arrays: dict[str, np.ndarray] = {
        "group": np.array([group for group, _ in every]),
        "set": np.array([gold.set for _, gold in every]),
        "id": np.array([gold.id for _, gold in every]),
        "length": np.array([len(gold.pieces.ids) for _, gold in every], dtype=np.int32),
        "paragraphs": np.array([len(gold.pieces.borders) for _, gold in every], dtype=np.int32),
        "ids": np.concatenate([gold.pieces.ids for _, gold in every]).astype(np.uint16),
        "marks": np.concatenate([gold.pieces.marks for _, gold in every]).astype(np.uint8),
        "borders": np.concatenate([gold.pieces.borders for _, gold in every]).astype(np.int32),
        "words": np.concatenate([np.diff(gold.pieces.words, prepend=0) > 0 for _, gold in every]),
    }
    arrays["acts"] = np.concatenate([gold.acts for _, gold in every]).astype(np.int32)
    arrays["acts_of"] = np.array([len(gold.acts) for _, gold in every], dtype=np.int32)
    for name in LABELS:
        held = [getattr(gold, name) for _, gold in every]
        filled = np.array([bool((values != -100).any()) for values in held])
        arrays[f"has_{name}"] = filled
        kept = [values for values, is_filled in zip(held, filled, strict=True) if is_filled]
        arrays[name] = np.concatenate(kept).astype(np.int32) if kept else np.zeros(0, np.int32)
    np.savez_compressed(path, **arrays)


def unpack(path: Path) -> dict[str, list[Gold]]:
    """Read what `pack` wrote; texts and characters' places are not kept."""
    with np.load(path) as stored:
        arrays = {name: stored[name] for name in stored.files}
    groups: dict[str, list[Gold]] = {}
    at, border, place = 0, 0, dict.fromkeys(LABELS, 0)
    acts = np.split(arrays["acts"].astype(np.int64), np.cumsum(arrays["acts_of"])[:-1])
    nothing = np.zeros(0, dtype=np.int64)
    for number, (group, length) in enumerate(zip(arrays["group"].tolist(), arrays["length"].tolist(), strict=True)):
        end, last = at + length, border + int(arrays["paragraphs"][number])
        pieces = Pieces(
            arrays["ids"][at:end].astype(np.int64), nothing, nothing, np.cumsum(arrays["words"][at:end]),
            arrays["marks"][at:end].astype(np.int64), (), arrays["borders"][border:last].astype(np.int64), (),
        )  # fmt: skip
        labels = {}
        for name in LABELS:
            if arrays[f"has_{name}"][number]:
                labels[name] = arrays[name][place[name] : place[name] + length].astype(np.int64)
                place[name] += length
            else:
                labels[name] = np.full(length, -100, dtype=np.int64)
        gold = Gold(str(arrays["id"][number]), str(arrays["set"][number]), pieces, **labels, acts=acts[number])
        groups.setdefault(str(group), []).append(gold)
        at, border = end, last
    return groups


def read_sets(folder: Path, tokenizer: Any, *, open_only: bool, silver: Path | None) -> dict[str, list[Gold]]:
    """Read everything a run needs: documents to train on, texts without labels, and dev sets to choose by."""

    def some(documents: Iterable[Gold], most: int | None = None) -> list[Gold]:
        return list(islice(documents, most))

    return {
        "train": training_documents(folder, tokenizer, open_only=open_only, silver=silver),
        "plain": [] if open_only else some(plain(folder, tokenizer)),
        "polnear": some(polnear(folder, "dev", tokenizer)),
        "ewt": some(treebank(folder, "ewt", "dev", tokenizer), 160),
        "wikigold": some(tagged_names(folder, "wikigold", "dev", tokenizer)),
        "re3d": some(re3d(folder, "dev", tokenizer)),
        "marks": some(marks(tokenizer, held_out=True)),
    }


def main() -> None:
    from .train import tokenizer

    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--silver", type=Path)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_DATA", "../shared/data")))
    parser.add_argument("--open-only", action="store_true")
    options = parser.parse_args()
    groups = read_sets(options.data, tokenizer(), open_only=options.open_only, silver=options.silver)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    pack(groups, options.out)
    for name, documents in groups.items():
        print(f"{name}: {len(documents)} documents, {sum(len(d.pieces.ids) for d in documents):,} pieces")


if __name__ == "__main__":
    main()
