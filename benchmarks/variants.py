"""The same report in other typography and other genres, by rule: a text and its gold spans in, both changed together out.

Every variant is a list of edits of the text; gold spans are carried along by them. What an edit puts before a span stays outside it, and
nothing is changed inside a word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Any

Row = dict[str, Any]
Edit = tuple[int, int, str]  # [start, end) of the text, and what stands there instead
Maker = Callable[[Row], list[Edit]]
ROLES = ("source", "cue", "content")
DATELINE = "OSLO, March 3 (Northern Wire) — "
HEADLINES = (
    "Storm Clouds Over the Harbour Market",
    "A Long Winter for the Salt Road",
    "Ferry Traffic Back to Normal After Flood",
    "New Bridge, Old Quarrel in the Delta",
)
TAIL = " #newsdesk https://t.co/x7Qa2"
WIDTH = 72
_PARAGRAPH = re.compile(r"\S[^\n]*")
# A mark at the edge of a word or phrase opens or closes; between letters it is an apostrophe.
_OPENS = re.compile(r"(?<![\w.,!?;:…])[\"'](?=[\w\"'“‘($€£#@.…\[-])")
_SINGLE_PAIR = re.compile(r"(?<![\w.,!?])['‘](?=\w)(?P<inner>[^\n“”\"‘]{1,240}?)(?<=[\w.,!?…])['’](?!\w)")


def changed(row: Row, make: Maker) -> Row:
    """Give a row of the data set with its text edited and its gold spans carried along."""
    text, edits = row["text"], sorted(make(row))
    pieces: list[str] = []
    at = 0
    for start, end, new in edits:
        if start < at:
            raise ValueError(f"{row['id']}: edits overlap at {start}")
        pieces += [text[at:start], new]
        at = end
    moved = _Moved(edits)
    attributions = [
        a | {role: [[moved.start(s), moved.end(e)] for s, e in a.get(role) or ()] for role in ROLES} for a in row["attributions"]
    ]
    return row | {"text": "".join([*pieces, text[at:]]), "attributions": attributions}


class _Moved:
    """Offsets of the text before its edits → offsets after them."""

    def __init__(self, edits: list[Edit]) -> None:
        self.edits = edits
        self.starts = [start for start, _, _ in edits]
        self.shifts = [0]
        for start, end, new in edits:
            self.shifts.append(self.shifts[-1] + len(new) - (end - start))

    def start(self, offset: int) -> int:
        """Move the beginning of a span: behind what is put in at its place."""
        return self._moved(offset, bisect_right(self.starts, offset), is_start=True)

    def end(self, offset: int) -> int:
        """Move the end of a span: before what is put in at its place."""
        return self._moved(offset, bisect_right(self.starts, offset - 1), is_start=False)

    def _moved(self, offset: int, count: int, *, is_start: bool) -> int:
        if count:
            start, end, new = self.edits[count - 1]
            if start < end and offset < end or (not is_start and start < offset <= end):
                base = start + self.shifts[count - 1]
                return base + min(offset - start, len(new)) if offset < end else base + len(new)
        return offset + self.shifts[count]


def as_is(row: Row) -> list[Edit]:
    """Change nothing."""
    return []


def _by_letter(row: Row, change: Callable[[str], str]) -> list[Edit]:
    return [(i, i + 1, new) for i, c in enumerate(row["text"]) if (new := change(c)) != c and len(new) == 1]


def lower_case(row: Row) -> list[Edit]:
    """Write everything small."""
    return _by_letter(row, str.lower)


def upper_case(row: Row) -> list[Edit]:
    """Write everything in capitals."""
    return _by_letter(row, str.upper)


def straight_marks(row: Row) -> list[Edit]:
    """Write typewriter marks."""
    return _by_letter(row, lambda c: {"“": '"', "”": '"', "‘": "'", "’": "'"}.get(c, c))


def curly_marks(row: Row) -> list[Edit]:
    """Write printers' marks."""
    return [(i, i + 1, new) for i, new in _curled(row["text"]).items() if new != row["text"][i]]


def _curled(text: str) -> dict[int, str]:
    """Give each mark of a text as printers write it."""
    opening = {match.start() for match in _OPENS.finditer(text)}
    made = {}
    for match in re.finditer("[\"'“”‘’]", text):
        mark, at = match.group(), match.start()
        made[at] = mark
        if mark in "\"'":
            made[at] = ("“" if mark == '"' else "‘") if at in opening else "”" if mark == '"' else "’"
    return made


def single_marks(row: Row) -> list[Edit]:
    """Write as British papers do: ‘outside’ and “inside”."""
    text = row["text"]
    marks = _curled(text)
    pairs = list(_SINGLE_PAIR.finditer(text))
    inner = {m.start(): "“" for m in pairs} | {m.end() - 1: "”" for m in pairs}
    outer = {at: {"“": "‘", "”": "’"}.get(mark, mark) for at, mark in marks.items()}
    return [(at, at + 1, new) for at, new in (outer | inner).items() if new != text[at]]


def no_marks(row: Row) -> list[Edit]:
    """Leave the quotation marks out and the apostrophes in."""
    text = row["text"]
    pairs = {at for m in _SINGLE_PAIR.finditer(text) for at in (m.start(), m.end() - 1)}
    return [(i, i + 1, "") for i, c in enumerate(text) if c in '“”"‘«»' or i in pairs]


def british_stops(row: Row) -> list[Edit]:
    """Put comma and full stop outside the closing mark."""
    text, marks = row["text"], _curled(row["text"])
    return [
        (m.start(), m.end(), m.group()[::-1]) for m in re.finditer(r"(?<=\w)[,.][”\"]", text) if marks.get(m.start() + 1) == "”"
    ]


def bullets(row: Row) -> list[Edit]:
    """Make every paragraph an item of a list."""
    return [(m.start(), m.start(), "• ") for m in _PARAGRAPH.finditer(row["text"])]


def dateline(row: Row) -> list[Edit]:
    """Put a dateline before the first paragraph below the headline, where it has none."""
    starts = [m.start() for m in _PARAGRAPH.finditer(row["text"])]
    first = starts[min(1, len(starts) - 1)]
    has_one = re.match(r"[A-Z][A-Z .,]{3,}|[^\n]{0,50}\((?:AP|UPI|Reuters|AFP|CNN)\)", row["text"][first:])
    return [] if has_one else [(first, first, DATELINE)]


def headline(row: Row) -> list[Edit]:
    """Put a headline above the text that says nothing of anybody."""
    return [(0, 0, HEADLINES[sum(map(ord, row["id"])) % len(HEADLINES)] + "\n\n")]


def line_wraps(row: Row) -> list[Edit]:
    """Wrap the lines of every paragraph, as mail and terminals do."""
    text, edits = row["text"], []
    for paragraph in _PARAGRAPH.finditer(text):
        line = paragraph.start()
        while paragraph.end() - line > WIDTH:
            cut = text.rfind(" ", line + 1, line + WIDTH + 1)
            cut = cut if cut > 0 else text.find(" ", line + WIDTH, paragraph.end())
            if cut < 0:
                break
            edits.append((cut, cut + 1, "\n"))
            line = cut + 1
    return edits


def live_blog(row: Row) -> list[Edit]:
    """Put the time above every second paragraph."""
    starts = [m.start() for m in _PARAGRAPH.finditer(row["text"])][1::2]
    return [(at, at, f"{14 + n // 12:02}:{5 * (n % 12):02} GMT\n\n") for n, at in enumerate(starts)]


def social_posts(row: Row) -> list[Edit]:
    """Let every paragraph end as a post does."""
    return [(m.end(), m.end(), TAIL) for m in _PARAGRAPH.finditer(row["text"])]


VARIANTS: dict[str, Maker] = {
    "as is": as_is,
    "lower case": lower_case,
    "upper case": upper_case,
    "straight marks": straight_marks,
    "curly marks": curly_marks,
    "single marks": single_marks,
    "no marks": no_marks,
    "British stops": british_stops,
    "bullets": bullets,
    "dateline": dateline,
    "headline": headline,
    "line wraps": line_wraps,
    "live blog": live_blog,
    "social posts": social_posts,
}
