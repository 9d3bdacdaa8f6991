"""Speech within reported speech: both levels are statements, whichever of them comes first in the text."""

from __future__ import annotations

import pytest
from marked_text import Read, read

from sayso.findings.statement import Channel


def chain(got: Read, words: str) -> list[str | None]:
    """Give the speakers from the one who says the words outwards."""
    by_id = {s.id: s for s in got.statements}
    found, one = [], got.said(words)
    while True:
        found.append(got.key(one.speaker))
        if one.within is None:
            return found
        one = by_id[one.within]


@pytest.mark.parametrize(
    "marked",
    [
        "[S1:State television] [Q1:reported] that [S2:the governor of {LOC:Kassala}] [Q2:said] [C2:the dam had held].",
        "[S1:State television] [Q1:reported] [C1:that the governor of {LOC:Kassala} said that the dam had held].",
        "[S2:The governor of {LOC:Kassala}] [Q2:said] [C2:the dam had held], [S1:state television] [Q1:reported].",
        "[S2:The governor of {LOC:Kassala}] [Q2:said] [C2:the dam had held], state television reported.",
        "[S2:The governor of {LOC:Kassala}] [Q2:said], [C2:“the dam had held,”] [S1:state television] [Q1:reported].",
    ],
)
def test_both_levels_are_statements(marked: str) -> None:
    got = read(marked)
    assert len(got.statements) == 2
    inner = got.said("the dam had held")
    assert got.source(inner)[0].lower() == "the governor of kassala"
    outer = next(s for s in got.statements if s.id == inner.within)
    assert got.source(outer)[0].lower() == "state television"
    assert inner.relayed_by is not None and inner.relayed_by.span == outer.source[0]
    assert inner.relayed_by.actor == outer.speaker
    assert outer.within is None and outer.relayed_by is None


def test_a_relaying_outlet_is_the_channel() -> None:
    got = read("[S1:Local media] [Q1:reported] that [S2:the mayor of {LOC:Goma}] [Q2:said] [C2:the airport was shut].")
    assert got.said("the mayor of Goma said").channel is Channel.REPORT
    assert [got.key(s.speaker) for s in got.statements][0] == "local-media"


def test_a_quotation_that_contains_said_is_one_statement() -> None:
    got = read("[S1:{PER:Ana Reyes}] [Q1:said]: [C1:“My mother said the river never sleeps.”]")
    assert len(got.statements) == 1


@pytest.mark.parametrize(
    "marked",
    [
        "[S1:{PER:Ana Reyes}] [Q1:said] [C1:that the patrol found the road open].",  # a finding is a deed here
        "[S1:{PER:Ana Reyes}] [Q1:said] [C1:that the company reported a profit].",
        "[S1:{PER:Ana Reyes}] [Q1:said] [C1:that the army had left].",
    ],
)
def test_a_deed_inside_a_content_is_no_second_statement(marked: str) -> None:
    assert len(read(marked).statements) == 1


def test_thoughts_and_wishes_relay_nothing() -> None:
    got = read("[S1:{PER:Ana Reyes}] [Q1:believes] [C1:that the ministry said that tents would come].")
    inner = next((s for s in got.statements if s.within), None)
    assert inner is not None and inner.relayed_by is None


def test_two_speakers_of_one_sentence_are_not_nested() -> None:
    got = read("[S1:The guild] [Q1:said] [C1:wages were late], but [S2:the mine] [Q2:said] [C2:all was paid].")
    assert [s.within for s in got.statements] == [None, None]


def test_ids_run_in_text_order_and_within_points_at_one_of_them() -> None:
    got = read(
        "[S1:Local media] [Q1:reported] that [S2:the mayor] [Q2:said] [C2:the bridge fell]. [S3:The army] [Q3:denied] [C3:it]."
    )
    assert [s.id for s in got.statements] == [f"s{n}" for n in range(1, len(got.statements) + 1)]
    assert chain(got, "the bridge fell") == ["mayor", "local-media"]
