"""Words without quotation marks end with the sentence of their cue: "A is so, X said. B is so, he said." are two statements.

In PolNeAR's train texts one unmarked content in a hundred reaches over the end of a sentence, and nearly all of these follow a colon. Where a text has no
paragraphs the head tends to run on all the same, and to take what belongs to the next cue; that is given back here.
"""

from __future__ import annotations

import re

from ...span import Span
from ..doc import Doc
from .attribution import Attribution
from .subjects import subject_of_cue

BY = "rule:sentence_bounds/1"
SHORTEST = 8  # characters of a content that is given back
_OPENING = re.compile(r"[\s,;–—-]*(?:that\s)?")
_MARK = re.compile(r"''|``|[“”\"]")
_OWN_WORDS = re.compile(r"\b(?:I|we|We|my|My|our|Our|me|us|you|You|your)\b")
_CLOSING = re.compile(r"[\s,;–—-]*$")


def sentence_bounds(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Cut unmarked contents at the ends of their cue's sentence; what is cut off goes to a cue of its own sentence that has nothing."""
    found: list[Attribution] = []
    loose: list[Span] = []
    for one in made:
        if one.is_imputed or not one.cue or one.cue[-1].of(doc.text).rstrip().endswith(":"):
            found.append(one)
            continue
        home = doc.sentence_at(one.cue[0].start)
        kept: list[Span] = []
        for piece in [_to_closing_mark(doc, piece, home) for piece in one.content]:
            if (
                not _is_plain(doc, piece)
                or _is_direct(doc, piece, home)
                or doc.sentence_at(max(piece.start, piece.end - 2)) == doc.sentence_at(piece.start) == home
            ):
                kept.append(piece)
                continue
            for part in _by_sentence(doc, piece):
                (kept if part.overlaps(home) else loose).append(part)
        one.content = kept or one.content
        found.append(one)
    return sorted([*found, *_given_back(doc, found, loose)], key=lambda a: a.anchor)


def _to_closing_mark(doc: Doc, piece: Span, home: Span) -> Span:
    """Cut a content after the mark that closes quotation and sentence, where what follows is unmarked: "said it was “over.” The road …"."""
    if not piece.overlaps(home) or piece.end <= home.end or doc.quotation_at(piece.start) is not None:
        return piece
    quotation = next((q for q in reversed(doc.quotations_in(piece)) if q.is_closed), None)
    if quotation is None or quotation.span.end < home.end - 2 or quotation.span.end >= piece.end - 1:
        return piece
    closes = doc.text[quotation.span.end - 2 : quotation.span.end - 1] in ".!?" or doc.text[quotation.span.end] == "."
    rest = doc.text[quotation.span.end : piece.end]
    return Span(piece.start, quotation.span.end) if closes and rest.lstrip(" .")[:1].isupper() else piece


def _is_plain(doc: Doc, piece: Span) -> bool:
    """Tell whether no quotation mark has to do with a piece."""
    if _MARK.search(piece.of(doc.text)):
        return False
    return not doc.quotations_in(piece) and doc.quotation_at(piece.start) is None and doc.quotation_at(piece.end - 1) is None


def _is_direct(doc: Doc, piece: Span, home: Span) -> bool:
    """Tell whether words are somebody's own in a text that has no quotation marks at all: "We will stay. We have water, she said"."""
    beyond = doc.text[piece.start : max(piece.start, home.start)] + " " + doc.text[min(piece.end, home.end) : piece.end]
    return all(q.is_single for q in doc.quotations) and _OWN_WORDS.search(beyond) is not None


def _by_sentence(doc: Doc, piece: Span) -> list[Span]:
    """Part a piece at the ends of its sentences."""
    parts, start = [], piece.start
    while start < piece.end:
        sentence = doc.sentence_at(start)
        end = min(piece.end, max(sentence.end, start + 1))
        words = doc.text[start:end]
        low, high = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        if low < high:
            parts.append(Span(low, high))
        start = end
    return parts


def _given_back(doc: Doc, made: list[Attribution], loose: list[Span]) -> list[Attribution]:
    """Give each part to the one cue of its sentence that no attribution has."""
    used = {cue.start for one in made for cue in one.cue}
    added = []
    for part in loose:
        sentence = doc.sentence_at(part.start)
        cues = [c for c in doc.cues if sentence.covers(c.span)]
        if len(cues) != 1 or cues[0].span.start in used:
            continue
        cue = cues[0].span
        source = next((s.span for s in doc.sources if sentence.covers(s.span) and not s.span.overlaps(cue)), None)
        source = source or subject_of_cue(doc, cue)
        words = _beside(doc, part, [cue] if source is None else [source, cue])
        if words is not None:
            used.add(cue.start)
            added.append(Attribution([source] if source else [], [cue], [words], 0.5 * cues[0].confidence, BY))
    return added


def _beside(doc: Doc, part: Span, taken: list[Span]) -> Span | None:
    """Give the longer side of a part that source and cue do not hold."""
    low, high = min(s.start for s in taken), max(s.end for s in taken)
    before, after = Span(part.start, max(part.start, min(part.end, low))), Span(min(part.end, max(part.start, high)), part.end)
    best = max((before, after), key=lambda s: s.end - s.start)
    words = best.of(doc.text)
    opening, closing = _OPENING.match(words), _CLOSING.search(words)
    start = best.start + (opening.end() if opening else 0)
    end = best.start + (closing.start() if closing else len(words))
    return Span(start, end) if end - start >= SHORTEST else None
