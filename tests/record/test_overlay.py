"""What people decided, in the answers: rejected findings are gone from lists and counts, corrected fields are what is found and shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from made_readings import reading
from sayso.findings.decision import Decision, RecordKind, Subject, Verdict, Withdrawal
from sayso.findings.event import Reality, Status
from sayso.findings.figure import FigureKind
from sayso.findings.statement import Act
from sayso.record.anchors import subjects_of
from sayso.record.decisions import enter
from sayso.record.dump import dump
from sayso.record.found import FoundActor
from sayso.record.ledger import Ledger

MINUTES = count()


def rule(ledger: Ledger, verdict: str, sort: str, *keys: str, field: str | None = None, value: str | None = None) -> Decision:
    """Put in a decision of the next minute."""
    when = datetime(2024, 11, 1, tzinfo=UTC) + timedelta(minutes=next(MINUTES))
    with ledger._database.write() as connection:
        named = [Subject("actor", key) for key in keys] if sort == "actor" else subjects_of(connection, sort, keys)
        one = Decision(Verdict(verdict), RecordKind(sort), tuple(named), "ina", when, "seen", field, value)
        assert enter(connection, one)
    return one


def split_off(ledger: Ledger, key: str, number: int, new: str) -> Decision:
    report = next(card for card in ledger.reports() if card.title == f"Report {number}")
    when = datetime(2024, 11, 1, tzinfo=UTC) + timedelta(minutes=next(MINUTES))
    subjects = (Subject("actor", key), Subject("report", report.key, report.sha256))
    one = Decision(Verdict.SPLIT, RecordKind.ACTOR, subjects, "ina", when, "another of that name", None, new)
    with ledger._database.write() as connection:
        assert enter(connection, one)
    return one


def undo(ledger: Ledger, one: Decision) -> None:
    back = one.taken_back(Withdrawal(one.when + timedelta(days=1), "ina", "not so"))
    with ledger._database.write() as connection:
        assert enter(connection, back)


@pytest.fixture
def two(ledger: Ledger) -> Ledger:
    """Give a ledger of two made reports: Calvenia's envoy speaks of Fenwick or Drasland; both are denied by the other side."""
    for number in (1, 2):
        ledger.add(reading(number))
    return ledger


def answers(ledger: Ledger) -> list[object]:
    view = ledger.view()
    lists = [
        view.statements(),
        view.figures(kind="all"),
        view.events(),
        view.ties(),
        view.watchpoints(),
        view.actors(),
        view.reports(),
    ]
    return [row for found in lists for row in found]


def test_rejected_findings_leave_lists_and_counts(two: Ledger) -> None:
    first, figure = two.statements()[0], two.figures()[0]
    before = answers(two)
    ruled = [rule(two, "reject", "statement", first.key), rule(two, "reject", "figure", figure.key)]
    assert first.key not in [found.key for found in two.statements()]
    assert len(two.statements()) == 3
    assert len(two.statements(include_rejected=True)) == 4
    assert [card.statements for card in two.reports()] == [2, 1]
    assert [card.figures for card in two.reports()] == [1, 0]
    (shown,) = [found for found in two.statements(include_rejected=True) if found.decisions]
    assert [(one.verdict, one.who, one.why) for one in shown.decisions] == [("reject", "ina", "seen")]
    found = two.view().find(first.key)
    assert found is not None
    assert found.key == first.key  # it can still be shown
    assert "reject" in str(found.flat()["decisions"])
    (event,) = [event for event in two.events() if event.report.key == first.report.key]
    assert (event.asserted_by, event.figures) == ((), ())
    for one in ruled:
        undo(two, one)
    assert answers(two) == before


def test_an_event_whose_denial_was_rejected_is_asserted(two: Ledger) -> None:
    denial = two.statements(act="deny")[0]
    rule(two, "reject", "statement", denial.key)
    assert [event.event.status for event in two.events()] == [Status.ASSERTED, Status.CONTESTED]
    assert len(two.events(status="contested")) == 1
    assert len(two.events(status="asserted")) == 1


def test_a_corrected_statement_is_found_as_corrected(two: Ledger) -> None:
    first = two.statements()[0]
    rule(two, "correct", "statement", first.key, field="act", value="warn")
    rule(two, "correct", "statement", first.key, field="speaker", value="DRA")
    one = rule(two, "correct", "statement", first.key, field="said_on", value="2024-09-01")
    (found,) = two.statements(act="warn")
    assert (found.key, found.statement.act, found.statement.speaker) == (first.key, Act.WARN, None)
    assert found.speaker is not None
    assert (found.speaker.key, found.speaker.name) == ("DRA", "Drasland")
    assert [one.before for one in found.decisions] == ["assert", "ada-number", "Friday"]
    assert first.key in [each.key for each in two.statements(speaker="DRA")]
    assert first.key not in [each.key for each in two.statements(speaker="ada-number")]
    assert [each.key for each in two.statements(until="2024-09-30")] == [first.key]
    undo(two, one)
    assert len(two.statements(until="2024-09-30")) == 0


def test_imputed_words_are_nobodys_by_correction_too(two: Ledger) -> None:
    first = two.statements()[0]
    rule(two, "correct", "statement", first.key, field="act", value="imputed")
    (found,) = two.statements(act="imputed")
    assert found.speaker is None
    assert first.key not in [each.key for each in two.statements(by="ada-number")]


def test_the_later_of_two_corrections_stands(two: Ledger) -> None:
    key = two.figures()[0].key
    rule(two, "correct", "figure", key, field="low", value="7")
    rule(two, "correct", "figure", key, field="low", value="8")
    (found,) = [figure for figure in two.figures() if figure.key == key]
    assert (found.figure.low, [one.value for one in found.decisions]) == (8, ["8"])


def test_a_corrected_figure(two: Ledger) -> None:
    key = two.figures()[0].key
    for field, value in (
        ("low", ""),
        ("high", "12"),
        ("kind", "score"),
        ("of", "carts"),
        ("giver", ""),
        ("as_of", "2024-09-01.."),
    ):
        rule(two, "correct", "figure", key, field=field, value=value)
    (found,) = two.figures(kind="score")
    it = found.figure
    assert (it.low, it.high, it.kind, found.of, found.giver) == (None, 12, FigureKind.SCORE, "carts", None)
    assert it.as_of is not None
    assert (it.as_of.start, it.as_of.end) == (date(2024, 9, 1), None)
    assert key not in [each.key for each in two.figures(giver="ada-number")]


def test_a_corrected_event_and_tie(two: Ledger) -> None:
    first, tie, point = two.events()[0], two.ties()[0], two.watchpoints()[0]
    for field, value in (
        ("event_type", "CONSULT"), ("modes", "visit"), ("reality", "planned"), ("recipient", "ELD ada-number"), ("date", "2024-10-05"),
    ):  # fmt: skip
        rule(two, "correct", "event", first.key, field=field, value=value)
    (found,) = two.events(event_type="CONSULT", mode="visit", reality="planned", until="2024-10-05", since="2024-10-05")
    it = found.event
    assert (it.quad, it.score, it.cameo, it.aux) == ("VERBAL COOPERATION", 4.0, None, ("future",))
    assert [card.key for card in found.recipients] == ["ELD", "ada-number"]
    assert [each.key for each in two.events(recipient="ada-number")] == [first.key]
    assert first.key in [each.key for each in two.events(about="ada-number")]
    assert first.key not in [each.key for each in two.events(recipient=first.recipients[0].key)]
    rule(two, "correct", "tie", tie.key, field="relation", value="leads")
    assert [each.key for each in two.ties(relation="leads")] == [tie.key]
    rule(two, "correct", "watchpoint", point.key, field="date", value="2024-12-01")
    (due,) = two.watchpoints(since="2024-12-01")
    assert due.due is not None
    assert due.due.start == date(2024, 12, 1)


def test_accepted_is_sure(two: Ledger) -> None:
    key = two.events()[0].key
    one = rule(two, "accept", "event", key)
    (found,) = [each for each in two.events() if each.key == key]
    assert (found.event.confidence, found.event.by) == (1.0, f"ina (decision {one.id[:8]})")


def test_merged_actors_are_one(two: Ledger) -> None:
    before = answers(two)
    by_state = {each.key for each in two.statements(by="CAL")}
    one = rule(two, "merge", "actor", "ada-number", "CAL")
    assert "CAL" not in [each.key for each in two.actors()]
    merged = two.view().find("ada-number")
    assert isinstance(merged, FoundActor)
    assert "Calvenia" in merged.names
    assert merged.decisions[0].before == "ada-number; CAL"
    assert {each.key for each in two.statements(by="ada-number")} >= by_state
    assert {each.key for each in two.statements(by="CAL")} == {each.key for each in two.statements(by="ada-number")}
    assert all(each.speaker is None or each.speaker.key != "CAL" for each in two.statements())
    assert merged.mentions == len(two.view().mentions("ada-number"))
    assert merged.statements == len(two.statements(speaker="ada-number"))
    assert two.statements(by="Calvenia").notes == ()  # one actor, under whichever name
    undo(two, one)
    assert answers(two) == before


def test_an_actor_that_is_another_in_one_report(two: Ledger) -> None:
    before = answers(two)
    one = split_off(two, "ada-number", 2, "ada-number-2")
    keys = {found.key: found.reports for found in two.actors()}
    assert (keys["ada-number"], keys["ada-number-2"]) == (1, 1)
    (theirs,) = two.statements(speaker="ada-number-2")
    assert theirs.report.title == "Report 2"
    assert theirs.speaker is not None
    assert (theirs.speaker.key, theirs.speaker.name) == ("ada-number-2", "Ada Number")
    assert [each.report.title for each in two.statements(speaker="ada-number")] == ["Report 1"]
    assert [each.report.title for each in two.ties(subject="ada-number-2")] == ["Report 2"]
    assert [card.title for card in two.reports(about="ada-number-2")] == ["Report 2"]
    assert len(two.view().mentions("ada-number")) == 1
    assert "ada-number, ada-number-2" in two.statements(speaker="Ada Number").notes[0]
    found = two.view().find("ada-number-2")
    assert isinstance(found, FoundActor)
    assert (found.statements, found.mentions, found.names) == (1, 1, ("Ada Number",))
    undo(two, one)
    assert answers(two) == before


def test_a_corrected_and_a_rejected_actor(two: Ledger) -> None:
    rule(two, "correct", "actor", "ada-number", field="country", value="FRA")
    rule(two, "correct", "actor", "ada-number", field="name", value="Ada N. Umber")
    assert {each.speaker.name for each in two.statements(from_="FRA") if each.speaker} == {"Ada N. Umber"}
    assert [each.key for each in two.actors(country="FRA")] == ["ada-number"]
    rule(two, "reject", "actor", "ada-number")
    assert "ada-number" not in [each.key for each in two.actors()]
    assert "ada-number" in [each.key for each in two.actors(include_rejected=True)]
    assert [each.speaker for each in two.statements(act="assert")] == [None, None]


def test_a_decision_outlives_a_reading_and_a_newer_one(two: Ledger) -> None:
    first = reading(1)
    key = two.events()[0].key
    rule(two, "correct", "event", key, field="reality", value="planned")
    rule(two, "accept", "event", key)
    assert two.add(first).status == "repeat"
    newer = replace(first, by="made/2", events=(replace(first.events[0], event_type="COERCE", reality=Reality.ONGOING),))
    assert two.add(newer).status == "superseded"
    (found,) = two.events(event_type="COERCE")
    assert found.key != key
    assert (found.event.reality, found.event.confidence) == (Reality.PLANNED, 1.0)
    assert [one.before for one in found.decisions] == ["ongoing", None]


def test_what_was_found_is_not_touched(two: Ledger) -> None:
    before = dump(two._database).splitlines()
    rule(two, "reject", "event", two.events()[0].key)
    rule(two, "correct", "statement", two.statements()[0].key, field="act", value="warn")
    rule(two, "merge", "actor", "BRO", "CAL")
    after = [line for line in dump(two._database).splitlines() if not line.startswith('["decision')]
    assert after == before
