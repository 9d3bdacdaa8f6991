"""Tags that words allow, by scores given by hand."""

from __future__ import annotations

import numpy as np

from sayso.understand.word_tags import tags_of

LABELS = ["NOUN", "NUM", "INTJ", "VERB"]


def tags(*rows: tuple[str, list[float]]) -> list[str]:
    return tags_of(np.array([scores for _, scores in rows], dtype=np.float32), LABELS, [word for word, _ in rows])


def test_a_word_that_counts_nothing_is_no_numeral() -> None:
    assert tags(("reports", [0.3, 0.5, 0.1, 0.1]), ("plans", [0.1, 0.1, 0.5, 0.3])) == ["NOUN", "VERB"]


def test_numerals_and_cries_stay() -> None:
    given = [0.3, 0.5, 0.1, 0.1]
    assert tags(("seven", given), ("millions", given), ("1985", given), ("XIV", given)) == ["NUM"] * 4
    assert tags(("please", [0.1, 0.1, 0.5, 0.3])) == ["INTJ"]


def test_other_tags_are_not_touched() -> None:
    assert tags(("march", [0.1, 0.2, 0.1, 0.6])) == ["VERB"]


def test_an_office_in_capitals_is_no_adverb() -> None:
    scores = np.array([[0.3, 0.7], [0.3, 0.7]], dtype=np.float32)
    assert tags_of(scores, ["PROPN", "ADV"], ["Premier", "Later"]) == ["PROPN", "ADV"]


def test_an_office_in_capitals_is_no_conjunction_either() -> None:
    scores = np.array([[0.2, 0.3, 0.5], [0.2, 0.3, 0.5]], dtype=np.float32)
    assert tags_of(scores, ["PROPN", "CCONJ", "ADV"], ["Premier", "Later"]) == ["PROPN", "ADV"]


def test_a_noun_in_s_is_no_pronoun_or_conjunction() -> None:
    scores = np.array([[0.2, 0.7, 0.1], [0.2, 0.7, 0.1], [0.2, 0.1, 0.7], [0.2, 0.1, 0.7]], dtype=np.float32)
    assert tags_of(scores, ["NOUN", "PRON", "CCONJ"], ["hikers", "others", "rebels", "versus"]) == [
        "NOUN",
        "PRON",
        "NOUN",
        "CCONJ",
    ]


def test_a_long_word_is_no_particle() -> None:
    scores = np.array([[0.3, 0.7], [0.3, 0.7]], dtype=np.float32)
    assert tags_of(scores, ["VERB", "PART"], ["failed", "to"]) == ["VERB", "PART"]
