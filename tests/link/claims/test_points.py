"""Which words carry the point of a telling, and how far a sign of the future reaches."""

import pytest

from sayso import parse
from sayso.link.claims.facets import NOT_YET
from sayso.link.claims.points import in_reach, point_of
from sayso.link.claims.telling import Telling, telling_of
from sayso.span import Span

pytestmark = pytest.mark.model


def telling(text: str) -> Telling:
    return telling_of(parse(text), Span(0, len(text)))


def point(text: str) -> set[str]:
    return {word.stem for word in point_of(telling(text))}


def test_the_main_clause_carries_the_point() -> None:
    assert point("The harbour reopened after the storm had passed.") == {"harbour", "reopen"}


def test_a_clause_put_first_does_not() -> None:
    found = point("After the storm had passed, the harbour reopened.")
    assert {"harbour", "reopen"} <= found
    assert "storm" not in found


def test_what_has_no_clause_is_all_point() -> None:
    assert point("Harbour reopened") == {"harbour", "reopen"}


def reached(text: str) -> set[str]:
    found = telling(text)
    places = in_reach(found, NOT_YET)
    return {word.stem for word in found.body if word.at in places}


def test_a_sign_of_the_future_reaches_what_follows_it_in_its_clause() -> None:
    assert "cut" in reached("The firm plans to cut 500 jobs.")
    assert "harbour" not in reached("The harbour reopened, and ships will enter it again.")
    assert not reached("The firm has cut 500 jobs.")
