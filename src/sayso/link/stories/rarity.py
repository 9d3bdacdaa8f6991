"""A word → how rare it is in the news, by a table that comes with the package: what stands in every report tells no story from another."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

from ..words import is_function, stem

# Rarity of a word the table does not hold: one that fewer than one news text in 300 has.
UNSEEN = 6.5
# A word the table holds at less than this tells nothing ("say", "year"): more than one text in five has it.
LEAST = 1.6


@cache
def _table() -> dict[str, float]:
    lines = resources.files(__package__).joinpath("rarity.tsv").read_text(encoding="utf8").splitlines()[1:]
    return {word: int(tenths) / 10 for word, tenths in (line.split("\t") for line in lines)}


@lru_cache(maxsize=50_000)
def rarity(word: str) -> float:
    """Give how rare a word is: minus the logarithm of the share of news texts with it, 0 for what is too common to count."""
    if is_function(word):
        return 0.0
    found = _table().get(stem(word), UNSEEN)
    return found if found >= LEAST else 0.0
