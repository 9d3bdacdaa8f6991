"""Time expressions of a Doc → Timex findings."""

from __future__ import annotations

from datetime import date

from ...findings.timex import Timex
from ...span import overlaps_any
from ..doc import Doc
from ..times import TimeWords, find_times


def times_of(doc: Doc, published: date | None) -> list[TimeWords]:
    """Give the time expressions outside furniture in text order."""
    return [t for t in find_times(doc.text, published) if not overlaps_any(t.span, doc.report.furniture)]


def make_times(doc: Doc, found: list[TimeWords]) -> tuple[Timex, ...]:
    """Turn time expressions into findings."""
    ids = {t.span.start: f"t{n}" for n, t in enumerate(found, 1)}
    return tuple(
        Timex(
            ids[t.span.start], t.span, t.type, t.value, t.start, t.end, t.span.of(doc.text),
            against="published" if t.relative and (t.start or t.end) else None, until=ids.get(t.ends_at) if t.ends_at else None,
        )
        for t in found
    )  # fmt: skip
