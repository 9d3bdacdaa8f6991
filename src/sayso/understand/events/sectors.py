"""A chunk of people or things → their PLOVER sector by what they are called: "opposition groups", "the Chadian soldiers"."""

from __future__ import annotations

from ..doc import Doc
from ..known.offices import sector_of
from .chunks import AMOUNTS, Chunk
from .triggers import words_of

# Those who serve a state without arms, by the words before "officer".
_OFFICERS = frozenset(("officer", "agent", "inspector", "official"))
_CIVIL = frozenset("customs immigration tax revenue prison consular electoral health port passport".split())


def sector_in(doc: Doc, chunk: Chunk, noun: str) -> str | None:
    """Give the sector that a chunk's words tell, None where they tell none.

    Args:
        noun: its head in the singular, small letters.
    """
    if noun in words_of("fighters"):
        return "REB"
    start = chunk.first if chunk.owner is None else chunk.owner + 1
    tokens = [i for i in range(max(start, chunk.head - 2), chunk.head + 1) if doc.relations[i] != "goeswith"]
    if noun in _OFFICERS and not _CIVIL.isdisjoint(doc.low(i) for i in tokens):
        return "GOV"
    words = " ".join(doc.word(i) for i in tokens if doc.pos[i] in ("NOUN", "PROPN", "ADJ"))
    found = sector_of(words) or sector_of(noun)
    if found is None and noun in words_of("people"):
        return "CVL"
    if found is None and noun in AMOUNTS and chunk.head > start:  # "opposition groups"
        found = sector_of(doc.word(chunk.head - 1))
    return found or ("MIL" if noun in words_of("weapon") | words_of("troop") else None)
