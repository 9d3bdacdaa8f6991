"""Evidence in context: every part opened by its name, parts within parts, and nothing a terminal would obey."""

import pytest

import situations
from sayso.ask.passages import Passage, Piece, marked
from sayso.record.found import ReportCard
from sayso.show.marked import in_brackets, in_colour
from sayso.span import Span

CARD = ReportCard("k", None, None, None, "none", None, None, None, None, None, None, "en", 0, None, None, "", 0, 0)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"source": [Span(0, 2)], "cue": [Span(3, 5)]}, "⟦source: ab⟧ ⟦cue: cd⟧ ef"),
        ({"content": [Span(0, 8)], "target": [Span(3, 5)]}, "⟦content: ab ⟦target: cd⟧ ef⟧"),
        ({"content": [Span(0, 5)], "target": [Span(3, 8)]}, "⟦content: ab ⟦target: cd⟧⟧⟦target:  ef⟧"),
        ({}, "ab cd ef"),
    ],
)
def test_parts_in_brackets(parts: dict[str, list[Span]], expected: str) -> None:
    found = in_brackets(marked(CARD, "ab cd ef", parts, within=Span(0, 8)))
    assert found.count("⟦") == found.count("⟧")
    if expected.startswith("⟦content: ab ⟦target: cd⟧⟧"):  # crossing parts: either may be closed and opened again
        assert found.replace("⟦content: ", "").replace("⟦target: ", "").replace("⟧", "") == "ab cd ef"
    else:
        assert found == expected


def test_hidden_characters_are_written_out() -> None:
    passage = Passage(CARD, Span(0, 5), (Piece("a\u202eb\x1b[31m", ("cue",)),), starts_inside=True, ends_inside=True)
    assert in_brackets(passage) == "… ⟦cue: a⟨U+202E⟩b␛[31m⟧ …"
    assert in_colour(passage).plain == "… a⟨U+202E⟩b␛[31m …"


def test_words_stay_in_order() -> None:
    text = situations.WIRE
    passage = marked(CARD, text, {"cue": [situations.span(text, "denied")]}, within=Span(0, len(text)))
    assert in_brackets(passage).replace("⟦cue: denied⟧", "denied") == text
