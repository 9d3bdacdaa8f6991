"""Data sets with chains → Docs and gold mentions to train coreference on: CoreNLP's chains of PolNeAR train (silver), ECB+ within a document."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sayso.findings.mention import Label
from sayso.report import Report
from sayso.span import Span
from sayso.understand.doc import Doc, Name
from sayso.understand.quotation_marks import paragraphs_of, quotations

from .silver import chain_spans, misc_of, silver_sentences

_LABELS = {"PERSON": Label.PER, "ORGANIZATION": Label.ORG, "LOCATION": Label.LOC, "MISC": Label.MISC}
_UPOS = {
    "NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "WDT": "PRON",
    "EX": "PRON", "MD": "AUX", "IN": "ADP", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV",
    "DT": "DET", "PDT": "DET", "CD": "NUM", "CC": "CCONJ", "TO": "PART", "POS": "PART", "RP": "ADP", "UH": "INTJ", "FW": "X", "SYM": "SYM",
}  # fmt: skip
_RELATIONS = {"dobj": "obj", "nsubjpass": "nsubj:pass", "auxpass": "aux:pass"}
_ECB_TYPES = ("HUMAN", "LOC", "NON_HUMAN")


@dataclass(slots=True)
class Chained:
    """One text with gold chains.

    Attributes:
        spans: mentions in text order, outer ones first.
        chains: the chain of each, None for a mention that is alone.
        said: (content, source) of its attributions, where they are known.
    """

    id: str
    doc: Doc
    spans: list[Span] = field(default_factory=list)
    chains: list[str | None] = field(default_factory=list)
    said: list[tuple[Span, Span]] = field(default_factory=list)


def silver(data: Path) -> Iterator[Chained]:
    """Read the silver chains; every other noun phrase of the parse is a mention that is alone."""
    with gzip.open(data / "polnear" / "train.jsonl.gz", "rt", encoding="utf8") as lines:
        rows = {row["id"]: row for row in map(json.loads, lines)}
    for ident, sentences in silver_sentences(data):
        row = rows.get(ident)
        if row is not None:
            yield _chained(ident, row, sentences)


def _chained(ident: str, row: dict[str, Any], sentences: list[list[list[str]]]) -> Chained:
    text = row["text"]
    tokens: list[Span] = []
    pos: list[str] = []
    heads: list[int] = []
    relations: list[str] = []
    labels: list[str] = []
    chains: dict[Span, str | None] = {}
    spans: list[Span] = []
    for sentence in sentences:
        base = len(tokens)
        for columns in sentence:
            misc = misc_of(columns)
            tokens.append(Span(int(misc["Start"]), max(int(misc["End"]), int(misc["Start"]) + 1)))
            pos.append(_upos(columns[4], columns[7]))
            heads.append(base + int(columns[6]) - 1 if columns[6] != "0" else -1)
            relations.append(_RELATIONS.get(columns[7], columns[7]))
            labels.append(misc.get("NER", ""))
        spans.append(Span(tokens[base].start, tokens[-1].end))
        _mentions(sentence, base, tokens, pos, heads, relations, chains)
    paragraphs = tuple(paragraphs_of(text))
    doc = Doc(
        Report(text), paragraphs, tuple(spans), tuple(tokens), tuple(pos), tuple(quotations(text, list(paragraphs))), _names(tokens, labels),
        (), (), (), heads=tuple(heads), relations=tuple(relations),
    )  # fmt: skip
    ordered = sorted(chains, key=lambda s: (s.start, -s.end))
    said = [
        (Span(*content), Span(one["source"][0][0], one["source"][-1][1]))
        for one in row["attributions"] if one["source"] for content in one["content"] or []
    ]  # fmt: skip
    return Chained(ident, doc, ordered, [chains[s] for s in ordered], said)


def _upos(tag: str, relation: str) -> str:
    if tag.startswith("VB"):
        return "AUX" if relation in ("aux", "auxpass", "cop") else "VERB"
    if tag == "IN" and relation == "mark":
        return "SCONJ"
    return _UPOS.get(tag, "PUNCT")


def _names(tokens: list[Span], labels: list[str]) -> tuple[Name, ...]:
    found: list[Name] = []
    previous = ""
    for token, label in zip(tokens, labels, strict=True):
        if label in _LABELS:
            if label == previous:
                found[-1] = Name(Span(found[-1].span.start, token.end), _LABELS[label], 1.0)
            else:
                found.append(Name(token, _LABELS[label], 1.0))
        previous = label
    return tuple(found)


def _mentions(
    sentence: list[list[str]],
    base: int,
    tokens: list[Span],
    pos: list[str],
    heads: list[int],
    relations: list[str],
    chains: dict[Span, str | None],
) -> None:
    size = len(sentence)
    taken: set[int] = set()
    for first, last, number in chain_spans(sentence):
        chains.setdefault(Span(tokens[base + first].start, tokens[base + last].end), number)
        inside = range(base + first, base + last + 1)
        taken.add(next((i for i in inside if heads[i] not in inside), base + last))
    low, high = list(range(base, base + size)), list(range(base, base + size))
    for index in sorted(range(base, base + size), key=lambda i: -_depth(i, heads)):
        head = heads[index]
        if head >= base and relations[index] not in ("punct", "acl:relcl", "appos", "cop", "mark", "case", "nsubj", "parataxis"):
            low[head - base], high[head - base] = (
                min(low[head - base], low[index - base]),
                max(high[head - base], high[index - base]),
            )
    for index in range(base, base + size):
        if pos[index] in ("NOUN", "PROPN", "PRON") and relations[index] not in ("compound", "nmod:npmod") and index not in taken:
            span = Span(tokens[low[index - base]].start, tokens[high[index - base]].end)
            if pos[index] != "PRON" or span == tokens[index]:
                chains.setdefault(span, None)


def _depth(index: int, heads: list[int]) -> int:
    depth = 0
    while heads[index] >= 0 and depth < 200:
        index, depth = heads[index], depth + 1
    return depth


def ecb(data: Path, split: str, read: Callable[[str], Doc]) -> Iterator[Chained]:
    """Read people, bodies and places of ECB+ in the sentences that are annotated; `read` gives the Doc of a text."""
    with gzip.open(data / "ecbplus" / f"{split}.jsonl.gz", "rt", encoding="utf8") as lines:
        for row in map(json.loads, lines):
            gold = set(row["gold_sentences"])
            made = Chained(row["id"], read(row["text"]))
            found: dict[Span, str | None] = {}
            for one in row["mentions"]:
                places = one["tokens"]
                if places and one["type"].startswith(_ECB_TYPES) and row["tokens_sentence"][places[0]] in gold:
                    span = Span(row["token_spans"][places[0]][0], row["token_spans"][places[-1]][1])
                    found.setdefault(span, one["chain"])
            made.spans = sorted(found, key=lambda s: (s.start, -s.end))
            made.chains = [found[s] for s in made.spans]
            yield made
