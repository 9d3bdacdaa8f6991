"""Span: a half-open range of code points in `report.text`. Nothing else counts positions."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """Where words stand: `text[start:end]`, Unicode code points, half-open.

    Promise: `0 <= start < end <= len(report.text)`. A tuple, because it travels in millions and is written as `[start, end]`.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words verbatim."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether every character of the other is in this one."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """Move both ends by so many code points."""
        return Span(self.start + by, self.end + by)


class SpanSet:
    """Spans to be asked what overlaps them, in logarithmic time; spans of one set may overlap one another."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)
        self._longest = max((s.end - s.start for s in self._spans), default=0)

    def add(self, span: Span) -> None:
        """Put one more span in."""
        insort(self._spans, span)
        self._longest = max(self._longest, span.end - span.start)

    def touching(self, span: Span) -> list[Span]:
        """Give the spans that share a character with this one, in order."""
        low = bisect_left(self._spans, (span.start - self._longest, 0))
        high = bisect_left(self._spans, (span.end, 0), low)
        return [s for s in self._spans[low:high] if s.overlaps(span)]

    def all(self) -> list[Span]:
        """Give every span in order."""
        return list(self._spans)


def hull(spans: Iterable[Span]) -> Span:
    """Give the smallest span that covers all; raises ValueError on none."""
    pieces = list(spans)
    return Span(min(pieces).start, max(end for _, end in pieces))


def overlaps_any(span: Span, others: Iterable[Span]) -> bool:
    """Tell whether the span shares a character with one of the others."""
    return any(span.overlaps(other) for other in others)
