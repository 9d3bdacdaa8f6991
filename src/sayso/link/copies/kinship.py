"""Two bodies → what they share: how many words, which part of either, how much of it word for word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .alignment import CLOSE, WIDE, Passage, blocks, laid
from .body import Body

# Fewest words that two reports must share to be kin. On benchmarks/copies.py stories of different outlets on one day share up to 56 (a
# passage of a public document, in both); an excerpt of two paragraphs has 60 and more.
MIN_SHARED_WORDS = 58
# Shorter passages are enough where they are most of the shorter report: a story cut to its first paragraph. Shorter yet are flashes, which
# agencies word alike; those are copies where every word is the same.
MIN_SHORT_WORDS = 40
MIN_SHORT_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Kinship:
    """What two bodies share.

    Attributes:
        shared, other_shared: words of the one and of the other body in shared passages.
        words, other_words: how many words the bodies have.
        pegged: words of the shared passages that stand in runs of three both have.
    """

    shared: int
    other_shared: int
    words: int
    other_words: int
    pegged: int

    @property
    def share(self) -> float:
        """Which part of the first body the other has, 0..1."""
        return self.shared / self.words

    @property
    def other_share(self) -> float:
        """Which part of the other body the first has, 0..1."""
        return self.other_shared / self.other_words

    @property
    def alike(self) -> float:
        """How much of the shared passages is word for word the same, 0..1."""
        return min(1.0, self.pegged / max(1, self.shared, self.other_shared))

    def turned(self) -> Kinship:
        """Give the same from the other's side."""
        return Kinship(self.other_shared, self.shared, self.other_words, self.words, self.pegged)


def kinship(one: Body, other: Body) -> Kinship | None:
    """Give what two bodies share, None where it is too little to come from one hand. The same from either side, but for its sides."""
    if (len(one), one.digest) > (len(other), other.digest):  # always aligned from the shorter one
        found = kinship(other, one)
        return found.turned() if found else None
    if one.digest == other.digest:
        return Kinship(len(one), len(one), len(one), len(one), len(one)) if len(one) else None
    if len(one) < MIN_SHORT_WORDS:
        return None
    pegs = blocks(one, other)
    if not _is_enough(laid(pegs, one, CLOSE), one):
        return None
    found_wide = laid(pegs, one, WIDE)
    shared, other_shared = sum(p.words for p in found_wide), sum(p.other_words for p in found_wide)
    return Kinship(shared, other_shared, len(one), len(other), sum(p.pegged for p in found_wide))


def _is_enough(found: Sequence[Passage], shorter: Body) -> bool:
    words = max(sum(passage.words for passage in found), sum(passage.other_words for passage in found))
    return words >= MIN_SHARED_WORDS or (words >= MIN_SHORT_WORDS and words >= MIN_SHORT_SHARE * len(shorter))
