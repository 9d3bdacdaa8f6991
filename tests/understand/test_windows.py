"""Windows: every piece is answered by exactly one window, whatever the paragraphs; answers come back in their place."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.understand.windows import CONTEXT, OVERLAP, WINDOW, Window, plan_windows, stitch

LENGTHS = st.lists(st.integers(0, 700), max_size=40)
SIZES = st.tuples(st.integers(5, 200), st.integers(0, 60)).filter(lambda pair: pair[0] > 2 * pair[1])


def borders_of(lengths: list[int]) -> np.ndarray:
    return np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]).astype(np.int64)


def check(windows: list[Window], total: int, size: int) -> None:
    at = 0
    for window in windows:
        assert window.own == at and window.own < window.own_end
        assert 0 <= window.start <= window.own < window.own_end <= window.end <= total
        assert window.end - window.start <= size
        at = window.own_end
    assert at == total


@given(LENGTHS)
def test_every_piece_is_owned_once(lengths: list[int]) -> None:
    borders = borders_of(lengths)
    check(plan_windows(borders), int(borders[-1]), WINDOW)


@given(LENGTHS, SIZES)
def test_every_piece_is_owned_once_at_any_size(lengths: list[int], sizes: tuple[int, int]) -> None:
    borders = borders_of(lengths)
    check(plan_windows(borders, size=sizes[0], context=sizes[1]), int(borders[-1]), sizes[0])


@given(LENGTHS)
def test_answers_come_back_in_their_place(lengths: list[int]) -> None:
    borders = borders_of(lengths)
    total = int(borders[-1])
    windows = plan_windows(borders)
    longest = max((w.end - w.start for w in windows), default=0) + 2
    answers = np.full((len(windows), longest, 2), -1.0, dtype=np.float32)
    for row, window in enumerate(windows):
        answers[row, 1 : window.end - window.start + 1] = np.arange(window.start, window.end)[:, None]
    joined = stitch(windows, answers, total, 2)
    assert joined.shape == (total, 2)
    assert (joined[:, 0] == np.arange(total)).all()


def test_a_short_text_is_one_window() -> None:
    assert plan_windows(np.array([0, 20, 45])) == [Window(0, 0, 45, 45)]


def test_a_text_without_pieces_has_no_window() -> None:
    assert plan_windows(np.array([0])) == []
    assert plan_windows(np.array([0, 0, 0])) == []


def test_whole_paragraphs_are_packed_with_context_before() -> None:
    assert plan_windows(np.array([0, 100, 190, 260])) == [Window(0, 0, 190, 190), Window(190 - CONTEXT, 190, 260, 260)]


def test_a_long_paragraph_is_cut_with_context_on_both_sides() -> None:
    first, *_, last = plan_windows(np.array([0, 1000]))
    assert first == Window(0, 0, WINDOW - OVERLAP, WINDOW)
    assert last.own - last.start == OVERLAP
    assert last.own_end == last.end == 1000
