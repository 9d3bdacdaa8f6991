"""Two tellings → which of their words tell the same, and how much of either that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .kinds import is_kind_of
from .nearness import each_to_each
from .telling import Word
from .words import are_synonyms, opposites_of

# Worth of a pair of words that are not one word but stand in one group of alike.yml, as against 1 for the same word.
ALIKE = 0.85
# And of a pair that only the larger tables hold, synonyms.tsv and kinds.tsv.
SYNONYM = 0.7
# And of a pair that only lies near one another in meaning, by this cosine at least, and is no pair of opposites.
NEAR, NEAR_FROM = 0.6, 0.58


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two lists of words share.

    Attributes:
        pairs: words of the one and of the other that tell the same, each in one pair at most.
        cover, other_cover: which part of either's weight is paired, 0..1; 1 for an empty list.
        left, other_left: the weight of either's words that nothing in the other answers to.
        weight: the paired weight.
    """

    pairs: tuple[tuple[Word, Word], ...]
    cover: float
    other_cover: float
    left: float
    other_left: float
    weight: float

    @property
    def most(self) -> float:
        """Give the greater cover: near 1 where one telling is held in the other."""
        return max(self.cover, self.other_cover)

    @property
    def least(self) -> float:
        """Give the smaller cover: near 1 only where both tell the same and no more."""
        return min(self.cover, self.other_cover)


def pair_worth(one: Word, other: Word) -> float:
    """Give how far two words tell the same, 0..1."""
    if one.stem == other.stem or _one_root(one.stem, other.stem):
        return 1.0
    if one.groups & other.groups:
        return ALIKE
    return (
        SYNONYM
        if are_synonyms(one.stem, other.stem) or (not (one.name or other.name) and is_kind_of(one.stem, other.stem))
        else 0.0
    )


def _one_root(one: str, other: str) -> bool:
    """Long words that begin alike are of one root ("candidate", "candidacy")."""
    if one[:5] != other[:5] or one[:1].isupper():
        return False
    short, long = sorted((one, other), key=len)
    if not short.isalpha():
        return False
    shared = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return shared >= 5 and shared >= len(short) - 2 and len(long) - shared <= 4


def likeness(ones: Sequence[Word], others: Sequence[Word]) -> Likeness:
    """Pair the words, the best pairs first; the same from either side."""
    scored = []
    near_to = each_to_each(ones, others)
    best, other_best = [0.0] * len(ones), [0.0] * len(others)
    for i, a in enumerate(ones):
        for j, b in enumerate(others):
            worth = pair_worth(a, b)
            if not worth and near_to[i][j] >= NEAR_FROM and b.stem not in opposites_of(a.stem):
                worth = NEAR
            if worth:
                best[i], other_best[j] = max(best[i], worth), max(other_best[j], worth)
                near = *sorted((a.at, b.at)), *sorted((a.stem, b.stem))
                scored.append(((-worth * min(a.weight, b.weight), abs(a.at - b.at), *near), worth, i, j))
    scored.sort(key=lambda item: item[0])
    paired: dict[int, float] = {}
    other_paired: dict[int, float] = {}
    pairs, weight = [], 0.0
    for _, worth, i, j in scored:
        if i in paired or j in other_paired:
            continue
        paired[i] = other_paired[j] = worth
        pairs.append((ones[i], others[j]))
        weight += worth * min(ones[i].weight, others[j].weight)
    cover, left = _covered(ones, paired, best)
    other_cover, other_left = _covered(others, other_paired, other_best)
    return Likeness(tuple(pairs), cover, other_cover, left, other_left, weight)


def _covered(words: Sequence[Word], paired: dict[int, float], best: Sequence[float]) -> tuple[float, float]:
    """Give which part of the words' weight is answered to, and how much is not; a word told twice is answered when one of them is paired."""
    covered = sum(paired.get(at, best[at]) * word.weight for at, word in enumerate(words))
    whole = sum(word.weight for word in words)
    left = sum(word.weight for at, word in enumerate(words) if not best[at])
    return (min(1.0, covered / whole) if whole else 1.0), left
