"""Spans of the attribution head → attributions: who belongs to which cue. The head proposes links; a few rules mend what it leaves open."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right

from ...span import Span
from ..doc import Doc, Role
from .attribution import Attribution
from .subjects import subject_of_cue

BY = "head:attribution/1"
CARRIED_BY = "rule:carried_speaker/1"
# Paragraphs over which a quotation without a cue is still the last speaker's; and tokens a paragraph of quotation must have to be one.
CARRIED_PARAGRAPHS = 3
SHORTEST_QUOTATION = 6
# What the link loses for each other cue it passes over, and for each character of distance, in log shares. Swept 0–3 and 0–0.02 on PolNeAR
# dev by whole attributions; re-run `make bench-attribution` before changing.
CUE_PASSED = 1.5
CHARACTER_AWAY = 0.01
# A source rated lower than this belongs to no cue (log share).
FARTHEST_SOURCE = -8.0
_ARTICLES = frozenset(("the", "a", "an"))
_ITEM = re.compile(r"[-–—•*] ")
_LINE_BELOW = re.compile(r".?\s*:\s*\n\s*")
_OPENS = re.compile(r"[^\n]{0,80}:\s*\n")  # "The ministry said:" before a list


def assemble(doc: Doc) -> list[Attribution]:
    """Give one attribution per cue that has a content, in text order."""
    made = [Attribution([], [cue.span], [], cue.confidence, BY) for cue in doc.cues]
    orphans = _give_contents(doc, made)
    _give_sources(doc, made)
    made = [a for a in made if a.content]
    _share_sources(doc, made)
    _take_subjects(doc, made)
    carried = _adopt(doc, made, orphans)
    for one in made:
        one.content.sort()
    return sorted([*made, *carried], key=lambda a: a.anchor)


def _rated(doc: Doc, role: Role) -> list[tuple[float, int, float]]:
    """Rate the cues in reach of a source or content: (rate, cue, the head's share), best first.

    The rate is the head's log share, less for each cue passed over and for distance.
    """
    rates = []
    after = sorted(other for other, _ in role.links if role.span.end <= doc.cues[other].span.start)
    before = sorted(other for other, _ in role.links if doc.cues[other].span.end <= role.span.start)
    for index, share in role.links:
        cue = doc.cues[index].span
        if cue.start >= role.span.end:
            away = cue.start - role.span.end
            passed = bisect_left(after, index)
        else:
            away = max(0, role.span.start - cue.end)
            passed = len(before) - bisect_right(before, index)
        rates.append((math.log(share + 1e-4) - CUE_PASSED * passed - CHARACTER_AWAY * away, index, share))
    return sorted(rates, reverse=True)


def _give_contents(doc: Doc, made: list[Attribution]) -> list[Role]:
    """Hand each content to the cue it links to; returns those without a cue in reach."""
    orphans = []
    for content in doc.contents:
        best = _introduced(doc, content) or next(
            (r for r in _rated(doc, content) if not _is_of_another_item(doc, content.span, doc.cues[r[1]].span)), None
        )
        cue = made[best[1]].cue[0] if best is not None else None
        if best is None or cue is None or _is_out_of_reach(doc, content.span, cue) or _is_of_nobody(doc, content.span, cue):
            orphans.append(content)
            continue
        one = made[best[1]]
        one.content.append(content.span)
        one.confidence = min(one.confidence, content.confidence * best[2])
    return orphans


def _introduced(doc: Doc, content: Role) -> tuple[float, int, float] | None:
    """Give the cue that a quotation follows on a line of its own, rated like the others: "She said:" and the words below."""
    place = bisect_left(doc.cues, content.span.start, key=lambda cue: cue.span.start) - 1
    if place < 0 or doc.quotation_at(content.span.start) is None:
        return None
    between = doc.text[doc.cues[place].span.end - 1 : content.span.start]
    return (0.0, place, dict(content.links).get(place, 0.5)) if _LINE_BELOW.fullmatch(between) else None


def _is_of_another_item(doc: Doc, content: Span, cue: Span) -> bool:
    """Tell whether words without marks stand in an item of a list, and the cue outside it: each item is told for itself."""
    item = doc.sentence_at(content.start)
    is_item = _ITEM.match(doc.text, item.start, item.end) is not None
    return (
        is_item
        and not item.covers(cue)
        and doc.quotation_at(content.start) is None
        and not _OPENS.match(doc.text, cue.end, item.start)
    )


def _is_of_nobody(doc: Doc, content: Span, cue: Span) -> bool:
    """Tell whether words without marks of their own stand apart from the cue, in another paragraph or sentences away, and it does not announce them: nothing there says whose they are."""
    quotation = doc.quotation_at(content.start)
    is_marked = quotation is not None and not quotation.span.covers(cue)
    if is_marked or _OPENS.match(doc.text, cue.end, content.start) or doc.text[cue.end - 1] == ":":
        return False
    is_apart = abs(doc.sentence_number(content.start) - doc.sentence_number(cue.start)) > 1
    return is_apart or doc.paragraph_number(content.start) != doc.paragraph_number(cue.start)


def _is_out_of_reach(doc: Doc, content: Span, cue: Span) -> bool:
    """A content more than three paragraphs from its cue belongs to something the head did not see."""
    return abs(doc.paragraph_number(content.start) - doc.paragraph_number(cue.start)) > 3


def _give_sources(doc: Doc, made: list[Attribution]) -> None:
    """Hand each source to its cue; where two want one cue the better link wins and the other tries its next best."""
    wishes = sorted(
        (
            (rate, i, j, share)
            for i, source in enumerate(doc.sources)
            if not _is_article(doc, source.span)
            for rate, j, share in _rated(doc, source)
            if rate > FARTHEST_SOURCE
        ),
        reverse=True,
    )
    placed: set[int] = set()
    taken: set[int] = set()
    for _, i, j, share in wishes:
        if i in placed or j in taken or _is_out_of_reach(doc, doc.sources[i].span, made[j].cue[0]):
            continue
        placed.add(i)
        taken.add(j)
        made[j].source.append(doc.sources[i].span)
        made[j].confidence = min(made[j].confidence, doc.sources[i].confidence * share)


def _is_article(doc: Doc, source: Span) -> bool:
    """Tell whether a source is an article alone, the first word of some phrase: nobody."""
    return source.of(doc.text).lower() in _ARTICLES


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
        is_going_on = between.strip() == "," and doc.low(doc.tokens_in(one.cue[0])[0]).endswith("ing")  # "they said, adding"
        if (
            is_going_on
            and earlier.source[0].start < earlier.cue[0].start
            or earlier.source[0].end <= one.cue[0].start
            and any(w.strip(",") in ("and", "but", "then", "also") for w in joined)
        ):
            one.source = list(earlier.source)


def _take_subjects(doc: Doc, made: list[Attribution]) -> None:
    """A cue without a source takes the subject of its clause or of the one above, in the words of a source of the head where one holds it."""
    for one in made:
        if one.source or doc.quotation_at(one.cue[0].start) is not None:
            continue
        subject = subject_of_cue(doc, one.cue[0])
        if subject is None or any(subject.overlaps(piece) for piece in one.content):
            continue
        named = _source_over(doc, subject)
        one.source = [named if not any(named.overlaps(piece) for piece in (*one.content, *one.cue)) else subject]


def _source_over(doc: Doc, span: Span) -> Span:
    """Give the source of the head that overlaps a span, the span itself where none does; sources are in text order and stand apart."""
    place = bisect_left(doc.sources, span.end, key=lambda role: role.span.start)
    return next((role.span for role in doc.sources[max(0, place - 2) : place] if role.span.overlaps(span)), span)


def _adopt(doc: Doc, made: list[Attribution], orphans: list[Role]) -> list[Attribution]:
    """Place quotations without a cue; returns those that need a statement of their own.

    In the same or the next paragraph a quotation goes on with the statement before it. Some paragraphs later it is still the last
    speaker's, carried over, with source and cue empty (design, "A quotation that goes on"). With no quotation before, it is left.
    """
    ends = sorted((max(c.end for c in one.content), number) for number, one in enumerate(made))
    carried = []
    for span, confidence in sorted([(o.span, o.confidence) for o in orphans] + _unlabelled(doc, made, orphans)):
        place = bisect_right(ends, (span.start, len(made))) - 1
        if place < 0 or doc.quotation_at(span.start) is None:
            continue
        end, number = ends[place]
        last = made[number]
        gap = doc.paragraph_number(span.start) - doc.paragraph_number(end)
        if gap > CARRIED_PARAGRAPHS or not any(doc.quotation_at(c.start) is not None for c in last.content):
            continue
        if gap <= 1:
            last.content.append(span)
            ends[place] = (span.end, number)
        else:
            carried.append(Attribution([], [], [span], 0.5 * confidence, CARRIED_BY, carried_from=last))
    return carried


def _unlabelled(doc: Doc, made: list[Attribution], orphans: list[Role]) -> list[tuple[Span, float]]:
    """Give paragraphs that are one quotation and in which the head found nothing."""
    taken = {doc.paragraph_number(c.start) for one in made for c in (*one.content, *one.cue)} | {
        doc.paragraph_number(o.span.start) for o in orphans
    }
    return [
        (q.span, 0.6)
        for q in doc.quotations
        if not q.is_single
        and (number := doc.paragraph_number(q.span.start)) not in taken
        and len(doc.paragraphs[number].of(doc.text)) - (q.span.end - q.span.start) <= 2
        and len(doc.tokens_in(q.span)) >= SHORTEST_QUOTATION
    ]
