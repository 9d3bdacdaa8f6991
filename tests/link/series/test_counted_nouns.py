"""Whether two figures count one thing: by the noun, and not by what stands before it."""

import pytest
from numbers_given import soldiers

from sayso.link.claims.words import is_function, stem
from sayso.link.series.nouns import are_of_one_noun, noun_of


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Pelmish vehicles", "Pelmish buildings", False),
        ("soldiers of Pelm", "Pelmish soldiers", True),
        ("Pelmish", "Pelmish soldiers", True),
        ("mortar systems", "artillery systems", False),
        ("artillery systems", "systems", True),
        ("", "artillery systems", True),
    ],
)
def test_nouns(one: str, other: str, same: bool) -> None:
    ones = [
        soldiers(of=of, things=frozenset(stem(w) for w in of.split() if not is_function(w)) | noun_of(of) if of else frozenset())
        for of in (one, other)
    ]
    assert are_of_one_noun(*ones) is same
    assert are_of_one_noun(*reversed(ones)) is same
