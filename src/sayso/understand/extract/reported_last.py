"""Who reports a whole sentence at its end: "The mayor said that A, **reported** Radio Lenk." The words before are the outlet's, whoever speaks in them.

The head often passes such an end over, or gives it the next sentence. Attributions in, the same with the outlet's added or mended. Cases: cases/statements.yml.
"""

from __future__ import annotations

import re

from ...span import Span
from ..doc import Doc
from .attribution import Attribution

BY = "rule:reported_last/1"
SHORTEST = 12  # characters before the comma
_LAST = re.compile(
    r",[”\"]? (?P<cue>(?:has |have )?reported|reports|wrote|writes|(?:local )?media reported) (?P<who>(?:the )?[A-Z][\w.&’'-]*(?: (?:[A-Z][\w.&’'-]*|de|la|el|of|the|for|and)){0,5})[.]?$"
)


def reported_last(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Give every such sentence to who reports it, and tie what is said within to that."""
    found = list(made)
    for sentence in doc.sentences:
        match = _LAST.search(doc.text, max(sentence.start, sentence.end - 90), sentence.end)
        if match is None or match.start() - sentence.start < SHORTEST or doc.quotation_at(match.start("cue")) is not None:
            continue
        cue = Span(*match.span("cue"))
        who = Span(match.start("who"), match.end("who") - doc.text[match.end("who") - 1].endswith("."))
        words = Span(sentence.start, match.start() + (2 if doc.text[match.start() + 1] in '”"' else 0))
        mine = [one for one in found if any(c.overlaps(cue) for c in one.cue)]
        if any(any(words.covers(piece) for piece in one.content) and one.source and one.outer is None for one in mine):
            continue
        found = [one for one in found if one not in mine]
        outer = Attribution([who], [cue], [words], 0.8, BY)
        for one in found:
            one.source = [piece for piece in one.source if not who.covers(piece)]
            inside = [*one.source, *one.cue]
            if one.outer is None and inside and all(words.covers(piece) for piece in inside):
                one.content = [Span(p.start, min(p.end, words.end)) for p in one.content if p.start < words.end] or one.content
                one.outer = outer
        found.append(outer)
    return found
