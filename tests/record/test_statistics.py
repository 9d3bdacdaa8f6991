"""What SQLite is told of its indexes: every one there is, and questions then read by days and keys, not whole kinds."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from made_readings import reading
from sayso.ask.changes import changes_between
from sayso.ask.watching import Question, hits_of
from sayso.record import statistics
from sayso.record.ledger import Ledger, open_ledger
from sayso.record.migrations import MIGRATIONS
from sayso.record.opening import Database
from sayso.record.tables import metadata
from sayso.record.view import View

DAYS = {"since": date(2024, 10, 4), "until": date(2024, 10, 8)}
_SCAN = re.compile(r"^SCAN ([a-z_]+)\b(?! VIRTUAL)")
# Read whole, for they hold little, or as what an earlier step of the same statement found.
SMALL = frozenset(("decisions", "decision_subjects", "withdrawals", "told_hits", "to_link", "anon_1", "reports"))
QUESTIONS: dict[str, Callable[[View], Any]] = {
    "claims": lambda view: view.claims(**DAYS),
    "the first claims": lambda view: view.claims(limit=3),
    "stories": lambda view: view.stories(limit=3, **DAYS),
    "happenings": lambda view: view.happenings(least=2, **DAYS),
    "series": lambda view: view.series(**DAYS),
    "statements": lambda view: view.statements(**DAYS),
    "the first figures": lambda view: view.figures(limit=3, **DAYS),
    "events": lambda view: view.events(**DAYS),
    "watchpoints": lambda view: view.watchpoints(**DAYS),
    "first mentions": lambda view: view.first_mentions(DAYS["since"], DAYS["until"]),
    "diff": lambda view: changes_between(view, DAYS["since"], DAYS["until"]),
    "watch": lambda view: hits_of(view, Question("lorries", claim="lorries sent")),
}


def told(path: Path) -> list[tuple[str, str, str]]:
    database = Database(path)
    try:
        with database.read() as connection:
            found = connection.exec_driver_sql("SELECT tbl, idx, stat FROM sqlite_stat1 ORDER BY tbl, idx")
            return [(row.tbl, row.idx, row.stat) for row in found]
    finally:
        database.close()


def test_every_index_is_told(path: Path) -> None:
    open_ledger(path).close()
    named = {index for _, index, _ in told(path)}
    assert {str(index.name) for table in metadata.sorted_tables for index in table.indexes} <= named
    assert {"sqlite_autoindex_linkages_1", "lead_bands"} <= named
    assert ("linkages", "sqlite_autoindex_linkages_1", "1000000 250000 1") in told(path)


def test_an_older_ledger_is_told_the_same(path: Path) -> None:
    open_ledger(path).close()
    new = told(path)
    database = Database(path)
    with database.write() as connection:
        connection.exec_driver_sql("DROP INDEX linkages_of_days")
        connection.exec_driver_sql("CREATE INDEX linkages_by_day ON linkages (kind, first_published)")
        connection.exec_driver_sql("DELETE FROM sqlite_stat1")
        connection.exec_driver_sql(
            f"DELETE FROM migrations WHERE name = '{next(m.name for m in MIGRATIONS if 'indexes' in m.name)}'"
        )
    database.close()
    open_ledger(path).close()
    assert told(path) == new
    with Database(path).write() as connection:
        statistics.tell(connection)
    assert told(path) == new


@pytest.mark.parametrize("asked", QUESTIONS)
def test_a_question_reads_no_table_from_end_to_end(ledger: Ledger, asked: str) -> None:
    for number in range(12):
        ledger.add(reading(number))
    ledger.link()
    ran: dict[str, Any] = {}
    engine = ledger._database._reading

    def note(_connection: Any, _cursor: Any, statement: str, given: Any, _context: Any, many: bool) -> None:
        if statement.startswith("SELECT"):
            ran.setdefault(statement, given)

    event.listen(engine, "before_cursor_execute", note)
    assert QUESTIONS[asked](ledger.view()) is not None
    event.remove(engine, "before_cursor_execute", note)
    with engine.connect() as connection:
        plans = {s: [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {s}", given)] for s, given in ran.items()}
    whole = {s: found for s, plan in plans.items() if (found := [line for line in plan if _whole(line)])}
    assert whole == {}


def _whole(line: str) -> bool:
    if line.startswith("SEARCH") and line.endswith("(kind=?)"):
        return "COVERING INDEX linkages_" not in line  # read by itself: names, and what lists are sorted by
    found = _SCAN.match(line)
    return found is not None and found[1] not in SMALL and "COVERING INDEX" not in line
