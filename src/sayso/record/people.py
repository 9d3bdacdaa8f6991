"""Actors as a question gives them back: cards of those whom findings name, and actors by themselves with what the ledger has of them.

Actors whom a person merged are one, under the key that stands for all; an actor whom a person split off in a text is one of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Column, Connection, Select, func, select, true

from ..findings.actor import ActorKind
from ..findings.decision import RecordKind, Verdict
from ..lexicons import entries
from .batching import batches
from .found import ActorCard, FoundActor
from .found_decisions import Applied
from .overlay import Overlay, applied
from .ruled import ruled_on
from .tables import actor_names, actors, appearances, mentions, reports, statements

_CARD = select(actors.c.key, actors.c.name, actors.c.kind, actors.c.country, actors.c.sector)
_ALL = true()
_ORIGINALS = reports.c.copy_of.is_(None)
_NEWEST = (reports.c.published.is_(None), reports.c.published.desc(), reports.c.number)


class People:
    """The cards of the actors that findings name, fetched once, in batches."""

    def __init__(self, connection: Connection) -> None:
        self._connection, self._ruled = connection, ruled_on(connection)
        self._rejected = self._ruled.rejected(RecordKind.ACTOR)
        self._cards: dict[str, ActorCard] = {}

    def fetch(self, named: Iterable[tuple[str | None, str]]) -> None:
        """Fetch the cards of actors, each with the hash of the text in which it is named."""
        keys = {each for key, sha256 in named if key is not None for each in (key, self._ruled.actor(key, sha256))}
        wanted = keys | {of for (of, _), new in self._ruled.apart.items() if new in keys}
        over = Overlay(self._ruled, RecordKind.ACTOR)
        for batch in batches(sorted(wanted)):
            for row in self._connection.execute(_CARD.where(actors.c.key.in_(batch))):
                said = {name: over.actor(row.key, name, value) for name, value in row._mapping.items() if name != "key"}
                self._cards[row.key] = ActorCard(row.key, said["name"] or "", said["kind"] or "", said["country"], said["sector"])
        self._cards |= {key: card for key in wanted - self._cards.keys() if (card := _state(key))}
        for (of, _), new in self._ruled.apart.items():
            if of in self._cards:
                self._cards.setdefault(new, replace(self._cards[of], key=new))

    def card(self, key: str | None, sha256: str) -> ActorCard | None:
        """Give who it is in the text of that hash; None for nobody, and for one that a person rejected."""
        here = self._ruled.actor(key, sha256) if key is not None else None
        return None if here in self._rejected else self._cards.get(here or "")

    def by_key(self, key: str) -> ActorCard | None:
        """Give the card of this very actor."""
        return self._cards.get(key)


def _state(key: str) -> ActorCard | None:
    """Give the card of a state that no report of the ledger names: a person may put it into a field."""
    row = next((row for row in entries("actors/states") if row["key"] == key), None)
    return ActorCard(key, row["name"], ActorKind.COUNTRY.value, key, "GOV") if row else None


def found_actors(connection: Connection, keys: Sequence[str]) -> list[FoundActor]:
    """Give the actors of these keys, in this order; of merged actors the keys that stand for them."""
    people, known = People(connection), _Known(connection, keys)
    people.fetch((key, "") for key in keys)
    found = []
    for key in keys:
        card = people.by_key(key)
        if card is not None:
            names = tuple(sorted(set(known.names.get(key, ())), key=lambda name: (-len(name), name)))
            numbers = [count.get(key, 0) for count in known.counts]
            offices = _offices(known.offices.get(key, ()))
            found.append(FoundActor(card, names, offices, numbers[0], numbers[1], numbers[2], _decisions(connection, key)))
    return found


class _Known:
    """What the ledger has of some actors, by the key that stands for each."""

    def __init__(self, connection: Connection, keys: Sequence[str]) -> None:
        self._connection, self._ruled = connection, ruled_on(connection)
        self._found_as = self._ruled.found_as(keys)
        names = select(actor_names.c.actor_key, actor_names.c.name)
        self.names: dict[str, list[str]] = {}
        for batch in batches(self._found_as):
            for key, name in connection.execute(names.where(actor_names.c.actor_key.in_(batch))):
                for each in self._ruled.standing_for([key]):
                    self.names.setdefault(each, []).append(name)
        self.offices = self._held()
        report = appearances.c.report_key
        spoken = self._ruled.column(statements.c.speaker)
        heard = self._ruled.not_rejected(RecordKind.STATEMENT, statements.c.key)
        heard += [self._ruled.column(statements.c.act) != "imputed"]
        self.counts = (
            self._counted(appearances.c.actor_key, select(func.count(report.distinct())).join(reports, reports.c.key == report)),
            self._counted(
                mentions.c.actor_key,
                select(func.count()).join(reports, reports.c.key == mentions.c.report_key).where(_ORIGINALS),
            ),
            self._counted(spoken, select(func.count()).where(*heard), statements.c.text_sha256),
        )  # fmt: skip

    def _held(self) -> dict[str, list[str]]:
        key = self._ruled.actor_column(appearances.c.actor_key, reports.c.text_sha256)
        wanted = select(key, appearances.c.body).join(reports, reports.c.key == appearances.c.report_key).order_by(*_NEWEST)
        found: dict[str, list[str]] = {}
        for batch in batches(self._found_as):
            for owner, body in self._connection.execute(wanted.where(appearances.c.actor_key.in_(batch))):
                found.setdefault(owner, []).append(body)
        return found

    def _counted(self, named: Any, count: Select[Any], sha256: Column[Any] = reports.c.text_sha256) -> dict[str, int]:
        key, found = self._ruled.actor_column(named, sha256), dict[str, int]()
        for batch in batches(self._found_as):
            for owner, number in self._connection.execute(count.add_columns(key).where(named.in_(batch)).group_by(key)):
                found[number] = found.get(number, 0) + owner
        return found


def _decisions(connection: Connection, key: str) -> tuple[Applied, ...]:
    """Give what people decided on an actor, the earliest first."""
    ruled = ruled_on(connection)
    rows = list(Overlay(ruled, RecordKind.ACTOR).applied(key, _as_found(connection, key), lambda _: None))
    together = ruled.held.weighed(RecordKind.ACTOR).together
    for each in ruled.held.decisions:
        keys = [subject.key for subject in each.subjects if subject.sort == "actor"]
        merged = each.verdict is Verdict.MERGE and each.id in together.values() and key in {ruled.actor(one) for one in keys}
        split = each.verdict is Verdict.SPLIT and len(keys) == 1 and key in (keys[0], each.value)
        if each.of is RecordKind.ACTOR and (merged or split):
            rows.append(applied(each, "; ".join(keys)))
    return tuple(sorted(rows, key=lambda row: (row.when, row.id)))


def _as_found(connection: Connection, key: str) -> ActorCard:
    row = connection.execute(_CARD.where(actors.c.key == key)).one_or_none()
    return ActorCard(*row) if row else ActorCard(key, "", "", None, None)


def _offices(bodies: Sequence[str]) -> tuple[str, ...]:
    words = []
    for body in dict.fromkeys(bodies):
        for office in json.loads(body).get("offices") or ():
            of = f" ({office['of']})" if office.get("of") else ""
            words.append(("former " if office.get("former") else "") + office["role"] + of)
    return tuple(dict.fromkeys(words))
