"""Training sets → documents of pieces with gold labels. Each reader gives what its set knows; what it does not know is masked.

Sets of unstated licence are left out by `open_only`. No text of any set leaves this folder's run directory.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from sayso.span import Span
from sayso.understand.word_pieces import Pieces, cut_pieces

ATTRIBUTION = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ENTITY_LABELS = ("PER", "ORG", "LOC", "NORP", "MISC")
ENTITIES = ("O", *(f"{edge}-{label}" for label in ENTITY_LABELS for edge in "BI"))
UPOS = (
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SYM",
    "VERB",
    "X",
)
MASK = -100

OPEN_SETS = ("ewt", "wikigold", "btc", "wnut17", "re3d")
UNSTATED_SETS = ("polnear", "polnear_silver")


@dataclass(slots=True, eq=False)
class Gold:
    """One text with its labels per piece; MASK where the set says nothing.

    Attributes:
        attribution, entities, upos: label indices.  Int64 (pieces,)
        link: for a piece of a source or content, the first piece of its cue; MASK elsewhere.  Int64 (pieces,)
    """

    id: str
    set: str
    pieces: Pieces
    attribution: np.ndarray
    entities: np.ndarray
    upos: np.ndarray
    link: np.ndarray
    text: str = field(repr=False, default="")


def blank(ident: str, name: str, text: str, tokenizer: Any) -> Gold:
    """Give a document with every label masked."""
    pieces = cut_pieces(text, tokenizer)
    count = len(pieces.ids)
    return Gold(ident, name, pieces, *(np.full(count, MASK, dtype=np.int64) for _ in range(4)), text=text)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Read a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            yield json.loads(line)


def covered(pieces: Pieces, span: tuple[int, int]) -> tuple[int, int]:
    """Give the range of pieces that lie in the span."""
    low = int(np.searchsorted(pieces.starts, span[0]))
    high = int(np.searchsorted(pieces.starts, span[1]))
    return low, high


def paint(tags: np.ndarray, low: int, high: int, begin: int) -> None:
    """Write B- at `low` and I- up to `high`; the I- label follows its B- label."""
    tags[low] = begin
    tags[low + 1 : high] = begin + 1


def attributions(gold: Gold, found: list[dict[str, Any]]) -> None:
    """Paint sources, cues and contents and their links; of two that overlap the first in the record stays."""
    gold.attribution[:] = 0
    for one in found:
        cues = [covered(gold.pieces, tuple(p)) for p in one.get("cue") or []]
        cues = [c for c in cues if c[0] < c[1]]
        for role, begin in (("cue", 3), ("source", 1), ("content", 5)):
            for piece in one.get(role) or []:
                low, high = covered(gold.pieces, tuple(piece))
                if low >= high or gold.attribution[low:high].any():
                    continue
                paint(gold.attribution, low, high, begin)
                if role != "cue" and cues:
                    gold.link[low:high] = cues[0][0]


def polnear(folder: Path, split: str, tokenizer: Any) -> Iterator[Gold]:
    """PolNeAR articles; train also carries the silver names of CoreNLP."""
    silver = silver_names(folder) if split == "train" else {}
    files = ["train", "annotator_training"] if split == "train" else [split]
    for name in files:
        for row in rows(folder / "polnear" / f"{name}.jsonl.gz"):
            gold = blank(row["id"], "polnear", row["text"], tokenizer)
            attributions(gold, row["attributions"])
            if row["id"] in silver:
                gold.entities[:] = 0
                for start, end, label in silver[row["id"]]:
                    low, high = covered(gold.pieces, (start, end))
                    if low < high:
                        paint(gold.entities, low, high, ENTITIES.index(f"B-{label}"))
            yield gold


def nationality_words(folder: Path) -> frozenset[str]:
    """Words that name a nation, creed or party, for sets that know only MISC or nothing."""
    words = set(
        [
            "Democrat",
            "Democrats",
            "Democratic",
            "Republican",
            "Republicans",
            "Muslim",
            "Muslims",
            "Christian",
            "Christians",
            "Jew",
            "Jews",
            "Jewish",
            "Islamic",
            "Islamist",
            "Islamists",
            "European",
            "Europeans",
            "Arab",
            "Arabs",
            "Arabic",
            "Kurd",
            "Kurds",
            "Kurdish",
            "Sunni",
            "Sunnis",
            "Shiite",
            "Shiites",
            "Shia",
            "Catholic",
            "Catholics",
            "Protestant",
            "African",
            "Africans",
            "Asian",
            "Asians",
            "Hispanic",
            "Latino",
            "Latinos",
            "Hindu",
            "Hindus",
            "Buddhist",
            "Yazidi",
            "Yazidis",
            "Palestinian",
            "Palestinians",
            "Western",
            "Soviet",
            "Communist",
            "Conservative",
            "Tory",
            "Tories",
            "Labour",
            "Liberal",
            "Hutu",
            "Tutsi",
            "Rohingya",
            "Uyghur",
            "Uyghurs",
            "Chechen",
            "Chechens",
            "Tamil",
            "Tatar",
            "Tatars",
            "Scottish",
            "Welsh",
            "English",
        ]
    )
    with gzip.open(folder / "lexicons" / "countries.csv.gz", "rt", encoding="utf8") as lines:
        for row in csv.DictReader(lines):
            words |= {w.strip() for w in (row["Nationality"] or "").split(",") if w.strip() and " of " not in w}
    return frozenset(words)


_CORENLP = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "MISC"}


def silver_names(folder: Path) -> dict[str, list[tuple[int, int, str]]]:
    """CoreNLP's names per PolNeAR article as (start, end, label)."""
    nations = nationality_words(folder)
    found: dict[str, list[tuple[int, int, str]]] = {}
    current: list[tuple[int, int, str]] = []
    previous = ""
    with gzip.open(folder / "polnear_silver" / "train.conllu.gz", "rt", encoding="utf8") as lines:
        for line in lines:
            if line.startswith("# newdoc id = "):
                current = found.setdefault(line.split(" = ", 1)[1].strip(), [])
            if not line[:1].isdigit():
                previous = ""
                continue
            columns = line.rstrip("\n").split("\t")
            misc = dict(part.split("=", 1) for part in columns[9].split("|") if "=" in part)
            label = _CORENLP.get(misc.get("NER", ""), "")
            start, end = int(misc["Start"]), int(misc["End"])
            if label == "MISC" and columns[1] in nations:
                label = "NORP"
            if label and label == previous and label != "NORP":
                current[-1] = (current[-1][0], end, label)
            elif label:
                current.append((start, end, label))
            previous = label
    return found


def joined(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Write tokens as a sentence would be printed; give each token's place."""
    text, spans, tight = "", [], True
    for i, token in enumerate(tokens):
        if i and not tight and not (token[0] in ".,;:!?)]%’”" or token.startswith(("'s", "n't", "'"))):
            text += " "
        spans.append((len(text), len(text) + len(token)))
        text += token
        tight = token in ("(", "[", "$", "“", "#", "@", "``")
    return text, spans


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


_RE3D = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "NORP"}


def re3d(folder: Path, split: str, tokenizer: Any) -> Iterator[Gold]:
    """Conflict reports with names; outermost spans of confidence 0.9 and more; the BBC part is never used."""
    for row in rows(folder / "re3d" / f"{split}.jsonl.gz"):
        if "BBC" in row["origin"]:
            continue
        gold = blank(row["id"], "re3d", row["text"], tokenizer)
        gold.entities[:] = 0
        names = [e for e in row["entities"] if e["type"] in _RE3D and e["confidence"] >= 0.9]
        for one in sorted(names, key=lambda e: e["start"] - e["end"]):
            low, high = covered(gold.pieces, (one["start"], one["end"]))
            if low < high and not gold.entities[low:high].any():
                paint(gold.entities, low, high, ENTITIES.index(f"B-{_RE3D[one['type']]}"))
        yield gold


def treebank(folder: Path, split: str, tokenizer: Any) -> Iterator[Gold]:
    """EWT paragraphs with part of speech on the first piece of each word."""
    lines: list[list[tuple[str, str, bool]]] = []
    ident = ""
    with gzip.open(folder / "ewt" / f"{split}.conllu.gz", "rt", encoding="utf8") as source:
        for line in source:
            if line.startswith("# newdoc id = "):
                if lines:
                    yield _tree_document(ident, lines, tokenizer)
                ident, lines = line.split(" = ", 1)[1].strip(), []
            elif line.startswith("# newpar") or not lines:
                lines.append([])
            elif line[:1].isdigit():
                columns = line.rstrip("\n").split("\t")
                if "." not in columns[0]:
                    lines[-1].append((columns[0], columns[1] + "\t" + columns[3], "SpaceAfter=No" not in columns[9]))
    if lines:
        yield _tree_document(ident, lines, tokenizer)


def _tree_document(ident: str, lines: list[list[tuple[str, str, bool]]], tokenizer: Any) -> Gold:
    text, words = "", []
    for line in lines:
        skip = 0
        for number, form_tag, space in line:
            form, tag = form_tag.split("\t")
            if "-" in number:  # a multiword token: its words follow and share its letters
                low, high = (int(n) for n in number.split("-"))
                skip, at = high - low + 1, len(text)
                text += form + (" " if space else "")
                continue
            if skip:
                skip -= 1
                words.append((at, at + len(form), tag))
                at += len(form)
                continue
            words.append((len(text), len(text) + len(form), tag))
            text += form + (" " if space else "")
        text += "\n"
    gold = blank(ident, "ewt", text, tokenizer)
    for start, end, tag in words:
        low, high = covered(gold.pieces, (start, end))
        if low < high and tag in UPOS and gold.upos[low] == MASK:
            gold.upos[low] = UPOS.index(tag)
    return gold


def outermost(spans: list[Span]) -> list[Span]:
    """Drop spans inside others."""
    return [s for s in spans if not any(o != s and o.covers(s) for o in spans)]


def training_documents(folder: Path, tokenizer: Any, *, open_only: bool) -> list[Gold]:
    """Read every set that may train the shipped weights."""
    documents = [] if open_only else list(polnear(folder, "train", tokenizer))
    for name in ("wikigold", "btc", "wnut17"):
        documents += tagged_names(folder, name, "train", tokenizer)
    documents += re3d(folder, "train", tokenizer)
    documents += treebank(folder, "train", tokenizer)
    return documents
