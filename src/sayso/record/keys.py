"""Keys: hashes of content, so that reading twice writes nothing new and copies of a text share their findings.

A finding's key is a hash of its text's hash, what kind of record it is, and everything it says (spans, acts, actors, days) but
its confidence and who made it. Ids that count within one reading ("s1", "a3") are replaced by what they stand for.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from ..findings.figure import Figure
from ..findings.mention import Reference
from ..findings.reading import Reading, plain
from ..findings.statement import Statement

KEY_HEX_DIGITS = 32
_NOT_CONTENT = ("id", "confidence", "by")


class Meanings:
    """What the ids of one reading stand for, in any reading."""

    def __init__(self, reading: Reading) -> None:
        self._actors = {actor.id: actor.key for actor in reading.actors}
        self._statements = {s.id: [plain(s.source), plain(s.cue), plain(s.content)] for s in reading.statements}
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


def statement_key(statement: Statement, meanings: Meanings, sha256: str) -> str:
    """Give the key of a statement in the text of that hash."""
    return digest([sha256, "statement", meanings.statement_body(statement)])


def figure_key(figure: Figure, meanings: Meanings, sha256: str) -> str:
    """Give the key of a figure in the text of that hash."""
    return digest([sha256, "figure", meanings.figure_body(figure)])


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
