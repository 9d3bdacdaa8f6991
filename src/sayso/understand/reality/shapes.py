"""The shape of a verb's form: base, third person, past or participle, -ing; by its ending and lexicons/en/irregular_verbs.yml."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from ...lexicons import entries

# Shorter words in -ing and -ed are no such forms: "bring", "need", "feed".
_SHORTEST_ING, _SHORTEST_ED = 5, 4
_NOT_PAST = frozenset(
    {"need", "feed", "proceed", "succeed", "exceed", "heed", "breed", "speed", "bleed", "seed", "shed", "embed", "wed", "indeed"}
)
_NOT_ING = frozenset({"bring", "cling", "fling", "sting", "swing", "string", "spring", "during"})


class Shape(StrEnum):
    """What a form may be."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    ING = "ing"


@cache
def _irregular() -> frozenset[str]:
    return frozenset(row[part] for row in entries("en/irregular_verbs") for part in ("past", "participle") if part in row)


def shape(word: str) -> Shape:
    """Give the shape of a verb form in small letters; forms that are base and past in one ("hit") count as base."""
    if word.endswith("ing") and len(word) >= _SHORTEST_ING and word not in _NOT_ING:
        return Shape.ING
    if word == "was" or word in _irregular() or (word.endswith("ed") and len(word) >= _SHORTEST_ED and word not in _NOT_PAST):
        return Shape.PAST
    return Shape.THIRD if word.endswith("s") and not word.endswith("ss") else Shape.BASE
