"""Every case of cases/figures.yml, the promises of `find_quantities` on any text, and its time on long and hostile ones."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.findings.figure import FigureKind
from sayso.lexicons import entries
from sayso.understand.numbers.quantities import Quantity, find_quantities

CASES = yaml.safe_load((Path(__file__).parents[3] / "cases" / "figures.yml").read_text(encoding="utf8"))
UNITS = {row["key"] for row in entries("units")}
PIECES = [
    "at least",
    "up to",
    "more than",
    "nearly",
    "about",
    "or so",
    "or more",
    "between",
    "and",
    "to",
    "of",
    "-",
    "–",
    ",",
    ".",
    "%",
    "$",
    "€",
    "3",
    "3,000",
    "10",
    "1/2",
    "½",
    "2.5",
    "2024",
    "one",
    "two",
    "twenty",
    "hundred",
    "thousand",
    "million",
    "dozens",
    "hundreds",
    "half",
    "third",
    "a",
    "the",
    "bn",
    "k",
    "m",
    "km",
    "year",
    "old",
    "percent",
    "people",
    "killed",
    "soldiers",
    "Boeing",
    "from",
    "in",
    "No.",
    "minus",
    "\n",
    "'s",
]


def _found(text: str, quantity: Quantity) -> dict[str, Any]:
    return {
        "words": quantity.span.of(text),
        "kind": quantity.kind.value,
        "low": quantity.low if quantity.low is None else round(quantity.low, 4),
        "high": quantity.high if quantity.high is None else round(quantity.high, 4),
        "unit": quantity.unit,
        "approximate": quantity.approximate,
        "trend": quantity.trend,
        "of": quantity.of.of(text) if quantity.of else None,
    }


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    blank = {"unit": None, "approximate": False, "trend": "", "of": None}
    found = [_found(case["text"], quantity) for quantity in find_quantities(case["text"])]
    assert found == [blank | expected for expected in case["expect"]]
    assert not {row["words"] for row in found} & set(case.get("must_not", []))


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 100
    assert {row["kind"] for case in CASES for row in case["expect"]} == {kind.value for kind in FigureKind}


def _check(text: str, quantities: list[Quantity], start: int, end: int) -> None:
    edge = start
    for quantity in quantities:
        assert edge <= quantity.span.start < quantity.span.end <= end
        assert quantity.span.covers(quantity.number)
        assert quantity.of is None or 0 <= quantity.of.start < quantity.of.end <= len(text)
        assert quantity.unit is None or quantity.unit in UNITS
        assert quantity.bound in ("=", "~", ">", "<")
        assert quantity.low is not None or quantity.high is not None
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
        edge = quantity.span.end


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read(text: str) -> None:
    _check(text, find_quantities(text), 0, len(text))


@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from([" ", ""]))
@settings(max_examples=150, deadline=None)
def test_any_pile_of_number_words_is_read(words: list[str], joint: str) -> None:
    text = joint.join(words)
    _check(text, find_quantities(text), 0, len(text))


@given(st.lists(st.sampled_from(PIECES), min_size=4, max_size=20), st.data())
@settings(max_examples=40, deadline=None)
def test_a_stretch_keeps_offsets_of_the_whole(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    _check(text, find_quantities(text, start=start, end=end), start, end)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,",
        "1-",
        "1,000-",
        "1 ",
        "-",
        ",",
        "one ",
        "hundred ",
        "thousand million ",
        "of the ",
        "a few ",
        "$",
        "between 1 and ",
        "12 (",
        "½",
        "1/2 ",
        "thousands of ",
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    length = 200_000 if piece in ("1", "1,", "-", ",", "1,000-") else 20_000
    text = piece * (length // len(piece))
    begin = time.process_time()
    find_quantities(text)
    assert time.process_time() - begin < 3, f"{piece!r}: well under a second is usual for {length} characters"


def test_bound_words_say_what_they_do() -> None:
    bounds = {
        words: find_quantities(f"{words} 300 people")[0].bound
        for words in ("at least", "over", "up to", "under", "about", "exactly")
    }
    assert bounds == {"at least": ">", "over": ">", "up to": "<", "under": "<", "about": "~", "exactly": "="}


def test_whole_values_are_ints() -> None:
    values = [quantity.low for quantity in find_quantities("2.5 million people, 3.0 tonnes, $1.2bn and 0.5 percent")]
    assert values == [2_500_000, 3, 1_200_000_000, 0.5]
    assert [type(value) for value in values] == [int, int, int, float]


def test_both_ends_of_a_change_are_named() -> None:
    notes = [quantity.note for quantity in find_quantities("Prices rose from 240 dollars to 273 dollars.")]
    assert notes == ["changed from", "changed to"]


def test_nothing_of_a_range_is_lost() -> None:
    (quantity,) = find_quantities("They need $5-10 million.")
    assert (quantity.low, quantity.high, quantity.unit) == (5_000_000, 10_000_000, "USD")
