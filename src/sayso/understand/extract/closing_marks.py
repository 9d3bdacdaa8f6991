"""A line that ends in who reports it → the outer level: "Mayor says talks failed – state radio", "Rebels deny raid: newspaper".

Only lines without a full stop, and only sources that are no name alone: "… – Northern Post" is as often the name of the page.
"""

from __future__ import annotations

import re

from ...span import Span
from ..doc import Doc
from .attribution import Attribution
from .headlines import speaks

BY = "rule:closing_marks/1"
LONGEST_LINE = 240  # characters
_CLOSING = re.compile(r"(?P<cue>\s[–—-](?=\s)|:)\s(?P<who>[^:;.!?–—“”\"]{2,60}?)$")
_MEDIA = re.compile(
    r"(?:radio|television|tv|newspaper|daily|weekly|paper|agency|broadcaster|media|press|report|reports|magazine|website|channel)$",
    re.IGNORECASE,
)


def closed_by(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Give the outer levels, and take who reports out of the words of the inner ones."""
    added = []
    for line in doc.paragraphs:
        match = _CLOSING.search(doc.text, line.start, line.end) if line.end - line.start <= LONGEST_LINE else None
        if match is None:
            continue
        who, cue = Span(*match.span("who")), Span(*match.span("cue"))
        told = next((a for a in made if _is_told(a, line, cue)), None)
        if told is None or not (_MEDIA.search(who.of(doc.text)) or speaks(doc, who, is_last=True)):
            continue
        told.content = [Span(p.start, min(p.end, cue.start)) for p in told.content if p.start < cue.start]
        mark = Span(cue.end - 1, cue.end)
        told.outer = Attribution([who], [mark], [Span(line.start, cue.start)], 0.8 * told.confidence, BY)
        added.append(told.outer)
    return added


def _is_told(one: Attribution, line: Span, mark: Span) -> bool:
    """Tell whether an attribution stands in the line before the mark, with words there."""
    is_here = bool(one.source and one.cue) and line.covers(one.source[0]) and line.covers(one.cue[0])
    before = is_here and max(one.source[0].end, one.cue[0].end) <= mark.start
    return before and one.outer is None and not one.is_imputed and line.start <= one.content[0].start < mark.start
