"""What a person decided, laid over what was found: the corrected finding, its columns and actors, and what each decision changed.

Nothing that was found is lost: every decision on a record names the field, what the person put there, and what stood there before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from ..findings.decision import Decision, RecordKind, Verdict
from ..findings.event import Event, Reality, Status
from ..findings.figure import Counted, Figure, FigureKind
from ..findings.reading import plain
from ..findings.statement import Act, Channel, Form, Statement, Withholds
from ..findings.tie import Relation, Tie
from ..findings.watchpoint import Watchpoint, WatchpointKind
from ..lexicons import entries
from .corrections import YES, Sort, field_of, number_of, when_of
from .found_decisions import Applied
from .ruled import Ruled

Finding = TypeVar("Finding", Statement, Figure, Event, Tie, Watchpoint)
# A record that a person accepted is as sure as it can be.
SURE = 1.0
_CLOSED: dict[tuple[RecordKind, str], Any] = {
    (RecordKind.STATEMENT, "act"): Act, (RecordKind.STATEMENT, "form"): Form, (RecordKind.STATEMENT, "channel"): Channel,
    (RecordKind.STATEMENT, "withholds"): Withholds, (RecordKind.FIGURE, "kind"): FigureKind, (RecordKind.EVENT, "reality"): Reality,
    (RecordKind.EVENT, "status"): Status, (RecordKind.TIE, "relation"): Relation, (RecordKind.TIE, "status"): Status,
    (RecordKind.WATCHPOINT, "kind"): WatchpointKind,
}  # fmt: skip
# What PLOVER's auxiliary modes say of a reality.
_AUX = {
    Reality.PLANNED: "future",
    Reality.HYPOTHETICAL: "hypothetical",
    Reality.NEGATED: "negation",
    Reality.HISTORICAL: "historical",
}


@dataclass(frozen=True, slots=True)
class Overlay:
    """What is ruled of the findings of one kind."""

    ruled: Ruled
    kind: RecordKind

    def finding(self, key: str, found: Finding) -> Finding:
        """Give the finding as corrected; ids of actors that a person changed are left out, as they were ids of the reading."""
        changes: dict[str, Any] = {}
        for name, fix in self.ruled.corrections(self.kind, key).items():
            changes[name] = self._value(name, fix.value or "", found)
        accepted = self.ruled.verdict(self.kind, key)
        if accepted and accepted.verdict is Verdict.ACCEPT:
            changes |= {"confidence": SURE, "by": f"{accepted.who} (decision {accepted.id[:8]})"}
        whole = replace(found, **changes) if changes else found
        return _in_keeping(whole, changes) if isinstance(whole, Event) else whole

    def actor(self, key: str, name: str, found: str | None) -> str | None:
        """Give the key of the actor in a field of a finding: the person's word, else what was found."""
        fix = self.ruled.corrections(self.kind, key).get(name)
        return (fix.value or None) if fix else found

    def actors(self, key: str, name: str, found: Sequence[str]) -> Sequence[str]:
        """Give the keys of the actors in a field of a finding likewise."""
        fixed = self.ruled.corrected_actors(self.kind, key, name)
        return found if fixed is None else fixed

    def actors_named(self, key: str) -> list[str]:
        """Give the keys of the actors a person put into a finding."""
        fixes = self.ruled.corrections(self.kind, key)
        of_actors = [name for name in fixes if field_of(self.kind, name).sort in (Sort.ACTOR, Sort.ACTORS)]
        return [actor for name in of_actors for actor in self.ruled.corrected_actors(self.kind, key, name) or ()]

    def applied(self, key: str, found: object, actors: Callable[[str], object]) -> tuple[Applied, ...]:
        """Give the decisions on a record that hold, the earliest first.

        `found` is the record as found, `actors` gives the keys of the actors found in a field of it.
        """
        last, fixes = self.ruled.verdict(self.kind, key), self.ruled.corrections(self.kind, key)
        rows = [applied(last, None)] if last else []
        before = plain(found) if fixes else {}
        for name, fix in fixes.items():
            is_actor = field_of(self.kind, name).sort in (Sort.ACTOR, Sort.ACTORS)
            rows.append(applied(fix, as_text(actors(name) if is_actor else before.get(name))))
        return tuple(sorted(rows, key=lambda row: (row.when, row.id)))

    def _value(self, name: str, value: str, found: object) -> Any:
        sort = field_of(self.kind, name).sort
        if sort is Sort.CHOICE and (self.kind, name) in _CLOSED:
            return _CLOSED[self.kind, name](value) if value else None
        if sort is Sort.DAYS:
            return when_of(value)
        if sort is Sort.NUMBER:
            return number_of(value)
        if sort is Sort.FLAG:
            return value == YES
        if sort in (Sort.CHOICES, Sort.ACTORS):
            return tuple(value.split()) if sort is Sort.CHOICES else ()
        if sort is Sort.ACTOR:
            return "" if isinstance(found, Tie) else None
        return (Counted(None, value) if value else None) if name == "of" else value or None


def applied(decision: Decision, before: str | None) -> Applied:
    """Give a decision as it shows on the record it is on."""
    return Applied(
        decision.id, decision.verdict.value, decision.who, decision.when, decision.why, decision.field, decision.value, before
    )  # fmt: skip


def as_text(value: object) -> str:
    """Give a value of a finding in the words corrections are kept in; empty for nothing."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (list, tuple)):
        return " ".join(map(as_text, value))
    if isinstance(value, dict):  # days, and what is counted
        return str(value["words"])
    return "" if value is None else str(value)


def _in_keeping(event: Event, changed: Mapping[str, Any]) -> Event:
    """Give an event whose type, modes or reality a person changed with what follows from these: quad class, score, auxiliary modes."""
    if "reality" in changed:
        aux = _AUX.get(event.reality)
        event = replace(event, aux=(aux,) if aux else ())
    if not {"event_type", "modes"} & changed.keys():
        return event
    kind = next(row for row in entries("plover/ontology") if row["key"] == event.event_type)
    modes = tuple(mode for mode in event.modes if mode in (kind["modes"] or {}))
    score = next((float(kind["modes"][mode]) for mode in modes), float(kind["score"]))
    return replace(event, modes=modes, quad=kind["quad"], score=score, cameo=None)
