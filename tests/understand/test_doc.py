"""Doc: what stands where, asked by character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_text import doc_of

from sayso.report import Report
from sayso.span import Span
from sayso.understand.doc import Doc

TEXT = "[C:“The road is shut,”] [S:{PER:Ana Reyes}] [Q:said].\nShe left at noon. [C:“Nobody came.”]"
EMPTY = Doc(Report(""), (), (), (), (), (), (), (), (), ())


def test_tokens_in_a_span_begin_in_it() -> None:
    doc = doc_of(TEXT)
    at = doc.text.index("Ana")
    assert [doc.word(i) for i in doc.tokens_in(Span(at, at + 14))] == ["Ana", "Reyes", "said"]
    assert [doc.word(i) for i in doc.tokens_in(Span(at + 1, at + 5))] == ["Reyes"]
    assert len(doc.tokens_in(Span(at + 1, at + 2))) == 0


def test_sentence_and_paragraph_of_a_character() -> None:
    doc = doc_of(TEXT)
    at = doc.text.index("noon")
    assert doc.sentence_at(at).of(doc.text) == "She left at noon."
    assert doc.sentences[doc.sentence_number(at)] == doc.sentence_at(at)
    assert doc.paragraph_at(at).of(doc.text) == "She left at noon. “Nobody came.”"
    assert doc.sentence_at(0) == doc.sentences[0]


def test_quotation_of_a_character_holds_its_marks() -> None:
    doc = doc_of(TEXT)
    assert doc.quotation_at(0) == doc.quotation_at(5) == doc.quotations[0]
    assert doc.quotation_at(doc.quotations[0].span.end) is None
    assert doc.quotation_at(len(doc.text) - 1) == doc.quotations[1]
    assert doc.quotations_in(Span(0, len(doc.text))) == doc.quotations
    assert doc.quotations_in(Span(doc.text.index("Ana"), doc.text.index("noon"))) == ()


def test_a_doc_without_text_answers_too() -> None:
    assert EMPTY.sentence_at(0) == EMPTY.paragraph_at(3) == Span(0, 1)
    assert EMPTY.sentence_number(0) == 0
    assert EMPTY.quotation_at(0) is None
    assert list(EMPTY.tokens_in(Span(0, 4))) == []


@given(st.text(alphabet="ab .“”\n\"'", max_size=80), st.integers(0, 90))
def test_any_character_has_a_place(text: str, offset: int) -> None:
    doc = doc_of(text)
    if doc.sentences:
        assert doc.sentence_at(offset) in doc.sentences and doc.paragraph_at(offset) in doc.paragraphs
    held = [q for q in doc.quotations if q.span.start <= offset < q.span.end]
    assert doc.quotation_at(offset) == (held[0] if held else None)
    window = Span(offset, offset + 5)
    assert doc.quotations_in(window) == tuple(q for q in doc.quotations if q.span.overlaps(window))
    assert [doc.tokens[i] for i in doc.tokens_in(window)] == [t for t in doc.tokens if window.start <= t.start < window.end]


@pytest.mark.parametrize(("marked", "expected"), [("[S1:A] [Q1:said] [C1:b]. [S2:D] [Q2:said] [C2:e].", [0, 1])])
def test_marks_tie_roles_to_their_cues(marked: str, expected: list[int]) -> None:
    doc = doc_of(marked)
    assert [max(s.links, key=lambda link: link[1])[0] for s in doc.sources] == expected
    assert doc.text == "A said b. D said e."
