"""Two who are told together: whom the words mean."""

from __future__ import annotations

import pytest
from marked_text import doc_of

from sayso.span import Span
from sayso.understand.events.pairs import pair_of
from sayso.understand.extract.cast import Cast
from sayso.understand.extract.naming import name_actors
from sayso.understand.extract.states_meant import StatesMeant


def _pair(marked: str, words: str, others: tuple[str, ...] = ()) -> list[str] | None:
    doc = doc_of(marked)
    cast = Cast(doc.text)
    name_actors(doc, cast, doc.report.published)
    start = doc.text.rindex(words)
    found = pair_of(Span(start, start + len(words)), doc, cast, StatesMeant(doc, cast), others)
    return sorted(part.key for part in found) if found is not None else None


@pytest.mark.parametrize(
    ("marked", "words", "wanted"),
    [
        ("{LOC:Chad} and {LOC:Togo} met. The two countries agreed.", "two countries", ["TCD", "TGO"]),
        ("{LOC:Chad} met {LOC:Togo}, and both governments agreed.", "governments", ["TCD", "TGO"]),
        ("{PER:Ada Berg} met {PER:Ole Dahl}. The two leaders agreed.", "two leaders", ["ada-berg", "ole-dahl"]),
        ("{PER:Ada Berg} met {PER:Ole Dahl} in {LOC:Chad}. Both men agreed.", "Both men", ["ada-berg", "ole-dahl"]),
        ("{LOC:Chad} met {LOC:Togo}. The two rival sides agreed.", "two rival sides", ["TCD", "TGO"]),
    ],
)
def test_the_two_named_before(marked: str, words: str, wanted: list[str]) -> None:
    assert _pair(marked, words) == wanted


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("{LOC:Chad}, {LOC:Mali} and {LOC:Togo} met. The two countries agreed.", "two countries"),  # three
        ("{LOC:Chad} waited. The two countries agreed.", "two countries"),  # one
        ("{LOC:Chad} and {LOC:Togo} met. It rained. The two countries agreed.", "two countries"),  # two sentences before
        ("The two countries agreed with {LOC:Chad} and {LOC:Togo}.", "two countries"),  # named after
        ("{PER:Ada Berg} met {PER:Ole Dahl}. The two countries agreed.", "two countries"),  # people
        ("{LOC:Chad} and {LOC:Togo} met. The two boats left.", "two boats"),  # things
        ("{LOC:Chad} and {LOC:Togo} met. The countries agreed.", "countries"),  # not told to be two
        ("{LOC:Chad} and {LOC:Togo} met. Three countries agreed.", "Three countries"),
    ],
)
def test_others_are_no_pair(marked: str, words: str) -> None:
    assert _pair(marked, words) is None


def test_who_is_in_the_event_by_name_is_not_meant() -> None:
    marked = "{LOC:Chad} and {LOC:Togo} urged both governments to talk."
    assert _pair(marked, "governments", ("TCD", "TGO")) is None
    assert _pair(marked, "governments", ("TCD",)) is None


def test_two_states_that_a_report_is_about_are_meant_from_afar() -> None:
    marked = "{LOC:Chad} met {LOC:Togo}. {LOC:Togo} thanked {LOC:Chad}. It rained. It snowed. The two countries agreed."
    assert _pair(marked, "two countries") == ["TCD", "TGO"]
    assert _pair(marked, "two countries", ("TCD",)) is None
