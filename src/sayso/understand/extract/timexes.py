"""Time expressions of a Doc → Timex findings."""

from __future__ import annotations

from datetime import date

from ...findings.timex import Timex
from ...span import overlaps_any
from ..doc import Doc
from ..times import find_times


def make_times(doc: Doc, published: date | None) -> tuple[Timex, ...]:
    """Give the time expressions outside furniture in text order."""
    found = [t for t in find_times(doc.text, published) if not overlaps_any(t.span, doc.report.furniture)]
    return tuple(
        Timex(f"t{n}", t.span, t.type, t.value, t.start, t.end, t.span.of(doc.text), "published" if t.relative and t.start else None)
        for n, t in enumerate(found, 1)
    )
