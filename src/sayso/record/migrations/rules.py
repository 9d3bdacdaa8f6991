"""0010: tables of the rules by which a ledger is linked; those of one made before are not known, so that it is linked anew when it is next read into."""

from __future__ import annotations

from sqlalchemy import Connection

from .. import statistics, tables
from ..renewal_tables import RENEWAL_TABLES


def rules(connection: Connection) -> None:
    """Make the tables."""
    tables.metadata.create_all(connection, tables=list(RENEWAL_TABLES))
    statistics.tell(connection)
