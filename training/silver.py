"""CoreNLP's automatic analysis of the PolNeAR train articles → names and coreference chains, as character offsets. Silver: errors throughout."""

from __future__ import annotations

import gzip
import re
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
    brackets: str


def silver_articles(folder: Path) -> dict[str, Silver]:
    """Read the silver set: article id → names and chains."""
    nations = nationality_words(folder)
    found: dict[str, Silver] = {}
    article = Silver()
    sentence: list[_Token] = []
    opened: dict[int, list[int]] = {}
    with gzip.open(folder / "polnear_silver" / "train.conllu.gz", "rt", encoding="utf8") as lines:
        for line in lines:
            if line.startswith("# newdoc id = "):
                article = found.setdefault(line.split(" = ", 1)[1].strip(), Silver())
            if line[:1].isdigit():
                sentence.append(_token(line.rstrip("\n").split("\t"), nations))
            elif sentence:
                _names(article, sentence)
                _chains(article, sentence, opened)
                sentence, opened = [], {}
    return found


def _token(columns: list[str], nations: frozenset[str]) -> _Token:
    misc = dict(part.split("=", 1) for part in columns[9].split("|") if "=" in part)
    label = _LABELS.get(misc.get("NER", ""), "")
    if label == "MISC" and columns[1] in nations:
        label = "NORP"
    return _Token(
        columns[1],
        columns[4],
        int(columns[6]) - 1,
        columns[7],
        int(misc["Start"]),
        int(misc["End"]),
        label,
        misc.get("Coref", ""),
    )


def _names(article: Silver, sentence: list[_Token]) -> None:
    previous = ""
    for token in sentence:
        if token.label and token.label == previous and token.label != "NORP":
            article.names[-1] = (article.names[-1][0], token.end, token.label)
        elif token.label:
            article.names.append((token.start, token.end, token.label))
        previous = token.label


def _chains(article: Silver, sentence: list[_Token], opened: dict[int, list[int]]) -> None:
    for token in sentence:
        if token.tag in _NOUN_TAGS and token.relation not in ("compound", "nmod:npmod"):
            article.heads.setdefault(token.start, None)
    for index, token in enumerate(sentence):
        for begin, number, end in _BRACKET.findall(token.brackets):
            if begin:
                opened.setdefault(int(number), []).append(index)
            if end and opened.get(int(number)):
                first = opened[int(number)].pop()
                head = next((i for i in range(first, index + 1) if not first <= sentence[i].head <= index), index)
                article.heads[sentence[head].start] = int(number)
