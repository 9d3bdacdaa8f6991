"""Lines → paragraphs: lines of a hard-wrapped text are joined, items of a list on one line are parted.

Mail, wires and terminals break lines at a width, in the middle of sentences. A line is wrapped if the next line's first word would not have fitted on it. A text is hard-wrapped if nearly all its lines are that follow
one another without a blank line; lists, verses and headlines are not.
"""

from __future__ import annotations

import re

from ..span import Span

# Widths in characters that mail, wires and terminals wrap at.
NARROWEST, WIDEST = 40, 110
# Wrapped lines a text has to have, their share of the lines that stand right above another, and the share that stop within a sentence.
FEWEST, SHARE, UNFINISHED = 4, 0.7, 0.6
# Where paragraphs follow one another without a blank line fewer lines are wrapped; then so many of these stop within a sentence, and of the others at its end.
SURE = 0.75
# Bullets that part the items of a list on one line; so many of them make it a list.
_BULLET = re.compile(r"(?:(?<=\s)|^)[•▪►▶●◦‣](?=\s)")
FEWEST_ITEMS = 2
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_ITEM = re.compile(r"[-–—*•·►▶▪●>|#]|\(?\d{1,2}[.)]\s")
_ENDS = re.compile(r"[.!?:…][\"”’')\]]*$")


def paragraphs_from(text: str, lines: list[Span]) -> list[Span]:
    """Give the lines as paragraphs: as they are, joined where the text is hard-wrapped, parted where one holds a list."""
    return [item for paragraph in _joined(text, lines) for item in _items(text, paragraph)]


def _items(text: str, line: Span) -> list[Span]:
    """Part a line before each of its bullets."""
    starts = [line.start + m.start() for m in _BULLET.finditer(line.of(text))]
    if len(starts) < FEWEST_ITEMS:
        return [line]
    edges = [line.start, *(s for s in starts if s > line.start), line.end]
    parts = [(low, low + len(text[low:high].rstrip())) for low, high in zip(edges, edges[1:], strict=False)]
    return [Span(low, high) for low, high in parts if low < high]


def _joined(text: str, lines: list[Span]) -> list[Span]:
    pairs = [n for n in range(len(lines) - 1) if _is_next(text, lines[n], lines[n + 1])]
    if len(pairs) < FEWEST:
        return lines
    lengths = sorted(lines[n].end - lines[n].start for n in {*pairs, *(n + 1 for n in pairs)})
    width = lengths[-1 - len(lengths) // 50]  # one long address must not decide
    wrapped = {n for n in pairs if _is_full(text, lines[n], lines[n + 1], width)}
    cut = sum(1 for n in wrapped if not _ENDS.search(lines[n].of(text)[-6:]))
    if not NARROWEST <= width <= WIDEST or len(wrapped) < FEWEST or cut < UNFINISHED * len(wrapped):
        return lines
    if len(wrapped) < SHARE * len(pairs):
        others = [n for n in pairs if n not in wrapped]
        ended = sum(1 for n in others if _ENDS.search(lines[n].of(text)[-6:]))
        if cut < SURE * len(wrapped) or ended < SURE * len(others):
            return lines
    joined = [lines[0]]
    for number, line in enumerate(lines[1:]):
        if number in wrapped:
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _is_next(text: str, line: Span, following: Span) -> bool:
    gap = following.start - line.end
    return gap < WIDEST and len(_BREAK.findall(text, line.end, following.start)) == 1


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    if _ITEM.match(text, following.start):
        return False
    word = text[following.start : min(following.end, following.start + WIDEST)].split(None, 1)[0]
    return line.end - line.start + 1 + len(word) > width
