"""Sets of names → documents with entity labels: Wikipedia, social posts, conflict reports."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from .corpora import ENTITIES, MASK, Gold, blank, covered, joined, paint, rows
from .name_marking import named

_NATIONS = """Democrat Democrats Democratic Republican Republicans Muslim Muslims Christian Christians Jew Jews Jewish Islamic Islamist Islamists
European Europeans Arab Arabs Arabic Kurd Kurds Kurdish Sunni Sunnis Shiite Shiites Shia Catholic Catholics Protestant African Africans Asian
Asians Hispanic Latino Latinos Hindu Hindus Buddhist Yazidi Yazidis Palestinian Palestinians Western Soviet Communist Conservative Tory Tories
Labour Liberal Hutu Tutsi Rohingya Uyghur Uyghurs Chechen Chechens Tamil Tatar Tatars Scottish Welsh English"""


# Of the sets whose names we marked those that are openly licensed.
OPEN_SETS = ("ecbplus", "wikiwars")


@cache
def nationality_words(folder: Path) -> frozenset[str]:
    """Words that name a nation, creed or party, for sets that know only MISC or nothing."""
    words = set(_NATIONS.split())
    with gzip.open(folder / "lexicons" / "countries.csv.gz", "rt", encoding="utf8") as lines:
        for row in csv.DictReader(lines):
            words |= {w.strip() for w in (row["Nationality"] or "").split(",") if w.strip() and " of " not in w}
    return frozenset(words)


_TAG_NAMES = {
    "PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC", "person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG",
    "product": "MISC", "creative-work": "MISC",
}  # fmt: skip


def tagged_names(folder: Path, name: str, split: str, tokenizer: Any) -> Iterator[Gold]:
    """Name sets of token rows (wikigold, btc, wnut17), several sentences to a document, one a line."""
    nations = nationality_words(folder)
    batch: list[dict[str, Any]] = []
    for row in rows(folder / name / f"{split}.jsonl.gz"):
        batch.append(row)
        if len(batch) == 5:
            yield _tagged(name, batch, nations, tokenizer)
            batch = []
    if batch:
        yield _tagged(name, batch, nations, tokenizer)


def tagged(folder: Path, name: str, batch: list[dict[str, Any]], tokenizer: Any) -> Gold:
    """Give a document of a few token rows."""
    return _tagged(name, batch, nationality_words(folder), tokenizer)


def _tagged(name: str, batch: list[dict[str, Any]], nations: frozenset[str], tokenizer: Any) -> Gold:
    text, names = "", []
    for row in batch:
        line, spans = joined(row["tokens"])
        shift = len(text)
        text += line + "\n"
        previous = "O"
        for token, tag, (start, end) in zip(row["tokens"], row["tags"], spans, strict=True):
            label = _TAG_NAMES.get(tag[2:], "") if tag != "O" else ""
            if token in nations and label in ("", "MISC"):
                label, tag = "NORP", "B-NORP"
            if label and (tag[0] == "I" and previous == label):
                names[-1] = (names[-1][0], end + shift, label)
            elif label:
                names.append((start + shift, end + shift, label))
            previous = label
    gold = blank(batch[0]["id"], name, text, tokenizer)
    gold.entities[:] = 0
    for start, end, label in names:
        low, high = covered(gold.pieces, (start, end))
        if low < high:
            paint(gold.entities, low, high, ENTITIES.index(f"B-{label}"))
    return gold


_SMALL = ("of", "and", "for", "al", "bin", "ibn", "de", "in", "on", "the")
_RE3D = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "NORP"}


def re3d(folder: Path, split: str, tokenizer: Any) -> Iterator[Gold]:
    """Conflict reports; outermost spans of confidence 0.9 and more; the BBC part is never used.

    Its annotators marked phrases, common nouns and articles included ("the families of the victims"): all of them are `phrases`, and those
    without a common noun are names as well.
    """
    for row in rows(folder / "re3d" / f"{split}.jsonl.gz"):
        if "BBC" in row["origin"]:
            continue
        gold = blank(row["id"], "re3d", row["text"], tokenizer)
        gold.entities[:] = gold.phrases[:] = 0
        names = [e for e in row["entities"] if e["type"] in _RE3D and e["confidence"] >= 0.9]
        for one in sorted(names, key=lambda e: e["start"] - e["end"]):
            low, high = covered(gold.pieces, (one["start"], one["end"]))
            if low >= high or gold.phrases[low:high].any():
                continue
            begin = ENTITIES.index(f"B-{_RE3D[one['type']]}")
            paint(gold.phrases, low, high, begin)
            words = row["text"][one["start"] : one["end"]].split()
            if all(w[:1].isupper() or w in _SMALL for w in words) and words[0] not in ("The", "A", "An"):
                paint(gold.entities, low, high, begin)
            else:
                gold.entities[low:high] = MASK
        yield gold


def marked_names(tokenizer: Any, *, open_only: bool) -> Iterator[Gold]:
    """Passages of news and sentences of Wikipedia in which every name is marked (benchmarks/marks/names.jsonl); the rest of a text is masked."""
    for row, text in named():
        if open_only and row["set"] not in OPEN_SETS:
            continue
        gold = blank(row["doc"], "named", text if text.endswith("\n") else text + "\n", tokenizer)
        for span in row["sentences"]:
            low, high = covered(gold.pieces, tuple(span))
            gold.entities[low:high] = 0
        for start, end, label in row["names"]:
            low, high = covered(gold.pieces, (start, end))
            if low < high:
                paint(gold.entities, low, high, ENTITIES.index(f"B-{label}"))
        yield gold
