"""Edges of sources and contents on trees made by hand, and unmarked words that end with the sentence of their cue."""

from __future__ import annotations

from dataclasses import replace

from marked_text import doc_of

from sayso.understand.doc import Doc
from sayso.understand.extract.attribution import Attribution
from sayso.understand.extract.edges import with_whole_edges
from sayso.understand.extract.passives import mend_question
from sayso.understand.extract.reported_speech import assemble
from sayso.understand.extract.sentence_bounds import sentence_bounds


def treed(marked: str, words: str) -> tuple[Doc, list[Attribution]]:
    """Read a marked text with one "tag/head:relation" a word."""
    doc = doc_of(marked)
    rows = [word.replace("/", ":").split(":", 2) for word in words.split()]
    doc = replace(
        doc,
        pos=tuple(r[0] for r in rows),
        heads=tuple(int(r[1]) - 1 for r in rows),
        relations=tuple(r[2] for r in rows),
    )
    return doc, assemble(doc)


def whole(marked: str, words: str) -> list[list[str]]:
    doc, made = treed(marked, words)
    (one,) = with_whole_edges(doc, made)
    return [[s.of(doc.text) for s in part] for part in (one.source, one.cue, one.content)]


def test_a_source_cut_within_its_phrase_takes_the_phrase() -> None:
    # A nurse at the camp said it rained
    words = "DET/2:det NOUN/6:nsubj ADP/5:case DET/5:det NOUN/2:nmod VERB/0:root PRON/8:nsubj VERB/6:ccomp"
    assert whole("[S:A nurse at the] camp [Q:said] [C:it rained]", words)[0] == ["A nurse at the camp"]


def test_a_source_without_the_rest_of_its_phrase_takes_it_and_a_time_is_none_of_it() -> None:
    # A nurse at the camp said it rained
    words = "DET/2:det NOUN/6:nsubj ADP/5:case DET/5:det NOUN/2:nmod VERB/0:root PRON/8:nsubj VERB/6:ccomp"
    assert whole("[S:A nurse] at the camp [Q:said] [C:it rained]", words)[0] == ["A nurse at the camp"]
    assert whole("[S:A nurse] on the Monday [Q:said] [C:it rained]", words)[0] == ["A nurse"]


def test_a_place_before_the_subject_is_none_of_it() -> None:
    # In Oslo the mayor said it rained
    words = "ADP/2:case PROPN/5:obl DET/4:det NOUN/5:nsubj VERB/0:root PRON/7:nsubj VERB/5:ccomp"
    assert whole("[S:In Oslo the mayor] [Q:said] [C:it rained]", words)[0] == ["the mayor"]


def test_a_content_cut_within_its_phrase_goes_on() -> None:
    # she said it killed nine goats and a dog
    words = "PRON/2:nsubj VERB/0:root PRON/4:nsubj VERB/2:ccomp NUM/6:nummod NOUN/4:obj CCONJ/9:cc DET/9:det NOUN/6:conj"
    assert whole("[S:she] [Q:said] [C:it killed nine] goats and a dog", words)[2] == ["it killed nine goats and a dog"]


def test_a_whole_content_does_not_grow() -> None:
    # she said it rained and he left
    words = "PRON/2:nsubj VERB/0:root PRON/4:nsubj VERB/2:ccomp CCONJ/7:cc PRON/7:nsubj VERB/2:conj"
    assert whole("[S:she] [Q:said] [C:it rained] and he left", words)[2] == ["it rained"]


def test_a_content_gives_back_the_subject_it_swallowed() -> None:
    # the bridge is shut, engineer Ana Rook said
    words = "DET/2:det NOUN/4:nsubj AUX/4:cop ADJ/9:ccomp PUNCT/9:punct NOUN/9:nsubj PROPN/6:appos PROPN/7:flat VERB/0:root"
    found = whole("[C:the bridge is shut, engineer Ana Rook] [Q:said]", words)
    assert found == [["engineer Ana Rook"], ["said"], ["the bridge is shut"]]


def test_a_fragment_apart_is_none_of_it() -> None:
    # Ending the war was hard, the envoy said that they left
    words = (
        "VERB/5:csubj DET/3:det NOUN/1:obj AUX/5:cop ADJ/9:ccomp PUNCT/9:punct DET/8:det NOUN/9:nsubj VERB/0:root "
        "SCONJ/12:mark PRON/12:nsubj VERB/9:ccomp"
    )
    found = whole("[C:Ending the war] was hard, [S:the envoy] [Q:said] [C:that they left]", words)
    assert found[2] == ["that they left"]


def test_a_verb_before_its_subject_ends_where_that_begins() -> None:
    # It rains, said a note read to the crew
    words = (
        "PRON/2:nsubj VERB/4:ccomp PUNCT/2:punct VERB/0:root DET/6:det NOUN/4:nsubj VERB/6:acl ADP/10:case DET/10:det NOUN/7:obl"
    )
    found = whole("[C:It rains,] [Q:said a note read to] [S:the crew]", words)
    assert found[:2] == [["a note read to the crew"], ["said"]]


def test_whom_a_question_is_put_to_has_not_asked_it() -> None:
    # Asked whether it held, the minister left
    words = "VERB/8:advcl SCONJ/4:mark PRON/4:nsubj VERB/1:ccomp PUNCT/8:punct DET/7:det NOUN/8:nsubj VERB/0:root"
    doc, (one,) = treed("[Q:Asked] [C:whether it held], [S:the minister] left", words)
    mend_question(doc, one)
    assert one.source == []


def test_who_asks_keeps_the_question() -> None:
    # the minister asked whether it held
    words = "DET/2:det NOUN/3:nsubj VERB/0:root SCONJ/6:mark PRON/6:nsubj VERB/3:ccomp"
    doc, (one,) = treed("[S:the minister] [Q:asked] [C:whether it held]", words)
    mend_question(doc, one)
    assert [s.of(doc.text) for s in one.source] == ["the minister"]


def bounded(marked: str) -> list[tuple[list[str], list[str]]]:
    doc = doc_of(marked)
    return [
        ([s.of(doc.text) for s in a.source], [s.of(doc.text) for s in a.content]) for a in sentence_bounds(doc, assemble(doc))
    ]


def test_unmarked_words_end_with_the_sentence_of_their_cue() -> None:
    found = bounded("[C:The road is open,] [S:Lund] [Q:said]. [C:It was mined for years. The bridge is shut,] [S:he] [Q:added].")
    assert found == [(["Lund"], ["The road is open,"]), (["he"], ["The bridge is shut"])]


def test_words_after_a_colon_go_on() -> None:
    found = bounded("[S:Lund] [Q:wrote:] [C:The road is open. The bridge is shut].")
    assert found == [(["Lund"], ["The road is open. The bridge is shut"])]


def test_quoted_words_go_on() -> None:
    found = bounded("[C:“The road is open. The bridge is shut,”] [S:Lund] [Q:said].")
    assert found == [(["Lund"], ["“The road is open. The bridge is shut,”"])]


def test_what_is_cut_off_goes_to_a_cue_that_has_nothing() -> None:
    found = bounded("[S:Lund] [Q:said] [C:the road is open. The bridge is shut,] [S:she] [Q:added].")
    assert found == [(["Lund"], ["the road is open."]), (["she"], ["The bridge is shut"])]


def test_own_words_go_on_where_a_text_has_no_marks_at_all() -> None:
    found = bounded("[C:We will stay here. We have water,] [S:Lund] [Q:said].")
    assert found == [(["Lund"], ["We will stay here. We have water,"])]


def test_a_subject_behind_its_cue_is_the_source() -> None:
    # It rained , said the mayor , " a lot "
    words = "PRON/2:nsubj VERB/4:ccomp PUNCT/4:punct VERB/0:root DET/6:det NOUN/4:nsubj PUNCT/10:punct PUNCT/10:punct DET/10:det NOUN/4:parataxis PUNCT/10:punct"
    marked = '[C:It rained], [Q:said] [C:the mayor, "a lot"]'
    assert whole(marked, words) == [["the mayor"], ["said"], ["It rained", '"a lot"']]


def test_words_before_the_pronoun_that_speaks_are_said() -> None:
    # The dam , she said , " held "
    words = (
        "DET/2:det NOUN/8:nsubj PUNCT/5:punct PRON/5:nsubj VERB/8:parataxis PUNCT/5:punct PUNCT/8:punct VERB/0:root PUNCT/8:punct"
    )
    assert whole('[S:The dam, she] [Q:said], [C:"held"]', words) == [["she"], ["said"], ["The dam", '"held"']]


def test_what_the_writer_calls_the_words_ends_them() -> None:
    # she said it rained , a claim which he denied
    words = "PRON/2:nsubj VERB/0:root PRON/4:nsubj VERB/2:ccomp PUNCT/7:punct DET/7:det NOUN/4:appos PRON/10:obj PRON/10:nsubj VERB/7:acl:relcl"
    assert whole("[S:she] [Q:said] [C:it rained, a claim which] he denied", words)[2] == ["it rained"]
    # she said he made a vow , a claim and
    words = "PRON/2:nsubj VERB/0:root PRON/4:nsubj VERB/2:ccomp DET/6:det NOUN/4:obj PUNCT/9:punct DET/9:det NOUN/6:conj CCONJ/11:cc DET/6:conj"
    assert whole("[S:she] [Q:said] [C:he made a vow, a claim and more]", words)[2] == ["he made a vow, a claim and more"]


def test_a_cue_without_a_source_has_the_subject_of_the_verb_it_is_joined_to() -> None:
    # It names nine and claims that it rained
    words = "PRON/2:nsubj VERB/0:root NUM/2:obj CCONJ/5:cc VERB/2:conj SCONJ/8:mark PRON/8:nsubj VERB/5:ccomp"
    assert whole("It names nine and [Q:claims] [C:that it rained]", words)[0] == ["It"]
    # It was fined and claims that it rained
    words = "PRON/3:nsubj:pass AUX/3:aux:pass VERB/0:root CCONJ/5:cc VERB/3:conj SCONJ/8:mark PRON/8:nsubj VERB/5:ccomp"
    assert whole("It was fined and [Q:claims] [C:that it rained]", words)[0] == []
