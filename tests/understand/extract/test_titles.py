"""Offices the report gives: before and after the name, former ones apart, with the body or state they belong to."""

from __future__ import annotations

import pytest
from marked_text import read

from sayso.understand.extract.cast import folded, slug


@pytest.mark.parametrize(
    ("marked", "role", "of", "former"),
    [
        ("{NORP:Ghanaian} Foreign Minister {PER:Tariq Mensah} left.", "Foreign Minister", "GHA", False),
        ("{PER:Tariq Mensah}, {LOC:Ghana}’s deputy foreign minister, left.", "deputy foreign minister", "GHA", False),
        ("{PER:Tariq Mensah}, the foreign minister of {LOC:Ghana}, left.", "foreign minister", "GHA", False),
        ("Former {NORP:Ghanaian} President {PER:Tariq Mensah} left.", "President", "GHA", True),
        ("{PER:Tariq Mensah}, a former president of {LOC:Ghana}, left.", "president", "GHA", True),
        ("{PER:Tariq Mensah}, a retired {NORP:Ghanaian} general, left.", "general", "GHA", True),
        ("General {PER:Tariq Mensah} left.", "General", None, False),
        (
            "{PER:Tariq Mensah}, a spokesman for the {NORP:Ghanaian} foreign ministry, left.",
            "spokesman",
            "ghana-foreign-ministry",
            False,
        ),
    ],
)
def test_an_office_beside_the_name(marked: str, role: str, of: str | None, former: bool) -> None:  # noqa: FBT001
    offices = read(marked).actor("tariq-mensah").offices
    assert [(o.role, o.of, o.former, o.source) for o in offices] == [(role, of, former, "report")]


def test_two_offices_of_one_appositive_are_both_noted() -> None:
    got = read("{PER:Tariq Mensah}, a retired {NORP:Ghanaian} general and former ambassador to {LOC:Togo}, left.")
    found = [(o.role, o.former) for o in got.actor("tariq-mensah").offices]
    assert found == [("general", True), ("ambassador", True)]


@pytest.mark.parametrize(
    "marked",
    [
        "{PER:Tariq Mensah}, who met the foreign minister, left.",
        "{PER:Tariq Mensah} left. The foreign minister of {LOC:Ghana} stayed.",
        "{PER:Tariq Mensah}, 45, left.",
        "The foreign minister met {PER:Tariq Mensah}.",
    ],
)
def test_somebody_elses_office_is_not_noted(marked: str) -> None:
    assert read(marked).actor("tariq-mensah").offices == ()


def test_a_country_without_an_office_is_where_one_is_from() -> None:
    got = read("{NORP:Ghanaian} novelist {PER:Tariq Mensah} left.")
    assert (got.actor("tariq-mensah").country, got.actor("tariq-mensah").offices) == ("GHA", ())


def test_the_span_of_an_office_is_where_the_report_says_it() -> None:
    got = read("{PER:Tariq Mensah}, {LOC:Ghana}’s foreign minister, left.")
    office = got.actor("tariq-mensah").offices[0]
    assert office.span is not None and office.span.of(got.text) == "foreign minister"


@pytest.mark.parametrize(
    ("words", "key"), [("Tariq Mensah", "tariq-mensah"), ("Jürgen O’Neill", "jurgen-oneill"), ("А-Я", "u410-2d-42f"), ("", "u")]
)
def test_keys_of_names(words: str, key: str) -> None:
    assert slug(words) == key


def test_folding_takes_case_accents_and_hyphens_away() -> None:
    assert folded("Seung-Woo") == folded("seung woo") == "seungwoo"
    assert folded("Peña") == "pena"
