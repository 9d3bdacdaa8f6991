"""Numbers that tell nothing of how many are no figures; the same words with a number that counts are."""

from __future__ import annotations

import pytest

from sayso.understand.extract.figure_idle import tells_nothing
from sayso.understand.numbers.quantities import find_quantities


@pytest.mark.parametrize(
    "text",
    [
        "It was one of the worst days of the war.",
        "She is one of the town's richest traders.",
        "Norrland is one of the most open states.",
        "Talks between the two countries began.",
        "The envoys of these two rival powers met.",
        "They met for the first time.",
        "He was fined for the third time.",
        "He was one of the major backers of the plan.",
        "The port, one of the town's hubs, was shut.",
        "She was held at one of the camps.",
        "One of them said the road was shut.",
        "Both had the list, and one of them used it.",
        "Here are seven things to know about the vote.",
        "He gave ten reasons for the delay.",
        "There are eight ways to vote.",
        "One witness said the convoy had left.",
        "One resident, who gave no name, told reporters so.",
        "That is but one type of fraud.",
        "One way to end the war is a truce.",
        "In one case a guard sold phones.",
        "One poll had her ahead while another had her behind.",
        "The difference between the two is the cost.",
        "In May the two signed a border treaty.",
        "He was jailed three years ago.",
        "He left two weeks later.",
        "It has grown over the past four years.",
        "It fell in the first two months of the year.",
        "One of those named in the list has left the country.",
        "One senator has claimed that the fleet was lost.",
        "One of the traders opened a shop.",
        "It is notable for two other reasons.",
        "He was seen in the first week of March.",
        "The town pays for 24-hour patrols.",
        "They support a two-state solution.",
        "Three-way talks began.",
    ],
)
def test_idle(text: str) -> None:
    assert [tells_nothing(text, one) for one in find_quantities(text)] == [True]


def test_the_base_of_a_rate() -> None:
    text = "The town had 169 murders per 100,000 inhabitants."
    assert [tells_nothing(text, one) for one in find_quantities(text)] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "Two countries left the pact.",
        "One of the ships from the west sank.",
        "One of the protest leaders was held.",
        "The two ships sank.",
        "The three countries met.",
        "Norrland came first in the vote.",
        "The two hundred leaders met.",
        "One of them was killed.",
        "One of them, a child, died.",
        "Only one of the bridges was left.",
        "One soldier was killed.",
        "One man was arrested on Monday.",
        "The three were held on Monday.",
        "The two ships were sunk.",
        "The truce would last 60 days.",
        "The truce is a 24-hour ceasefire.",
        "Gunmen shot one of the guards.",
        "One of the trains crashed.",
        "He won for the second year in a row.",
        "It was the eighth ship to sink there.",
        "He was held three years before being freed.",
        "He has led the party for the past ten years.",
        "The four-storey tower fell.",
    ],
)
def test_counting(text: str) -> None:
    assert [tells_nothing(text, one) for one in find_quantities(text)] == [False]


@pytest.mark.parametrize(
    ("text", "idle"),
    [
        ("Norrland has two brigades. He was told of the two units.", [False, True]),
        ("Two ferries sailed. The two ships sank.", [False, False]),
        ("Two ferries sailed. Guards seized the two ships.", [False, False]),
        ("He was told of the two units.", [False]),
    ],
)
def test_two_told_of_before(text: str, idle: list[bool]) -> None:
    assert [tells_nothing(text, one) for one in find_quantities(text)] == idle
