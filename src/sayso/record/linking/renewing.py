"""Other rules than those a ledger was linked by → all texts linked anew, some in each transaction: a run that is cut off goes on where it was.

Until its turn comes a text stands as the older rules linked it, so questions are answered at any time. Where a newer sayso keeps members otherwise,
what the older one kept cannot be held against what comes; then all is dropped, and every text waits as if it were new.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, delete, func, insert, select

from ...link.kinds import KINDS
from .. import name_index
from ..link_tables import LINK_TABLES, linked_texts, members, to_link
from ..opening import Database
from ..renewal_tables import link_rules, to_renew
from .rules import rules
from .running import BATCH, link, link_some
from .shelf import unpack
from .waiting import note, note_all

# Members of each kind, the first and the last, that are read and written again to see whether they are kept as they were.
TRIED = 20


def renew(database: Database, *, tell: Callable[[int], object] | None = None) -> int:
    """Link anew what stands by other rules; gives how many texts it was. `tell` gets, after each transaction, how many it has been so far."""
    with database.read() as connection:
        is_current = _held(connection) == rules()
    if not is_current:
        with database.write() as connection:
            _note_rules(connection)
    done = 0 if is_current else link(database, tell=tell)  # what was dropped waits
    while True:
        with database.read() as connection:
            if not connection.scalar(select(func.count()).select_from(to_renew)):
                return done
        with database.write() as connection:
            done += _renew_some(connection)
        if tell is not None:
            tell(done)


def to_be_renewed(connection: Connection) -> int:
    """Give how many texts stand as other rules than these linked them; 0 where all is by these."""
    left = connection.scalar(select(func.count()).select_from(to_renew)) or 0
    return left if _held(connection) == rules() else connection.scalar(select(func.count()).select_from(linked_texts)) or 0


def stamp(connection: Connection) -> None:
    """Note that what there is stands by these rules."""
    connection.execute(delete(link_rules))
    connection.execute(insert(link_rules), {"digest": rules()})


def _held(connection: Connection) -> str | None:
    return connection.scalar(select(link_rules.c.digest))


def _note_rules(connection: Connection) -> None:
    if _held(connection) == rules():
        return  # another process was quicker
    connection.execute(delete(to_renew))
    if _are_kept_so(connection):
        connection.execute(insert(to_renew).from_select(["text_sha256"], select(linked_texts.c.text_sha256)))
    else:
        for table in LINK_TABLES:
            if table is not to_link:
                connection.execute(delete(table))
        name_index.empty(connection)
        note_all(connection)
    stamp(connection)


def _are_kept_so(connection: Connection) -> bool:
    """Tell whether members are kept as this version keeps them, by some of each kind."""
    for kind in KINDS:
        own = select(members.c.body).where(members.c.kind == kind.name)
        for order in (members.c.key, members.c.key.desc()):
            for body in connection.scalars(own.order_by(order).limit(TRIED)):
                value = unpack(body)
                try:
                    if kind.load(value).to_json() != value:
                        return False
                except (KeyError, ValueError, TypeError, AttributeError, IndexError):
                    return False
    return True


def _renew_some(connection: Connection) -> int:
    some = list(connection.scalars(select(to_renew.c.text_sha256).order_by(to_renew.c.text_sha256).limit(BATCH)))
    for sha256 in some:
        note(connection, sha256, whole=True)
    connection.execute(delete(to_renew).where(to_renew.c.text_sha256.in_(some)))
    link_some(connection, some)
    return len(some)
