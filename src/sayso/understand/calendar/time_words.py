"""TimeWords: what the calendar gives for each time expression; Meaning: the same without its place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ...span import Span


@dataclass(frozen=True, slots=True)
class Meaning:
    """What some words of time mean.

    Attributes:
        type: TIMEX3 type: DATE, TIME, DURATION or SET.
        value: TIMEX3 value, None where unresolved.
        start, end: half-open days, None where the words set no such bound.
        relative: True where it was (or would have to be) resolved against publication.
    """

    type: str
    value: str | None
    start: date | None = None
    end: date | None = None
    relative: bool = False


@dataclass(frozen=True, slots=True)
class TimeWords:
    """A time expression with the days it means; `start` and `end` are None where the words set no bound or nothing resolves it.

    Attributes:
        span: the words.
        type: TIMEX3 type.
        value: TIMEX3 value, None where unresolved.
        start, end: half-open days.
        relative: True where it was (or would have to be) resolved against publication.
        ends_at: start of the expression that ends the range this one begins ("from 3 to 7 May"); None where it begins none.
    """

    span: Span
    type: str
    value: str | None
    start: date | None
    end: date | None
    relative: bool
    ends_at: int | None = None
