"""Offices beside names become ties: only with an owner that the report names, former ones with an end, envoys with their host."""

from __future__ import annotations

from datetime import date

import pytest
from marked_text import Read, read

from sayso.findings.tie import Relation, Tie
from sayso.when import When


def offices(got: Read) -> list[Tie]:
    return [tie for tie in got.reading.ties if tie.relation is Relation.HOLDS_OFFICE]


@pytest.mark.parametrize(
    ("marked", "role", "owner"),
    [
        ("{NORP:Ghanaian} Foreign Minister {PER:Tariq Mensah} left.", "Foreign Minister", "GHA"),
        ("{PER:Tariq Mensah}, {LOC:Ghana}’s deputy foreign minister, left.", "deputy foreign minister", "GHA"),
        (
            "{PER:Tariq Mensah}, a spokesman for the {NORP:Ghanaian} foreign ministry, left.",
            "spokesman",
            "ghana-foreign-ministry",
        ),
        ("{PER:Tariq Mensah}, the director of research at {ORG:Norvik}, left.", "director", "norvik"),
    ],
)
def test_an_office_with_its_owner_is_a_tie(marked: str, role: str, owner: str) -> None:
    got = read(marked)
    (tie,) = offices(got)
    assert (tie.role, got.key(tie.object), tie.until) == (role, owner, None)
    assert "Tariq Mensah" in tie.evidence[-1].of(got.text)


@pytest.mark.parametrize(
    "marked",
    [
        "President {PER:Tariq Mensah} left.",  # of what, the report does not say
        "{NORP:Ghanaian} novelist {PER:Tariq Mensah} left.",  # no office
        "{NORP:Ghanaian} student {PER:Tariq Mensah} left.",
        "{NORP:Ghanaian} president-elect {PER:Tariq Mensah} left.",  # not yet
        "{PER:Tariq Mensah}, a spokesman for the Dock Workers of {LOC:America}, left.",  # a piece of another name
        "{PER:Tariq Mensah}, the {ORG:Norvik} founder, left.",
        "{PER:Vladimir Putin} left.",  # the lexicon's word alone is none
    ],
)
def test_what_is_no_tie(marked: str) -> None:
    assert offices(read(marked)) == []


@pytest.mark.parametrize(
    ("published", "until"),
    [(date(2024, 10, 24), When(None, date(2024, 10, 24), "Former")), (None, When(None, None, "Former"))],
)
def test_a_former_office_has_ended_before_the_report_and_no_day_is_made_up(published: date | None, until: When) -> None:
    (tie,) = offices(read("Former {NORP:Ghanaian} President {PER:Tariq Mensah} left.", published=published))
    assert tie.until == until


def test_an_envoy_is_accredited_where_the_words_say() -> None:
    got = read("{PER:Tariq Mensah}, {LOC:Ghana}’s ambassador to {LOC:Chad}, left.")
    (tie,) = offices(got)
    assert (got.key(tie.object), got.key(tie.accredited_to)) == ("GHA", "TCD")


def test_the_title_of_another_name_is_not_the_first_ones() -> None:
    got = read("The envoy, {PER:Luc Maes}, {LOC:Ghana}’s foreign minister {PER:Tariq Mensah} and a clerk met.")
    assert [got.key(tie.subject) for tie in offices(got)] == ["tariq-mensah"]
