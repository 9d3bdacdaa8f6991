"""Whose state a person is of: what the signs say, whom they rule out, and that every weight is a sign that is made."""

from __future__ import annotations

import pytest

from sayso import parse
from sayso.findings.actor import ActorKind
from sayso.understand.weighing import weights_of

RIVALS = "Togo has closed two crossings with Ghana after a raid.\n\n"


def state_of(text: str, family: str) -> str | None:
    people = [a for a in parse(text, published="2024-05-10").actors if a.kind is ActorKind.PERSON and a.name.endswith(family)]
    return people[0].country if people else None


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("Interior Minister Kofi Adu said the post was hit at dawn.", "TGO"),
        ("Ghana rejected that. Interior Minister Kofi Adu said it sold cocoa, not rifles.", "GHA"),
        ("A visiting minister, Kofi Adu, left the hall.", None),
        ("The analyst Kofi Adu said the harvest would suffer.", None),
    ],
)
def test_the_state_of_a_bare_title(sentence: str, state: str | None) -> None:
    assert state_of(RIVALS + sentence, "Adu") == state


def test_nobody_is_of_the_state_that_he_speaks_against_or_visits() -> None:
    against = "Ghana was silent. Ghana waited. Defence Minister Kofi Adu accused Ghana of arming the gang."
    assert state_of(against, "Adu") != "GHA"
    visit = "Peru sent a boat. During a visit to Norway, Defence Minister Ana Ruiz thanked the crew. Peruvian sailors waved."
    assert state_of(visit, "Ruiz") == "PER"


def test_weights_are_of_signs_for_titles_ranks_and_names() -> None:
    kinds, weights = {"state", "other", "none"}, weights_of("sayso.understand.extract", "homes.json")
    assert any(sign.startswith("only subject before") for sign in weights)
    assert {sign.split(", ")[1] for sign in weights if sign.startswith("nobody, ")} >= kinds
