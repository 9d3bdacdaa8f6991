"""Lines and the headline → spans that are the site's, not the report's. The rules are lexicons/en/furniture.yml.

Promise: spans are sorted, do not overlap, lie in the text, and never touch the first printing of the headline.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ..lexicons import entries
from ..span import Span
from .layout import Line, lay_out

# Marks that lists put before their items.
_BULLET = re.compile(r"^[-–—*•·►▶▪●>|»#]{1,6} +(?=\S)")
# What stands between the links of a row: "Subscribe | Sign in".
_ROW = re.compile(r"\s*[|•·]\s*|\s{3,}|\t")
_CLOSING = '.!?”"'
_MARKS = re.compile(r"[\W_]+")
# The bracket that opens a group with a number, after what may hold one that does not: an escape, a set of characters.
_GROUP = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?!\?)", re.DOTALL)
_TRAILING = ".:…> »→|"
# Above the headline a line of at most so many words that is no sentence belongs to the site: menus, kickers, paths.
_MAX_MENU_WORDS = 8
# A line of so many words that ends with a full stop ends a list of links: links are headlines, which have none.
_MIN_SENTENCE_WORDS = 4


# The rows that hold for each part of a page: most hold anywhere, and a line is held against those once, whatever the parts asked for.
_ROWS_FOR = {"head": ("head", "edges", "anywhere"), "tail": ("tail", "edges", "anywhere"), "anywhere": ("anywhere",)}


@dataclass(frozen=True, slots=True)
class Patterns:
    """The compiled rows of one `where`.

    Attributes:
        whole: matches a whole line.
        starts: matches the beginning of a line.
        opens: matches a whole line that begins a list of links.
    """

    whole: re.Pattern[str]
    starts: re.Pattern[str]
    opens: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one part of a page: "head", "tail" or "anywhere"."""

    where: str

    def match(self, words: str) -> bool:
        """Tell whether a line is the site's."""
        bare = _bare(words)
        if self._match_one(bare) or (bare != words and self._match_one(words)):
            return True
        parts = [part for part in _ROW.split(bare) if part]
        return len(parts) > 1 and all(map(self._match_one, parts))

    def _match_one(self, words: str) -> bool:
        return any(_is_listed(words, rows) for rows in _ROWS_FOR[self.where])

    def begin_list(self, words: str) -> bool:
        """Tell whether the lines below this one are links."""
        bare = _bare(words).rstrip(_TRAILING)
        return any(patterns(rows).opens.fullmatch(bare) for rows in _ROWS_FOR[self.where])


@lru_cache(maxsize=16_384)
def _is_listed(words: str, rows: str) -> bool:
    known, bare = patterns(rows), words.rstrip(_TRAILING)
    return bool(known.whole.fullmatch(words) or known.starts.match(words) or (bare != words and known.whole.fullmatch(bare)))


@cache
def patterns(where: str) -> Patterns:
    """Give the rows that say this `where`, compiled."""
    rows = [row for row in entries("en/furniture") if row["where"] == where]

    def joined(chosen: Sequence[str]) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{_unnumbered(pattern)})" for pattern in chosen) or r"(?!)", re.IGNORECASE)

    return Patterns(
        whole=joined([row["pattern"] for row in rows if row["whole"]]),
        starts=joined([row["pattern"] for row in rows if not row["whole"]]),
        opens=joined([row["pattern"] for row in rows if row.get("opens")]),
    )


def _unnumbered(pattern: str) -> str:
    """Give a pattern with groups that keep nothing: the hundreds of all rows would cost three times as long to keep."""
    return _GROUP.sub(lambda match: "(?:" if match[0] == "(" else match[0], pattern)


@cache
def rules(where: str) -> Rules:
    """Give the rules for "head", "tail" or "anywhere"; the first two include the third and those for both edges."""
    return Rules(where)


def is_furniture(line: Line, where: str = "anywhere") -> bool:
    """Tell whether a line matches a rule for that part of a page."""
    return line.is_short and rules(where).match(line.words)


def mark_furniture(text: str, title: str | None, *, masthead: Collection[Span] = ()) -> tuple[Span, ...]:
    """Mark what is the site's in a text; `masthead` are lines already read as date, byline or section."""
    lines = lay_out(text)
    return furniture_of(lines, place_of_title(lines, title), title=title, masthead=masthead)


def furniture_of(
    lines: Sequence[Line], title_span: Span | None, *, title: str | None, masthead: Collection[Span] = (), language: str = "en"
) -> tuple[Span, ...]:
    """Mark the site's lines among lines laid out; where the text is not English, only the masthead and repeated headlines."""
    known = set(masthead)
    if language != "en":
        printed = {line.span for line in lines if title and line.is_short and same_words(line.words, title)}
        return tuple(sorted((known | printed) - {title_span}))
    first, last = body_bounds(lines)
    marked: list[Span] = []
    inside_list = False
    for number, line in enumerate(lines):
        if title_span and line.span.overlaps(title_span):
            inside_list = False
            continue
        where = "head" if number < first else "tail" if number > last else "anywhere"
        opens = line.is_short and rules(where).begin_list(line.words)
        inside_list = opens or (inside_list and not _is_sentence(line))
        above = title_span is not None and line.end <= title_span.start and _is_menu(line)
        repeats = title is not None and line.is_short and same_words(line.words, title)
        if line.span in known or above or repeats or inside_list or is_furniture(line, where):
            marked.append(line.span)
    return tuple(marked)


def body_bounds(lines: Sequence[Line]) -> tuple[int, int]:
    """Give the numbers of the first and the last line of the report's own text; (count, count) where there is none."""
    for is_own in (_is_own_prose, _is_own_sentence):
        first = next((number for number, line in enumerate(lines) if is_own(line, "head")), None)
        if first is not None:
            last = next((number for number in range(len(lines) - 1, first, -1) if is_own(lines[number], "tail")), first)
            return first, last
    return len(lines), len(lines)


def _is_own_prose(line: Line, where: str) -> bool:
    return line.is_prose and not is_furniture(line, where)


def _is_own_sentence(line: Line, where: str) -> bool:
    return line.words[-1] in _CLOSING and len(line.words.split()) >= _MIN_SENTENCE_WORDS and not is_furniture(line, where)


def place_of_title(lines: Sequence[Line], title: str | None) -> Span | None:
    """Find the first printing of a known headline: a line that says it, above or just below the first sentences of the report."""
    if not title or not title.strip():
        return None
    first, _ = body_bounds(lines)
    for line in lines[: first + 4]:
        if line.is_short and same_words(_bare(line.words), title):
            at = line.words.find(title.strip())
            return Span(line.start + at, line.start + at + len(title.strip())) if at >= 0 else line.span
    return None


def same_words(left: str, right: str) -> bool:
    """Tell whether two printings of a headline are one: quotation marks, dashes, case and blanks do not count."""
    return _plain(left) == _plain(right)


def _plain(words: str) -> str:
    folded = unicodedata.normalize("NFKC", words).casefold()
    return _MARKS.sub("", folded)


def _is_sentence(line: Line) -> bool:
    return line.is_prose or (line.words.endswith((".", ".”", '."')) and len(line.words.split()) >= _MIN_SENTENCE_WORDS)


def _is_menu(line: Line) -> bool:
    return not line.is_prose and len(line.words.split()) <= _MAX_MENU_WORDS


def _bare(words: str) -> str:
    return _BULLET.sub("", words)
