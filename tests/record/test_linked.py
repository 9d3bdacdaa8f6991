"""Rulings on what reports share: claims, stories, happenings and series as people put them together and apart, in any order of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from made_readings import reading
from sayso.errors import WrongCall
from sayso.findings.decision import Decision, RecordKind, Verdict
from sayso.record.deciding import Judgement, carried
from sayso.record.ledger import Ledger, open_ledger

LINKED = ("claims", "stories", "happenings", "series")


@pytest.fixture
def two(ledger: Ledger) -> Ledger:
    """Give a ledger of two made reports of one story, with a claim, an event and a figure of each."""
    for number in (1, 2):
        ledger.add(reading(number))
    return ledger


def rule(ledger: Ledger, verdict: str, *on: str, of: RecordKind | None = None) -> Decision:
    (one,) = ledger.decide(Judgement(Verdict(verdict), on, "ina", "read them both", of))
    return one.decision


def keys(ledger: Ledger, what: str) -> list[str]:
    listed: Callable[[], object] = getattr(ledger, what)
    return [row.key for row in listed()]  # type: ignore[attr-defined]  # a Table of one of four kinds


def everything(ledger: Ledger) -> list[object]:
    return [row for what in LINKED for row in getattr(ledger, what)()]


@pytest.mark.parametrize("what", ["claims", "happenings", "series"])
def test_two_that_are_merged_are_one_until_it_is_undone(two: Ledger, what: str) -> None:
    before = everything(two)
    one, other = keys(two, what)
    made = rule(two, "merge", one[:8], other[:8])
    assert keys(two, what) == [one]
    two.add(reading(1))
    assert keys(two, what) == [one]
    two.undo(made.id, who="ina", why="they are two")
    assert everything(two) == before


def test_a_story_is_split_and_put_together_again(two: Ledger) -> None:
    before = everything(two)
    (story,) = keys(two, "stories")
    reports = sorted(card.key for card in two.reports())
    made = rule(two, "split", story, reports[0])
    assert len(keys(two, "stories")) == 2
    assert {subject.key for subject in made.subjects} == set(reports)
    rule(two, "merge", *keys(two, "stories"))
    assert everything(two) == before
    assert [row.state for row in two.view().decisions()] == ["overruled", "in force"]


def test_what_is_rejected_takes_no_part(two: Ledger) -> None:
    before = everything(two)
    figure = two.figures()[0].key
    made = rule(two, "reject", figure)
    assert len(keys(two, "series")) == 1
    two.undo(made.id, who="ina", why="no")
    assert everything(two) == before
    rule(two, "reject", keys(two, "claims")[0])
    assert len(keys(two, "claims")) == 1
    assert len(two.statements()) == 4  # as statements they stay


def test_a_linked_record_is_not_corrected(two: Ledger) -> None:
    key = keys(two, "series")[0]
    with pytest.raises(WrongCall, match="merge, split or reject its members"):
        two.decide(Judgement(Verdict.CORRECT, (key,), "ina", "why", changes=(("of", "carts"),)))


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 1, 2)])
def test_the_order_of_reading_and_ruling_does_not_count(two: Ledger, tmp_path: Path, order: tuple[int, ...]) -> None:
    two.add(reading(3))
    rule(two, "merge", *keys(two, "claims")[:2])
    rule(two, "merge", *keys(two, "series")[:2])
    lines = [carried(row.decision) for row in two.view().decisions()]
    with open_ledger(tmp_path / "other.db") as other:
        other.bring_decisions(lines)
        for number in order:
            other.add(reading(number))
        assert everything(other) == everything(two)
