"""Where the words of a noun end, on trees made by hand."""

from __future__ import annotations

from dataclasses import replace

from marked_text import doc_of

from sayso.understand.extract.noun_cues import mend_noun
from sayso.understand.extract.reported_speech import assemble


def mended(marked: str, arcs: str) -> list[list[str]]:
    doc = doc_of(marked)
    pairs = [arc.split(":", 1) for arc in arcs.split()]
    doc = replace(doc, heads=tuple(int(h) - 1 for h, _ in pairs), relations=tuple(r for _, r in pairs))
    (one,) = assemble(doc)
    mend_noun(doc, one)
    return [[s.of(doc.text) for s in part] for part in (one.source, one.content)]


def test_the_clause_whose_subject_the_noun_is_is_no_part_of_its_words() -> None:
    # allegations that the dam leaked were false
    arcs = "7:nsubj 5:mark 4:det 5:nsubj 1:acl 7:cop 0:root"
    assert mended("[Q:allegations] [C:that the dam leaked were false]", arcs) == [[], ["that the dam leaked"]]


def test_the_clause_of_an_object_stays_whole() -> None:
    # he denied claims that the dam leaked
    arcs = "2:nsubj 0:root 3:obj 7:mark 6:det 7:nsubj 3:acl"
    assert mended("he denied [Q:claims] [C:that the dam leaked]", arcs) == [[], ["that the dam leaked"]]


def test_an_article_is_no_source() -> None:
    arcs = "2:det 7:nsubj 6:mark 5:det 6:nsubj 2:acl 8:cop 0:root"
    assert mended("[S:the] [Q:claim] [C:that the dam leaked was false]", arcs)[0] == []
