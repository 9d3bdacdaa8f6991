"""Wordings at which the head's edges are off by a word or two, whatever the tree: "rule out | asking", "say only | that", "a group calling itself X | said"."""

from __future__ import annotations

import re

from ...span import Span
from ..doc import Doc
from .attribution import Attribution

_CALLS_ITSELF = re.compile(r"(?:calling|calls|called)", re.IGNORECASE)
_ITSELF = re.compile(r"(?:itself|themselves|himself|herself) ")
_CALLED = re.compile(
    r" (?:(?:that|which|who) calls? (?:itself|themselves)|calling (?:itself|themselves)|known as|going by the name of) [^,;:.“”\"]{2,60} "
)
_RULED_OUT = re.compile(r"\b(?P<cue>rul(?:e|es|ed|ing) out) (?P<what>\w+ing)$", re.IGNORECASE)
_ONLY = re.compile(r"only (?=that\b)", re.IGNORECASE)
_NEAR = 3  # characters between pieces that stand side by side


def self_named(doc: Doc, one: Attribution) -> None:
    """Who calls itself something is called so: "A group calling itself the Heirs | said"; what it calls itself is no remark."""
    if _CALLS_ITSELF.fullmatch(one.cue[0].of(doc.text)) and _ITSELF.match(doc.text, one.content[0].start):
        one.content = []
        return
    if len(one.source) != 1 or one.cue[0].start < one.source[0].end:
        return
    if (
        len(one.content) > 1
        and one.source[0].of(doc.text).endswith((" itself", " themselves"))
        and one.content[0].end < one.cue[0].start
    ):
        one.source, one.content = [Span(one.source[0].start, one.content[0].end)], one.content[1:]
    elif _CALLED.fullmatch(doc.text, one.source[0].end, one.cue[0].start):
        one.source = [Span(one.source[0].start, one.cue[0].start - 1)]


def ruled_out(doc: Doc, one: Attribution) -> None:
    """What is ruled out is none of the cue: "did not rule out | asking for help"."""
    if len(one.cue) != 1 or not one.content:
        return
    match = _RULED_OUT.search(one.cue[0].of(doc.text))
    if match is None or not 0 <= one.content[0].start - one.cue[0].end <= _NEAR:
        return
    start = one.cue[0].start + match.start("what")
    one.content[0] = Span(start, one.content[0].end)
    one.cue = [Span(one.cue[0].start, one.cue[0].start + match.end("cue"))]


def only_that(doc: Doc, one: Attribution) -> None:
    """ "Only" before "that" says how little is said and belongs to the cue: "would say only | that talks went on"."""
    if not one.content or not one.cue or not _ONLY.match(doc.text, one.content[0].start, one.content[0].end):
        return
    first, cue = one.content[0], one.cue[-1]
    if 0 <= first.start - cue.end <= _NEAR:
        one.cue[-1] = Span(cue.start, first.start + len("only"))
        one.content[0] = Span(first.start + len("only "), first.end)
