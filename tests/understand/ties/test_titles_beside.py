"""Titles, parties and bodies beside names, on texts whose syntax says nothing: what the words around the names alone decide."""

from __future__ import annotations

from dataclasses import replace

import pytest
from marked_text import doc_of

from sayso.findings.actor import ActorKind
from sayso.understand.analysis import read_doc
from sayso.understand.extract.cast import Part
from sayso.understand.ties.beside_names import is_seat
from sayso.understand.ties.title_words import is_role
from sayso.understand.ties.words import is_party

NOUNS = (
    "contributor",
    "director",
    "editor",
    "trooper",
    "manager",
    "coach",
    "head",
    "senator",
    "department",
    "critic",
    "professor",
)


def ties(marked: str) -> list[tuple[str, str, str]]:
    doc = doc_of(marked, pos=dict.fromkeys(NOUNS, "NOUN"))
    reading = read_doc(replace(doc, heads=(-1,) * len(doc.tokens), relations=("dep",) * len(doc.tokens)), ident="t", by="test")
    keys = {actor.id: actor.key for actor in reading.actors}
    return [(keys[tie.subject], tie.relation.value, keys[tie.object]) for tie in reading.ties]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{ORG:Harbour News} contributor {PER:Ida Berg} left.", [("ida-berg", "holds_office", "harbour-news")]),
        ("{ORG:Norvik Group}'s general manager {PER:Ida Berg} left.", [("ida-berg", "holds_office", "norvik-group")]),
        (
            "{ORG:Norvik Group} director {PER:Ida Berg} and editor {PER:Karl Dahl} left.",
            [("ida-berg", "holds_office", "norvik-group"), ("karl-dahl", "holds_office", "norvik-group")],
        ),
        ("{PER:Ida Berg}, a professor at {ORG:Norvik Group}, left.", [("ida-berg", "holds_office", "norvik-group")]),
        ("The head of {ORG:Norvik Group}, {PER:Ida Berg}, left.", [("ida-berg", "holds_office", "norvik-group")]),
        ("{PER:Ida Berg} of the {ORG:Green Party} left.", [("ida-berg", "member_of", "green-party")]),
    ],
)
def test_words_beside_a_name_say_its_office(marked: str, expected: list[tuple[str, str, str]]) -> None:
    assert ties(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "{PER:Ida Berg}, a critic of the {ORG:Norvik Group} director, left.",
        "{ORG:Norvik Group} and director {PER:Ida Berg} left.",
    ],
)
def test_what_says_no_office(marked: str) -> None:
    assert ties(marked) == []


def test_roles_seats_and_parties() -> None:
    assert is_role("contributor") and is_role("Minister of the Sea, Trade and Crafts") and not is_role("directors")
    assert is_seat("senator") and is_seat("Rep") and not is_seat("leader")
    assert is_party(Part("green-party", "Green Party", ActorKind.ORGANISATION))
    assert not is_party(Part("norvik", "Norvik", ActorKind.ORGANISATION))
