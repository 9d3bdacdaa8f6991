"""Two trees of one sentence laid side by side, and notes that settle where they differ."""

import pytest
from training.marking import Unknown
from training.tree_marking import compared, settled

# "Ana saw him ." : the second parser hangs "him" elsewhere.
SILVER = [(0, 3, 1, "nsubj"), (4, 7, -1, "root"), (8, 11, 1, "obj"), (11, 12, 1, "punct")]
OURS = {(0, 3): ((4, 7), "nsubj:pass"), (4, 7): (None, "root"), (8, 11): ((0, 3), "nmod"), (11, 12): ((4, 7), "punct")}


def test_what_both_say_is_kept_and_the_rest_is_asked() -> None:
    words = compared(SILVER, OURS)
    assert words is not None
    assert [(w["head"], w["relation"]) for w in words] == [(1, "nsubj:pass"), (-1, "root"), (None, None), (1, "punct")]
    assert (words[2]["A"], words[2]["B"]) == ([1, "obj"], [0, "nmod"])
    assert not any("A" in words[i] for i in (0, 1, 3))


def test_sentences_whose_words_are_cut_elsewhere_are_left_out() -> None:
    assert compared([(0, 7, -1, "root")], OURS) is None


def test_an_open_word_of_the_silver_tree_stays_open() -> None:
    words = compared([*SILVER[:2], (8, 11, None, None), SILVER[3]], OURS)
    assert words is not None
    assert (words[2]["head"], words[2]["relation"]) == (None, None)
    assert "A" not in words[2]


def test_notes_choose_a_side_or_give_a_head() -> None:
    sentence = {"words": compared(SILVER, OURS)}
    assert settled("7|2|A", sentence) == (2, [1, "obj"])
    assert settled("7|2|B", sentence) == (2, [0, "nmod"])
    assert settled("7|2|?", sentence) == (2, [None, None])
    assert settled("7|2|-1|root", sentence) == (2, [-1, "root"])


@pytest.mark.parametrize("line", ["7|0|A", "7|9|A", "7|2|2|obj", "7|2|4|obj", "7|2|1|dobj", "7|2"])
def test_notes_that_do_not_fit_are_named(line: str) -> None:
    with pytest.raises(Unknown):
        settled(line, {"words": compared(SILVER, OURS)})
