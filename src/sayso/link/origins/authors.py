"""Whose text a report is: the outlet's, an agency's that it credits, or that of the body or person who published it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ...report import Report
from .mastheads import Mastheads, Outlet, is_masthead_like, publisher_named
from .phrases import CREDIT_LINE, DATELINE, LEADING, PRESS_RELEASE, SIGNED
from .voices import Voice, voice_of

_PARTS = re.compile(r"\s*(?:[,/|•·;&()]|\band\b|\bfor\b)\s*")
_CAPITALS = re.compile(r"(?:(?:[A-ZÀ-Þ][\w.'’-]*|dpa|of|news|agency|staff) ?)*")
_NAME = re.compile(r"(?:[A-Z][\w’-]+ ){1,3}[A-Z][\w’-]+")
# A line that is somebody's name, or begins with it and a colon: what follows is what he wrote.
_SPEAKS = re.compile(
    r"^(?:[-–—] ?)?(?P<who>(?:[A-Z][\w’-]+ ){1,3}[A-Z][\w’-]+)(?:,[^:.]{1,80})?(?:$|:| \(@\w+\)| on (?:the )?(?:[a-z]+ )?[A-Z]\w+$)"
)
_HEAD_LINES, _FOOT_LINES = 4, 4
_PLATFORM = re.compile(
    r"^(?:x|twitter|telegram|facebook|instagram|mastodon|bluesky|threads|truth social|vk|weibo|youtube|tiktok|x\.com|t\.me|@\S+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Author:
    """Whose text a report is.

    Attributes:
        outlet: the outlet that printed it, None where it is not known.
        agency: the news agency that it credits, other than the outlet; None where it credits none.
        publisher: who published it in his own name, by a press release or a post; None for what an outlet wrote.
    """

    outlet: Outlet | None
    agency: Outlet | None
    publisher: Voice | None

    @property
    def writer(self) -> Outlet | None:
        """The outlet whose voice the text is."""
        return self.agency or self.outlet


def author_of(report: Report, mastheads: Mastheads) -> Author:
    """Give whose text a report is."""
    outlet = mastheads.outlet(report.outlet, report.url)
    agency = _agency(report, mastheads)
    return Author(outlet, agency if agency != outlet else None, publisher_of(report, mastheads.people))


def _agency(report: Report, mastheads: Mastheads) -> Outlet | None:
    if report.agency and (known := mastheads.outlet(report.agency)):
        return known
    for words in _credits(report, mastheads):
        found = mastheads.is_masthead(words)
        if found and found.is_agency:
            return found
    return None


def _credits(report: Report, mastheads: Mastheads) -> Iterator[str]:
    """Give the words that may be a credit: bylines, brackets at the ends of lines, lines of their own, what stands before a dash."""
    yield from _PARTS.split(re.sub(r"^by ", "", report.byline or "", flags=re.IGNORECASE))
    lines = [line.strip() for line in report.text.splitlines() if line.strip()]
    for line in dict.fromkeys([*lines[:_HEAD_LINES], *lines[-_FOOT_LINES:]]):
        yield from (found["name"] for found in SIGNED.finditer(line))
        if (found := DATELINE.match(line)) and not mastheads.is_masthead(found["place"]):
            yield found["name"]
        if found := LEADING.match(line):
            yield from re.split(r",\s*", found["name"])
        if (found := CREDIT_LINE.match(line)) and all(_CAPITALS.fullmatch(piece) for piece in _PARTS.split(found["name"])):
            yield from _PARTS.split(found["name"])


def publisher_of(report: Report, people: Collection[str]) -> Voice | None:
    """Give who published a report in his own name, None for what an outlet wrote; `people` are names of the reports at hand."""
    lines = [line.strip() for line in report.text.splitlines() if line.strip()]
    site = {span.of(report.text).strip() for span in report.furniture}
    for line in dict.fromkeys((*lines[:1], *lines[-1:], report.title or "")):
        if found := PRESS_RELEASE.match(line):
            return _called(re.sub(r" on (?:the )?(?:[a-z]+ )?[A-Z]\w+$", "", found["body"].strip()))
        if (found := _SPEAKS.match(line)) and (
            any(found["who"].endswith(name) for name in people)
            or (line not in site and line != found["who"] and not is_masthead_like(report.outlet or ""))
        ):
            return _called(found["who"])
    if report.outlet and (name := publisher_named(report.outlet, people)):
        return _called(name)
    if report.outlet and _PLATFORM.match(report.outlet):
        person = _NAME.search(report.byline or "")
        return _called(person[0]) if person else None
    if report.outlet and not is_masthead_like(report.outlet):
        title = report.title or ""
        written = re.search(r"\b(?:posts?|message|tweet|thread|writes|wrote)\b|:", title, re.IGNORECASE)
        return next((_called(name) for name in sorted(people) if written and name in title), None)
    return None


def _called(name: str) -> Voice | None:
    person = name.partition(",")[0]
    return voice_of(name, [person] if _NAME.fullmatch(person) else ())
