"""Offices that a verb gives somebody or takes from him."""

from __future__ import annotations

import pytest

import sayso

pytestmark = pytest.mark.model


def _held(text: str) -> list[tuple[str, str, str | None, bool]]:
    reading = sayso.parse(text)
    keys = {actor.id: actor.key for actor in reading.actors}
    return [
        (keys[tie.subject], keys[tie.object], tie.role, tie.until is not None)
        for tie in reading.ties
        if tie.relation.value == "holds_office"
    ]


@pytest.mark.parametrize("day", ["Monday", "Wednesday", "Sunday"])
def test_a_day_may_stand_before_as(day: str) -> None:
    assert _held(f"Ada Berg resigned on {day} as director of the Norvik Group.") == [
        ("ada-berg", "norvik-group", "director", True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Norvik said Ada Berg resigned",
        "In Oslo on Monday Ada Berg joined",
        "On Monday the Norvik Group named Ada Berg as",
        "The Norvik Group fired Ada Berg as",
    ],
)
def test_a_headline_may_end_before_the_office(text: str) -> None:
    assert _held(text) == []


@pytest.mark.parametrize(("verb", "is_over"), [("stepped in", False), ("stepped up", False), ("stepped down", True)])
def test_who_steps_in_holds_the_office(verb: str, is_over: bool) -> None:
    assert _held(f"Ole Dahl {verb} as director of the Norvik Group.") == [("ole-dahl", "norvik-group", "director", is_over)]
