"""When: days as precise as their words, and their way through JSON."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.when import When

days = st.none() | st.dates()


def test_a_day_is_a_half_open_interval() -> None:
    day = When(date(2024, 10, 23), date(2024, 10, 24), "Wednesday")
    assert day.to_json() == {"from": "2024-10-23", "to": "2024-10-24", "words": "Wednesday"}
    assert day.end is not None and day.start is not None and day.end - day.start == timedelta(days=1)


def test_what_cannot_be_resolved_keeps_its_words() -> None:
    vague = When(None, None, "the other day")
    assert When.from_json(vague.to_json()) == vague


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError):
        When.from_json({"from": "2024-02-30", "to": None, "words": "then"})


@given(days, days, st.text())
def test_comes_back_as_it_was(start: date | None, end: date | None, words: str) -> None:
    when = When(start, end, words)
    assert When.from_json(when.to_json()) == when
