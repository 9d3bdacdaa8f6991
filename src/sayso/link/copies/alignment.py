"""Two bodies → the passages that one has from the other, word for word or reworded.

Runs of three words that both have are the pegs. Pegs that follow one another at about the same distance in both texts belong to one
passage; what lies between is what was changed. A passage needs pegs enough, and close enough together, to be no accident: "the foreign
ministry said" is in every report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from .body import Body, Flags, Hashes

PEG_WORDS = 3
# Places a peg may have in one text: a run that comes again and again ties nothing to anything.
MAX_PLACES = 4
# Fewest words on pegs that make a passage.
MIN_PEGGED_WORDS = 8
# Fewest words on pegs outside quotation marks. Two reporters who heard one speech share its words, but not those round them.
MIN_TOLD_WORDS = 6


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a passage goes on from peg to peg.

    Attributes:
        gap_words: most words between two pegs, in either text.
        pegged_share: least share of the passage's words that stand on pegs, 0..1.
        bridge_words: two passages are one where no more words than this lie between them, in either text, and nearly as many in both:
            a stretch so reworded that no peg is left. 0 bridges nothing.
    """

    gap_words: int
    pegged_share: float
    bridge_words: int = 0


# To tell whether two reports share anything. Swept 18–40 words and 0.1–0.2 on the tuning half of benchmarks/copies.py: with 30 words and
# 0.12, stories of two outlets on one day have "passages" of 70 words and more.
CLOSE = Reach(24, 0.15)
# To tell how far it goes where they do: of texts with up to 60 % of their words changed, 97 in 100 are then more than half found, else 85.
WIDE = Reach(40, 0.1, bridge_words=80)
# What lies between two passages in the one text is at least so much of what lies there in the other, 0..1, but for five words.
BRIDGE_EVENNESS = 0.5


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch that two bodies share; word numbers of the first and of the other body, both ends inclusive.

    Attributes:
        pegged: words of the first body that stand in runs both have.
        told: those of them outside quotation marks in the first body.
    """

    first: int
    last: int
    other_first: int
    other_last: int
    pegged: int
    told: int

    @property
    def words(self) -> int:
        """How many words of the first body it covers."""
        return self.last - self.first + 1

    @property
    def other_words(self) -> int:
        """How many words of the other body it covers."""
        return self.other_last - self.other_first + 1

    @property
    def pegged_share(self) -> float:
        """How much of it is word for word the same, 0..1, in the text that has more of its own."""
        return self.pegged / max(self.words, self.other_words)


class Block(NamedTuple):
    """Pegs in a row: the first one's word number in either body, and how many follow one another word by word in both."""

    at: int
    other: int
    pegs: int

    @property
    def last(self) -> int:
        """The last peg's first word in the first body."""
        return self.at + self.pegs - 1

    @property
    def other_last(self) -> int:
        """The last peg's first word in the other body."""
        return self.other + self.pegs - 1


def passages(one: Body, other: Body, reach: Reach = CLOSE) -> tuple[Passage, ...]:
    """Give the passages that both have, in the order of the first; none overlaps another in either text."""
    return laid(blocks(one, other), one, reach)


def blocks(one: Body, other: Body) -> tuple[Block, ...]:
    """Give the pegs two bodies share, in the order of the first."""
    pegs = _pegs(one, other)
    if not pegs:
        return ()
    at, there = np.array(pegs).T
    order = np.lexsort((at, there - at))
    at, there = at[order], there[order]
    ends = np.flatnonzero((np.diff(at) != 1) | (np.diff(there) != 1))
    starts = np.concatenate(([0], ends + 1))
    lengths = np.diff(np.concatenate((starts, [len(at)])))
    return tuple(sorted(Block(int(at[s]), int(there[s]), int(n)) for s, n in zip(starts, lengths, strict=True)))


def laid(found: Sequence[Block], one: Body, reach: Reach) -> tuple[Passage, ...]:
    """Join blocks of pegs to passages as far as they reach."""
    made = [_passage(thread, one.quoted) for thread in _threads(found, reach.gap_words)]
    return _bridged(_apart([each for each in made if _is_no_accident(each, reach)]), reach.bridge_words)


def _pegs(one: Body, other: Body) -> list[tuple[int, int]]:
    runs, others = one.runs(PEG_WORDS), other.runs(PEG_WORDS)
    common = np.intersect1d(runs, others)
    places, other_places = _places(runs, common), _places(others, common)
    return [
        (at, there)
        for run, ats in places.items()
        for at in ats
        if len(ats) <= MAX_PLACES and len(other_places[run]) <= MAX_PLACES
        for there in other_places[run]
    ]


def _places(runs: Hashes, common: Hashes) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    held = np.flatnonzero(np.isin(runs, common))
    for run, at in zip(runs[held].tolist(), held.tolist(), strict=True):
        found[run].append(at)
    return found


def _threads(found: Sequence[Block], gap: int) -> list[list[Block]]:
    """Lay the blocks on threads, each on the one it fits best."""
    done: list[list[Block]] = []
    alive: list[list[Block]] = []
    for block in found:
        done += [thread for thread in alive if block.at - thread[-1].last > gap]
        alive = [thread for thread in alive if block.at - thread[-1].last <= gap]
        fits = [(off, number) for number, thread in enumerate(alive) if (off := _misfit(thread[-1], block, gap)) is not None]
        if fits:
            alive[min(fits)[1]].append(block)
        else:
            alive.append([block])
    return done + alive


def _misfit(before: Block, block: Block, gap: int) -> int | None:
    """Give how badly a block follows another, 0 or more, None where it does not."""
    ahead, ahead_other = block.at - before.last, block.other - before.other_last
    if not (0 < ahead <= gap and 0 < ahead_other <= gap):
        return None
    return abs(ahead - ahead_other) * gap + ahead


def _passage(thread: Sequence[Block], quoted: Flags) -> Passage:
    first, last = thread[0], thread[-1]
    end = last.last + PEG_WORDS
    covered = np.zeros(end - first.at, np.bool_)
    for block in thread:
        covered[block.at - first.at : block.last + PEG_WORDS - first.at] = True
    told = int(np.count_nonzero(covered & ~quoted[first.at : end]))
    return Passage(first.at, end - 1, first.other, last.other_last + PEG_WORDS - 1, int(np.count_nonzero(covered)), told)


def _is_no_accident(passage: Passage, reach: Reach) -> bool:
    enough = passage.pegged >= MIN_PEGGED_WORDS and passage.told >= MIN_TOLD_WORDS
    return enough and passage.pegged_share >= reach.pegged_share


def _apart(found: Sequence[Passage]) -> tuple[Passage, ...]:
    """Keep the passages with most pegs; one that lies over a kept one in either text goes."""
    kept: list[Passage] = []
    for passage in sorted(found, key=lambda each: (-each.pegged, each.first, each.other_first)):
        if not any(_overlap(passage, other) for other in kept):
            kept.append(passage)
    return tuple(sorted(kept, key=lambda each: each.first))


def _bridged(found: Sequence[Passage], most: int) -> tuple[Passage, ...]:
    made: list[Passage] = []
    for passage in found:
        if made and _is_bridge(made[-1], passage, most):
            before = made.pop()
            passage = Passage(
                before.first, passage.last, before.other_first, passage.other_last, before.pegged + passage.pegged, before.told + passage.told
            )  # fmt: skip
        made.append(passage)
    return tuple(made)


def _is_bridge(before: Passage, after: Passage, most: int) -> bool:
    gaps = after.first - before.last - 1, after.other_first - before.other_last - 1
    return min(gaps) >= 0 and max(gaps) <= most and min(gaps) + 5 >= BRIDGE_EVENNESS * max(gaps)


def _overlap(one: Passage, other: Passage) -> bool:
    here = one.first <= other.last and other.first <= one.last
    there = one.other_first <= other.other_last and other.other_first <= one.other_last
    return here or there
