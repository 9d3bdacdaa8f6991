"""0009: indexes by day and by order, so that a question reads what it shows, however much a ledger holds."""

from __future__ import annotations

from sqlalchemy import Connection

from .. import statistics, tables

REPLACED = ("linkages_by_day",)


def indexes(connection: Connection) -> None:
    """Make the indexes the tables have by now, drop the one that another takes the place of, and tell SQLite of them."""
    for name in REPLACED:
        connection.exec_driver_sql(f"DROP INDEX IF EXISTS {name}")
    for table in tables.metadata.sorted_tables:
        for index in sorted(table.indexes, key=lambda each: str(each.name)):
            index.create(connection, checkfirst=True)
    statistics.tell(connection)
