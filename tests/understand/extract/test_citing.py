"""Whom a report cites is a source of his own."""

from __future__ import annotations

import pytest
from marked_text import Read, read


def cited(got: Read) -> list[tuple[list[str], list[str]]]:
    return [(got.source(s), got.content(s)) for s in got.statements if s.within]


@pytest.mark.parametrize(
    "marked",
    [
        "[S:The paper] [Q:reported], citing two officials, [C:that the bank had closed].",
        "[S:The paper] [Q:reported] [C:that the bank had closed], citing two officials.",
        "Citing two officials, [S:the paper] [Q:reported] [C:that the bank had closed].",
        "[S:The paper] [Q:reported] [C:that the bank had closed, citing two officials].",
    ],
)
def test_who_is_cited_is_the_inner_level(marked: str) -> None:
    assert cited(read(marked)) == [(["two officials"], ["the bank had closed"])]


def test_a_cue_read_in_citing_is_the_verb_above() -> None:
    doc = "[S:The paper] reported, [Q:citing] [C:two officials, that the bank had closed]."
    assert cited(read(doc)) == []  # without a tree nothing tells which verb it was


@pytest.mark.parametrize("reason", ["bad weather", "a lack of fuel"])
def test_a_reason_is_no_source(reason: str) -> None:
    assert cited(read(f"[S:The paper] [Q:said] [C:the bank had closed], citing {reason}.")) == []


@pytest.mark.parametrize("reason", ["the fog", "the low tide"])
def test_a_reason_read_as_words_is_none(reason: str) -> None:
    got = read(f"[C:The ferry is late], [S:the harbour master] [Q:said], [Q:citing] [C:{reason}].")
    assert [got.content(s) for s in got.statements] == [["The ferry is late"]]
