"""Time expressions in text → days, against the day of publication. First forms: weekdays, yesterday, weeks, months, dates; others keep their words.

Days are the outlet's calendar days; weeks run Monday to Sunday; "this week" is cut at publication; a bare weekday is the last such day up to
and including publication, with a verb of the future ("will", "next") the first such day after it. Nothing is invented: without a day of
publication only dates complete in themselves are resolved. Values follow TIMEX3 (TimeML 1.2.1).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta

from ..span import Span

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = (
    r"(?P<{0}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|"
    r"Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_PATTERN = re.compile(
    "|".join(
        (
            r"(?P<iso>\b(?:19|20)\d\d-\d\d-\d\d\b)",
            rf"(?P<dmy>\b(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? {_MONTH.format('m1')}(?:,? (?P<y1>(?:19|20)\d\d))?\b)",
            rf"(?P<mdy>\b{_MONTH.format('m2')} (?P<d2>[0-3]?\d)(?:st|nd|rd|th)?(?:,? (?P<y2>(?:19|20)\d\d))?\b(?![\d,]*\d))",
            rf"(?P<my>\b{_MONTH.format('m3')},? (?P<y3>(?:19|20)\d\d)\b)",
            r"(?P<rel>\b(?i:(?:the )?day before yesterday|yesterday|today|tonight|tomorrow|last night)\b)",
            r"(?P<span>\b(?P<which>[Tt]his|[Ll]ast|past|[Nn]ext|[Tt]he past|[Tt]he last|[Ee]arlier this|[Ll]ater this|[Ll]ate last|[Ee]arly this) (?P<unit>week|month|year|weekend)\b)",
            r"(?P<week>\b(?P<shift>[Ll]ast |[Nn]ext |[Tt]his |[Tt]his past |[Tt]his coming )?(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!s))",
            r"(?P<ago>\b(?P<n>[Aa]|[Oo]ne|[Tt]wo|three|four|five|six|seven|\d{1,2}) (?P<u>day|week)s? (?:ago|earlier)\b)",
        )
    ),
)
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_FUTURE = re.compile(r"\b(?:will|would|to|is|are|due|scheduled|expected|plans?)\b[^.]{0,60}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TimeWords:
    """A time expression with the days it means; `start` and `end` are None where nothing resolves it.

    Attributes:
        span: the words.
        type: TIMEX3 type.
        value: TIMEX3 value, None where unresolved.
        start, end: half-open days.
        relative: True where it was (or would have to be) resolved against publication.
    """

    span: Span
    type: str
    value: str | None
    start: date | None
    end: date | None
    relative: bool


def times_in(times: list[TimeWords], area: Span) -> list[TimeWords]:
    """Give those of some time expressions, in text order, that lie in the area."""
    low = bisect_left(times, area.start, key=lambda t: t.span.start)
    high = bisect_left(times, area.end, key=lambda t: t.span.start)
    return [t for t in times[low:high] if t.span.end <= area.end]


def find_times(text: str, published: date | None, *, within: Span | None = None) -> list[TimeWords]:
    """Give the time expressions of the text (or of one span of it), in order."""
    area = within or Span(0, len(text))
    return [
        found
        for match in _PATTERN.finditer(text, area.start, area.end)
        if (found := _resolved(match, text, published)) is not None
    ]


def _resolved(match: re.Match[str], text: str, published: date | None) -> TimeWords | None:
    span = Span(match.start(), match.end())
    groups = match.groupdict()
    if groups["iso"]:
        return _day(span, _calendar(*map(int, groups["iso"].split("-"))), relative=False)
    for name, d, m, y in (("dmy", "d1", "m1", "y1"), ("mdy", "d2", "m2", "y2")):
        if groups[name]:
            return _dated(span, int(groups[d]), _month(groups[m]), groups[y], published)
    if groups["my"]:
        return _whole_month(span, int(groups["y3"]), _month(groups["m3"]))
    if groups["rel"]:
        return _near(span, groups["rel"].lower(), published)
    if groups["span"]:
        return _stretch(span, groups["which"].lower(), groups["unit"], published)
    if groups["week"]:
        return _weekday(span, (groups["shift"] or "").strip().lower(), groups["day"].lower(), text, published)
    return _ago(span, groups, published)


def _month(word: str) -> int:
    return next(i + 1 for i, name in enumerate(_MONTHS) if name.startswith(word.lower().rstrip(".")[:3]))


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day(span: Span, day: date | None, *, relative: bool) -> TimeWords | None:
    if day is None:
        return None if not relative else TimeWords(span, "DATE", None, None, None, True)
    return TimeWords(span, "DATE", day.isoformat(), day, day + timedelta(days=1), relative)


def _dated(span: Span, day: int, month: int, year: str | None, published: date | None) -> TimeWords | None:
    if year:
        return _day(span, _calendar(int(year), month, day), relative=False)
    if not 1 <= day <= 31:
        return None
    if published is None:
        return TimeWords(span, "DATE", f"XXXX-{month:02d}-{day:02d}", None, None, True)
    around = [d for y in (published.year - 1, published.year, published.year + 1) if (d := _calendar(y, month, day))]
    nearest = min(around, key=lambda d: abs((d - published).days), default=None)
    return _day(span, nearest, relative=True)


def _whole_month(span: Span, year: int, month: int) -> TimeWords:
    first = date(year, month, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    return TimeWords(span, "DATE", f"{year}-{month:02d}", first, after, False)


def _near(span: Span, words: str, published: date | None) -> TimeWords | None:
    if published is None:
        return TimeWords(span, "DATE", None, None, None, True)
    back = 2 if "before" in words else 1 if words in ("yesterday", "last night") else -1 if words == "tomorrow" else 0
    return _day(span, published - timedelta(days=back), relative=True)


def _stretch(span: Span, which: str, unit: str, published: date | None) -> TimeWords:
    if published is None:
        return TimeWords(span, "DATE", None, None, None, True)
    shift = -1 if which in ("last", "past", "late last") else 1 if which == "next" else 0
    if which in ("the past", "the last"):
        length = {"week": 7, "weekend": 3, "month": 30, "year": 365}[unit]
        return TimeWords(
            span, "DURATION", f"P1{unit[0].upper()}", published - timedelta(days=length), published + timedelta(days=1), True
        )
    if unit in ("week", "weekend"):
        start = published - timedelta(days=published.weekday()) + timedelta(days=7 * shift)
        value = f"{start.isocalendar().year}-W{start.isocalendar().week:02d}"
        end = start + timedelta(days=7)
        if unit == "weekend":
            if shift < 0 or published.weekday() < 5:
                start = published - timedelta(days=published.weekday() + 2) if shift <= 0 else start + timedelta(days=5)
            else:
                start = start + timedelta(days=5)
            value, end = value + "-WE", start + timedelta(days=2)
    elif unit == "month":
        index = published.year * 12 + published.month - 1 + shift
        start, value = date(index // 12, index % 12 + 1, 1), f"{index // 12}-{index % 12 + 1:02d}"
        end = date((index + 1) // 12, (index + 1) % 12 + 1, 1)
    else:
        start, value = date(published.year + shift, 1, 1), str(published.year + shift)
        end = date(published.year + shift + 1, 1, 1)
    if shift == 0 and unit != "weekend" and not which.startswith("later"):
        end = min(end, published + timedelta(days=1))  # "this week" is cut at publication
    return TimeWords(span, "DATE", value, start, max(end, start + timedelta(days=1)), True)


def _weekday(span: Span, shift: str, day: str, text: str, published: date | None) -> TimeWords | None:
    if published is None:
        return TimeWords(span, "DATE", None, None, None, True)
    number = _DAYS.index(day)
    back = (published.weekday() - number) % 7
    if shift in ("next", "this coming") or (
        not shift and _FUTURE.search(text, max(0, span.start - 80), span.start) and _is_planned(text, span)
    ):
        return _day(span, published + timedelta(days=(number - published.weekday() - 1) % 7 + 1), relative=True)
    if shift == "last" and back == 0:
        back = 7
    return _day(span, published - timedelta(days=back), relative=True)


def _is_planned(text: str, span: Span) -> bool:
    """Tell "will meet on Friday" from "is said to have met on Friday"."""
    before = text[max(0, span.start - 60) : span.start].lower()
    clause = re.split(r"[.;:!?”\"]|\bsaid\b|\btold\b", before)[-1]
    return bool(re.search(r"\b(?:will|would|due|scheduled|expected to|plans? to|set to|going to)\b", clause))


def _ago(span: Span, groups: dict[str, str | None], published: date | None) -> TimeWords | None:
    number = groups["n"] or "1"
    count = _NUMBERS.get(number.lower()) or int(number)
    if published is None:
        return TimeWords(span, "DATE", None, None, None, True)
    if groups["u"] == "day":
        return _day(span, published - timedelta(days=count), relative=True)
    start = published - timedelta(days=published.weekday() + 7 * count)
    return TimeWords(
        span, "DATE", f"{start.isocalendar().year}-W{start.isocalendar().week:02d}", start, start + timedelta(days=7), True
    )
