"""0002: tables of events, ties and watchpoints, filled from the readings the ledger already holds.

Most readings made before hold none, and reading their sources again supersedes them; those that hold some lose nothing.
"""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, select

from .. import contents, tables
from ..rows import rows_of, unpacked

_KINDS = ("event", "tie", "watchpoint")


def events_ties_watchpoints(connection: Connection) -> None:
    """Make the tables, and enter what the readings at hand hold of events, ties and watchpoints."""
    made = [*(tables.OF_A_KIND[kind] for kind in _KINDS), tables.parties, tables.links]
    tables.metadata.create_all(connection, tables=made)
    wanted = select(tables.reports.c.key, tables.reports.c.place).order_by(tables.reports.c.number)
    for key, place in connection.execute(wanted).all():
        blob = connection.scalars(select(tables.reports.c.reading).where(tables.reports.c.key == key)).one()
        reading = unpacked(blob)
        if reading.events or reading.ties or reading.watchpoints:
            # The place is part of the report's key, and what the caller gave as id is not in the stored reading.
            there = replace(reading, report=replace(reading.report, place_of_origin=place))
            contents.enter_findings(connection, rows_of(there), _KINDS)
