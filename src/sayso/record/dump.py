"""The whole ledger as lines of text in one order, to hold two ledgers against each other.

Left out is what may differ between two ledgers of the same reports: runs, moments of time, the order of adding. With
`order_free`, which of several copies is the first and which of several versions the later are left out as well; what remains
is the same for the same reports added in any order.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from .opening import Database
from .rows import unpacked
from .tables import metadata, migrations, runs

_MOMENTS = {
    "added",
    "at",
    "started",
    "finished",
    "retrieved",
    "first_run",
    "last_run",
    "run",
    "number",
    "body_number",
    "one_number",
    "other_number",
}
_ORDER = {"copy_of", "version_of"}


def dump(database: Database, *, order_free: bool = False) -> str:
    """Give every row that counts as a line of JSON, sorted."""
    left_out = _MOMENTS | (_ORDER if order_free else set())
    with database.read() as connection:
        return "\n".join(sorted(_lines(connection, left_out)))


def _lines(connection: Connection, left_out: set[str]) -> Iterator[str]:
    for table in metadata.sorted_tables:
        if table is not runs and table is not migrations:
            for row in connection.execute(select(table)).mappings():
                kept = {name: _plain(name, value) for name, value in row.items() if name not in left_out}
                yield json.dumps([table.name, kept], sort_keys=True)


def _plain(name: str, value: Any) -> Any:
    if name == "reading":
        reading = unpacked(value).to_json()
        reading["report"].pop("retrieved", None)
        return hashlib.sha256(json.dumps(reading, sort_keys=True).encode()).hexdigest()
    return value if value is None or isinstance(value, (str, int, float, bool, list, dict)) else str(value)
