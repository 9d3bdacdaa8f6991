"""When: a date as precise as its words. A half-open interval of calendar days, with the words it was resolved from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class When:
    """The days some words may mean.

    Attributes:
        start: first day, inclusive, in the outlet's calendar; None where the words set no such bound or nothing could be resolved.
        end: the day after the last, exclusive; None likewise.
        words: what the report says, verbatim.
    """

    start: date | None
    end: date | None
    words: str

    def to_json(self) -> dict[str, str | None]:
        """Give `{"from", "to", "words"}`, dates as ISO 8601 days."""
        return {
            "from": self.start.isoformat() if self.start else None,
            "to": self.end.isoformat() if self.end else None,
            "words": self.words,
        }

    @classmethod
    def from_json(cls, value: dict[str, str | None]) -> When:
        """Read what `to_json` wrote; raises ValueError on a day that is none."""
        start, end = value.get("from"), value.get("to")
        return cls(
            date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None, value.get("words") or ""
        )
