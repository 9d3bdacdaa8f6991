"""Sentences: trimmed, in order, inside their paragraphs, on any text; the known slips of the library are mended."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.span import Span
from sayso.understand.quotation_marks import paragraphs_of
from sayso.understand.sentences import LONGEST, sentences_of


def split(text: str) -> list[str]:
    return [s.of(text) for s in sentences_of(text, tuple(paragraphs_of(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The road is open. The bridge is not.", ["The road is open.", "The bridge is not."]),
        (
            "Gen. Omar Siddig arrived at 3 p.m. Friday in Port Sudan.",
            ["Gen. Omar Siddig arrived at 3 p.m. Friday in Port Sudan."],
        ),
        ("A U.S. Navy ship left.", ["A U.S. Navy ship left."]),
        ("The DPRK-U.S. talks failed. They met Ms. Haddad.", ["The DPRK-U.S. talks failed.", "They met Ms. Haddad."]),
        ("He chose plan B. They left.", ["He chose plan B.", "They left."]),
        ("She met Lt. Col. Ana Reyes on Oct. 3. He left.", ["She met Lt. Col. Ana Reyes on Oct. 3.", "He left."]),
        ("The army left. “We saw them go,” a farmer said.", ["The army left.", "“We saw them go,” a farmer said."]),
        (
            "“We saw them,” said Ana Reyes. “We saw them all.",
            ["“We saw them,” said Ana Reyes.", "“We saw them all."],
        ),
        ("A headline\nThe text begins.", ["A headline", "The text begins."]),
        ("Inflation rose 3.5 percent. Prices fell.", ["Inflation rose 3.5 percent.", "Prices fell."]),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def check(text: str, paragraphs: tuple[Span, ...]) -> None:
    found = sentences_of(text, paragraphs)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    for sentence in found:
        assert sentence.of(text) == sentence.of(text).strip() != ""
        assert sum(p.covers(sentence) for p in paragraphs) == 1
    for paragraph in paragraphs:
        kept = "".join(s.of(text) for s in found if paragraph.covers(s))
        assert "".join(kept.split()) == "".join(paragraph.of(text).split())


@settings(deadline=None)
@given(st.text(max_size=300) | st.text(alphabet=" .!?“”\"‘’'ABab\n1…。\u200b\x00", max_size=200))
def test_nothing_is_lost_on_any_text(text: str) -> None:
    check(text, tuple(paragraphs_of(text)))


@pytest.mark.parametrize("line", ["a" * (2 * LONGEST + 7), "word " * LONGEST, ". " * LONGEST, "“" * LONGEST * 2])
def test_a_line_without_end_is_cut_and_kept_whole(line: str) -> None:
    check(line, tuple(paragraphs_of(line)))
