"""Where the words of a source begin and end."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from sayso.span import Span
from sayso.understand.extract.find_voices import source_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- “officials in Lima”", "officials in Lima"),
        (": the army, which had left", "the army"),
        ("police", "police"),
        (" – ", None),
    ],
)
def test_a_source_is_taken_without_marks_and_where_it_stands(text: str, words: str | None) -> None:
    one = SimpleNamespace(attribution=SimpleNamespace(source=[Span(3, 3 + len(text))]))
    whole = "Ah." + text
    found = source_of(cast("Any", SimpleNamespace(text=whole)), cast("Any", one))
    assert (found.of(whole) if found is not None else None) == words
