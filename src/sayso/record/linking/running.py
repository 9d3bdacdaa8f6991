"""What waits → linked, some texts in each transaction: a run that is cut off goes on where it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import Connection, delete, func, or_, select

from ...findings.decision import FINDINGS, RecordKind
from ...link.joining import Rulings
from ...link.kinds import KINDS, Kind
from ..batching import batches
from ..decisions import Held, in_force
from ..link_tables import NOWHERE, linked_texts, members, to_link
from ..opening import Database
from ..tables import reports
from .entering import take_in
from .settling import settle
from .writing import write

# Texts of one transaction. Groups are made once for all of them; more at once hold other writers up longer.
BATCH = 50


def link(database: Database, *, tell: Callable[[int], object] | None = None) -> int:
    """Take in everything that waits; gives how many texts it was. `tell` gets, after each transaction, how many it has been so far."""
    done = 0
    while True:
        with database.read() as connection:
            ahead = _waiting(connection)
        if not ahead:
            return done
        for at in range(0, len(ahead), BATCH):
            with database.write() as connection:
                done += link_some(connection, ahead[at : at + BATCH])
            if tell is not None:
                tell(done)


def link_all(connection: Connection) -> int:
    """Take in everything that waits, in this transaction; gives how many texts it was."""
    return link_some(connection, _waiting(connection))


def _waiting(connection: Connection) -> list[str]:
    """Give the texts that wait, the earliest published first."""
    day = func.min(reports.c.published)
    wanted = select(to_link.c.text_sha256).outerjoin(reports, reports.c.text_sha256 == to_link.c.text_sha256)
    return list(connection.scalars(wanted.group_by(to_link.c.text_sha256).order_by(day, to_link.c.text_sha256)))


def link_some(connection: Connection, texts: Sequence[str]) -> int:
    """Take in those of some texts that still wait."""
    held: dict[str, bool] = {}
    for batch in batches(texts):
        rows = connection.execute(select(to_link).where(to_link.c.text_sha256.in_(batch)))
        held |= {row.text_sha256: row.whole for row in rows}
    waiting = [(sha256, held[sha256]) for sha256 in texts if sha256 in held]
    ruled = in_force(connection)
    rejected = {kind.name: ruled.rejected(FINDINGS | {RecordKind(kind.name)}) for kind in KINDS}
    touched: dict[str, set[str]] = {kind.name: set() for kind in KINDS}
    for sha256, whole in waiting:
        for name, keys in take_in(connection, sha256, whole=whole, rejected=rejected).items():
            touched[name] |= keys
    for batch in batches(held):
        connection.execute(delete(to_link).where(to_link.c.text_sha256.in_(batch)))
    fresh = _printing(connection, held)
    ruled = in_force(connection)  # again: what a ruling is on may have come or gone
    for kind in KINDS:
        if touched[kind.name]:
            groups, stale = settle(connection, kind, touched[kind.name], member_rulings(connection, kind, ruled))
            write(connection, kind, groups, stale, fresh)
    return len(waiting)


def _printing(connection: Connection, texts: Iterable[str]) -> frozenset[str]:
    """Give the reports that print some texts."""
    found: set[str] = set()
    for batch in batches(texts):
        found |= set(connection.scalars(select(reports.c.key).where(reports.c.text_sha256.in_(batch))))
    return frozenset(found)


def member_rulings(connection: Connection, kind: Kind, held: Held) -> Rulings[str]:
    """Give what people ruled, over the keys of members; a ruling on a finding or linkage is on the member it is, or begins with."""
    ruled = held.weighed(RecordKind(kind.name)).rulings
    if not ruled.together and not ruled.apart:
        return ruled
    named = _members_named(connection, kind, {key for pair in (*ruled.together, *ruled.apart) for key in pair})
    together = tuple((named[a], named[b]) for a, b in ruled.together if a in named and b in named)
    return Rulings(together, frozenset((named[a], named[b]) for a, b in ruled.apart if a in named and b in named))


def _members_named(connection: Connection, kind: Kind, keys: Iterable[str]) -> dict[str, str]:
    """Give the member for each key of a finding, member or report; of several the first by rank."""
    found: dict[str, str] = {}
    for key in sorted(keys):
        sha256 = select(reports.c.text_sha256).where(reports.c.key == key).scalar_subquery()
        first = select(linked_texts.c.report_key).where(linked_texts.c.text_sha256 == sha256).scalar_subquery()
        own = or_(members.c.key == key, members.c.finding_key == key, members.c.key == first)
        member = connection.scalar(
            select(members.c.key)
            .where(members.c.kind == kind.name, members.c.head != NOWHERE, own)
            .order_by(members.c.rank)
            .limit(1)
        )
        if member is not None:
            found[key] = member
    return found
