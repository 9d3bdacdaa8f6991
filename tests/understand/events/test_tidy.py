"""Words of the sides of an event, mended."""

from __future__ import annotations

import pytest
from marked_text import doc_of

from sayso.span import Span
from sayso.understand.events.happening import Happening
from sayso.understand.events.party import Party
from sayso.understand.events.tidy import tidy
from sayso.understand.events.triggers import Sense


def _left(text: str, words: str, trigger: str, event: str) -> list[str]:
    doc = doc_of(text)
    token = next(i for i in range(len(doc.tokens)) if doc.word(i) == trigger)
    start = text.index(words)
    one = Happening(token, Sense(event, ()), [Party(Span(start, start + len(words)))], [])
    tidy(one, doc)
    return [p.span.of(text) for p in one.actors]


@pytest.mark.parametrize(
    ("text", "words", "trigger", "event", "wanted"),
    [
        ("The bill that Ana Ruiz attacked fell.", "that Ana Ruiz", "attacked", "ACCUSE", ["Ana Ruiz"]),
        ("At least 38 nurses marched.", "least 38 nurses", "marched", "PROTEST", ["38 nurses"]),
        ("'Oran Daily' mocks the mayor.", "'Oran Daily", "mocks", "ACCUSE", ["Oran Daily"]),
        ("The protest went on.", "The", "protest", "PROTEST", []),
        ("There were similar protests in Oran.", "similar protests", "protests", "PROTEST", []),
        ("His sentencing is near.", "His sentencing", "sentencing", "SANCTION", ["His"]),
        ("The miners marched.", "miners", "marched", "PROTEST", ["miners"]),
        ("The miners marched.", "The miners ", "marched", "PROTEST", ["miners"]),
        ("Then that the  nurses marched.", "that the  nurses ", "marched", "PROTEST", ["nurses"]),
        ("Then the nurses marched.", " the nurses", "marched", "PROTEST", ["nurses"]),
        ("Then that the  marched.", "that the  ", "marched", "PROTEST", []),
        ("Then   marched.", "   ", "marched", "PROTEST", []),
    ],
)
def test_words_of_a_side(text: str, words: str, trigger: str, event: str, wanted: list[str]) -> None:
    assert _left(text, words, trigger, event) == wanted


@pytest.mark.parametrize(
    ("beside", "wanted"), [("shoulder to shoulder with their ", []), ("beside the ", []), ("the ", ["guards"])]
)
def test_who_stands_beside_is_not_fought(beside: str, wanted: list[str]) -> None:
    text = f"The miners fought {beside}guards."
    start = text.index("guards")
    one = Happening(2, Sense("ASSAULT", ()), [], [Party(Span(start, start + len("guards")))])
    tidy(one, doc_of(text))
    assert [p.span.of(text) for p in one.recipients] == wanted
