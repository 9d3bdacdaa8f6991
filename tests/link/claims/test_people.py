"""Who is described in one telling and stands nowhere in the other; and how often, or for how long."""

import pytest

from sayso import parse
from sayso.link.claims.facets import counts_apart
from sayso.link.claims.people import people_exchanged
from sayso.link.claims.telling import Telling, telling_of
from sayso.span import Span

pytestmark = pytest.mark.model


def telling(text: str) -> Telling:
    return telling_of(parse(text), Span(0, len(text)))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The bomb was planted by a student.", "The bomb was planted by a waiter.", True),
        ("A general ordered the retreat.", "The retreat was ordered by the king.", True),
        ("Soldiers guarded the dam.", "Troops guarded the dam.", False),
        ("The suspect fled.", "A student fled.", False),
        ("Oda Brisk, a teacher, won the prize.", "Brisk won the prize.", False),
    ],
)
def test_somebody_else_is_told_by_description(one: str, other: str, expected: bool) -> None:
    assert people_exchanged(telling(one), telling(other)) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The envoy met the broker twice.", "The envoy met the broker on five occasions.", True),
        ("The envoy met the broker twice.", "On two occasions the envoy met the broker.", False),
        ("The walkout entered its third week.", "They have been out for six weeks.", True),
        ("The walkout entered its third week.", "They have been out for three weeks.", False),
    ],
)
def test_how_often_and_how_long(one: str, other: str, expected: bool) -> None:
    assert counts_apart(telling(one), telling(other)) is expected
