"""Series of figures → lines of a brief: one quantity with every number given for it, by day, with what was revised and what is disputed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..findings.figure import FigureKind
from ..link.series import Point, Series
from ..record.found_links import FoundSeries
from .amounts import amount, day_in_words
from .brief_claim_parts import Given, SeriesLine
from .brief_lines import Footnotes
from .visible import one_line


@dataclass(frozen=True, slots=True)
class _Amount:
    kind: FigureKind
    low: float | None
    high: float | None
    unit: str | None
    approximate: bool


def series_lines(found: Iterable[FoundSeries], notes: Footnotes) -> tuple[SeriesLine, ...]:
    """Give the series of which more than one number is given; those of most givers first."""
    several = [one for one in found if len(one.series.points) > 1]
    ordered = sorted(
        several, key=lambda one: (-len(_givers(one)), -len(one.series.points), one.spread.first or date.max, one.key)
    )
    return tuple(_line(one, notes) for one in ordered)


def covered_figures(found: Iterable[FoundSeries]) -> frozenset[str]:
    """Give the keys of the figures that stand in these lines."""
    return frozenset(key for one in found if len(one.series.points) > 1 for key in one.findings.values())


def _givers(one: FoundSeries) -> set[str]:
    return {point.giver or point.name for point in one.series.points}


def _line(one: FoundSeries, notes: Footnotes) -> SeriesLine:
    it = one.series
    given = tuple(_given(point, one, notes) for point in sorted(it.points, key=lambda p: (_day(p) or date.max, p.name, p.words)))
    revised = tuple(
        f"{r.later.name}: {in_words(it, r.earlier)}, then {in_words(it, r.later)}{_on(r.later)}" for r in it.revisions
    )
    disputed = tuple(
        f"{' / '.join(dict.fromkeys(_told(it, p) for p in d.one))} against {' / '.join(dict.fromkeys(_told(it, p) for p in d.other))}"
        for d in it.disagreements
    )
    whole = amount(_Amount(it.kind, it.low, it.high, it.unit, False), "")
    return SeriesLine(one.key, one_line(it.name), whole, given, revised, disputed)


def in_words(series: Series, point: Point) -> str:
    """Give a number of a series in words a reader checks it by."""
    return one_line(amount(_Amount(series.kind, point.low, point.high, series.unit, point.approximate), point.words))


def _told(series: Series, point: Point) -> str:
    return f"{in_words(series, point)} ({point.name})"


def _given(point: Point, one: FoundSeries, notes: Footnotes) -> Given:
    day = _day(point)
    cites = []
    for carrier in point.carriers:
        member = f"{carrier.report}:{carrier.figure}"
        if carrier.report in one.reports:
            cites.append(notes.place(one.findings.get(member, member), one.reports[carrier.report], (carrier.span,)))
    printed = f"in print {day_in_words(day)}" if day else None
    when = day_in_words(point.day) if point.day and point.day != day else printed
    return Given(
        in_words(one.series, point), one_line(point.words), point.name, point.giver, when, day, len(point.reports), tuple(dict.fromkeys(cites)),
    )  # fmt: skip


def _day(point: Point) -> date | None:
    return min((c.published for c in point.carriers if c.published), default=point.day)


def _on(point: Point) -> str:
    day = _day(point)
    return f" ({day_in_words(day)})" if day else ""
