"""Found: a tie between two parts of the cast while it is looked for; and how sure each way of saying it is."""

from __future__ import annotations

from dataclasses import dataclass

from ...findings.tie import Relation
from ...span import Span
from ...when import When
from ..extract.cast import Part

# Share found right for each way of saying a tie, in the audit of benchmarks/results/ties_audit.json; raw, before calibration.
TITLE, CLAUSE, APPOSITION, BESIDE, LISTED = 0.9, 0.85, 0.85, 0.8, 0.75


@dataclass(frozen=True, slots=True)
class Found:
    """One saying of a tie.

    Attributes:
        evidence: the words that say it, and where subject or object are named elsewhere, those words too.
        anchor: the word that says it; whose words it stands in decides on whose say-so it is.
        presupposed: True for what a title or apposition takes for granted: it holds whatever is denied, asked or wished around it.
        negated: True where the words say that it is not so.
    """

    subject: Part
    relation: Relation
    object: Part
    evidence: tuple[Span, ...]
    anchor: Span
    confidence: float
    role: str | None = None
    accredited_to: Part | None = None
    start: When | None = None
    until: When | None = None
    presupposed: bool = False
    negated: bool = False
