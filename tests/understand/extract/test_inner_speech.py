"""Attributions inside a content, from spans the head would give: what is a second statement and what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from marked_text import doc_of

from sayso.span import Span
from sayso.understand.doc import Doc, Role
from sayso.understand.extract.attribution import Attribution
from sayso.understand.extract.inner_speech import LEAST_CUE, inner_attributions
from sayso.understand.extract.reported_speech import assemble


def nested(marked: str, inner: list[tuple[str, str, float]]) -> tuple[Doc, list[list[list[str]]]]:
    """Read a text whose inner head gives (role, words, confidence); gives the inner attributions as words."""
    doc = doc_of(marked)
    roles = [
        Role(role, Span(doc.text.index(words), doc.text.index(words) + len(words)), confidence)
        for role, words, confidence in inner
    ]
    doc = replace(doc, inner=tuple(sorted(roles, key=lambda r: r.span)))
    made = assemble(doc)
    found = inner_attributions(doc, made)
    assert all(one.outer in made for one in found)
    return doc, [[[s.of(doc.text) for s in part] for part in (one.source, one.cue, one.content)] for one in found]


OUTER = "[S:The envoy] [Q:said] [C:that {} the dam had held]."


def test_what_somebody_else_says_in_a_content_is_a_statement() -> None:
    spans = [("source", "the mayor", 0.9), ("cue", "denied", 0.9), ("content", "the dam had held", 0.9)]
    assert nested(OUTER.format("the mayor denied"), spans)[1] == [[["the mayor"], ["denied"], ["the dam had held"]]]


def with_clause(source: str, cue: str) -> list[Attribution]:
    """Give what is found in "The envoy said that SOURCE CUE the dam had held"."""
    doc = doc_of(OUTER.format(f"{source} {cue}"))
    at = doc.text.index(f"{source} {cue}")
    middle = at + len(source) + 1
    spans = {
        "source": Span(at, middle - 1),
        "cue": Span(middle, middle + len(cue)),
        "content": Span(doc.text.index("the dam"), len(doc.text) - 1),
    }
    doc = replace(doc, inner=tuple(Role(role, span, 0.9) for role, span in spans.items()))
    return inner_attributions(doc, assemble(doc))


@pytest.mark.parametrize("cue", ["thinks", "wants", "is proud of"])
def test_the_speakers_own_mind_is_none(cue: str) -> None:
    assert with_clause("he", cue) == []


@pytest.mark.parametrize(("source", "cue"), [("they", "think"), ("the mayor", "thinks"), ("he", "had told")])
def test_other_peoples_minds_and_his_own_earlier_words_are(source: str, cue: str) -> None:
    assert len(with_clause(source, cue)) == 1


def test_a_deed_in_the_passive_a_doubtful_cue_and_a_cue_without_words_are_none() -> None:
    whole = "[S:The envoy] [Q:said] [C:that the list had been agreed by noon]."
    assert nested(whole, [("cue", "had been agreed", 0.9), ("content", "the list", 0.9)])[1] == []
    sure = [("source", "the mayor", 0.9), ("content", "the dam had held", 0.9)]
    assert nested(OUTER.format("the mayor denied"), [*sure, ("cue", "denied", LEAST_CUE - 0.01)])[1] == []
    assert nested(OUTER.format("the mayor denied"), [sure[0], ("cue", "denied", 0.9)])[1] == []


def test_what_lies_outside_every_content_is_none() -> None:
    marked = "[S:The envoy] [Q:said] [C:it held]. The mayor denied the report."
    spans = [("source", "The mayor", 0.9), ("cue", "denied", 0.9), ("content", "the report", 0.9)]
    assert nested(marked, spans)[1] == []


def test_each_cue_takes_what_stands_nearest_to_it() -> None:
    marked = "[S:The envoy] [Q:said] [C:that Oslo denied the loss and Lima confirmed the gain]."
    spans = [
        ("source", "Oslo", 0.9), ("cue", "denied", 0.9), ("content", "the loss", 0.9),
        ("source", "Lima", 0.9), ("cue", "confirmed", 0.9), ("content", "the gain", 0.9),
    ]  # fmt: skip
    assert nested(marked, spans)[1] == [[["Oslo"], ["denied"], ["the loss"]], [["Lima"], ["confirmed"], ["the gain"]]]


def test_words_end_where_a_word_does() -> None:
    spans = [("source", "the mayor", 0.9), ("cue", "denied", 0.9), ("content", "the dam had he", 0.9)]
    assert nested(OUTER.format("the mayor denied"), spans)[1] == [[["the mayor"], ["denied"], ["the dam had held"]]]
