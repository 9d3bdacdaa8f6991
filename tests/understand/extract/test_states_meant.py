"""Offices whose state stands elsewhere: the sentence before, the capital a sentence is set in, the report's one state; and where nobody is meant."""

from __future__ import annotations

import pytest
from marked_text import read


@pytest.mark.parametrize(
    ("marked", "state"),
    [
        ("{LOC:Ghana} paid. {LOC:Ghana} waited. {NORP:Ghanaian} boats sailed. Prime Minister {PER:Kofi Adu} left.", "GHA"),
        ("{LOC:Ghana} paid. {LOC:Togo} waited. {NORP:Togolese} boats sailed. Prime Minister {PER:Kofi Adu} left.", "TGO"),
        ("In {LOC:Accra} the foreign minister, {PER:Kofi Adu}, left.", "GHA"),
        ("Prime Minister {PER:Kofi Adu} of {LOC:Ghana} left.", "GHA"),
        ("{LOC:Ghana} paid. Its foreign minister, {PER:Kofi Adu}, left.", "GHA"),
        ("{LOC:Ghana} paid. {LOC:Ghana} waited. {NORP:Ghanaian} boats sailed. Queen {PER:Ama Adu} left.", None),
        ("{LOC:Ghana} paid. {LOC:Ghana} waited. {NORP:Ghanaian} boats sailed. A visiting minister, {PER:Kofi Adu}, left.", None),
    ],
)
def test_the_state_of_an_office(marked: str, state: str | None) -> None:
    person = next(a for a in read(marked).reading.actors if a.name.endswith(" Adu"))
    assert person.country == state
    assert [o.of for o in person.offices] == [state]


@pytest.mark.parametrize(("marked", "key"), [
    ("{LOC:Ghana} met {LOC:Jordan}. Boats came to the desert kingdom.", "JOR"),
    ("{LOC:Jordan} met {LOC:Ghana}. Boats came to the desert kingdom.", "JOR"),
    ("{LOC:Ghana} met {LOC:Chad}. Boats came to the desert kingdom.", None),
])  # fmt: skip
def test_a_form_of_state_is_a_state_of_that_form(marked: str, key: str | None) -> None:
    found = read(marked)
    assert [k for k in found.actor_keys() if "desert kingdom" in found.mentions(k)] == ([key] if key else [])


@pytest.mark.parametrize(
    ("marked", "state"),
    [
        ("{LOC:Peru}'s foreign ministry spoke of {LOC:Chad}. The minister, {PER:Kofi Adu}, left.", "PER"),
        ("ACCRA - {LOC:Ghana} paid.\n\nLOMÉ - {LOC:Togo} waited. The foreign minister, {PER:Kofi Adu}, left.", "TGO"),
        ("ACCRA - {LOC:Ghana} paid.\n\nLIMA - {LOC:Peru} and {LOC:Chad} met. The foreign minister, {PER:Kofi Adu}, left.", "PER"),
        ("ACCRA/KUMASI - {LOC:Ghana} paid. {LOC:Chad} and {LOC:Togo} waited. Prime Minister {PER:Kofi Adu} left.", "GHA"),
    ],
)
def test_the_state_of_an_office_in_what_a_paragraph_is_about(marked: str, state: str | None) -> None:
    person = next(a for a in read(marked).reading.actors if a.name.endswith(" Adu"))
    assert person.country == state
