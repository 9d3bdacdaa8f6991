"""Series of figures → lines of a brief: one quantity with every number given for it, by day, with what was revised and what is disputed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from ..findings.figure import FigureKind
from ..link.series import Disagreement, Point, Series
from ..record.found_links import FoundSeries
from .amounts import amount, day_in_words, number
from .brief_as_of import printed_on
from .brief_claim_parts import Given, SeriesLine
from .brief_lines import Footnotes
from .brief_words import carrier
from .visible import one_line


@dataclass(frozen=True, slots=True)
class _Amount:
    kind: FigureKind
    low: float | None
    high: float | None
    unit: str | None
    approximate: bool


def shown_series(found: Iterable[FoundSeries], passing: Collection[str]) -> list[FoundSeries]:
    """Give the series a brief shows: several numbers, not all of them among the passing figures; those of most givers first."""
    several = [one for one in found if len(one.series.points) > 1 and not set(one.findings.values()) <= set(passing)]
    return sorted(several, key=lambda one: (-len(_givers(one)), -len(one.series.points), one.spread.first or date.max, one.key))


def series_lines(shown: Iterable[FoundSeries], notes: Footnotes) -> tuple[SeriesLine, ...]:
    """Give their lines."""
    return tuple(_line(one, notes) for one in shown)


def covered_figures(shown: Iterable[FoundSeries]) -> frozenset[str]:
    """Give the keys of the figures that stand in these lines."""
    return frozenset(key for one in shown for key in one.findings.values())


def _givers(one: FoundSeries) -> set[str]:
    return {point.giver or point.name for point in one.series.points}


def _line(one: FoundSeries, notes: Footnotes) -> SeriesLine:
    it = one.series
    given = tuple(_given(point, one, notes) for point in sorted(it.points, key=_by_day))
    revised = tuple(
        f"{_who(r.later, one)}: {in_words(it, r.earlier)}, then {in_words(it, r.later)}{_on(r.later)}" for r in it.revisions
    )
    whole = amount(_Amount(it.kind, it.low, it.high, it.unit, False), number(it.low or it.high or 0))
    return SeriesLine(one.key, one_line(it.name), whole, given, revised, _disputes(one), len(_givers(one)))


def _by_day(point: Point) -> tuple[object, ...]:
    return (printed_on(point) or date.max, point.high or point.low or 0, point.name, point.words)


def in_words(series: Series, point: Point) -> str:
    """Give a number of a series in words a reader checks it by."""
    return one_line(amount(_Amount(series.kind, point.low, point.high, series.unit, point.approximate), point.words))


def _disputes(one: FoundSeries) -> tuple[str, ...]:
    """Give each lower number once, against all the higher ones that cannot be so beside it."""
    against: dict[str, dict[str, None]] = {}
    for each in sorted(one.series.disagreements, key=_by_bounds):
        low = " / ".join(dict.fromkeys(_told(point, one) for point in each.one))
        against.setdefault(low, {}).update(dict.fromkeys(_told(point, one) for point in each.other))
    return tuple(f"{low} against {' / '.join(higher)}" for low, higher in against.items())


def _by_bounds(each: Disagreement) -> tuple[object, ...]:
    low, high = each.one[0], each.other[0]
    return (low.high or low.low or 0, low.name, high.low or high.high or 0, high.name, low.words, high.words)


def _told(point: Point, one: FoundSeries) -> str:
    return f"{in_words(one.series, point)} ({_who(point, one)})"


def _who(point: Point, one: FoundSeries) -> str:
    """Give whose number it is; a report's own by its outlet, else by its place, never by a key."""
    if point.giver is not None:
        return point.name
    card = one.reports.get(point.name)
    return f"{carrier(card.outlet, card.place) if card else point.name} itself"


def _given(point: Point, one: FoundSeries, notes: Footnotes) -> Given:
    day = printed_on(point)
    cites = []
    for where in point.carriers:
        member = f"{where.report}:{where.figure}"
        if where.report in one.reports:
            cites.append(notes.place(one.findings.get(member, member), one.reports[where.report], (where.span,)))
    printed = f"in print {day_in_words(day)}" if day else None
    when = day_in_words(point.day) if point.day and point.day != day else printed
    return Given(
        in_words(one.series, point), one_line(point.words), _who(point, one), point.giver, when, day, len(point.reports),
        tuple(dict.fromkeys(cites)), point.low, point.high,
    )  # fmt: skip


def _on(point: Point) -> str:
    day = printed_on(point)
    return f" ({day_in_words(day)})" if day else ""
