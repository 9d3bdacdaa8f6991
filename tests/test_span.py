"""Span: half-open ranges of code points."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.span import Span, hull, overlaps_any

spans = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def test_words_are_code_points_not_bytes() -> None:
    assert Span(2, 5).of("𝒜é“x”!") == "“x”"


def test_neighbours_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


def test_covers_itself_and_what_lies_inside() -> None:
    assert Span(2, 6).covers(Span(2, 6))
    assert Span(2, 6).covers(Span(3, 5))
    assert not Span(2, 6).covers(Span(1, 5))
    assert not Span(2, 6).covers(Span(5, 7))


def test_is_written_as_a_pair() -> None:
    assert json.dumps(Span(3, 9)) == "[3, 9]"


def test_hull_covers_gaps_and_refuses_nothing() -> None:
    assert hull([Span(7, 9), Span(2, 4)]) == Span(2, 9)
    with pytest.raises(ValueError):
        hull([])


def test_overlaps_any() -> None:
    assert overlaps_any(Span(4, 6), [Span(0, 2), Span(5, 8)])
    assert not overlaps_any(Span(4, 6), [Span(0, 4), Span(6, 8)])
    assert not overlaps_any(Span(4, 6), [])


@given(spans, spans)
def test_overlap_is_a_shared_character(one: Span, other: Span) -> None:
    shared = set(range(*one)) & set(range(*other))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)
    assert one.covers(other) == (set(range(*other)) <= set(range(*one)))
    assert hull([one, other]).covers(one)


@given(spans, st.integers(0, 30))
def test_shifted_keeps_its_length(span: Span, by: int) -> None:
    moved = span.shifted(by)
    assert (moved.start - span.start, moved.end - moved.start) == (by, span.end - span.start)
