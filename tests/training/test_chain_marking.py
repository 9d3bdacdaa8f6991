"""Notes of annotators on who means whom → places in the text."""

import pytest
from training.chain_marking import places_in
from training.marking import Unknown

TEXT = "Ana Sol met her envoy. She thanked him, and she left with her driver and her dog."
SEGMENT = {"n": 7, "sentences": [[0, 22], [23, len(TEXT)]]}


def test_words_are_placed_in_their_sentence() -> None:
    assert [TEXT[s:e] for s, e in places_in("0: Ana Sol; 0: her; 1: She; 1: she", SEGMENT, TEXT)] == [
        "Ana Sol",
        "her",
        "She",
        "she",
    ]


def test_words_that_stand_twice_are_told_apart_or_all_meant() -> None:
    assert places_in("1: her#2", SEGMENT, TEXT) == [[TEXT.rindex("her"), TEXT.rindex("her") + 3]]
    assert len(places_in("1: her*", SEGMENT, TEXT)) == 2


@pytest.mark.parametrize("words", ["1: her", "2: she", "1: he", "she", "1: his*"])
def test_what_is_not_told_apart_is_not_guessed(words: str) -> None:
    with pytest.raises(Unknown):
        places_in(words, SEGMENT, TEXT)
