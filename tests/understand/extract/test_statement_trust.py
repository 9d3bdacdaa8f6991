"""How far an attribution can be trusted."""

from __future__ import annotations

import pytest

from sayso.span import Span
from sayso.understand.extract.attribution import Attribution
from sayso.understand.extract.statement_trust import signs_of, trust, weights

TEXT = 'The minister of ports said "we shall not close the harbour this year". Some see a rise.'


def made(source: str, cue: str, content: str, *, confidence: float = 0.8) -> Attribution:
    """Give an attribution of words of the text."""
    places = [[Span(TEXT.index(words), TEXT.index(words) + len(words))] if words else [] for words in (source, cue, content)]
    return Attribution(*places, confidence, "head:attribution/1")


QUOTED = made("The minister of ports", "said", '"we shall not close the harbour this year"')
SCRAP = made("", "see", "a rise")


def test_a_quotation_with_its_speaker_is_trusted_more_than_a_scrap_without_one() -> None:
    assert 0 < trust(SCRAP, TEXT) < trust(QUOTED, TEXT) < 1


@pytest.mark.parametrize("sure", [0.2, 0.5, 0.9])
def test_the_heads_count(sure: float) -> None:
    less = made("The minister of ports", "said", '"we shall not close the harbour this year"', confidence=sure / 2)
    more = made("The minister of ports", "said", '"we shall not close the harbour this year"', confidence=sure)
    assert trust(less, TEXT) < trust(more, TEXT)


def test_signs_tell_what_is_there() -> None:
    quoted, scrap = signs_of(QUOTED, TEXT), signs_of(SCRAP, TEXT)
    assert {"quoted", "name", "cue first", "cue said", 'opens "we'} <= quoted.keys()
    assert {"no source", "scrap", "cue see", "opens a"} <= scrap.keys()
    assert not {"quoted", "name", "nested"} & scrap.keys()
    assert scrap["source"] == 0 and quoted["source"] > 0


def test_words_without_a_cue_have_no_gap() -> None:
    signs = signs_of(made("The minister of ports", "", "Some see a rise"), TEXT)
    assert "no cue" in signs and "cue first" not in signs and signs["gap"] == 0


def test_weights_are_of_known_signs() -> None:
    assert {"base", "heads", "no source"} <= weights().keys()
