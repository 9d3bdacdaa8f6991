"""Notes of annotators on attributions → places in the text."""

import pytest
from training.marking import Unknown
from training.speech_marking import _attribution

TEXT = "Ana Reyes said on Monday that the port was shut and that the port #4 was dry. “We wait,” she added."
SEGMENT = {"n": 7, "sentences": [[0, 77], [78, len(TEXT)]]}


def words(line):
    made = _attribution(line, SEGMENT, TEXT)
    return {role: [TEXT[s:e] for s, e in made[role]] for role in ("source", "cue", "content")} | {"inner": made["inner"]}


def test_pieces_stretches_and_other_sentences():
    assert words("7|0|A|Ana Reyes|said|that the port#1 … was dry ;; 1: “We wait,”") == {
        "source": ["Ana Reyes"], "cue": ["said"], "content": ["that the port was shut and that the port #4 was dry", "“We wait,”"], "inner": False,
    }  # fmt: skip


def test_a_mark_of_the_text_is_no_number_of_the_note():
    assert words("7|0|I||said|the port #4 … dry")["content"] == ["the port #4 was dry"]


@pytest.mark.parametrize(
    "line", ["7|0|A|Ana Reyes|said|the port", "7|0|A|Ana Reyes|said|that#1 … the port", "7|0|A|Ana Reyes|said|", "7|0|B||said|dry", "7|0|A||said|absent"]
)  # fmt: skip
def test_what_is_not_told_apart_is_not_guessed(line):
    with pytest.raises(Unknown):
        _attribution(line, SEGMENT, TEXT)


def test_a_passage_without_any():
    assert _attribution("7|-", SEGMENT, TEXT) is None
