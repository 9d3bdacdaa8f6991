"""Members and bonds, fetched and kept: what the tables hold, as link.kinds takes it."""

from __future__ import annotations

import json
import zlib
from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from ...link.kinds import KINDS, Bond, Kind, Member
from ..batching import batches
from ..link_tables import NOWHERE, bonds, members

# Members whose bodies are kept in memory: of some hundred reports.
REMEMBERED = 10_000
Pair = tuple[str, str]
_KIND = {kind.name: kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Entry:
    """A member as it is kept: with its text, the finding it is, and the group it is in."""

    member: Any
    sha256: str
    finding: str | None
    rank: str
    head: str


def pack(value: Any) -> bytes:
    """Give plain data as compressed JSON."""
    return zlib.compress(json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode("utf8", "surrogatepass"), 3)


def unpack(blob: bytes) -> Any:
    """Read what `pack` wrote."""
    return json.loads(zlib.decompress(blob).decode("utf8", "surrogatepass"))


class _Remembered:
    """Members by kind and body: those last wanted."""

    def __init__(self) -> None:
        self._held: OrderedDict[tuple[str, bytes], Any] = OrderedDict()

    def load(self, kind: str, body: bytes) -> Any:
        """Give the member that a body is of."""
        found = self._held.get((kind, body))
        if found is None:
            found = _KIND[kind].load(unpack(body))
        self.keep(kind, body, found)
        return found

    def keep(self, kind: str, body: bytes, member: Any) -> None:
        """Remember a member, and forget the one that was wanted longest ago."""
        self._held[kind, body] = member
        self._held.move_to_end((kind, body))
        if len(self._held) > REMEMBERED:
            self._held.popitem(last=False)


_remembered = _Remembered()


def put_members(
    connection: Connection, kind: Kind, sha256: str, found: Iterable[Member], findings: Mapping[str, str], out: Collection[str]
) -> dict[str, Entry]:
    """Keep the members of a text, each a group by itself, those that are `out` in none, and give them by key."""
    rows, entries = [], {}
    for one in found:
        local, body, rank = kind.local(one), pack(one.to_json()), kind.rank(one)
        finding = findings.get(local) if local else None
        head = NOWHERE if one.key in out else one.key
        rows.append({
            "kind": kind.name, "key": one.key, "text_sha256": sha256, "finding_key": finding, "rank": rank, "body": body, "head": head,
        })  # fmt: skip
        _remembered.keep(kind.name, body, one)
        entries[one.key] = Entry(one, sha256, finding, rank, head)
    if rows:
        connection.execute(insert(members), rows)
    return entries


def members_of_texts(connection: Connection, kind: Kind, shas: Iterable[str]) -> dict[str, Entry]:
    """Give the members of some texts, by key."""
    return _entries(connection, kind, members.c.text_sha256, shas)


def members_of(connection: Connection, kind: Kind, keys: Iterable[str]) -> dict[str, Entry]:
    """Give members by their keys."""
    return _entries(connection, kind, members.c.key, keys)


def members_in(connection: Connection, kind: Kind, heads: Iterable[str]) -> dict[str, Entry]:
    """Give the members of some groups, by key."""
    return _entries(connection, kind, members.c.head, heads)


def _entries(connection: Connection, kind: Kind, column: Any, values: Iterable[str]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    # A text has few members: asked for by kind as well, SQLite would read all members of that kind.
    of_kind = () if column is members.c.text_sha256 else (members.c.kind == kind.name,)
    for batch in batches(values):
        for row in connection.execute(select(members).where(*of_kind, column.in_(batch))):
            if row.kind == kind.name:
                found[row.key] = Entry(
                    _remembered.load(kind.name, row.body), row.text_sha256, row.finding_key, row.rank, row.head
                )
    return found


def heads_of(connection: Connection, kind: Kind, keys: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Give for members, by key, the group each is in and its rank."""
    found: dict[str, tuple[str, str]] = {}
    wanted = select(members.c.key, members.c.head, members.c.rank)
    for batch in batches(keys):
        rows = connection.execute(wanted.where(members.c.kind == kind.name, members.c.key.in_(batch)))
        found |= {row.key: (row.head, row.rank) for row in rows}
    return found


def set_heads(connection: Connection, kind: Kind, heads: Mapping[str, str]) -> None:
    """Keep which group each member is in."""
    by_head: dict[str, list[str]] = {}
    for key, head in heads.items():
        by_head.setdefault(head, []).append(key)
    for head, keys in by_head.items():
        for batch in batches(keys):
            connection.execute(update(members).where(members.c.kind == kind.name, members.c.key.in_(batch)), {"head": head})


def remove_members(connection: Connection, sha256: str) -> dict[str, set[str]]:
    """Take out the members of a text with their bonds; gives by kind the heads they were in and the members they were tied to."""
    touched: dict[str, set[str]] = {}
    for kind in KINDS:
        gone = members_of_texts(connection, kind, (sha256,))
        tied = bonds_of(connection, kind, gone)
        others = {key for pair in tied for key in pair} - gone.keys()
        heads = {entry.head for entry in gone.values()} - {NOWHERE}
        touched[kind.name] = others | heads  # one that is gone itself leaves no group behind
        touched[kind.name] |= {key for key in members_in(connection, kind, heads) if key not in gone}
        for batch in batches(gone):
            own = (bonds.c.one.in_(batch), bonds.c.other.in_(batch))
            connection.execute(delete(bonds).where(bonds.c.kind == kind.name, or_(*own)))
            connection.execute(delete(members).where(members.c.kind == kind.name, members.c.key.in_(batch)))
    return touched


def put_bonds(connection: Connection, kind: Kind, found: Mapping[Pair, Bond]) -> None:
    """Keep bonds."""
    rows = [
        {
            "kind": kind.name, "one": one, "other": other, "relation": bond.relation, "score": bond.score,
            "reasons": json.dumps(bond.reasons, ensure_ascii=False),
        }
        for (one, other), bond in found.items()
    ]  # fmt: skip
    if rows:
        connection.execute(insert(bonds), rows)


def bonds_of(connection: Connection, kind: Kind, keys: Collection[str]) -> dict[Pair, Bond]:
    """Give all bonds that have one of these members on either side."""
    found: dict[Pair, Bond] = {}
    for column in (bonds.c.one, bonds.c.other):
        for batch in batches(keys):
            for row in connection.execute(select(bonds).where(bonds.c.kind == kind.name, column.in_(batch))):
                found[row.one, row.other] = Bond(row.relation, row.score, tuple(json.loads(row.reasons)))
    return found
