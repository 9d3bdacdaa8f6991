"""0006: the table of what standing questions were answered with."""

from __future__ import annotations

from sqlalchemy import Connection

from .. import tables
from ..told_tables import told_hits


def told(connection: Connection) -> None:
    """Make the table; nothing was told yet."""
    tables.metadata.create_all(connection, tables=[told_hits])
