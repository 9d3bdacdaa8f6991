"""What people ruled of what belongs together, in the order they ruled it → the pairs together and apart that hold now. The later wins.

Invariant: no pair that is apart is within a group of what is together, so whoever joins by these rulings need not weigh them again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .joining import Rulings

Pair = tuple[str, str]


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

    @property
    def rulings(self) -> Rulings[str]:
        """Give the pairs as joining takes them."""
        return Rulings(tuple(self.together), frozenset(self.apart))

    def group(self, member: str, *, without: str | None = None) -> set[str]:
        """Give all that is together with a member, itself included; `without`: as if that one were not there."""
        found, ahead = {member}, [member]
        while ahead:
            here = ahead.pop()
            more = {x for pair in self.together if here in pair for x in pair} - found - {without}
            found |= more
            ahead += more
        return found


def weighed(rulings: Iterable[Ruling]) -> Weighed:
    """Give what holds of rulings in the order they were made."""
    out, ends = Weighed(), dict[str, str]()
    for ruling in rulings:
        for other in ruling.members[1:]:
            pair = (ruling.members[0], other)
            lost = _put_together(out, pair) if ruling.is_merge else _put_apart(out, pair)
            held = out.together if ruling.is_merge else out.apart
            if not ({pair, pair[::-1]} & held.keys()):
                held[pair] = ruling.id
            ends |= dict.fromkeys(lost, ruling.id)
    standing = {*out.together.values(), *out.apart.values()}
    out.overruled = {ident: by for ident, by in ends.items() if ident not in standing}
    return out


def heads(together: Sequence[Pair]) -> dict[str, str]:
    """Give for each member of a group which of them stands for all: the one named first in the ruling that came last."""
    head: dict[str, str] = {}
    for first, second in together:
        mine, theirs = head.setdefault(first, first), head.setdefault(second, second)
        head |= {member: mine for member, of in head.items() if of == theirs}
    return head


def _put_together(out: Weighed, pair: Pair) -> list[str]:
    """Drop what keeps the two sides apart, and give the decisions it came from."""
    both = out.group(pair[0]) | out.group(pair[1])
    return _dropped(out.apart, {held for held in out.apart if set(held) <= both})


def _put_apart(out: Weighed, pair: Pair) -> list[str]:
    """Drop what holds the second to the group of the first, and give the decisions it came from."""
    stayed, apart = pair
    group = out.group(stayed, without=apart)
    return _dropped(out.together, {held for held in out.together if apart in held and group & set(held)})


def _dropped(held: dict[Pair, str], pairs: set[Pair]) -> list[str]:
    return [held.pop(pair) for pair in sorted(pairs)]
