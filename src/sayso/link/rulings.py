"""What people ruled of what belongs together, in the order they ruled it → the pairs together and apart that hold now. The later wins.

Invariant: no pair that is apart is within a group of what is together, so whoever joins by these rulings need not weigh them again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .joining import Rulings

Pair = tuple[str, str]
Neighbours = dict[str, set[str]]


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision on members: the first with, or apart from, each of the others."""

    id: str
    is_merge: bool
    members: tuple[str, ...]


@dataclass(slots=True)
class Weighed:
    """Rulings held against one another.

    Attributes:
        together, apart: the pairs that hold, with the decision each comes from, in the order ruled.
        overruled: decisions of which no pair holds any more, with the later decision that ended the last of them.
    """

    together: dict[Pair, str] = field(default_factory=dict)
    apart: dict[Pair, str] = field(default_factory=dict)
    overruled: dict[str, str] = field(default_factory=dict)
    _near: Neighbours = field(default_factory=lambda: defaultdict(set))
    _barred: Neighbours = field(default_factory=lambda: defaultdict(set))

    @property
    def rulings(self) -> Rulings[str]:
        """Give the pairs as joining takes them."""
        return Rulings(tuple(self.together), frozenset(self.apart))

    def group(self, member: str, *, without: str | None = None) -> set[str]:
        """Give all that is together with a member, itself included; `without`: as if that one were not there."""
        found, ahead = {member}, [member]
        while ahead:
            more = self._near.get(ahead.pop(), set()) - found - {without}
            found |= more
            ahead += more
        return found

    def put(self, pair: Pair, ident: str, *, is_together: bool) -> list[str]:
        """Let a ruling on one pair hold, and give the decisions that it ends a pair of."""
        lost = self._put_together(pair) if is_together else self._put_apart(pair)
        held = self.together if is_together else self.apart
        if not {pair, pair[::-1]} & held.keys():
            held[pair] = ident
        near = self._near if is_together else self._barred
        near[pair[0]].add(pair[1])
        near[pair[1]].add(pair[0])
        return lost

    def _put_together(self, pair: Pair) -> list[str]:
        """Drop what keeps the two sides apart."""
        both = self.group(pair[0]) | self.group(pair[1])
        barred = [(one, other) for one in sorted(both & self._barred.keys()) for other in sorted(self._barred[one] & both)]
        return [ident for one, other in barred for ident in _drop(self.apart, self._barred, one, other)]

    def _put_apart(self, pair: Pair) -> list[str]:
        """Drop what holds the second to the group of the first."""
        stayed, apart = pair
        held = sorted(self._near[apart] & self.group(stayed, without=apart))
        return [ident for other in held for ident in _drop(self.together, self._near, apart, other)]


def weighed(rulings: Iterable[Ruling]) -> Weighed:
    """Give what holds of rulings in the order they were made."""
    out, ends = Weighed(), dict[str, str]()
    for ruling in rulings:
        for other in ruling.members[1:]:
            lost = out.put((ruling.members[0], other), ruling.id, is_together=ruling.is_merge)
            ends |= dict.fromkeys(lost, ruling.id)
    standing = {*out.together.values(), *out.apart.values()}
    out.overruled = {ident: by for ident, by in ends.items() if ident not in standing}
    return out


def heads(together: Sequence[Pair]) -> dict[str, str]:
    """Give for each member of a group which of them stands for all: the one named first in the ruling that came last."""
    held: dict[str, list[str]] = {}
    head: dict[str, str] = {}
    for first, second in together:
        for member in (first, second):
            held.setdefault(head.setdefault(member, member), [member])
        mine, theirs = head[first], head[second]
        if mine != theirs:
            moved = held.pop(theirs)
            held[mine] += moved
            head |= dict.fromkeys(moved, mine)
    return head


def _drop(held: dict[Pair, str], near: Neighbours, one: str, other: str) -> list[str]:
    """Let a pair no longer hold, and give the decisions it came from."""
    near[one].discard(other)
    near[other].discard(one)
    return [held.pop(pair) for pair in ((one, other), (other, one)) if pair in held]
