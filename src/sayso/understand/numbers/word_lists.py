"""The closed word lists that rules about numbers consult, by name, as sets. Words: lexicons/en/counted.yml."""

from __future__ import annotations

from functools import cache

from ...lexicons import entries


@cache
def words_of(name: str) -> frozenset[str]:
    """Give one list of lexicons/en/counted.yml; raises KeyError where there is none of that name."""
    return {str(row["key"]): frozenset(map(str, row["words"])) for row in entries("en/counted")}[name]


HYPHENS = frozenset(["-", "‐", "‑"])
DASHES = frozenset(["-", "‐", "‑", "–", "−"])
