"""Words that somebody is quoted with by another are two statements."""

from __future__ import annotations

import pytest
from marked_text import Read, read


def levels(got: Read) -> list[tuple[list[str], list[str], list[str]]]:
    """Give source, cue and content of the inner statement, then of the outer one."""
    inner = next(s for s in got.statements if s.within)
    outer = next(s for s in got.statements if s.id == inner.within)
    return [(got.source(s), [c.of(got.text) for c in s.cue], got.content(s)) for s in (inner, outer)]


@pytest.mark.parametrize(
    "marked",
    [
        "[S:The pilot] [Q:was quoted] by state radio as saying [C:the lamps were out].",
        "[S:The pilot] was quoted by [S:state radio] [Q:as saying] that [C:the lamps were out].",
        "[S:The pilot] [Q:was quoted as saying] by state radio that [C:the lamps were out].",
    ],
)
def test_who_quotes_is_the_outer_level(marked: str) -> None:
    inner, outer = levels(read(marked))
    assert inner == (["The pilot"], ["as saying"], ["the lamps were out"])
    assert outer[:2] == (["state radio"], ["was quoted"])


def test_words_before_are_the_quoted_ones() -> None:
    inner, outer = levels(read("[C:“The lamps were out,”] [S:the pilot] [Q:was quoted as saying] by state radio."))
    assert inner == (["the pilot"], ["as saying"], ["“The lamps were out,”"])
    assert outer[0] == ["state radio"]


def test_a_quotation_without_who_quotes_has_one_level() -> None:
    (one,) = read("[S:The pilot] [Q:was quoted as saying] [C:the lamps were out].").statements
    assert one.within is None
