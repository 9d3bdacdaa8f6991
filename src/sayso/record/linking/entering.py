"""One text taken into what reports share, or out of it: its members, and what they are to those of related reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select

from ...findings.reading import Reading
from ...link.kinds import KINDS, STORY, Bond, Kind
from ...link.stories import is_near, kept, sought
from ..batching import batches
from ..keys import Meanings, event_key, figure_key, statement_key
from ..link_tables import lead_bands, linked_texts
from ..rows import unpacked
from ..tables import reports
from .shelf import Entry, members_of, members_of_texts, put_bonds, put_members, remove_members

Touched = dict[str, set[str]]  # by kind, keys of members
Rejected = Mapping[str, frozenset[str]]  # by kind, keys of members, findings and reports that take no part in it
# Readings kept in memory: those of reports that belong together follow one another.
REMEMBERED = 256


class First(NamedTuple):
    """The report by which a text counts."""

    key: str
    digest: str
    published: date | None


def first_of(connection: Connection, sha256: str) -> First | None:
    """Give the first report that prints a text, by publication (no day last), then key; None where none does."""
    wanted = select(reports.c.key, reports.c.digest, reports.c.published).where(reports.c.text_sha256 == sha256)
    found = [First(*row) for row in connection.execute(wanted)]
    return min(found, key=lambda one: (one.published or date.max, one.key), default=None)


def take_in(connection: Connection, sha256: str, *, whole: bool, rejected: Rejected) -> Touched:
    """Bring a text's members up to what its reports say now; gives the members of all kinds whose groups may have changed."""
    first = first_of(connection, sha256)
    known = connection.execute(select(linked_texts).where(linked_texts.c.text_sha256 == sha256)).one_or_none()
    if known and first and not whole and (known.report_key, known.digest, known.published) == tuple(first):
        return {kind.name: set(members_of_texts(connection, kind, (sha256,))) for kind in KINDS}
    touched = _take_out(connection, sha256, known.report_key) if known else {kind.name: set() for kind in KINDS}
    if first is not None:
        connection.execute(
            insert(linked_texts),
            {"text_sha256": sha256, "report_key": first.key, "digest": first.digest, "published": first.published},
        )
        for name, keys in _put_in(connection, sha256, reading_of(connection, first.key), rejected).items():
            touched[name] |= keys
    return touched


def _take_out(connection: Connection, sha256: str, report: str) -> Touched:
    connection.execute(delete(lead_bands).where(lead_bands.c.report_key == report))
    connection.execute(delete(linked_texts).where(linked_texts.c.text_sha256 == sha256))
    return remove_members(connection, sha256)


def _put_in(connection: Connection, sha256: str, reading: Reading, rejected: Rejected) -> Touched:
    findings = finding_keys(reading)
    own: dict[str, dict[str, Entry]] = {}
    for kind in KINDS:
        made = {one.key: one for one in kind.members_of(reading)}
        keys = findings.get(kind.name, {})
        out = {key for key, one in made.items() if {key, keys.get(kind.local(one) or "")} & rejected[kind.name]}
        # A report that is out of stories still has to do with others: its lead says whose claims, events and figures to hold its own against.
        taken = [one for key, one in made.items() if kind is STORY or key not in out]
        own[kind.name] = put_members(connection, kind, sha256, taken, keys, out)
    related = _relate(connection, own[STORY.name])
    texts = _texts_of(connection, related)
    for kind in KINDS[1:]:
        mine = own[kind.name]
        put_bonds(connection, kind, _bonds(kind, mine, members_of_texts(connection, kind, texts) if mine else {}))
    return {name: set(entries) for name, entries in own.items()}


def _relate(connection: Connection, own: Mapping[str, Entry]) -> list[str]:
    """Find the reports worth comparing, keep how near they are, and give their keys."""
    related: list[str] = []
    for key, entry in own.items():
        held: set[str] = set()
        for batch in batches(sought(entry.member)):
            held |= set(connection.scalars(select(lead_bands.c.report_key).where(lead_bands.c.band.in_(batch))))
        if numbers := kept(entry.member):
            connection.execute(insert(lead_bands), [{"band": number, "report_key": key} for number in numbers])
        others = members_of(connection, STORY, sorted(held - {key}))
        near = {other: one for other, one in others.items() if is_near(entry.member, one.member)}
        found = _bonds(STORY, {key: entry}, near)
        put_bonds(connection, STORY, found)
        related += [other for pair in found for other in pair if other != key]
    return related


def _bonds(kind: Kind, mine: Mapping[str, Entry], others: Mapping[str, Entry]) -> dict[tuple[str, str], Bond]:
    found: dict[tuple[str, str], Bond] = {}
    own = sorted(((entry.rank, key, entry.member) for key, entry in mine.items()), key=lambda each: each[:2])
    there = [(entry.rank, key, entry.member) for key, entry in others.items()]
    for at, one in enumerate(own):
        for other in (*own[at + 1 :], *there):
            first, second = (one, other) if one[:2] <= other[:2] else (other, one)
            if bond := kind.bond(first[2], second[2]):
                found[first[1], second[1]] = bond
    return found


def _texts_of(connection: Connection, keys: Iterable[str]) -> list[str]:
    found: list[str] = []
    for batch in batches(keys):
        found += connection.scalars(select(linked_texts.c.text_sha256).where(linked_texts.c.report_key.in_(batch)))
    return sorted(found)


def reading_of(connection: Connection, report: str) -> Reading:
    """Give the reading of a report, with its key as id and the place its key was made of."""
    return readings_of(connection, (report,))[report]


def readings_of(connection: Connection, keys: Iterable[str]) -> dict[str, Reading]:
    """Give the readings of reports, by key, as `reading_of` does."""
    found: dict[str, Reading] = {}
    wanted = select(reports.c.key, reports.c.place, reports.c.reading)
    for batch in batches(keys):
        for row in connection.execute(wanted.where(reports.c.key.in_(batch))):
            found[row.key] = _reading(row.key, row.place, row.reading)
    return found


@lru_cache(maxsize=REMEMBERED)
def _reading(report: str, place: str | None, blob: bytes) -> Reading:
    reading = unpacked(blob)
    return replace(reading, id=report, report=replace(reading.report, place_of_origin=place))


def finding_keys(reading: Reading) -> dict[str, dict[str, str]]:
    """Give for each kind of what reports share the ledger's keys of the findings its members are, by their ids in the reading."""
    meanings, sha256 = Meanings(reading), reading.report.sha256
    events = {one.id: event_key(one, meanings, sha256) for one in reading.events}
    figures = {one.id: figure_key(one, meanings, sha256) for one in reading.figures}
    statements = {one.id: statement_key(one, meanings, sha256) for one in reading.statements}
    return {"claim": statements | figures | events, "happening": events, "series": figures}
