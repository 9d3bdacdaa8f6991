"""Givers in contact clauses: "the hundreds of homes the agency says were lost"; what only looks like one."""

from __future__ import annotations

import pytest
from marked_text import read


@pytest.mark.parametrize(
    ("marked", "source", "content"),
    [
        (
            "Crews searched the 400 homes the agency says were lost to the flood.",
            "the agency",
            ["400 homes", "were lost to the flood"],
        ),
        (
            "They buried the dozens of miners the union believes have died there.",
            "the union",
            ["dozens of miners", "have died there"],
        ),
    ],
)
def test_the_giver_between_noun_and_verb(marked: str, source: str, content: list[str]) -> None:
    got = read(marked)
    (one,) = got.statements
    assert (got.source(one), got.content(one)) == ([source], content)


def test_its_figure_is_the_givers() -> None:
    got = read("Crews searched the 400 homes the agency says were lost to the flood.")
    assert got.key(got.figure("400").giver) == "agency"


@pytest.mark.parametrize(
    "marked",
    [
        "The flood was worse, the agency says is known.",
        "“The homes the agency says were lost stand,” reads a sign.",
        "The agency says were the wrong words.",
        "Homes were lost, as the agency feared would happen.",
    ],
)
def test_what_is_no_contact_clause(marked: str) -> None:
    assert not any(s.by.startswith("rule:asides") for s in read(marked).statements)
