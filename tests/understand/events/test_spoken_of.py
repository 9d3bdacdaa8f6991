"""Who stands behind a word of speech and is only spoken of."""

from __future__ import annotations

import pytest
from trees import tree

from sayso.span import Span
from sayso.understand.events.chunks import Chunks
from sayso.understand.events.clauses import Clauses
from sayso.understand.events.party import By, Party
from sayso.understand.events.spoken_of import are_meant

CONDEMNED = (
    "Chad/PROPN/nsubj>2 condemned/VERB/root>0 the/DET/det>4 bombing/NOUN/obj>2 of/ADP/case>6 embassies/NOUN/nmod>4 "
    "by/ADP/case>8 rebels/NOUN/nmod>4 ./PUNCT/punct>2"
)
PRAISED = (
    "Chad/PROPN/nsubj>2 condemned/VERB/root>0 the/DET/det>4 words/NOUN/obj>2 of/ADP/case>6 rebels/NOUN/nmod>4 ./PUNCT/punct>2"
)
CALLED = (
    "Chad/PROPN/nsubj>2 called/VERB/root>0 for/ADP/case>4 pilots/NOUN/obl>2 to/PART/mark>7 be/AUX/aux:pass>7 "
    "freed/VERB/xcomp>2 ./PUNCT/punct>2"
)
DEMANDED = (
    "Chad/PROPN/nsubj>2 demanded/VERB/root>0 that/SCONJ/mark>6 pilots/NOUN/nsubj:pass>6 be/AUX/aux:pass>6 freed/VERB/ccomp>2 "
    "./PUNCT/punct>2"
)
URGED = (
    "Chad/PROPN/nsubj>2 urged/VERB/root>0 rebels/NOUN/obj>2 to/PART/mark>5 free/VERB/xcomp>2 pilots/NOUN/obj>5 ./PUNCT/punct>2"
)


def _meant(marked: str, verb: str, words: str, sense: tuple[str, str | None], *, by: By = By.NOUN) -> list[str]:
    """Give which of some words is meant by the verb: those to whom the word of speech goes."""
    doc = tree(marked)
    clauses = Clauses(doc, Chunks(doc, Span(0, len(doc.text)), ()))
    given = [Party(Span(doc.text.index(w), doc.text.index(w) + len(w)), by=by) for w in words.split()]
    frame = clauses.frame(next(i for i in range(len(doc.tokens)) if doc.word(i) == verb))
    return [p.span.of(doc.text) for p in are_meant(given, frame, sense, clauses)]


@pytest.mark.parametrize("kind", ["ACCUSE", "REJECT", "SUPPORT"])
def test_who_is_hit_by_a_deed_that_is_judged_is_not_judged(kind: str) -> None:
    assert _meant(CONDEMNED, "condemned", "embassies rebels", (kind, None)) == ["rebels"]


def test_words_are_no_deed_and_hit_nobody() -> None:
    assert _meant(PRAISED, "condemned", "rebels", ("ACCUSE", None)) == ["rebels"]


def test_another_word_of_speech_may_go_to_them() -> None:
    assert _meant(CONDEMNED, "condemned", "embassies", ("CONSULT", None)) == ["embassies"]


@pytest.mark.parametrize(("marked", "verb"), [(CALLED, "called"), (DEMANDED, "demanded")])
def test_who_shall_be_freed_is_not_asked(marked: str, verb: str) -> None:
    assert _meant(marked, verb, "pilots", ("REQUEST", None)) == []


def test_who_shall_free_them_is_asked() -> None:
    assert _meant(URGED, "urged", "rebels pilots", ("REQUEST", None)) == ["rebels", "pilots"]


def test_the_owner_of_what_is_promised_is_no_recipient() -> None:
    assert _meant(URGED, "urged", "rebels", ("COOPERATE", "promised"), by=By.OWNER) == []
    assert _meant(URGED, "urged", "rebels", ("COOPERATE", "promised")) == ["rebels"]
    assert _meant(URGED, "urged", "rebels", ("COOPERATE", None), by=By.OWNER) == ["rebels"]


def test_a_noun_without_a_verb_keeps_all() -> None:
    doc = tree(CONDEMNED)
    clauses = Clauses(doc, Chunks(doc, Span(0, len(doc.text)), ()))
    given = [Party(doc.tokens[5])]
    assert are_meant(given, None, ("ACCUSE", None), clauses) == given
