"""Two givens → whether one and the same gives both numbers."""

from __future__ import annotations

import re
from functools import lru_cache

from ..claims.words import is_function, stem
from .given import Given

# Words of titles: "President Varn" is Varn.
_TITLES = frozenset(
    stem(w)
    for w in "president minister prime foreign general colonel senator mayor governor king queen mr mrs ms dr chief".split()
)


def giver_words(given: Given) -> frozenset[str]:
    """Give the words that name who gives a number; of the report's own voice, its own mark."""
    return _stems(given.giver_name or given.giver) if given.giver else frozenset((f"voice {given.voice}",))


@lru_cache(maxsize=65536)
def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in re.findall(r"\w+", name) if not is_function(word) and word.lower() != "s")


def is_one_giver(one: Given, other: Given) -> bool:
    """Tell whether both numbers have one giver: the same actor, or one name held in the other ("the ministry", "Vadia's ministry")."""
    if (one.giver is None) != (other.giver is None):
        return False
    if one.giver is None:
        return one.voice == other.voice
    return one.giver == other.giver or is_held(giver_words(one), giver_words(other)) or _is_surname(one, other)


def _is_surname(one: Given, other: Given) -> bool:
    """Tell whether one is named by the last word of the other's name."""
    short, full = sorted(((given.giver_name or given.giver or "").split() for given in (one, other)), key=len)
    if len(short) != 1 or len(full) < 2 or _stems(" ".join(full)) & _BODIES:
        return False
    return short[0] == full[-1] and full[0][:1].isupper()


def is_held(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether one name is the other, or held in it with no less than its office; a state by itself is not its army."""
    less, more = sorted((one, other), key=len)
    left = more - less
    if not less or not less <= more:
        return False
    return not left or bool(less & _BODIES) or left <= _TITLES


_BODIES = frozenset(
    stem(w)
    for w in "ministry police army coastguard agency government service council office department union company authority governor mayor minister president bank "
    "hospital court prosecutor staff navy party commission organisation organization institute committee command".split()
)
