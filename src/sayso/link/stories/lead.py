"""A reading → Lead: what a report is about, small enough to be kept of every report of a ledger.

Invariant: a function of the one reading. How much a word weighs comes from tables of the package, never from what else a ledger holds.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from math import log
from typing import Any

from ...findings.actor import ActorKind
from ...findings.reading import Reading
from ...span import Span
from ..words import stem
from .naming import headline_of
from .rarity import rarity

# Most terms that are kept of a report, the weightiest.
MOST_TERMS = 80
# How much a word counts by where it stands: in the headline, in the first characters, in the rest. Swept on ECB+ train, B³ of held-out topics: 95.4
# with 300 characters at 3, 95.2 at 4, 94.9 with 600 at 3, 94.4 at 2.
IN_TITLE, IN_OPENING, IN_REST = 3.0, 3.0, 1.0
OPENING = 300
# What a name weighs against another word as rare.
NAME_WEIGHT = 1.5
MOST_ACTORS, MOST_PLACES, MOST_DAYS, MOST_NUMBERS = 12, 8, 6, 24
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)+|\d{2,}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# An address, a line of one with spaces in it too: whose it is and how its files end say nothing of a happening, its path may.
_ADDRESS = re.compile(
    r"(?im)(?P<host>^[ \t]*(?:https?[ ]?:[ ]?/[ ]?/|www[ ]?\.)[^/\n]*).*$|(?P<host_inside>\b(?:https?://|www\.)[^/\s]*)\S*"
)
_FILE_ENDINGS = frozenset(("html", "htm", "shtml", "php", "asp", "aspx"))


@dataclass(frozen=True, slots=True)
class Term:
    """One word a report is about.

    Attributes:
        key: what two reports are compared by: the stem, of a name the name in lower case.
        shown: the word as the report has it.
        weight: how much the report is about it: times told, by place, and rarity; whole hundredths, so that sums are exact.
        name: True for a part of a name.
    """

    key: str
    shown: str
    weight: int
    name: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """What a report is about.

    Attributes:
        key: the report's key, or the one that was given.
        day: the day of publication, None where unknown.
        headline: its headline without the outlet, or the beginning of its first sentence; verbatim but for what is cut off.
        terms: what it is about, the weightiest first.
        actors: keys of its actors, the most named first.
        places: towns and regions it names, by GeoNames id where known, else by name.
        numbers: numerals of two and more digits, as they stand, the first ones.
        named_day: the latest day that its words name in full; it stands in for a day of publication that is not known.
        named_year: the latest year that its words name.
        days: days its events are dated to, sorted.
    """

    key: str
    day: date | None
    headline: str
    terms: tuple[Term, ...]
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    named_day: date | None = None
    named_year: int | None = None
    days: tuple[date, ...] = ()

    @property
    def order(self) -> tuple[date, str]:
        """The order of stories and of reports in them: by publication, no day last, then by key."""
        return (self.day or date.max, self.key)

    @property
    def likely_day(self) -> date | None:
        """The day of publication, or what stands in for it."""
        return self.day or self.named_day

    @property
    def likely_year(self) -> int | None:
        """The year of publication, or what stands in for it."""
        return self.day.year if self.day else self.named_year

    def to_json(self) -> dict[str, Any]:
        """Give plain lists and strings, ready for `json.dumps`."""
        return {
            "key": self.key, "day": self.day.isoformat() if self.day else None, "headline": self.headline,
            "terms": [[t.key, "" if t.shown == t.key else t.shown, t.weight, int(t.name)] for t in self.terms],
            "actors": list(self.actors), "places": list(self.places), "numbers": list(self.numbers),
            "named_day": self.named_day.isoformat() if self.named_day else None, "named_year": self.named_year,
            "days": [day.isoformat() for day in self.days],
        }  # fmt: skip

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Lead:
        """Read what `to_json` wrote."""
        return cls(
            key=value["key"],
            day=date.fromisoformat(value["day"]) if value["day"] else None,
            headline=value["headline"],
            terms=tuple(Term(key, shown or key, weight, bool(name)) for key, shown, weight, name in value["terms"]),
            actors=tuple(value["actors"]),
            places=tuple(value["places"]),
            numbers=tuple(value["numbers"]),
            named_day=date.fromisoformat(value["named_day"]) if value["named_day"] else None,
            named_year=value["named_year"],
            days=tuple(date.fromisoformat(day) for day in value["days"]),
        )


def lead_of(reading: Reading, *, key: str | None = None) -> Lead:
    """Give what a report is about."""
    report = reading.report
    named = Counter({actor.key: len(actor.mentions) for actor in reading.actors if actor.kind is not ActorKind.OUTLET})
    exact = [time.start for time in reading.times if time.start and time.end and (time.end - time.start).days == 1]
    years = [int(match[0]) for match in _YEAR.finditer(report.text)]
    return Lead(
        key=report.key if key is None else key,
        day=report.published,
        headline=headline_of(report),
        terms=_terms(reading),
        actors=tuple(sorted(named, key=lambda a: (-named[a], a))[:MOST_ACTORS]),
        places=_places(reading),
        numbers=tuple(dict.fromkeys(match[0] for match in _NUMBER.finditer(report.text)))[:MOST_NUMBERS],
        named_day=max(exact, default=None),
        named_year=max(years, default=None),
        days=_days(reading),
    )


def _terms(reading: Reading) -> tuple[Term, ...]:
    counts: dict[str, float] = defaultdict(float)
    written: dict[str, Counter[str]] = defaultdict(Counter)
    named: Counter[str] = Counter()
    for word, weight, vote in _words(reading):
        counts[word] += weight
        named[word] += vote
    by_key: dict[str, float] = defaultdict(float)
    votes: Counter[str] = Counter()
    worth: dict[str, float] = {}
    for word, count in counts.items():
        if len(word) > 1 and word[0].isalpha() and (rare := rarity(word)):
            key = stem(word)
            by_key[key] += count
            votes[key] += named[word]
            worth[key] = rare
            written[key][word] += round(count)
    made = []
    for key, count in by_key.items():
        is_name = votes[key] > 0
        shown = min(written[key], key=lambda w: (w.isupper(), -written[key][w], w))
        weighs = (1 + log(count)) * worth[key] * (NAME_WEIGHT if is_name else 1.0)
        made.append(Term(key, shown if is_name else shown.lower(), round(100 * weighs), is_name))
    return tuple(sorted(made, key=lambda t: (-t.weight, t.key))[:MOST_TERMS])


def _words(reading: Reading) -> Iterator[tuple[str, float, int]]:
    """Give the words that are the report's own, how much each counts by its place, and whether it speaks for a name (1), against (-1)."""
    report = reading.report
    if report.title and report.title_span is None:
        yield from ((word, IN_TITLE, vote) for word, vote in _votes(report.title))
    if report.title_span is not None:
        yield from ((word, IN_TITLE, vote) for word, vote in _votes(report.title_span.of(report.text)))
    addresses = list(_ADDRESS.finditer(report.text))
    hosts = [Span(*address.span(address.lastgroup or 0)) for address in addresses]
    hidden = [*report.furniture, *([report.title_span] if report.title_span else []), *hosts]
    is_hidden, is_named = _within(hidden), _within(entity.span for entity in reading.entities)
    is_address = _within(Span(*address.span()) for address in addresses)
    opening: int | None = None
    for match in _WORD.finditer(report.text):
        start = match.start()
        if is_hidden(start):
            continue
        if is_address(start):
            if match[0].lower() not in _FILE_ENDINGS:
                yield match[0], IN_REST, 0
            continue
        opening = start if opening is None else opening
        yield match[0], IN_OPENING if start < opening + OPENING else IN_REST, 1 if is_named(start) else -1


def _votes(title: str) -> Iterator[tuple[str, int]]:
    """A capital in a headline speaks for a name where the headline is not all in capitals and the word is not its first."""
    words = _WORD.findall(title)
    is_cased = 2 * sum(word[0].isupper() for word in words) > len(words)
    return ((word, int(at > 0 and not is_cased and word[0].isupper())) for at, word in enumerate(words))


def _within(spans: Iterable[Span]) -> Callable[[int], bool]:
    """Give what tells whether a place is in one of the spans; it must be asked of places in order."""
    waiting = sorted(spans, reverse=True)
    end = -1

    def told(at: int) -> bool:
        nonlocal end
        while waiting and waiting[-1].start <= at:
            end = max(end, waiting.pop().end)
        return at < end

    return told


def _places(reading: Reading) -> tuple[str, ...]:
    count: Counter[str] = Counter()
    for place in reading.places:
        if place.precision != "country":
            count[str(place.geonames or place.name.casefold())] += max(1, len(place.mentions))
    return tuple(sorted(count, key=lambda name: (-count[name], name))[:MOST_PLACES])


def _days(reading: Reading) -> tuple[date, ...]:
    dates = [event.date for event in reading.events if event.date is not None and event.date.start and event.date.end]
    exact = Counter(when.start for when in dates if when.start and when.end and (when.end - when.start).days == 1)
    return tuple(sorted(sorted(exact, key=lambda day: (-exact[day], day))[:MOST_DAYS]))
