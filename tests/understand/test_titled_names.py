"""Names the entity head took too wide, given by hand: titles and states are cut off, descriptions are no names."""

from __future__ import annotations

import pytest

from sayso.findings.mention import Label
from sayso.report import Report
from sayso.span import Span
from sayso.understand.doc import Doc, Name
from sayso.understand.titled_names import is_office_phrase, own_name, without_titles


def cut(words: str, label: Label = Label.PER) -> list[tuple[str, Label]]:
    """Read a text that is one name."""
    name = Name(Span(0, len(words)), label, 0.9)
    doc = without_titles(Doc(Report(text=words), (), (), (), (), (), (name,), (), (), ()))
    return [(n.span.of(words), n.label) for n in doc.names]


@pytest.mark.parametrize(
    ("words", "state", "name"),
    [
        ("Peruvian President Tiril Okwu", "Peruvian", "Tiril Okwu"),
        ("former Togolese Foreign Minister Tiril Okwu", "Togolese", "Tiril Okwu"),
    ],
)
def test_a_state_and_an_office_are_no_part_of_a_name(words: str, state: str, name: str) -> None:
    assert cut(words) == [(state, Label.NORP), (name, Label.PER)]


@pytest.mark.parametrize("words", ["president of Ghana", "The defence minister of Ghana", "President of Ghana"])
def test_of_an_office_only_the_state_is_a_name(words: str) -> None:
    assert cut(words) == [("Ghana", Label.LOC)]


@pytest.mark.parametrize("words", ["Tiril Okwu", "Chad Okwu", "Judge Tiril Okwu", "Togo Minister", "Tiril of Okwu"])
def test_other_names_stay(words: str) -> None:
    assert cut(words) == [(words, Label.PER)]


def test_names_of_bodies_stay() -> None:
    assert cut("the ministry of Ghana", Label.ORG) == [("the ministry of Ghana", Label.ORG)]


def test_an_office_in_small_letters_is_a_phrase() -> None:
    assert is_office_phrase("the deputy mayor of Lomé")
    assert not is_office_phrase("Mayor of Lomé")
    assert not is_office_phrase("the port of Lomé")


@pytest.mark.parametrize("label", [Label.PER, Label.ORG])
@pytest.mark.parametrize("words", ["A Peruvian policeman", "Peruvian trade officials", "Peruvian coastguard crew Friday"])
def test_of_people_called_by_their_state_only_the_state_is_a_name(words: str, label: Label) -> None:
    assert cut(words, label) == [("Peruvian", Label.NORP)]


@pytest.mark.parametrize("words", ["Peruvian Workers Party", "Orla Peruvian club", "Peru coast guards"])
def test_a_body_named_with_a_state_stays(words: str) -> None:
    assert cut(words, Label.ORG) == [(words, Label.ORG)]


def test_a_weekday_after_a_name_is_none_of_it() -> None:
    assert cut("Bank of Ghana Friday", Label.ORG) == [("Bank of Ghana", Label.ORG)]
    assert cut("Orla on Tuesday", Label.PER) == [("Orla", Label.PER)]
    assert cut("Bloody Sunday", Label.ORG) == [("Bloody Sunday", Label.ORG)]
    assert cut("Friday", Label.ORG) == [("Friday", Label.ORG)]


def test_a_noun_for_people_in_a_headline_is_no_part_of_a_name() -> None:
    assert cut("Harbour Widow Tiril Okwu") == [("Tiril Okwu", Label.PER)]
    assert cut("Tiril Queen") == [("Tiril Queen", Label.PER)]
    assert cut("Okwu Baker Lund Tiril") == [("Okwu Baker Lund Tiril", Label.PER)]


@pytest.mark.parametrize("words", ["Peruvian copper firm Cobreval", "Peru's Cobreval"])
def test_whose_or_what_a_body_is_stands_before_its_name(words: str) -> None:
    assert cut(words, Label.ORG)[-1] == ("Cobreval", Label.ORG)
    assert own_name(words) == "Cobreval"


@pytest.mark.parametrize("words", ["Peruvian Copper Firm", "Bank of Ghana", "copper firm Cobreval", "Peruvian officials"])
def test_other_descriptions_hold_no_name_of_their_own(words: str) -> None:
    assert own_name(words) == words


def test_a_role_after_a_name_in_a_headline_is_none_of_it() -> None:
    assert cut("Okwu Aide") == [("Okwu", Label.PER)]
    assert cut("Tiril Baker") == [("Tiril Baker", Label.PER)]
