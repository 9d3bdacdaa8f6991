"""Found: a tie between two parts of the cast while it is looked for; and how sure each way of saying it is."""

from __future__ import annotations

from dataclasses import dataclass

from ...findings.tie import Relation
from ...span import Span
from ...when import When
from ..extract.cast import Part

# How sure each way of saying a tie is, raw. Titles: the share judged right in benchmarks/results/ties.json; of the others too few were judged, and
# their order is a guess. Re-run benchmarks/ties/measure.py before changing.
TITLE, KNOWN, CLAUSE, APPOSITION, BESIDE, LISTED = 0.95, 0.95, 0.9, 0.9, 0.9, 0.85


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
