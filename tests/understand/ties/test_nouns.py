"""Nouns of relation on texts whose syntax says nothing: what the words around them alone decide."""

from __future__ import annotations

from dataclasses import replace

import pytest
from marked_text import doc_of

from sayso.findings.reading import Reading
from sayso.understand.analysis import read_doc


def ties(marked: str) -> list[tuple[str, str, str]]:
    doc = doc_of(
        marked,
        pos={
            "member": "NOUN",
            "members": "NOUN",
            "ally": "NOUN",
            "allies": "NOUN",
            "wing": "NOUN",
            "wife": "NOUN",
            "armed": "ADJ",
        },
    )
    reading = read_doc(replace(doc, heads=(-1,) * len(doc.tokens), relations=("dep",) * len(doc.tokens)), ident="t", by="test")
    return told(reading)


def told(reading: Reading) -> list[tuple[str, str, str]]:
    keys = {actor.id: actor.key for actor in reading.actors}
    return [(keys[tie.subject], tie.relation.value, keys[tie.object]) for tie in reading.ties]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{LOC:Togo} is a member of {ORG:ECOWAS}.", [("TGO", "member_of", "ecowas")]),
        ("{LOC:Togo} is one of the members of {ORG:ECOWAS}.", [("TGO", "member_of", "ecowas")]),
        ("{LOC:Togo}, a member of {ORG:ECOWAS}, left.", [("TGO", "member_of", "ecowas")]),
        (
            "{ORG:ECOWAS} members {LOC:Togo} and {LOC:Ghana} left.",
            [("TGO", "member_of", "ecowas"), ("GHA", "member_of", "ecowas")],
        ),
        (
            "{LOC:Togo} and {LOC:Ghana}, both members of {ORG:ECOWAS}, left.",
            [("TGO", "member_of", "ecowas"), ("GHA", "member_of", "ecowas")],
        ),
        ("Members of {ORG:ECOWAS} such as {LOC:Togo} left.", [("TGO", "member_of", "ecowas")]),
        ("As a member of {ORG:ECOWAS}, {LOC:Togo} has a vote.", [("TGO", "member_of", "ecowas")]),
        ("{LOC:Togo} and {LOC:Ghana} are allies.", [("TGO", "ally_of", "GHA")]),
        ("{LOC:Chad}’s closest ally {LOC:Togo} left.", [("TGO", "ally_of", "TCD")]),
        ("{ORG:Lion Brigade}, the armed wing of {ORG:Hamas}, left.", [("lion-brigade", "part_of", "hamas")]),
        ("{PER:Karl Berg} and his wife, {PER:Ida Berg}, left.", [("ida-berg", "relative_of", "karl-berg")]),
    ],
)
def test_a_noun_joins_who_it_is_said_of_with_its_other_side(marked: str, expected: list[tuple[str, str, str]]) -> None:
    assert ties(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "{LOC:Togo} is not a member of {ORG:ECOWAS}.",
        "{LOC:Togo} may be a member of {ORG:ECOWAS}.",
        "Is {LOC:Togo} a member of {ORG:ECOWAS}?",
        "{LOC:Togo} is a would-be member of {ORG:ECOWAS}.",
        "Major non-{ORG:NATO} ally {LOC:Togo} left.",
        "The president of {LOC:Togo} is a member of {ORG:ECOWAS}.",  # not the state
        "{LOC:Togo} is a member of {LOC:Chad}.",  # no body of states
        "{LOC:Togo} met the members of {ORG:ECOWAS}.",
        "{ORG:ECOWAS} members left {LOC:Togo}.",
    ],
)
def test_what_is_no_tie(marked: str) -> None:
    assert ties(marked) == []
