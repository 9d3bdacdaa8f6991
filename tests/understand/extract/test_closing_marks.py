"""A line that ends in who reports it has an outer level."""

from __future__ import annotations

import pytest
from marked_text import Read, read


def outer(got: Read) -> list[list[str]]:
    return [got.source(s) for s in got.statements if any(o.within == s.id for o in got.statements)]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("[S:Mayor] [Q:says] [C:talks failed – state radio]", "state radio"),
        ("[S:Mayor] [Q:denies] [C:selling the pier]: newspaper", "newspaper"),
        ("[S:Mayor] [Q:says] [C:talks failed - ministry]", "ministry"),
    ],
)
def test_who_closes_a_line_reports_it(line: str, who: str) -> None:
    got = read(line)
    assert outer(got) == [[who]]
    inner = next(s for s in got.statements if s.within)
    assert who not in " ".join(got.content(inner))


@pytest.mark.parametrize(
    "line",
    [
        "[S:Mayor] [Q:says] [C:talks failed – Northern Post]",  # as often the page's name
        "[S:The mayor] [Q:said] [C:talks had failed - a blow to state radio].",  # a sentence
        "[S:Mayor] [Q:says] [C:talks failed]: what we know",
    ],
)
def test_other_ends_are_no_source(line: str) -> None:
    assert outer(read(line)) == []
