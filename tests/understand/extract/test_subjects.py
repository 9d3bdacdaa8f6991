"""The subject of a cue, on trees made by hand."""

from __future__ import annotations

from dataclasses import replace

from marked_text import doc_of

from sayso.span import Span
from sayso.understand.doc import Doc
from sayso.understand.extract.reported_speech import assemble
from sayso.understand.extract.subjects import subject_of_cue


def tree(marked: str, arcs: str) -> Doc:
    """Give a Doc whose tokens have these arcs: "head:relation" for each, heads counted from 1, 0 for the root."""
    doc = doc_of(marked)
    pairs = [arc.split(":", 1) for arc in arcs.split()]
    assert len(pairs) == len(doc.tokens)
    return replace(doc, heads=tuple(int(h) - 1 for h, _ in pairs), relations=tuple(r for _, r in pairs))


def subject(doc: Doc, cue: str) -> str | None:
    start = doc.text.index(cue)
    found = subject_of_cue(doc, Span(start, start + len(cue)))
    return found.of(doc.text) if found else None


# Mayor Vidal spoke , adding that the dam held .
ADDING = "2:compound 3:nsubj 0:root 3:punct 3:advcl 9:mark 8:det 9:nsubj 5:ccomp 3:punct"


def test_a_participle_shares_the_subject_of_its_clause() -> None:
    doc = tree("Mayor {PER:Vidal} spoke, [Q:adding] [C:that the dam held].", ADDING)
    doc = replace(doc, pos=tuple("VERB" if doc.word(i) in ("spoke", "adding", "held") else tag for i, tag in enumerate(doc.pos)))
    assert subject(doc, "adding") == "Mayor Vidal"
    (one,) = assemble(doc)
    assert [s.of(doc.text) for s in one.source] == ["Mayor Vidal"]


def test_what_the_head_calls_the_source_is_taken_whole() -> None:
    doc = tree("[S:Mayor {PER:Vidal} spoke], [Q:adding] [C:that the dam held].", ADDING)
    doc = replace(doc, sources=(replace(doc.sources[0], span=Span(0, 11), links=()),))
    doc = replace(doc, pos=tuple("VERB" if doc.word(i) in ("spoke", "adding", "held") else tag for i, tag in enumerate(doc.pos)))
    (one,) = assemble(doc)
    assert [s.of(doc.text) for s in one.source] == ["Mayor Vidal"]


def test_the_passive_has_no_speaker_for_its_subject() -> None:
    # He was told that the dam held .
    doc = tree("He was [Q:told] [C:that the dam held].", "3:nsubj:pass 3:aux:pass 0:root 7:mark 6:det 7:nsubj 3:ccomp 3:punct")
    doc = replace(doc, pos=tuple("VERB" if doc.word(i) in ("told", "held") else tag for i, tag in enumerate(doc.pos)))
    assert subject(doc, "told") is None
    assert assemble(doc)[0].source == []


def test_another_persons_clause_does_not_lend_its_subject() -> None:
    # Ada knew claimed losses : a content clause without a subject of its own
    doc = tree("{PER:Ada} knew [Q:claimed] losses", "2:nsubj 0:root 2:ccomp 3:obj")
    doc = replace(doc, pos=("PROPN", "VERB", "VERB", "NOUN"))
    assert subject(doc, "claimed") is None


def test_without_syntax_nothing_is_said() -> None:
    assert subject(doc_of("Mayor {PER:Vidal} spoke, [Q:adding] [C:that the dam held]."), "adding") is None
