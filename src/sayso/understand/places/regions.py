"""Regions, islands, waters and sites that the gazetteer does not hold, from the lexicon: the state they lie in is all that is known."""

from __future__ import annotations

from functools import cache

from ...lexicons import entries
from ..known.words import key_of
from .gazetteer import Entry, gazetteer

# What such a region weighs against towns of its name, in people; what spans several states, as a continent does.
_PEOPLE, _PEOPLE_OF_MANY = 500_000, 1_000_000_000


@cache
def _regions() -> dict[str, Entry]:
    """Give the regions by key. Their numbers are below zero: they stand in no file."""
    found: dict[str, Entry] = {}
    for number, row in enumerate(entries("places/regions"), 1):
        country = row["country"]
        if country is not None and gazetteer().country(country) is None:
            continue
        people = _PEOPLE if country else _PEOPLE_OF_MANY
        entry = Entry(-number, row["word"], None, country, 0, None, None, people, "region")
        for words in (row["word"], *row.get("also", ())):
            found.setdefault(key_of(words), entry)
    return found


def region_named(words: str) -> Entry | None:
    """Give the region of that name that the lexicon knows."""
    return _regions().get(key_of(words))
