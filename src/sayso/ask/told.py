"""An event → the report's own words that tell it, for a reader: verbatim, from who did it to the end of the clause.

An event's evidence ends with its last part: the trigger, where nobody is acted upon ("the delegation rejected"). A reader needs the rest
of the clause ("the accusations"), which no part of the event is; it is taken from the text as it stands, up to the next mark. An act in
matter that names to whom it is done is whole without the rest ("sending soldiers to Russia").
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..findings.event import Event
from ..findings.reading import Reading
from ..span import Span, hull

# Longest stretch of text a line shows whole, in code points: about three lines of print. Beyond it only the pieces are shown.
MAX_WHOLE = 240
# Marks that end a clause for a reader; a comma or point within a number or an abbreviation has no blank behind it.
_RIGHT = re.compile(r"[,;:.!?](?=\s|$)|[“”\"()]|\s[–—-]\s|\n")
_LEFT = re.compile(r"[,;:!?]\s|[“”\"()]|\s[–—-]\s|\n")
# Before the next event of the sentence a clause ends here.
_JOINS = re.compile(r",?\s(?:and|but|while|or)\s")


def told(event: Event, reading: Reading) -> str:
    """Give the words that tell the event, pieces joined by an ellipsis."""
    return reading.words(*told_at(event, reading))


def told_at(event: Event, reading: Reading) -> tuple[Span, ...]:
    """Give where the words stand that tell the event: within its sentence, and within the statement it stands in."""
    bounds, text = _bounds(event, reading), reading.report.text
    own = (event.trigger, *event.actor_spans, *event.recipient_spans)
    for spans in ((*own, *event.evidence), own):
        core = hull(_within(spans, bounds))
        whole = _widened(core, bounds, event, reading)
        for stretch in (whole, core):
            if stretch.end - stretch.start <= MAX_WHOLE:
                return (_trimmed(stretch, text),)
    return tuple(sorted(set(_within(own, bounds))))


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Give spans in order, those that overlap or touch as one."""
    made: list[Span] = []
    for span in sorted(spans):
        if made and span.start <= made[-1].end:
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return tuple(made)


def _trimmed(stretch: Span, text: str) -> Span:
    words = stretch.of(text)
    start = stretch.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip().rstrip(",;: ")))


def _bounds(event: Event, reading: Reading) -> Span:
    sentence = next((s for s in reading.sentences if s.overlaps(event.trigger)), Span(0, len(reading.report.text)))
    statement = next((s for s in reading.statements if s.id == event.statement), None)
    piece = next((p for p in statement.content if p.covers(event.trigger)), None) if statement else None
    return Span(max(sentence.start, piece.start), min(sentence.end, piece.end)) if piece else sentence


def _widened(core: Span, bounds: Span, event: Event, reading: Reading) -> Span:
    """Give the stretch to the end of the clause; where nobody is named who did it, from the clause's beginning too."""
    text, start = reading.report.text, core.start
    if not any(span.overlaps(bounds) for span in event.actor_spans):
        marks = list(_LEFT.finditer(text, bounds.start, core.start))
        start = marks[-1].end() if marks else bounds.start
    limit = min((e.trigger.start for e in reading.events if core.end < e.trigger.start < bounds.end), default=bounds.end)
    if _is_whole(event, core):
        return Span(start, core.end)
    mark = _RIGHT.search(text, core.end, bounds.end)
    end = mark.start() if mark else bounds.end
    if mark and mark[0] == "“":  # words of somebody, with which the clause ends
        closing = text.find("”", mark.end(), bounds.end)
        end = closing + 1 if closing >= 0 else end
    if limit < end:  # another event begins before: up to what joins the two, else no further
        joins = list(_JOINS.finditer(text, core.end, limit))
        end = joins[-1].start() if joins else core.end
    return Span(start, end)


def _is_whole(event: Event, core: Span) -> bool:
    """Tell whether the act is one in matter and its words go on behind the trigger to whom it is done."""
    after = any(span.start >= event.trigger.end for span in event.recipient_spans)
    return after and core.end > event.trigger.end and (event.quad or "").startswith("MATERIAL")


def _within(spans: Iterable[Span], bounds: Span) -> list[Span]:
    return [Span(max(s.start, bounds.start), min(s.end, bounds.end)) for s in spans if s.overlaps(bounds)]
