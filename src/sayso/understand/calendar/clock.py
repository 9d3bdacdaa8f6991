"""Times of day, habits and times at large → TIMEX3: 10:35 a.m. GMT, noon, the early hours, every Monday, daily, now, recently, soon."""

from __future__ import annotations

import re
from collections.abc import Callable

from . import days
from .kinds import letters
from .lengths import length_value
from .scene import Part, Phrase
from .tense import Tense
from .time_words import Meaning

Parts = tuple[Part, ...]
_AFTERNOON = ("AF", "EV", "NI")


def _one(phrase: Phrase, meaning: Meaning | None, grain: str = "other", *, is_weak: bool = False) -> Parts:
    return () if meaning is None else (Part(phrase.first, phrase.stop, meaning, grain, is_weak),)


def clock(phrase: Phrase) -> Parts:
    """10:35, 4 p.m., 430pm, five o'clock, noon: joined to its day by joining.py, else of the day of publication."""
    tokens, kinds = phrase.scene.tokens, letters()
    hour = minute = None
    zone = ""
    for index in range(phrase.first, phrase.stop):
        kind, value = tokens.kinds[index], tokens.values[index]
        if kind in (kinds["clock"], kinds["hour"]):
            hour, minute = (int(piece) for piece in str(value).split(":")[:2])
        elif kind == kinds["meridiem"] and hour is not None:
            hour = hour % 12 + int(value or 0)
        elif kind == kinds["zone"]:
            if not tokens.word(index).isupper() and value is not None:
                return ()
            zone = _offset(float(value)) if isinstance(value, int | float) else ""
        elif isinstance(value, int | float) and hour is None:
            hour, minute = (int(value), round(value % 1 * 100)) if value < 25 else divmod(int(value), 100)
    if (
        hour is None
        or minute is None
        or hour > 24
        or minute > 59
        or (phrase.words() in ("noon", "midnight") and phrase.before() in ("high", "operation"))
    ):
        return ()
    is_weak = kinds["clock"] in phrase.match[0] and kinds["meridiem"] not in phrase.match[0] and phrase.before() not in (
        "at", "by", "until", "from", "around", "about", "before", "after", "since", "to", "and", "(")  # fmt: skip
    return _one(phrase, Meaning("TIME", f"T{hour:02d}:{minute:02d}{zone}", None, None, True), "clock", is_weak=is_weak)


def _offset(hours: float) -> str:
    if not hours:
        return "Z"
    minutes = round(abs(hours) * 60)
    return f"{'-' if hours < 0 else '+'}{minutes // 60:02d}:{minutes % 60:02d}"


def in_daypart(phrase: Phrase) -> Parts:
    """4 in the morning, six in the evening."""
    tokens = phrase.scene.tokens
    hour = next((v for v in tokens.values[phrase.first : phrase.stop] if isinstance(v, int)), None)
    if hour is None or not 1 <= hour <= 12:
        return ()
    hour = hour % 12 + (12 if phrase.value("part") in _AFTERNOON else 0)
    return _one(phrase, Meaning("TIME", f"T{hour:02d}:00", None, None, True), "clock")


def daypart(phrase: Phrase) -> Parts:
    """Morning, night: only beside a day."""
    return _one(phrase, Meaning("TIME", f"T{phrase.value('part')}", None, None, True), "daypart", is_weak=True)


def small_hours(phrase: Phrase) -> Parts:
    """The early hours."""
    return _one(phrase, Meaning("TIME", "TMO", None, None, True), "daypart", is_weak=True)


def often(phrase: Phrase) -> Parts:
    """Daily, weekly, annually; a name ("The Daily Mail") is none."""
    word = phrase.scene.tokens.word(phrase.first)
    if word[0].isupper() and (phrase.scene.tokens.word(phrase.stop)[:1].isupper() or phrase.before() == "the"):
        return ()
    if word.lower() == "quarterly" and phrase.after().isalpha() and phrase.after() not in ("and", "or", "by", "in", "to"):
        return ()  # a quarterly dividend is one of a quarter, no habit
    value = next((str(v) for v in phrase.scene.tokens.values[phrase.first : phrase.stop] if v), None)
    return _one(phrase, Meaning("SET", value))


def every(phrase: Phrase) -> Parts:
    """Every day, each July, every two weeks, per month."""
    tokens, kinds = phrase.scene.tokens, letters()
    place = phrase.match.start("what")
    kind, value = tokens.kinds[place], tokens.values[place]
    count = re.search(r"(?:every|each|per) (two|three|four|five|six|ten|\d+|few|other|second)", phrase.words())
    number: float | None = (
        {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "other": 2, "second": 2, "few": None}.get(count[1], 0)
        if count
        else 1
    )
    number = float(count[1]) if count and count[1].isdigit() else number
    if kind in (kinds["weekday"], kinds["shortday"]):
        made = f"XXXX-WXX-{value}"
    elif kind == kinds["month"]:
        made = f"XXXX-{int(value or 0):02d}"
    elif kind == kinds["season"]:
        made = f"XXXX-{value}"
    elif kind == kinds["daypart"]:
        made = f"XXXX-XX-XXT{value}"
    elif kind == kinds["weekend"]:
        made = "XXXX-WXX-WE"
    elif kind == kinds["hour"]:
        return ()
    else:
        made = length_value(number, str(value))
    return _one(phrase, Meaning("SET", made), "weekday" if kind in (kinds["weekday"], kinds["shortday"]) else "other")


def weekdays(phrase: Phrase) -> Parts:
    """On Mondays: a habit, where a preposition says so."""
    if phrase.before() != "on":
        return ()
    return _one(phrase, Meaning("SET", f"XXXX-WXX-{phrase.value('day')}"), "weekday")


def present(phrase: Phrase) -> Parts:
    """Now, currently: the day of publication."""
    published = phrase.published
    if phrase.words() == "to date" and (phrase.before() == "up" or phrase.after() in ("back", "from", "the", "her", "him")):
        return ()
    if phrase.words() == "now" and phrase.after() in ("that", "defunct", "-") and phrase.before() not in ("until", "for"):
        return ()
    return _one(phrase, Meaning("DATE", "PRESENT_REF", published, days.shifted(published, 1) if published else None, True))


def current(phrase: Phrase) -> Parts:
    """Current, before what is so now."""
    if phrase.words() not in ("current",) or not phrase.after().isalpha():
        return ()
    return present(phrase)


def past(phrase: Phrase) -> Parts:
    """Recently, previously: up to publication."""
    published = phrase.published
    return _one(phrase, Meaning("DATE", "PAST_REF", None, days.shifted(published, 1) if published else None, True))


def the_past(phrase: Phrase) -> Parts:
    """The past, as a time of its own."""
    if phrase.words() != "the past" or (phrase.after().isalnum() and phrase.before() not in ("in", "of", "from")):
        return ()
    return past(phrase)


def then_recent(phrase: Phrase) -> Parts:
    """Recent, before what happened of late."""
    return past(phrase)


def future(phrase: Phrase) -> Parts:
    """Soon, the near future: from publication on."""
    if phrase.words() == "soon" and (
        phrase.after() in ("after", "as", "afterward", "afterwards", "became") or phrase.before() in ("as", "too", "very")
    ):
        return ()
    if phrase.words() == "soon" and phrase.tense() is Tense.PAST:
        return ()  # "it soon spread": soon after something told
    return _one(phrase, Meaning("DATE", "FUTURE_REF", phrase.published, None, True))


RESOLVERS: dict[str, Callable[[Phrase], Parts]] = {
    "clock": clock,
    "in_daypart": in_daypart,
    "daypart": daypart,
    "smallhours": small_hours,
    "often": often,
    "every": every,
    "weekdays": weekdays,
    "present": present,
    "now_current": current,
    "past": past,
    "the_past": the_past,
    "then_recent": then_recent,
    "future": future,
}
