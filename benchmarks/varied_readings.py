"""Real readings → any number of others: told of other people, places, words, numbers and days, each story its own. What the growth of a ledger is tried on.

A story takes a group of reports on one thing and says the same of another: names are exchanged for made ones (a few of them in very many stories,
most in few), rarer words for others about as frequent, numbers are scaled, days moved. The best-known names, states above all, stay and are
shared by all. Spans are counted anew. Story sizes have a long tail: half of them one report, some sixty. Where a story has more reports than its
model, the rest are reprints, or rewritten in part.
"""

from __future__ import annotations

import dataclasses
import random
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from sayso.findings.actor import Actor, ActorKind
from sayso.findings.mention import Label
from sayso.findings.reading import Reading
from sayso.report import PublishedFrom, Report
from sayso.span import Span

SEED = 5
FIRST_DAY, DAYS = date(2023, 1, 1), 730
MOST_IN_STORY, TAIL = 60, 1.1
# Names there are, and how many of them are about equally well known: a story of twenty names has a given one of these in six of a hundred.
NAMES, KNOWN, OUTLETS = 30_000, 50, 400
# A word in more than this part of the models stays as it is, a name in more than that: states, "government", "said".
COMMON_WORD, COMMON_NAME = 0.03, 0.05
# How many of a story's further reports are reprints; of the others, which part of the words is exchanged once more.
REPRINTS, REWRITTEN = 0.4, 0.4
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_STARTS, _MIDDLES = "b br c d dr f g gr h k kr l m n p pr r s st t tr v w z".split(), "a e i o u ai ea or an el in ar".split()
_ENDS = "ba den dic gen ka lin lov man mar nik no rak ran ric sen ski son ta tov va ves vin zo zur".split()
Words = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Planned:
    """One report that can be made: the number of its story and its own in it."""

    story: int
    place: int


class Models:
    """Groups of readings on one thing each, with the words that may be exchanged."""

    def __init__(self, groups: Sequence[Sequence[Reading]]) -> None:
        self.groups = [list(group) for group in groups]
        held = [reading for group in self.groups for reading in group]
        counts, cues = Counter[str](), set[str]()
        self.names = _rare_names(held)
        for reading in held:
            text = reading.report.text
            counts.update({word.lower() for word in _WORD.findall(text) if word not in self.names and word.isalpha()})
            cues |= {word.lower() for one in reading.statements for cue in one.cue for word in _WORD.findall(cue.of(text))}
        rare = sorted(
            word for word, count in counts.items() if count <= COMMON_WORD * len(held) and word not in cues and len(word) > 3
        )
        self.kinds: dict[str, tuple[list[str], int]] = {}
        kinds: dict[tuple[str, int], list[str]] = {}
        for word in rare:
            kinds.setdefault((_ending(word), counts[word].bit_length()), []).append(word)
        for some in kinds.values():
            self.kinds |= {word: (some, at) for at, word in enumerate(some)}

    def size(self, story: int) -> int:
        """Give how many reports a story has."""
        return min(MOST_IN_STORY, int(random.Random(f"{SEED} size {story}").paretovariate(TAIL)))

    def make(self, one: Planned) -> Reading:
        """Give a reading: always the same for the same story and place, different for any two."""
        rng, own = random.Random(f"{SEED} {one.story}"), random.Random(f"{SEED} {one.story} {one.place}")
        group = self.groups[rng.randrange(len(self.groups))]
        day = FIRST_DAY + timedelta(days=rng.randrange(DAYS))
        words = self._words(rng, rng.choice((0.3, 0.5, 0.7, 1.3, 2.0, 3.0)))
        at = (one.place + rng.randrange(len(group))) % len(group)
        if one.place >= len(group) and own.random() >= REPRINTS:
            words = self._again(words, own)
        published = day + timedelta(days=min(30, int(own.expovariate(0.5))))
        outlet = f"Outlet {int(OUTLETS ** own.random())}"
        return _Varied(group[at], words, published).reading(outlet, f"https://example.org/{one.story}/{one.place}")

    def _words(self, rng: random.Random, factor: float) -> Words:
        step, start = rng.randrange(10**6), rng.randrange(10**6)
        named: dict[str, str] = {}
        base = rng.random()

        def exchanged(word: str) -> str:
            if word[0].isdigit():
                return _scaled(word, factor)
            if word in self.names:
                if word not in named:
                    named[word] = _name(int(KNOWN * ((NAMES / KNOWN) ** random.Random(f"{base} {word}").random() - 1)))
                return named[word]
            found = self.kinds.get(word.lower())
            if found is None:
                return word
            some, at = found
            new = some[(at + start + step * (len(some) > 7)) % len(some)]
            return new.capitalize() if word[0].isupper() else new

        return exchanged

    def _again(self, words: Words, own: random.Random) -> Words:
        other, base = self._words(own, 1.0), own.random()

        def exchanged(word: str) -> str:
            new = words(word)
            is_other = word[0].isalpha() and word not in self.names and random.Random(f"{base} {word}").random() < REWRITTEN
            return other(new) if is_other else new

        return exchanged


def planned(models: Models, first: int, count: int) -> tuple[list[Planned], int]:
    """Give a number of reports of the stories from one on, in random order, and the number of the story after these."""
    found: list[Planned] = []
    while len(found) < count:
        found += [Planned(first, place) for place in range(models.size(first))]
        first += 1
    random.Random(f"{SEED} order {first}").shuffle(found)
    return found, first


class _Varied:
    """One reading told in other words."""

    def __init__(self, reading: Reading, words: Words, published: date) -> None:
        self._reading, self._published = reading, published
        before = reading.report.published
        self._moved = published - before if before else timedelta(0)
        text = reading.report.text
        figures = [figure.span for figure in reading.figures]
        days = [time.span for time in reading.times]
        self._numbers: dict[float, float] = {}
        self._new: dict[str, str] = {}
        self._starts, self._ends, self._made = [0], [0], [0]  # where a piece that is exchanged ends, before and after
        pieces, done = [], 0
        for match in _WORD.finditer(text):
            word, span = match[0], Span(*match.span())
            if word[0].isdigit() and (any(span.overlaps(day) for day in days) or not any(span.overlaps(one) for one in figures)):
                continue
            new = words(word)
            if new == word:
                continue
            self._note(word, new)
            pieces += [text[done : span.start], new]
            done = span.end
            self._starts.append(span.start)
            self._ends.append(span.end)
            self._made.append(self._made[-1] + len(new) - len(word))
        self._text = "".join((*pieces, text[done:]))

    def reading(self, outlet: str, place: str) -> Reading:
        """Give the reading."""
        old = self._reading
        report = Report(
            text=self._text, title=self._told(old.report.title) if old.report.title else None, outlet=outlet, byline=None, agency=old.report.agency,
            published=self._published, published_from=PublishedFrom.GIVEN, place_of_origin=place, bytes_sha256=None,
            furniture=tuple(map(self._span, old.report.furniture)),
        )  # fmt: skip
        parts = {
            name: tuple(map(self._turned, getattr(old, name)))
            for name in (
                "sentences",
                "entities",
                "actors",
                "statements",
                "figures",
                "events",
                "ties",
                "watchpoints",
                "times",
                "places",
            )
        }
        return Reading(place, report, by="varied/1", **parts)

    def _note(self, word: str, new: str) -> None:
        self._new[word] = new
        if word[0].isdigit():
            self._numbers[float(word.replace(",", ""))] = float(new.replace(",", ""))

    def _span(self, span: Span) -> Span:
        start, end = self._offset(span.start), self._offset(span.end)
        return Span(start, max(end, start + 1))

    def _offset(self, offset: int) -> int:
        at = bisect_right(self._starts, offset) - 1
        if offset < self._ends[at] and offset > self._starts[at]:
            return self._starts[at] + self._made[at - 1] if at else offset
        return offset + (self._made[at] if offset >= self._ends[at] else self._made[at - 1] if at else 0)

    def _told(self, words: str) -> str:
        return _WORD.sub(lambda match: self._new.get(match[0], match[0]), words)

    def _turned(self, value: Any) -> Any:
        """Turn a finding, or part of one, by its type."""
        kind = type(value)
        if value is None or kind is bool:
            return value
        if kind is str:
            return self._told(value) if " " in value or value[:1].isupper() else self._day_in(value)
        if kind is tuple:
            return tuple(map(self._turned, value))
        if kind is Span:
            return self._span(value)
        if kind is date:
            return value + self._moved
        if kind is float or kind is int:
            return self._number(value)
        if kind is Actor:
            return self._actor(value)
        if dataclasses.is_dataclass(kind):
            return kind(*(self._turned(getattr(value, name)) for name in _fields(kind)))
        return value

    def _day_in(self, value: str) -> str:
        return (date.fromisoformat(value) + self._moved).isoformat() if _DAY.fullmatch(value) else value

    def _number(self, value: float) -> float:
        if value > 1:
            for unit in (1, 1000, 1_000_000, 1_000_000_000):
                if value / unit in self._numbers:
                    return type(value)(self._numbers[value / unit] * unit)
        return value

    def _actor(self, actor: Actor) -> Actor:
        name = self._told(actor.name)
        made = dataclasses.replace(
            actor, name=name, aliases=tuple(map(self._told, actor.aliases)), mentions=tuple(map(self._span, actor.mentions)), evidence=tuple(map(self._span, actor.evidence)),
            offices=tuple(dataclasses.replace(one, span=one.span and self._span(one.span)) for one in actor.offices),
        )  # fmt: skip
        if name == actor.name or actor.kind is ActorKind.COUNTRY:
            return made
        return dataclasses.replace(made, key=re.sub(r"\W+", "-", name.lower()).strip("-") or actor.key)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def _rare_names(readings: Sequence[Reading]) -> frozenset[str]:
    """Give the words that stand for people, places and bodies, but for states' names and those of very many reports."""
    counts, states = Counter[str](), set[str]()
    for reading in readings:
        text = reading.report.text
        spans = [e.span for e in reading.entities if e.label in (Label.PER, Label.ORG, Label.LOC)]
        counts.update({word for span in spans for word in _WORD.findall(span.of(text)) if word[0].isupper() and len(word) > 2})
        named = [actor for actor in reading.actors if actor.kind is ActorKind.COUNTRY]
        states |= {word for actor in named for name in (actor.name, *actor.aliases) for word in _WORD.findall(name)}
        states |= {word for actor in named for mention in actor.mentions for word in _WORD.findall(mention.of(text))}
    most = max(COMMON_NAME * len(readings), 1)
    return frozenset(word for word, count in counts.items() if count <= most and word not in states)


def _name(number: int) -> str:
    """Give the name of that number."""
    parts, rest = [], number
    for some in (_STARTS, _MIDDLES, _ENDS, _ENDS):
        parts.append(some[rest % len(some)])
        rest //= len(some)
        if not rest and len(parts) > 2:
            break
    return "".join(parts).capitalize()


def _scaled(word: str, factor: float) -> str:
    try:
        value = float(word.replace(",", ""))
    except ValueError:
        return word
    if value < 2 or not value.is_integer() or not re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d+", word):
        return word
    return f"{max(2, round(value * factor)):,}" if "," in word else str(max(2, round(value * factor)))


def _ending(word: str) -> str:
    return next((end for end in ("ing", "ed", "ly", "s", "e") if word.endswith(end)), "")


def stories_in(readings: dict[str, list[Reading]]) -> Iterator[list[Reading]]:
    """Give groups of readings, by name, each in order of their ids."""
    for name in sorted(readings):
        yield sorted(readings[name], key=lambda reading: reading.id)
