"""Passive cues on trees made by hand: to whom words are said is not who says them."""

from __future__ import annotations

from dataclasses import replace

from marked_text import doc_of

from sayso.understand.extract.passives import mend_passive
from sayso.understand.extract.reported_speech import assemble


def mended(marked: str, arcs: str) -> list[list[str]]:
    doc = doc_of(marked)
    pairs = [arc.split(":", 1) for arc in arcs.split()]
    doc = replace(doc, heads=tuple(int(h) - 1 for h, _ in pairs), relations=tuple(r for _, r in pairs))
    (one,) = assemble(doc)
    mend_passive(doc, one)
    return [[s.of(doc.text) for s in part] for part in (one.source, one.cue, one.content)]


def test_who_is_told_is_no_source() -> None:
    # the crew had been told that the hull held
    arcs = "2:det 5:nsubj:pass 5:aux 5:aux:pass 0:root 9:mark 8:det 9:nsubj 5:ccomp"
    found = mended("[S:the crew] [Q:had been told] [C:that the hull held]", arcs)
    assert found == [[], ["had been told"], ["that the hull held"]]


def test_by_names_the_source() -> None:
    # the crew was told by the owner that the hull held
    arcs = "2:det 4:nsubj:pass 4:aux:pass 0:root 7:case 7:det 4:obl:agent 11:mark 10:det 11:nsubj 4:ccomp"
    found = mended("[S:the crew] [Q:was told] by the owner [C:that the hull held]", arcs)
    assert found == [["the owner"], ["was told"], ["that the hull held"]]


def test_of_whom_it_is_said_belongs_to_the_words() -> None:
    # the crew was accused of theft
    found = mended("[S:the crew] [Q:was accused] [C:of theft]", "2:det 4:nsubj:pass 4:aux:pass 0:root 6:case 4:obl")
    assert found == [[], ["was accused"], ["the crew", "of theft"]]


def test_who_is_quoted_speaks() -> None:
    # the owner was quoted as saying the hull held
    arcs = "2:det 4:nsubj:pass 4:aux:pass 0:root 6:mark 4:advcl 8:det 9:nsubj 6:ccomp"
    found = mended("[S:the owner] [Q:was quoted as saying] [C:the hull held]", arcs)
    assert found[0] == ["the owner"]
