"""Snippets: the surroundings of words found in a text, short enough for one row, with the words' places marked."""

from __future__ import annotations

from collections.abc import Sequence

from ..span import Span

# Code points shown on each side of a place, and places shown.
AROUND = 60
MAX_PIECES = 3
LEFT_OUT = " … "


def snippet(text: str, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """Give the surroundings of the first spans in one line, and where the spans stand in that line.

    The words are the text's; line breaks become spaces, one for one, and " … " stands for what is left out.
    """
    line, marks, shown = "", [], 0
    for window in _windows(text, spans)[:MAX_PIECES]:
        lead = LEFT_OUT if window.start > shown or line else ""
        offset = len(line) + len(lead) - window.start
        line += lead + "".join(" " if c.isspace() else c for c in window.of(text))
        marks += [span.shifted(offset) for span in spans if window.covers(span)]
        shown = window.end
    return line + (LEFT_OUT.rstrip() if shown < len(text) else ""), tuple(marks)


def _windows(text: str, spans: Sequence[Span]) -> list[Span]:
    """Give the stretches to show, cut at word boundaries, overlapping ones joined."""
    windows: list[Span] = []
    for span in sorted(spans):
        start, end = max(span.start - AROUND, 0), min(span.end + AROUND, len(text))
        while start > 0 and start < span.start and not text[start - 1].isspace():
            start += 1
        while end < len(text) and end > span.end and not text[end].isspace():
            end -= 1
        if windows and start <= windows[-1].end:
            windows[-1] = Span(windows[-1].start, max(end, windows[-1].end))
        else:
            windows.append(Span(start, end))
    return windows
