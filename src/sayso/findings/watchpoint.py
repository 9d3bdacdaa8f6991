"""Watchpoint: what may come; defined with the contract, found from the events issue on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..span import Span
from ..when import When


class WatchpointKind(StrEnum):
    """In what manner it may come."""

    POSSIBILITY = "possibility"
    CONDITIONAL = "conditional"
    THREAT = "threat"
    QUESTION = "question"
    DEADLINE = "deadline"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True)
class Watchpoint:
    """Something that may come.

    Attributes:
        span: the words that say so.
        condition, consequence: where it is conditional, each apart.
        actors: ids of the actors concerned.
        by_whom: id of the statement that says it, None for the report's own voice.
        words: of a forecast or chance, the words of likelihood ("very likely").
        date: the days its words set, None where they set none.
    """

    id: str
    kind: WatchpointKind
    span: Span
    condition: tuple[Span, ...] | None
    consequence: tuple[Span, ...] | None
    actors: tuple[str, ...]
    by_whom: str | None
    evidence: tuple[Span, ...]
    confidence: float
    by: str
    words: str | None = None
    date: When | None = None
