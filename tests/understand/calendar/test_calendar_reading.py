"""Expressions of every kind: words, type, value and days, against a Thursday, 24 October 2024."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.understand.calendar.reading import find_times
from sayso.understand.calendar.time_words import TimeWords

THURSDAY = date(2024, 10, 24)


def found(text: str, published: date | None = THURSDAY) -> list[tuple[str, str, str | None]]:
    return [(one.span.of(text), one.type, one.value) for one in find_times(text, published)]


def only(text: str, published: date | None = THURSDAY) -> TimeWords:
    (one,) = find_times(text, published)
    return one


@pytest.mark.parametrize(
    ("text", "words", "type_", "value"),
    [
        ("The works took three months.", "three months", "DURATION", "P3M"),
        ("It cost the town a decade.", "a decade", "DURATION", "P10Y"),
        ("Boats wait for years.", "years", "DURATION", "PXY"),
        ("He lost half an hour.", "half an hour", "DURATION", "PT30M"),
        ("It ran two and a half years.", "two and a half years", "DURATION", "P2Y6M"),
        ("It ran for more than four hours.", "more than four hours", "DURATION", "PT4H"),
        ("She got a two-day pass.", "two-day", "DURATION", "P2D"),
        ("A tram leaves every day.", "every day", "SET", "P1D"),
        ("Books are audited annually.", "annually", "SET", "P1Y"),
        ("Guards change each July.", "each July", "SET", "XXXX-07"),
        ("Guards change on Mondays.", "Mondays", "SET", "XXXX-WXX-1"),
        ("It costs 5 euros a month.", "a month", "SET", "P1M"),
        ("It fell in the third quarter of 2022.", "the third quarter of 2022", "DATE", "2022-Q3"),
        ("A second-quarter loss", "second-quarter", "DATE", "2024-Q2"),
        ("It fell in the first half of 2021.", "the first half of 2021", "DATE", "2021-H1"),
        ("It was mended last summer.", "last summer", "DATE", "2024-SU"),
        ("It was mended in the spring of 1998.", "the spring of 1998", "DATE", "1998-SP"),
        ("Fares rose in the 1990s.", "the 1990s", "DATE", "199X"),
        ("It dates from the 19th century.", "the 19th century", "DATE", "18"),
        ("It stood in 241 BC.", "241 BC", "DATE", "BC0241"),
        ("It grew in fiscal 2023.", "fiscal 2023", "DATE", "2023"),
        ("It closed a year ago.", "a year ago", "DATE", "2023"),
        ("It closed six weeks ago.", "six weeks ago", "DATE", "2024-W37"),
        ("It closed years ago.", "years ago", "DATE", "PAST_REF"),
        ("It is closed now.", "now", "DATE", "PRESENT_REF"),
        ("It closed recently.", "recently", "DATE", "PAST_REF"),
        ("It will close soon.", "soon", "DATE", "FUTURE_REF"),
        ("It shut on Christmas Day 2021.", "Christmas Day 2021", "DATE", "2021-12-25"),
        ("It shut on Easter Monday 2023.", "Easter Monday 2023", "DATE", "2023-04-10"),
        ("It shut at 10:35 a.m. GMT on Tuesday.", "10:35 a.m. GMT on Tuesday", "TIME", "2024-10-22T10:35Z"),
        ("It shut at noon Thursday.", "noon Thursday", "TIME", "2024-10-24T12:00"),
        ("Guns fired in the early hours of Monday.", "the early hours of Monday", "TIME", "2024-10-21TMO"),
        ("Guns fired late on Monday night.", "late on Monday night", "TIME", "2024-10-21TNI"),
        ("Guns fired this morning.", "this morning", "TIME", "2024-10-24TMO"),
        ("It shut on Friday, Oct. 18.", "Friday, Oct. 18", "DATE", "2024-10-18"),
        ("It shut in July last year.", "July last year", "DATE", "2023-07"),
        ("In May nineteen ninety-seven it shut.", "May nineteen ninety-seven", "DATE", "1997-05"),
        ("It shut on 13/05/2024.", "13/05/2024", "DATE", "2024-05-13"),
        ("It shut on 04/05/2024.", "04/05/2024", "DATE", "2024-XX-XX"),  # two readings: none is chosen
        ("It shut in the week of 6 May 2024.", "the week of 6 May 2024", "DATE", "2024-W19"),
        ("They ate on the eve of 1 May 2024.", "the eve of 1 May 2024", "DATE", "2024-04-30"),
        ("They ate on the eve of the vote.", "the eve of the vote", "DATE", None),
        ("Ferries carried less in last year's quarter.", "last year's quarter", "DATE", "2023"),
        ("Tolls fell from the corresponding period last year.", "the corresponding period last year", "DATE", "2023"),
        ("Tolls fell from the year-earlier six months.", "the year-earlier six months", "DURATION", "P6M"),
        ("The wall stood in April 310 BC.", "April 310 BC", "DATE", "BC0310-04"),
        ("The wall fell in the winter of 310 BC.", "the winter of 310 BC", "DATE", "BC0310-WI"),
        ("It is the largest dig to date.", "to date", "DATE", "PRESENT_REF"),
        ("Traders met near present-day Varna.", "present-day", "DATE", "PRESENT_REF"),
        ("1998's harvest failed.", "1998", "DATE", "1998"),
        ("1998: the harvest fails", "1998", "DATE", "1998"),
        ("The port bought cranes over 40 days.", "40 days", "DURATION", "P40D"),
        ("The port was shut for over 40 days.", "over 40 days", "DURATION", "P40D"),
    ],
)
def test_type_and_value(text: str, words: str, type_: str, value: str | None) -> None:
    assert found(text) == [(words, type_, value)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("It has not run since August.", date(2024, 8, 1), None),
        ("It will not run until Friday.", None, date(2024, 10, 26)),
        ("It had run before 2014.", None, date(2014, 1, 1)),
        ("It ran again after 2014.", date(2015, 1, 1), None),
        ("In recent days it ran.", None, date(2024, 10, 25)),
        ("The past two weeks were calm.", date(2024, 10, 10), date(2024, 10, 25)),
        ("It will run later this month.", date(2024, 10, 24), date(2024, 11, 1)),
        ("It ran earlier this month.", date(2024, 10, 1), date(2024, 10, 25)),
        ("It ended in December.", date(2023, 12, 1), date(2024, 1, 1)),
        ("It will end in December.", date(2024, 12, 1), date(2025, 1, 1)),
        ("It ran in the fiscal year.", None, None),
    ],
)
def test_bounds_are_open_where_the_words_set_none(text: str, start: date | None, end: date | None) -> None:
    assert (only(text).start, only(text).end) == (start, end)


@pytest.mark.parametrize(
    ("text", "words", "values"),
    [
        ("It ran from 3 to 7 May 2023.", ["3", "7 May 2023"], ["2023-05-03", "2023-05-07"]),
        ("It ran May 9-11, 2023.", ["May 9", "11, 2023"], ["2023-05-09", "2023-05-11"]),
        ("It ran between 2014 and 2016.", ["2014", "2016"], ["2014", "2016"]),
        ("It ran 2014–16.", ["2014", "16"], ["2014", "2016"]),
        ("It ran from Monday to Wednesday.", ["Monday", "Wednesday"], ["2024-10-21", "2024-10-23"]),
    ],
)
def test_a_range_has_two_ends_and_the_first_names_the_second(text: str, words: list[str], values: list[str]) -> None:
    first, second = find_times(text, THURSDAY)
    assert [one.span.of(text) for one in (first, second)] == words
    assert [first.value, second.value] == values
    assert first.ends_at == second.span.start and second.ends_at is None


@pytest.mark.parametrize(
    "text",
    [
        "A 27-year-old man, aged 40 years, six months old, came second.",
        "They may march in the sun on the second day.",
        "The fall of the tower put a spring in his step.",
        "April Stone and June Berg sang with Jan Holm.",
        "He counted 2000 soldiers and 1990 metres of wire.",
        "The Daily Gull gave a quarter of its profit.",
        "The minute details of an august body",
        "A quarterly dividend of 4 cents",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert found(text) == []


def test_a_later_day_counts_from_the_date_named_before() -> None:
    assert found("It shut on 3 May 2024. The next day it opened; two weeks later it shut.")[1:] == [
        ("The next day", "DATE", "2024-05-04"),
        ("two weeks later", "DATE", "2024-W20"),
    ]


def test_no_day_is_counted_from_a_year() -> None:
    assert found("It shut in 2014. Two weeks later it opened.")[1] == ("Two weeks later", "DATE", None)


def test_a_month_belongs_to_the_year_told_in_a_history() -> None:
    assert found("The siege began on 12 March 1921. In April the walls fell.")[1] == ("April", "DATE", "1921-04")


def test_a_year_earlier_is_the_quarter_before_where_a_quarter_is_spoken_of() -> None:
    assert found("In the third quarter it lost 4 percent, against 2 a year earlier.") == [
        ("the third quarter", "DATE", "2024-Q3"),
        ("a year earlier", "DATE", "2023-Q3"),
    ]


@pytest.mark.parametrize(
    "text",
    ["It fell last week.", "It fell in the past two weeks.", "It is so now.", "It fell a year ago.", "At 10 p.m. it fell."],
)
def test_without_publication_nothing_is_invented(text: str) -> None:
    one = only(text, None)
    assert (one.start, one.end) == (None, None)


def test_a_quarter_is_that_in_which_most_of_its_days_lie() -> None:
    assert found("The mill lost more in the quarter ended July 31.")[0] == ("the quarter", "DATE", "2024-Q2")
    assert found("The mill lost more in the quarter ended Dec. 31.")[0] == ("the quarter", "DATE", "2023-Q4")


def test_the_quarter_spoken_of_is_compared_with_that_of_the_year_before() -> None:
    text = "The mill lost more in the second quarter than in the same period a year ago."
    assert found(text) == [("the second quarter", "DATE", "2024-Q2"), ("the same period a year ago", "DATE", "2023-Q2")]


def test_both_years_before_christ_are_named() -> None:
    assert found("The town paid from 310 to 295 BC.") == [("310", "DATE", "BC0310"), ("295 BC", "DATE", "BC0295")]


@pytest.mark.parametrize("text", ["He fed that Sun into the printer.", "The list is up to date."])
def test_what_only_looks_like_a_time(text: str) -> None:
    assert found(text) == []
