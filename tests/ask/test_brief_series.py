"""Quantities in a brief: by day and giver, a report's own by its outlet, small ones told in passing left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import situations
from sayso.ask import html_claims, markdown_claims
from sayso.ask.brief_figures import passing_figures, quantity_groups
from sayso.ask.brief_lines import Footnotes
from sayso.ask.brief_series import covered_figures, series_lines, shown_series, single_series
from sayso.ask.brief_words import counted
from sayso.findings.figure import FigureKind
from sayso.link.series import Carrier, Direction, Disagreement, Point, Revision, Series
from sayso.record.found import FoundFigure
from sayso.record.found_links import FoundSeries, Spread
from sayso.record.ledger import open_ledger
from sayso.record.view import View
from sayso.span import Span


@pytest.fixture
def view(tmp_path: Path) -> Iterator[View]:
    """Give the view of a wire story (40 and 60 barges) and a report of the next week (75)."""
    with open_ledger(tmp_path / "situation.db") as ledger:
        for reading in (situations.wire(), situations.later()):
            ledger.add(reading)
        yield ledger.view()


def point(row: FoundFigure, **more: object) -> Point:
    """Make the point of a figure."""
    it, day = row.figure, row.report.published
    carrier = Carrier(row.report.key, it.id, it.span, row.words, it.statement, day, 1.0, ())
    giver, name = (row.giver.key, row.giver.name) if row.giver else (None, row.report.key)
    made = Point(day, day, giver, name, it.low, it.high, it.approximate, row.words, (carrier,))
    return replace(made, **more)  # type: ignore[arg-type]


def series(
    rows: list[FoundFigure], *points: Point, revisions: tuple[Revision, ...] = (), against: tuple[Disagreement, ...] = ()
) -> FoundSeries:
    """Make a series of points, latest first, as no brief shows them."""
    numbers = [bound for each in points for bound in (each.low, each.high) if bound is not None]
    made = Series(
        "s",
        "barges at the crossing",
        FigureKind.COUNT,
        None,
        points[::-1],
        min(numbers),
        max(numbers),
        points,
        revisions,
        against,
    )
    findings = {f"{row.report.key}:{row.figure.id}": row.key for row in rows}
    return FoundSeries("s", made, findings, {row.report.key: row.report for row in rows}, Spread((), 2, None, None), ())


def test_numbers_rise_by_day_each_with_its_giver(view: View) -> None:
    rows = list(view.figures())
    early, other, late = (point(row) for row in rows)
    revision = Revision(early, late, Direction.UP)
    found = series(rows, early, other, late, revisions=(revision,), against=(Disagreement((other,), (late,), None),))
    (line,) = series_lines([found], Footnotes(view))
    assert [(one.amount, one.who, one.when) for one in line.given] == [
        ("40 or more", "Sweden", "in print Thu 2 May 2024"),
        ("about 60", "Finland", "in print Thu 2 May 2024"),
        ("75", "Sweden", "in print Thu 9 May 2024"),
    ]
    assert line.revised == ("Sweden: 40 or more, then 75 (Thu 9 May 2024)",)
    assert line.disputed == ("about 60 (Finland) against 75 (Sweden)",)
    assert (line.range, line.givers) == ("40–75", 2)
    assert all(one.cites for one in line.given)
    shown = "\n".join(markdown_claims.series([line]))
    assert "- in print Thu 2 May 2024: **40 or more** — Sweden [1]" in shown
    assert "- cannot both be so: about 60 (Finland) against 75 (Sweden)" in shown


def test_a_giver_s_numbers_stand_in_a_row(view: View) -> None:
    rows = list(view.figures())
    early, _, late = (point(row) for row in rows)
    last = replace(late, day=date(2024, 5, 20), last=date(2024, 5, 20), low=90, high=90, words="90", carriers=())
    revisions = (Revision(late, last, Direction.UP), Revision(early, late, Direction.UP))
    (line,) = series_lines([series(rows, early, late, last, revisions=revisions)], Footnotes(view))
    assert line.revised == ("Sweden: 40 or more, then 75 (Thu 9 May 2024), then 90 (Mon 20 May 2024)",)


def test_a_number_of_a_report_without_a_day_is_not_in_print_on_it(view: View) -> None:
    rows = list(view.figures())
    early, _, late = (point(row) for row in rows)
    undated = replace(early, carriers=tuple(replace(carrier, published=None) for carrier in early.carriers))
    (line,) = series_lines([series(rows, undated, late)], Footnotes(view))
    assert [one.when for one in line.given] == ["Thu 2 May 2024", "in print Thu 9 May 2024"]


def test_one_number_in_two_places_is_one_line_under_the_name_of_its_series(view: View) -> None:
    rows = list(view.figures())
    both = replace(point(rows[0]), carriers=tuple(carrier for row in rows[:2] for carrier in point(row).carriers))
    found = series(rows[:2], both)
    alone = single_series([replace(found, series=replace(found.series, name="Swedish barges sent to Olm"))])
    assert set(alone) == {rows[0].key, rows[1].key}
    groups = quantity_groups(rows, Footnotes(view), alone)
    (line,) = [line for group in groups for line in group.quantities if line.of == "Swedish barges sent to Olm"]
    assert sum(len(group.quantities) for group in groups) == 2
    assert len(line.cites) == 2


def test_one_number_is_told_once_against_all_it_cannot_stand_beside(view: View) -> None:
    rows = list(view.figures())
    low, middle, high = (point(row, low=n, high=n, approximate=False) for row, n in zip(rows, (40, 60, 75), strict=True))
    both = (Disagreement((low,), (high,), None), Disagreement((low,), (middle,), None))
    (line,) = series_lines([series(rows, low, middle, high, against=both)], Footnotes(view))
    assert line.disputed == ("40 (Sweden) against 60 (Finland) / 75 (Sweden)",)


def test_a_report_s_own_number_is_named_by_its_outlet_and_never_by_a_key(view: View) -> None:
    rows = list(view.figures())
    own = point(rows[2], giver=None, name=rows[2].report.key)
    (line,) = series_lines([series(rows, point(rows[0]), own)], Footnotes(view))
    assert [one.who for one in line.given] == ["Sweden", "Strait News itself"]


def test_bars_keep_within_their_cell(view: View) -> None:
    rows = list(view.figures())
    open_, up_to, same = point(rows[0]), point(rows[1], low=None, high=60), point(rows[2])
    (line,) = series_lines([series(rows, open_, up_to, same)], Footnotes(view))
    page = "".join(html_claims.series([line]))
    widths = [
        tuple(map(float, found)) for found in re.findall(r'<i style="width:([\d.]+)%"></i><b style="width:([\d.]+)%">', page)
    ]
    assert widths == [(53.3, 46.7), (0, 80), (100, 0)]


def test_what_is_told_in_passing_is_left_to_the_lists(view: View) -> None:
    rows = list(view.figures())
    few = [replace(row, figure=replace(row.figure, low=2, high=2), whose=None) for row in rows]
    passing = passing_figures(few, ())
    assert passing == {row.key for row in few}
    assert shown_series([series(few, *map(point, few))], passing) == []
    held = few[:2] + rows[2:]  # one large number among them
    assert len(shown_series([series(held, *map(point, held))], passing_figures(held, ()))) == 1


def test_a_small_number_of_somebody_s_own_is_not_in_passing(view: View) -> None:
    row = next(row for row in view.figures() if row.whose)
    few = replace(row, figure=replace(row.figure, low=2, high=2))
    assert passing_figures([few], ()) == frozenset()


def test_how_many_an_event_struck_is_not_in_passing(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "other.db") as ledger:
        ledger.add(situations.clash())
        events = list(ledger.view().events())
    struck = next(row for row in events if row.figures)
    few = replace(struck.figures[0], figure=replace(struck.figures[0].figure, low=3, high=3), whose=None)
    event = replace(struck, figures=(few,))
    assert passing_figures([few], [event]) == frozenset()
    assert passing_figures([few], []) == {few.key}


def test_a_single_number_is_no_series(view: View) -> None:
    rows = list(view.figures())[:1]
    assert shown_series([series(rows, point(rows[0]))], ()) == []
    both = list(view.figures())[:2]
    shown = shown_series([series(both, *map(point, both))], ())
    assert covered_figures(shown) == {row.key for row in both}


def test_a_number_of_nothing_named_is_shown_in_its_clause(view: View) -> None:
    row = next(row for row in view.figures() if row.words == "75")
    (named,), (bare,) = (
        [line for group in quantity_groups([one], Footnotes(view)) for line in group.quantities]
        for one in (row, replace(row, of=""))
    )
    assert (named.of, named.clause, counted(named)) == ("barges", "", "barges")
    assert counted(bare) == "“75 barges were now at the Olm crossing”"
    long = replace(row, of="", figure=replace(row.figure, span=Span(0, 6)))
    assert counted(quantity_groups([long], Footnotes(view))[0].quantities[0]) == "“Denmark declined to comment on the barges”"
