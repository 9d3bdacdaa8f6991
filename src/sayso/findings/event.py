"""Event: who did what to whom, in PLOVER 0.8."""

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
    """One event of one reading. Field names and values are PLOVER's (PLOVER manual 0.8).

    Attributes:
        id: "e1", "e2", … in order of the triggers; unique in the reading. The act inside another has that one's id and ".of".
        trigger: the words that tell of it ("shelled", "the shelling").
        event_type, modes, contexts: PLOVER's; the types are those of lexicons/plover/ontology.yml.
        actor, recipient: ids of actors. Reciprocal events have everybody in actor.
        actor_spans, recipient_spans: the words for either side, also where they do not say who it is ("gunmen").
        reality: what the words make of it.
        status: who stands where: contested where a denial of the same report targets it, denied where nobody asserts it.
        statement: id of the innermost statement whose words tell of it; None where the report tells it in its own voice.
        asserted_by, denied_by: ids of the statements that say it is so, and that it is not.
        date: the days the words give it; None where they give none.
        place: id of the place where it happened.
        aux: PLOVER's auxiliary modes: future, hypothetical, negation, historical.
        quad: quad class of the type.
        score: PLOVER score of the mode, else of the type, -10 to 10: a weight of the type, not a measure of the event.
        cameo: CAMEO code, None where the mapping gives none.
        figures: ids of figures that say how many: dead, injured, arrested, displaced, who took part, what was given.
        evidence: the words from the first to the last that carry it.
        confidence, by: see Actor.
        of: the act that is promised, threatened or demanded, as an event of its own shape; None, and not written, elsewhere.
    """

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
    of: Event | None = None
