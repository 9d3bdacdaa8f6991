"""Text → stretches in which nobody says anything: rulers, drawings, runs of marks or single letters, columns of bare numbers.

They are no report's words, and each of their marks would cost the language model as much as a word: a million of them minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..span import Span

# A stretch with no word of three letters is clutter from this many characters on, if so many of them are not blanks. English
# prose has such a word every ten; the longest table row seen in html_articles train has 180 characters without one.
MIN_CHARACTERS = 400
MIN_MARKS = 200
_WORD = re.compile(r"[^\W\d_]{3,}")
_AT_WORD_BEFORE = re.compile(r"[^\w\s]{0,4}\s+")
_AT_WORD_AFTER = re.compile(r"\s+[^\w\s]{0,4}\Z")
_REACH = 20


def clutter_in(text: str) -> tuple[Span, ...]:
    """Give the stretches of clutter, from the first mark after a word to the last before the next one, in order."""
    return tuple(span for gap in _gaps(text) if (span := _stripped(text, gap)) is not None)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Give spans in order and apart, those that overlap as one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def _gaps(text: str) -> Iterator[Span]:
    at = 0
    for word in _WORD.finditer(text):
        if word.start() - at >= MIN_CHARACTERS:
            yield Span(at, word.start())
        at = word.end()
    if len(text) - at >= MIN_CHARACTERS:
        yield Span(at, len(text))


def _stripped(text: str, gap: Span) -> Span | None:
    """Leave the marks that stand at the words themselves, a full stop before or a quotation mark after, with them."""
    words = gap.of(text)
    if len("".join(words.split())) < MIN_MARKS:
        return None
    before, after = _AT_WORD_BEFORE.match(words), _AT_WORD_AFTER.search(words[-_REACH:])
    start = before.end() if before else 0
    end = len(words) - len(after[0]) if after else len(words)
    return Span(gap.start + start, gap.start + end)
