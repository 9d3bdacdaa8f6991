"""An event, tie or watchpoint → its lines (name, value) for people; the report's own words stand in quotation marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..ask.amounts import amount, when_in_words
from ..record.found import ActorCard, FoundStatement
from ..record.found_events import FoundEvent, FoundTie, FoundWatchpoint, PlaceCard
from ..when import When
from .standing import Line, how_sure, standing, who
from .views import KEY_SHOWN


def event_lines(row: FoundEvent) -> Iterator[Line]:
    """Give the lines of an event."""
    it = row.event
    yield "event", row.key
    yield "type", ", ".join((it.event_type, *it.modes))
    yield "act inside", _inner(row)
    yield "contexts", ", ".join(it.contexts)
    yield "who", _people(row.actors, row.actor_words)
    yield "to whom", _people(row.recipients, row.recipient_words)
    yield "reality", it.reality.value
    yield "status", it.status.value
    yield "asserted by", _statements(row.asserted_by) or ("" if row.within else "the report itself")
    yield "denied by", _statements(row.denied_by)
    yield "when", _days(it.date) or "the report names no day"
    yield "where", _place(row.place)
    yield "how many", "\n".join(f"{amount(f.figure, f.words)} {f.of}".strip() for f in row.figures)
    yield (
        "PLOVER",
        ", ".join([*([it.quad] if it.quad else []), *([f"score {it.score:g}"] if it.score is not None else []), *it.aux]),
    )
    yield "CAMEO", it.cameo or ""
    yield "in statement", row.within or ""
    yield from standing(row.report, row.carriers)
    yield "found", how_sure(it.confidence, it.by)


def tie_lines(row: FoundTie) -> Iterator[Line]:
    """Give the lines of a tie."""
    it = row.tie
    yield "tie", row.key
    yield "subject", who(row.subject)
    yield "relation", it.relation.value
    yield "object", who(row.object)
    yield "role", it.role or ""
    yield "accredited to", who(row.accredited_to)
    yield "since", _days(it.start)
    yield "until", "former; the report names no day" if it.until and not it.until.words else _days(it.until)
    yield "status", it.status.value
    yield "asserted by", _statements(row.asserted_by) or ("" if row.within else "the report itself")
    yield "denied by", _statements(row.denied_by)
    yield from standing(row.report, row.carriers)
    yield "found", how_sure(it.confidence, it.by)


def watchpoint_lines(row: FoundWatchpoint) -> Iterator[Line]:
    """Give the lines of a watchpoint."""
    it = row.watchpoint
    yield "watchpoint", row.key
    yield "kind", it.kind.value
    yield "likelihood", f"“{it.words}”" if it.words else ""
    yield "if", row.condition
    yield "then", row.consequence
    yield "concerns", "\n".join(who(card) for card in row.actors)
    yield "says", _statements((row.said_by,) if row.said_by else ()) or "the report itself"
    yield "days", _days(row.due)
    yield from standing(row.report, row.carriers)
    yield "found", how_sure(it.confidence, it.by)


def _inner(row: FoundEvent) -> str:
    """Give the act that is promised, threatened or demanded: "demanded: RETREAT, withdraw (“pull out”), Norland [NOR]"."""
    if row.of is None:
        return ""
    kind = ", ".join((row.of.event.event_type, *row.of.event.modes))
    whom = " → ".join(filter(None, ("; ".join(map(who, row.of.actors)), "; ".join(map(who, row.of.recipients)))))
    return f"{row.of.event.reality.value}: {kind} (“{row.of.trigger}”){f', {whom}' if whom else ''}"


def _people(cards: Iterable[ActorCard], words: Iterable[str]) -> str:
    """Give name and key of each; where nobody was resolved, the report's words."""
    return "\n".join(who(card) for card in cards) or "\n".join(f"“{piece}”" for piece in words)


def _statements(statements: Iterable[FoundStatement]) -> str:
    return "\n".join(
        f"{who(s.speaker) or f'“{s.source}”' if s.speaker or s.source else 'speaker not named'} (statement {s.key[:KEY_SHOWN]})"
        for s in statements
    )


def _days(when: When | None) -> str:
    if when is None:
        return ""
    resolved = when_in_words(when)
    return f"{resolved} (“{when.words}”)" if when.words and (when.start or when.end) else resolved


def _place(place: PlaceCard | None) -> str:
    if place is None:
        return ""
    country = f", {place.country}" if place.country and place.country != place.name else ""
    at = f", {place.lat:g}, {place.lon:g}" if place.lat is not None and place.lon is not None else ""
    return f"{place.name}{country}{at} ({place.precision})"
