"""Lines of a plain text → headline, section, byline, date and outlet, as its layout gives them.

The masthead is what stands above the report's first sentences and between them. A headline printed twice is told by that;
otherwise it is
the first line there that reads like one. Nothing is taken from running text but the day of a dateline.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from ..lexicons import entries
from ..span import Span
from .credits import agency_named, dateline_of, outlets
from .dates import find_day, is_plausible
from .furniture import body_bounds, is_furniture, place_of_title
from .layout import Line, ends_sentence

_HEAD_LINES = 80
_LINES_BELOW = 12
_MAX_HEADLINE_WORDS = 30
# A line of the masthead may follow so many sentences: on many sites a standfirst and a picture's caption stand above it.
_PROSE_BEFORE_DATE = 3
_PARTS = re.compile(r"\s*[|•·»›>]\s*|\s+[–—/-]\s+|\s*/\s+|\s{3,}|\t+")
_TIME = re.compile(
    r"\b(?:at |@ ?)?\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?|\b\d{1,2} ?[ap]\.?m\b\.?"
    r"|\b(?:gmt|utc)(?: ?[+-] ?\d{1,2}(?::\d\d)?)?"
    r"|\b(?:[ecmp]?[esd]t|ist|bst|cest|eest|eet|msk|pkt|sast|hkt|jst|kst|et|pt|local time)\b|[TZ]\d\d:\d\d\S*",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?", re.IGNORECASE)
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*(?: (?:de|da|del|della|der|den|di|dos|du|bin|ben|ibn|al|el|la|le|van|von|ter|ten|y|e)\b)*"
_NAMES = re.compile(rf"{_NAME}(?: {_NAME}){{1,3}}(?:(?:,? and |, ?| & ){_NAME}(?: {_NAME}){{1,3}}){{0,5}}")
_IN_PLACE = re.compile(rf"({_NAMES.pattern}),? in (?:[A-Z][\w.'’-]* ?){{1,4}}(?:(?:,|and) (?:[A-Z][\w.'’-]* ?){{1,4}})*")
_FULL_STOP = re.compile(r"(?<!\.\.)\.[”\"’')]*$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){1,3}$")
# "BELNA, 9 October 2024 - ": a place in capitals and a dash, though no agency is named.
_PLACE_AND_DAY = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]{2,40}(?:, [A-Z][\w. ]{1,30})?, ?[^()]{6,30}\d ?[-–—]{1,2} ")
# A line broken by hand is about this long at least; a shorter headline may stand above a line in small letters.
_RUN_ON_CHARACTERS = 50
_QUOTED_ONLY = re.compile(r"^[“\"‘'][^”\"]*[”\"]\.?$")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the lines round the headline say, each None where they say nothing, and the places of those lines (headline apart)."""

    title: str | None = None
    title_span: Span | None = None
    section: str | None = None
    byline: str | None = None
    published: date | None = None
    outlet: str | None = None
    lines: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """What one line of a masthead is: its kind ("published", "updated", "byline", "section", "crumb", "outlet") and what it
    says.
    """

    kind: str
    words: str = ""
    day: date | None = None


def read_masthead(lines: Sequence[Line], *, today: date, title: str | None = None, byline: str | None = None) -> Masthead:
    """Read the masthead of a text; a title or byline already known is only looked for."""
    first, _ = body_bounds(lines)
    title_span = place_of_title(lines, title)
    if title is None and (line := _headline(lines, min(first, _HEAD_LINES, len(lines) - 1))):
        title, title_span = line.words, line.span
    found: list[tuple[Line, tuple[Label, ...]]] = []
    for line in _masthead_lines(lines, first):
        if not (title_span and line.span.overlaps(title_span)) and (labels := labels_of(line)):
            found.append((line, labels))
    said = [label for _, several in found for label in several]
    byline = byline or _byline(said) or _name_below(lines, title_span, first)
    named = [line for line in lines[:first] if byline and _names_author(line, byline) and line.span != title_span]
    return Masthead(
        title=title,
        title_span=title_span,
        section=_last(said, "section") or _last(said, "crumb"),
        byline=byline,
        published=_published(said, today=today) or _dateline_day(lines[first : first + 2], today=today),
        outlet=_last(said, "outlet") or _outlet_of_foot(lines),
        lines=tuple(sorted({line.span for line, _ in found} | {line.span for line in named})),
    )


def labels_of(line: Line) -> tuple[Label, ...]:
    """Tell what each part of a masthead line is; empty where one part is none of the kinds known."""
    if not line.is_short or len(line.words) > 160:
        return ()
    parts = [part for part in _PARTS.split(line.words) if part.strip()]
    kept = tuple(label for part in parts if (label := _label(part) or _name_part(part)))
    if len(parts) < 2 or len(kept) < len(parts):
        whole = _label(line.words)
        return (whole,) if whole else ()
    return kept if any(label.kind != "name" for label in kept) else ()


def _label(words: str) -> Label | None:
    words = words.strip(" ,;:|-–—")
    found = find_day(words)
    kind, rest = _without_label(words)
    if found and _is_date_only(rest):
        return Label(kind or "dated", day=found.day)
    if kind == "byline" and rest and (_NAMES.match(rest) or agency_named(rest)):
        return Label("byline", _without_date(rest), found.day if found else None) if not ends_sentence(rest) else None
    if kind in ("section", "crumb") and not rest:
        return Label(kind, words)
    if kind in ("published", "updated") and _is_date_only(rest):
        return Label("label")
    if agency_named(words):
        return Label("byline", words)
    return Label("outlet", name) if (name := outlets().get(words.casefold())) else None


def _name_part(words: str) -> Label | None:
    return Label("name", words) if _NAMES.fullmatch(words) else None


def _without_label(words: str) -> tuple[str | None, str]:
    """Split a line into the kind of the label it begins with and what follows it."""
    folded = words.casefold().strip(" :")
    if (kind := _labels().get(folded)) is not None:
        return kind, ""
    for length in range(min(5, words.count(" ") + 1), 0, -1):
        head = " ".join(words.split()[:length])
        kind = _labels().get(head.casefold().rstrip(":"))
        if kind in ("published", "updated", "byline"):
            return kind, words.split(None, length)[length].strip(" :") if len(words.split()) > length else ""
    return None, words


def _is_date_only(words: str) -> bool:
    """Tell whether nothing but a date, a weekday, a time and small words is left."""
    while found := find_day(words):
        words = words[: found.start] + " " + words[found.end :]
    rest = _WEEKDAY.sub(" ", _TIME.sub(" ", words))
    left = re.findall(r"[^\W_]+", rest)
    small = {
        "on",
        "at",
        "by",
        "in",
        "and",
        "last",
        "updated",
        "published",
        "modified",
        "posted",
        "am",
        "pm",
        "the",
        "first",
        "min",
        "read",
    }
    return all(word.casefold() in small or (word.isdigit() and len(word) <= 2) for word in left)


def _without_date(words: str) -> str:
    found = find_day(words)
    return re.sub(r"[\s,;|•·–—-]+$", "", words[: found.start]) if found and found.start > 3 else words


def _masthead_lines(lines: Sequence[Line], first: int) -> list[Line]:
    chosen: list[Line] = []
    seen_prose = 0
    for number, line in enumerate(lines[: min(first, _HEAD_LINES) + _LINES_BELOW]):
        seen_prose += line.is_prose and not is_furniture(line)
        if seen_prose >= _PROSE_BEFORE_DATE:
            break
        if not line.is_prose and (
            number < first or find_day(line.words) or _without_label(line.words)[0] in ("byline", "published")
        ):
            chosen.append(line)
    return chosen


def _headline(lines: Sequence[Line], first: int) -> Line | None:
    able = [line for n, line in enumerate(lines[:first]) if _may_be_headline(line) and not _runs_on(line, lines[n + 1 : n + 2])]
    able = [line for line in able if not _is_letterhead(line.words)] or able
    printed = Counter(line.words for line in able)
    for line in able:
        if printed[line.words] > 1 and len(line.words.split()) >= 3:
            return line
    return next((line for line in able if len(line.words.split()) >= 4), next(iter(able), None))


def _may_be_headline(line: Line) -> bool:
    words, count = line.words, len(line.words.split())
    if not line.is_short or not 3 <= count <= _MAX_HEADLINE_WORDS or words[-1] in ",;:" or _QUOTED_ONLY.match(words):
        return False
    if _FULL_STOP.search(words) and not _ABBREVIATED.search(words) and not _has_capitals(words):
        return False
    begins_well = words[0].isupper() or words[0].isdigit() or not words[0].isalpha()
    return begins_well and not is_furniture(line, "head") and not labels_of(line) and not dateline_of(words)


def _is_letterhead(words: str) -> bool:
    begins = any(words.casefold().startswith(head.casefold()) for head in _words_of("letterhead"))
    return begins and all(word[0].isupper() or word in ("of", "the", "and", "for", "to", "in") for word in words.split())


def _names_author(line: Line, byline: str) -> bool:
    """Tell whether a line is little more than the name of the author: "Jane Roe, Aden"."""
    short = len(line.words.split()) <= len(byline.split()) + 6 and not ends_sentence(line.words)
    return short and line.words.casefold().startswith(byline.casefold())


def _runs_on(line: Line, below: Sequence[Line]) -> bool:
    """Tell whether the line below goes on with the sentence, as in text broken by hand."""
    goes_on = (after for after in below if after.words[0].islower() and not is_furniture(after, "head"))
    return any(len(line.words) >= _RUN_ON_CHARACTERS and not labels_of(after) for after in goes_on)


def _has_capitals(words: str) -> bool:
    """Tell whether a line is set as a headline is in American papers: its longer words begin with capitals."""
    long = re.findall(r"[^\W\d_]{4,}", words)
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)


def _last(labels: Sequence[Label], kind: str) -> str | None:
    return next((label.words for label in reversed(labels) if label.kind == kind), None)


def _byline(labels: Sequence[Label]) -> str | None:
    bylines = [label.words for label in labels if label.kind == "byline"]
    names = [label.words for label in labels if label.kind == "name"]
    return next(iter(bylines or names), None)


def _published(labels: Sequence[Label], *, today: date) -> date | None:
    for kind in ("published", "dated", "byline", "updated"):
        for label in labels:
            if label.kind == kind and label.day and is_plausible(label.day, today=today):
                return label.day
    return None


def _dateline_day(lines: Sequence[Line], *, today: date) -> date | None:
    for line in lines:
        match = _PLACE_AND_DAY.match(line.words)
        found = find_day(dateline_of(line.words) or (match[0] if match else ""))
        if found and is_plausible(found.day, today=today):
            return found.day
    return None


def _name_below(lines: Sequence[Line], title_span: Span | None, first: int) -> str | None:
    """Find an author who is named without "By": a line of names under the headline with a role, a place or a date beside it."""
    if title_span is None:
        return None
    below = [line for line in lines[:first] if line.start >= title_span.end]
    for number, line in enumerate(below):
        if match := _IN_PLACE.fullmatch(line.words):
            return match[1]
        after = below[number + 1] if number + 1 < len(below) else None
        if after and _NAMES.fullmatch(line.words) and (_is_role(after.words) or find_day(after.words)):
            return line.words
    return None


def _is_role(words: str) -> bool:
    return len(words.split()) <= 8 and any(
        re.search(rf"\b{re.escape(role)}\b", words, re.IGNORECASE) for role in _words_of("role")
    )


def _outlet_of_foot(lines: Sequence[Line]) -> str | None:
    for line in lines[-30:]:
        match = re.search(r"appeared first on (?P<name>[^.]{2,80})\.?$", line.words) if line.is_short else None
        match = match or (
            re.match(r"(?:©|\(c\)|copyright)[ ,:©]*(?:\d{4}[ ,:]*)(?P<name>[^.|,]{2,60})", line.words, re.IGNORECASE)
        )
        if match and (name := outlets().get(match["name"].strip().casefold())) is not None:
            return name
        if match and ("appeared first" in line.words or (_NAMES.fullmatch(match["name"]) and not agency_named(match["name"]))):
            return str(match["name"]).strip()
    return None


def _words_of(kind: str) -> tuple[str, ...]:
    return tuple(str(word) for row in entries("en/mastheads") if row["kind"] == kind for word in row["words"])


@cache
def _labels() -> dict[str, str]:
    kinds = ("section", "crumb", "updated", "published", "byline")
    return {word.casefold(): kind for kind in kinds for word in _words_of(kind)}
