"""Quarters, halves, seasons, decades, centuries, feasts and fiscal years → their days."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from . import days
from .kinds import letters
from .kinds import words as known_words
from .near_days import unit_near
from .scene import Part, Phrase, dated, unresolved
from .tense import Tense
from .time_words import Meaning

Parts = tuple[Part, ...]
_HALF_A_QUARTER = 45  # days
# What the halves of a year have: "first-half sales"; matches have halves too.
_OF_BUSINESS = frozenset(
    "cash costs deliveries dividend earnings exports figures forecast gain growth income loss losses margin margins net operating output "
    "performance production profit profits report results revenue revenues sales shipments spending turnover".split()
)


def _one(phrase: Phrase, meaning: Meaning | None, grain: str = "other") -> Parts:
    """Give the part; an article before an adjective ("the third-quarter results") belongs to the noun and stays out."""
    tokens, first = phrase.scene.tokens, phrase.first
    is_adjective = phrase.rule in ("quarter", "half", "yearly_period") and tokens.kinds[phrase.stop - 2] == _letter("hyphen")
    if is_adjective and tokens.kinds[first] in (_letter("the"), _letter("a"), _letter("that")):
        first += 1
    return () if meaning is None else (Part(first, phrase.stop, meaning, grain),)


def quarter(phrase: Phrase) -> Parts:
    """The third quarter, the latest quarter, the quarter, the third quarter of 2014, the year-ago quarter."""
    nth, year = phrase.number("nth"), phrase.number("year") or phrase.number("after")
    words = phrase.words()
    if nth is not None and not 1 <= nth <= 4:
        return ()
    if phrase.has("of_year") and phrase.value("of_year") != "Y":
        return ()
    if nth is None and not (phrase.has("shift") or phrase.has("ago") or year or words.startswith(("the ", "fiscal"))):
        return ()  # a quarter of something
    if phrase.after() in ("of", "century", "mile", "finals") and year is None and not _is_amount(phrase):
        return ()
    published = phrase.published
    if nth is not None and year is not None:
        return _one(phrase, dated(days.quarter(year, nth), relative=False))
    if published is None:
        return _one(phrase, unresolved(value=f"XXXX-Q{nth}" if nth else None))
    known = phrase.scene.quarter
    if nth is not None:
        year = published.year - (3 * nth - 2 > published.month) + (phrase.number("shift") or 0)
        if phrase.has("of_year"):
            year = published.year + (phrase.number("shift") or 0)
        elif phrase.value("after_unit") == "Y":
            year = published.year + (phrase.number("after_shift") or 0)
        elif phrase.tense() is Tense.FUTURE and 3 * nth + 5 < published.month:
            year += 1
        if not phrase.has("ago"):
            phrase.scene.report_on(year, nth, phrase.stop)
        return _one(phrase, dated(days.quarter(year - phrase.has("ago"), nth), relative=True))
    if phrase.has("of_year"):
        return _one(phrase, quarter_of_year(phrase, published.year + (phrase.number("shift") or 0)))
    if phrase.word("shift") in ("this", "current", "last", "next", "previous"):
        return _one(phrase, unit_near(phrase, "Q", phrase.number("shift") or 0))
    if (ended := _ended(phrase, published)) is not None:
        return _one(phrase, dated(days.unit_around(ended, "Q", 0), relative=True))
    known = known or ((published.year, (published.month + 2) // 3 - 1))
    return _one(phrase, dated(days.quarter(year or known[0] - phrase.has("ago"), known[1]), relative=True))


def _ended(phrase: Phrase, published: date) -> date | None:
    """Give a day in the middle of a quarter that ended on a day named after it: "the quarter ended July 31"; None where none is named."""
    named = re.match(r",? ended ([A-Z][a-z]+)\.? (\d{1,2})\b", phrase.scene.following(phrase.stop, 30))
    number = _month_of(named[1]) if named else None
    found = days.day(published.year, number, int(named[2])) if named and number else None
    if found is None or found.start is None:
        return None
    back = days.shifted(found.start, -_HALF_A_QUARTER - 365 * (found.start > published))
    return back


def _month_of(word: str) -> int | None:
    known = known_words().get(word.lower()) or known_words().get(f"{word.lower()}.")
    return known.value if known is not None and known.kind == _letter("month") and isinstance(known.value, int) else None


def quarter_of_year(phrase: Phrase, year: int) -> Meaning | None:
    """Give the quarter of a year that has the number of the one spoken of, else the year: "last year's quarter"."""
    known = phrase.scene.quarter_before(phrase.first)
    return dated(days.quarter(year, known[1]) if known else days.year(year), relative=True)


def compared_period(phrase: Phrase) -> Parts:
    """The corresponding period last year, the quarter a year ago: the quarter spoken of, in that year."""
    unit = phrase.value("after") or phrase.value("before")
    if unit != "Y" or (phrase.has("shift") and phrase.word("shift") not in ("last", "next", "previous")):
        return ()
    if phrase.published is None:
        return _one(phrase, unresolved())
    return _one(phrase, quarter_of_year(phrase, phrase.published.year + (phrase.number("shift") or -1)))


def _is_amount(phrase: Phrase) -> bool:
    """Tell "a loss for the third quarter of $3 million" from "the third quarter of the game"."""
    return (
        phrase.number("nth") is not None
        and re.match(r" of (?:about |nearly )?(?:[$£€#]|[A-Z]{1,3}\$|\d)", phrase.scene.following(phrase.stop, 20)) is not None
    )


def yearly_period(phrase: Phrase) -> Parts:
    """Year-earlier, the year-ago period, the 1988 period: as far back, of the quarter that is spoken of or of the year."""
    year, known, published = phrase.number("year"), phrase.scene.quarter, phrase.published
    if year is not None:
        known = known if published and year >= published.year - 1 else None
        if not phrase.match[0].endswith(_letter("period")):
            return ()
        return _one(phrase, dated(days.quarter(year, known[1]) if known else days.year(year), relative=False))
    if phrase.value("ago") != "Y":
        return ()
    if published is None:
        return _one(phrase, unresolved())
    return _one(phrase, year_before(phrase))


def year_before(phrase: Phrase) -> Meaning | None:
    """Give the quarter a year before the one spoken of, else the year before publication."""
    known, published = phrase.scene.quarter_before(phrase.first), phrase.published
    if published is None:
        return unresolved()
    return dated(days.quarter(known[0] - 1, known[1]) if known else days.year(published.year - 1), relative=True)


def latest_period(phrase: Phrase) -> Parts:
    """The latest period: the quarter spoken of."""
    known = phrase.scene.quarter
    if known is None and phrase.published is not None:
        known = (phrase.published.year, (phrase.published.month + 2) // 3 - 1)
    return _one(phrase, dated(days.quarter(*known), relative=True) if known else unresolved())


def _letter(name: str) -> str:
    return letters()[name]


def half(phrase: Phrase) -> Parts:
    """The first half of 2014; without a year that of publication."""
    nth, year, published = phrase.number("nth") or 2, phrase.number("year"), phrase.published
    units = (phrase.value("of_year"), phrase.value("after"))
    is_adjective = phrase.scene.tokens.kinds[phrase.stop - 2] == _letter("hyphen")
    if nth not in (1, 2) or (phrase.after() == "of" and year is None):
        return ()
    if year is None and "Y" not in units and (not is_adjective or phrase.after() not in _OF_BUSINESS):
        return ()  # the first half of a match
    if year is None and published is None:
        return _one(phrase, unresolved(value=f"XXXX-H{nth}"))
    shift = phrase.number("shift") or phrase.number("after_shift") or 0
    return _one(phrase, dated(days.half(year or (published.year + shift if published else 1), nth), relative=year is None))


def season(phrase: Phrase) -> Parts:
    """Last fall, the summer of 2014, summer 2014, this winter, in spring."""
    code, year, published = str(phrase.value("season")), phrase.number("year"), phrase.published
    shift, word = phrase.word("shift"), phrase.word("season")
    if year is not None:
        return _one(phrase, dated(days.season(year, code), relative=False))
    bare = not shift
    if (
        bare
        and word in ("fall", "spring")
        and (word == "fall" or phrase.before() not in ("in", "since", "early", "late", "until", "by"))
    ):
        return ()
    if bare and (phrase.words().startswith("a ") or phrase.after() in ("olympics", "games", "camp", "school")):
        return ()
    if published is None:
        return _one(phrase, unresolved(value=f"XXXX-{code}"))
    told = phrase.scene.year_before(phrase.first) if bare else None
    if told is not None:
        return _one(phrase, dated(days.season(told, code), relative=True))
    which = phrase.number("shift")
    if shift == "this" and phrase.tense() is not Tense.PAST:
        return _one(phrase, dated(days.season(published.year, code), relative=True))
    if which is None and shift in ("same", "that"):
        which = None
    return _one(phrase, dated(_season_near(published, code, which, phrase.tense()), relative=True))


def _season_near(published: date, code: str, which: int | None, tense: Tense) -> days.Days | None:
    around = [days.season(published.year + shift, code) for shift in (-2, -1, 0, 1)]
    begun = [one for one in around if one.start and one.start <= published]
    over = [one for one in around if one.end and one.end <= published]
    coming = [one for one in around if one.start and one.start > published]
    if which is not None and which < 0:
        return over[-1] if over else None
    if (which is not None and which > 0) or tense is Tense.FUTURE:
        running = begun[-1] if begun and begun[-1].end and begun[-1].end > published and not which else None
        return running or (coming[0] if coming else None)
    return begun[-1] if begun else None


def century(phrase: Phrase) -> Parts:
    """The 20th century."""
    nth = phrase.number("nth")
    if phrase.value("unit") != "CE" or nth is None or not 1 <= nth <= 99:
        return ()
    return _one(phrase, dated(days.century(nth), relative=False))


def decade(phrase: Phrase) -> Parts:
    """The 1990s, the '90s, the nineties."""
    first, word = phrase.number("decade") or 0, phrase.word("decade")
    if first < 100:
        words = phrase.scene.tokens
        before = words.word(phrase.match.start("decade") - 1).lower()
        is_mid = before == "-" and words.word(phrase.match.start("decade") - 2).lower() == "mid"
        if before not in ("the", "early", "late", "mid") and not is_mid and word[0] not in "'’`":
            return ()  # "P-40s"
        if word[:1].isdigit() and phrase.after() in ("and", "percent"):
            return ()
        first += 1900
    return _one(phrase, dated(days.decade(first // 10 * 10), relative=False), "year")


def holiday(phrase: Phrase) -> Parts:
    """Christmas, Easter 2014, last Thanksgiving."""
    key, year, published = str(phrase.value("holiday")), phrase.number("year"), phrase.published
    if phrase.after() in ("island", "islands", "eve", "bunny", "sunday", "party"):
        return ()
    if year is not None:
        return _one(phrase, dated(days.holiday(key, year), relative=False), "day")
    if published is None:
        return _one(phrase, unresolved(), "day")
    around = [found for shift in (-1, 0, 1) if (found := days.holiday(key, published.year + shift)) and found.start]
    past = [one for one in around if one.start and one.start <= published]
    coming = [one for one in around if one.start and one.start > published]
    which, tense = phrase.number("shift"), phrase.tense()
    nearest = min(around, key=lambda one: abs(((one.start or published) - published).days), default=None)
    if which == -1 or (which is None and tense is Tense.PAST):
        nearest = past[-1] if past else nearest
    elif which == 1 or tense is Tense.FUTURE:
        nearest = coming[0] if coming else nearest
    return _one(phrase, dated(nearest, relative=True), "day")


def fiscal_year(phrase: Phrase) -> Parts:
    """Fiscal 1989, the fiscal year: a value, and no days: each house begins its year where it likes. One that ended on a day is a length."""
    year, published = phrase.number("year") or phrase.number("after") or phrase.number("ago"), phrase.published
    if phrase.after() in ("ended", "ending"):
        return _one(phrase, Meaning("DURATION", "P1Y"))
    if year is not None:
        return _one(phrase, Meaning("DATE", f"{year:04d}"))
    if published is None:
        return _one(phrase, unresolved())
    return _one(phrase, Meaning("DATE", f"{published.year + (phrase.number('shift') or 0):04d}", None, None, True))


def year_end(phrase: Phrase) -> Parts:
    """Year-end, the year's end."""
    if phrase.value("unit") not in ("Y", "Mo") or re.search(r"\bend\b", phrase.words()) is None:
        return ()
    if phrase.has("year"):
        return _one(phrase, dated(days.year(phrase.number("year") or 1), relative=False)) if phrase.value("unit") == "Y" else ()
    if phrase.published is None:
        return _one(phrase, unresolved())
    back = -1 if phrase.value("unit") == "Y" and phrase.before() in ("since", "from") else 0
    found = days.unit_around(phrase.published, str(phrase.value("unit")), back)
    return _one(phrase, dated(found, relative=True))


def two_quarters(phrase: Phrase) -> Parts:
    """The first and second quarters: two."""
    year, published = phrase.number("year"), phrase.published
    numbers = [phrase.number("first") or 0, phrase.number("second") or 0]
    if (phrase.has("unit") and phrase.value("unit") != "Q") or not all(1 <= number <= 4 for number in numbers):
        return ()
    places = ((phrase.first, phrase.match.end("first")), (phrase.match.start("second"), phrase.stop))
    return tuple(
        Part(start, stop, _quarter_near(number, year, published) or unresolved(value=f"XXXX-Q{number}"), "other")
        for number, (start, stop) in zip(numbers, places, strict=True)
    )


def _quarter_near(number: int, year: int | None, published: date | None) -> Meaning | None:
    """Give a quarter of a year, or the last of its number that has begun at publication."""
    if year is not None:
        return dated(days.quarter(year, number), relative=False)
    if published is None:
        return None
    return dated(days.quarter(published.year - (3 * number - 2 > published.month), number), relative=True)


RESOLVERS: dict[str, Callable[[Phrase], Parts]] = {
    "two_quarters": two_quarters,
    "quarter": quarter,
    "yearly_period": yearly_period,
    "latest_period": latest_period,
    "compared_period": compared_period,
    "half": half,
    "season": season,
    "century": century,
    "decade": decade,
    "holiday": holiday,
    "fiscal_year": fiscal_year,
    "year_end": year_end,
}
