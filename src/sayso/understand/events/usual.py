"""How often a word told an act of a type in passages read whole, and how often no act: what is usual, beside what the heads for acts say of this place.

usual.json holds the counts, by stem, by word and by word with a small word behind it, compiled by `python benchmarks/marks/compile_usual.py` from the passages
that the heads learn from. The more special count goes before the more general one as far as it was met; a word that was never met is what the lexicon says.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources

# Words behind a verb that change what it tells ("called for", "called off", "stood by").
SMALL = frozenset(
    "for off over up down out back on in to from with against by at into of away through that as about upon under aside after together between among not it them him her us me itself themselves himself the a an its his their this".split()
)
_ENDINGS = (("ings", ""), ("ing", ""), ("ied", "y"), ("ies", "y"), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))
_LEAST_STEM = 3
# How many words met the guess of a more general count stands for; what is left of the lexicon's guess for types it does not have; acts among words never met.
FIRST, LATER = 1.0, 2.0
_ELSE = 0.02
_ACTS, _WORDS = 0.3, 1.3
# Fewest times a word must have been met to be known well.
FEW = 12


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual of a word.

    Attributes:
        act: probability that it tells an act at all.
        types: probability of each type where it does; type_odds: its logarithm.
        is_rare: whether it was met seldom.
    """

    act: float
    types: dict[str, float]
    type_odds: dict[str, float]
    is_rare: bool

    @property
    def act_odds(self) -> float:
        """Log odds of an act."""
        return math.log(self.act / (1 - self.act))


def stem(word: str) -> str:
    """Give what is left of a word without the endings of verbs and plurals; of a doubled last letter one."""
    low = word.lower()
    for ending, instead in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _LEAST_STEM:
            low = low.removesuffix(ending) + instead
            break
    return low[:-1] if len(low) > _LEAST_STEM and low[-1] == low[-2] else low


def keys_of(word: str, following: str) -> list[str]:
    """Give the keys of a word in the table, the more general first.

    Args:
        following: the word behind it, "" where a mark stands there.
    """
    base = stem(word)
    return [base, "^" + word.lower(), *([f"{base}|{following.lower()}"] if following.lower() in SMALL else [])]


@cache
def table() -> dict[str, dict[str, int]]:
    """Give the counts by key: "n" all times it was met, the types those in which it told an act of it."""
    read: dict[str, dict[str, int]] = json.loads(resources.files(__package__).joinpath("usual.json").read_text(encoding="utf8"))
    return read


def usual(word: str, following: str, known: tuple[str, ...], types: tuple[str, ...]) -> Usual:
    """Give what is usual of a word.

    Args:
        following: the word behind it.
        known: the types that the lexicon has for the word, which stand in where it was seldom met.
        types: all types.
    """
    shares = {kind: (1 / len(known) if kind in known else _ELSE) if known else 1 / len(types) for kind in types}
    act, weight, met = _ACTS / _WORDS, FIRST, 0
    for number, key in enumerate(keys_of(word, following)):
        counts = table().get(key, {})
        times = counts.get("n", 0)
        acts = sum(counts.values()) - times
        total = acts + weight * sum(shares.values())
        shares = {kind: (counts.get(kind, 0) + weight * share) / total for kind, share in shares.items()}
        pull = _WORDS if number == 0 else weight
        act = (acts + pull * act) / (times + pull)
        met, weight = max(met, times), LATER
    return Usual(act, shares, {kind: math.log(share) for kind, share in shares.items()}, met < FEW)
