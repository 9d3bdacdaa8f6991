"""Two tellings → whether day, place, parties and sizes can be of one event: True where they agree, False where both cannot hold, None where nothing tells."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta

from .told import Party, Size, Told, Where

# Towns nearer to one another than this, in kilometres, may be two names for where one thing happened: a suburb, the nearest town.
NEAR_KM = 40.0
_DONE = ("happened", "ongoing", "historical")


def days_agree(one: Told, other: Told) -> bool | None:
    """Hold the days side by side. What has happened in a report cannot be on a day after it."""
    a, b = _days(one), _days(other)
    if a is not None and b is not None:
        return a[0] < b[1] and b[0] < a[1]
    for told, days in ((one, b), (other, a)):
        late = days is not None and told.published is not None and days[0] > told.published + timedelta(days=1)
        if late and told.reality in _DONE:
            return False
    return None


def _days(told: Told) -> tuple[date, date] | None:
    when = told.date
    if when is None or (when.start is None and when.end is None):
        return None
    return when.start or date.min, when.end or date.max


def places_agree(one: Told, other: Told) -> bool | None:
    """Hold the places side by side: a town agrees with its country; two towns of one country that are near may be one, and say nothing."""
    a, b = one.place, other.place
    if a is None or b is None:
        return None
    if a.name.lower() == b.name.lower():
        return True
    if a.country and b.country and a.country != b.country:
        return False
    if "country" in (a.precision, b.precision) and a.country and a.country == b.country:
        return True
    if a.precision == b.precision == "town":
        apart = kilometres(a, b)
        return None if apart is None or apart < NEAR_KM else False
    return None


def kilometres(one: Where, other: Where) -> float | None:
    """Give how far two places are apart along a great circle; None where a position is unknown."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    a, b, turn = math.radians(one.lat), math.radians(other.lat), math.radians(one.lon - other.lon)
    return 6371.0 * math.acos(max(-1.0, min(1.0, math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(turn))))


def parties_agree(ones: Sequence[Party], others: Sequence[Party]) -> bool | None:
    """Hold one side of either event side by side. A state and whoever belongs to it agree; two people, two states, or parties of two states do not."""
    if not ones or not others:
        return None
    pairs = [(a, b) for a in ones for b in others]
    if any(a.key == b.key or a.key == b.country or b.key == a.country for a, b in pairs):
        return True
    return False if all(_exclude(a, b) for a, b in pairs) else None


def _exclude(one: Party, other: Party) -> bool:
    if one.country and other.country and one.country != other.country:
        return True
    return one.kind == other.kind and one.kind in ("person", "country")


def sizes_agree(ones: Sequence[Size], others: Sequence[Size]) -> bool | None:
    """Hold the figures side by side: those that count the same thing; False only where no two of them can both hold."""
    alike = [bounds_meet(a, b) for a in ones for b in others if count_alike(a, b)]
    return any(alike) if alike else None


def count_alike(one: Size, other: Size) -> bool:
    """Tell whether two figures count the same thing, as far as their words say."""
    if one.unit != other.unit:
        return False
    return bool(set(one.of) & set(other.of)) or (not one.of and not other.of)


def bounds_meet(one: Size, other: Size) -> bool:
    """Tell whether some number is within the bounds of both."""
    low = max(one.low if one.low is not None else -math.inf, other.low if other.low is not None else -math.inf)
    high = min(one.high if one.high is not None else math.inf, other.high if other.high is not None else math.inf)
    return low <= high
