"""Figures and days → the words a reader checks them by: "3,000 or more", "10,000–11,000", "Wed 23 Oct 2024"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol

from ..findings.figure import FigureKind
from ..when import When

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Ranged(Protocol):
    """A quantity as the range its words allow: a figure, or what one giver gives of a series."""

    @property
    def kind(self) -> FigureKind:
        """What kind of quantity it is."""

    @property
    def low(self) -> float | None:
        """The smallest value allowed."""

    @property
    def high(self) -> float | None:
        """The largest value allowed."""

    @property
    def unit(self) -> str | None:
        """What it is counted in."""

    @property
    def approximate(self) -> bool:
        """Whether it is said to be about so much."""


def amount(figure: Ranged, words: str) -> str:
    """Give the range a figure allows, with its unit; the report's own words are added where they are vaguer than the range."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return words
    if low == high and low is not None:
        value = _with_unit(figure, number(low))
        return f"about {value}" if figure.approximate else value
    if high is None and low is not None:
        return _with_unit(figure, f"{number(low)} or more")
    if low is None and high is not None:
        return _with_unit(figure, f"up to {number(high)}")
    both = f"{number(low or 0)}–{number(high or 0)}"
    return _with_unit(figure, both) if any(c.isdigit() for c in words) else f"{words} ({both})"


def number(value: float) -> str:
    """Give a number with commas between thousands and no more decimals than it has."""
    whole = int(value) if float(value).is_integer() else None
    return f"{whole:,}" if whole is not None else f"{value:,.10g}"


def _with_unit(figure: Ranged, value: str) -> str:
    if figure.kind is FigureKind.PERCENT or figure.unit == "percent":
        return f"{value} %"
    if figure.kind is FigureKind.MONEY and figure.unit:
        return f"{figure.unit} {value}"
    return f"{value} {figure.unit}" if figure.unit else value


def day_in_words(day: date) -> str:
    """Give a day as "Wed 23 Oct 2024", in English whatever the machine's language."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def when_in_words(when: When) -> str:
    """Give a day or the span of days; bounds the words do not set are left out, unresolved words stay in quotation marks."""
    last = when.end - timedelta(days=1) if when.end else None
    if when.start and last:
        return day_in_words(when.start) if when.start >= last else f"{day_in_words(when.start)} – {day_in_words(last)}"
    if when.start:
        return f"from {day_in_words(when.start)}"
    return f"until {day_in_words(last)}" if last else f"“{when.words}”"
