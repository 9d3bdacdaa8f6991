"""A text as one letter a token: number words join, phrases are one token, small "may" is none."""

from __future__ import annotations

import pytest

from sayso.understand.calendar.kinds import letters
from sayso.understand.calendar.tokens import tokens_of


def kinds(text: str) -> list[tuple[str, str]]:
    names = {letter: name for name, letter in letters().items()}
    tokens = tokens_of(text, 0, len(text))
    return [(tokens.word(index), names[kind]) for index, kind in enumerate(tokens.kinds) if names[kind] != "other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("twenty-four", [("twenty-four", "worded")]),
        ("nineteen ninety-seven", [("nineteen ninety-seven", "year")]),
        ("two three", [("two", "worded"), ("three", "worded")]),
        ("as soon as possible", [("as soon as possible", "future")]),
        ("New Year's Day", [("New Year's Day", "holiday")]),
        ("it may march", []),
        ("$1990", []),
        ("2024-10-24", [("2024-10-24", "iso")]),
        ("the '80s", [("the", "the"), ("'80s", "decade")]),
        ("7pm", [("7", "small"), ("pm", "meridiem")]),
    ],
)
def test_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_every_kind_has_a_letter_of_its_own() -> None:
    assert len(set(letters().values())) == len(letters())
