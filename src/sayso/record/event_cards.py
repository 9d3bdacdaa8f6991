"""Rows of events, ties and watchpoints made into what a question gives back, as cards.py does for statements and figures."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Row, Select, select

from ..findings.decision import RecordKind
from ..findings.event import Event, Status
from ..findings.reading import build
from ..findings.tie import Tie
from ..findings.watchpoint import Watchpoint
from ..when import When
from .batching import batches
from .cards import Shelf, by_key, found_figures, found_statements, once_each
from .found import ActorCard, FoundFigure, FoundStatement, joined
from .found_events import FoundEvent, FoundTie, FoundWatchpoint, InnerAct, PlaceCard
from .overlay import Overlay
from .people import People
from .queries import findings_with
from .ruled import ruled_on
from .tables import events, links, parties, watchpoints

Roles = dict[tuple[str, str], list[str]]
Told = TypeVar("Told", Event, Tie)
_PLACE = ("place", "place_country", "geonames", "lat", "lon", "place_precision")


def found_events(connection: Connection, wanted: Select[Any], limit: int | None = None) -> list[FoundEvent]:
    """Give the events a query selects, each once, from the first report that has it."""
    rows, shelf = once_each(connection.execute(wanted), limit), Shelf(connection)
    where = by_key(connection, select(events.c.key, *(events.c[name] for name in _PLACE)), rows)
    cards, words = shelf.reports(row.report_key for row in rows), shelf.texts(row.text_sha256 for row in rows)
    over, linked = shelf.overlay(RecordKind.EVENT), _Linked(connection, rows)
    carriers, people = shelf.carriers(row.key for row in rows), _People(connection, rows, over)
    found = []
    for row in rows:
        first, text = build(Event, json.loads(row.body)), words[row.text_sha256]
        it = over.finding(row.key, linked.standing(row.key, first))
        found.append(FoundEvent(
            key=row.key, report=cards[row.report_key], carriers=carriers[row.key], event=it, within=row.within,
            trigger=it.trigger.of(text), words=joined(text, it.evidence),
            actors=people.of(row.key, "actor"), recipients=people.of(row.key, "recipient"),
            actor_words=tuple(span.of(text) for span in it.actor_spans),
            recipient_words=tuple(span.of(text) for span in it.recipient_spans), place=_place(where[row.key]),
            asserted_by=linked.statements(row.key, "asserts"), denied_by=linked.statements(row.key, "denies"),
            figures=linked.figures(row.key, "size"), of=_inner(it.of, text, row.key, people),
            decisions=over.applied(row.key, first, partial(people.found, row.key)),
        ))  # fmt: skip
    return found


def found_ties(connection: Connection, wanted: Select[Any], limit: int | None = None) -> list[FoundTie]:
    """Give the ties a query selects, likewise."""
    rows, shelf = once_each(connection.execute(wanted), limit), Shelf(connection)
    cards, words = shelf.reports(row.report_key for row in rows), shelf.texts(row.text_sha256 for row in rows)
    over, linked = shelf.overlay(RecordKind.TIE), _Linked(connection, rows)
    carriers, people = shelf.carriers(row.key for row in rows), _People(connection, rows, over)
    return [
        FoundTie(
            key=row.key, report=cards[row.report_key], carriers=carriers[row.key],
            tie=over.finding(row.key, linked.standing(row.key, first := build(Tie, json.loads(row.body)))),
            words=joined(words[row.text_sha256], first.evidence), within=row.within,
            asserted_by=linked.statements(row.key, "asserts"), denied_by=linked.statements(row.key, "denies"),
            decisions=over.applied(row.key, first, partial(people.found, row.key)),
            **{role: next(iter(people.of(row.key, role)), None) for role in ("subject", "object", "accredited_to")},
        )
        for row in rows
    ]  # fmt: skip


def found_watchpoints(connection: Connection, wanted: Select[Any], limit: int | None = None) -> list[FoundWatchpoint]:
    """Give the watchpoints a query selects, likewise."""
    rows, shelf = once_each(connection.execute(wanted), limit), Shelf(connection)
    days = by_key(connection, select(watchpoints), rows)
    cards, words = shelf.reports(row.report_key for row in rows), shelf.texts(row.text_sha256 for row in rows)
    over, linked = shelf.overlay(RecordKind.WATCHPOINT), _Linked(connection, rows)
    carriers, people = shelf.carriers(row.key for row in rows), _People(connection, rows, over)
    found = []
    for row in rows:
        first, text, due = build(Watchpoint, json.loads(row.body)), words[row.text_sha256], days[row.key]
        it = over.finding(row.key, first)
        found.append(FoundWatchpoint(
            key=row.key, report=cards[row.report_key], carriers=carriers[row.key], watchpoint=it, within=row.within,
            words=it.span.of(text), condition=joined(text, it.condition or ()), consequence=joined(text, it.consequence or ()),
            actors=people.of(row.key, "actor"), said_by=next(iter(linked.statements(row.key, "asserts")), None),
            due=it.date if it.date != first.date else When(due.due_from, due.due_to, due.due_words) if due.due_words is not None else None,
            decisions=over.applied(row.key, first, lambda _: None),
        ))  # fmt: skip
    return found


def _inner(of: Event | None, text: str, key: str, people: _People) -> InnerAct | None:
    return InnerAct(of, of.trigger.of(text), people.of(key, "of_actor"), people.of(key, "of_recipient")) if of else None


def _place(row: Row[Any]) -> PlaceCard | None:
    if row.place is None:
        return None
    return PlaceCard(row.place, row.place_country, row.geonames, row.lat, row.lon, row.place_precision)


class _People:
    """Who takes part in the findings at hand, by finding and role, in order."""

    def __init__(self, connection: Connection, rows: Sequence[Row[Any]], over: Overlay) -> None:
        self._keys, self._over, self._people = (
            _by_role(connection, parties.c.actor_key, (row.key for row in rows)), over, People(connection)
        )  # fmt: skip
        self._texts = {row.key: row.text_sha256 for row in rows}
        named = [(finding, key) for (finding, _), keys in self._keys.items() for key in keys]
        named += [(finding, key) for finding in self._texts for key in over.actors_named(finding)]
        self._people.fetch((key, self._texts[finding]) for finding, key in named)

    def found(self, finding: str, role: str) -> Sequence[str]:
        return self._keys.get((finding, role), ())

    def of(self, finding: str, role: str) -> tuple[ActorCard, ...]:
        keys = self._over.actors(finding, role, self.found(finding, role))
        cards = (self._people.card(key, self._texts[finding]) for key in keys)
        return tuple(dict.fromkeys(card for card in cards if card))


class _Linked:
    """The statements and figures that findings at hand rest on."""

    def __init__(self, connection: Connection, rows: Sequence[Row[Any]]) -> None:
        self._keys = _by_role(connection, links.c.other_key, (row.key for row in rows))
        ruled = ruled_on(connection)
        self._undenied, rejected = ruled.undenied, ruled.rejected(RecordKind.STATEMENT) | ruled.rejected(RecordKind.FIGURE)
        every = list(dict.fromkeys(key for keys in self._keys.values() for key in keys if key not in rejected))
        self._statements: dict[str, FoundStatement] = {}
        self._figures: dict[str, FoundFigure] = {}
        for batch in batches(every):
            self._statements |= {s.key: s for s in found_statements(connection, findings_with("statement", batch))}
            self._figures |= {f.key: f for f in found_figures(connection, findings_with("figure", batch))}

    def statements(self, finding: str, role: str) -> tuple[FoundStatement, ...]:
        return tuple(self._statements[key] for key in self._keys.get((finding, role), ()) if key in self._statements)

    def standing(self, finding: str, found: Told) -> Told:
        """Give an event or tie as asserted where all who deny it were rejected."""
        return replace(found, status=Status.ASSERTED) if finding in self._undenied else found

    def figures(self, finding: str, role: str) -> tuple[FoundFigure, ...]:
        return tuple(self._figures[key] for key in self._keys.get((finding, role), ()) if key in self._figures)


def _by_role(connection: Connection, value: Column[Any], keys: Iterable[str]) -> Roles:
    table, found = value.table, Roles()
    wanted = select(table.c.finding_key, table.c.role, value).order_by(table.c.finding_key, table.c.role, table.c.position)
    for batch in batches(keys):
        for finding, role, other in connection.execute(wanted.where(table.c.finding_key.in_(batch))):
            found.setdefault((finding, role), []).append(other)
    return found
