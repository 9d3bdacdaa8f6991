"""Givers named in a contact clause: "the hundreds of thousands the West estimates have been killed". Finds what the head left open.

The clause has no comma before the giver and a finite verb right after the cue; the words before and after are two pieces of one content.
"""

from __future__ import annotations

import re

from ...span import Span
from ..doc import Doc
from ..phrases import noun_phrase_before
from .attribution import Attribution

BY = "rule:asides/1"
_CUES = {
    "says", "say", "said", "estimates", "estimate", "estimated", "believes", "believe", "believed", "claims", "claim", "claimed", "thinks", "think",
    "reckons", "reckon", "fears", "fear", "feared", "alleges", "allege", "alleged", "suspects", "suspect", "suspected", "insists", "insist", "expects",
    "expect", "expected", "hopes", "hope", "hoped",
}  # fmt: skip
_FINITE = {"have", "has", "had", "is", "are", "was", "were", "will", "would", "could", "may", "might", "can"}
_END = re.compile(r"[,;:.!?—–](?=\s|$)|$")


def asides(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Add contact clauses whose cue the head did not find, and cut contents to the figure that a contact clause is about."""
    for known in made:
        _cut_to_figure(doc, known)
    taken = [piece for one in made for piece in (*one.cue, *one.source)]
    found = list(made)
    for index in range(2, len(doc.tokens) - 1):
        if doc.word(index) not in _CUES or doc.word(index + 1) not in _FINITE:
            continue
        cue = doc.tokens[index]
        if any(cue.overlaps(t) for t in taken) or doc.quotation_at(cue.start) is not None:
            continue
        one = _contact_clause(doc, index)
        if one is not None and _make_room(one, made):
            found.append(one)
    return sorted(found, key=lambda a: a.anchor)


def _make_room(one: Attribution, made: list[Attribution]) -> bool:
    """Take the words of a contact clause out of contents that begin in it; False where a content holds more than the clause."""
    begin = min(p.start for p in one.content)
    inside = [(a, q) for a in made for q in a.content if any(p.overlaps(q) for p in (*one.content, *one.source, *one.cue))]
    if any(q.start < begin or len(a.content) == 1 for a, q in inside):
        return False
    for a, q in inside:
        a.content = [piece for piece in a.content if piece is not q]
    return True


def _cut_to_figure(doc: Doc, one: Attribution) -> None:
    """ "The fleet is small, at least 30 the ministry says, and old": with no comma before its giver, only the figure is said by him."""
    if not one.source or not one.cue or len(one.source) > 1 or one.source[0].end > one.cue[0].start:
        return
    before = [piece for piece in one.content if piece.end <= one.source[0].start]
    if not before or doc.text[before[-1].end : one.source[0].start].strip():
        return
    comma = doc.text.rfind(", ", before[-1].start, before[-1].end)
    is_apart = len(before) > 1 and "," in doc.text[before[-2].end - 1 : before[-1].start]  # already a piece of its own
    tail = Span(comma + 2, before[-1].end) if comma >= 0 else before[-1] if is_apart else None
    if tail is None or doc.quotation_at(tail.start) is not None or len(doc.tokens_in(tail)) > 8:
        return
    tags = [doc.pos[i] for i in doc.tokens_in(tail)]
    if "NUM" in tags and not {"VERB", "AUX", "PRON"} & set(tags):
        one.content = [tail, *(p for p in one.content if p.start > one.cue[-1].end and doc.quotation_at(p.start) is not None)]


def _contact_clause(doc: Doc, index: int) -> Attribution | None:
    cue = doc.tokens[index]
    sentence = doc.sentence_at(cue.start)
    source = noun_phrase_before(doc, cue.start, floor=sentence.start) or _the_name(doc, index)
    if source is None:
        return None
    # Two noun phrases in a row: the second begins with its article, or is a name after a noun.
    start = _second_phrase(doc, source)
    if start is None:
        return None
    source = Span(start, source.end)
    head = noun_phrase_before(doc, source.start, floor=sentence.start)
    if head is None or doc.text[head.end : source.start].strip():
        return None
    end = _END.search(doc.text, cue.end + 1, sentence.end)
    stop = end.start() if end else sentence.end
    begin = doc.tokens[index + 1].start
    if stop - begin < 8:
        return None
    return Attribution([source], [cue], [_without_article(doc, head), Span(begin, stop)], 0.7, BY)


def _the_name(doc: Doc, index: int) -> Span | None:
    """Give "the West": an article and a word with a capital, whatever the tagger takes it for."""
    article, name = doc.tokens[index - 2], doc.tokens[index - 1]
    is_name = doc.low(index - 2) == "the" and doc.word(index - 1)[:1].isupper()
    return Span(article.start, name.end) if is_name else None


def _second_phrase(doc: Doc, span: Span) -> int | None:
    tokens = list(doc.tokens_in(span))
    if doc.low(tokens[0]) in ("the", "a", "an", "many", "some", "most"):
        before = tokens[0] - 1
        return span.start if before >= 0 and doc.pos[before] in ("NOUN", "PROPN", "NUM") else None
    return None


def _without_article(doc: Doc, span: Span) -> Span:
    first = doc.tokens_in(span).start
    return (
        Span(doc.tokens[first + 1].start, span.end)
        if doc.low(first) in ("the", "a", "an") and doc.tokens[first].end < span.end
        else span
    )
