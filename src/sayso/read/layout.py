"""Text → its lines with their places, and which of them are running text.

Promise: lines come in order, never overlap, are stripped of blanks at both ends, and `text[line.start:line.end] == line.words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..span import Span

# Longer lines are never furniture; patterns are not tried on them, so that no line can make reading slow.
MAX_FURNITURE_CHARACTERS = 300
# Words from which a line that ends as a sentence is running text. Captions and teasers are mostly shorter; swept 8–16 on
# html_articles train, flat between 10 and 14.
MIN_PROSE_WORDS = 12
_LONG_WORDS = 32
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_SENTENCE_END = re.compile(r"[.!?…。][\"”’'»)\]]*$|[,.!?][”\"’']$")
_UNSEEN = "\u200b\ufeff"  # blanks that Python does not count as such
# Hard-wrapped text: most lines within a block have this many characters and stop in the middle of a sentence.
_WRAP_LOW, _WRAP_HIGH = 45, 100


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or one paragraph of hard-wrapped lines.

    Attributes:
        start, end: its place in the text without the blanks round it.
        words: the text of that place.
        is_prose: whether it reads as running text rather than as a heading, label or link.
    """

    start: int
    end: int
    words: str
    is_prose: bool

    @property
    def span(self) -> Span:
        """Its place."""
        return Span(self.start, self.end)

    @property
    def is_short(self) -> bool:
        """Whether it is short enough to be held against the furniture rules."""
        return self.end - self.start <= MAX_FURNITURE_CHARACTERS


def lay_out(text: str) -> tuple[Line, ...]:
    """Give the lines of a text that are not blank."""
    pieces = list(_pieces(text))
    if _is_wrapped(text, pieces):
        pieces = _joined(text, pieces)
    return tuple(Line(piece.start, piece.end, piece.of(text), is_prose(piece.of(text))) for piece in pieces)


def is_prose(words: str) -> bool:
    """Tell whether a line reads as running text."""
    if len(words) > MAX_FURNITURE_CHARACTERS:
        return True
    count = len(words.split())
    return count >= _LONG_WORDS or (count >= MIN_PROSE_WORDS and ends_sentence(words))


def ends_sentence(words: str) -> bool:
    """Tell whether a line ends with the mark of a sentence, inside or outside closing quotation marks."""
    return bool(_SENTENCE_END.search(words[-6:]))


def _is_blank(character: str) -> bool:
    return character.isspace() or character in _UNSEEN


def _pieces(text: str) -> Iterator[Span]:
    at = 0
    for stop in [*(match.span() for match in _BREAK.finditer(text)), (len(text), len(text))]:
        start, end = at, stop[0]
        while start < end and _is_blank(text[start]):
            start += 1
        while end > start and _is_blank(text[end - 1]):
            end -= 1
        if start < end:
            yield Span(start, end)
        at = stop[1]


def _gap_is_one_break(text: str, left: Span, right: Span) -> bool:
    return right.start - left.end < 200 and len(_BREAK.findall(text[left.end : right.start])) == 1


def _is_wrapped(text: str, pieces: list[Span]) -> bool:
    pairs = [(a, b) for a, b in zip(pieces[:400], pieces[1:400], strict=False) if _gap_is_one_break(text, a, b)]
    broken = [a for a, _ in pairs if _WRAP_LOW <= a.end - a.start <= _WRAP_HIGH and not ends_sentence(a.of(text))]
    return len(pairs) >= 4 and len(broken) >= 0.6 * len(pairs)


def _joined(text: str, pieces: list[Span]) -> list[Span]:
    blocks: list[Span] = []
    last_length = 0
    for piece in pieces:
        if blocks and last_length >= _WRAP_LOW and _gap_is_one_break(text, blocks[-1], piece):
            blocks[-1] = Span(blocks[-1].start, piece.end)
        else:
            blocks.append(piece)
        last_length = piece.end - piece.start
    return blocks
