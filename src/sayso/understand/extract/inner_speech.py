"""Spans of the head for nested attribution → attributions inside a content: "X said that **Y had warned of floods**".

The head marks at most one level inside another. Each cue takes the source and the contents that stand nearest to it in the same content.
What a speaker says of his own mind is no second statement: "I think the road is closed", he said, is one.
"""

from __future__ import annotations

from bisect import bisect_left

from ...findings.statement import Act
from ...span import Span
from ..doc import Doc, Role
from .attribution import Attribution
from .cues import read_cue

BY = "head:inner/1"
# Least mean probability of a cue, and of its content: rare shapes are left to the rules of relayed speech rather than guessed.
LEAST_CUE, LEAST_CONTENT = 0.7, 0.6
_OWN = {"i", "we", "he", "she", "they", "it", "you", "who", "which", "that", "one"}
_OF_THE_MIND = (Act.THINK, Act.WANT, Act.ESTIMATE)


def inner_attributions(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Give the attributions that the head finds inside contents of those already made, each tied to the one it stands in."""
    if not doc.inner:
        return []
    starts = [role.span.start for role in doc.inner]
    known = [cue for one in made for cue in one.cue]
    found: list[Attribution] = []
    for outer in made:
        for piece in outer.content:
            roles = doc.inner[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]
            inside = [r for r in roles if piece.covers(r.span)]
            for cue in (r for r in inside if r.role == "cue" and r.confidence >= LEAST_CUE):
                one = _gathered(cue, inside, outer)
                if one is None or _is_own_mind(doc, one):
                    continue
                if not any(cue.span.overlaps(other) for other in known):
                    found.append(one)
                    known.append(cue.span)
    return found


def _gathered(cue: Role, inside: list[Role], outer: Attribution) -> Attribution | None:
    cues = [r.span for r in inside if r.role == "cue"]

    def is_mine(role: Role) -> bool:
        return min(cues, key=lambda other: _gap(other, role.span)) == cue.span

    contents = [r for r in inside if r.role == "content" and r.confidence >= LEAST_CONTENT and is_mine(r)]
    sources = sorted((r for r in inside if r.role == "source" and is_mine(r)), key=lambda r: _gap(cue.span, r.span))[:1]
    if not contents:
        return None
    confidence = min([cue.confidence, outer.confidence, *(r.confidence for r in contents + sources)])
    return Attribution([r.span for r in sources], [cue.span], [r.span for r in contents], confidence, BY, outer=outer)


def _is_own_mind(doc: Doc, one: Attribution) -> bool:
    """Tell whether a pronoun thinks or wants, or does what no lexicon knows as reporting: the outer speaker, nearly always.

    A cue without a source is left too: most are deeds in the passive ("had been agreed").
    """
    if one.source and one.source[0].of(doc.text).lower() not in _OWN:
        return False
    reading = read_cue(one.cue[0].of(doc.text))
    return not one.source or not reading.word or reading.act in _OF_THE_MIND


def _gap(cue: Span, other: Span) -> int:
    return other.start - cue.end if other.start >= cue.end else cue.start - other.end
