"""Series of figures → lines of a brief: one quantity with every number given for it, by day, with what was revised and what is disputed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..findings.figure import FigureKind
from ..link.series import Disagreement, Point, Revision, Series
from ..record.found_links import FoundSeries
from .amounts import amount, day_in_words, number
from .brief_as_of import printed_on
from .brief_claim_parts import Given, SeriesLine
from .brief_lines import Footnotes
from .brief_words import giver_name
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


def single_series(found: Iterable[FoundSeries]) -> dict[str, FoundSeries]:
    """Give for the key of every figure whose number stands alone, be it in headline and text, the series it makes."""
    return {key: one for one in found if len(one.series.points) == 1 for key in one.findings.values()}


def _givers(one: FoundSeries) -> set[str]:
    return {point.giver or point.name for point in one.series.points}


def _line(one: FoundSeries, notes: Footnotes) -> SeriesLine:
    it = one.series
    given = tuple(_given(point, one, notes) for point in sorted(it.points, key=_by_day))
    revised = tuple(_revised(it.revisions, one, notes))
    whole = amount(_Amount(it.kind, it.low, it.high, it.unit, False), number(it.low or it.high or 0))
    return SeriesLine(one.key, one_line(it.name), whole, given, revised, _disputes(one, notes), len(_givers(one)))


def _revised(revisions: Sequence[Revision], one: FoundSeries, notes: Footnotes) -> Iterator[str]:
    """Give each giver's numbers in a row: "South Korea: about 1,500, then about 3,000 (23 Oct), then 11,000 (30 Oct)"."""
    rows: list[list[Point]] = []
    for revision in sorted(revisions, key=lambda r: _by_day(r.later)):
        row = next((row for row in rows if row[-1] == revision.earlier), None)
        if row is None:
            rows.append([revision.earlier, revision.later])
        else:
            row.append(revision.later)
    for first, *later in rows:
        then = ", ".join(f"then {in_words(one.series, point)}{_on(point)}" for point in later)
        yield f"{_who(later[-1], one, notes)}: {in_words(one.series, first)}, {then}"


def _by_day(point: Point) -> tuple[object, ...]:
    return (printed_on(point) or date.max, point.high or point.low or 0, point.name, point.words)


def in_words(series: Series, point: Point) -> str:
    """Give a number of a series in words a reader checks it by."""
    return one_line(amount(_Amount(series.kind, point.low, point.high, series.unit, point.approximate), point.words))


def _disputes(one: FoundSeries, notes: Footnotes) -> tuple[str, ...]:
    """Give each lower number once, against all the higher ones that cannot be so beside it."""
    against: dict[str, dict[str, None]] = {}
    for each in sorted(one.series.disagreements, key=_by_bounds):
        low = " / ".join(dict.fromkeys(_told(point, one, notes) for point in each.one))
        against.setdefault(low, {}).update(dict.fromkeys(_told(point, one, notes) for point in each.other))
    return tuple(f"{low} against {' / '.join(higher)}" for low, higher in against.items())


def _by_bounds(each: Disagreement) -> tuple[object, ...]:
    low, high = each.one[0], each.other[0]
    return (low.high or low.low or 0, low.name, high.low or high.high or 0, high.name, low.words, high.words)


def _told(point: Point, one: FoundSeries, notes: Footnotes) -> str:
    return f"{in_words(one.series, point)} ({_who(point, one, notes)})"


def _who(point: Point, one: FoundSeries, notes: Footnotes) -> str:
    """Give whose number it is, with the state or body spoken for; a report's own by its outlet, else by its place, never by a key."""
    if point.giver is not None:
        other = _speaks_for(point, one, notes)
        return f"{point.name} (for {other})" if other and other != point.name else point.name
    return f"{giver_name(one, point)} itself"


def _speaks_for(point: Point, one: FoundSeries, notes: Footnotes) -> str | None:
    """Give for whom the giver speaks, as the first report of the series says it that does."""
    for where in (each for other in (point, *one.series.points) if other.giver == point.giver for each in other.carriers):
        if where.report not in one.reports:
            continue
        reading = notes.reading(where.report)
        statement = next((s for s in reading.statements if s.id == where.statement), None)
        speaker = reading.actor(statement.speaker) if statement else None
        other = reading.actor(statement.speaks_for) if statement and speaker and speaker.key == point.giver else None
        if other is not None:
            return other.name
    return None


def _given(point: Point, one: FoundSeries, notes: Footnotes) -> Given:
    day, printed = printed_on(point), any(c.published for c in point.carriers)
    cites = []
    for where in point.carriers:
        member = f"{where.report}:{where.figure}"
        if where.report in one.reports:
            cites.append(notes.place(one.findings.get(member, member), one.reports[where.report], (where.span,)))
    when = f"in print {day_in_words(day)}" if day and printed else None
    if point.day and (point.day != day or not printed):
        when = day_in_words(point.day)
    return Given(
        in_words(one.series, point), one_line(point.words), _who(point, one, notes), point.giver, when, day, len(point.reports),
        tuple(dict.fromkeys(cites)), point.low, point.high,
    )  # fmt: skip


def _on(point: Point) -> str:
    day = printed_on(point)
    return f" ({day_in_words(day)})" if day else ""
