"""Decisions in the ledger: kept when pages are read again, found again under new keys, withdrawn and never removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from made_readings import reading
from sayso.findings.decision import Decision, RecordKind, Subject, Verdict, Withdrawal
from sayso.findings.event import Reality
from sayso.findings.reading import Reading
from sayso.findings.statement import Act
from sayso.link.joining import Rulings
from sayso.record.anchors import attached, subjects_of
from sayso.record.decisions import enter, held, in_force, rejected_keys, rulings_of, withdraw
from sayso.record.dump import dump
from sayso.record.ledger import Ledger, open_ledger
from sayso.span import Span

NOON = datetime(2024, 11, 1, 12, tzinfo=UTC)
WHO = "ina.example"


def ruled(verdict: Verdict, of: RecordKind, subjects: list[Subject], minutes: int = 0) -> Decision:
    return Decision(verdict, of, tuple(subjects), WHO, NOON + timedelta(minutes=minutes), "seen at the gate")


def write(ledger: Ledger, *decisions: Decision) -> None:
    with ledger._database.write() as connection:
        assert [enter(connection, each) for each in decisions] == [True] * len(decisions)


def subject(ledger: Ledger, sort: str, key: str) -> Subject:
    with ledger._database.read() as connection:
        return subjects_of(connection, sort, [key])[0]


def now(ledger: Ledger, one: Subject) -> str | None:
    with ledger._database.read() as connection:
        return attached(connection, [one])[one]


def rejected(ledger: Ledger, kind: str | None = None) -> frozenset[str]:
    with ledger._database.read() as connection:
        return rejected_keys(connection, kind)


def read_otherwise(first: Reading, **changes: object) -> Reading:
    return replace(first, by="made/2", **changes)  # type: ignore[arg-type]


def test_a_decision_comes_back_as_it_was_ruled(ledger: Ledger) -> None:
    ledger.add(reading(1))
    one = subject(ledger, "statement", ledger.statements()[0].key)
    first = ruled(Verdict.REJECT, RecordKind.STATEMENT, [one])
    fix = replace(ruled(Verdict.CORRECT, RecordKind.STATEMENT, [one], 1), field="act", value="warn")
    write(ledger, fix, first)
    with ledger._database.read() as connection:
        assert held(connection) == [first, fix]
    assert [Decision.from_json(each.to_json()) for each in (first, fix)] == [first, fix]
    assert len({first.id, fix.id}) == 2


def test_entering_twice_is_entering_once(ledger: Ledger) -> None:
    ledger.add(reading(1))
    one = ruled(Verdict.REJECT, RecordKind.FIGURE, [subject(ledger, "figure", ledger.figures()[0].key)])
    write(ledger, one)
    back = one.taken_back(Withdrawal(NOON + timedelta(days=1), WHO, "a mistake"))
    with ledger._database.write() as connection:
        assert [enter(connection, each) for each in (one, back, back, one)] == [False, True, False, False]
        assert held(connection) == [back]
        assert withdraw(connection, one.id, Withdrawal(NOON + timedelta(hours=2), "jon", "another"))
        (found,) = held(connection)
        assert found.withdrawn is not None
        assert (found.withdrawn.who, found.id) == ("jon", one.id)  # the first to take it back


def test_what_is_rejected_stays_rejected_when_the_page_is_read_again(ledger: Ledger) -> None:
    first = reading(1)
    ledger.add(first)
    keys = [ledger.statements()[0].key, ledger.figures()[0].key]
    write(ledger, *(
        ruled(Verdict.REJECT, RecordKind(sort), [subject(ledger, sort, key)])
        for sort, key in zip(("statement", "figure"), keys, strict=True)
    ))  # fmt: skip
    assert rejected(ledger) == set(keys)
    assert ledger.add(first).status == "repeat"
    assert rejected(ledger) == set(keys)


def test_a_finding_read_otherwise_is_found_again(ledger: Ledger) -> None:
    first = reading(1)
    ledger.add(first)
    subjects = {
        "statement": subject(ledger, "statement", ledger.statements()[1].key),
        "figure": subject(ledger, "figure", ledger.figures()[0].key),
        "event": subject(ledger, "event", ledger.events()[0].key),
        "tie": subject(ledger, "tie", ledger.ties()[0].key),
        "watchpoint": subject(ledger, "watchpoint", ledger.watchpoints()[0].key),
    }
    figure, event, tie, point = first.figures[0], first.events[0], first.ties[0], first.watchpoints[0]
    assert ledger.add(read_otherwise(
        first, statements=(first.statements[0], replace(first.statements[1], act=Act.DOUBT)),
        figures=(replace(figure, span=Span(figure.span.start + len("at least "), figure.span.end)),),
        events=(replace(event, reality=Reality.PLANNED),), ties=(replace(tie, role="special envoy"),),
        watchpoints=(replace(point, span=Span(point.span.start, point.span.end - 3)),),
    )).status == "superseded"  # fmt: skip
    assert now(ledger, subjects["statement"]) == ledger.statements()[1].key != subjects["statement"].key
    assert now(ledger, subjects["figure"]) == ledger.figures()[0].key != subjects["figure"].key
    assert now(ledger, subjects["event"]) == ledger.events()[0].key != subjects["event"].key
    assert now(ledger, subjects["tie"]) == ledger.ties()[0].key != subjects["tie"].key
    assert now(ledger, subjects["watchpoint"]) == ledger.watchpoints()[0].key != subjects["watchpoint"].key


def test_a_finding_that_is_gone_takes_no_other(ledger: Ledger) -> None:
    first = reading(1)
    ledger.add(first)
    one = subject(ledger, "statement", ledger.statements()[0].key)
    write(ledger, ruled(Verdict.REJECT, RecordKind.STATEMENT, [one]))
    ledger.add(read_otherwise(first, statements=first.statements[1:], figures=(), events=()))
    assert now(ledger, one) is None
    assert rejected(ledger) == frozenset()
    ledger.add(first)  # it is found once more
    assert rejected(ledger) == {one.key}


def test_a_finding_ruled_on_by_itself_is_nobody_elses(ledger: Ledger) -> None:
    first = reading(1)
    event = first.events[0]
    ledger.add(replace(first, events=(event, replace(event, id="e2", event_type="COERCE"))))
    gone, stays = (subject(ledger, "event", found.key) for found in ledger.events())
    write(
        ledger, ruled(Verdict.REJECT, RecordKind.EVENT, [gone]), ruled(Verdict.ACCEPT, RecordKind.EVENT, [stays], 1)
    )  # fmt: skip
    ledger.add(read_otherwise(first, events=(replace(event, id="e2", event_type="COERCE"),)))
    assert rejected(ledger) == frozenset()


def test_forgetting_a_report_keeps_the_decision_and_no_word_of_it(ledger: Ledger) -> None:
    key = ledger.add(reading(1)).report_key
    one = ruled(Verdict.REJECT, RecordKind.FIGURE, [subject(ledger, "figure", ledger.figures()[0].key)])
    write(ledger, one)
    ledger.forget(key, "asked")
    with ledger._database.read() as connection:
        assert held(connection) == [one]
        assert in_force(connection).now(one) == ()
    assert "lorries" not in str(one.to_json())
    assert "engineers" not in str(one.to_json())


def test_rulings_for_linking(ledger: Ledger) -> None:
    for number in (1, 2, 3):
        ledger.add(reading(number))
    keys = [found.key for found in ledger.statements()]
    claims = [subject(ledger, "statement", key) for key in keys[:3]]
    write(
        ledger,
        ruled(Verdict.MERGE, RecordKind.CLAIM, claims[:2]),
        ruled(Verdict.SPLIT, RecordKind.CLAIM, [claims[0], claims[2]], 1),
        ruled(Verdict.REJECT, RecordKind.CLAIM, [claims[2]], 2),
    )
    with ledger._database.read() as connection:
        assert rulings_of(connection, "claim") == Rulings(((keys[0], keys[1]),), frozenset({(keys[0], keys[2])}))
        assert rulings_of(connection, "story") == Rulings()
    assert rejected(ledger) == rejected(ledger, "claim") == {keys[2]}
    assert rejected(ledger, "story") == frozenset()


@pytest.mark.parametrize("order", [1, -1])
def test_the_later_of_accept_and_reject_wins(ledger: Ledger, order: int) -> None:
    ledger.add(reading(1))
    one = subject(ledger, "event", ledger.events()[0].key)
    both = [ruled(Verdict.REJECT, RecordKind.EVENT, [one]), ruled(Verdict.ACCEPT, RecordKind.EVENT, [one], 5)]
    write(ledger, *both[::order])  # the order of writing does not count
    assert rejected(ledger) == frozenset()


def test_an_older_ledger_gets_the_tables_and_loses_nothing(path: Path) -> None:
    with open_ledger(path) as opened:
        opened.add(reading(1))
        fresh = dump(opened._database)
        with opened._database.write() as connection:
            for table in ("withdrawals", "decision_subjects", "decisions"):
                connection.exec_driver_sql(f"DROP TABLE {table}")
            connection.exec_driver_sql("DELETE FROM migrations WHERE name = '0004-decisions'")
    with open_ledger(path) as opened:
        assert dump(opened._database) == fresh
        one = ruled(Verdict.REJECT, RecordKind.FIGURE, [subject(opened, "figure", opened.figures()[0].key)])
        write(opened, one)
        assert len(opened.figures()) == 0
