"""Mending: each rule of grammar over the head's attributions, and what it must leave as it is."""

from __future__ import annotations

import pytest
from marked_text import doc_of

from sayso.understand.extract.mending import mended
from sayso.understand.extract.reported_speech import assemble


def words(marked: str, pos: dict[str, str] | None = None) -> list[tuple[list[str], list[str], list[str]]]:
    doc = doc_of(marked, pos=pos)
    return [
        ([p.of(doc.text) for p in a.source], [p.of(doc.text) for p in a.cue], [p.of(doc.text) for p in a.content])
        for a in mended(doc, assemble(doc))
    ]


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said Wednesday", "said"),
        ("said on Monday", "said"),
        ("said late on Friday night", "said"),
        ("announced yesterday", "announced"),
        ("said this week", "said"),
        ("said", "said"),
        ("said in a statement", "said in a statement"),
    ],
)
def test_the_day_is_no_part_of_the_cue(cue: str, expected: str) -> None:
    assert words(f"[S1:The port] [Q1:{cue}] [C1:that two ships were late].")[0][1] == [expected]


def test_a_question_asserts_nothing() -> None:
    assert words("[S1:Which generals] [Q1:think] [C1:that the line will hold]?") == []
    assert len(words("[S1:Which generals] [Q1:think] [C1:that the line will hold] is unknown.")) == 1
    assert len(words("[S1:{PER:Ana Reyes}] [Q1:asked] [C1:“Will the line hold?”]")) == 1


def test_of_two_people_only_the_one_beside_the_cue_speaks() -> None:
    marked = "[S1:{PER:Omar Said}, the adviser of President {PER:Ana Reyes}] [Q1:said] [C1:that the talks were over]."
    assert words(marked)[0][0] == ["the adviser of President Ana Reyes"]


@pytest.mark.parametrize(
    "source", ["{PER:Omar Said} and {PER:Ana Reyes}", "{PER:Omar Said}, {PER:Ana Reyes} and others", "{PER:Omar Said}"]
)
def test_joint_speakers_stay_together(source: str) -> None:
    whole = source.replace("{PER:", "").replace("}", "")
    assert words(f"[S1:{source}] [Q1:said] [C1:that the talks were over].")[0][0] == [whole]


def test_a_number_right_before_its_giver_is_all_that_is_given() -> None:
    found = words("[C1:The new units hold the ridge, at least 700] [S1:the mission] [Q1:says].")
    assert found == [(["the mission"], ["says"], ["at least 700"])]


def test_a_clause_before_its_giver_stays_whole() -> None:
    found = words("[C1:The new units hold the ridge, which is high], [S1:the mission] [Q1:says].")
    assert found[0][2] == ["The new units hold the ridge, which is high"]


def test_a_participle_takes_the_subject_of_its_sentence() -> None:
    found = words("{LOC:Peru} recalled its envoy, [Q1:citing] [C1:threats against the embassy].")
    assert found == [(["Peru"], ["citing"], ["threats against the embassy"])]


def test_a_participle_with_a_source_keeps_it() -> None:
    found = words("The border was shut, [S1:{PER:Ana Reyes}] [Q1:saying] [C1:that floods were near].")
    assert found[0][0] == ["Ana Reyes"]


def test_a_content_without_a_cue_of_its_sentence_takes_the_verb_before_it() -> None:
    found = words("[S1:{PER:Ana Reyes}] [Q1:left] the hall. {LOC:Peru} wrote to the court, seeking [C1:the release of the crew].")
    assert (["Peru"], ["seeking"], ["the release of the crew"]) in found
