"""Quotation marks: which pairs belong together, on any text, in linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.span import Span
from sayso.understand.quotation_marks import paragraphs_of, quotations

MARKS = st.text(alphabet="“”‘’'\"«»„‟‚‹›`abc .,\n\u2028é\u202e1(", max_size=120)


def quoted(text: str) -> list[str]:
    return [q.inner.of(text) for q in quotations(text, paragraphs_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will stay,” she said.", ["We will stay,"]),
        ('"We will stay," she said. "Here."', ["We will stay,", "Here."]),
        ("‘We will stay,’ she said.", ["We will stay,"]),
        ("«On reste», dit-elle.", ["On reste"]),
        ("'We will stay,' she said.", ["We will stay,"]),
        ("He said: “She told me ‘no’ twice.”", ["She told me ‘no’ twice."]),
        ("“He can’t come and won’t,” she said.", ["He can’t come and won’t,"]),
        ("‘The army doesn’t know,’ he said.", ["The army doesn’t know,"]),
        ("“One goes on\n\n“and two ends it,” she said.", ["One goes on", "and two ends it,"]),
        ("“An open quotation", ["An open quotation"]),
    ],
)
def test_what_stands_between_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers' families and the mayor's car",
        "The soldiers’ families and the mayor’s car",
        "rock ’n’ roll in the ’90s",
        "a closing mark” alone",
        "It measured 6' by 4'.",
        "No marks at all.",
        "“”",
        "",
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert quoted(text) == []


def test_an_unclosed_mark_reaches_to_the_end_of_its_paragraph_only() -> None:
    text = "“We go on\nThe army left. “Now,” he said."
    first, second = quotations(text, paragraphs_of(text))
    assert (first.inner.of(text), first.is_closed) == ("We go on", False)
    assert (second.inner.of(text), second.is_closed) == ("Now,", True)


def test_single_marks_are_said_to_be_single() -> None:
    text = "‘Now,’ he said. “Here.”"
    assert [q.is_single for q in quotations(text, paragraphs_of(text))] == [True, False]


@given(MARKS | st.text(max_size=200))
def test_quotations_are_ordered_and_stay_in_their_paragraph(text: str) -> None:
    paragraphs = paragraphs_of(text)
    found = quotations(text, paragraphs)
    assert all(a.span.end <= b.span.start for a, b in zip(found, found[1:], strict=False))
    for quotation in found:
        assert 0 <= quotation.span.start < quotation.inner.start < quotation.inner.end <= quotation.span.end <= len(text)
        assert sum(p.covers(quotation.span) for p in paragraphs) == 1
        assert quotation.is_closed == (quotation.inner.end < quotation.span.end)


@given(st.text(max_size=300))
def test_paragraphs_are_the_lines_without_their_blanks(text: str) -> None:
    found = paragraphs_of(text)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    for span in found:
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip() and "\n" not in span.of(text)
    outside = text
    for span in reversed(found):
        outside = outside[: span.start] + outside[span.end :]
    assert not outside.strip()


def test_paragraphs_keep_their_place() -> None:
    assert paragraphs_of(" one \r\n\n  two\u2028three") == [Span(1, 4), Span(10, 13), Span(14, 19)]


@pytest.mark.parametrize("unit", ["‘a ", "‘a b ", "'a' ", "“", '"', "‘“", "``a ", "the soldiers' "])
def test_long_hostile_lines_take_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        taken = []
        for _ in range(3):  # the best of three: a loaded machine must not fail the build
            begun = time.process_time()
            quotations(text, paragraphs_of(text))
            taken.append(time.process_time() - begun)
        return min(taken)

    assert seconds(60_000) < 20 * max(seconds(12_000), 0.05)
