"""Silences the head left open: declined, did not answer, could not be reached; refusing a deed is none of them."""

from __future__ import annotations

import pytest
from marked_text import read

from sayso.findings.statement import Act, Withholds


@pytest.mark.parametrize(
    ("text", "source", "act", "withholds"),
    [
        ("The governor declined to comment on the arrests.", "The governor", Act.DECLINE, Withholds.COMMENT),
        ("The governor declined to say how many were held.", "The governor", Act.DECLINE, Withholds.COMMENT),
        ("The governor refused to discuss the arrests.", "The governor", Act.DECLINE, Withholds.COMMENT),
        ("The army declined to confirm the strike.", "The army", Act.DECLINE, Withholds.CONFIRMATION),
        ("The army has not commented on the strike.", "The army", Act.SILENT, Withholds.COMMENT),
        ("The army did not respond to a request for comment.", "The army", Act.SILENT, Withholds.COMMENT),
        ("The army didn’t immediately respond to questions.", "The army", Act.SILENT, Withholds.COMMENT),
        ("The army has not confirmed the strike.", "The army", Act.SILENT, Withholds.CONFIRMATION),
        ("The army has not denied the strike.", "The army", Act.SILENT, Withholds.DENIAL),
        ("The lawyer could not be reached for comment.", "The lawyer", Act.SILENT, Withholds.COMMENT),
        ("The bank would neither confirm nor deny the loss.", "The bank", Act.DECLINE, Withholds.CONFIRMATION),
        ("The firm did not return calls seeking comment.", "The firm", Act.SILENT, Withholds.COMMENT),
    ],
)
def test_keeping_silent_is_a_statement(text: str, source: str, act: Act, withholds: Withholds) -> None:
    got = read(text)
    assert [(got.source(s), s.act, s.withholds) for s in got.statements] == [([source], act, withholds)]


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers refused to leave the depot.",
        "The governor declined to run again.",
        "Profits declined to a new low.",
        "The missile has not been found.",
        "The summit could not be reached in winter.",
        "The army did not say goodbye to winter in vain.",
        "He explained the rules.",
        "“She declined to comment on it,” reads a line of the play.",
    ],
)
def test_what_is_no_silence(text: str) -> None:
    assert read(text).statements == ()


def test_a_cue_the_head_found_is_not_found_twice() -> None:
    got = read("[S1:The governor] [Q1:declined to comment] [C1:on the arrests].")
    assert len(got.statements) == 1 and got.statements[0].by.startswith("head:")


def test_what_is_asked_of_a_silent_one_ends_with_its_clause() -> None:
    got = read("The army declined to comment on the strike, but the mayor left.")
    assert got.content(got.statements[0]) == ["to comment on the strike"]
