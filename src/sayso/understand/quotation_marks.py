"""Where quotation marks open and close, paragraph by paragraph. Text in, intervals out; no judgement on who speaks.

A quotation that runs over paragraphs opens each of them anew and closes only the last: an unclosed mark therefore reaches to the end of
its paragraph. Single marks count as quotation marks only where they cannot be apostrophes and are closed in the same paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..span import Span
from .wrapped_lines import paragraphs_from

# Marks looked at for the close of a single quotation: apostrophes of a long paragraph are many, quotations of it are not.
SINGLE_REACH = 30
OPENING = "“«„‟"
CLOSING = "”»"
_MARK = re.compile("``|''|[“”«»„‟\"‘’'‚‹›]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    Attributes:
        span: the words with their marks.
        inner: the words without them; never empty.
        is_single: True for British single marks.
        is_closed: False where the paragraph ends before a closing mark.
    """

    span: Span
    inner: Span
    is_single: bool
    is_closed: bool


def _can_open_single(text: str, at: int, end: int) -> bool:
    before = text[at - 1] if at > 0 else " "
    after = text[at + 1] if at + 1 < end else " "
    return not before.isalnum() and before not in ".,!?" and (after.isalnum() or after in '“"[($€£')


def _can_close_single(text: str, at: int, end: int) -> bool:
    before = text[at - 1] if at > 0 else " "
    after = text[at + 1] if at + 1 < end else " "
    return not before.isspace() and not after.isalnum()


def _single_close(text: str, end: int, following: list[tuple[int, str]]) -> int | None:
    """Find the mark that closes a single quotation among those that follow: the first that ends a phrase, else the first possible.

    A plural possessive ("the soldiers' families") is followed by a word, as a closing mark may be: punctuation decides.
    """
    candidates = [p for p, m in following if m in "’'›" and _can_close_single(text, p, end)]
    for place in candidates:
        if text[place - 1] in ".,!?;:…" or place + 1 == end or text[place + 1] in ".,;:!?)—–-":
            return place
    return candidates[0] if candidates else None


def _paragraph_quotations(text: str, start: int, end: int) -> list[Quotation]:
    marks = [(m.start() + start, m.group()) for m in _MARK.finditer(text[start:end])]
    found: list[Quotation] = []
    opened: int | None = None
    width = 1
    until = start
    for number, (place, mark) in enumerate(marks):
        if place < until:
            continue
        if opened is None:
            if mark in CLOSING and not (mark == "”" and place == start):
                continue
            if mark in "‘'‚‹":
                if _can_open_single(text, place, end):
                    close = _single_close(text, end, marks[number + 1 : number + 1 + SINGLE_REACH])
                    if close is not None and close > place + 1:
                        found.append(Quotation(Span(place, close + 1), Span(place + 1, close), True, True))
                        until = close + 1
                continue
            if mark in "’›" or (mark == "''" and place != start):
                continue
            opened, width = place, len(mark)
        elif mark in CLOSING or mark in ('"', "''"):
            if place > opened + width:
                found.append(Quotation(Span(opened, place + len(mark)), Span(opened + width, place), False, True))
            opened = None
        elif mark in OPENING and place > opened + width:  # a second opening: the first was never closed
            found.append(Quotation(Span(opened, place), Span(opened + width, place), False, False))
            opened, width = place, len(mark)
    if opened is not None and opened + width < end:
        found.append(Quotation(Span(opened, end), Span(opened + width, end), False, False))
    return found


def quotations(text: str, paragraphs: list[Span]) -> list[Quotation]:
    """Give every quotation of the paragraphs in text order. Nested ones belong to the outer."""
    return [q for span in paragraphs for q in _paragraph_quotations(text, span.start, span.end)]


def paragraphs_of(text: str) -> list[Span]:
    """Give the lines that hold anything but blanks, trimmed of blanks on both sides; joined where the text is hard-wrapped."""
    found = []
    for match in re.finditer(r"[^\n\r\u2028\u2029\x0b\x0c]+", text):
        line = match.group()
        left = len(line) - len(line.lstrip())
        right = len(line.rstrip())
        if right > left:
            found.append(Span(match.start() + left, match.start() + right))
    return paragraphs_from(text, found)
