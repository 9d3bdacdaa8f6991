"""What waits to be linked: texts, noted in the transaction that changed them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select, true, union, update

from ..batching import batches
from ..link_tables import linked_texts, members, to_link
from ..tables import reports


def is_due(connection: Connection) -> bool:
    """Tell whether something waits."""
    return connection.scalar(select(to_link.c.text_sha256).limit(1)) is not None


def note(connection: Connection, sha256: str, *, whole: bool = False) -> None:
    """Note that the reports of a text have changed; `whole`: what was made of it counts no longer, even if its reading is the same."""
    held = connection.scalar(select(to_link.c.whole).where(to_link.c.text_sha256 == sha256))
    if held is None:
        connection.execute(insert(to_link), {"text_sha256": sha256, "whole": whole})
    elif whole and not held:
        connection.execute(update(to_link).where(to_link.c.text_sha256 == sha256), {"whole": True})


def note_all(connection: Connection) -> None:
    """Note every text: for a ledger that was not linked, or by other rules."""
    connection.execute(update(to_link), {"whole": True})
    known = union(select(reports.c.text_sha256), select(linked_texts.c.text_sha256)).subquery()
    fresh = select(known.c.text_sha256, true()).where(known.c.text_sha256.not_in(select(to_link.c.text_sha256)))
    connection.execute(insert(to_link).from_select(["text_sha256", "whole"], fresh))


def note_findings(connection: Connection, keys: Iterable[str]) -> None:
    """Note the texts of findings, members and reports of these keys: after somebody ruled on them."""
    keys = list(keys)
    for column, sha256 in (
        (members.c.finding_key, members.c.text_sha256),
        (members.c.key, members.c.text_sha256),
        (reports.c.key, reports.c.text_sha256),
    ):
        for batch in batches(keys):
            for found in sorted(set(connection.scalars(select(sha256).where(column.in_(batch))))):
                note(connection, found, whole=True)
