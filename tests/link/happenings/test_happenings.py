"""Tellings of invented events become happenings: joined, kept apart, with what they disagree on, in any order."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from sayso.link.happenings import (
    Differing,
    Happening,
    Party,
    Size,
    Told,
    Where,
    happenings_from,
    happenings_of,
    told_in,
    verdict_of,
    verdicts_of,
)
from sayso.link.happenings.signals import signals
from sayso.link.happenings.tellings import Teller
from sayso.link.happenings.weighing import weights
from sayso.link.joining import Rulings
from sayso.when import When
from situations import CLASH, clash, event, later, span, wire

NOR = Party("NOR", "Norland", "NOR", "country")
FIN = Party("FIN", "Finland", "FIN", "country")
SWE = Party("SWE", "Sweden", "SWE", "country")
OLM, ELM = Where("Port Olm", "NOR", "town", 59.5, 10.25), Where("Elmhavn", "NOR", "town", 63.0, 14.0)
RIVER = frozenset("norland olm port shell crossing barge river guard bridge finland".split())
TRIAL = frozenset("court judge verdict thief painting museum sentence lawyer appeal jury".split())


def on(day: int, length: int = 1) -> When:
    """Give a day of May 2024, or several."""
    first = date(2024, 5, day)
    return When(first, first + timedelta(days=length), f"{day} May")


def told(report: str, words: str = "shelled", **more: Any) -> Told:
    """Make the telling of a shelling on the river."""
    made = Told(
        report, "e1", 40, words, date(2024, 5, 3), 0, "ASSAULT", ("heavy-weapons",), "MATERIAL CONFLICT", frozenset(("shell",)),
        frozenset(("shell", "attack")), (NOR,), (), OLM, on(2), matter=frozenset(("kill", "gun")), names=frozenset(("norland", "olm")),
        people=frozenset(("NOR",)), gist=RIVER, cast=frozenset(("norland", "olm", "finland")),
    )  # fmt: skip
    return replace(made, **more)


def made(*tellings: Told, rulings: Rulings[str] | None = None) -> tuple[Happening, ...]:
    """Make happenings of tellings, every pair judged that may be of one."""
    return happenings_from(tellings, verdicts_of(tellings), rulings)


def test_told_by_two_reports_is_one_event() -> None:
    first, second = told("r1"), told("r2", "bombarded", stems=frozenset(("bombard",)), published=date(2024, 5, 4))
    (happening,) = made(second, first)
    assert [telling.told.report for telling in happening.tellings] == ["r1", "r2"]
    assert happening.first_published == date(2024, 5, 3)
    assert happening.event_type == "ASSAULT"
    assert happening.actors == (NOR,)
    assert happening.date == on(2)
    assert happening.disagreements == ()
    assert "words that tell the same: “shelled”, “bombarded”" in happening.tellings[1].reasons
    assert "the same day" in happening.tellings[1].reasons


@pytest.mark.parametrize(
    "other",
    [
        {"date": on(9), "place": None, "actors": ()},
        {"place": ELM, "date": None, "actors": ()},
        {"actors": (FIN,), "date": None, "place": None},
        {"date": on(9), "place": ELM},
        {"reality": "hypothetical"},
    ],
    ids=["another day", "another place", "another actor", "day and place", "only possible"],
)
def test_what_cannot_be_one_is_two(other: dict[str, Any]) -> None:
    first, second = told("r1"), told("r2", **other)
    verdict = verdict_of(first, second)
    assert verdict.apart and not verdict.same
    assert len(made(first, second)) == 2


def test_no_third_telling_ties_what_must_stay_apart() -> None:
    early, late = told("r1", actors=(), place=None), told("r2", date=on(9), published=date(2024, 5, 10), actors=(), place=None)
    undated = told("r3", date=None, actors=(), place=None, published=date(2024, 5, 10))
    groups = [{t.told.report for t in happening.tellings} for happening in made(early, late, undated)]
    assert {"r1", "r2"} not in [group & {"r1", "r2"} for group in groups]


def test_another_story_is_another_event() -> None:
    there = told(
        "r2", "shelled", actors=(), place=None, date=None, names=frozenset(("court",)), gist=TRIAL, cast=frozenset(("court",))
    )
    assert not verdict_of(told("r1", actors=(), place=None, date=None), there).same


def test_one_thing_told_otherwise_is_a_disagreement() -> None:
    size = {"sizes": (Size("12 people", ("person",), 12, 12),)}
    first, second = told("r1", **size), told("r2", date=on(1), **size)
    third = told("r3", sizes=(Size("at least 20 people", ("person",), 20, None),))
    (happening,) = made(first, second, third)
    days, sizes = happening.disagreements
    assert days.what is Differing.DATE
    assert [(side.value, side.reports) for side in days.sides] == [("2024-05-02", ("r1", "r3")), ("2024-05-01", ("r2",))]
    assert sizes.what is Differing.SIZE
    assert [(side.value, side.reports) for side in sizes.sides] == [("12 people", ("r1", "r2")), ("at least 20 people", ("r3",))]
    assert happening.date == on(2)
    assert len(happening.sizes) == 3
    assert any("another day" in telling.reasons for telling in happening.tellings)


def test_two_named_in_one_report_are_two() -> None:
    minister, ministry = Party("ana-dal", "Ana Dal", "NOR", "person"), Party("norland-ministry", "Norland’s ministry", "NOR")
    plain = {"place": None, "date": None, "stems": frozenset(("demand",)), "quad": "VERBAL CONFLICT", "event_type": "REQUEST"}
    one, other = (
        told("r1", "demanded", actors=(minister,), **plain),
        told("r1", "demanded", actors=(ministry,), event="e2", **plain),
    )
    assert verdict_of(one, other).apart
    assert not verdict_of(one, replace(other, report="r2")).apart


def test_other_things_counted_are_no_disagreement() -> None:
    killed, hurt = Size("12 dead", ("dead",), 12, 12), Size("30 wounded", ("wound",), 30, 30)
    (happening,) = made(told("r1", sizes=(killed,)), told("r2", sizes=(hurt,)))
    assert happening.disagreements == ()


def test_days_narrow_one_another() -> None:
    (happening,) = made(told("r1", date=on(1, 7)), told("r2", date=on(2)))
    assert happening.date == on(2)
    assert happening.disagreements == ()


def test_a_denial_contests_and_does_not_split() -> None:
    denied = told("r2", reality="negated", status="denied", denied_by=("NOR",))
    (happening,) = made(told("r1", asserted_by=("FIN",)), denied)
    assert happening.is_contested
    assert (happening.asserted_by, happening.denied_by) == (("FIN",), ("NOR",))
    assert [one.what for one in happening.disagreements] == [Differing.REALITY]


def test_a_plan_carried_out_is_no_disagreement() -> None:
    plan = told("r1", reality="planned", published=date(2024, 5, 1))
    (happening,) = made(plan, told("r2"))
    assert happening.disagreements == ()
    assert happening.reality in ("planned", "happened")


def test_what_has_happened_is_not_on_a_day_after_the_report() -> None:
    early = told("r1", date=None, published=date(2024, 4, 20))
    assert verdict_of(early, told("r2", place=None, actors=())).apart


def test_people_are_above_it() -> None:
    first, second, third = told("r1"), told("r2"), told("r3", date=on(9), place=ELM)
    split = Rulings(apart=frozenset(((second.key, first.key),)))
    assert len(made(first, second, rulings=split)) == 2
    merged = made(first, third, rulings=Rulings(together=((first.key, third.key),)))
    assert len(merged) == 1
    assert "ruled to be of one event" in merged[0].tellings[1].reasons


def test_order_changes_nothing_and_a_component_stands_alone() -> None:
    tellings = [
        told("r1"), told("r2", date=on(1, 7)), told("r3", date=on(9), place=ELM), told("r4", date=None, place=None), told("r5", actors=(FIN,)),
        told("r6", "sentenced", event_type="COERCE", stems=frozenset(("sentence",)), groups=frozenset(), gist=TRIAL, place=None, actors=(), date=None),
        told("r7", "jailed", event_type="COERCE", stems=frozenset(("jail",)), groups=frozenset(), gist=TRIAL, place=None, actors=(), date=None),
    ]  # fmt: skip
    whole = made(*tellings)
    for seed in range(20):
        random.Random(seed).shuffle(tellings)
        verdicts = {pair[:: 1 - 2 * (seed % 2)]: verdict for pair, verdict in verdicts_of(tellings).items()}
        assert happenings_from(tellings, verdicts) == whole
    trial = [one for one in tellings if one.gist == TRIAL]
    river = [one for one in tellings if one.gist == RIVER]
    assert set(made(*trial)) | set(made(*river)) == set(whole)


def test_a_row_gives_the_telling_back() -> None:
    one = told(
        "r1", sizes=(Size("12", ("person",), 12, None, None, "FIN"),), asserted_by=("FIN",), times=frozenset(("2024-05-02",))
    )
    assert Told.from_json(json.loads(json.dumps(one.to_json()))) == one
    assert Told.from_json(told("r1", place=None, date=None).to_json()) == told("r1", place=None, date=None)
    for reading in (clash(), wire(), later()):
        for each in told_in(reading):
            assert Told.from_json(json.loads(json.dumps(each.to_json()))) == each


def test_what_a_reading_tells() -> None:
    closed, shelled, *_ = told_in(clash())
    assert (closed.event, closed.event_type, closed.place and closed.place.name) == ("e1", "COERCE", "Port Olm")
    assert (shelled.asserted_by, shelled.denied_by, shelled.status) == (("FIN",), ("NOR",), "contested")
    assert shelled.stems == {"shell"}
    assert [(size.low, size.high) for size in shelled.sizes] == [(12, 12)]
    assert "finland" in shelled.names
    assert shelled.line == 1


def test_twice_in_one_report_is_one_event() -> None:
    reading = clash()
    text = CLASH
    again = event(text, "e9", ("Norland", "shelling", "the port"), "ASSAULT", ("a1", None), modes=("heavy-weapons",), place="p1")
    happenings = happenings_of([replace(reading, events=(*reading.events, again)), reading])
    shelling = [happening for happening in happenings if happening.words == "shelled"]
    assert [[telling.told.event for telling in one.tellings] for one in shelling] == [["e2", "e9"]]


def test_a_reading_given_twice_counts_once() -> None:
    assert happenings_of([clash(), clash()]) == happenings_of([clash()])


def test_words_that_are_no_found_event_are_told_by_their_sentence() -> None:
    reading = clash()
    one = Teller(reading).of_words(span(CLASH, "killing"))
    assert (one.words, one.event_type, one.stems) == ("killing", None, {"kill"})
    assert "kill" in one.groups
    assert {"finland"} <= one.names
    assert one.gist == next(told_in(reading)).gist


def test_every_weight_has_a_signal() -> None:
    assert weights().signals.keys() <= signals(told("r1"), told("r2")).keys()
