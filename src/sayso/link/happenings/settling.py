"""What several tellings say of the day, the place and the rest → what most of them say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from ...when import When
from .facets import places_agree
from .told import Told, Where

Value = TypeVar("Value", bound=Hashable)
_EXACT = {"town": 0, "region": 1, "country": 2}


def most_told(told: Iterable[tuple[Value, str]]) -> Value | None:
    """Give the value that most reports tell, the first told of several; None for none."""
    reports: dict[Value, set[str]] = defaultdict(set)
    for value, report in told:
        reports[value].add(report)
    return max(reports, key=lambda value: len(reports[value]), default=None)


def date_of(told: Sequence[Told]) -> When | None:
    """Give the days that all dated tellings allow; where no day is allowed by all, those that most reports tell."""
    dated = [(one.date, one.report) for one in told if one.date is not None and (one.date.start or one.date.end)]
    if not dated:
        return next((one.date for one in told if one.date is not None), None)
    start = max((when.start or date.min for when, _ in dated))
    end = min((when.end or date.max for when, _ in dated))
    if start < end:
        words = next((w.words for w, _ in dated if (w.start or date.min, w.end or date.max) == (start, end)), dated[0][0].words)
        return When(None if start == date.min else start, None if end == date.max else end, words)
    days = most_told(((when.start, when.end), report) for when, report in dated)
    return next(when for when, _ in dated if (when.start, when.end) == days)


def place_of(told: Sequence[Told]) -> Where | None:
    """Give the place that most reports tell or agree with, the most exact of several, then the first told."""
    placed = [one for one in told if one.place is not None]

    def standing(one: Told) -> tuple[int, int]:
        with_it = {other.report for other in placed if places_agree(one, other)}
        return -len(with_it), _EXACT.get(one.place.precision, 3) if one.place else 3

    return min(placed, key=standing).place if placed else None
