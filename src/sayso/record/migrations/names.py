"""0007: the index of what stories and claims are called, filled from those a ledger already holds."""

from __future__ import annotations

from sqlalchemy import Connection, select

from .. import name_index
from ..link_tables import linkages


def names(connection: Connection) -> None:
    """Make the index, and enter what is linked."""
    name_index.make(connection)
    for kind, key, name in connection.execute(select(linkages.c.kind, linkages.c.key, linkages.c.name)).all():
        name_index.enter(connection, kind, key, name)
