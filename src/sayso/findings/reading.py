"""Reading: one report and all its findings, in text order; to and from the JSON contract.

The contract's names stand in `FIELDS_RENAMED`: where a word is taken in Python ("from", "schema") the attribute has another name.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, cast

from ..report import Report
from ..span import Span
from ..when import When
from .actor import Actor
from .event import Event
from .figure import Figure
from .mention import Entity
from .place import Place
from .statement import Statement
from .tie import Tie
from .timex import Timex
from .watchpoint import Watchpoint

SCHEMA = "sayso/reading/1"

# (class, attribute) -> name in the contract
FIELDS_RENAMED = {(Tie, "start"): "from", (Timex, "start"): "from", (Timex, "end"): "to"}
# Fields of a report that are written only when they say something: the contract of the design does not list them.
_OPTIONAL: set[tuple[type, str]] = {(Report, name) for name in ("retrieved", "place_of_origin", "bytes_sha256", "cut", "notes")}
_OPTIONAL |= {(Statement, name) for name in ("negated", "modal", "tense")}
_OPTIONAL |= {(Place, "mentions")}
_OPTIONAL |= {(Timex, "until"), (Event, "of"), (Watchpoint, "words"), (Watchpoint, "date")}
_SKIPPED = {(Report, "id")}


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark with its syntax.

    Attributes:
        span: where it stands.
        pos: UD part of speech (UPOS), None where no head gives it.
        head: index of the governing token in the same list, -1 for a root, None where no head gives it.
        relation: UD v2 relation to the head, None likewise.
    """

    span: Span
    pos: str | None = None
    head: int | None = None
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and everything found in it. All ids are local to the reading."""

    id: str
    report: Report
    sentences: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    ties: tuple[Tie, ...] = ()
    watchpoints: tuple[Watchpoint, ...] = ()
    times: tuple[Timex, ...] = ()
    places: tuple[Place, ...] = ()
    tokens: tuple[Token, ...] = ()
    by: str = ""  # model, lexicons and code that made it, one digest

    def actor(self, ident: str | None) -> Actor | None:
        """Give the actor of that id, None where there is none."""
        return next((a for a in self.actors if a.id == ident), None)

    def words(self, *spans: Span) -> str:
        """Give the words of the spans, pieces joined by an ellipsis."""
        return " … ".join(span.of(self.report.text) for span in spans)

    def _repr_html_(self) -> str:
        """Show the report with its statements marked, in a notebook."""
        from .marked import marked_html

        return marked_html(self)

    def to_json(self, *, tokens: bool = False) -> dict[str, Any]:
        """Give the contract's shape: plain dicts and lists, ready for `json.dumps`."""
        out: dict[str, Any] = {"schema": SCHEMA, "id": self.id, "report": plain(self.report)}
        for name in LISTS:
            out[name] = [plain(item) for item in getattr(self, name)]
        if tokens:
            out["tokens"] = [plain(item) for item in self.tokens]
        if self.by:
            out["by"] = self.by
        return out

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Reading:
        """Read what `to_json` wrote; unknown fields are ignored. Raises ValueError or KeyError on what is no reading."""
        if value.get("schema") != SCHEMA:
            raise ValueError(f"expected a reading of schema {SCHEMA!r}, found {value.get('schema')!r}")
        parts = {name: tuple(build(kind, item) for item in value.get(name) or ()) for name, kind in KINDS.items()}
        return cls(id=value["id"], report=build(Report, value["report"]), by=value.get("by") or "", **parts)


KINDS: dict[str, Any] = {
    "sentences": Span, "entities": Entity, "actors": Actor, "statements": Statement, "figures": Figure, "events": Event,
    "ties": Tie, "watchpoints": Watchpoint, "times": Timex, "places": Place, "tokens": Token,
}  # fmt: skip
LISTS = tuple(name for name in KINDS if name != "tokens")


@cache
def shape(kind: type) -> tuple[tuple[str, str, Any], ...]:
    """List (attribute, name in the contract, type) of a finding's fields, in order."""
    hints = typing.get_type_hints(kind)
    fields = dataclasses.fields(kind)
    kept = [f.name for f in fields if (kind, f.name) not in _SKIPPED]
    return tuple((name, FIELDS_RENAMED.get((kind, name), name), hints[name]) for name in kept)


def is_optional(kind: type, attribute: str) -> bool:
    """Tell whether the contract leaves the field out where it says nothing."""
    return (kind, attribute) in _OPTIONAL


def plain(value: Any) -> Any:
    """Turn a finding into dicts, lists, strings and numbers by the contract's names."""
    return _plainer(cast(Any, type(value)))(value)


@cache
def _plainer(kind: Any) -> Callable[[Any], Any]:
    """Give what turns values of a type; found out once for each type, for a reading has thousands."""
    if issubclass(kind, StrEnum):
        return lambda value: value.value
    if kind is type(None) or issubclass(kind, (bool, int, float, str)):
        return lambda value: value
    if issubclass(kind, Span):
        return lambda value: [value.start, value.end]
    if issubclass(kind, When):
        return lambda value: value.to_json()
    if issubclass(kind, tuple):
        return lambda value: [plain(item) for item in value]
    if issubclass(kind, (date, datetime)):
        return lambda value: value.isoformat()
    parts = [(attribute, name, is_optional(kind, name)) for attribute, name, _ in shape(kind)]

    def turned(value: Any) -> dict[str, Any]:
        out = {}
        for attribute, name, optional in parts:
            found = plain(getattr(value, attribute))
            if found or not optional:
                out[name] = found
        return out

    return turned


def build(kind: Any, value: Any) -> Any:
    """Make an object of the given type from its plain form."""
    return _builder(kind)(value)


@cache
def _builder(kind: Any) -> Callable[[Any], Any]:
    """Give what makes objects of a type; found out once for each type."""
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        inner = _builder(next(arg for arg in typing.get_args(kind) if arg is not type(None)))
        return lambda value: None if value is None else inner(value)
    if typing.get_origin(kind) is tuple:
        each = _builder(typing.get_args(kind)[0])
        return lambda value: tuple(map(each, value))
    if kind is Span:
        return lambda value: Span(int(value[0]), int(value[1]))
    if kind is When:
        return When.from_json
    if kind is datetime or kind is date:
        return cast(Callable[[Any], Any], kind.fromisoformat)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    return _record_builder(kind) if dataclasses.is_dataclass(kind) else lambda value: value


def _record_builder(kind: Any) -> Callable[[Any], Any]:
    def made(value: Any) -> Any:
        return kind(**{attribute: inner(value[name]) for attribute, name, inner in _parts(kind) if name in value})

    return made


@cache
def _parts(kind: Any) -> tuple[tuple[str, str, Callable[[Any], Any]], ...]:
    """List (attribute, name in the contract, what makes it); asked for with the first value, for a type may hold its own."""
    return tuple((attribute, name, _builder(inner)) for attribute, name, inner in shape(kind))
