"""A title of state without a state is of whoever does what is told right before, else of the state the whole report speaks for."""

from __future__ import annotations

import pytest

import sayso

pytestmark = pytest.mark.model


def owners(text: str, name: str) -> list[str]:
    reading = sayso.parse(text, published="2024-05-10")
    keys = {actor.id: actor.key for actor in reading.actors}
    return [keys[tie.object] for tie in reading.ties if keys[tie.subject] == name and tie.relation == "holds_office"]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("RIGA — Latvia closed the port. Peru sent a tug to Latvia.\n\nEnergy Minister Ada Berg swam home.", "LVA"),
        ("Peru asked for tugs. Peruvian sailors waited.\n\nLatvia closed the port. Energy Minister Ada Berg swam home.", "LVA"),
        ("Latvia has closed the port to tugs from Peru, President Ada Berg said. Latvian sailors waited.", "LVA"),
    ],
)
def test_the_state_that_acts_is_the_one_of_a_bare_title(text: str, state: str) -> None:
    assert owners(text, "ada-berg") == [state]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Latvia quarrelled over the port. Energy Minister Ada Berg stayed at home.",
        "RIGA — Latvia closed the port. Kurzeme's energy minister, Ada Berg, swam home.",
    ],
)
def test_nobody_is_meant_where_no_state_is_ahead_or_another_owner_stands_before(text: str) -> None:
    assert owners(text, "ada-berg") == []
