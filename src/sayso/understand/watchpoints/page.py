"""What the rules of the watchpoints ask of a report: its tree, who acts, in whose words a place stands, the words of time in a clause."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from ...findings.mention import Label
from ...findings.statement import Statement
from ...lexicons import entries
from ...span import Span
from ..calendar.time_words import TimeWords
from ..doc import Doc
from ..extract.cast import Cast
from ..reality.clause import auxiliaries
from ..reality.tree import tree_of
from ..times import times_in
from .clauses import clause_of

_PEOPLE = frozenset(
    {"he", "she", "i", "we", "you", "they", "who", "someone", "anyone", "everyone", "nobody", "himself", "themselves"}
)
_RELATED = (" later", " earlier", " ago", " before")
_YEARLY = re.compile(
    r"^(?!.*(?:\d{4}|last|past|previous|this year))(?=.*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter|christmas|easter|new year))"
)
# A day without its year is the next of its name where that is no further: "in March", told in July, is past.
_NEAR = timedelta(days=275)
_LEAP_DAY = (2, 29)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# Words of a clause below which it tells nothing to wait for.
FEWEST_WORDS = 4
# Characters before words of time within which they begin their clause, and longer openings.
_OPENING = 5
_FROM = frozenset({"starting", "beginning", "starting on", "beginning on", "effective", "as early as", "as soon as"})
# Before words of time: what has been, or part of a name ("the September 17 raid").
_NO_DAY = frozenset({"since", "of", "the", "a", "an", "after", "until", "than", "last", "past"})


class Page:
    """One report, as the rules see it."""

    def __init__(self, doc: Doc, cast: Cast, statements: Sequence[Statement], times: list[TimeWords]) -> None:
        self.doc, self.cast, self.times = doc, cast, times
        self.tree = tree_of(doc)
        self._contents = sorted(((c.start, c.end, s) for s in statements for c in s.content), key=lambda row: row[:2])
        self._reach = max((end - start for start, end, _ in self._contents), default=0)

    def statement_at(self, index: int) -> Statement | None:
        """Give the innermost statement in whose words a word stands; None for the report's own voice."""
        span = self.tree.span(index)
        best: tuple[int, Statement] | None = None
        for place in range(bisect_right(self._contents, span.start, key=lambda row: row[0]) - 1, -1, -1):
            start, end, statement = self._contents[place]
            if start < span.start - self._reach:
                break
            if end >= span.end and (best is None or end - start < best[0]):
                best = (end - start, statement)
        return best[1] if best else None

    def clause(self, predicate: int, *, fewest: int = FEWEST_WORDS) -> Span | None:
        """Give the words of a predicate's clause; None where there are fewer than a watchpoint needs."""
        span = clause_of(self.tree, predicate)
        return span if span is not None and not self.is_short(span, fewest=fewest) else None

    def is_short(self, span: Span, *, fewest: int = FEWEST_WORDS) -> bool:
        """Tell whether a span has fewer words than a watchpoint needs."""
        return len(span.of(self.doc.text).split()) < fewest

    def time_in(self, span: Span, predicate: int) -> TimeWords | None:
        """Give the first words of time in a span that name a day to come; without a day of publication, any that name a day.

        They stand after the predicate or begin the clause, and no "since" or "of" before them makes them part of a name or of what has been.
        """
        published, at = self.doc.report.published, self.tree.span(predicate).start
        for time in times_in(self.times, span):
            if time.type not in ("DATE", "TIME") or (time.value or "").endswith("_REF"):
                continue
            before = self.doc.text[max(0, time.span.start - 8) : time.span.start].split()
            if self.doc.text[time.span.end : time.span.end + 2] in ("'s", "’s") or time.span.of(self.doc.text).endswith(_RELATED):
                continue  # "Wednesday's ruling", "two weeks later"
            opening = self.doc.text[span.start : max(span.start, time.span.start)].lower()
            opens = len(opening) <= _OPENING or opening.rstrip() in _FROM
            if (time.span.start < at and not opens) or (before and before[-1].lower() in _NO_DAY):
                continue
            if published is None or (time.end is not None and time.end > published):
                return time
        return None

    def day_in(self, span: Span, *, yearly: bool = True) -> TimeWords | None:
        """Give the first words of time in a span that name a day to come, a weekday read forward: of what must be, not of what was.

        Args:
            yearly: reads a month, a season or a feast without its year forward, too.
        """
        published = self.doc.report.published
        for time in times_in(self.times, span):
            end = self._ahead(time).end if yearly or not _YEARLY.search(time.span.of(self.doc.text).lower()) else time.end
            is_day = time.type in ("DATE", "TIME") and not (time.value or "").endswith("_REF")
            is_day = is_day and self.doc.text[time.span.end : time.span.end + 2] not in ("'s", "’s")
            is_day = is_day and not time.span.of(self.doc.text).endswith(_RELATED)
            if is_day and published is not None and end is not None and end > published:
                return time
        return None

    def _ahead(self, time: TimeWords) -> TimeWords:
        """Give a weekday that was read backward as the next of its name, and likewise a month, a season or a feast without its year."""
        published, week = self.doc.report.published, timedelta(days=7)
        if published is None or time.end is None or time.end > published:
            return time
        if _YEARLY.search(time.span.of(self.doc.text).lower()):
            return _next_of(time, published)
        if time.end < published - week:
            return time
        words = time.span.of(self.doc.text).lower().split()
        is_weekday = any(word in _WEEKDAYS for word in words) and "last" not in words and not any(c.isdigit() for c in words[-1])
        start = time.start + week if time.start is not None else None
        return replace(time, start=start, end=time.end + week) if is_weekday else time

    def time_at(self, span: Span) -> TimeWords | None:
        """Give the words of time that stand in exactly that place."""
        return next((self._ahead(time) for time in times_in(self.times, span) if time.span == span), None)

    def subject(self, predicate: int) -> int | None:
        """Give the subject of a predicate, its own or, for a verb joined or governed, that of the one above."""
        tree, at = self.tree, predicate
        for _ in range(3):
            found = next((i for i in tree.under(at, "nsubj") if i < at and tree.pos(i) != "PUNCT"), None)
            if found is None:  # where the syntax hangs it on the auxiliary: "a *board* is to mark the channel"
                found = next((i for aux in auxiliaries(tree, at) for i in tree.under(aux, "nsubj") if i < at), None)
            if found is not None:
                return found
            if tree.kind(at) not in ("conj", "xcomp") or tree.head(at) < 0:
                return None
            at = tree.head(at)
        return None

    def is_agent(self, subject: int | None) -> bool:
        """Tell whether a subject is somebody or a body that acts; "it", "this" and things are none."""
        if subject is None:
            return False
        low = self.tree.low(subject)
        if (
            low in _PEOPLE
            or low in people()
            or low.removesuffix("s") in people()
            or (low.endswith("ies") and low[:-3] + "y" in people())
        ):
            return True
        span = self.tree.span(subject)
        opens = span.start == self.doc.sentence_at(span.start).start
        if self.tree.pos(subject) == "PROPN" or (not opens and span.of(self.doc.text)[:1].isupper()):
            return True
        return any(name.span.overlaps(span) for name in self.doc.names_near(span, reach=60) if name.label is not Label.MISC)


def _next_of(time: TimeWords, published: date) -> TimeWords:
    """Give what comes every year as it comes next, where that is near."""
    years = 1 + published.year - time.end.year if time.end is not None else 0
    for more in range(years + 1):
        end = _later(time.end, more)
        if end is not None and end > published:
            return replace(time, start=_later(time.start, more), end=end) if end - published <= _NEAR else time
    return time


def _later(day: date | None, years: int) -> date | None:
    """Give the same day some years later; the 29th of February as the 28th."""
    if day is None:
        return None
    is_leap_day = (day.month, day.day) == _LEAP_DAY
    return day.replace(year=day.year + years, day=day.day - is_leap_day)


@cache
def people() -> frozenset[str]:
    """Give nouns of people and bodies, in the singular."""
    rows = [row for row in entries("en/nouns_of_people") if row["key"] != "people without s"]
    others = [row["words"] for row in entries("en/nouns_of_people") if row["key"] == "people without s"]
    plain = {word for row in rows for word in row["words"]} | {word for words in others for word in words}
    roles = {row["word"] for row in entries("actors/sectors") if "word" in row and " " not in row["word"]}
    return frozenset(plain | roles)
