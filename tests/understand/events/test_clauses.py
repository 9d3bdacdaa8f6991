"""Who stands where around a verb, on trees written by hand."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from trees import tree

from sayso.span import Span
from sayso.understand.doc import Doc
from sayso.understand.events.chunks import Chunk, Chunks
from sayso.understand.events.clauses import Clauses, Frame

ACTIVE = "Rebels/NOUN/nsubj>4 in/ADP/case>3 Mali/PROPN/nmod>1 shelled/VERB/root>0 two/NUM/nummod>6 camps/NOUN/obj>4 near/ADP/case>8 Kidal/PROPN/obl>4 ./PUNCT/punct>4"
PASSIVE = "Camps/NOUN/nsubj:pass>3 were/AUX/aux:pass>3 shelled/VERB/root>0 by/ADP/case>5 rebels/NOUN/obl:agent>3 ./PUNCT/punct>3"
SHARED = "Oman/PROPN/nsubj>2 agreed/VERB/root>0 to/PART/mark>4 send/VERB/xcomp>2 nurses/NOUN/obj>4 to/ADP/case>7 Chad/PROPN/obl>4 ./PUNCT/punct>2"
URGED = (
    "Oman/PROPN/nsubj>2 urged/VERB/root>0 Chad/PROPN/obj>2 to/PART/mark>5 release/VERB/xcomp>2 miners/NOUN/obj>5 ./PUNCT/punct>2"
)
LISTED = "Chad/PROPN/nsubj>7 ,/PUNCT/punct>3 Niger/PROPN/conj>1 and/CCONJ/cc>5 Mali/PROPN/conj>1 have/AUX/aux>7 met/VERB/root>0 Togo/PROPN/obj>7 ./PUNCT/punct>7"
REDUCED = "Miners/NOUN/nsubj>5 abducted/VERB/acl>1 by/ADP/case>4 rebels/NOUN/obl>2 returned/VERB/root>0 ./PUNCT/punct>5"
WHO = "Rebels/NOUN/root>0 who/PRON/nsubj>3 shelled/VERB/acl:relcl>1 Kidal/PROPN/obj>3 ./PUNCT/punct>1"


def frame_of(marked: str, verb: str) -> tuple[Doc, Clauses, Frame]:
    doc = tree(marked)
    clauses = Clauses(doc, Chunks(doc, Span(0, len(doc.text)), ()))
    return doc, clauses, clauses.frame(next(i for i in range(len(doc.tokens)) if doc.word(i) == verb))


def words(clauses: Clauses, chunk: Chunk | None) -> str | None:
    return clauses.chunks.span(chunk).of(clauses.doc.text) if chunk is not None else None


def test_a_phrase_of_place_does_not_hide_the_subject() -> None:
    _, clauses, frame = frame_of(ACTIVE, "shelled")
    assert words(clauses, frame.subject) == "Rebels"
    assert [words(clauses, c) for c in frame.objects] == ["two camps"]
    assert [(prep, words(clauses, c)) for prep, c in frame.phrases] == [("near", "Kidal")]


def test_what_suffers_a_passive_is_its_object_and_who_does_it_its_subject() -> None:
    _, clauses, frame = frame_of(PASSIVE, "shelled")
    assert frame.is_passive and words(clauses, frame.subject) == "rebels" and words(clauses, frame.objects[0]) == "Camps"


def test_an_infinitive_shares_the_subject_of_a_promise() -> None:
    _, clauses, frame = frame_of(SHARED, "send")
    assert words(clauses, frame.subject) == "Oman" and [words(clauses, c) for c in frame.after("to")] == ["Chad"]


def test_who_is_urged_is_to_act() -> None:
    _, clauses, frame = frame_of(URGED, "release")
    assert words(clauses, frame.subject) == "Chad"


def test_a_promise_takes_its_infinitive() -> None:
    doc, _, frame = frame_of(SHARED, "agreed")
    assert frame.complement is not None and frame.complement.kind == "to" and doc.word(frame.complement.verb) == "send"


def test_a_list_before_the_verb_is_read_to_its_head() -> None:
    _, clauses, frame = frame_of(LISTED, "met")
    assert frame.subject is not None
    listed = clauses.chunks.listed(frame.subject, verb=frame.verb, backward=True)
    assert [words(clauses, c) for c in listed] == ["Chad", "Niger", "Mali"]


def test_a_reduced_relative_is_a_passive() -> None:
    _, clauses, frame = frame_of(REDUCED, "abducted")
    assert frame.is_passive and words(clauses, frame.objects[0]) == "Miners" and words(clauses, frame.subject) == "rebels"


def test_a_relative_pronoun_stands_for_the_noun_before_it() -> None:
    _, clauses, frame = frame_of(WHO, "shelled")
    assert words(clauses, frame.subject) == "Rebels" and not frame.is_passive
