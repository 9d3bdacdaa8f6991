"""Dates counted by a length of time → their days: three days ago, a year ago, two weeks later, years ago."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from . import days
from .lengths import IN_DAYS, OF_DAY, YEARS, amount, length_value
from .periods import year_before
from .scene import Part, Phrase, dated, unresolved
from .time_words import Meaning

Parts = tuple[Part, ...]


def _one(phrase: Phrase, meaning: Meaning | None, grain: str = "other") -> Parts:
    return () if meaning is None else (Part(phrase.first, phrase.stop, meaning, grain),)


def ago(phrase: Phrase) -> Parts:
    """Three days ago, a year ago: a date as exact as its unit."""
    unit, number = str(phrase.value("unit")), amount(phrase, "length")
    if phrase.published is None:
        return _one(phrase, unresolved())
    which = -1 if phrase.scene.tokens.values[phrase.stop - 1] == -1 else 1
    if number is None:
        return _one(phrase, _somewhen(phrase.published, which))
    if number == 1 and unit == "Y" and which < 0 and phrase.word("length") == "a":
        return _one(phrase, year_before(phrase))
    return _one(phrase, counted(phrase.published, which * number, unit))


def _somewhen(published: date, which: int) -> Meaning:
    if which < 0:
        return Meaning("DATE", "PAST_REF", None, days.shifted(published, 1), True)
    return Meaning("DATE", "FUTURE_REF", published, None, True)


def counted(near: date, number: float, unit: str) -> Meaning | None:
    """Give the unit that lies so many units from a day."""
    if unit in OF_DAY:
        back = days.unit_around(near, "D", -1 if unit == "H" and number <= -24 else 0)
        return Meaning("TIME", f"{back.value}TXX:XX", back.start, back.end, True) if back else None
    if unit in YEARS:
        found = days.unit_around(near, "Y", round(number * YEARS[unit]))
        return dated(found, relative=True)
    if number != int(number):
        months = round(number * 12) if unit == "Y" else 0
        if months:
            return dated(days.unit_around(near, "Mo", months), relative=True)
        return dated(days.unit_around(near, "D", round(number * IN_DAYS[unit])), relative=True)
    return dated(days.unit_around(near, unit, int(number)), relative=True)


def later(phrase: Phrase) -> Parts:
    """Two weeks later, a year earlier: from the date named last; a year earlier is the quarter before that is spoken of.

    Where no date is named they say how long, and no day.
    """
    unit, number = str(phrase.value("unit")), amount(phrase, "length")
    which = -1 if phrase.value("side") == -1 else 1
    if phrase.word("side") == "before" and phrase.after() and phrase.after()[0].isalnum():
        return _one(phrase, Meaning("DURATION", length_value(number, unit))) if number else ()
    if phrase.published is None:
        return _one(phrase, unresolved())
    if number == 1 and unit == "Y" and which < 0 and phrase.scene.quarter_before(phrase.first) is not None:
        return _one(phrase, year_before(phrase))
    near = phrase.scene.before(phrase.first, unit)
    if number is not None and near is not None:
        return _one(phrase, counted(near, which * number, unit))
    if which < 0 and number is not None and (unit in ("Y", "Mo", "DE") or (unit == "W" and number == 1)):
        return _one(phrase, counted(phrase.published, which * number, unit))
    if phrase.scene.before(phrase.first, "CE") is not None:
        return _one(phrase, unresolved())
    return (Part(phrase.first, phrase.match.start("side"), Meaning("DURATION", length_value(number, unit)), "other"),)


def vague_ago(phrase: Phrase) -> Parts:
    """Years ago, months later."""
    if phrase.has("side"):
        return _one(phrase, unresolved())
    published = phrase.published
    return _one(phrase, _somewhen(published, -1) if published else Meaning("DATE", "PAST_REF", None, None, True))


RESOLVERS: dict[str, Callable[[Phrase], Parts]] = {"ago": ago, "later": later, "vague_ago": vague_ago}
