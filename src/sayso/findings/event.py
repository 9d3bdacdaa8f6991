"""Event: who did what to whom, in PLOVER 0.8; defined with the contract, found from the events issue on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..span import Span
from ..when import When


class Reality(StrEnum):
    """What the words make of the event."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    DEMANDED = "demanded"
    THREATENED = "threatened"
    PROMISED = "promised"
    HISTORICAL = "historical"


class Status(StrEnum):
    """Who stands where on it."""

    ASSERTED = "asserted"
    CONTESTED = "contested"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Event:
    """One event of one reading. Field names and values are PLOVER's (PLOVER manual 0.8)."""

    id: str
    trigger: Span
    event_type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    actor: tuple[str, ...]
    actor_spans: tuple[Span, ...]
    recipient: tuple[str, ...]
    recipient_spans: tuple[Span, ...]
    reality: Reality
    status: Status
    statement: str | None
    asserted_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    date: When | None
    place: str | None
    aux: tuple[str, ...]
    quad: str | None
    score: float | None
    cameo: str | None
    figures: tuple[str, ...]
    evidence: tuple[Span, ...]
    confidence: float
    by: str
