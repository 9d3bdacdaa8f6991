"""Wordings at which edges are off by a word or two, on marked texts without a tree."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from marked_text import doc_of

from sayso.understand.doc import Doc
from sayso.understand.extract.attribution import Attribution
from sayso.understand.extract.reported_speech import assemble
from sayso.understand.extract.wordings import called_on, parted_phrase, said_without


def mended(rule: Callable[[Doc, Attribution], None], marked: str) -> list[list[str]]:
    doc = doc_of(marked)
    (one,) = assemble(doc)
    rule(doc, one)
    return [[s.of(doc.text) for s in part] for part in (one.cue, one.content)]


def test_a_cue_of_two_words_has_both_where_its_object_stands_between() -> None:
    assert mended(parted_phrase, "[S:Lima] [Q:has ruled] [C:that out]") == [["has ruled", "out"], ["that"]]
    assert mended(parted_phrase, "[S:Rome] [Q:brushed] [C:the complaint aside as idle]") == [
        ["brushed", "aside"],
        ["the complaint", "as idle"],
    ]


@pytest.mark.parametrize(
    "marked", ["[S:Lima] [Q:said] [C:that out there it rained]", "[S:The court] [Q:ruled] [C:that the mayor was out]"]
)
def test_a_particle_of_another_verb_is_no_part_of_the_cue(marked: str) -> None:
    assert len(mended(parted_phrase, marked)[0]) == 1


def test_who_is_called_on_belongs_to_the_words() -> None:
    assert mended(called_on, "[S:She] [Q:called] on Rome [C:to free the crew]") == [["called on"], ["Rome to free the crew"]]
    assert mended(called_on, "[S:She] [Q:called] [C:him to say no]") == [["called"], ["him to say no"]]


def test_what_is_left_unsaid_is_no_part_of_the_words() -> None:
    marked = "[C:The mayor has left], [S:the daily] [Q:wrote without naming] [C:its source]."
    assert mended(said_without, marked) == [["wrote"], ["The mayor has left"]]
