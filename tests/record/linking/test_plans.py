"""Adding and linking a report reads no table from end to end: whatever a ledger holds, it costs what it touches."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import event

from made_readings import reading
from sayso.record.ledger import Ledger

# Read whole, for they hold little: what waits to be linked, what people ruled, what was forgotten.
SMALL = frozenset(("to_link", "decisions", "decision_subjects", "withdrawals", "forgotten"))
_SCAN = re.compile(r"^SCAN ([a-zA-Z_]\w*)\b(?! VIRTUAL)")


def test_every_statement_of_adding_and_linking_uses_an_index(ledger: Ledger) -> None:
    for number in range(6):
        ledger.add(reading(number))
    ledger.link()
    ran: dict[str, Any] = {}
    engine = ledger._database._writing

    def note(_connection: Any, _cursor: Any, statement: str, given: Any, _context: Any, many: bool) -> None:
        if statement.lstrip().startswith(("SELECT", "UPDATE", "DELETE")):
            ran.setdefault(statement, given[0] if many else given)

    event.listen(engine, "before_cursor_execute", note)
    ledger.add(reading(6))
    ledger.add(reading(6, by="made/2"))
    ledger.link()
    event.remove(engine, "before_cursor_execute", note)
    assert len(ran) > 20
    with engine.connect() as connection:
        plans = {
            statement: [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)]
            for statement, given in ran.items()
        }
    scans = {s: found for s, plan in plans.items() if (found := [line for line in plan if _whole(line)])}
    assert scans == {}


def _whole(line: str) -> bool:
    if line.startswith("SEARCH") and line.endswith("(kind=?)"):
        return True
    found = _SCAN.match(line)
    return found is not None and found[1] not in SMALL and found[1] != "CONSTANT"
