"""Numerals in digits and words, and what is not one."""

from __future__ import annotations

import pytest

from sayso.understand.numbers.digits import read_digits, whole
from sayso.understand.numbers.numerals import Numeral, read_numeral
from sayso.understand.numbers.pieces import Pieces


def read(text: str) -> Numeral | None:
    pieces = Pieces(text, 0, len(text))
    return read_numeral(pieces, 0)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3,000", 3000),
        ("3.000", 3),
        ("12,500,000.5", 12500000.5),
        ("1,20,000", 120000),
        ("7", 7),
        (".50", 0.5),
        ("3,5", None),
        ("2.4.1", None),
        ("1,2,3", None),
        ("1" * 30, None),
        ("1" * 5000, None),
    ],
)
def test_digits(text: str, value: float | None) -> None:
    assert read_digits(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 000", 1000),
        ("12 500 000", 12500000),
        ("2½", 2.5),
        ("2 1/2", 2.5),
        ("½", 0.5),
        ("1⁄32", 0.03125),
        ("2.5×10^8", 2.5e8),
        ("3bn", 3e9),
        ("250k", 250000),
        ("4 hundred million", 4e8),
        ("1.5 crore", 15e6),
        ("20 lakh", 2e6),
        ("twenty-three thousand", 23000),
        ("twenty three", 23),
        ("one hundred and five", 105),
        ("six hundred forty-two", 642),
        ("twenty-eight thousand six hundred forty-two", 28642),
        ("a million", 10**6),
        ("a hundred and fifty", 150),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a million", 500000),
        ("half a dozen", 6),
        ("two and a half million", 2500000),
        ("a quarter of a million", 250000),
        ("two-thirds of", 2 / 3),
        ("three quarters", 0.75),
        ("a third of", 1 / 3),
        ("one-third of", 1 / 3),
        ("zero", 0),
    ],
)
def test_values(text: str, value: float) -> None:
    numeral = read(text)
    assert numeral is not None
    assert numeral.low == numeral.high == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", 24, 99),
        ("scores", 40, 99),
        ("hundreds", 200, 999),
        ("thousands", 2000, 9999),
        ("tens of thousands", 20000, 99999),
        ("hundreds of thousands", 200000, 999999),
        ("millions", 2000000, 9999999),
        ("several hundred", 200, 999),
        ("a few thousand", 2000, 9999),
        ("several", 3, 9),
        ("a handful of", 3, 9),
    ],
)
def test_vague_numerals_are_intervals(text: str, low: int, high: int) -> None:
    numeral = read(text)
    assert numeral is not None
    assert (numeral.low, numeral.high) == (low, high)


@pytest.mark.parametrize(("text", "value"), [("24th", 24), ("1st", 1), ("third", 3), ("twelfth", 12)])
def test_ordinals(text: str, value: int) -> None:
    numeral = read(text)
    assert numeral is not None
    assert (numeral.form, numeral.low) == ("ordinal", value)


@pytest.mark.parametrize("text", ["soldiers", "a soldier", "few", "half-staff", "million", "and", ",", ""])
def test_what_is_no_numeral(text: str) -> None:
    assert read(text) is None


def test_a_couple_is_two_and_approximate() -> None:
    numeral = read("a couple of tanks")
    assert numeral is not None
    assert (numeral.low, numeral.high, numeral.approximate) == (2, 2, True)


def test_scales_do_not_pile_up_without_end() -> None:
    numeral = read("nine " + "trillion " * 500)
    assert numeral is not None
    assert numeral.low <= 10**18


def test_whole_gives_ints_where_it_can() -> None:
    assert (whole(3.0), whole(2.5), whole(4)) == (3, 2.5, 4)
    assert isinstance(whole(3.0), int)
