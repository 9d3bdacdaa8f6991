"""0003: tables of copies, filled from the reports the ledger already holds."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, select

from ...link.copies.ready import ready
from .. import copying, tables
from ..copy_tables import COPY_TABLES
from ..rows import unpacked


def copies(connection: Connection) -> None:
    """Make the tables, and enter every report in the order in which they were added."""
    tables.metadata.create_all(connection, tables=list(COPY_TABLES))
    wanted = select(tables.reports.c.key, tables.reports.c.place).order_by(tables.reports.c.number)
    for key, place in connection.execute(wanted).all():
        blob = connection.scalars(select(tables.reports.c.reading).where(tables.reports.c.key == key)).one()
        # The place is part of the report's key, and what the caller gave as id is not in the stored reading.
        copying.enter(connection, ready(replace(unpacked(blob).report, place_of_origin=place)))
