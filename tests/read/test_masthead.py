"""Masthead: headline, section, byline, day and outlet from the layout of a plain text; and the agency from its credits."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read.credits import agency_of
from sayso.read.dates import find_day
from sayso.read.layout import lay_out
from sayso.read.masthead import Masthead, read_masthead

TODAY = date(2024, 12, 1)
BODY = "The port was shut on Monday after a strike, the harbour master said in a statement that she read out to reporters."


def read(text: str, title: str | None = None) -> Masthead:
    return read_masthead(lay_out(text), today=TODAY, title=title)


def agency(text: str, byline: str | None = None, *credits: str) -> str | None:
    return agency_of(lay_out(text), byline=byline, credits=credits)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Port shut by a strike", "Port shut by a strike"),
        ("Menu\n\nHome\n\nPort shut by a strike\n\nBy Jane Roe", "Port shut by a strike"),
        ("Will the port open again?", "Will the port open again?"),
        ("Port Workers Walk Out Over Pay.", "Port Workers Walk Out Over Pay."),
        ("A harbour and its people\n\nPort shut\n\nPort shut by a strike\n\nPort shut by a strike", "Port shut by a strike"),
        ("MINISTRY OF PORTS\n\nStatement on the closure of the harbour", "Statement on the closure of the harbour"),
        ("The crews walked out at noon.", None),
        ("“We will not go back to sea.”", None),
        ("October 3, 2024", None),
        ("World", None),
        ("Photo: Jane Roe/AFP", None),
    ],
)
def test_the_headline_is_the_line_that_reads_like_one(head: str, title: str | None) -> None:
    assert read(f"{head}\n\n{BODY}").title == title


def test_a_text_without_a_headline_gets_none() -> None:
    assert read(BODY).title is None
    assert read("the port was shut on monday after a strike that nobody had seen coming and that").title is None


def test_a_first_line_that_runs_on_is_no_headline() -> None:
    assert read("The port of Aldemar was shut on Monday after a strike over\npay that began at noon.\n\n" + BODY).title is None


def test_a_known_title_is_found_where_it_is_first_printed() -> None:
    found = read(f"Home\n\nPort shut by a strike\n\n{BODY}", title="Port shut by a strike")
    assert found.title_span is not None and found.title_span.start == 6
    assert read(BODY, title="Port shut by a strike").title_span is None


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("World", "World"),
        ("Home > News > Middle East", "Middle East"),
        ("News | Africa", "Africa"),
        ("News", "News"),
        ("Fishing", None),
    ],
)
def test_the_section_is_the_last_step_of_the_path(line: str, section: str | None) -> None:
    assert read(f"{line}\n\nPort shut by a strike\n\n{BODY}").section == section


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("By JANE ROE and JOHN POE", "JANE ROE and JOHN POE"),
        ("By Jane Roe, Associated Press", "Jane Roe, Associated Press"),
        ("Written by Jane Roe", "Jane Roe"),
        ("By Jane Roe | October 3, 2024", "Jane Roe"),
        ("Jane Roe in Port Aldemar", "Jane Roe"),
        ("Jane Roe\n\nPorts correspondent", "Jane Roe"),
        ("By the numbers", None),
        ("By noon the harbour was full.", None),
    ],
)
def test_the_byline_is_a_name_with_something_that_says_so(line: str, byline: str | None) -> None:
    assert read(f"Port shut by a strike\n\n{line}\n\n{BODY}").byline == byline


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 24 October 2024", date(2024, 10, 24)),
        ("Oct. 24, 2024, 5:03 p.m. ET", date(2024, 10, 24)),
        ("2024-10-24", date(2024, 10, 24)),
        ("Thursday 24 October 2024 17.05 BST", date(2024, 10, 24)),
        ("Published\n\non\n\nOctober 24, 2024", date(2024, 10, 24)),
        ("Updated October 26, 2024\n\nPublished October 24, 2024", date(2024, 10, 24)),
        ("Last updated: 24/10/2024", date(2024, 10, 24)),
        ("By Jane Roe, October 24, 2024", date(2024, 10, 24)),
        ("4/5/2024", None),
        ("October 24", None),
        ("Published: 31 February 2024", None),
        ("Published: 24 October 2034", None),
        ("Elections of 24 October 2024 in the north", None),
    ],
)
def test_the_day_is_a_whole_date_that_stands_alone(line: str, day: date | None) -> None:
    assert read(f"Port shut by a strike\n\n{line}\n\n{BODY}").published == day


def test_a_date_in_a_sentence_is_not_the_day_of_publication() -> None:
    assert read(f"Port shut by a strike\n\n{BODY} The last strike ended on October 3, 2024.").published is None


def test_the_day_of_a_dateline_counts_only_with_its_year() -> None:
    assert read(f"MOSCOW, October 24, 2024. /TASS/. {BODY}").published == date(2024, 10, 24)
    assert read(f"ALDEMAR, 24 October 2024 - {BODY}").published == date(2024, 10, 24)
    assert read(f"SEOUL, Oct. 24 (Yonhap) -- {BODY}").published is None


@pytest.mark.parametrize(
    ("start", "name"),
    [
        ("SEOUL, Oct. 24 (Yonhap) -- ", "Yonhap"),
        ("KYIV (Reuters) - ", "Reuters"),
        ("KYIV, Oct 24 (Reuters) – ", "Reuters"),
        ("(AP) — ", "AP"),
        ("WASHINGTON (AP) — ", "AP"),
        ("MOSCOW, October 24. /TASS/. ", "TASS"),
        ("BEIJING, Oct. 24 (Xinhua) -- ", "Xinhua"),
        ("PARIS (AFP) - ", "AFP"),
        ("ALDEMAR, Oct. 3 (Continental Press) -- ", "Continental Press"),
        ("WASHINGTON (CNN) - ", None),
        ("The mayor (Ms. Roe) - ", None),
        ("Officials (AP and others were told) said so. ", None),
    ],
)
def test_a_dateline_names_the_agency(start: str, name: str | None) -> None:
    assert agency(f"Port shut by a strike\n\n{start}{BODY}") == name


def test_bylines_credits_and_the_foot_name_the_agency() -> None:
    assert agency(BODY, "JANE DOE, Associated Press") == "AP"
    assert agency(BODY, None, "Agence France-Presse") == "AFP"
    assert agency(f"{BODY}\n\nOur Standards: The Thomson Reuters Trust Principles.") == "Reuters"
    assert agency(f"{BODY}\n\nSource: Xinhua") == "Xinhua"
    assert agency(f"{BODY}\n\n© Agence France-Presse") == "AFP"
    assert agency(f"{BODY} — AFP") == "AFP"


def test_the_outlets_own_name_in_a_dateline_is_no_agency() -> None:
    assert agency_of(lay_out(f"ALDEMAR (Courier) - {BODY}"), outlet="Courier") is None


def test_a_picture_and_a_contribution_are_no_credit() -> None:
    assert agency(f"Ships in the harbour. [Jane Roe/AFP]\n\n{BODY}") is None
    assert agency(f"{BODY}\n\nPhoto: Jane Roe/Reuters") is None
    assert agency(f"{BODY}\n\nThe Associated Press contributed to this report.") is None
    assert agency(f"{BODY} The ministry told Reuters that it was so.") is None


@pytest.mark.parametrize("words", ["2024-02-30", "32 October 2024", "13/14/2024", "October 2024", "may 5", "20241024123"])
def test_what_is_no_whole_day_of_the_calendar_is_none(words: str) -> None:
    assert find_day(words) is None


@given(st.text(max_size=400), st.none() | st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_no_text_breaks_the_masthead(text: str, title: str | None) -> None:
    lines = lay_out(text)
    found = read_masthead(lines, today=TODAY, title=title)
    for span in (*found.lines, *([found.title_span] if found.title_span else [])):
        assert 0 <= span.start < span.end <= len(text)
    agency_of(lines, byline=found.byline, credits=[text])
