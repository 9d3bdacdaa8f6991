"""Words → the calendar day of publication they name, if they name one whole day.

Covered: English dates with a year, ISO days, and days in figures whose order is certain (24.10.2024, 24/10/2024, 2024/10/24). Not
covered: dates without a year and days in figures that may be read two ways (4/5/2024): nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

# News on the web begins about here; an earlier year in a tag is a default or a slip.
EARLIEST = date(1990, 1, 1)
# A page from the other side of the date line may be a day ahead, a wrong clock another one.
_DAYS_AHEAD = timedelta(days=2)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?)\b\.?"
)
_DATE = re.compile(
    r"\b(?:"
    r"(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)(?!\d)"
    r"|(?P<y2>(?:19|20)\d\d)/(?P<m2>\d{1,2})/(?P<d2>\d{1,2})\b"
    rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ .-]{{1,2}}{_MONTH.format('m3')}[, -]{{1,2}}(?P<y3>(?:19|20)\d\d)\b"
    rf"|{_MONTH.format('m4')} ?(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,? ?(?P<y4>(?:19|20)\d\d)\b"
    r"|(?P<d5>\d{1,2})\.(?P<m5>\d{1,2})\.(?P<y5>(?:19|20)\d\d)\b"
    r"|(?P<a6>\d{1,2})[/-](?P<b6>\d{1,2})[/-](?P<y6>(?:19|20)\d\d)\b"
    r")",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DayFound:
    """A day and the place of its words in the string searched."""

    day: date
    start: int
    end: int


def find_day(words: str) -> DayFound | None:
    """Give the first whole date in some words, None where there is none or it is no day of the calendar."""
    for match in _DATE.finditer(words):
        day = _day(match)
        if day is not None:
            return DayFound(day, match.start(), match.end())
    return None


def is_plausible(day: date, *, today: date) -> bool:
    """Tell whether a day may be one of publication: not before news sites, not further ahead than clocks differ."""
    return EARLIEST <= day <= today + _DAYS_AHEAD


def _day(match: re.Match[str]) -> date | None:
    got = {name: value for name, value in match.groupdict().items() if value is not None}
    if "a6" in got:
        a, b = int(got["a6"]), int(got["b6"])
        if a <= 12 and b <= 12 and a != b:
            return None
        day, month = (a, b) if b <= 12 else (b, a)
        return _calendar(int(got["y6"]), month, day)
    number = next(name[1] for name in got)
    month_words = got[f"m{number}"].lower()
    month = int(month_words) if month_words.isdigit() else _MONTHS.index(month_words[:3]) + 1
    return _calendar(int(got[f"y{number}"]), month, int(got[f"d{number}"]))


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
