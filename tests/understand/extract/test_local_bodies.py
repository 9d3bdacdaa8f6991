"""Towns and regions become bodies of the cast only where somebody named holds an office of them."""

from __future__ import annotations

import pytest

import sayso

pytestmark = pytest.mark.model


def _bodies(text: str) -> dict[str, str | None]:
    reading = sayso.parse(text)
    return {actor.key: actor.country for actor in reading.actors if actor.sector == "GOV" and actor.kind == "organisation"}


@pytest.mark.parametrize(
    ("text", "key", "country"),
    [
        ("Ohio Governor Ada Berg closed the bridge on Monday.", "ohio", "USA"),
        ("Ada Berg, the mayor of Bergen, closed the bridge on Monday.", "bergen", "NOR"),
        ("Sen. Ada Berg, D-Va., voted against the bridge on Monday.", "virginia", "USA"),
        ("The Paris prosecutor, Luc Maes, closed the case on Monday.", "paris", "FRA"),
    ],
)
def test_a_place_with_an_officer_is_a_body(text: str, key: str, country: str) -> None:
    assert _bodies(text).get(key) == country


@pytest.mark.parametrize(
    "text",
    [
        "Ohio lawyer Ada Berg closed the case on Monday.",
        "Ada Berg drove from Bergen to Oslo on Monday.",
        "The governor of Ohio closed the bridge on Monday.",
        "Ohio sued the governor, Ada Berg said on Monday.",
    ],
)
def test_a_place_alone_is_none(text: str) -> None:
    assert _bodies(text) == {}


def test_its_words_stay_a_place() -> None:
    reading = sayso.parse("Ada Berg, the mayor of Bergen, closed the bridge on Monday.")
    assert [place.name for place in reading.places] == ["Bergen"]
