"""Time expressions: the days they mean against the day of publication, what stays open, what is no time at all."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.span import Span
from sayso.understand.times import TimeWords, find_times

THURSDAY = date(2024, 10, 24)
SUNDAY = date(2023, 4, 16)
MONDAY = date(2022, 3, 14)


def only(text: str, published: date | None = THURSDAY) -> TimeWords:
    found = find_times(text, published)
    assert len(found) == 1, [f.span.of(text) for f in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "published", "words", "first", "after"),
    [
        ("He spoke on Wednesday.", THURSDAY, "Wednesday", date(2024, 10, 23), None),
        ("He spoke on Thursday.", THURSDAY, "Thursday", date(2024, 10, 24), None),
        ("He spoke on Friday.", THURSDAY, "Friday", date(2024, 10, 18), None),
        ("He spoke last Thursday.", THURSDAY, "last Thursday", date(2024, 10, 17), None),
        ("She will arrive on Friday.", THURSDAY, "Friday", date(2024, 10, 25), None),
        ("Talks are due on Monday.", THURSDAY, "Monday", date(2024, 10, 28), None),
        ("Talks open next Tuesday.", THURSDAY, "next Tuesday", date(2024, 10, 29), None),
        ("Shells fell yesterday.", MONDAY, "yesterday", date(2022, 3, 13), None),
        ("Shells fell the day before yesterday.", MONDAY, "the day before yesterday", date(2022, 3, 12), None),
        ("Shells fall today.", MONDAY, "today", MONDAY, None),
        ("Shells fell last night.", MONDAY, "last night", date(2022, 3, 13), None),
        ("Talks resume tomorrow.", MONDAY, "tomorrow", date(2022, 3, 15), None),
        ("It closed three days ago.", SUNDAY, "three days ago", date(2023, 4, 13), None),
        ("It closed on 15 April.", SUNDAY, "15 April", date(2023, 4, 15), None),
        ("It closed on April 15.", SUNDAY, "April 15", date(2023, 4, 15), None),
        ("It closed on Dec. 30.", date(2024, 1, 3), "Dec. 30", date(2023, 12, 30), None),
        ("It opened on 3 March 2011.", SUNDAY, "3 March 2011", date(2011, 3, 3), None),
        ("It opened on March 3, 2011.", None, "March 3, 2011", date(2011, 3, 3), None),
        ("The 1st of May 2020 was calm.", None, "1st of May 2020", date(2020, 5, 1), None),
        ("Logged 2021-08-15 by the port.", None, "2021-08-15", date(2021, 8, 15), None),
        ("It fell in August 2021.", None, "August 2021", date(2021, 8, 1), date(2021, 9, 1)),
        ("It fell in December 2021.", None, "December 2021", date(2021, 12, 1), date(2022, 1, 1)),
        ("Rain came this week.", THURSDAY, "this week", date(2024, 10, 21), date(2024, 10, 25)),
        ("Rain came last week.", THURSDAY, "last week", date(2024, 10, 14), date(2024, 10, 21)),
        ("Rain comes next week.", THURSDAY, "next week", date(2024, 10, 28), date(2024, 11, 4)),
        ("It began this month.", THURSDAY, "this month", date(2024, 10, 1), date(2024, 10, 25)),
        ("It began last month.", date(2024, 1, 9), "last month", date(2023, 12, 1), date(2024, 1, 1)),
        ("It began last year.", THURSDAY, "last year", date(2023, 1, 1), date(2024, 1, 1)),
        ("It ends next year.", THURSDAY, "next year", date(2025, 1, 1), date(2026, 1, 1)),
        ("They met last weekend.", THURSDAY, "last weekend", date(2024, 10, 19), date(2024, 10, 21)),
    ],
)
def test_the_days_words_mean(text: str, published: date | None, words: str, first: date, after: date | None) -> None:
    found = only(text, published)
    assert (found.span.of(text), found.start, found.end) == (words, first, after or first + timedelta(days=1))
    assert found.type == ("TIME" if "night" in words else "DATE")


@pytest.mark.parametrize(
    "text",
    ["He spoke on Wednesday.", "He spoke yesterday.", "He spoke on 4 May.", "He spoke last week.", "It closed two days ago."],
)
def test_without_a_day_of_publication_words_stay_open(text: str) -> None:
    found = only(text, None)
    assert (found.start, found.end, found.relative) == (None, None, True)


@pytest.mark.parametrize(
    "text",
    [
        "The Sundays paper and Mondays blues",  # habits, no day
        "Operation Midnight began with 300 men.",
        "The battalion counted 12 marching bands.",
        "He may 20 times refuse.",
        "The road is 2024 metres long.",
        "On 31 February 2020 nothing happened.",
        "",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert find_times(text, THURSDAY) == []


def test_said_on_friday_of_a_meeting_to_come_is_not_the_meeting() -> None:
    text = "She said on Friday that the two will meet on Saturday."
    said, met = find_times(text, THURSDAY)
    assert (said.start, met.start) == (date(2024, 10, 18), date(2024, 10, 26))


def test_within_a_span_only() -> None:
    text = "On Monday they met. On Tuesday they left."
    assert [t.span.of(text) for t in find_times(text, THURSDAY, within=Span(19, len(text)))] == ["Tuesday"]


WORDS = st.lists(
    st.sampled_from(
        "on in the last next this early late past earlier week month year weekend Monday Friday yesterday today ago days two 31 29 30 12 0 99 "
        "February Feb. Sept May May, 2024 1999 2024-02-30 of 1st , . will meet said day before".split()
    ),
    max_size=14,
).map(" ".join)


@given(WORDS | st.text(max_size=100), st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_times_of_any_text_are_ordered_and_whole(text: str, published: date | None) -> None:
    found = find_times(text, published)
    assert all(a.span.end <= b.span.start for a, b in zip(found, found[1:], strict=False))
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(text)
        if one.start and one.end:
            assert one.start < one.end and one.value
        if published is None and one.relative:
            assert one.start is None and one.end is None


@pytest.mark.parametrize("unit", ["a", "said ", "12 ", "on 12 May ", "last ", "will ", '"'])
def test_times_of_long_hostile_text_take_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text, spent = unit * (size // len(unit)), []
        for _ in range(3):  # the least of three: other work and the collector only ever add
            begun = time.process_time()
            find_times(text, THURSDAY)
            spent.append(time.process_time() - begun)
        return min(spent)

    assert seconds(200_000) < 20 * max(seconds(40_000), 0.01)
