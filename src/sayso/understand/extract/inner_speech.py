"""Spans of the head for nested attribution → attributions inside a content: "X said that **Y had warned of floods**".

The head marks at most one level inside another. Each cue takes the source and the contents that stand nearest to it in the same content.
What a speaker says of his own mind is no second statement: "I think the road is closed", he said, is one.
"""

from __future__ import annotations

from bisect import bisect_left

from ...findings.statement import Act
from ...span import Span, SpanSet
from ..doc import Doc, Role
from .attribution import Attribution
from .cues import nouns, read_cue
from .mending import is_open, without_days
from .noun_cues import noun_before

BY = "head:inner/1"
# Least mean probability of a cue, and of its content. Swept with encoder/3, 0.7/0.6 to 0.5/0.4: held-out passages right on both levels 23, 29, 29 of 84;
# whole attributions of PolNeAR dev at the scorer's default level, which counts every second level as an error, 67.7 to 64.1.
LEAST_CUE, LEAST_CONTENT = 0.6, 0.5
_OWN = {"i", "we", "he", "she", "it"}
_OF_THE_MIND = (Act.THINK, Act.WANT, Act.ESTIMATE)


def inner_attributions(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Give the attributions that the head finds inside contents of those already made, each tied to the one it stands in."""
    starts = [role.span.start for role in doc.inner]
    taken = SpanSet(cue for one in made for cue in one.cue)
    found: list[Attribution] = []
    for outer in made:
        for piece in outer.content:
            inside = doc.inner[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]
            for cue, roles in _by_cue([r for r in inside if piece.covers(r.span)]):
                one = _gathered(doc, cue, roles, outer)
                if (
                    one is None
                    or is_open(doc, cue.span)
                    or _is_own_mind(doc, one)
                    or _is_purpose(doc, one, outer)
                    or taken.touching(cue.span)
                ):
                    continue
                without_days(doc, one)
                found.append(one)
                taken.add(cue.span)
            found += _of_nouns(doc, [r for r in inside if piece.covers(r.span)], piece, outer)
    return found


def _of_nouns(doc: Doc, roles: list[Role], piece: Span, outer: Attribution) -> list[Attribution]:
    """Give words for which the head found no cue to the noun right before them: "said *allegations* that the army had sold the mill were untrue"."""
    if any(role.role != "content" for role in roles):
        return []
    told = [(role, noun_before(doc, role.span, piece)) for role in roles if role.confidence >= LEAST_CONTENT]
    return [
        Attribution([], [noun], [_whole(doc, role.span)], min(outer.confidence, role.confidence), BY, outer=outer)
        for role, noun in told
        if noun is not None
    ]


def _by_cue(inside: list[Role]) -> list[tuple[Role, list[Role]]]:
    """Give each cue with the sources and contents that stand nearer to it than to any other."""
    cues: list[tuple[Role, list[Role]]] = [(role, []) for role in inside if role.role == "cue"]
    starts = [cue.span.start for cue, _ in cues]
    for role in inside:
        if role.role != "cue" and cues:
            place = bisect_left(starts, role.span.start)
            near = cues[max(0, place - 1) : place + 1]
            min(near, key=lambda pair: _gap(pair[0].span, role.span))[1].append(role)
    return cues


def _gathered(doc: Doc, cue: Role, roles: list[Role], outer: Attribution) -> Attribution | None:
    contents = [r for r in roles if r.role == "content" and r.confidence >= LEAST_CONTENT]
    sources = sorted((r for r in roles if r.role == "source"), key=lambda r: _gap(cue.span, r.span))[:1]
    if not contents or cue.confidence < LEAST_CUE:
        return None
    confidence = min([cue.confidence, outer.confidence, *(r.confidence for r in contents + sources)])
    pieces = [_whole(doc, r.span) for r in contents]
    return Attribution([r.span for r in sources], [cue.span], pieces, confidence, BY, outer=outer)


def _whole(doc: Doc, span: Span) -> Span:
    """Let words end where a word does: the head cuts now and then within one."""
    last = doc.tokens_in(span).stop - 1
    return Span(span.start, max(span.end, doc.tokens[last].end)) if last >= 0 else span


def _is_own_mind(doc: Doc, one: Attribution) -> bool:
    """Tell whether a pronoun for one speaker thinks or wants, or does what no lexicon knows as reporting: the outer speaker, nearly always.

    A cue without a source is left where no lexicon knows it, and a verb where nobody is said to do anything: deeds ("had been agreed in principle").
    """
    if one.source and one.source[0].of(doc.text).lower() not in _OWN:
        return False
    reading = read_cue(one.cue[0].of(doc.text))
    if (
        not one.source
        and reading.word not in nouns()
        and not any(_is_told(doc, one.cue[0], i) for c in one.content for i in doc.tokens_in(c))
    ):
        return True
    return not reading.word or (bool(one.source) and reading.act in _OF_THE_MIND)


def _is_told(doc: Doc, cue: Span, index: int) -> bool:
    """Tell whether a word is a verb that somebody says, not one only joined to the cue: "had been agreed “in principle” but not *signed*"."""
    if doc.pos[index] not in ("VERB", "AUX"):
        return False
    return not doc.heads or doc.relations[index] != "conj" or not cue.covers(doc.tokens[doc.heads[index]])


def _is_purpose(doc: Doc, one: Attribution, outer: Attribution) -> bool:
    """Tell whether an infinitive says what a deed was done for: "summoned the envoy to protest against the raid" is not the envoy's protest."""
    is_infinitive = one.cue[0].of(doc.text).lower().startswith("to ")
    is_deed = not any(read_cue(cue.of(doc.text)).word for cue in outer.cue)
    return is_infinitive and is_deed and any(source.end + 1 == one.cue[0].start for source in one.source)


def _gap(cue: Span, other: Span) -> int:
    return other.start - cue.end if other.start >= cue.end else cue.start - other.end
