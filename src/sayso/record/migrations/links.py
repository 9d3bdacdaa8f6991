"""0005: tables of what reports share; every text the ledger holds waits to be linked."""

from __future__ import annotations

from sqlalchemy import Connection

from .. import tables
from ..link_tables import LINK_TABLES
from ..linking.waiting import note_all


def links(connection: Connection) -> None:
    """Make the tables, and note every text."""
    tables.metadata.create_all(connection, tables=list(LINK_TABLES))
    note_all(connection)
