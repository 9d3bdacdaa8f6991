"""One place told otherwise where all else is word for word alike, words that changed places, and what is not this but another."""

import pytest

from sayso import parse
from sayso.link.claims.likeness import likeness
from sayso.link.claims.polarity import not_this, polarity
from sayso.link.claims.replacing import places_changed, replaced_share
from sayso.link.claims.telling import Telling, telling_of
from sayso.span import Span

pytestmark = pytest.mark.model


def telling(text: str) -> Telling:
    return telling_of(parse(text), Span(0, len(text)))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The bishop was freed on a promise of silence.", "The bishop was freed on payment of a ransom.", True),
        ("The captain of the barge had been drinking.", "The captain of the barge had fallen asleep.", True),
        ("The treaty runs out next year.", "The treaty runs out in nine years.", True),
        ("The trial of the miller begins on Monday.", "The trial of the miller starts on Monday.", False),
        ("The bishop was freed on a promise of silence.", "Having sworn to say nothing, the bishop went free.", False),
        ("The bishop was freed.", "The bishop was freed at dawn by the guards.", False),
    ],
)
def test_one_place_is_told_otherwise(one: str, other: str, expected: bool) -> None:
    a, b = telling(one), telling(other)
    assert (replaced_share(a, b) >= 0.4) is expected
    assert replaced_share(a, b) == replaced_share(b, a)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The trainer hit the umpire.", "The umpire hit the trainer.", True),
        ("The landlord sued the tenant for fraud.", "The tenant sued the landlord for fraud.", True),
        ("The trainer hit the umpire.", "The umpire was hit by the trainer.", False),
        ("Boys and girls sang in the square.", "Girls and boys sang in the square.", False),
        ("The trainer met the umpire.", "The umpire met the trainer.", False),
    ],
)
def test_two_words_have_changed_places(one: str, other: str, expected: bool) -> None:
    assert places_changed(telling(one), telling(other)) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("It was not foxes that ate the geese of Orm.", "Foxes ate the geese of Orm.", True),
        ("What the shell hit was a bakery, and no barracks.", "The shell hit a barracks.", True),
        ("Foxes did not eat the geese of Orm.", "Foxes ate the geese of Orm.", False),
        ("It was foxes that ate the geese of Orm.", "Foxes ate the geese of Orm.", False),
    ],
)
def test_it_was_not_this(one: str, other: str, expected: bool) -> None:
    a, b = telling(one), telling(other)
    assert not_this(a, b, likeness(a.matter, b.matter)) is expected


def test_what_a_negation_reaches_on_one_side_only_is_told_from_either_side() -> None:
    a, b = telling("The lock was not repaired."), telling("The lock was repaired.")
    found = polarity(a, b, likeness(a.matter, b.matter))
    assert found == polarity(b, a, likeness(b.matter, a.matter))
    assert found["one negates"] == 1.0
    assert found["turned share"] > 0.4
