"""Words a writer puts in a mouth: found as imputed, never as said by anybody."""

from __future__ import annotations

import pytest
from marked_text import read

from sayso.findings.statement import Act


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("The implicit message from {LOC:Ghana} being: “Stay out.”", "GHA"),
        ("The unspoken signal from {LOC:Ghana} was: “Stay out.”", "GHA"),
        ("{LOC:Ghana} is in effect saying, “Stay out.”", "GHA"),
        ("{LOC:Ghana} was effectively telling investors: “Stay out.”", "GHA"),
        ("It is as if {LOC:Ghana} were saying: “Stay out.”", "GHA"),
        ("{LOC:Ghana} might as well have said: “Stay out.”", "GHA"),
    ],
)
def test_imputed_words_are_nobodys(marked: str, actor: str) -> None:
    got = read(marked)
    (one,) = got.statements
    assert (one.act, got.content(one)) == (Act.IMPUTED, ["“Stay out.”"])
    assert one.speaker is None and one.speaks_for is None and one.addressee is None
    assert got.key(one.imputed_to) == actor


def test_what_the_head_made_of_imputed_words_is_taken_out() -> None:
    got = read("The implicit message from [S1:the {NORP:Ghanaian} government] [Q1:being]: [C1:“Stay out.”]")
    assert [s.act for s in got.statements] == [Act.IMPUTED]


def test_a_figure_in_imputed_words_has_no_giver() -> None:
    got = read("The implicit message from {LOC:Ghana} being: “We have 90 boats.”")
    assert got.figure("90").giver is None


@pytest.mark.parametrize(
    "marked",
    [
        "The message from the port was late.",
        "The commander’s message was read aloud at noon.",
        "[S1:The commander] [Q1:said] in a message: [C1:“Stay out.”]",
        "{LOC:Ghana} was saying nothing.",
        "He left as if to say goodbye was hard.",
    ],
)
def test_what_is_not_imputed(marked: str) -> None:
    assert not any(s.act is Act.IMPUTED for s in read(marked).statements)
