"""Groups → the rows of linkages: what is kept of a story, claim, happening or series, with the reports, outlets and origins it has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from ...findings.reading import plain
from ...link.claims import FOR, Claim
from ...link.happenings import Happening
from ...link.kinds import Group, Kind
from ...link.origins import Origin, Surroundings, Telling, origins_among
from ...link.series import Series
from ...link.stories import Story
from .. import name_index
from ..batching import batches
from ..keys import digest
from ..link_tables import OF_A_LINKAGE, linkage_abouts, linkage_reports, linkages, linked_texts
from ..row_parts import storable
from ..tables import reports
from .entering import readings_of
from .shelf import pack, unpack

# Reports of one claim whose origins are looked into: those first by publication. What carries a claim on after so many is no new origin often.
MOST_TRACED = 200
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Carrier:
    """A report that prints a text by which a group is told."""

    key: str
    outlet: str


@dataclass(frozen=True, slots=True)
class Rows:
    """The row of a group, and the actors and reports it has."""

    row: Row
    abouts: tuple[str, ...]
    reports: tuple[str, ...]


def write(connection: Connection, kind: Kind, groups: Sequence[Group], stale: Iterable[str], fresh: Collection[str]) -> None:
    """Put in the rows of groups as they are now, and take out those of heads that no longer stand; rows that say the same stay.

    `fresh`: the reports whose readings may be others than when the groups were last written.
    """
    carried = carriers(connection, {report_of(key) for group in groups for key in group.members})
    standing = standing_rows(connection, kind, [linkage_key(kind, group.head) for group in groups])
    origins = _Origins(connection, carried, standing, fresh)
    rows = [_rows(kind, group, carried, origins) for group in groups]
    same = {each.row["key"] for each in rows if standing.get(each.row["key"]) == each}
    gone = {linkage_key(kind, head) for head in {*stale, *(group.head for group in groups)}} - same
    for table in OF_A_LINKAGE:
        for batch in batches(sorted(gone)):
            connection.execute(delete(table).where(table.c.kind == kind.name, table.c.key.in_(batch)))
    name_index.remove(connection, kind.name, gone)
    new = [each for each in rows if each.row["key"] not in same]
    _insert(connection, linkages, [each.row for each in new])
    name_index.enter(connection, kind.name, [(each.row["key"], each.row["name"]) for each in new])
    for table, column, of in ((linkage_abouts, "actor_key", "abouts"), (linkage_reports, "report_key", "reports")):
        held = [(each.row["key"], key) for each in new for key in getattr(each, of)]
        _insert(connection, table, [{"kind": kind.name, "key": key, column: other} for key, other in held])


def standing_rows(connection: Connection, kind: Kind, keys: Sequence[str]) -> dict[str, Rows]:
    """Give what the tables hold of a kind under these keys."""
    abouts: dict[str, list[str]] = {}
    told: dict[str, list[str]] = {}
    rows: dict[str, Row] = {}
    for batch in batches(keys):
        for row in connection.execute(select(linkages).where(linkages.c.kind == kind.name, linkages.c.key.in_(batch))):
            rows[row.key] = dict(row._mapping)
        for found, table, column in (
            (abouts, linkage_abouts, linkage_abouts.c.actor_key), (told, linkage_reports, linkage_reports.c.report_key),
        ):  # fmt: skip
            for key, other in connection.execute(
                select(table.c.key, column).where(table.c.kind == kind.name, table.c.key.in_(batch))
            ):
                found.setdefault(key, []).append(other)
    return {key: Rows(row, tuple(sorted(abouts.get(key, ()))), tuple(sorted(told.get(key, ())))) for key, row in rows.items()}


def _insert(connection: Connection, table: Table, rows: list[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def linkage_key(kind: Kind, head: str) -> str:
    """Give the key of a story, claim, happening or series: a hash of its kind and first member."""
    return digest([kind.name, head])


def report_of(member: str) -> str:
    """Give the report a member stands in: its key is that, or begins so."""
    return member.split(":", 1)[0]


def carriers(connection: Connection, firsts: Iterable[str]) -> dict[str, tuple[Carrier, ...]]:
    """Give for the reports by which texts count all that print these texts, sorted by key."""
    found: dict[str, list[Carrier]] = {}
    wanted = select(linked_texts.c.report_key, reports.c.key, reports.c.outlet, reports.c.place).join(
        reports, reports.c.text_sha256 == linked_texts.c.text_sha256
    )
    for batch in batches(sorted(firsts)):
        for row in connection.execute(wanted.where(linked_texts.c.report_key.in_(batch)).order_by(reports.c.key)):
            found.setdefault(row.report_key, []).append(Carrier(row.key, row.outlet or row.place or row.key))
    return {key: tuple(some) for key, some in found.items()}


def _rows(kind: Kind, group: Group, carried: Mapping[str, Sequence[Carrier]], origins: _Origins) -> Rows:
    key = linkage_key(kind, group.head)
    printed = {one.key: one for member in group.members for one in carried.get(report_of(member), ())}
    body: dict[str, Any] = body_of(kind, group.thing)
    told, number_of_origins = tuple(sorted(printed)), 0
    if isinstance(group.thing, Claim):
        found = origins.known(key, body, told)
        body["origins"] = plain(origins.of(group.thing)) if found is None else found
        number_of_origins = len(body["origins"])
    row = {
        "kind": kind.name, "key": key, "head": group.head, "name": storable(group.name), "first_published": group.first, "last_published": group.last,
        "status": group.status, "number_of_members": len(group.members), "number_of_reports": len(printed),
        "number_of_outlets": len({one.outlet for one in printed.values()}), "number_of_origins": number_of_origins, "body": pack(body),
    }  # fmt: skip
    return Rows(row, tuple(sorted(set(group.about))), told)


class _Origins:
    """Finds where claims started. What is known of a report that tells several by itself is found out once."""

    def __init__(
        self,
        connection: Connection,
        carried: Mapping[str, Sequence[Carrier]],
        standing: Mapping[str, Rows],
        fresh: Collection[str],
    ) -> None:
        self._connection = connection
        self._carried = carried
        self._standing = standing
        self._fresh = frozenset(fresh)
        self._around: dict[tuple[str, ...], Surroundings] = {}

    def known(self, key: str, body: dict[str, Any], told: Sequence[str]) -> list[Any] | None:
        """Give what was found before where the claim says the same, in the same reports as they were then; it follows from these alone."""
        held = self._standing.get(key)
        if held is None or held.reports != tuple(told) or self._fresh & set(told):
            return None
        before = unpack(held.row["body"])
        origins: list[Any] = before.pop("origins")
        return origins if before == body else None

    def of(self, claim: Claim) -> tuple[Origin, ...]:
        """Give where a claim started, among the reports that put it forward, copies too."""
        told = []
        for position in claim.positions:
            if position.stand in FOR:
                told += [(one.key, position.span, position.statement) for one in self._carried.get(position.report, ())]
        if not told:
            return ()
        told = told[:MOST_TRACED]
        keys = tuple(sorted({report for report, _, _ in told}))
        readings = readings_of(self._connection, keys)
        if keys not in self._around:
            self._around[keys] = Surroundings(readings.values())
        return origins_among([Telling(readings[report], span, statement) for report, span, statement in told], self._around[keys])


def body_of(kind: Kind, thing: Claim | Story | Happening | Series) -> dict[str, Any]:
    """Give what is kept of a group, as plain data; keys of other claims are the ledger's."""
    if isinstance(thing, Claim):
        turned = [replace(each, claim=linkage_key(kind, each.claim)) for each in thing.differences]
        made: dict[str, Any] = plain(replace(thing, key=linkage_key(kind, thing.key), differences=tuple(turned)))
        return made
    if isinstance(thing, Happening):
        body = {name: plain(getattr(thing, name)) for name in _OF_A_HAPPENING}
        body["tellings"] = [
            {
                "key": each.told.key, "report": each.told.report, "event": each.told.event, "at": each.told.at, "words": each.told.words,
                "published": plain(each.told.published), "reality": each.told.reality, "score": each.score, "reasons": list(each.reasons),
            }
            for each in thing.tellings
        ]  # fmt: skip
        return body
    made = plain(thing)
    return made


_OF_A_HAPPENING = (
    "event_type", "modes", "words", "actors", "recipients", "place", "date", "reality", "asserted_by", "denied_by", "told_by", "is_contested",
    "disagreements", "sizes", "first_published",
)  # fmt: skip
