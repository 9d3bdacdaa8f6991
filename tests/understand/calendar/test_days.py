"""Arithmetic of the calendar: feasts, weeks at the turn of a year, units beyond it, the ends of what datetime knows."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.understand.calendar import days


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(1998, date(1998, 4, 12)), (2000, date(2000, 4, 23)), (2024, date(2024, 3, 31)), (2038, date(2038, 4, 25))],
)
def test_easter(year: int, sunday: date) -> None:
    assert days.easter(year) == sunday


@pytest.mark.parametrize(
    ("key", "year", "value"),
    [
        ("thanksgiving", 1999, "1999-11-25"),
        ("memorial day", 2024, "2024-05-27"),
        ("good friday", 2024, "2024-03-29"),
        ("christmas", 1914, "1914-12-25"),
    ],
)
def test_holidays(key: str, year: int, value: str) -> None:
    found = days.holiday(key, year)
    assert found is not None and found.value == value


def test_a_week_at_the_turn_of_the_year_has_the_year_of_its_thursday() -> None:
    assert days.week(date(2021, 1, 2)) == days.Days("2020-W53", date(2020, 12, 28), date(2021, 1, 4))


def test_units_reach_into_other_years() -> None:
    assert days.month(2024, 0) == days.Days("2023-12", date(2023, 12, 1), date(2024, 1, 1))
    assert days.quarter(2024, 0).value == "2023-Q4"
    assert days.season(2023, "WI") == days.Days("2023-WI", date(2023, 12, 1), date(2024, 3, 1))


def test_beyond_the_years_of_datetime_a_bound_is_open() -> None:
    assert days.year(9999) == days.Days("9999", date(9999, 1, 1), None)
    assert days.unit_around(date(9999, 12, 31), "D", 1) is None
    assert days.day(2023, 2, 30) is None
