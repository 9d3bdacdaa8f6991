"""Posts of social media in a report: "@handle: words", "RT @handle: words", "words — NAME (@handle) March 3, 2024", "NAME @handle" above words.

The words of a post are its author's, word for word; what the head made of the same line is replaced.
"""

from __future__ import annotations

import re

from ...span import Span, SpanSet
from ..doc import Doc
from .attribution import Attribution

BY = "rule:posts/1"
_BEFORE = re.compile(r"(?:[-–—•*]\s)?(?P<cue>(?:RT|MT|via)\s)?(?P<who>@\w{2,30})(?P<colon>:)\s+(?=\S)")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?)"
_AFTER = re.compile(rf"\s*[—–]\s?(?P<who>[^\W\d_][^()@\n—–]{{1,50}}\(@\w{{2,30}}\))\s+{_DAY}\W*$")
_HEADER = re.compile(rf"(?P<who>[^\W\d_][^()@\n:]{{1,50}}\s\(?@\w{{2,30}}\)?)(?:\s[·•|]?\s?(?:{_DAY}|\d{{1,2}}[hm]))?$")
# Longest line that may name the author of a post.
LONGEST_HEADER = 90


def posts(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Give the attributions with every post as one of its author."""
    added = [one for number in range(len(doc.paragraphs)) if (one := _post(doc, number)) is not None]
    if not added:
        return made
    taken = SpanSet(span for one in added for span in (*one.source, *one.content))
    kept = [one for one in made if not any(taken.touching(piece) for piece in (*one.source, *one.cue, *one.content))]
    return sorted([*kept, *added], key=lambda a: a.anchor)


def _post(doc: Doc, number: int) -> Attribution | None:
    text, paragraph = doc.text, doc.paragraphs[number]
    if match := _BEFORE.match(text, paragraph.start, paragraph.end):
        cue = Span(match.start("colon"), match.end("colon"))
        return _attribution(doc, Span(match.start("who"), match.end("who")), [cue], Span(match.end(), paragraph.end))
    start = max(paragraph.start, paragraph.end - LONGEST_HEADER)
    if match := _AFTER.search(text, start, paragraph.end):
        above = doc.paragraphs[number - 1] if number else None
        words = Span(paragraph.start, match.start()) if match.start() > paragraph.start else above
        return _attribution(doc, Span(match.start("who"), match.end("who")), [], words) if words is not None else None
    if paragraph.end - paragraph.start <= LONGEST_HEADER and (match := _HEADER.match(text, paragraph.start, paragraph.end)):
        below = doc.paragraphs[number + 1] if number + 1 < len(doc.paragraphs) else None
        if below is not None and text.count("\n", paragraph.end, below.start) == 1:
            return _attribution(doc, Span(match.start("who"), match.end("who")), [], below)
    return None


def _attribution(doc: Doc, source: Span, cue: list[Span], words: Span) -> Attribution | None:
    if not any(doc.text[i].isalpha() for i in range(words.start, words.end)):
        return None
    return Attribution([source], cue, [words], 0.85, BY, is_verbatim=True)
