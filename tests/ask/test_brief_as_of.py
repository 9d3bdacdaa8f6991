"""A brief up to a day knows nothing of what was printed after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sayso.ask.brief_as_of import claims_as_of, series_as_of
from sayso.findings.figure import FigureKind
from sayso.link.claims import ClaimStatus, Stand
from sayso.link.origins import Origin, OriginKind
from sayso.link.series import Carrier, Direction, Disagreement, Point, Revision, Series
from sayso.record.found import ActorCard, ReportCard
from sayso.record.found_links import FoundClaim, FoundMove, FoundPosition, FoundSeries, Spread
from sayso.span import Span

FRIDAY, MONDAY = date(2024, 5, 3), date(2024, 5, 6)
WHO = ActorCard("SWE", "Sweden", "country", "SWE", "GOV")


def card(key: str, outlet: str, day: date | None) -> ReportCard:
    return ReportCard(
        key, None, outlet, day, "given", None, None, None, None, f"{outlet}:1", None, "en", 90, None, None, key, 1, 0
    )


def position(stand: Stand, report: ReportCard) -> FoundPosition:
    return FoundPosition(f"{report.key}:0", None, stand, WHO, False, report, (report.key,), Span(0, 5), "words", 1.0, ())


@pytest.fixture
def claim() -> FoundClaim:
    """Give a claim told on Friday by one origin, and on Monday by another, denied then and moved."""
    first, late = card("a", "Gull", FRIDAY), card("b", "Tern", MONDAY)
    origins = tuple(
        Origin(name, OriginKind.ACTOR, (of.key,), (str(of.outlet),), (), 0.9) for name, of in (("Sweden", first), ("Pelm", late))
    )
    positions = (position(Stand.ASSERTS, first), position(Stand.ASSERTS, late), position(Stand.DENIES, late))
    moves = (FoundMove(WHO, Stand.ASSERTS, Stand.DENIES, MONDAY, "b"),)
    return FoundClaim(
        "c", "words", ClaimStatus.CONTESTED, MONDAY, (), positions, origins, (), moves, Spread(("a", "b"), 2, FRIDAY, MONDAY), ()
    )


def test_who_denied_a_claim_later_has_not_denied_it_yet(claim: FoundClaim) -> None:
    (before,) = claims_as_of([claim], FRIDAY)
    assert [(p.stand, p.report.key) for p in before.positions] == [(Stand.ASSERTS, "a")]
    assert [origin.name for origin in before.origins] == ["Sweden"]
    assert (before.status, before.since, before.moves) == (ClaimStatus.UNCONTESTED, None, ())
    assert (before.support.outlets, before.support.reports) == (1, ("a",))


def test_without_a_last_day_or_with_a_late_one_nothing_is_cut(claim: FoundClaim) -> None:
    assert claims_as_of([claim], None) == [claim]
    assert claims_as_of([claim], MONDAY) == [claim]


def test_what_nobody_had_told_is_no_claim_yet_and_what_has_no_day_is_known(claim: FoundClaim) -> None:
    assert claims_as_of([claim], date(2024, 5, 1)) == []
    undated = replace(claim, positions=(position(Stand.ASSERTS, card("u", "Skua", None)),))
    assert claims_as_of([undated], date(2024, 5, 1)) == [undated]


def point(name: str, number: float, report: str, day: date) -> Point:
    carrier = Carrier(report, "f1", Span(0, 2), str(number), "s1", day, 1.0, ())
    return Point(day, day, name, name, number, number, False, str(number), (carrier,))


def test_later_numbers_are_not_known_yet() -> None:
    first, other, late = point("SWE", 40, "a", FRIDAY), point("FIN", 60, "d", FRIDAY), point("SWE", 75, "b", MONDAY)
    made = Series(
        "s", "barges", FigureKind.COUNT, None, (first, other, late), 40, 75, (other, late), (Revision(first, late, Direction.UP),),
        (Disagreement((first,), (other,), FRIDAY), Disagreement((other,), (late,), MONDAY)),
    )  # fmt: skip
    found = FoundSeries("s", made, {"a:f1": "k1", "d:f1": "k2", "b:f1": "k3"}, {}, Spread((), 3, FRIDAY, MONDAY), ())
    (before,) = series_as_of([found], FRIDAY)
    assert before.series.points == (first, other)
    assert (before.series.low, before.series.high, before.series.revisions) == (40, 60, ())
    assert before.series.disagreements == made.disagreements[:1]
    assert set(before.findings.values()) == {"k1", "k2"}
    assert series_as_of([found], MONDAY) == [found]
    assert series_as_of([found], date(2024, 5, 1)) == []
