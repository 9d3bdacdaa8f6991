"""What is left of a telling: stems, numbers by their value, no words of reporting."""

from __future__ import annotations

import pytest

from sayso.link.origins.mastheads import Mastheads, publisher_named
from sayso.link.origins.terms import numbers_in, terms_of
from sayso.link.origins.voices import body_terms
from sayso.report import Report
from sayso.span import Span


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("nineteen men", "#19"),
        ("19 men", "#19"),
        ("Thirty-one smugglers", "#31"),
        ("four hundred families", "#400"),
        ("6,000 reservists", "#6000"),
        ("six thousand reservists", "#6000"),
        ("3 million crowns", "#3000000"),
        ("three million crowns", "#3000000"),
        ("1.5 metres", "#1.5"),
    ],
)
def test_numbers_are_told_by_their_value(words: str, number: str) -> None:
    assert numbers_in(terms_of(words)) == {number}


def test_forms_of_a_word_are_one_and_reporting_is_left_out() -> None:
    assert terms_of("Nineteen miners are trapped, the paper reports") == terms_of("nineteen trapped miners")
    assert terms_of("it has sold eight icons") == terms_of("eight icons it sells")


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("the spokesman of Vadia's navy", "the navy of Vadia", True),
        ("Halm's farm minister", "the farm ministry of Halm", True),
        ("Halm's farm ministry", "Halm's defence ministry", False),
        ("the mayor of Gost", "Gost", False),
    ],
)
def test_bodies_are_the_same_by_what_tells_them_apart(one: str, other: str, is_same: bool) -> None:
    assert (body_terms(one) == body_terms(other)) is is_same


def test_outlets_are_found_by_the_lexicon_and_by_the_reports_at_hand() -> None:
    known = Mastheads([Report(text="x", outlet="The Hill Echo")])
    text = "The Hill Echo, the Associated Press and AP report it; a diplomat told the insider so."
    assert [each.outlet.key for each in known.named_in(text, Span(0, len(text)))] == [
        "outlet:hill echo",
        "agency:associated-press",
        "agency:associated-press",
    ]


@pytest.mark.parametrize(
    ("outlet", "name"),
    [
        ("Halm's fire brigade", "Halm's fire brigade"),
        ("the account of Dora Wick", "Dora Wick"),
        ("@dorawick", "Dora Wick"),
        ("Dora Wick on Chirper", "Dora Wick"),
        ("The Hill Echo", None),
        ("Bank of Halm Review", None),
        ("The Times of India", None),
    ],
)
def test_who_publishes_for_himself_is_told_from_an_outlet(outlet: str, name: str | None) -> None:
    assert publisher_named(outlet, {"Dora Wick"}) == name
