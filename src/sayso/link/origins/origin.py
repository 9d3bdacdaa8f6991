"""What is found: tellings of a claim, and the origins they go back to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from ...findings.reading import Reading
from ...span import Span


class OriginKind(StrEnum):
    """What sort of origin it is."""

    ACTOR = "actor"  # somebody who says it, whoever carries it
    AGENCY = "agency"  # a news agency in its own voice
    OUTLET = "outlet"  # an outlet that found it itself, or that is named as the one that reports it
    UNNAMED = "unnamed"  # "local media", and no report of theirs is at hand
    UNTRACED = "untraced"  # outlets that name one another in a ring


class Telling(NamedTuple):
    """One place where the claim is told.

    Attributes:
        reading: the report and its findings.
        span: where it stands in the text of that report.
        statement: id of the statement that carries it, None where the report tells it itself or that is not known.
    """

    reading: Reading
    span: Span
    statement: str | None = None

    @property
    def report(self) -> str:
        """The id of the report."""
        return self.reading.id


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a claim started, and who carries it.

    Attributes:
        name: whom the reports name; None for unnamed and untraced.
        kind: what sort of origin it is.
        reports: ids of the reports that give the claim on its word, its own among them, sorted.
        outlets: names of the outlets of those reports, each once, sorted.
        reasons: for each way by which a report was led to it, one sentence that begins with the report's id; sorted.
        confidence: 0..1 by the weakest step that has to hold for the origin to stand apart; by judgement, not calibrated.
        actor: key of the actor it is, by which the ledger knows it; None where it is none or has no name of its own.
    """

    name: str | None
    kind: OriginKind
    reports: tuple[str, ...]
    outlets: tuple[str, ...]
    reasons: tuple[str, ...]
    confidence: float
    actor: str | None = None
