"""Lines → paragraphs where a text is hard-wrapped: mail, wires and terminals break lines at a width, in the middle of sentences.

A line is wrapped if the next line's first word would not have fitted on it. A text is hard-wrapped if nearly all its lines are that follow
one another without a blank line; lists, verses and headlines are not.
"""

from __future__ import annotations

import re

from ..span import Span

# Widths in characters that mail, wires and terminals wrap at.
NARROWEST, WIDEST = 40, 110
# Wrapped lines a text has to have, their share of the lines that stand right above another, and the share that stop within a sentence.
FEWEST, SHARE, UNFINISHED = 4, 0.7, 0.6
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_ITEM = re.compile(r"[-–—*•·►▶▪●>|#]|\(?\d{1,2}[.)]\s")
_ENDS = re.compile(r"[.!?:…][\"”’')\]]*$")


def paragraphs_from(text: str, lines: list[Span]) -> list[Span]:
    """Give the lines as they are, or joined to paragraphs where the text is hard-wrapped."""
    pairs = [n for n in range(len(lines) - 1) if _is_next(text, lines[n], lines[n + 1])]
    if len(pairs) < FEWEST:
        return lines
    lengths = sorted(lines[n].end - lines[n].start for n in {*pairs, *(n + 1 for n in pairs)})
    width = lengths[-1 - len(lengths) // 50]  # one long address must not decide
    wrapped = {n for n in pairs if _is_full(text, lines[n], lines[n + 1], width)}
    cut = sum(1 for n in wrapped if not _ENDS.search(lines[n].of(text)[-6:]))
    if not NARROWEST <= width <= WIDEST or len(wrapped) < max(FEWEST, SHARE * len(pairs)) or cut < UNFINISHED * len(wrapped):
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
