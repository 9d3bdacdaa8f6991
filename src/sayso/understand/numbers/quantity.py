"""Quantity: one number found in a text, before anybody has said whose it is and who gives it."""

from __future__ import annotations

from dataclasses import dataclass

from ...findings.figure import FigureKind
from ...span import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity, kept as the range its words allow.

    Attributes:
        span: the whole phrase with bound words, numeral and unit ("at least 3,000", "$2 billion", "a million strong").
        number: the numeral alone.
        kind: what sort of quantity.
        low, high: smallest and largest value allowed, inclusive, in `unit`; None where the words set no such end; ints where
            whole.
            A score has the smaller and the larger number. A fraction ("two-thirds of voters") is a percent.
        unit: a key of lexicons/units.yml; ISO 4217 for money; "percent"; "year" for an age; None for a bare count, a score or a
            rank.
        approximate: True where the words say so, or the numeral is round and vague by form ("a million strong").
        bound: "=", "~", ">" or "<": what the words do to the number.
        of: the words counted or measured; None where the rules would have to guess.
        note: name of the rule that made it.
        trend: "up" or "down" where the number is by how much something changed, else "".
    """

    span: Span
    number: Span
    kind: FigureKind
    low: int | float | None
    high: int | float | None
    unit: str | None
    approximate: bool
    bound: str
    of: Span | None
    note: str
    trend: str = ""
