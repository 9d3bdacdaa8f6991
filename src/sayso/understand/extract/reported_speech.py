"""Spans of the attribution head → attributions: who belongs to which cue. The head proposes links; a few rules mend what it leaves open."""

from __future__ import annotations

import math

from ...span import Span
from ..doc import Doc, Role
from .attribution import Attribution

BY = "head:attribution/1"
# What the link loses for each other cue it passes over, and for each character of distance, in log shares. Swept 0–3 and 0–0.02 on PolNeAR
# dev by whole attributions; re-run `make bench-attribution` before changing.
CUE_PASSED = 1.5
CHARACTER_AWAY = 0.01
# A source rated lower than this belongs to no cue (log share).
FARTHEST_SOURCE = -8.0


def assemble(doc: Doc) -> list[Attribution]:
    """Give one attribution per cue that has a content, in text order."""
    made = [Attribution([], [cue.span], [], cue.confidence, BY) for cue in doc.cues]
    orphans = _give_contents(doc, made)
    _give_sources(doc, made)
    made = [a for a in made if a.content]
    _share_sources(doc, made)
    _adopt(doc, made, orphans)
    for one in made:
        one.content.sort()
    return sorted(made, key=lambda a: a.anchor)


def _rated(doc: Doc, role: Role) -> list[float]:
    """Rate every cue for a source or content: the head's link, less for each cue passed over and for distance."""
    ends = [cue.span for cue in doc.cues]
    rates = []
    for cue, share in zip(ends, role.links, strict=True):
        low, high = (role.span.end, cue.start) if cue.start >= role.span.end else (cue.end, role.span.start)
        passed = sum(1 for other in ends if low <= other.start and other.end <= high)
        rates.append(math.log(share + 1e-4) - CUE_PASSED * passed - CHARACTER_AWAY * max(0, high - low))
    return rates


def _give_contents(doc: Doc, made: list[Attribution]) -> list[Role]:
    """Hand each content to the cue it links to; returns those without a cue in reach."""
    orphans = []
    for content in doc.contents:
        rates = _rated(doc, content)
        index = max(range(len(rates)), key=rates.__getitem__) if rates else -1
        if index < 0 or _is_out_of_reach(doc, content.span, made[index].cue[0]):
            orphans.append(content)
            continue
        one = made[index]
        one.content.append(content.span)
        one.confidence = min(one.confidence, content.confidence * content.links[index])
    return orphans


def _is_out_of_reach(doc: Doc, content: Span, cue: Span) -> bool:
    """A content more than three paragraphs from its cue belongs to something the head did not see."""
    paragraphs = doc.paragraphs
    low, high = sorted((content.start, cue.start))
    between = sum(1 for p in paragraphs if low < p.start <= high)
    return between > 3


def _give_sources(doc: Doc, made: list[Attribution]) -> None:
    """Hand each source to its cue; where two want one cue the better link wins and the other tries its next best."""
    wishes = sorted(
        ((rate, i, j) for i, source in enumerate(doc.sources) for j, rate in enumerate(_rated(doc, source)) if rate > FARTHEST_SOURCE),
        reverse=True,
    )
    placed: set[int] = set()
    taken: set[int] = set()
    for _, i, j in wishes:
        if i in placed or j in taken or _is_out_of_reach(doc, doc.sources[i].span, made[j].cue[0]):
            continue
        placed.add(i)
        taken.add(j)
        made[j].source.append(doc.sources[i].span)
        made[j].confidence = min(made[j].confidence, doc.sources[i].confidence * doc.sources[i].links[j])


def _share_sources(doc: Doc, made: list[Attribution]) -> None:
    """A cue without a source shares that of an earlier cue in its sentence: "X said A and added that B"."""
    for number, one in enumerate(made):
        if one.source or not number:
            continue
        earlier = made[number - 1]
        sentence = doc.sentence_at(one.cue[0].start)
        if not earlier.source or earlier.cue[0].start < sentence.start:
            continue
        between = doc.text[earlier.cue[0].end : one.cue[0].start].lower()
        joined = between.rstrip().split()[-2:]
        if earlier.source[0].end <= one.cue[0].start and any(w.strip(",") in ("and", "but", "then", "also") for w in joined):
            one.source = list(earlier.source)


def _adopt(doc: Doc, made: list[Attribution], orphans: list[Role]) -> None:
    """A quotation without a cue goes on with the statement before it, in the same or the next paragraph."""
    for orphan in orphans:
        before = [a for a in made if a.content and max(c.end for c in a.content) <= orphan.span.start]
        if not before or doc.quotation_at(orphan.span.start) is None:
            continue
        last = max(before, key=lambda a: max(c.end for c in a.content))
        gap = sum(1 for p in doc.paragraphs if max(c.end for c in last.content) < p.start <= orphan.span.start)
        if gap <= 1 and any(doc.quotation_at(c.start) is not None for c in last.content):
            last.content.append(orphan.span)
