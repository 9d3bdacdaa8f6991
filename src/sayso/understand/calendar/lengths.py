"""Lengths of time → durations: three months, the past two weeks, a ten-year lease, in recent days, years."""

from __future__ import annotations

import re
from collections.abc import Callable

from . import days
from .kinds import letters
from .scene import Part, Phrase
from .time_words import Meaning

Parts = tuple[Part, ...]
OF_DAY = ("S", "M", "H")
IN_DAYS = {
    "S": 0.0,
    "M": 0.0,
    "H": 1 / 24,
    "D": 1,
    "W": 7,
    "2W": 14,
    "Mo": 30.4375,
    "Q": 91.3125,
    "Y": 365.25,
    "DE": 3652.5,
    "CE": 36525,
    "ML": 365250,
}
YEARS = {"DE": 10, "CE": 100, "ML": 1000}
# Words before an "over" that says "more than"; elsewhere it says in the course of what time, and is no part of the length.
_BEFORE_MORE_THAN = frozenset(
    "for in after within of by lasted last lasts lasting took take takes taking taken spent spend spends waited just well little and or "
    "than is was be been ran runs until since about at with a".split()
)
_SMALLER = {"Y": ("M", 12), "D": ("H", 24), "H": ("M", 60), "M": ("S", 60)}


def _one(phrase: Phrase, meaning: Meaning | None, grain: str = "other") -> Parts:
    return () if meaning is None else (Part(phrase.first, phrase.stop, meaning, grain),)


def amount(phrase: Phrase, label: str) -> float | None:
    """Give how many a count says; None where it names no number ("several", "two to three")."""
    if not phrase.has(label):
        return None
    tokens, kinds = phrase.scene.tokens, letters()
    numbers: list[float] = []
    vague = False
    halves = 0.0
    for index in range(phrase.match.start(label), phrase.match.end(label)):
        kind, value = tokens.kinds[index], tokens.values[index]
        if isinstance(value, int | float) and kind != kinds["a"]:
            numbers.append(value)
        vague = vague or kind == kinds["vague"]
        halves += 0.5 * (kind == kinds["half"])
    if vague or len(numbers) > 1:
        return None
    if not numbers:
        return halves or 1
    return numbers[0] + halves


def length_value(number: float | None, unit: str) -> str:
    """Give the TIMEX3 value of a length: PT30M, P2W, PXD; a fraction goes into the next smaller unit."""
    code = unit[0] if unit in ("Mo", "2W") else unit
    code = "W" if unit == "2W" else code
    lead = "PT" if unit in OF_DAY else "P"
    if number is None:
        return f"{lead}X{code}"
    if unit in YEARS:
        number, code = number * YEARS[unit], "Y"
    if unit == "2W":
        number = number * 2
    whole, rest = int(number), number - int(number)
    if not rest:
        return f"{lead}{whole}{code}"
    if code not in _SMALLER or unit == "Mo":
        return f"{lead}{number:g}{code}"
    smaller, times = _SMALLER[code]
    part = round(rest * times)
    big = f"{whole}{code}" if whole else ""
    return f"P{big}T{part}{smaller}" if unit == "D" else f"{lead}{big}{part}{smaller}"


def _is_age(phrase: Phrase) -> bool:
    """Ages are no time: "a 27-year-old", "aged 40 years", "six months old"."""
    after = phrase.scene.following(phrase.stop, 8).lower()
    return re.match(r"[\s-]*olds?\b", after) is not None or phrase.before() in ("aged", "age")


def length(phrase: Phrase) -> Parts:
    """Three months, a ten-year lease, almost a decade, the first nine months."""
    unit, number = str(phrase.value("unit")), amount(phrase, "length")
    if number is not None and phrase.has("half"):
        number += 0.5
    words = phrase.words()
    if words == "one day" and _is_some_day(phrase):
        return _one(phrase, Meaning("DATE", "FUTURE_REF", phrase.published, None, True))
    if _is_age(phrase) or (
        unit == "Q" and words in ("a quarter", "one quarter", "the quarter", "about a quarter", "three quarters")
    ):
        return ()
    if phrase.before() in ("$", "£", "€") or (unit == "Q" and phrase.after() == "of") or (words in ("a second",)):
        return ()
    if phrase.after() in ("square", "mark"):
        return ()
    if (
        phrase.word("length") in ("a", "an")
        and phrase.word("unit") in ("day", "week", "month", "year", "hour", "minute")
        and _is_rate(phrase)
    ):
        return _one(phrase, Meaning("SET", length_value(1, unit)))
    first = without_article(phrase)
    if words.startswith("over ") and phrase.before() not in _BEFORE_MORE_THAN:
        first += 1
    return (Part(first, phrase.stop, Meaning("DURATION", length_value(number, unit)), "other"),)


def _is_some_day(phrase: Phrase) -> bool:
    """Tell "she will one day return", "may return one day" from "a strike of one day"."""
    said = phrase.scene.tokens.text[
        max(0, phrase.scene.tokens.starts[phrase.first] - 40) : phrase.scene.tokens.starts[phrase.first]
    ]
    return re.search(r"\b(?:will|would|could|might|may|can|hopes? to|hoped to|wants? to|dreams? of)\b[\w ’']*$", said) is not None and phrase.before() not in (
        "in", "for", "within", "after", "than", "last", "lasts", "take", "takes", "of", "by", "only", "just", "least")  # fmt: skip


def without_article(phrase: Phrase) -> int:
    """Give the first token of a length without the article that belongs to a noun after it: "a two-day" visit, "the ten year" lease."""
    tokens, kinds = phrase.scene.tokens, letters()
    is_adjective = tokens.kinds[phrase.stop - 2] == kinds["hyphen"] or (
        tokens.kinds[phrase.stop - 1] == kinds["unit"]
        and not phrase.has("half")
        and phrase.stop - phrase.first > 2
        and tokens.kinds[phrase.stop - 2] == kinds["worded"]
        and tokens.values[phrase.stop - 2] != 1
    )
    first = phrase.first
    while is_adjective and first < phrase.stop - 2 and tokens.kinds[first] in (kinds["the"], kinds["a"], kinds["about"]):
        first += 1
    return first


def _is_rate(phrase: Phrase) -> bool:
    """Tell "$5 a day", "twice a week", "40 percent a year" from "a day"."""
    tokens, first = phrase.scene.tokens, phrase.first
    before = phrase.before()
    if before in (
        "once",
        "twice",
        "times",
        "percent",
        "%",
        "dollars",
        "euros",
        "pounds",
        "barrels",
        "tons",
        "tonnes",
        "million",
        "billion",
        "trillion",
        "cents",
        "share",
    ):
        return True
    is_length = tokens.kinds[first - 1 : first] == letters()["units"]  # "24 hours a day"
    return is_length or tokens.word(first - 1)[:1].isdigit()


def quarter_century(phrase: Phrase) -> Parts:
    """A quarter-century: 25 years; the article belongs to a noun where one follows, and where none does to the length."""
    if phrase.value("unit") != "CE" or (amount(phrase, "length") or 1) != 1:
        return ()
    return _one(phrase, Meaning("DURATION", "P25Y"))


def lasting(phrase: Phrase) -> Parts:
    """A day-long strike, a two-week-long siege, the months-long wait; the article belongs to the noun."""
    if not phrase.words().endswith("long"):
        return ()
    number, first = amount(phrase, "length"), phrase.first
    if phrase.scene.tokens.kinds[first] == letters()["a"]:
        number, first = (number if phrase.match.end("length") > first + 1 else None), first + 1
    is_plural = phrase.scene.tokens.kinds[phrase.match.start("unit")] == letters()["units"]
    value = length_value(
        number if number is not None or is_plural or phrase.has("length") and number else 1, str(phrase.value("unit"))
    )
    return (Part(first, phrase.stop, Meaning("DURATION", value), "other"),)


def nth_of(phrase: Phrase) -> Parts:
    """The first nine months: a length."""
    return _one(phrase, Meaning("DURATION", length_value(amount(phrase, "length"), str(phrase.value("unit")))))


def window(phrase: Phrase) -> Parts:
    """The past two weeks, the next few days: a length that ends or begins with publication."""
    unit, number, which, published = (
        str(phrase.value("unit")),
        amount(phrase, "length"),
        phrase.number("shift") or 0,
        phrase.published,
    )
    value = length_value(number, unit)
    if published is None or which == 0:
        return _one(phrase, Meaning("DURATION", value, None, None, True))
    reach = None if number is None else max(1, round(number * IN_DAYS[unit]))
    if which < 0:
        start = days.shifted(published, -reach) if reach else None
        return _one(phrase, Meaning("DURATION", value, start, days.shifted(published, 1), True))
    return _one(phrase, Meaning("DURATION", value, published, days.shifted(published, reach + 1) if reach else None, True))


def recent(phrase: Phrase) -> Parts:
    """In recent days: a length without a number, up to publication."""
    unit = str(phrase.value("unit") or "Q")
    end = days.shifted(phrase.published, 1) if phrase.published else None
    return _one(
        phrase,
        Meaning(
            "DATE" if unit in ("Y", "DE") else "DURATION",
            "PAST_REF" if unit in ("Y", "DE") else length_value(None, unit),
            None,
            end,
            True,
        ),
    )


def ahead(phrase: Phrase) -> Parts:
    """The weeks ahead; the coming months."""
    number = amount(phrase, "length") if phrase.has("length") else None
    value = length_value(number, str(phrase.value("unit")))
    return _one(phrase, Meaning("DURATION", value, phrase.published, None, True))


def shifted_units(phrase: Phrase) -> Parts:
    """Past years, coming weeks."""
    which, unit = phrase.number("shift"), str(phrase.value("unit"))
    if which is None:
        return ()
    value = length_value(None, unit)
    if which < 0:
        return _one(
            phrase, Meaning("DURATION", value, None, days.shifted(phrase.published, 1) if phrase.published else None, True)
        )
    return _one(phrase, Meaning("DURATION", value, phrase.published, None, True))


def bare_units(phrase: Phrase) -> Parts:
    """Years, for days: a length without a number, where no count or article stands before it."""
    before, unit = phrase.before(), str(phrase.value("unit"))
    if (
        phrase.after() in ("before", "after", "earlier", "later")
        and not _is_age(phrase)
        and before not in ("these", "those", "all", "most")
    ):
        return _one(phrase, Meaning("DURATION", length_value(None, unit)))
    if _is_age(phrase) or before not in (
        "for",
        "in",
        "within",
        "after",
        "took",
        "take",
        "takes",
        "over",
        "lasted",
        "last",
        "spent",
        "of",
        "or",
        "and",
        "with",
    ):
        return ()
    if before in ("of", "or", "and", "with", "over", "in", "after") and not (before == "of" or before in ("after", "in", "or")):
        return ()
    return _one(phrase, Meaning("DURATION", length_value(None, unit)))


RESOLVERS: dict[str, Callable[[Phrase], Parts]] = {
    "window": window,
    "ahead": ahead,
    "recent": recent,
    "nth_of": nth_of,
    "compared_length": nth_of,
    "length": length,
    "length_more": length,
    "lasting": lasting,
    "quarter_century": quarter_century,
    "shifted_units": shifted_units,
    "bare_units": bare_units,
}
