"""What SQLite is told of the tables, so that it goes by the index that leaves few rows: how many rows have one value of a column, about.

SQLite takes any first column of an index to leave ten rows. That is so of keys; of four kinds of linkages each has a quarter of a large table. Counting
(ANALYZE) would take time as a ledger grows, and a plan would hang on what a ledger held when it was counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, text

from .tables import metadata

# A ledger of a hundred thousand reports: rows of a table, and of those that have one for each report.
ROWS, OF_REPORTS = 1_000_000, 100_000
_OF_REPORTS = frozenset(("reports", "texts", "linked_texts", "bodies", "prints", "copies"))
# How many values a column has; others are keys, of which there are as many as reports.
VALUES = {
    "kind": 4, "act": 16, "event_type": 16, "reality": 9, "relation": 10, "status": 3, "role": 5, "part": 8, "country": 200, "published": 1_000,
    "first_published": 1_000, "last_published": 1_000, "number_of_reports": 20, "number_of_members": 20, "copy_of": 10, "version_of": 10,
    "said_from": 1_000, "said_to": 2, "as_of_from": 1_000, "as_of_to": 2, "on_from": 1_000, "on_to": 2, "holds_from": 1_000, "holds_to": 2,
    "due_from": 1_000, "due_to": 2, "speaker": 10_000, "speaks_for": 1_000, "giver": 10_000, "whose": 10_000, "actor_key": 10_000, "ident": 20,
    "position": 3, "start_at": 10, "end_at": 1,
}  # fmt: skip


def tell(connection: Connection) -> None:
    """Put down, for every index there is, what it leaves; in place of what was put down before."""
    connection.exec_driver_sql("ANALYZE migrations")  # makes SQLite's table of statistics
    connection.exec_driver_sql("DELETE FROM sqlite_stat1")
    rows = [row for table in sorted(metadata.tables) for row in _of_table(connection, table)]
    connection.execute(text("INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES (:tbl, :idx, :stat)"), rows)
    connection.exec_driver_sql("ANALYZE sqlite_master")


def _of_table(connection: Connection, table: str) -> Iterator[dict[str, str]]:
    for _, index, is_unique, _, is_partial in connection.exec_driver_sql(f"PRAGMA index_list({table})").all():
        columns = [str(row[2]) for row in connection.exec_driver_sql(f"PRAGMA index_info({index})")]
        left = OF_REPORTS if table in _OF_REPORTS or is_partial else ROWS
        told = [left]
        for at, column in enumerate(columns):
            is_last = at == len(columns) - 1
            left = 1 if is_unique and is_last else max(1, left // VALUES.get(column, OF_REPORTS))
            told.append(left)
        name = table if index.startswith("sqlite_autoindex_") and _is_by_words(connection, table) else index
        yield {"tbl": table, "idx": name, "stat": " ".join(map(str, told))}


def _is_by_words(connection: Connection, table: str) -> bool:
    """Tell whether a table has no numbers of rows: SQLite calls its first index by the table's name."""
    return "WITHOUT ROWID" in (connection.exec_driver_sql(f"SELECT sql FROM sqlite_master WHERE name = '{table}'").scalar() or "")
