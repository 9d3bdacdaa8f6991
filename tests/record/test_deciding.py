"""Deciding: what may be ruled and what not, said with what to do next; undoing restores exactly; decisions travel between ledgers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection

from made_readings import reading
from sayso.errors import WrongCall
from sayso.findings.decision import Decision, RecordKind, Verdict
from sayso.record.deciding import Judgement, carried
from sayso.record.decisions import rejected_keys, rulings_of
from sayso.record.ledger import Ledger, open_ledger
from sayso.record.subject_names import Member, Named
from sayso.record.subjects import LINKED_RECORDS


@pytest.fixture
def two(ledger: Ledger) -> Ledger:
    """Give a ledger of two made reports."""
    for number in (1, 2):
        ledger.add(reading(number))
    return ledger


def rule(ledger: Ledger, verdict: str, *on: str, why: str = "seen", **more: object) -> Decision:
    (one,) = ledger.decide(Judgement(Verdict(verdict), on, "ina", why, **more))  # type: ignore[arg-type]
    return one.decision


def keys(ledger: Ledger, what: str = "statements") -> list[str]:
    return [row.key for row in getattr(ledger, what)()]


def states(ledger: Ledger) -> list[str]:
    return [row.state for row in ledger.view().decisions()]


def test_records_are_named_by_the_beginning_of_their_key(two: Ledger) -> None:
    key = keys(two)[0]
    one = rule(two, "reject", key[:8].upper())
    assert (one.of, one.subjects[0].key) == (RecordKind.STATEMENT, key)
    assert key not in keys(two)


def test_deciding_twice_is_deciding_once(two: Ledger) -> None:
    key = keys(two)[0]
    first = rule(two, "reject", key)
    (again,) = two.decide(Judgement(Verdict.REJECT, (key,), "jon", "me too"))
    assert (again.decision, again.is_new) == (first, False)
    rule(two, "accept", key)
    (back,) = two.decide(Judgement(Verdict.REJECT, (key,), "ina", "after all"))
    assert back.is_new  # the first was overruled in between
    assert states(two) == ["overruled", "overruled", "in force"]


def test_undoing_restores_exactly(two: Ledger) -> None:
    before = [row.flat() for what in ("statements", "figures", "events", "ties", "watchpoints", "actors", "reports")
              for row in getattr(two, what)()]  # fmt: skip
    statement, event = keys(two)[0], keys(two, "events")[0]
    made = [
        rule(two, "reject", statement), rule(two, "merge", "ada-number", "CAL"),
        rule(two, "correct", event, changes=(("actor", "DRA, ada-number"),)),
        rule(two, "split", "Ada Number", two.reports()[0].key),
    ]  # fmt: skip
    for one in made:
        assert two.undo(one.id[:10], who="jon", why="not so").withdrawn is not None
    after = [row.flat() for what in ("statements", "figures", "events", "ties", "watchpoints", "actors", "reports")
             for row in getattr(two, what)()]  # fmt: skip
    assert after == before
    assert states(two) == ["withdrawn"] * 4
    with pytest.raises(WrongCall, match="was withdrawn by jon"):
        two.undo(made[0].id, who="ina", why="again")


@pytest.mark.parametrize(
    ("verdict", "on", "more", "message"),
    [
        ("reject", ("ffff9999",), {}, "no record's key begins with 'ffff9999'.*sayso statements"),
        ("reject", ("nobody at all",), {}, "no actor is called so"),
        ("reject", ("ada-number",), {"why": " "}, "expected a reason.*--why"),
        ("merge", ("ada-number",), {}, "expected two records or more"),
        ("merge", ("ada-number", "Ada Number"), {}, "named twice"),
        ("correct", ("ada-number",), {}, "like act=deny"),
        ("correct", ("ada-number",), {"changes": (("height", "2"),)}, "name, kind, country, sector"),
        ("correct", ("ada-number",), {"changes": (("kind", "ghost"),)}, "country, person"),
        ("correct", ("ada-number",), {"changes": (("name", ""),)}, "expected words, found nothing"),
        ("correct", ("ada-number", "CAL"), {"changes": (("name", "A"),)}, "expected one record"),
        ("accept", ("ada-number",), {"new_key": "x"}, "--as"),
    ],
)
def test_what_cannot_be_ruled(two: Ledger, verdict: str, on: tuple[str, ...], more: dict[str, object], message: str) -> None:
    with pytest.raises(WrongCall, match=message):
        rule(two, verdict, *on, **more)  # type: ignore[arg-type]
    assert states(two) == []


@pytest.mark.parametrize(
    ("what", "field", "value", "kept"),
    [
        ("statements", "act", "Deny", "deny"), ("statements", "speaker", "calvenia", "CAL"), ("statements", "speaker", "fra", "FRA"),
        ("statements", "speaker", "", ""), ("statements", "said_on", "2024-10-01 .. 2024-10-03", "2024-10-01..2024-10-03"),
        ("figures", "low", "3,000", "3000"), ("figures", "approximate", "YES", "yes"), ("figures", "unit", "usd", "USD"),
        ("events", "event_type", "assault", "ASSAULT"), ("events", "recipient", "calvenia, Ada Number", "CAL ada-number"),
        ("events", "contexts", "military,cyber", "military cyber"), ("ties", "relation", "leads", "leads"),
        ("watchpoints", "date", "2024-10-01..", "2024-10-01.."),
    ],
)  # fmt: skip
def test_values_are_kept_in_one_form(two: Ledger, what: str, field: str, value: str, kept: str) -> None:
    assert rule(two, "correct", keys(two, what)[0], changes=((field, value),)).value == kept


@pytest.mark.parametrize(
    ("what", "field", "value", "message"),
    [
        ("statements", "speaker", "zork", "no actor of this ledger.*state's code"), ("figures", "low", "many", "a number like 3000"),
        ("statements", "said_on", "Monday", "a day like 2024-10-24"), ("statements", "said_on", "2024-10-03..2024-10-01", "days like"),
        ("events", "reality", "promised", "happened, ongoing"), ("figures", "approximate", "maybe", "yes or no"),
        ("ties", "subject", "", "reject"), ("figures", "low", "inf", "a number"),
    ],
)  # fmt: skip
def test_values_that_cannot_stand_there(two: Ledger, what: str, field: str, value: str, message: str) -> None:
    with pytest.raises(WrongCall, match=message):
        rule(two, "correct", keys(two, what)[0], changes=((field, value),))


def test_ambiguous_beginnings_name_what_begins_so(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger.add(reading(1))
    monkeypatch.setattr("sayso.record.prefixes.MIN_PREFIX", 0)
    with pytest.raises(WrongCall, match="begins several keys"):
        rule(ledger, "reject", "")


def test_members_are_put_together_by_their_kind(two: Ledger) -> None:
    assert rule(two, "merge", *keys(two)[:2]).of is RecordKind.CLAIM
    assert rule(two, "merge", *keys(two, "figures")[:2]).of is RecordKind.SERIES
    assert rule(two, "split", *keys(two, "events")[:2]).of is RecordKind.HAPPENING
    assert rule(two, "split", *keys(two, "reports")[:2]).of is RecordKind.STORY
    assert rule(two, "split", *keys(two, "reports")[:2], of=RecordKind.COPY).of is RecordKind.COPY
    with pytest.raises(WrongCall, match="found by their words"):
        rule(two, "merge", *keys(two, "reports")[:2], of=RecordKind.COPY)
    with pytest.raises(WrongCall, match="a tie is not put together"):
        rule(two, "merge", *keys(two, "ties")[:2])
    with pytest.raises(WrongCall, match="records of one kind"):
        rule(two, "merge", keys(two)[0], keys(two, "figures")[0])
    with pytest.raises(WrongCall, match="--of"):
        rule(two, "reject", keys(two, "reports")[0])
    report = keys(two, "reports")[0]
    rule(two, "reject", report, of=RecordKind.STORY)
    with two._database.read() as connection:
        assert rejected_keys(connection, "story") == {report}


@pytest.fixture
def claims(two: Ledger, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, list[str]]]:
    """Give two made-up claims over the statements of the ledger, as linking would."""
    held = dict(zip(("c1a1a1a1", "c2a2a2a2"), (keys(two)[:3], keys(two)[3:]), strict=True))

    def begin(_: Connection, __: RecordKind, prefix: str) -> list[Named]:
        return [
            Named(key, tuple(Member("statement", one) for one in of), RecordKind.CLAIM)
            for key, of in held.items()
            if key.startswith(prefix)
        ]

    monkeypatch.setitem(LINKED_RECORDS, RecordKind.CLAIM, begin)
    yield held


def test_a_claim_is_ruled_on_through_its_members(two: Ledger, claims: dict[str, list[str]]) -> None:
    one, other = claims
    first, second = claims[one], claims[other]
    merge = rule(two, "merge", "c1a1", "c2a2")
    assert (merge.of, [each.key for each in merge.subjects]) == (RecordKind.CLAIM, [first[0], second[0]])
    split = rule(two, "split", one, first[0])  # apart from its head: the next member stays
    assert [each.key for each in split.subjects] == [first[1], first[0]]
    rule(two, "split", one, second[0])
    assert states(two) == ["overruled", "in force", "in force"]
    rule(two, "reject", other)
    with two._database.read() as connection:
        assert rejected_keys(connection, "claim") == set(second)
        assert rulings_of(connection, "claim").together == ()
    with pytest.raises(WrongCall, match="merge, split or reject its members"):
        rule(two, "correct", one, changes=(("text", "x"),))


def test_merged_then_split_the_later_wins_and_both_are_listed(two: Ledger) -> None:
    pair = keys(two)[:2]
    merge, split = rule(two, "merge", *pair), rule(two, "split", *pair)
    rows = two.view().decisions()
    assert [(row.state, row.by) for row in rows] == [("overruled", split.id), ("in force", None)]
    two.undo(split.id, who="ina", why="no")
    assert [row.state for row in two.view().decisions(on=merge.id[:8])] == ["in force"]


@pytest.mark.parametrize("verdict", ["split", "reject"])
def test_a_copy_that_is_none(ledger: Ledger, verdict: str) -> None:
    one = ledger.add(reading(1)).report_key
    other = ledger.add(reading(1, place="https://mirror.example/1")).report_key
    (copy,) = ledger.copies()
    made = rule(ledger, verdict, *((one, other) if verdict == "split" else (copy.key,)), of=RecordKind.COPY)
    assert len(ledger.copies()) == 0
    assert [card.copy_kind for card in ledger.reports()] == [None, None]
    ledger.undo(made.id, who="ina", why="it is")
    assert list(ledger.copies()) == [copy]


def test_decisions_travel_and_coming_twice_is_coming_once(two: Ledger, tmp_path: Path) -> None:
    key, figure = keys(two)[0], keys(two, "figures")[0]
    rule(two, "reject", key, why="“it was\u2028 an old page”")
    gone = rule(two, "correct", figure, changes=(("low", "9"),))
    two.undo(gone.id, who="jon", why="was right")
    lines = [carried(row.decision) for row in two.view().decisions()]
    with open_ledger(tmp_path / "other.db") as other:
        brought = other.bring_decisions([*lines, ""])
        assert (brought.new, brought.known) == (2, 0)
        assert states(other) == ["not attached", "withdrawn"]  # its reports come later
        for number in (2, 1):
            other.add(reading(number))
        assert states(other) == ["in force", "withdrawn"]
        assert key not in keys(other)
        assert other.bring_decisions(lines).new == 0
        assert [carried(row.decision) for row in other.view().decisions()] == lines


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"verdict": "bless"}, "line 1: expected a decision"), ({"why": "another"}, "line 1: decision .* is not as it was ruled"),
        ({"subjects": 3}, "line 1: expected a decision"), ({"schema": "x"}, "expected a decision of schema"),
    ],
)  # fmt: skip
def test_a_line_that_is_no_decision_brings_none(two: Ledger, change: dict[str, object], message: str) -> None:
    line = carried(rule(two, "reject", keys(two)[0]))
    bad = json.dumps(json.loads(line) | change)
    with pytest.raises(WrongCall, match=message):
        two.bring_decisions([bad])
    with pytest.raises(WrongCall, match="line 1"):
        two.bring_decisions(["[1]"])


def test_a_clock_that_runs_behind_does_not_let_the_earlier_win(two: Ledger) -> None:
    one = rule(two, "reject", keys(two)[0])
    late = replace(one, when=one.when.replace(year=2199))
    two.bring_decisions([carried(late)])
    accept = rule(two, "accept", late.subjects[0].key)
    assert accept.when > late.when
    assert late.subjects[0].key in keys(two)
