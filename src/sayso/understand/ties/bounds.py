"""Words of time around a tie → the days within which it began or ended. What the words do not say stays open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from ...span import Span
from ...when import When
from ..doc import Doc
from ..times import TimeWords, times_in

_SINCE = re.compile(r"\b(?:since|from|starting in)\s+(?:early |late |the )?$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|through|to)\s+(?:early |late |the )?$", re.IGNORECASE)
_IN = re.compile(r"(?:\b(?:in|on|at|during)\s+(?:early |late |the )?|\s)$", re.IGNORECASE)
_VALUE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
# Deeds that are the holding of an office.
_HOLDING = frozenset("served serving held holding sat worked working led ran headed stayed remained".split())
# Characters between the words of a tie and a time that bounds it.
REACH = 60


def days_of(time: TimeWords, text: str) -> When:
    """Give the days that words of time name, whatever stands before them ("since March": March)."""
    match = _VALUE.fullmatch(time.value or "")
    words = time.span.of(text)
    if match is None:
        return When(time.start, time.end, words)
    year, month, day = (int(g) if g else None for g in match.groups())
    start = date(year or 1, month or 1, day or 1)
    if day:
        return When(start, start + timedelta(days=1), words)
    later = (start.replace(day=28) + timedelta(days=4)).replace(day=1) if month else date(start.year + 1, 1, 1)
    return When(start, later, words)


def ended(doc: Doc, words: str) -> When:
    """Give an end before publication, known only by words such as "former"; both bounds null where there is no publication date."""
    return When(None, doc.report.published, words)


class Bounds:
    """The times of a report, asked for around a tie."""

    def __init__(self, doc: Doc, times: Sequence[TimeWords]) -> None:
        self.doc, self.times = doc, list(times)

    def around(self, span: Span) -> tuple[When | None, When | None]:
        """Give (began, ended) as the words right after or before the span say: "since 2019", "from 2014 to 2018", "until May"."""
        start: When | None = None
        until: When | None = None
        for time in self._near(span):
            lead = self.doc.text[max(0, time.span.start - 20) : time.span.start]
            if time.type not in ("DATE", "TIME"):
                continue
            if _SINCE.search(lead) and start is None:
                start = days_of(time, self.doc.text)
            elif _UNTIL.search(lead) and until is None and (start is not None or not lead.lower().rstrip().endswith("to")):
                until = days_of(time, self.doc.text)
        return start, until

    def when(self, span: Span) -> When | None:
        """Give the days on which what the span says came about: "in 1949", "last year"; None where no time stands by it."""
        for time in self._near(span):
            if time.type == "DATE" and _IN.search(self.doc.text[max(0, time.span.start - 20) : time.span.start]):
                return days_of(time, self.doc.text)
        return None

    def _near(self, span: Span) -> list[TimeWords]:
        """Give the times of the clause after the span, then those right before it."""
        sentence = self.doc.sentence_at(span.start)
        after = Span(span.end, max(span.end, min(sentence.end, span.end + REACH)))
        before = Span(max(sentence.start, span.start - REACH // 2), span.start)
        near = times_in(self.times, after) if after.start < after.end else []
        kept = [
            t
            for t in near
            if not re.search(r"[;:.!?]\s|,\s+(?:and|but|who|which|the|a)\b", self.doc.text[span.end : t.span.start])
        ]
        kept = [t for t in kept if not self._does_between(span.end, t.span.start)]
        return kept + (times_in(self.times, before) if before.start < before.end else [])

    def _does_between(self, start: int, end: int) -> bool:
        """Tell whether a deed stands between a tie and a time, which is then the deed's: "NAME, the minister, has been asking since spring"."""
        doc = self.doc
        between = doc.text[start:end]
        if "," not in between:
            return False
        inside = [i for i in doc.tokens_in(Span(start, end)) if doc.tokens[i].start >= start] if start < end else []
        return any(doc.pos[i] == "VERB" and doc.low(i) not in _HOLDING for i in inside)
