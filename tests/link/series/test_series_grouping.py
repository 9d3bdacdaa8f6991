"""Series: points by giver and day, revisions, disputes; the same whatever the order, and part by part."""

import random
from datetime import date

import pytest
from numbers_given import dead, soldiers

import sayso
from sayso.link.joining import Rulings
from sayso.link.series import Direction, Given, Series, candidates, series_from, series_of, verdict_of

SPY = {"giver": "tarvo-spies", "giver_name": "Tarvo's spy agency"}
VADIA = {"giver": "VAD", "giver_name": "Vadia"}
MINISTER = {"giver": "denmar-minister", "giver_name": "Denmar's foreign minister"}
SENT = [
    soldiers(10000, report="r1", published=date(2031, 6, 1), **SPY),
    soldiers(low=3000, high=None, report="r2", published=date(2031, 6, 1), words="at least 3,000", **VADIA),
    soldiers(low=11000, high=12000, report="r3", published=date(2031, 6, 2), words="11,000 or 12,000", giver="KOR", giver_name="Korvia"),
    soldiers(12000, report="r4", published=date(2031, 6, 10), **SPY),
    soldiers(low=None, high=500, report="r5", published=date(2031, 6, 11), words="fewer than 500", **MINISTER),
    soldiers(1500, report="r6", published=date(2031, 6, 11), stages=frozenset(("prepared",)), done="preparing", **SPY),
]  # fmt: skip


def grouped(given: list[Given], rulings: Rulings[str] | None = None) -> tuple[Series, ...]:
    """Group figures with a verdict on every candidate."""
    return series_from(given, {(a.key, b.key): verdict_of(a, b) for a, b in candidates(given)}, rulings)


def test_ranges_of_many_givers_stand_side_by_side() -> None:
    sent, prepared = grouped(SENT)
    assert sent.name == "soldiers sent to Korvia"
    assert (sent.low, sent.high) == (500, 12000)
    assert {point.words for point in sent.points} == {"10,000", "at least 3,000", "11,000 or 12,000", "fewer than 500", "12,000"}
    assert prepared.name.startswith("soldiers being prepared")
    assert [point.words for point in prepared.points] == ["1,500"]


def test_a_revision_is_told_from_a_disagreement() -> None:
    sent, _ = grouped(SENT)
    (revision,) = sent.revisions
    assert (revision.earlier.words, revision.later.words, revision.direction) == ("10,000", "12,000", Direction.UP)
    disputes = {(dispute.one[0].words, dispute.other[0].words) for dispute in sent.disagreements}
    assert ("fewer than 500", "12,000") in disputes
    assert not any("at least 3,000" in (low, high) and "fewer than 500" not in (low, high) for low, high in disputes)


def test_the_latest_number_of_every_giver_is_kept() -> None:
    sent, _ = grouped(SENT)
    assert {point.name: point.words for point in sent.latest}["Tarvo's spy agency"] == "12,000"
    assert len(sent.latest) == 4


def test_thirty_carriers_of_one_number_are_one_point() -> None:
    carried = [
        soldiers(10000, report=f"r{at:02}", published=date(2031, 6, 1 + at // 10), voice=f"outlet {at}", **SPY)
        for at in range(30)
    ]
    (series,) = grouped(carried)
    (point,) = series.points
    assert len(point.reports) == 30
    assert (point.day, point.last) == (date(2031, 6, 1), date(2031, 6, 3))
    assert not series.revisions
    assert not series.disagreements


def test_weeks_between_two_givers_are_no_dispute() -> None:
    early = dead(10, report="r1", published=date(2031, 6, 1), **VADIA)
    late = dead(40, report="r2", published=date(2031, 6, 20), **SPY)
    (series,) = grouped([early, late])
    assert not series.disagreements


def test_the_order_of_figures_changes_nothing() -> None:
    given = [*SENT, *(dead(at, report=f"q{at}", published=date(2031, 6, 1 + at % 4), **VADIA) for at in range(8, 16))]
    expected = grouped(given)
    for seed in range(5):
        mixed = random.Random(seed).sample(given, len(given))
        assert grouped(mixed) == expected


def test_a_part_by_itself_gives_what_it_gives_in_the_whole() -> None:
    others = [dead(at, report=f"q{at}", **VADIA) for at in (8, 9)]
    whole = grouped([*SENT, *others])
    assert set(grouped(SENT)) | set(grouped(others)) == set(whole)


def test_rulings_are_above_what_was_found() -> None:
    one, other = SENT[0], SENT[1]
    split = grouped(SENT[:2], Rulings(apart=frozenset(((one.key, other.key),))))
    assert len(split) == 2
    merged = grouped([SENT[0], SENT[5]], Rulings(together=((SENT[0].key, SENT[5].key),)))
    assert len(merged) == 1
    assert merged[0].points[1].carriers[0].reasons == ("somebody ruled so",)


@pytest.mark.model
def test_readings_become_series() -> None:
    told = [
        ("Denmar has sent 10,000 soldiers to Ukraine, Poland's spy agency said on Monday.", "2031-06-02"),
        ("At least 3,000 soldiers from Denmar are in Ukraine, the United States said.", "2031-06-02"),
        ("Poland's spy agency now says that Denmar has sent 12,000 soldiers to Ukraine.", "2031-06-12"),
        ("Some 600 soldiers from Denmar have been killed in Ukraine, Poland's spy agency said.", "2031-06-12"),
    ]
    readings = [sayso.parse(text, published=day, url=f"https://orm.example/{at}") for at, (text, day) in enumerate(told)]
    first, killed = series_of(readings)
    assert [len(first.points), len(first.revisions), len(killed.points)] == [3, 1, 1]
    assert series_of(readings[::-1]) == (first, killed)
