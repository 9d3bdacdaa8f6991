"""Timex: words that name a time, and the days they mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..span import Span


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression.

    Attributes:
        id: "t1", "t2", … in text order.
        span: the words.
        type: TIMEX3 type: DATE, TIME, DURATION or SET.
        value: TIMEX3 value ("2024-10-23", "2024-W43"), None where the words cannot be resolved.
        start, end: half-open days; None where unresolved or where the words set no such bound ("since August" has no end).
        words: the words, verbatim.
        against: what they were resolved against: "published", or None for a date complete in itself or unresolved.
        until: id of the time expression that ends the range this one begins ("from 3 to 7 May"); None where it begins none.
    """

    id: str
    span: Span
    type: str
    value: str | None
    start: date | None
    end: date | None
    words: str
    against: str | None
    until: str | None = None
