"""The kinds of words that time expressions are made of, each a letter, and the word lists behind them.

A text becomes one letter a token, and the grammar is written over these letters by the names of their kinds.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ...lexicons import entries

# Kinds that no list holds: numbers by their shape, and marks.
_BY_SHAPE = (
    "small", "digits", "year", "shortyear", "decade", "numeral", "clock", "iso", "slashed", "compact",
    "hyphen", "comma", "dot", "bracket", "possessive", "other", "holiday", "shortday", "weekdays", "dayparts",
)  # fmt: skip
OTHER = "_"
_FIRST_LETTER = 0x4E00  # more kinds than Latin letters; any block of letters serves


@dataclass(frozen=True, slots=True)
class Known:
    """A word or phrase of the lists: its kind's letter and its value."""

    kind: str
    value: str | int | float | None


@cache
def letters() -> dict[str, str]:
    """Give the letter of each kind, by name."""
    names = dict.fromkeys([*_BY_SHAPE, *(str(row["as"]) for row in entries("en/time_words"))])
    names.pop("other")
    return {name: chr(_FIRST_LETTER + number) for number, name in enumerate(names)} | {"other": OTHER}


@cache
def words() -> dict[str, Known]:
    """Give every single word and phrase, in small letters, with what it is."""
    kinds = letters()
    found: dict[str, Known] = {}
    for row in entries("en/time_words"):
        for field, kind in (("words", str(row["as"])), ("short", "shortday"), ("plural", f"{row['as']}s")):
            for word in row.get(field, ()):
                found[str(word).lower()] = Known(kinds[kind], row.get("is"))
    for row in entries("en/holidays"):
        for word in row["words"]:
            found[str(word).lower()] = Known(kinds["holiday"], str(row["key"]))
    return found
