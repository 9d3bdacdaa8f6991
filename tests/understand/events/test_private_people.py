"""Private people: whom no state's key stands for, by the words alone."""

from __future__ import annotations

import pytest

from sayso.span import Span
from sayso.understand.events.private_people import is_one, is_somebody


@pytest.mark.parametrize(
    ("text", "words", "noun", "is_private"),
    [
        ("They held an Oran man.", "Oran man", "man", True),
        ("They held three Oran men.", "three Oran men", "man", False),
        ("They met her father.", "her father", "father", True),
        ("They held a youth.", "youth", "youth", True),
        ("They met the youth.", "youth", "youth", False),
        ("They met the minister.", "minister", "minister", False),
    ],
)
def test_one_person_or_kin(text: str, words: str, noun: str, is_private: bool) -> None:
    start = text.index(words)
    assert is_one(text, Span(start, start + len(words)), noun) is is_private


@pytest.mark.parametrize("text", ["Aasvik, 52, was shot.", "Dr. Ada Aasvik was shot.", "Aasvik's wife was shot."])
def test_a_name_is_a_persons_as_the_report_treats_it(text: str) -> None:
    assert is_somebody(text, "Aasvik")


def test_a_name_on_the_map_or_of_no_person_is_none() -> None:
    assert not is_somebody("Oslo, 52, was shot.", "Oslo")
    assert not is_somebody("They shelled Aasvik.", "Aasvik")
