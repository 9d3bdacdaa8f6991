"""Neighbouring parts → one time expression: "Monday" + "night", "10 p.m." + "Wednesday", "Friday" + "Oct. 13", "July" + "last year"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from . import days
from .kinds import letters
from .scene import Part, Scene
from .time_words import Meaning

_DAYLIKE = ("day", "weekday")


def joined(parts: list[Part], scene: Scene) -> list[Part]:
    """Join neighbours that are one expression, set clock times into their day, and drop what is no time by itself."""
    made: list[Part] = []
    for part in parts:
        while made and (both := _both(made[-1], part, scene)) is not None:
            made.pop()
            part = both
        made.append(part)
    return [_on_its_day(part, made[max(0, at - 8) : at], scene) for at, part in enumerate(made) if not part.is_weak]


def _between(one: Part, other: Part, scene: Scene) -> str | None:
    """Give the words between two parts where nothing but a comma, a blank and one small word stands there; None elsewhere."""
    if other.first - one.stop > 3:
        return None
    tokens = scene.tokens
    gap = tokens.text[tokens.ends[one.stop - 1] : tokens.starts[other.first]]
    return gap.strip(" ,\n").lower() if "\n\n" not in gap else None


def _both(one: Part, other: Part, scene: Scene) -> Part | None:
    words = _between(one, other, scene)
    if words is None:
        return None
    a, b = one.grain, other.grain
    meaning = None
    grain = "clock"
    if a == "weekday" and b == "day" and words in ("", "the", "on", "(") and other.meaning.type == "DATE":
        meaning, grain = other.meaning, "day"
    elif a in _DAYLIKE and b == "daypart" and words == "" and not one.is_weak and other.meaning.value is not None:
        is_habit = a == "weekday" and scene.tokens.kinds[other.stop - 1] == letters()["dayparts"]
        meaning, grain = _dayed(_every(one.meaning) if is_habit else one.meaning, other.meaning), "daypart"
    elif a == "daypart" and b in _DAYLIKE and not other.is_weak and _has_its_day(one, other, words, scene):
        meaning, grain = _dayed(other.meaning, one.meaning), "daypart"
    elif (
        a == "clock"
        and (b in _DAYLIKE or (b == "daypart" and not other.is_weak))
        and words in ("", "on", "of", "on the")
        and not other.is_weak
    ):
        meaning = _dayed(other.meaning, one.meaning)
    elif (
        b == "clock"
        and (a in _DAYLIKE or a == "daypart")
        and words in ("", "at", "at about", "-", "around", "about")
        and not one.is_weak
    ):
        meaning = _dayed(one.meaning, other.meaning)
    elif a in ("month", "day") and one.meaning.relative and words in ("", "of", "in") and b == "other":
        meaning, grain = _in_year(one.meaning, other.meaning), a
    elif a == "weekday" and words in ("", "of") and b == "other" and not one.is_weak:
        meaning, grain = _in_week(one.meaning, other.meaning), "weekday"
    return None if meaning is None else Part(one.first, other.stop, meaning, grain)


def _every(weekday: Meaning) -> Meaning:
    """Make a weekday a habit: "Monday nights"."""
    return weekday if weekday.start is None else Meaning("SET", f"XXXX-WXX-{weekday.start.isoweekday()}")


def _has_its_day(one: Part, other: Part, words: str, scene: Scene) -> bool:
    """Tell whether a part of a day is of the day after it: "the night of Friday", "Friday night, Oct. 23"; not "Monday night, Tuesday"."""
    tokens = scene.tokens
    if (one.meaning.value or "").startswith("T"):
        gap = tokens.text[tokens.ends[one.stop - 1] : tokens.starts[other.first]]
        return words in ("of", "of the", "on", "") and "," not in gap
    is_named = other.grain == "day" and tokens.kinds[other.first] != letters()["day"]
    first, second = one.meaning.start, other.meaning.start
    return words == "" and is_named and first is not None and second is not None and first.weekday() == second.weekday()


def _dayed(day: Meaning, hour: Meaning) -> Meaning | None:
    """Put a time of day into a day."""
    if day.type not in ("DATE", "TIME", "SET") or hour.value is None:
        return None
    time = hour.value.partition("T")[2]
    if day.value is None:
        return Meaning("TIME", None, None, None, True)
    return Meaning(
        "SET" if day.type == "SET" else "TIME", f"{day.value.partition('T')[0]}T{time}", day.start, day.end, day.relative
    )


def _in_year(part: Meaning, year: Meaning) -> Meaning | None:
    """Move a month or day into a year named after it."""
    if part.value is None or year.value is None or not re.fullmatch(r"\d{4}", year.value):
        return None
    pieces = [int(piece) for piece in re.findall(r"(?<=-)\d\d", part.value)]
    if len(pieces) == 1:
        found = days.month(int(year.value), pieces[0])
    elif len(pieces) == 2 and (one := days.day(int(year.value), *pieces)):
        found = one
    else:
        return None
    return Meaning("DATE", found.value, found.start, found.end, True)


def _in_week(part: Meaning, week: Meaning) -> Meaning | None:
    """Move a weekday into a week named after it."""
    if part.start is None or week.value is None or not re.fullmatch(r"\d{4}-W\d\d", week.value):
        return None
    monday = date.fromisocalendar(int(week.value[:4]), int(week.value[6:]), 1)
    found = days.single(monday + timedelta(days=part.start.weekday()))
    return Meaning("DATE", found.value, found.start, found.end, True)


def _on_its_day(part: Part, before: list[Part], scene: Scene) -> Part:
    """Set a clock time that stands alone into the day named before it in the sentence, else that of publication."""
    value = part.meaning.value
    if part.meaning.type != "TIME" or value is None or not value.startswith("T") or scene.published is None:
        return part
    tokens = scene.tokens
    day = days.single(scene.published)
    for other in reversed(before):
        gap = tokens.text[tokens.ends[other.stop - 1] : tokens.starts[part.first]]
        if len(gap) > 200 or "\n" in gap or re.search(r"\w\w[.?!] ", gap):
            break
        if other.grain in (*_DAYLIKE, "clock", "daypart") and other.meaning.start is not None:
            day = days.single(other.meaning.start)
            break
    return Part(part.first, part.stop, Meaning("TIME", day.value + value, day.start, day.end, True), part.grain)


def range_ends(parts: list[Part], scene: Scene) -> dict[int, int]:
    """Give, by the index of the part that begins a range, the index of the one that ends it."""
    kinds, tokens, found = letters(), scene.tokens, {}
    for at, (one, other) in enumerate(zip(parts, parts[1:], strict=False)):
        if other.first - one.stop > 2 or one.meaning.type not in ("DATE", "TIME") or other.meaning.type not in ("DATE", "TIME"):
            continue
        between = tokens.kinds[one.stop : other.first].replace(kinds["on"], "")
        before = tokens.word(one.first - 1).lower()
        if between in (kinds["to"], kinds["hyphen"]) or (between == kinds["and"] and before == "between"):
            found[at] = at + 1
    return found
