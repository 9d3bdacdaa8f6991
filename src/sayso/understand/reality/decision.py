"""What was decided of an event's reality, and by what."""

from __future__ import annotations

from dataclasses import dataclass

from ...findings.event import Reality
from ...span import Span

FACTUAL = (Reality.HAPPENED, Reality.ONGOING, Reality.HISTORICAL)


@dataclass(frozen=True, slots=True)
class Decision:
    """A reality with the words that decided it.

    Attributes:
        rule: which rule decided, in a word or two ("modal", "negation", "verb: refuse").
        word: the deciding word, None where nothing but the plain clause did.
        confidence: share of such decisions that are right (0..1), by benchmarks/reality, part tune.
        denied: True where the deciding word says that somebody holds it for untrue ("denied *shelling* the town").
    """

    reality: Reality
    rule: str
    word: Span | None
    confidence: float
    denied: bool = False

    @property
    def is_factual(self) -> bool:
        """Tell whether it happened, goes on, or happened long ago."""
        return self.reality in FACTUAL
