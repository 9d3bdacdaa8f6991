"""Keys: hashes of content, so that reading twice writes nothing new and copies of a text share their findings.

A finding's key is a hash of its text's hash, what kind of record it is, and everything it says (spans, acts, actors, days) but
its confidence and who made it. Ids that count within one reading ("s1", "a3") are replaced by what they stand for.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from ..findings.event import Event
from ..findings.figure import Figure
from ..findings.mention import Reference
from ..findings.place import Place
from ..findings.reading import Reading, plain
from ..findings.statement import Statement
from ..findings.tie import Tie
from ..findings.watchpoint import Watchpoint
from ..when import When

KEY_HEX_DIGITS = 32
_NOT_CONTENT = ("id", "confidence", "by")


class Meanings:
    """What the ids of one reading stand for, in any reading."""

    def __init__(self, reading: Reading) -> None:
        self._actors = {actor.id: actor.key for actor in reading.actors}
        self._statements = {s.id: [plain(s.source), plain(s.cue), plain(s.content)] for s in reading.statements}
        self._figures = {f.id: [plain(f.span), f.kind.value] for f in reading.figures}
        self._located = {place.id: place for place in reading.places}
        self._places = {place.id: [place.name, place.country] for place in reading.places}

    def actor(self, ident: str | None) -> str | None:
        """Give the actor's key; None for no actor and for an id the reading does not hold."""
        return self._actors.get(ident) if ident else None

    def pointed(self, reference: Reference | None) -> str | None:
        """Give the key of the actor the words point to."""
        return self.actor(reference.actor) if reference else None

    def place(self, ident: str | None) -> str | None:
        """Give the place's usual English name."""
        return self._places[ident][0] if ident in self._places else None

    def located(self, ident: str | None) -> Place | None:
        """Give the place itself."""
        return self._located.get(ident) if ident else None

    def statement_body(self, statement: Statement) -> dict[str, Any]:
        """Give everything the statement says, without ids."""
        body = _content(plain(statement))
        for name in ("speaker", "speaks_for", "imputed_to"):
            body[name] = self.actor(body[name])
        for name in ("addressee", "relayed_by"):
            if body[name]:
                body[name] = {"span": body[name]["span"], "actor": self.actor(body[name]["actor"])}
        body["within"] = self._statements.get(body["within"])
        body["place"] = self._places.get(body["place"])
        return body

    def figure_body(self, figure: Figure) -> dict[str, Any]:
        """Give everything the figure says, without ids."""
        body = _content(plain(figure))
        for name in ("whose", "giver"):
            body[name] = self.actor(body[name])
        body["statement"] = self._statements.get(body["statement"])
        body["where"] = self._places.get(body["where"])
        return body

    def event_body(self, event: Event) -> dict[str, Any]:
        """Give everything the event says, without ids."""
        body = _content(plain(event))
        for name in ("actor", "recipient"):
            body[name] = [self.actor(ident) for ident in body[name]]
        for name in ("asserted_by", "denied_by"):
            body[name] = [self._statements.get(ident) for ident in body[name]]
        body["statement"] = self._statements.get(body["statement"])
        body["figures"] = [self._figures.get(ident) for ident in body["figures"]]
        where = self.located(body["place"])
        body["place"] = [where.name, where.country, where.geonames, where.lat, where.lon, where.precision] if where else None
        if event.of is not None:
            body["of"] = self.event_body(event.of)
        return body

    def tie_body(self, tie: Tie) -> dict[str, Any]:
        """Give everything the tie says, without ids."""
        body = _content(plain(tie))
        body |= {name: self.actor(body[name]) for name in ("subject", "object", "accredited_to")}
        body |= {name: [self._statements.get(ident) for ident in body[name]] for name in ("asserted_by", "denied_by")}
        return body | {"statement": self._statements.get(body["statement"])}

    def watchpoint_body(self, watchpoint: Watchpoint, due: When | None) -> dict[str, Any]:
        """Give everything the watchpoint says, without ids, and the days its words set."""
        body = _content(plain(watchpoint))
        body["actors"] = [self.actor(ident) for ident in body["actors"]]
        body["by_whom"] = self._statements.get(body["by_whom"])
        return body | {"due": plain(due)}


def statement_key(statement: Statement, meanings: Meanings, sha256: str) -> str:
    """Give the key of a statement in the text of that hash."""
    return digest([sha256, "statement", meanings.statement_body(statement)])


def figure_key(figure: Figure, meanings: Meanings, sha256: str) -> str:
    """Give the key of a figure in the text of that hash."""
    return digest([sha256, "figure", meanings.figure_body(figure)])


def event_key(event: Event, meanings: Meanings, sha256: str) -> str:
    """Give the key of an event in the text of that hash."""
    return digest([sha256, "event", meanings.event_body(event)])


def tie_key(tie: Tie, meanings: Meanings, sha256: str) -> str:
    """Give the key of a tie in the text of that hash."""
    return digest([sha256, "tie", meanings.tie_body(tie)])


def watchpoint_key(watchpoint: Watchpoint, due: When | None, meanings: Meanings, sha256: str) -> str:
    """Give the key of a watchpoint in the text of that hash; `due` are the days its words set."""
    return digest([sha256, "watchpoint", meanings.watchpoint_body(watchpoint, due)])


def reading_digest(reading: Reading) -> str:
    """Give what tells two readings of one report apart: all they say and who made them, but not when or under which id."""
    body = reading.to_json()
    del body["id"]
    body["report"] = {name: value for name, value in body["report"].items() if name != "retrieved"}
    return digest(body)


def digest(value: Any) -> str:
    """Give the hash of plain data, 32 hex digits; 3000 and 3000.0 are one number, the order of names in a dict does not count."""
    line = json.dumps(_one_form(value), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(line.encode()).hexdigest()[:KEY_HEX_DIGITS]


def _content(body: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name not in _NOT_CONTENT}


def _one_form(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {name: _one_form(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_one_form(item) for item in value]
    return value
