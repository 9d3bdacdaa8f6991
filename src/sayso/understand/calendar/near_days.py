"""Days and spans counted from publication → their days: yesterday, Monday, last Monday, last week, this year, the next day, last March."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from . import days
from .doubtful import is_month
from .kinds import letters
from .scene import Part, Phrase, dated, unresolved
from .tense import Tense
from .time_words import Meaning

Parts = tuple[Part, ...]
_LOOKING_BACK = (
    "following",
    "previous",
    "preceding",
    "prior",
    "that",
    "subsequent",
    "same",
    "very same",
    "that same",
    "corresponding",
    "comparable",
)

_THROUGHOUT = ("over", "within", "for", "during", "throughout")


def _one(phrase: Phrase, meaning: Meaning | None, grain: str) -> Parts:
    return () if meaning is None else (Part(phrase.first, phrase.stop, meaning, grain),)


def day(phrase: Phrase) -> Parts:
    """Yesterday, today, tomorrow."""
    if phrase.published is None:
        return _one(phrase, unresolved(), "day")
    return _one(phrase, dated(days.unit_around(phrase.published, "D", phrase.number("day") or 0), relative=True), "day")


def tonight(phrase: Phrase) -> Parts:
    """Tonight: a TIME of the day of publication. Overnight is the night before it."""
    if phrase.published is None:
        return _one(phrase, unresolved("TIME"), "day")
    back = 1 if phrase.rule == "overnight" and phrase.tense() is not Tense.FUTURE else 0
    found = days.unit_around(phrase.published, "D", -back)
    return _one(phrase, _part_of_day(found, "NI"), "daypart")


def _part_of_day(found: days.Days | None, code: str) -> Meaning | None:
    return Meaning("TIME", f"{found.value}T{code}", found.start, found.end, True) if found else None


def weekday(phrase: Phrase) -> Parts:
    """A weekday alone: the last up to publication, the next where the clause looks ahead."""
    number, word = phrase.number("day") or 1, phrase.scene.tokens.word(phrase.first)
    is_short = len(word.rstrip(".")) < 6
    if is_short and not (word[0].isupper() and (word.endswith(".") and word.lower() not in ("sun.", "sat."))):
        return (Part(phrase.first, phrase.stop, unresolved(), "weekday", is_weak=True),)
    if phrase.published is None:
        return _one(phrase, unresolved(), "weekday")
    return _one(phrase, dated(days.single(_weekday(phrase.published, number, phrase.tense())), relative=True), "weekday")


def _weekday(published: date, number: int, tense: Tense) -> date:
    if tense is Tense.FUTURE:
        return published + timedelta(days=(number - 1 - published.weekday() - 1) % 7 + 1)
    return published - timedelta(days=(published.weekday() - number + 1) % 7)


def shifted_day(phrase: Phrase) -> Parts:
    """Last Monday, next Monday, this Monday, the previous Monday."""
    published, number, shift = phrase.published, phrase.number("day") or 1, phrase.word("shift")
    if phrase.scene.tokens.kinds[phrase.match.start("day")] == _letter("shortday") and shift not in ("last", "next", "this"):
        return ()  # "that Sun", a firm
    if published is None:
        return _one(phrase, unresolved(), "weekday")
    if shift in _LOOKING_BACK and shift not in ("previous", "preceding", "prior"):
        near = phrase.scene.before(phrase.first, "D")
        if near is None:
            return _one(phrase, unresolved(), "weekday")
        ahead = (number - 1 - near.weekday()) % 7
        return _one(
            phrase, dated(days.single(near + timedelta(days=ahead if shift == "that" else ahead or 7)), relative=True), "weekday"
        )
    which = phrase.number("shift") or 0
    if which > 0:
        one = _weekday(published, number, Tense.FUTURE)
    elif which < 0:
        one = _weekday(published - timedelta(days=1), number, Tense.PAST)
    else:
        tense = phrase.tense()
        one = _weekday(published, number, tense)
        if tense is Tense.OPEN:
            one = published + timedelta(days=number - 1 - published.weekday())
    return _one(phrase, dated(days.single(one), relative=True), "weekday")


def shifted_month(phrase: Phrase) -> Parts:
    """Last March, this March, next March."""
    published, number, which = phrase.published, phrase.number("month") or 1, phrase.number("shift")
    if not is_month(phrase, phrase.match.start("month"), dated=False) or phrase.scene.tokens.kind(phrase.stop) in (
        _letter("small"),
        _letter("ordinal"),
    ):
        return ()
    if published is None:
        return _one(phrase, unresolved(value=f"XXXX-{number:02d}"), "month")
    if which is None:
        return _one(phrase, dated(days.month(published.year, number), relative=True), "month")
    year = published.year - (number >= published.month) if which < 0 else published.year + (number <= published.month)
    return _one(phrase, dated(days.month(year, number), relative=True), "month")


def shifted(phrase: Phrase) -> Parts:
    """This week (cut at publication), last month, next year, the following day, last night, this morning, last weekend."""
    unit = phrase.value("unit")
    shift = phrase.word("shift")
    if phrase.scene.tokens.kinds[phrase.match.start("unit")] == _letter("daypart"):
        return _shifted_daypart(phrase, shift, str(unit))
    is_weekend = unit is None
    if unit in ("H", "M", "S", "ML") or ("financial" in phrase.words() and unit != "Y"):
        return ()
    if shift in _LOOKING_BACK or (unit == "D" and shift in ("next", "previous")):
        return _looking_back(phrase, shift, str(unit))
    if phrase.published is None:
        return _one(phrase, unresolved(), "other")
    which = phrase.number("shift") or 0
    if unit == "D":
        return () if which else _one(phrase, dated(days.single(phrase.published), relative=True), "day")
    if which < 0 and phrase.words().startswith("the ") and shift in ("last", "past") and not is_weekend:
        return _one(phrase, _window(phrase.published, str(unit)), "other")
    if which > 0 and phrase.words().startswith("the ") and not is_weekend and phrase.before() in _THROUGHOUT:
        return _one(phrase, _window(phrase.published, str(unit), ahead=True), "other")
    if is_weekend:
        return _one(phrase, _weekend(phrase.published, which, phrase.tense()), "other")
    return _one(phrase, unit_near(phrase, str(unit), which), "other")


def unit_near(phrase: Phrase, unit: str, which: int) -> Meaning | None:
    """Give the unit around publication, moved by some; this one is cut at publication, or begins there where the clause looks ahead."""
    published = phrase.published
    if published is None:
        return unresolved()
    found = dated(days.unit_around(published, unit, which), relative=True)
    if found is None or which or found.start is None or found.end is None:
        return found
    if phrase.tense() is Tense.FUTURE:
        return Meaning("DATE", found.value, published, found.end, True)
    return Meaning("DATE", found.value, found.start, min(found.end, published + days.ONE_DAY), True)


def _letter(name: str) -> str:
    return letters()[name]


def _window(published: date, unit: str, *, ahead: bool = False) -> Meaning | None:
    """The past year, over the next decade: a length that ends or begins with publication."""
    length = {"W": 7, "Mo": 30, "Q": 91, "Y": 365, "DE": 3652, "CE": 36524, "2W": 14}.get(unit)
    if length is None:
        return None
    value = {"Mo": "P1M", "DE": "P10Y", "CE": "P100Y", "2W": "P2W"}.get(unit, f"P1{unit}")
    if ahead:
        return Meaning("DURATION", value, published, days.shifted(published, length + 1), True)
    return Meaning("DURATION", value, days.shifted(published, -length), days.shifted(published, 1), True)


def _weekend(published: date, which: int, tense: Tense) -> Meaning | None:
    """The weekend: the last begun, or the coming one where the clause looks ahead."""
    begun = published.weekday() >= 5
    shift = which
    if which < 0 or (which == 0 and not begun and tense is not Tense.FUTURE):
        shift = -1
    found = days.unit_around(published, "D", 7 * shift)
    return dated(days.weekend(found.start), relative=True) if found and found.start else None


def _shifted_daypart(phrase: Phrase, shift: str, code: str) -> Parts:
    published = phrase.published
    near = published
    if shift in _LOOKING_BACK or shift == "next":
        near = phrase.scene.before(phrase.first, "D")
    if near is None:
        return _one(phrase, unresolved("TIME"), "daypart")
    which = -1 if shift in ("last", "previous", "past") else 1 if phrase.number("shift") == 1 else 0
    return _one(phrase, _part_of_day(days.unit_around(near, "D", which), code), "daypart")


def _looking_back(phrase: Phrase, shift: str, unit: str) -> Parts:
    """That day, the next day, the following year: counted from the date named last."""
    if unit == "None":
        unit = "W"
    near = phrase.scene.before(phrase.first, unit)
    if near is None and shift in ("previous", "preceding", "prior"):
        near = phrase.published
    if near is None or phrase.published is None:
        return _one(phrase, unresolved(), "day" if unit == "D" else "other")
    return _one(
        phrase, dated(days.unit_around(near, unit, phrase.number("shift") or 0), relative=True), "day" if unit == "D" else "other"
    )


def the_unit(phrase: Phrase) -> Parts:
    """The week, the year, the weekend: the one in which the report was published; the morning only beside a day."""
    unit, published = phrase.value("unit"), phrase.published
    kind = phrase.scene.tokens.kinds[phrase.match.start("unit")]
    if kind == _letter("daypart"):
        return (Part(phrase.first, phrase.stop, Meaning("TIME", f"T{unit}", None, None, True), "daypart", is_weak=True),)
    if kind == _letter("weekend"):
        return _one(phrase, _weekend(published, 0, phrase.tense()) if published else unresolved(), "other")
    if unit == "Y" and phrase.after() in ("ended", "ending"):
        return _one(phrase, Meaning("DURATION", "P1Y"), "other")
    if unit not in ("W", "Y", "Mo"):
        return ()
    return (Part(phrase.first, phrase.stop, unit_near(phrase, str(unit), 0) or unresolved(), "other", is_weak=unit == "Mo"),)


def day_after(phrase: Phrase) -> Parts:
    """The day before, the week after: counted from the date named last."""
    unit = str(phrase.value("unit"))
    near = phrase.scene.before(phrase.first, unit)
    after = phrase.scene.tokens.word(phrase.stop)
    if (
        phrase.words().split()[0] != "the"
        or unit not in ("D", "W", "Mo", "Y")
        or (after and (after[0].isalnum() or after in "’'"))
    ):
        return ()
    if near is None or phrase.published is None:
        return _one(phrase, unresolved(), "other")
    which = -1 if phrase.value("side") == -1 else 1
    return _one(phrase, dated(days.unit_around(near, unit, which), relative=True), "other")


RESOLVERS: dict[str, Callable[[Phrase], Parts]] = {
    "day": day,
    "tonight": tonight,
    "overnight": tonight,
    "weekday": weekday,
    "shifted_day": shifted_day,
    "shifted_month": shifted_month,
    "shifted": shifted,
    "the_unit": the_unit,
    "day_after": day_after,
}
