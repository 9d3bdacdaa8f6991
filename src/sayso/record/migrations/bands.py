"""0008: reports are kept by their time as well, so that one is held against those of its own; all is linked anew."""

from __future__ import annotations

from sqlalchemy import Connection

from .. import linking


def bands(connection: Connection) -> None:
    """Note every text to be linked."""
    linking.note_all(connection)
