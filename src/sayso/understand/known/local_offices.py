"""Offices that towns, districts and regions have, by their words: lexicons/en/local_offices.yml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ...lexicons import entries
from .words import key_of


@dataclass(frozen=True, slots=True)
class LocalOffice:
    """One row.

    Attributes:
        of_region: of a region or a state of a federation alone.
        capital: the capital of a state has it too.
        titled: an office only as a title right before a name.
    """

    of_region: bool
    capital: bool
    titled: bool


@cache
def local_offices() -> dict[str, LocalOffice]:
    """Give the offices by the key of every word for them."""
    found: dict[str, LocalOffice] = {}
    for row in entries("en/local_offices"):
        office = LocalOffice(row["where"] == "region", row.get("capital", False), row.get("titled", False))
        found.update({key_of(words): office for words in row["words"]})
    return found


@cache
def office_pattern() -> str:
    """Give a pattern of all their words, longest first."""
    words = sorted((w for row in entries("en/local_offices") for w in row["words"]), key=len, reverse=True)
    return "|".join(re.escape(w).replace(r"\ ", r"[ \n-]").replace("lt[ ", r"lt\.?[ ") for w in words)
