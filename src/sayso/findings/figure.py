"""Figure: a quantity the text gives, kept as the range its words allow."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..span import Span
from ..when import When


class FigureKind(StrEnum):
    """What sort of quantity; lists and the brief show the first four."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    DURATION = "duration"
    AGE = "age"
    SCORE = "score"
    RANK = "rank"


SHOWN_KINDS = (FigureKind.COUNT, FigureKind.MONEY, FigureKind.PERCENT, FigureKind.MEASURE)


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted or measured, in the report's words.

    Attributes:
        span: where the words stand, None where they stand apart from the number and could not be tied to one place.
        words: the words, verbatim.
    """

    span: Span | None
    words: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number somebody gave.

    "At least 3,000" has a floor and no ceiling. "Hundreds of thousands" has both.

    Attributes:
        id: "f1", "f2", … in text order; unique in the reading.
        span: the quantity with its bound words and unit ("at least 3,000", "$2 billion").
        kind: what sort of quantity.
        low: smallest value allowed, inclusive, in `unit`; None if the words set no floor.
        high: largest value allowed, inclusive, in `unit`; None if they set no ceiling.
        unit: a key of lexicons/units.yml; money has its ISO 4217 code; percent has "percent"; None for a bare count.
        approximate: True where the words say so ("about", "nearly", "some") or the numeral is round and vague by form
            ("a million strong").
        of: what is counted or measured.
        whose: id of the actor it belongs to.
        where: id of the place it holds for.
        as_of: the days it holds for.
        giver: id of the actor whose number it is; None when the report says it in its own voice.
        statement: id of the statement that carries it.
        evidence, confidence, by: see Actor.
    """

    id: str
    span: Span
    kind: FigureKind
    low: float | None
    high: float | None
    unit: str | None
    approximate: bool
    of: Counted | None
    whose: str | None
    where: str | None
    as_of: When | None
    giver: str | None
    statement: str | None
    evidence: tuple[Span, ...]
    confidence: float
    by: str
