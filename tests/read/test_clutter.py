"""What counts as clutter, and what does not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.clutter import MIN_CHARACTERS, clutter_in, merged
from sayso.read.intake import report_from_text
from sayso.span import Span

WORDS = "The harbour of Olm was closed on Monday, the port's office said, and it would stay closed until the storm had gone."


@pytest.mark.parametrize("junk", ['"', "1,", "(", "a b ", "U.S. ", "=-", "* ", "\U0001f469\u200d", "3,000 "])
def test_runs_without_words_are_marked_and_the_words_round_them_are_not(junk: str) -> None:
    run = (junk * MIN_CHARACTERS).strip()
    report = report_from_text(f"{WORDS}\n{run}\n{WORDS}")
    assert [span.of(report.text) for span in report.furniture] == [run]
    assert report.text.count(WORDS) == 2
    assert "marked and not read" in report.notes[0]


@pytest.mark.parametrize(
    "kept", ["-" * 200, "1 2 3 " * 30, " " * 5_000, "x" * 5_000, "it is as it is, or so he says, " * 40, "港" * 900]
)
def test_rulers_rows_blanks_and_words_stay(kept: str) -> None:
    assert clutter_in(f"{WORDS} {kept} {WORDS}") == ()


@given(st.text(alphabet='ab "1\n', max_size=3_000))
def test_spans_are_in_order_apart_and_hold_something(text: str) -> None:
    spans = clutter_in(text)
    assert spans == merged(spans)
    assert all(span.of(text).strip() for span in spans)


def test_spans_that_overlap_become_one() -> None:
    assert merged([Span(5, 9), Span(0, 3), Span(2, 4), Span(9, 10)]) == (Span(0, 4), Span(5, 9), Span(9, 10))


def test_a_million_characters_take_no_time() -> None:
    began = time.process_time()
    for text in ("ab " * 333_333, "abc" * 333_333, "abc " * 250_000, ("-" * 399 + "abc") * 2_500):
        clutter_in(text)
    assert time.process_time() - began < 2
