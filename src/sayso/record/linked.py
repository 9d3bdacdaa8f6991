"""Claims, stories, happenings and series by the beginning of their keys, with the members that a ruling on them is kept over."""

from __future__ import annotations

from sqlalchemy import Connection, select

from ..findings.decision import RecordKind
from .link_tables import linkages, members
from .prefixes import SHOWN, begins
from .subject_names import Member, Named
from .tables import OF_A_KIND, findings

# A member that is not a finding or report of its own is kept by its own key.
MEMBER = "member"


def linked_records(connection: Connection, kind: RecordKind, prefix: str) -> list[Named]:
    """Give the records of a kind whose keys begin with some hex digits, each with its members, the first before the others."""
    wanted = select(linkages.c.key, linkages.c.head).where(linkages.c.kind == kind.value, begins(linkages.c.key, prefix))
    rows = connection.execute(wanted.order_by(linkages.c.key).limit(SHOWN)).all()
    return [Named(row.key, _members(connection, kind, row.head), kind) for row in rows]


def _members(connection: Connection, kind: RecordKind, head: str) -> tuple[Member, ...]:
    wanted = select(members.c.key, members.c.finding_key).where(members.c.kind == kind.value, members.c.head == head)
    rows = connection.execute(wanted.order_by(members.c.key != head, members.c.rank, members.c.key)).all()
    return tuple(dict.fromkeys(_member(connection, kind, row.key, row.finding_key) for row in rows))


def _member(connection: Connection, kind: RecordKind, key: str, finding: str | None) -> Member:
    if kind is RecordKind.STORY:
        return Member("report", key)
    sort = connection.scalar(select(findings.c.kind).where(findings.c.key == finding).limit(1)) if finding else None
    if finding is None or sort not in OF_A_KIND:
        return Member(MEMBER, key)
    first = select(members.c.key).where(members.c.kind == kind.value, members.c.finding_key == finding)
    is_first = connection.scalar(first.order_by(members.c.rank).limit(1)) == key
    return Member(sort, finding) if is_first else Member(MEMBER, key)
