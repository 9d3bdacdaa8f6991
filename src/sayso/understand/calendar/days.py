"""Days of weeks, months, quarters, seasons, years and feasts: arithmetic of the calendar, half-open, with TIMEX3 values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from ...lexicons import entries

ONE_DAY = timedelta(days=1)
_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Days:
    """Some days with their TIMEX3 value: half-open, None where datetime cannot reach."""

    value: str
    start: date | None
    end: date | None


def day(year: int, month: int, number: int) -> Days | None:
    """Give one day; None where the calendar has none such."""
    try:
        return single(date(year, month, number))
    except ValueError:
        return None


def single(one: date) -> Days:
    """Give one day."""
    return Days(one.isoformat(), one, shifted(one, 1))


def shifted(one: date, days: int) -> date | None:
    """Move a day; None beyond the years that datetime knows."""
    try:
        return one + timedelta(days=days)
    except OverflowError:
        return None


def month(year: int, number: int) -> Days:
    """Give a month; months beyond 12 or before 1 reach into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Days(f"{year:04d}-{number:02d}", _first(year, number), _first(year, number + 1))


def _first(year: int, number: int) -> date | None:
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return date(year, number, 1) if 1 <= year <= 9999 else None


def week(one: date) -> Days:
    """Give the week of a day, Monday to Sunday."""
    monday = one - timedelta(days=one.weekday()) if one.toordinal() > 7 else date.min
    year, number, _ = one.isocalendar()
    return Days(f"{year:04d}-W{number:02d}", monday, shifted(monday, 7))


def weekend(one: date) -> Days:
    """Give Saturday and Sunday of the day's week."""
    whole = week(one)
    return Days(f"{whole.value}-WE", shifted(whole.start, 5) if whole.start else None, whole.end)


def quarter(year: int, number: int) -> Days:
    """Give a quarter of the calendar; beyond 4 and before 1 it reaches into other years."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    return Days(f"{year:04d}-Q{number}", _first(year, 3 * number - 2), _first(year, 3 * number + 1))


def half(year: int, number: int) -> Days:
    """Give a half of a year."""
    return Days(f"{year:04d}-H{number}", _first(year, 6 * number - 5), _first(year, 6 * number + 1))


def year(number: int) -> Days:
    """Give a year."""
    return Days(f"{number:04d}", _first(number, 1), _first(number + 1, 1))


def decade(first: int) -> Days:
    """Give ten years from one that ends in 0."""
    return Days(f"{first // 10:03d}X", _first(first, 1), _first(first + 10, 1))


def century(number: int) -> Days:
    """Give a century by its ordinal: the 20th runs from 1901 to 2000."""
    return Days(f"{number - 1:02d}", _first(100 * number - 99, 1), _first(100 * number + 1, 1))


def season(year: int, code: str) -> Days:
    """Give three months of the northern year; a winter is named by the year in which it begins."""
    first = _FIRST_MONTH[code]
    return Days(f"{year:04d}-{code}", _first(year, first), _first(year, first + 3))


def easter(number: int) -> date:
    """Give Easter Sunday of a year of the Gregorian calendar (the anonymous algorithm)."""
    a, b, c = number % 19, number // 100, number % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    months, rest = divmod(h + k - 7 * m + 114, 31)
    return date(number, months, rest + 1)


@cache
def _feasts() -> dict[str, dict[str, object]]:
    return {str(row["key"]): row for row in entries("en/holidays")}


def holiday(key: str, number: int) -> Days | None:
    """Give a day of lexicons/en/holidays.yml in a year; None where the calendar has none such."""
    row = _feasts()[key]
    on, after_easter, weekly = row.get("on"), row.get("easter"), row.get("week")
    if isinstance(on, list):
        return day(number, on[0], on[1])
    if isinstance(after_easter, int):
        return single(easter(number) + timedelta(days=after_easter))
    if not isinstance(weekly, list):
        return None
    of_month, weekday, which = weekly
    if which > 0:
        first = date(number, of_month, 1)
        return single(first + timedelta(days=(weekday - 1 - first.weekday()) % 7 + 7 * (which - 1)))
    last = date(number + of_month // 12, of_month % 12 + 1, 1) - ONE_DAY
    return single(last - timedelta(days=(last.weekday() - weekday + 1) % 7))


def unit_around(one: date, unit: str, shift: int = 0) -> Days | None:
    """Give the calendar unit that holds a day, moved by some units: "Mo" with -1 is the month before. None where there is none."""
    try:
        return _unit_around(one, unit, shift)
    except (ValueError, OverflowError):
        return None


def _unit_around(one: date, unit: str, shift: int) -> Days | None:
    match unit:
        case "D":
            return single(one + timedelta(days=shift))
        case "W" | "2W":
            return week(one + timedelta(days=7 * shift * (2 if unit == "2W" else 1)))
        case "Mo":
            return month(one.year, one.month + shift)
        case "Q":
            return quarter(one.year, (one.month + 2) // 3 + shift)
        case "Y":
            return year(one.year + shift)
        case "DE":
            return decade(one.year // 10 * 10 + 10 * shift)
        case "CE":
            return century((one.year - 1) // 100 + 1 + shift)
    return None
