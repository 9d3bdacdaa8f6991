"""Syntactic words as UD English cuts them, and the encoder's tokens they begin at."""

from __future__ import annotations

import re

import pytest

from sayso.span import Span
from sayso.understand.words import words_of


def cut(text: str) -> list[str]:
    tokens = [m.start() for m in re.finditer(r"\w+|[^\w\s]", text)]
    spans, _ = words_of(text, [Span(0, len(text))], tokens)
    return [span.of(text) for span in spans]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They didn’t go.", ["They", "did", "n’t", "go", "."]),
        ("She can't say it's hers", ["She", "ca", "n't", "say", "it", "'s", "hers"]),
        ("Norland’s envoy", ["Norland", "’s", "envoy"]),
        ("the villagers' wells", ["the", "villagers", "'", "wells"]),
        ("the U.S. navy at 3 p.m., Mr. Lund", ["the", "U.S.", "navy", "at", "3", "p.m.", ",", "Mr.", "Lund"]),
        ("3,000 of 10.5bn in 2024/25", ["3,000", "of", "10.5bn", "in", "2024/25"]),
        ("a well-known $5 fee", ["a", "well", "-", "known", "$", "5", "fee"]),
        ("see https://olm.example/a?b=1, or @Olm_Port", ["see", "https://olm.example/a?b=1", ",", "or", "@Olm_Port"]),
        ("Wait... no -- go", ["Wait", "...", "no", "--", "go"]),
    ],
)
def test_words_are_cut_as_the_treebank_cuts_them(text: str, words: list[str]) -> None:
    assert cut(text) == words


def test_a_word_begins_at_its_first_token_and_one_inside_a_token_is_none() -> None:
    text = "The U.S. navy didn't"
    starts = [0, 4, 5, 6, 7, 9, 14, 18, 19]  # The U . S . navy didn ' t
    spans, firsts = words_of(text, [Span(0, len(text))], starts)
    assert [s.of(text) for s in spans] == ["The", "U.S.", "navy", "did", "n't"]
    assert firsts == [0, 1, 5, 6, 7]
    spans, _ = words_of("in 5bn", [Span(0, 6)], [0, 3])
    assert [s.of("in 5bn") for s in spans] == ["in", "5bn"]


def test_words_do_not_cross_paragraphs() -> None:
    text = "Mr.\nLund"
    spans, _ = words_of(text, [Span(0, 3), Span(4, 8)], [0, 2, 4])
    assert [s.of(text) for s in spans] == ["Mr", ".", "Lund"]
