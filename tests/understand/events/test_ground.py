"""Who loses ground that is taken."""

from __future__ import annotations

from dataclasses import replace

import pytest
from trees import tree

from sayso.span import Span
from sayso.understand.events.chunks import Chunk, Chunks
from sayso.understand.events.clauses import Clauses
from sayso.understand.events.ground import loser
from sayso.understand.events.happening import Happening
from sayso.understand.events.party import By, Party
from sayso.understand.events.triggers import Sense

SEIZE = Sense("COERCE", ("seize",))
TAKEN = "Chad/PROPN/nsubj>2 took/VERB/root>0 Kelm/PROPN/obj>2 from/ADP/case>6 the/DET/det>6 rebels/NOUN/obl>2 ./PUNCT/punct>2"
BARE = "Chad/PROPN/nsubj>2 took/VERB/root>0 Kelm/PROPN/obj>2 ./PUNCT/punct>2"


def _lost(
    marked: str, sense: Sense = SEIZE, *, word: str = "take", actor: str = "TCD", place: Party | None = None
) -> list[tuple[str, str | None]]:
    """Give who loses Kelm, which lies in Mali, with his state: (words, state)."""
    doc = tree(marked)
    clauses = Clauses(doc, Chunks(doc, Span(0, len(doc.text)), ()))
    verb = next(i for i in range(len(doc.tokens)) if doc.pos[i] == "VERB")

    def read(found: list[Chunk]) -> list[Party]:
        spans = [clauses.chunks.span(chunk) for chunk in found]
        return [Party(s, sector="REB", by=By.NOUN) if s.of(doc.text) == "rebels" else Party(s) for s in spans]

    start = doc.text.index("Kelm")
    town = replace(place or Party(Span(0, 1), country="MLI", by=By.PLACE), span=Span(start, start + 4))
    by = Party(doc.tokens[0], country=actor)
    one = Happening(verb, sense, [by], [town], frame=clauses.frame(verb), word=word)
    return [(p.span.of(doc.text), p.country) for p in loser(one, clauses, read)]


def test_from_whom_it_is_taken_loses_it() -> None:
    assert _lost(TAKEN) == [("rebels", None)]


def test_a_place_is_of_its_state_where_another_takes_it() -> None:
    assert _lost(BARE) == [("Kelm", "MLI")]


def test_a_states_own_forces_take_nothing_from_it() -> None:
    assert _lost(BARE, actor="MLI") == [("Kelm", None)]


@pytest.mark.parametrize("word", ["retake", "liberate", "free"])
def test_what_is_taken_back_was_another_s(word: str) -> None:
    assert _lost(BARE, Sense("COERCE", ()), word=word) == [("Kelm", None)]


def test_another_act_takes_no_ground() -> None:
    assert _lost(TAKEN, Sense("ASSAULT", ()), actor="MLI") == [("Kelm", "MLI")]
    assert _lost(TAKEN, Sense("COERCE", ("arrest",)), actor="MLI") == [("Kelm", "MLI")]


def test_who_is_no_place_is_taken_as_he_is() -> None:
    town = Party(Span(0, 1), country="MLI", by=By.NAME)
    assert _lost(BARE, actor="MLI", place=town) == [("Kelm", "MLI")]
    assert _lost(TAKEN, place=town) == [("Kelm", "MLI")]


def test_nobody_known_behind_from_loses_nothing() -> None:
    assert _lost(TAKEN.replace("rebels", "south"), actor="TCD") == [("Kelm", "MLI")]
