"""No cell of a CSV file is taken for a formula, whatever the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.show.cells import guarded


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\tx", "\r=1", " =1", "\ufeff=1", "＝1", "＋1", "－1", "＠x", "\u200b=1", "\n=1"]
)
def test_formulas_become_text(text: str) -> None:
    assert guarded(text) == "'" + text


@pytest.mark.parametrize("text", ["", "3,000", "a=b", "“=x”", "'=x", "é-x"])
def test_other_words_stay(text: str) -> None:
    assert guarded(text) == text


def test_our_own_numbers_stay_numbers() -> None:
    assert [guarded(value) for value in (-3, -0.5, 0, None, True)] == [-3, -0.5, 0, "", "true"]


@given(st.text(max_size=20))
def test_no_cell_begins_like_a_formula(text: str) -> None:
    assert str(guarded(text)).lstrip(" \ufeff\u200b")[:1] not in set("=+-@\t\r＝＋－＠") - {""}
