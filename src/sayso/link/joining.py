"""Pairs that are likely of one thing → groups. What people ruled comes first, then the surest pairs; what must stay apart stays apart.

Invariant: the groups are a function of the set of members and pairs, whatever order they come in; a member's key has to sort and to be its own.
Claims, happenings, series and stories are all grouped so.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Member = TypeVar("Member", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Tie(Generic[Member]):
    """Two members that are likely of one thing; `score` 0..1, the surest are joined first."""

    one: Member
    other: Member
    score: float


@dataclass(frozen=True, slots=True)
class Rulings(Generic[Member]):
    """What people decided of members.

    Attributes:
        together: pairs that are of one thing, in the order they were ruled.
        apart: pairs that are not, in either order of the two.
    """

    together: tuple[tuple[Member, Member], ...] = ()
    apart: frozenset[tuple[Member, Member]] = frozenset()


def joined(
    members: Sequence[Member],
    ties: Iterable[Tie[Member]],
    *,
    apart: Iterable[tuple[Member, Member]] = (),
    rulings: Rulings[Member] | None = None,
) -> dict[Member, Member]:
    """Give for every member the head of its group: the first of the group in the order of `members`.

    Args:
        members: all of them, sorted by what names a group (for claims: publication, report, place in it).
        ties: pairs likely of one thing; those with a member that is not among `members` are passed over.
        apart: pairs that cannot be in one group, by what they tell; a ruling that puts two together is above this.
        rulings: what people decided; above ties and `apart`.
    """
    ruled: Rulings[Member] = rulings or Rulings()
    groups = _Groups(members)
    for one, other in ruled.together:
        groups.join(one, other, frozenset())
    forbidden = _both_ways(ruled.apart)
    excluded = forbidden | (_both_ways(apart) - _both_ways(ruled.together))
    place: dict[Any, int] = {member: at for at, member in enumerate(members)}
    known = [tie for tie in ties if tie.one in place and tie.other in place]
    for tie in sorted(known, key=lambda t: (-t.score, *sorted((place[t.one], place[t.other])))):
        groups.join(tie.one, tie.other, excluded)
    return groups.head


def _both_ways(pairs: Iterable[tuple[Member, Member]]) -> frozenset[tuple[Member, Member]]:
    return frozenset(pair for one, other in pairs for pair in ((one, other), (other, one)))


class _Groups(Generic[Member]):
    """Members in groups, each under the first of its members."""

    def __init__(self, members: Sequence[Member]) -> None:
        self.head = {member: member for member in members}
        self._place = {member: at for at, member in enumerate(members)}
        self._held = {member: [member] for member in members}

    def join(self, one: Member, other: Member, excluded: frozenset[tuple[Member, Member]]) -> None:
        if one not in self.head or other not in self.head:
            return
        first, second = sorted((self.head[one], self.head[other]), key=self._place.__getitem__)
        if first == second:
            return
        if excluded and any((a, b) in excluded for a in self._held[first] for b in self._held[second]):
            return
        moved = self._held.pop(second)
        self._held[first] += moved
        for member in moved:
            self.head[member] = first
