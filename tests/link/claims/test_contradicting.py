"""Which differences are shown as contradictions: of one time, alike but for one figure, and no number within both."""

import pytest

from sayso import parse
from sayso.link.claims import spoken_in
from sayso.link.claims.judging import JOINED, judged

pytestmark = pytest.mark.model


def score(one: tuple[str, str], other: tuple[str, str]) -> float:
    sides = [
        next(iter(spoken_in(parse(text, published=day, url=f"https://{text[:3]}.example/{day}")))) for day, text in (one, other)
    ]
    verdict = judged(*sides)
    assert verdict is not None and verdict.relation == "differs"
    assert judged(*reversed(sides)) == verdict
    return verdict.score


SEVEN = ("2031-05-02", "The quake in Selt killed 700 miners, the governor of Selt said.")


def test_two_tolls_of_one_day_contradict() -> None:
    assert score(SEVEN, ("2031-05-02", "The quake in Selt killed 300 miners, the army of Orra said.")) >= JOINED


def test_a_toll_of_a_week_later_does_not() -> None:
    assert score(SEVEN, ("2031-05-09", "The quake in Selt killed 900 miners, the army of Orra said.")) < JOINED


def test_a_number_within_the_bounds_of_the_other_does_not() -> None:
    assert score(SEVEN, ("2031-05-02", "The quake in Selt killed at least 300 miners, the army of Orra said.")) < JOINED
