"""Series of figures and two days → what changed: a giver's number that moved, another giver's number, and numbers that cannot both be so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ..link.series import Point
from ..record.found_links import FoundSeries
from .brief_words import giver_name
from .change_parts import Change, ChangeKind, Cited, within
from .visible import one_line


def changed_figures(found: Iterable[FoundSeries], since: date, until: date | None) -> Iterator[Change]:
    """Give what changed in series between two days of publication, both inclusive; a series that is new as a whole is no change of a figure."""
    for one in found:
        points = one.series.points
        before = [p for p in points if (day := told_on(p)) and day < since]
        fresh = [p for p in points if within(told_on(p), since, until)]
        if not before or not fresh:
            continue
        revised = [r for r in one.series.revisions if r.later in fresh]
        for revision in revised:
            yield _change(
                ChangeKind.FIGURE_MOVED, one, revision.later, f"{revision.earlier.words}", (revision.earlier, revision.later)
            )
        moved = [r.later for r in revised]
        disputed = [p for d in one.series.disagreements for p in (*d.one, *d.other)]
        for point in fresh:
            if point in moved:
                continue
            kind = ChangeKind.FIGURE_DISPUTED if point in disputed else ChangeKind.NEW_FIGURE
            yield _change(kind, one, point, "; ".join(f"{giver_name(one, p)}: {p.words}" for p in _latest(before)), (point,))


def told_on(point: Point) -> date | None:
    """Give the day of the first report that gives a number; None where no day is known."""
    return min((c.published for c in point.carriers if c.published), default=None)


def _latest(points: Sequence[Point]) -> list[Point]:
    """Give each giver's last number, by giver."""
    found: dict[str, Point] = {}
    for point in sorted(points, key=lambda p: (told_on(p) or date.min, p.words)):
        found[point.giver or point.name] = point
    return [found[name] for name in sorted(found)]


def _change(kind: ChangeKind, one: FoundSeries, point: Point, before: str, cited: Sequence[Point]) -> Change:
    cites = []
    for each in cited:
        carrier = each.carriers[0]
        card = one.reports[carrier.report]
        member = f"{carrier.report}:{carrier.figure}"
        cites.append(
            Cited(one.findings.get(member), card.key, card.outlet, card.published, (carrier.span,), one_line(carrier.words))
        )
    return Change(
        kind, one.key, one_line(one.series.name), giver_name(one, point), before, point.words, told_on(point), 0, one.spread.outlets, len(one.spread.reports), tuple(cites),
    )  # fmt: skip
