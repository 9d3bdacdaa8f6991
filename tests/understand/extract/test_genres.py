"""Rules for reports that are no running text, on Docs made by hand: exact edges, what must not be found, and time on hostile lines."""

from __future__ import annotations

import time

import pytest
from marked_text import read

from sayso.findings.statement import Act, Form


@pytest.mark.parametrize(
    "text",
    [
        "[C:• The port is open], [S:the harbour master] [Q:said].",
        "[C:14:32 GMT: The port is open], [S:the harbour master] [Q:said].",
        "[C:[14:32 The port is open], [S:the harbour master] [Q:said].".replace("[14:32", "14.32 –"),
        "[C:OSLO, March 3 (Northern Wire) — The port is open], [S:the harbour master] [Q:said].",
        "[C:Tarn, Lowland (NW) - The port is open], [S:the harbour master] [Q:said].",
        "[C:(Northern Wire) - The port is open], [S:the harbour master] [Q:said].",
        "[S:The harbour master] [Q:said] [C:The port is open #tarn https://t.co/ab].",
    ],
)
def test_marks_of_the_page_are_not_said(text: str) -> None:
    found = read(text)
    assert found.content(found.said("port is open")) == ["The port is open"]


@pytest.mark.parametrize(
    "text",
    [
        "[C:NATO - the alliance of 32 states - is ready], [S:an envoy] [Q:said].",
        "[C:The bridge — built in 1950 — holds], [S:an envoy] [Q:said].",
        "[C:3.50 crowns is the new price], [S:an envoy] [Q:said].",
    ],
)
def test_dashes_and_numbers_inside_words_stay(text: str) -> None:
    found = read(text)
    assert found.content(found.statements[0]) == [text[3 : text.index("]")]]


def test_turns_take_their_paragraphs_and_the_full_name() -> None:
    found = read(
        "The guests were {PER:Ada Morrow} and {PER:Lars Pell}.\n\nHOST: Is it safe?\n\nMORROW: It is.\n\nI walked it.\n\nPELL: It leaks.\n\n"
        "HOST: Thank you.\n\nMORROW: Good night.\n\nThe hall was empty by ten."
    )
    assert [(s.act, s.form) for s in found.statements][:2] == [(Act.ASK, Form.DIRECT), (Act.ASSERT, Form.DIRECT)]
    assert found.content(found.said("It is.")) == ["It is.", "I walked it."]
    assert [found.speaker("I walked it."), found.speaker("It leaks.")] == ["ada-morrow", "lars-pell"]
    assert not any("hall was empty" in c for s in found.statements for c in found.content(s))


@pytest.mark.parametrize(
    "text",
    [
        "HOST: Is it safe?\n\nHOST: Nobody answered.\n\nHOST: We go on.",  # one label
        "HOST: Is it safe?\n\nMORROW: It is.",  # two turns
        "Claim: It leaked.\n\nFact: It did not.\n\nClaim: It broke.\n\nFact: It held.",
        "Step 1: Open the gate.\n\nStep 2: Close it.\n\nStep 1: Open it again.",
        "{ORG:Rovers}: Hale, Brook, Sund.\n\n{ORG:United}: Pell, Ilves.\n\n{ORG:Rovers}: Dahl came on.",
    ],
)
def test_other_lines_with_colons_are_no_turns(text: str) -> None:
    assert read(text).statements == ()


def test_what_is_quoted_in_a_turn_stands_within_it() -> None:
    found = read("Q: Is it safe?\nA: It is. [S:The ministry] [Q:said] [C:the gates hold].\nQ: And the bridge?\nA: Ask them.")
    inner = found.said("the gates hold")
    outer = next(s for s in found.statements if s.id == inner.within)
    assert found.content(outer) == ["It is. The ministry said the gates hold."] and outer.speaker is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("@TarnFire: Stay away from Mill Road.", "@TarnFire"),
        ("RT @TarnFire: Stay away from Mill Road.", "@TarnFire"),
        ("Stay away from Mill Road. — Tarn Fire (@TarnFire) March 3, 2024", "Tarn Fire (@TarnFire)"),
        ("Tarn Fire @TarnFire · 3h\nStay away from Mill Road.", "Tarn Fire @TarnFire"),
    ],
)
def test_posts_are_their_authors(text: str, source: str) -> None:
    found = read(text)
    assert found.content(found.statements[0]) == ["Stay away from Mill Road."]
    assert found.source(found.statements[0]) == [source] and found.statements[0].form is Form.DIRECT


@pytest.mark.parametrize(
    "text", ["Write to news@courier.example: we read all.", "Follow @TarnFire\n\nThe road is shut.", "@TarnFire: 12:30"]
)
def test_an_address_is_no_post(text: str) -> None:
    assert read(text).statements == ()


@pytest.mark.parametrize(
    "unit", ["A-", "A ", "A: b\n", "@a: b\n", "• ", "12:30 ", "A (B) - ", "#a ", "— A (@b) ", "Q: a?\nA: b.\n"]
)
def test_hostile_lines_take_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        begun = time.process_time()
        read("[S:X] [Q:said] [C:" + unit * (size // len(unit)) + "].")
        return time.process_time() - begun

    assert seconds(24_000) < 12 * max(min(seconds(6_000) for _ in range(2)), 0.1)
