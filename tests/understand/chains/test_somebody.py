"""Common nouns → how likely they are of people or a body: words known, endings, grammar."""

from __future__ import annotations

from sayso.span import Span
from sayso.understand.chains.mention import Form, Mention, Role
from sayso.understand.chains.somebody import likely, word_odds


def noun(head: str, role: Role = Role.OTHER) -> Mention:
    return Mention(Span(0, 4), (head,), head, Form.NOUN, number="p", role=role)


THEY = Mention(Span(9, 13), ("they",), "they", Form.PRONOUN, number="p", role=Role.SUBJECT)


def test_words_for_people_tell_more_than_words_for_things() -> None:
    assert word_odds("fishermen") > 0 > word_odds("containers")


def test_a_word_never_met_has_the_odds_of_its_ending() -> None:
    assert word_odds("zzzographers") > word_odds("zzzations")


def test_who_acts_and_is_they_afterwards_is_likelier_somebody() -> None:
    assert likely([noun("dockers", Role.SUBJECT), THEY], "", "") > likely([noun("dockers")], "in", "")
    assert likely([noun("dockers", Role.SUBJECT), THEY], "", "") > 0.9 > 0.1 > likely([noun("containers")], "in", "")
