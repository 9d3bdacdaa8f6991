"""Whose number it is that is told without a verb of saying."""

from __future__ import annotations

import pytest
from marked_text import doc_of

from sayso.understand.extract.reckoned import reckoned


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Monitors counted 26 arrests at the quay.", ["Monitors"]),
        ("Nobody counted 26 arrests at the quay.", []),
        ("No clerk counted 26 arrests at the quay.", []),
        ("The shop counted 26 coins.", []),
    ],
)
def test_who_counted(text: str, sources: list[str]) -> None:
    doc = doc_of(text)
    assert [one.source[0].of(doc.text) for one in reckoned(doc, [])] == sources
