"""0004: tables of decisions; a ledger made before holds none."""

from __future__ import annotations

from sqlalchemy import Connection

from .. import tables
from ..decision_tables import DECISION_TABLES


def decisions(connection: Connection) -> None:
    """Make the tables."""
    tables.metadata.create_all(connection, tables=list(DECISION_TABLES))
