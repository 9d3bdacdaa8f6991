"""0007: the index of what stories and claims are called, filled from those a ledger already holds."""

from __future__ import annotations

from sqlalchemy import Connection, select

from .. import name_index
from ..link_tables import linkages


def names(connection: Connection) -> None:
    """Make the index, and enter what is linked."""
    name_index.make(connection)
    for kind in sorted(name_index.KINDS):
        wanted = select(linkages.c.key, linkages.c.name).where(linkages.c.kind == kind)
        name_index.enter(connection, kind, ((row.key, row.name) for row in connection.execute(wanted).all()))
