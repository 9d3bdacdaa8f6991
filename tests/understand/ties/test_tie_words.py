"""The lexicon of ties is whole, and relations join only the kinds of actors they can."""

from __future__ import annotations

import pytest

from sayso.findings.actor import ActorKind
from sayso.findings.tie import Relation
from sayso.lexicons import entries
from sayso.understand.extract.cast import Part
from sayso.understand.ties.words import mark_of, may_join, tie_words

CHAD = Part("TCD", "Chad", ActorKind.COUNTRY, country="TCD")
TOGO = Part("TGO", "Togo", ActorKind.COUNTRY, country="TGO")
BLOC = Part("the-bloc", "The Bloc", ActorKind.ORGANISATION, sector="IGO")
FIRM = Part("norvik", "Norvik", ActorKind.ORGANISATION, country="NOR")
ADA = Part("ada-berg", "Ada Berg", ActorKind.PERSON)
KARL = Part("karl-berg", "Karl Berg", ActorKind.PERSON)
AIDE = Part("two-aides", "two aides", ActorKind.GROUP)


def test_every_row_has_an_example_a_source_and_a_relation() -> None:
    for row in entries("en/tie_words"):
        assert row["example"] and row["source"] and Relation(row["relation"]) and row["as"] in ("noun", "verb", "kin", "title")
        assert all(tie_words()[word].relation.value == row["relation"] for word in row["words"]), row["words"]


@pytest.mark.parametrize(
    ("subject", "relation", "other", "may"),
    [
        (CHAD, Relation.MEMBER_OF, BLOC, True),
        (CHAD, Relation.MEMBER_OF, FIRM, False),  # a body of one state has no states as members
        (CHAD, Relation.MEMBER_OF, TOGO, False),
        (CHAD, Relation.ALLY_OF, TOGO, True),
        (CHAD, Relation.ALLY_OF, CHAD, False),
        (ADA, Relation.RELATIVE_OF, KARL, True),
        (ADA, Relation.PARTNER_OF, KARL, False),  # of the household or the firm: not told apart
        (ADA, Relation.HOLDS_OFFICE, CHAD, True),
        (CHAD, Relation.HOLDS_OFFICE, ADA, False),
        (ADA, Relation.LEADS, AIDE, False),  # described, not named
        (FIRM, Relation.LOCATED_IN, CHAD, True),
    ],
)
def test_kinds(subject: Part, relation: Relation, other: Part, may: bool) -> None:  # noqa: FBT001
    assert may_join(subject, relation, other) is may


def test_marks_before_a_noun() -> None:
    assert [mark_of(word) for word in ("former", "incoming", "potential", "close")] == ["former", "next", "open", None]
