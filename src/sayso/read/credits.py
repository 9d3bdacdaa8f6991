"""Lines, byline and the page's own credits → the news agency whose report it is, if one is credited.

A dateline counts ("SEOUL, Oct. 24 (Yonhap) --"), a byline, a copyright or source line, a credit at the end of the text. A
picture's
credit never does, nor "AP contributed to this report": there the report is the outlet's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..lexicons import Row, entries
from .furniture import body_bounds, is_furniture
from .layout import Line

_DATELINE = re.compile(
    r"^[^()\[\]]{0,90}?(?:[(\[](?P<round>[^()\[\]]{2,60})[)\]]\s?(?:[-–—:]{1,3})|/(?P<slash>[^/()]{2,30})/[. –—-])"
)
_STRICT_DATELINE = re.compile(
    r"^[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,40}(?:, [^()]{2,40})? \((?P<name>[A-Z][\w.&'’-]+(?: [A-Z][\w.&'’-]+){0,3})\) ?[-–—]{1,3} "
)
_SOURCE = re.compile(r"^[(\[]?(?:source|agency|via|from|text by|credit)s? ?[:|-] ?(?P<name>[^|()\[\]]{2,60})", re.IGNORECASE)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)[ ,:]*(?:©|\(c\))?[ ,:]*(?:\d{4}[ ,:]*)?(?:by )?(?P<name>[^.|,]{2,60})", re.IGNORECASE
)
_AT_END = re.compile(r"[.”\"’!?] ?(?:[(\[](?P<round>[^()\[\]]{2,40})[)\]]|[-–—]{1,2} ?(?P<dash>[^-–—.]{2,30}))\.?$")
_PARTS = re.compile(r"\s*(?:[,/|•·;&()\[\]–—]|\band\b|\bwith\b|\bfor\b|\s-\s)\s*")
_PICTURE = re.compile(r"\b(?:photos?|images?|pictures?|videos?|getty|file|handout|pool|via)\b", re.IGNORECASE)
# The trust principles every Reuters text on Reuters' own pages ends with.
_STANDARDS = re.compile(r"^our standards: the thomson reuters", re.IGNORECASE)
_DATELINE_LINES = 4
_FOOT_LINES = 12


def agency_of(
    lines: Sequence[Line], *, byline: str | None = None, outlet: str | None = None, credits: Sequence[str] = ()
) -> str | None:
    """Name the agency of a report; `credits` are authors and publishers as the page's metadata give them.

    A dateline in the usual form credits an agency we do not know by the name it gives, unless that is an outlet's, or this one's.
    """
    first, _ = body_bounds(lines)
    for line in lines[: first + _DATELINE_LINES]:
        if not is_furniture(line) and (name := _of_dateline(line.words)):
            return name
    for words in [byline or "", *credits]:
        if name := agency_among(words):
            return name
    return _of_foot(lines) or _unknown(lines[: first + 1], outlet)


def agency_named(words: str) -> str | None:
    """Give the agency that some words name and nothing else: "AFP", "The Associated Press", "Reuters Staff"."""
    bare = re.sub(
        r"^(?:the )|(?: (?:staff|news agency|news|agency|writer|correspondents?))+$", "", words.strip(" .:"), flags=re.IGNORECASE
    )
    return _spellings().get(_folded(words.strip(" .:"))) or _spellings().get(_folded(bare))


def agency_among(words: str) -> str | None:
    """Give the first agency that a byline names: "Jane Roe, Associated Press", "AFP/Reuters"."""
    if _PICTURE.search(words):
        return None
    return next((name for part in _PARTS.split(words[:300]) if (name := agency_named(part))), None)


def dateline_of(words: str) -> str | None:
    """Give the words before and with the credit that begin a wire report, None where a line has no dateline of a known agency."""
    match = _DATELINE.match(words[:160])
    return match[0] if match and agency_among(match["round"] or match["slash"]) else None


def _of_dateline(words: str) -> str | None:
    match = _DATELINE.match(words[:160])
    return agency_among(match["round"] or match["slash"]) if match else None


def _unknown(lines: Sequence[Line], outlet: str | None) -> str | None:
    for line in lines:
        name = match["name"] if (match := _STRICT_DATELINE.match(line.words)) else None
        if name and name.casefold() not in outlets() and name.casefold() != (outlet or "").casefold():
            return name
    return None


def _of_foot(lines: Sequence[Line]) -> str | None:
    for line in lines[-_FOOT_LINES:]:
        match = None if is_furniture(line) else _AT_END.search(line.words[-60:])
        if match and (name := agency_named(match["round"] or match["dash"])):
            return name
    for line in lines:
        if not line.is_short or _PICTURE.search(line.words):
            continue
        if _STANDARDS.match(line.words):
            return agency_named("Reuters")
        match = _SOURCE.match(line.words) or _RIGHTS.match(line.words)
        if match and (name := agency_among(match["name"])):
            return name
    return None


@cache
def _spellings() -> dict[str, str]:
    """Map every spelling of every agency to its name; short all-capital ones keep their case, so that "aa" is no agency."""
    return {
        _folded(str(spelling).strip("()/")): _short_name(row)
        for row in reversed(entries("actors/agencies"))
        for spelling in (row["name"], *row.get("aliases", ()), *row.get("credits", ()))
    }


def _short_name(row: Row) -> str:
    """Give the name an agency signs with: "AP" where its credit is "(AP)", its full name where it has no such form."""
    return str(next(iter(row.get("credits", ())), row["name"])).strip("()/")


def _folded(words: str) -> str:
    return words if len(words) <= 5 and words.isupper() else words.casefold()


@cache
def outlets() -> dict[str, str]:
    """Map every spelling of every outlet, without regard to case, to its name."""
    return {
        str(spelling).casefold(): str(row["name"])
        for row in reversed(entries("actors/outlets"))
        for spelling in (row["name"], *row.get("aliases", ()))
        if spelling not in row.get("weak", ())
    }
