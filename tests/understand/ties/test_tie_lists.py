"""Names joined in the text, and the list a plural pronoun goes back to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from marked_text import doc_of

from sayso.understand.doc import Doc
from sayso.understand.extract.cast import Cast
from sayso.understand.extract.naming import name_actors
from sayso.understand.ties.lists import Names, Plurals


def flat(marked: str) -> Doc:
    """Give a Doc whose syntax says nothing: every word is a root."""
    doc = doc_of(marked, pos={"neighbouring": "ADJ"})
    return replace(doc, heads=(-1,) * len(doc.tokens), relations=("dep",) * len(doc.tokens))


def names_of(doc: Doc) -> Names:
    cast = Cast(doc.text)
    name_actors(doc, cast, doc.report.published)
    return Names(doc, cast)


def keys(found: list[object] | None) -> list[str] | None:
    return None if found is None else [named.part.key for named in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("They named {LOC:Chad}, the {LOC:UAE} and {LOC:Togo}.", ["TCD", "ARE", "TGO"]),
        ("They named {LOC:Chad} and neighbouring {LOC:Togo}.", ["TCD", "TGO"]),
        ("They named {LOC:Chad}, {LOC:Togo}, or {LOC:Peru}.", ["TCD", "TGO", "PER"]),
        ("They left {LOC:Chad}, {LOC:Togo}.", ["TCD"]),  # commas alone make no list
        ("They saw {LOC:Chad}’s port and {LOC:Togo}.", ["TCD"]),  # the port is joined, not its owner
        ("They named {LOC:Chad} and {PER:Ada Berg}.", ["TCD"]),  # a state with a person is no list
    ],
)
def test_names_are_a_list_where_a_closing_word_joins_them(marked: str, expected: list[str]) -> None:
    names = names_of(flat(marked))
    assert keys(names.list_of(names.ordered[0])) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("He spoke of {LOC:Chad} and {LOC:Togo}. They agreed.", ["TCD", "TGO"]),
        ("He spoke of {LOC:Peru} and {LOC:Chile}, then of {LOC:Chad} and {LOC:Togo}. They agreed.", ["TCD", "TGO"]),
        ("He spoke of {LOC:Chad} and {LOC:Togo}. It rained. They agreed.", None),  # no further than the sentence before
        ("He spoke of {LOC:Chad}. They agreed.", None),
    ],
)
def test_a_plural_pronoun_goes_back_to_the_list_named_last(marked: str, expected: list[str] | None) -> None:
    doc = flat(marked)
    token = next(i for i in range(len(doc.tokens)) if doc.word(i) == "They")
    assert keys(Plurals(doc, names_of(doc)).antecedent(token)) == expected  # type: ignore[arg-type]


def test_a_pronoun_hands_its_list_on_to_the_next_sentence() -> None:
    doc = flat("He spoke of {LOC:Chad} and {LOC:Togo}. They agreed. They left.")
    plurals = Plurals(doc, names_of(doc))
    they = [i for i in range(len(doc.tokens)) if doc.word(i) == "They"]
    assert [keys(plurals.antecedent(i)) for i in they] == [["TCD", "TGO"], ["TCD", "TGO"]]  # type: ignore[arg-type]


def test_a_count_must_agree() -> None:
    doc = flat("He spoke of {LOC:Chad}, {LOC:Peru} and {LOC:Togo}. Both agreed.")
    token = next(i for i in range(len(doc.tokens)) if doc.word(i) == "Both")
    assert Plurals(doc, names_of(doc)).antecedent(token, count=2) is None
