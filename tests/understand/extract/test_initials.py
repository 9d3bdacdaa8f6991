"""Initials, names given by hand: what the report spells out goes before what the lexicon knows."""

from __future__ import annotations

from sayso.findings.mention import Label
from sayso.report import Report
from sayso.span import Span
from sayso.understand.doc import Doc, Name
from sayso.understand.extract.initials import spelled_out
from sayso.understand.known.actors import find_known


def found(text: str, *names: str) -> dict[str, str]:
    """Read a text in which these words are names of organisations."""
    spans = (Span(text.index(words), text.index(words) + len(words)) for words in names)
    heads = tuple(Name(span, Label.ORG, 0.9) for span in spans)
    doc = Doc(Report(text=text), (), (), (), (), (), heads, (), (), ())
    return {span.of(text): words for span, words in spelled_out(doc, find_known(text)).items()}


def test_initials_are_those_of_a_name_in_the_report() -> None:
    text = "The Freight Safety Agency shut the port. The FSA said so."
    assert found(text, "Freight Safety Agency", "FSA") == {"FSA": "Freight Safety Agency"}


def test_an_adjective_of_a_state_may_be_left_out() -> None:
    text = "The Peruvian Freight Safety Agency shut the port. The FSA said so."
    assert found(text, "Peruvian Freight Safety Agency") == {"FSA": "Peruvian Freight Safety Agency"}


def test_initials_that_nothing_spells_out_stay_the_lexicons() -> None:
    assert found("The Harbour Board shut the port. The FSA said so.", "Harbour Board") == {}
    assert found("The Free Syrian Army (FSA) met the Freight Safety Agency.", "Freight Safety Agency") == {}
