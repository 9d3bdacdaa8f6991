"""Noun phrases beside a place, and subjects, from parts of speech alone; silent where it is not sure."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from marked_text import doc_of

from sayso.span import Span
from sayso.understand.phrases import noun_phrase_after, noun_phrase_before, subject_of


def before(marked: str, word: str) -> str | None:
    doc = doc_of(marked)
    found = noun_phrase_before(doc, doc.text.index(word))
    return found.of(doc.text) if found else None


def after(marked: str, word: str) -> str | None:
    doc = doc_of(marked)
    found = noun_phrase_after(doc, doc.text.index(word) + len(word), ceiling=len(doc.text))
    return found.of(doc.text) if found else None


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The governor declined to comment.", "The governor"),
        ("On Monday the army declined to comment.", "the army"),
        ("The road is open, but the head of the council declined to speak.", "the head of the council"),
        ("{LOC:Sudan}’s foreign ministry declined to comment.", "Sudan’s foreign ministry"),
        ("Reporters asked, and {PER:Ana Reyes} declined to answer.", "Ana Reyes"),
        ("The {LOC:U.S.} embassy declined to comment.", "The U.S. embassy"),
    ],
)
def test_the_phrase_that_ends_right_before(marked: str, expected: str) -> None:
    assert before(marked, "declined") == expected


@pytest.mark.parametrize("marked", ["Quietly declined.", "Then, when asked, declined.", "declined"])
def test_no_phrase_before(marked: str) -> None:
    assert before(marked, "declined") is None


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("She told the radio station that aid had come.", "the radio station"),
        ("She told {ORG:Radio Norr} on Monday that aid had come.", "Radio Norr"),
        ("She told him that aid had come.", "him"),
        ("She told reporters the road was open.", "reporters"),
        ("The road was open, she told the {ORG:NRF}.", "the NRF"),
        ("The road was open, she told the {LOC:U.S.}", "the U.S."),
    ],
)
def test_the_phrase_that_follows(marked: str, expected: str) -> None:
    assert after(marked, "told") == expected


@pytest.mark.parametrize("marked", ["She told why.", "She told that aid had come.", "She told"])
def test_no_phrase_follows(marked: str) -> None:
    assert after(marked, "told") is None


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The council closed the road.", "The council"),
        ("This week {LOC:Chad} closed the border.", "Chad"),
        ("Late on Monday the two brigades left the town.", "the two brigades"),
        ("No verb here", None),
    ],
)
def test_the_subject_of_a_plain_clause(marked: str, expected: str | None) -> None:
    doc = doc_of(marked)
    found = subject_of(doc, doc.sentences[0])
    assert (found.of(doc.text) if found else None) == expected


@example("111111111111111.B1", 0, 17)
@given(st.text(alphabet="aB .,'’“”-1\n", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_phrases_of_any_text_stay_in_bounds(text: str, at: int, floor: int) -> None:
    doc = doc_of(text)
    low, high = sorted((min(at, len(text)), min(floor, len(text))))
    found = noun_phrase_before(doc, high, floor=low) if low < high else None
    assert found is None or low <= found.start < found.end <= high
    found = noun_phrase_after(doc, low, ceiling=high)
    assert found is None or low <= found.start < found.end <= len(text)
    for sentence in doc.sentences:
        subject = subject_of(doc, sentence)
        assert subject is None or Span(sentence.start, sentence.end).covers(subject)
