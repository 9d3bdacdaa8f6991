"""Ranges and days in words."""

from datetime import date

import pytest

import situations
from sayso.ask.amounts import amount, day_in_words, number, when_in_words
from sayso.findings.figure import FigureKind
from sayso.when import When


@pytest.mark.parametrize(
    ("low", "high", "more", "words", "expected"),
    [
        (3000, None, {}, "at least 3,000", "3,000 or more"),
        (None, 12000, {}, "up to 12,000", "up to 12,000"),
        (10000, 11000, {}, "10,000 to 11,000", "10,000–11,000"),
        (10000, 10000, {"approximate": True}, "about 10,000", "about 10,000"),
        (200000, 999999, {}, "hundreds of thousands", "hundreds of thousands (200,000–999,999)"),
        (41.1, 41.1, {"kind": FigureKind.PERCENT, "unit": "percent"}, "41.1%", "41.1 %"),
        (2e9, 2e9, {"kind": FigureKind.MONEY, "unit": "USD"}, "$2 billion", "USD 2,000,000,000"),
        (5, 5, {"kind": FigureKind.MEASURE, "unit": "kilometre"}, "five kilometres", "5 kilometre"),
        (None, None, {}, "several", "several"),
    ],
)
def test_amount(low: float | None, high: float | None, more: dict[str, object], words: str, expected: str) -> None:
    assert amount(situations.figure("7 x", "f1", "7", "x", low, high, **more), words) == expected


def test_numbers() -> None:
    assert [number(value) for value in (0, 1e6, 0.5, -3, 1234567.25)] == ["0", "1,000,000", "0.5", "-3", "1,234,567.25"]


def test_days() -> None:
    assert day_in_words(date(2024, 10, 23)) == "Wed 23 Oct 2024"
    assert when_in_words(When(date(2024, 10, 21), date(2024, 10, 25), "this week")) == "Mon 21 Oct 2024 – Thu 24 Oct 2024"
    assert when_in_words(When(None, None, "recently")) == "“recently”"
    assert when_in_words(When(None, date(2024, 10, 25), "by then")) == "until Thu 24 Oct 2024"
