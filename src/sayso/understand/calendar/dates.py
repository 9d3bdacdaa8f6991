"""Dates written out → their days: 3 May, May 3–7, May 2014, 2014, 2014-16, '99, 241 BC, 2014-05-03, 03/05/2014."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from . import days
from .doubtful import is_month, is_year
from .kinds import letters
from .scene import Part, Phrase, dated, unresolved
from .tense import Tense
from .time_words import Meaning

Parts = tuple[Part, ...]
_NEAR_MONTHS = 5
# Words after two days of a month, "April 4 and 5 in Oslo"; any other is counted by the second number.
_AFTER_DAYS = frozenset(
    "a after and as at before but by during for from in near of on or the this to when where while with".split()
)


def _one(phrase: Phrase, meaning: Meaning | None, grain: str) -> Parts:
    return () if meaning is None else (Part(phrase.first, phrase.stop, meaning, grain),)


def iso(phrase: Phrase) -> Parts:
    """2014-05-03, with a time of day or without."""
    words = phrase.words().upper()
    year, month, number = map(int, words[:10].split("-"))
    found = days.day(year, month, number)
    if found is None or len(words) == 10:
        return _one(phrase, dated(found, relative=False), "day")
    return _one(phrase, Meaning("TIME", words, found.start, found.end), "clock")


def slashed(phrase: Phrase) -> Parts:
    """03/05/2014 is read only where one order alone gives a day, or the dots say that the day stands first."""
    one, two, three = (int(piece) for piece in re.split(r"[/.]", phrase.words()))
    if one > 31:
        return _one(phrase, dated(days.day(one, two, three), relative=False), "day")
    year = three if three > 99 else 2000 + three if three < 50 else 1900 + three
    orders = {found for a, b in ((one, two), (two, one)) if (found := days.day(year, b, a))}
    if "." in phrase.words():
        return _one(phrase, dated(days.day(year, two, one), relative=False), "day")
    if len(orders) == 2:
        return _one(phrase, unresolved(value=f"{year:04d}-XX-XX"), "day")
    return _one(phrase, dated(next(iter(orders), None), relative=False), "day")


def _full_year(year: int | str | float | None, near: date | None) -> int | None:
    """Read a year, of two digits too: within fifty years before publication, or a little after."""
    if isinstance(year, int):
        return year
    if not isinstance(year, str):
        return None
    latest = (near.year if near else 2030) + 10
    number = int(re.sub(r"\D", "", year)) + latest // 100 * 100
    return number if number <= latest else number - 100


def day_of(phrase: Phrase, month: int, number: int, year: int | None) -> Meaning | None:
    """Give a day of a month; without a year the one that the tense or nearness to publication asks for."""
    if year is not None:
        return dated(days.day(year, month, number), relative=False)
    if not 1 <= number <= 31:
        return None
    told = phrase.scene.year_before(phrase.first)
    if told is not None:
        return dated(days.day(told, month, number), relative=True)
    published = phrase.published
    if published is None:
        return unresolved(value=f"XXXX-{month:02d}-{number:02d}") if days.day(2000, month, number) else None
    around = [found for y in (published.year - 1, published.year, published.year + 1) if (found := _date(y, month, number))]
    tense = phrase.tense()
    nearest = min(around, key=lambda d: abs((d - published).days), default=None)
    if nearest is not None and nearest > published and tense is Tense.PAST and (nearest - published).days > 45:
        nearest = max((d for d in around if d <= published), default=nearest)
    if nearest is not None and nearest < published and tense is Tense.FUTURE and (published - nearest).days > 90:
        nearest = min((d for d in around if d >= published), default=nearest)
    return dated(days.single(nearest), relative=True) if nearest else None


def _date(year: int, month: int, number: int) -> date | None:
    found = days.day(year, month, number) if 1 <= year <= 9999 else None
    return found.start if found else None


def day(phrase: Phrase) -> Parts:
    """3 May, May 3rd, 2014."""
    month, number = phrase.number("month") or 0, phrase.number("day")
    if number is None or not is_month(phrase, phrase.match.start("month"), dated=True):
        return ()
    year = _full_year(phrase.value("year"), phrase.published)
    return _one(phrase, day_of(phrase, month, number, year), "day")


def days_of(phrase: Phrase) -> Parts:
    """May 3–7, 3 to 7 May: both ends, each a day."""
    month, year = phrase.number("month") or 0, _full_year(phrase.value("year"), phrase.published)
    month = month or int(phrase.scene.tokens.values[phrase.first] or 0)
    place = phrase.match.start("month") if phrase.has("month") else phrase.first
    if not is_month(phrase, place, dated=True):
        return ()
    if phrase.rule == "two_days_of_month" and phrase.after().isalpha() and phrase.after() not in _AFTER_DAYS:
        return ()  # "on May 3 and 12 soldiers"
    ends = [day_of(phrase, month, int(phrase.value(label) or 0), year) for label in ("first", "second")]
    if ends[0] is None or ends[1] is None:
        return ()
    cut = phrase.match.start("second")
    first_stop = phrase.match.end("first")
    start = phrase.first
    if phrase.scene.tokens.kinds[cut - 1] == phrase.scene.tokens.kinds[phrase.first] and cut - 1 > start:
        cut -= 1  # "the 3rd and the 7th of May"
    return (Part(start, first_stop, ends[0], "day"), Part(cut, phrase.stop, ends[1], "day"))


def month_year(phrase: Phrase) -> Parts:
    """May 2014."""
    year = _full_year(phrase.value("year"), phrase.published)
    if year is None or not is_month(phrase, phrase.first, dated=True) or _has_bad_day(phrase):
        return ()
    return _one(phrase, dated(days.month(year, phrase.number("month") or 1), relative=False), "month")


def month(phrase: Phrase) -> Parts:
    """A month alone: the last up to publication, or the next where the clause looks ahead."""
    number = phrase.number("month") or 1
    if not is_month(phrase, phrase.first, dated=False) or _has_bad_day(phrase):
        return ()
    return _one(phrase, month_without_year(phrase, number), "month")


def month_without_year(phrase: Phrase, number: int) -> Meaning:
    """Give a month by the year told, that of a date joined to it, or by tense."""
    year = _year_ahead(phrase)
    if year is not None:
        return dated(days.month(year, number), relative=False) or unresolved()
    told = phrase.scene.year_before(phrase.first)
    if told is not None:
        return dated(days.month(told, number), relative=True) or unresolved()
    published = phrase.published
    if published is None:
        return unresolved(value=f"XXXX-{number:02d}")
    tense, ahead = phrase.tense(), (number - published.month) % 12
    year = published.year - (number > published.month)
    # A month to come is meant where the clause looks ahead, and up to which something goes on where that is nearer.
    if (
        tense is Tense.FUTURE
        or (tense is Tense.OPEN and 0 < ahead <= 2)
        or (ahead <= _NEAR_MONTHS and phrase.before() in ("until", "till", "through", "by"))
    ):
        year = published.year + (number < published.month)
    return dated(days.month(year, number), relative=True) or unresolved()


def _has_bad_day(phrase: Phrase) -> bool:
    """Tell whether a number that is no day of it stands beside a month: "31 February"."""
    small = letters()["small"]
    return small in (phrase.scene.tokens.kind(phrase.first - 1), phrase.scene.tokens.kind(phrase.stop))


def _year_ahead(phrase: Phrase) -> int | None:
    """Give the year of "June" in "June and July 2014", "June to July 2014"."""
    ahead = re.match(
        r"\s*(?:and|or|to|through|until|[-–])\s*[A-Z][a-z]+\.?,? ((?:1[5-9]|20)\d\d)\b", phrase.scene.following(phrase.stop, 40)
    )
    return int(ahead[1]) if ahead else None


def years(phrase: Phrase) -> Parts:
    """2014–16, 1914-1918: both years."""
    first, second = phrase.number("first") or 0, phrase.number("second") or 0
    word = phrase.word("second")
    if len(word) == 2 and not phrase.scene.tokens.is_joined(phrase.stop - 1):
        return ()
    if len(word) == 2:
        second += first // 100 * 100
    if len(word) not in (2, 4) or not first < second <= first + 200:
        return ()
    cut = phrase.match.start("second")
    made = [dated(days.year(y), relative=False) for y in (first, second)]
    if made[0] is None or made[1] is None:
        return ()
    return (Part(phrase.first, phrase.first + 1, made[0], "year"), Part(cut, phrase.stop, made[1], "year"))


def year(phrase: Phrase) -> Parts:
    """2014, where it stands as a year does."""
    number = phrase.number("year")
    if number is None or (phrase.rule == "year" and not is_year(phrase, number)):
        return ()
    return _one(phrase, dated(days.year(number), relative=False), "year")


def short_year(phrase: Phrase) -> Parts:
    """'99 after a preposition."""
    number = _full_year(phrase.value("year"), phrase.published)
    if number is None or phrase.before() not in ("in", "of", "since", "by", "from", "until", "late", "early", "before", "after"):
        return ()
    return _one(phrase, dated(days.year(number), relative=False), "year")


def era_years(phrase: Phrase) -> Parts:
    """264 to 241 BC: both years; years after Christ are left to other rules."""
    if phrase.value("ad") != -1:
        return ()
    made = [Meaning("DATE", f"BC{phrase.number(label) or 0:04d}") for label in ("first", "second")]
    cut = phrase.match.start("second")
    return (Part(phrase.first, phrase.first + 1, made[0], "year"), Part(cut, phrase.stop, made[1], "year"))


def era_part(phrase: Phrase) -> Parts:
    """April 480 BC, the spring of 480 BC."""
    year, place = phrase.number("year"), phrase.match.start("month") if phrase.has("month") else phrase.first
    if phrase.value("ad") != -1 or year is None or (phrase.has("month") and not is_month(phrase, place, dated=True)):
        return ()
    season = next((v for v in phrase.scene.tokens.values[phrase.first : phrase.stop] if isinstance(v, str)), "")
    code = f"{phrase.number('month'):02d}" if phrase.has("month") else season
    return _one(phrase, Meaning("DATE", f"BC{year:04d}-{code}"), "month")


def era(phrase: Phrase) -> Parts:
    """241 BC has a value and no days that datetime could name."""
    number, side = phrase.scene.tokens.values[phrase.first], phrase.scene.tokens.values[phrase.stop - 1]
    if not isinstance(number, int):
        return ()
    if side == 1:
        return _one(phrase, dated(days.year(number), relative=False), "year")
    return _one(phrase, Meaning("DATE", f"BC{number:04d}"), "year")


RESOLVERS: dict[str, Callable[[Phrase], Parts]] = {
    "iso": iso,
    "slashed": slashed,
    "days_of_month": days_of,
    "days_before_month": days_of,
    "two_days_of_month": days_of,
    "month_day": day,
    "day_month": day,
    "month_year": month_year,
    "month": month,
    "years": years,
    "year": year,
    "the_year": year,
    "shortyear": short_year,
    "era": era,
    "era_years": era_years,
    "era_month": era_part,
    "era_season": era_part,
}
