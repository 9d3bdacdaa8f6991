"""Two tellings → which of their words tell the same, and how much of either that is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from .telling import Word
from .words import are_synonyms

# Worth of a pair of words that are not one word but stand in one group of alike.yml, as against 1 for the same word.
ALIKE = 0.85
# And of a pair that only the larger table of synonyms.tsv holds.
SYNONYM = 0.7


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two lists of words share.

    Attributes:
        pairs: words of the one and of the other that tell the same, each in one pair at most.
        cover, other_cover: which part of either's weight is paired, 0..1; 1 for an empty list.
        weight: the paired weight.
    """

    pairs: tuple[tuple[Word, Word], ...]
    cover: float
    other_cover: float
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
    return SYNONYM if are_synonyms(one.stem, other.stem) else 0.0


def _one_root(one: str, other: str) -> bool:
    """Long words that begin alike are of one root ("candidate", "candidacy")."""
    short, long = sorted((one, other), key=len)
    shared = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if one[:1].isupper() or not short.isalpha():
        return False
    return shared >= 5 and shared >= len(short) - 2 and len(long) - shared <= 4


def likeness(ones: Sequence[Word], others: Sequence[Word]) -> Likeness:
    """Pair the words, the best pairs first; the same from either side."""
    scored = sorted(
        ((pair_worth(a, b), min(a.weight, b.weight), a, b) for a in ones for b in others if pair_worth(a, b)),
        key=lambda item: (
            -item[0] * item[1],
            abs(item[2].at - item[3].at),
            *sorted((item[2].at, item[3].at)),
            *sorted((item[2].stem, item[3].stem)),
        ),
    )
    taken: set[tuple[int, int]] = set()
    pairs, weight, cover, other_cover = [], 0.0, 0.0, 0.0
    for worth, weighs, a, b in scored:
        if (0, a.at) in taken or (1, b.at) in taken:
            continue
        taken |= {(0, a.at), (1, b.at)}
        pairs.append((a, b))
        weight += worth * weighs
        cover += worth * a.weight
        other_cover += worth * b.weight
    # A word told twice ("the fire … the blaze") is covered when one of them is paired.
    cover += _again(ones, {at for side, at in taken if side == 0}, others)
    other_cover += _again(others, {at for side, at in taken if side == 1}, ones)
    return Likeness(tuple(pairs), _part(cover, ones), _part(other_cover, others), weight)


def _again(words: Iterable[Word], taken: Collection[int], others: Sequence[Word]) -> float:
    return sum(max((pair_worth(w, o) for o in others), default=0.0) * w.weight for w in words if w.at not in taken)


def _part(covered: float, words: Sequence[Word]) -> float:
    whole = sum(word.weight for word in words)
    return min(1.0, covered / whole) if whole else 1.0
