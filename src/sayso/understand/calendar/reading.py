"""Text → its time expressions in order. Front door of the calendar.

Every place where a rule of the grammar fits gives a part; parts that are one expression are joined; the word before says whether an end
stays open ("since August" has no end, "until Friday" no beginning). Each step passes the text once.
"""

from __future__ import annotations

import re
from datetime import date

from ...span import Span
from . import clock, counted, dates, days, lengths, near_days, periods
from .grammar import RULES, grammar
from .joining import joined, range_ends
from .kinds import letters
from .scene import Part, Phrase, Scene, is_history
from .time_words import Meaning, TimeWords
from .tokens import tokens_of

_RESOLVERS = {
    **dates.RESOLVERS, **near_days.RESOLVERS, **periods.RESOLVERS, **lengths.RESOLVERS, **counted.RESOLVERS, **clock.RESOLVERS
}  # fmt: skip
_NAMES = tuple(RULES)
_DEEPEST = 3  # "early on the morning of the day before Friday"


def find_times(text: str, published: date | None, *, within: Span | None = None) -> list[TimeWords]:
    """Give the time expressions of the text (or of one span of it), in order."""
    area = within or Span(0, len(text))
    tokens = tokens_of(text, area.start, area.end)
    scene = Scene(tokens, published, is_history(tokens, published))
    parts = joined(_parts(scene), scene)
    ends = range_ends(parts, scene)
    return [_found(part, scene, parts[ends[at]] if at in ends else None, is_end=at - 1 in ends) for at, part in enumerate(parts)]


def _parts(scene: Scene) -> list[Part]:
    found: list[Part] = []
    at, kinds = 0, scene.tokens.kinds
    begin = grammar().begin
    while (place := begin.search(kinds, at)) is not None:
        parts = _parts_at(place.start(), scene, depth=0)
        for part in parts:
            scene.remember(part.meaning, part.first)
        found += parts
        at = parts[-1].stop if parts else place.start() + 1
    return found


def _parts_at(at: int, scene: Scene, *, depth: int) -> tuple[Part, ...]:
    """Give the part that begins at a token, or the two of a range; () where none does."""
    rules, kinds = grammar(), scene.tokens.kinds
    if depth < _DEEPEST and (lead := rules.prefix.match(kinds, at)) is not None:
        inner = _parts_at(lead.end(), scene, depth=depth + 1) if lead.end() < len(kinds) else ()
        if inner and (part := _led(str(lead.lastgroup), at, inner[0], scene)) is not None:
            return (part, *inner[1:])
        if lead.lastgroup == "eve":
            return _eve_of_something(at, lead.end(), scene)
    match = rules.whole.match(kinds, at)
    if match is None:
        return ()
    name = str(match.lastgroup)
    for rule in _NAMES[_NAMES.index(name) :]:
        taken = rules.parts[rule].match(kinds, at)
        if taken is not None and taken.end() > at and (parts := _RESOLVERS[rule](Phrase(rule, taken, scene))):
            return parts
    return ()


def _led(name: str, at: int, inner: Part, scene: Scene) -> Part | None:
    """Give a part with the words that lead it: "the end of" the year, "early" next week, "the week of" 6 March. None where they do not."""
    meaning = inner.meaning
    words = scene.tokens.word(at).lower()
    if words == "the" and name == "earlier":
        words = scene.tokens.word(at + 1).lower()
        if inner.grain not in ("year", "other"):
            return None
    if name == "around":
        return (
            Part(at, inner.stop, meaning, inner.grain)
            if meaning.type in ("DATE", "TIME") and words in ("around", "circa") and inner.grain != "weekday"
            else None
        )
    if name == "earlier" and inner.grain == "daypart":
        return Part(at, inner.stop, meaning, inner.grain, is_weak=inner.is_weak and words not in ("mid", "early", "late"))
    if (
        meaning.type not in ("DATE", "TIME")
        or (inner.is_weak and name not in ("part_of_day", "part_of"))
        or "REF" in (meaning.value or "")
    ):
        return None
    if words in ("earlier", "later") and inner.grain in ("day", "weekday"):
        return None
    if name in ("earlier", "part_of"):
        return Part(at, inner.stop, _cut(words, meaning, scene), inner.grain)
    if name == "unit_of":
        return _unit_of(at, inner, scene)
    if name == "eve":
        return _moved(at, inner, -1)
    if name == "side_of_day":
        return (
            _moved(at, inner, -1 if "before" in _words(at, inner.first, scene) else 1)
            if scene.tokens.values[inner.first - 2] == "D"
            else None
        )
    return None


def _words(first: int, stop: int, scene: Scene) -> str:
    return scene.tokens.text[scene.tokens.starts[first] : scene.tokens.ends[stop - 1]].lower()


def _cut(word: str, meaning: Meaning, scene: Scene) -> Meaning:
    """Cut a unit that runs at publication: "earlier this month" ends there, "later this month" begins there, its end is yet to come."""
    published, value = scene.published, meaning.value or ""
    unit = "W" if re.fullmatch(r"\d{4}-W\d\d", value) else {4: "Y", 7: "Mo"}.get(len(value))
    if published is None or unit is None or not meaning.relative or meaning.start is None:
        return meaning
    whole = days.unit_around(published, unit)
    if whole is None or whole.value != value:
        return meaning
    start, end = meaning.start, whole.end
    if word == "later":
        start = published
    elif word in ("earlier", "early"):
        start, end = whole.start or start, meaning.end if word == "early" else days.shifted(published, 1)
    return Meaning(meaning.type, value, start, end, True)


def _unit_of(at: int, inner: Part, scene: Scene) -> Part | None:
    """The week of 6 March; the month of April."""
    unit = next((v for v in scene.tokens.values[at : inner.first] if v is not None), None)
    if unit in ("Mo", "Y") and inner.grain in ("month", "year"):
        return Part(at, inner.stop, inner.meaning, inner.grain)
    found = (
        days.unit_around(inner.meaning.start, str(unit))
        if inner.grain == "day" and inner.meaning.start and unit in ("W", "Mo", "Y")
        else None
    )
    return (
        Part(at, inner.stop, Meaning("DATE", found.value, found.start, found.end, inner.meaning.relative), "other")
        if found
        else None
    )


def _moved(at: int, inner: Part, by: int) -> Part | None:
    """The eve of Easter, the day after Friday."""
    start, end = inner.meaning.start, inner.meaning.end
    if start is None or end is None or (end - start).days != 1:
        return None
    found = days.unit_around(start, "D", by)
    return (
        Part(at, inner.stop, Meaning("DATE", found.value, found.start, found.end, inner.meaning.relative), "day")
        if found
        else None
    )


_EVENT = re.compile(r"\s+(?:the|a|an|its|his|her|their|this|that)\s+[\w-]+(?:[’']s\s+[\w-]+)?", re.IGNORECASE)


def _eve_of_something(at: int, stop: int, scene: Scene) -> tuple[Part, ...]:
    """The eve of the vote: a day, but none that the words name."""
    tokens = scene.tokens
    event = _EVENT.match(tokens.text, tokens.ends[stop - 1])
    if event is None:
        return ()
    last = stop
    while last < len(tokens.starts) and tokens.ends[last] < event.end():
        last += 1
    if last >= len(tokens.starts):
        return ()
    return (Part(at, last + 1, Meaning("DATE", None, None, None, True), "other"),)


def _found(part: Part, scene: Scene, range_end: Part | None, *, is_end: bool) -> TimeWords:
    tokens, meaning = scene.tokens, part.meaning
    start, end = (meaning.start, meaning.end) if range_end is not None or is_end else _open(part, scene)
    stop = tokens.ends[part.stop - 1]
    if (
        tokens.text[stop - 1] == "."
        and _ends_sentence(tokens.text, stop)
        and tokens.kinds[part.stop - 1] == letters()["meridiem"]
    ):
        stop -= 1
    ends_at = tokens.starts[range_end.first] if range_end is not None else None
    return TimeWords(Span(tokens.starts[part.first], stop), meaning.type, meaning.value, start, end, meaning.relative, ends_at)


def _ends_sentence(text: str, stop: int) -> bool:
    return re.match(r"[\s”\"']*(?:$|\n)", text[stop : stop + 4]) is not None


def _open(part: Part, scene: Scene) -> tuple[date | None, date | None]:
    """Give the days of a part with the end open that the word before it opens."""
    start, end = part.meaning.start, part.meaning.end
    if (
        part.meaning.type not in ("DATE", "TIME")
        or start is None
        or end is None
        or scene.tokens.kind(part.stop) == letters()["possessive"]
    ):
        return start, end
    match scene.tokens.word(part.first - 1).lower():
        case "since":
            return start, None
        case "until" | "till" | "by":
            return None, end
        case "before":
            return None, start
        case "after":
            return end, None
    return start, end
