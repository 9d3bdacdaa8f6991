"""CoreNLP's automatic analysis of the PolNeAR train articles → names and coreference chains, as character offsets. Silver: errors throughout."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .name_sets import nationality_words

_LABELS = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "MISC"}
_BRACKET = re.compile(r"(\()?(\d+)(\))?")
_NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS", "PRP", "PRP$")


@dataclass(slots=True)
class Silver:
    """What the silver set says of one article.

    Attributes:
        names: (start, end, label) of names.
        heads: character at which a mention's or noun phrase's head word begins → its chain, None where it is in none.
    """

    names: list[tuple[int, int, str]] = field(default_factory=list)
    heads: dict[int, int | None] = field(default_factory=dict)


@dataclass(slots=True)
class _Token:
    form: str
    tag: str
    head: int
    relation: str
    start: int
    end: int
    label: str


def silver_sentences(folder: Path) -> Iterator[tuple[str, list[list[list[str]]]]]:
    """Read the silver set as it is: article id and its sentences, a token as its ten CoNLL-U columns."""
    ident, found, sentence = "", [], []
    with gzip.open(folder / "polnear_silver" / "train.conllu.gz", "rt", encoding="utf8") as lines:
        for line in lines:
            if line.startswith("# newdoc id = "):
                if found:
                    yield ident, found
                ident, found = line.split(" = ", 1)[1].strip(), []
            elif line[:1].isdigit():
                sentence.append(line.rstrip("\n").split("\t"))
            elif sentence:
                found.append(sentence)
                sentence = []
    if sentence:
        found.append(sentence)
    if found:
        yield ident, found


def misc_of(columns: list[str]) -> dict[str, str]:
    """Give the last column of a token by name (NER, Coref, Start, End …)."""
    return dict(part.split("=", 1) for part in columns[9].split("|") if "=" in part)


def chain_spans(sentence: list[list[str]]) -> Iterator[tuple[int, int, str]]:
    """Give the mentions that the brackets of a sentence mark: first token, last token, chain; inner ones first."""
    opened: dict[str, list[int]] = {}
    for index, columns in enumerate(sentence):
        for begin, number, end in _BRACKET.findall(misc_of(columns).get("Coref", "")):
            if begin:
                opened.setdefault(number, []).append(index)
            if end and opened.get(number):
                yield opened[number].pop(), index, number


def silver_articles(folder: Path) -> dict[str, Silver]:
    """Read the silver set: article id → names and chains."""
    nations = nationality_words(folder)
    found: dict[str, Silver] = {}
    for ident, sentences in silver_sentences(folder):
        article = found.setdefault(ident, Silver())
        for columns in sentences:
            sentence = [_token(token, nations) for token in columns]
            _names(article, sentence)
            _chains(article, sentence, columns)
    return found


def _token(columns: list[str], nations: frozenset[str]) -> _Token:
    misc = misc_of(columns)
    label = _LABELS.get(misc.get("NER", ""), "")
    if label == "MISC" and columns[1] in nations:
        label = "NORP"
    return _Token(columns[1], columns[4], int(columns[6]) - 1, columns[7], int(misc["Start"]), int(misc["End"]), label)


def _names(article: Silver, sentence: list[_Token]) -> None:
    previous = ""
    for token in sentence:
        if token.label and token.label == previous and token.label != "NORP":
            article.names[-1] = (article.names[-1][0], token.end, token.label)
        elif token.label:
            article.names.append((token.start, token.end, token.label))
        previous = token.label


def _chains(article: Silver, sentence: list[_Token], columns: list[list[str]]) -> None:
    for token in sentence:
        if token.tag in _NOUN_TAGS and token.relation not in ("compound", "nmod:npmod"):
            article.heads.setdefault(token.start, None)
    for first, last, number in chain_spans(columns):
        head = next((i for i in range(first, last + 1) if not first <= sentence[i].head <= last), last)
        article.heads[sentence[head].start] = int(number)
