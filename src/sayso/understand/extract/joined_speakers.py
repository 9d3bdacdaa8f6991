"""Two who say it together: "NAME and two observers said", "The deputy head, NAME, and two observers said".

The source holds both; of both, the one the report names is the speaker.
"""

from __future__ import annotations

import re

from ...findings.mention import Label
from ...span import Span
from ..doc import Doc
from .attribution import Attribution

# Most words the first speaker and his description may have.
LONGEST = 16
_AND = re.compile(r",? (?:and|along with|together with) $")
_SECOND = re.compile(r",? (?:and|along with|together with) (?=(?:\w+ )*[a-z])")


def joined_speakers(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Complete sources that lack the first of two, and note whom a joint source names."""
    for one in made:
        if len(one.source) == 1 and one.cue and one.source[0].end <= one.cue[0].start:
            one.source = [_with_first(doc, one)]
            one.named_at = one.named_at or _named(doc, one.source[0])
    return made


def _with_first(doc: Doc, one: Attribution) -> Span:
    """Give the source with what "and" joins to it, if the sentence, or what follows its words, begins there and has no verb yet."""
    source = one.source[0]
    sentence = doc.sentence_at(source.start)
    match = _AND.search(doc.text, max(sentence.start, source.start - 20), source.start)
    if match is None:
        return source
    floor = max([sentence.start, *(c.end for c in one.content if c.end <= source.start)])
    start = floor + len(doc.text[floor : match.start()]) - len(doc.text[floor : match.start()].lstrip(' ,”"’'))
    if start >= match.start():
        return source
    first = Span(start, match.start())
    tokens = doc.tokens_in(first)
    is_phrase = 0 < len(tokens) <= LONGEST and not any(doc.pos[i] in ("VERB", "AUX", "SCONJ", "ADP") for i in list(tokens)[:1])
    if not is_phrase or any(doc.pos[i] in ("VERB", "AUX") for i in tokens) or _person_in(doc, first) is None:
        return source
    return Span(first.start, source.end)


def _person_in(doc: Doc, span: Span) -> Span | None:
    return next((n.span for n in doc.names_near(span) if n.label is Label.PER and span.covers(n.span)), None)


def _named(doc: Doc, source: Span) -> Span | None:
    """Give the one person a joint source names, where the other is a common noun."""
    match = _SECOND.search(doc.text, source.start, source.end)
    if match is None:
        return None
    first, second = Span(source.start, match.start()), Span(match.end(), source.end)
    if any(n.span.overlaps(second) for n in doc.names_near(second)):
        return None
    name = _person_in(doc, first)
    return name if name is not None and (name.end == first.end or name.start == first.start) else None
