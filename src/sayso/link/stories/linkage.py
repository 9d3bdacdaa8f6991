"""Pairs that may be of one story → stories, by the mean of all pairs between two groups, so that no chain of neighbours makes a month one story.

Invariant: a function of the set of members, pairs and rulings, whatever order they come in; and each set of members that is tied to no other
by any pair or ruling comes out the same by itself as with the rest.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from ..joining import Rulings, Tie

# Scores are summed as whole numbers: sums of fractions depend on their order.
_WHOLE = 1_000_000
# The sizes of two groups, the lesser first → the least mean score of all pairs between them at which they are joined.
Bar = Callable[[int, int], float]


def linked(members: Sequence[str], ties: Iterable[Tie[str]], *, bar: Bar, rulings: Rulings[str] | None = None) -> dict[str, str]:
    """Give for every member the head of its group: the first of the group in the order of `members`.

    Two groups are joined while the mean score of all pairs between them is at their `bar` or over, those first that are most over it; a pair that
    is not among `ties` counts as 0. Groups of a pair that people put together are one, whatever their mean, and bring along what each had found; what
    would bring a pair that people kept apart into one group is not joined.
    """
    ruled: Rulings[str] = rulings or Rulings()
    place = {member: at for at, member in enumerate(members)}
    groups = _Groups(len(members), bar)
    for tie in ties:
        if tie.one in place and tie.other in place and tie.one != tie.other:
            groups.tie(place[tie.one], place[tie.other], round(_WHOLE * tie.score))
    for one, other in ruled.together:
        if one in place and other in place:
            groups.bind(place[one], place[other])
    for one, other in ruled.apart:
        if one in place and other in place:
            groups.part(groups.bond[place[one]], groups.bond[place[other]])
    groups.join_all()
    return {member: members[groups.bond[at]] for at, member in enumerate(members)}


def met(ties: Iterable[Tie[str]], *, least: float, most: int) -> list[tuple[str, str]]:
    """Give the pairs without a tie whose members are both tied to a third by `least` or more, each among the `most` surest of that third.

    The lesser member comes first; sorted.
    """
    near: dict[str, list[tuple[float, str]]] = {}
    known = set()
    for tie in ties:
        known.add((min(tie.one, tie.other), max(tie.one, tie.other)))
        if tie.score >= least:
            near.setdefault(tie.one, []).append((-tie.score, tie.other))
            near.setdefault(tie.other, []).append((-tie.score, tie.one))
    surest = (sorted(other for _, other in sorted(others)[:most]) for others in near.values())
    return sorted({pair for others in surest for pair in combinations(others, 2)} - known)


class _Groups:
    """Members by number in groups, each under its least; for each group, the sum of scores to every other it has pairs with.

    Groups that people put together are bound: each is still held against others by itself, and all come out as one.
    """

    def __init__(self, count: int, bar: Bar) -> None:
        self._bar = bar
        self.bond = list(range(count))
        self._bound = {at: [at] for at in range(count)}
        self._sizes = [1] * count
        self._sums: dict[int, dict[int, int]] = {at: {} for at in range(count)}
        self._apart: dict[int, set[int]] = {at: set() for at in range(count)}

    def tie(self, one: int, other: int, score: int) -> None:
        kept = max(score, self._sums[one].get(other, 0))
        self._sums[one][other] = self._sums[other][one] = kept

    def part(self, one: int, other: int) -> None:
        if one != other:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def bind(self, one: int, other: int) -> None:
        first, second = sorted((self.bond[one], self.bond[other]))
        if first == second:
            return
        moved = self._bound.pop(second)
        self._bound[first] += moved
        for member in moved:
            self.bond[member] = first
        for far in self._apart.pop(second):
            self._apart[far].discard(second)
            self.part(first, far)

    def join_all(self) -> None:
        """Join the two groups most over their bar, again and again. An entry of the heap that a join has overtaken is passed over."""
        heap = [self._entry(one, other) for one in self._sums for other in self._sums[one] if one < other]
        heapq.heapify(heap)
        while heap and heap[0][0] <= 0:
            entry = heapq.heappop(heap)
            _, one, other = entry
            if (
                other not in self._sums.get(one, {})
                or entry != self._entry(one, other)
                or self.bond[other] in self._apart[self.bond[one]]
            ):
                continue
            self._join(one, other)
            for near in self._sums[one]:
                heapq.heappush(heap, self._entry(*sorted((one, near))))

    def _join(self, first: int, second: int) -> None:
        self.bind(first, second)
        self._sizes[first] += self._sizes[second]
        for near, total in self._sums.pop(second).items():
            del self._sums[near][second]
            if near != first:
                self._sums[near][first] = self._sums[first][near] = self._sums[first].get(near, 0) + total

    def _entry(self, one: int, other: int) -> tuple[float, int, int]:
        """Give how far the mean score of all pairs between two groups is under their bar, so that those most over it come first."""
        fewer, more = sorted((self._sizes[one], self._sizes[other]))
        return (round(_WHOLE * self._bar(fewer, more)) - self._sums[one][other] / (fewer * more), one, other)
