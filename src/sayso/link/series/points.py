"""The figures of one series → its points, what was revised, and what is disputed. Pure; the order of the figures changes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .given import Given, Key
from .givers import giver_words, is_held
from .numbers import can_both_be, is_same_number
from .series import Carrier, Direction, Disagreement, Point, Revision
from .verdict import ONE_MOMENT, more_came

Reason = tuple[float, tuple[str, ...]]
_NAMED = (1.0, ("the series is named after it",))


@dataclass(frozen=True, slots=True)
class Told:
    """A point with the figure it starts with, which is what numbers are compared by, and the giver it is counted under."""

    point: Point
    first: Given
    giver: frozenset[str]


def told_by_giver(members: Sequence[Given], factor: float, reasons: Mapping[Key, Reason]) -> tuple[Told, ...]:
    """Give the points of a series, by day and giver. `members` come in the order of publication; `factor` is of the unit bounds are shown in."""
    givers = _givers_of(members)
    grouped: dict[tuple[str, ...], list[Given]] = defaultdict(list)
    for given in members:
        who = givers[giver_words(given)]
        mark = (*sorted(who), f"{given.floor!r} {given.ceiling!r}", str(given.as_of or ""))
        grouped[mark].append(given)
    told = [_told(held, givers[giver_words(held[0])], factor, reasons) for held in grouped.values()]
    return tuple(sorted(told, key=lambda one: _order(one.point)))


def _order(point: Point) -> tuple[date, str, str, str, str]:
    first = point.carriers[0]
    return point.day or date.max, point.name, first.report, first.figure, point.words


def _givers_of(members: Iterable[Given]) -> dict[frozenset[str], frozenset[str]]:
    """Give for each giver's words those it is counted under: the longest name that holds it, where there is just one."""
    known = {giver_words(given) for given in members}
    found = {}
    for words in known:
        wider = [other for other in known if words < other and is_held(words, other)]
        widest = [other for other in wider if not any(other < third and third in wider for third in wider)]
        found[words] = widest[0] if len(widest) == 1 else words
    return found


def _told(held: Sequence[Given], giver: frozenset[str], factor: float, reasons: Mapping[Key, Reason]) -> Told:
    first = held[0]
    days = [given.published for given in held if given.published]
    named = max(held, key=lambda given: (len(given.giver_name or given.giver or ""), given.giver_name or "", given.giver or ""))
    point = Point(
        day=first.as_of or min(days, default=None), last=max([*days, *((first.as_of,) if first.as_of else ())], default=None), giver=named.giver,
        name=named.giver_name or named.giver or named.voice, low=_shown(first.low, first, factor), high=_shown(first.high, first, factor),
        approximate=all(given.approximate for given in held), words=first.words, carriers=tuple(_carrier(given, reasons) for given in held),
    )  # fmt: skip
    return Told(point, first, giver)


def bounds_of(points: Iterable[Point]) -> tuple[float | None, float | None]:
    """Give the least and the greatest bound anybody sets, be it of a floor or a ceiling; None for a side on which nobody sets one."""
    held = tuple(points)
    bounds = [bound for point in held for bound in (point.low, point.high) if bound is not None]
    low = min(bounds, default=None) if any(point.low is not None for point in held) else None
    return low, max(bounds, default=None) if any(point.high is not None for point in held) else None


def _shown(bound: float | None, given: Given, factor: float) -> float | None:
    if bound is None or given.factor == factor:
        return bound
    return float(f"{bound * given.factor / factor:.4g}")


def _carrier(given: Given, reasons: Mapping[Key, Reason]) -> Carrier:
    score, why = reasons.get(given.key, _NAMED)
    return Carrier(given.report, given.figure, given.span, given.words, given.statement, given.published, score, why)


def revisions_of(told: Iterable[Told]) -> tuple[Revision, ...]:
    """Give what givers changed: neighbouring points of one giver on two days, with two numbers."""
    found = []
    for line in _lines(told):
        for earlier, later in zip(line, line[1:], strict=False):
            if earlier.point.day == later.point.day or is_same_number(earlier.first, later.first):
                continue
            up = later.first.value > earlier.first.value
            found.append(Revision(earlier.point, later.point, Direction.UP if up else Direction.DOWN))
    return tuple(sorted(found, key=lambda revision: (_order(revision.later), _order(revision.earlier))))


def _lines(told: Iterable[Told]) -> list[list[Told]]:
    """Give the points of each giver that have a day, by day; of several on one day the greatest comes last."""
    found: dict[frozenset[str], list[Told]] = defaultdict(list)
    for one in told:
        if one.point.day is not None:
            found[one.giver].append(one)
    return [
        sorted(line, key=lambda one: (one.point.day or date.max, one.first.value, _order(one.point))) for line in found.values()
    ]


def latest_of(told: Iterable[Told]) -> tuple[Point, ...]:
    """Give the last point of every giver, by day; one without a day only where its giver has no other."""
    last: dict[frozenset[str], Told] = {}
    for one in sorted(
        told, key=lambda one: (one.point.day is not None, one.point.day or date.min, one.first.value, _order(one.point))
    ):
        last[one.giver] = one
    return tuple(sorted((one.point for one in last.values()), key=_order))


def disagreements_of(told: Sequence[Told]) -> tuple[Disagreement, ...]:
    """Give the pairs of numbers that cannot both be so and stood at one time, each with all who gave it."""
    until = _held_until(told)
    against: dict[tuple[tuple[float, float], tuple[float, float]], tuple[set[int], set[int], list[date]]] = {}
    for at, one in enumerate(told):
        for beside in range(at + 1, len(told)):
            other = told[beside]
            if one.giver == other.giver or can_both_be(one.first, other.first) or not _met(one, other, until[at], until[beside]):
                continue
            if more_came(one.first, other.first):
                continue
            low, high = sorted((at, beside), key=lambda place: (told[place].first.value, place))
            pair = tuple((told[place].first.floor, told[place].first.ceiling) for place in (low, high))
            lower, higher, days = against.setdefault((pair[0], pair[1]), (set(), set(), []))
            lower.add(low)
            higher.add(high)
            days += [max(one.point.day, other.point.day)] if one.point.day and other.point.day else []
    found = [
        Disagreement(tuple(told[at].point for at in sorted(lower)), tuple(told[at].point for at in sorted(higher)), min(days, default=None))
        for lower, higher, days in against.values()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.since or date.max, _order(one.one[0]), _order(one.other[0]))))


def _held_until(told: Sequence[Told]) -> list[date]:
    """Give for each point the day up to which its giver stands by it: until its next number, at most some days after its last report."""
    ends = [(one.point.last or date.max - ONE_MOMENT) + ONE_MOMENT for one in told]
    for at, one in enumerate(told):
        later = [
            other.point.day
            for other in told
            if other.giver == one.giver and one.point.day and other.point.day and other.point.day > one.point.day
        ]
        if later:
            ends[at] = min(ends[at], max(min(later) - timedelta(days=1), one.point.day or date.min))
    return ends


def _met(one: Told, other: Told, one_ends: date, other_ends: date) -> bool:
    begins = [told.point.day or date.min for told in (one, other)]
    return begins[0] <= other_ends and begins[1] <= one_ends
