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
    ],
)
def test_idle(text: str) -> None:
    assert [tells_nothing(text, one) for one in find_quantities(text)] == [True]


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
    ],
)
def test_counting(text: str) -> None:
    assert [tells_nothing(text, one) for one in find_quantities(text)] == [False]
