"""Groups → the rows of linkages: what is kept of a story, claim, happening or series, with the reports, outlets and origins it has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
from .shelf import pack

# Reports of one claim whose origins are looked into: those first by publication. What carries a claim on after so many is no new origin often.
MOST_TRACED = 200
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Carrier:
    """A report that prints a text by which a group is told."""

    key: str
    outlet: str


def write(connection: Connection, kind: Kind, groups: Sequence[Group], stale: Iterable[str]) -> None:
    """Put in the rows of groups as they are now, and take out those of heads that no longer stand."""
    gone = {linkage_key(kind, head) for head in {*stale, *(group.head for group in groups)}}
    for table in OF_A_LINKAGE:
        for batch in batches(sorted(gone)):
            connection.execute(delete(table).where(table.c.kind == kind.name, table.c.key.in_(batch)))
    name_index.remove(connection, kind.name, gone)
    carried = carriers(connection, {report_of(key) for group in groups for key in group.members})
    origins = _Origins(connection, carried)
    rows = [_rows(kind, group, carried, origins) for group in groups]
    _insert(connection, linkages, [row for row, _, _ in rows])
    name_index.enter(connection, kind.name, [(row["key"], row["name"]) for row, _, _ in rows])
    _insert(connection, linkage_abouts, [row for _, abouts, _ in rows for row in abouts])
    _insert(connection, linkage_reports, [row for _, _, held in rows for row in held])


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


def _rows(
    kind: Kind, group: Group, carried: Mapping[str, Sequence[Carrier]], origins: _Origins
) -> tuple[Row, list[Row], list[Row]]:
    """Give the row of a group, and those of the actors and reports it has."""
    key = linkage_key(kind, group.head)
    printed = {one.key: one for member in group.members for one in carried.get(report_of(member), ())}
    body: dict[str, Any] = body_of(kind, group.thing)
    found: tuple[Origin, ...] = ()
    if isinstance(group.thing, Claim):
        found = origins.of(group.thing)
        body["origins"] = plain(found)
    row = {
        "kind": kind.name, "key": key, "head": group.head, "name": storable(group.name), "first_published": group.first, "last_published": group.last,
        "status": group.status, "number_of_members": len(group.members), "number_of_reports": len(printed),
        "number_of_outlets": len({one.outlet for one in printed.values()}), "number_of_origins": len(found), "body": pack(body),
    }  # fmt: skip
    abouts = [{"kind": kind.name, "key": key, "actor_key": actor} for actor in dict.fromkeys(group.about)]
    return row, abouts, [{"kind": kind.name, "key": key, "report_key": report} for report in sorted(printed)]


class _Origins:
    """Finds where claims started. What is known of a report that tells several by itself is found out once."""

    def __init__(self, connection: Connection, carried: Mapping[str, Sequence[Carrier]]) -> None:
        self._connection = connection
        self._carried = carried
        self._around: dict[tuple[str, ...], Surroundings] = {}

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
