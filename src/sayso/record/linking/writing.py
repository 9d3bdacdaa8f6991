"""Groups → the rows of linkages: what is kept of a story, claim, happening or series, with the reports, outlets and origins it has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from ...findings.reading import plain
from ...link.claims import FOR, Claim
from ...link.happenings import Happening
from ...link.kinds import Group, Kind
from ...link.origins import Origin, Telling, origins_among
from ...link.series import Series
from ...link.stories import Story
from .. import name_index
from ..batching import batches
from ..keys import digest
from ..link_tables import OF_A_LINKAGE, linkage_abouts, linkage_reports, linkages, linked_texts
from ..row_parts import storable
from ..tables import reports
from .entering import reading_of
from .shelf import pack

# Reports of one claim whose origins are looked into: those first by publication. What carries a claim on after so many is no new origin often.
MOST_TRACED = 200


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
    for group in groups:
        _write(connection, kind, group, carried)


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


def _write(connection: Connection, kind: Kind, group: Group, carried: Mapping[str, Sequence[Carrier]]) -> None:
    key = linkage_key(kind, group.head)
    printed = {one.key: one for member in group.members for one in carried.get(report_of(member), ())}
    body: dict[str, Any] = body_of(kind, group.thing)
    origins: tuple[Origin, ...] = ()
    if isinstance(group.thing, Claim):
        origins = origins_of_claim(connection, group.thing, carried)
        body["origins"] = plain(origins)
    row = {
        "kind": kind.name, "key": key, "head": group.head, "name": storable(group.name), "first_published": group.first, "last_published": group.last,
        "status": group.status, "number_of_members": len(group.members), "number_of_reports": len(printed),
        "number_of_outlets": len({one.outlet for one in printed.values()}), "number_of_origins": len(origins), "body": pack(body),
    }  # fmt: skip
    connection.execute(insert(linkages), row)
    name_index.enter(connection, kind.name, key, storable(group.name))
    if group.about:
        abouts = [{"kind": kind.name, "key": key, "actor_key": actor} for actor in dict.fromkeys(group.about)]
        connection.execute(insert(linkage_abouts), abouts)
    if printed:
        held = [{"kind": kind.name, "key": key, "report_key": report} for report in sorted(printed)]
        connection.execute(insert(linkage_reports), held)


def origins_of_claim(connection: Connection, claim: Claim, carried: Mapping[str, Sequence[Carrier]]) -> tuple[Origin, ...]:
    """Give where a claim started, among the reports that put it forward, copies too."""
    told = []
    for position in claim.positions:
        if position.stand in FOR:
            told += [(one.key, position.span, position.statement) for one in carried.get(position.report, ())]
    tellings = [Telling(reading_of(connection, report), span, statement) for report, span, statement in told[:MOST_TRACED]]
    return origins_among(tellings) if tellings else ()


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
