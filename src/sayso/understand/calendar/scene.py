"""What a phrase of time is read against: the tokens, the day of publication, the tense, and the dates named before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from .days import Days
from .kinds import letters
from .tense import Tense, tense_at
from .time_words import Meaning
from .tokens import Tokens, Value

# A text is a history where most years it names lie this far before its publication: months and days then belong to the last date named.
_FAR_YEARS, _HISTORY_YEARS, _HISTORY_SHARE = 3, 6, 0.7
# Characters for which a date named stays what "that year", "the next day" and a month without a year look back to, in a news report.
_MEMORY = 250
# How many days a date may span for a unit to be counted from it: a year later than "2014", but no day later.
_EXACT_DAYS = {"Y": 366, "Mo": 31, "Q": 92, "DE": 3653, "CE": 36525}

# Lengths that reports of business compare with the same time a year before.
_SEVERAL_MONTHS = ("P6M", "P9M", "P12M", "P2Q", "P3Q", "P1Y")


@dataclass(slots=True)
class Scene:
    """One text, read from its beginning.

    Attributes:
        tokens: the tokens.
        published: day of publication, None where unknown.
        is_history: whether most dates lie far before publication.
        named: first day of the last date named; named_at: where it stands; named_days: its length.
        year: the year written out last; year_at: where; year_is_fine: whether with a month or day.
        quarter: (year, number) of the quarter reported on, None where none is.
        months_at: where a length of several months was named after it, -1 where none was.
    """

    tokens: Tokens
    published: date | None
    is_history: bool = False
    named: date | None = None
    named_at: int = -1
    named_days: int = 0
    quarter: tuple[int, int] | None = None
    months_at: int = -1
    year_at: int = -10_000
    year: int | None = None
    year_is_fine: bool = False

    def tense(self, first: int, stop: int) -> Tense:
        """Tell the tense about tokens first to stop."""
        return tense_at(self.tokens.text, self.tokens.starts[first], self.tokens.ends[stop - 1])

    def following(self, stop: int, reach: int) -> str:
        """Give the characters after the token before `stop`, at most `reach` of them."""
        end = self.tokens.ends[stop - 1]
        return self.tokens.text[end : end + reach]

    def before(self, at: int, unit: str) -> date | None:
        """Give the date named last before a token, near enough to be looked back to (in a history always) and as exact as the unit counted."""
        if self.named_days > _EXACT_DAYS.get(unit, 7):
            return None
        start = self.tokens.starts[at]
        near = self.is_history or start - self.named_at < _MEMORY
        return self.named if near else None

    def year_before(self, at: int) -> int | None:
        """Give the year written out last before a token where months and days near it belong to that year; None elsewhere."""
        if self.year is None:
            return None
        if self.is_history:
            return self.named.year if self.named else self.year
        far = self.published is not None and abs(self.year - self.published.year) >= _FAR_YEARS
        gap = (
            self.tokens.text[max(0, self.year_at) : self.tokens.starts[at]]
            if self.tokens.starts[at] - self.year_at < _MEMORY
            else "\n"
        )
        sentences = gap.count(". ")
        return self.year if far and "\n" not in gap and sentences <= self.year_is_fine else None

    def report_on(self, year: int, number: int, stop: int) -> None:
        """Keep a quarter that was over at publication for "a year earlier" and "the latest quarter"; the latest such one is spoken of."""
        over = self.published is not None and (year, 3 * number) < (self.published.year, self.published.month)
        over = over or re.match(r",? ended\b", self.following(stop, 8)) is not None
        self.months_at = -1
        if over and (self.quarter is None or (year, number) > self.quarter):
            self.quarter = (year, number)

    def quarter_before(self, at: int) -> tuple[int, int] | None:
        """Give the quarter spoken of before a token; None where a longer time ("nine months") has been named since, in the same paragraph."""
        since = self.tokens.text[self.months_at : self.tokens.starts[at]] if self.months_at >= 0 else "\n"
        return self.quarter if "\n" in since else None

    def remember(self, meaning: Meaning, at: int) -> None:
        """Keep a date for what looks back to it, and where a length of several months was named."""
        if meaning.type == "DURATION" and meaning.value in _SEVERAL_MONTHS:
            self.months_at = self.tokens.starts[at]
        if meaning.type not in ("DATE", "TIME") or meaning.start is None or meaning.value is None or "REF" in meaning.value:
            return
        if self.is_history and meaning.relative and self.published is not None and meaning.start.year >= self.published.year - 1:
            return
        self.named, self.named_at = meaning.start, self.tokens.starts[at]
        self.named_days = (meaning.end - meaning.start).days if meaning.end else 1
        if not meaning.relative and self.named_days <= 366:
            self.year_is_fine = self.named_days <= 31
            self.year, self.year_at = meaning.start.year, self.tokens.starts[at]


def is_history(tokens: Tokens, published: date | None) -> bool:
    """Tell whether most of the years a text names lie far before its publication."""
    if published is None:
        return False
    letter = letters()["year"]
    years = [v for kind, v in zip(tokens.kinds, tokens.values, strict=True) if kind == letter and isinstance(v, int)]
    far = sum(year <= published.year - _FAR_YEARS for year in years)
    return far >= _HISTORY_YEARS and far > _HISTORY_SHARE * len(years)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that a rule found.

    Attributes:
        rule: the rule's name.
        match: the rule's parts, over the letters of the tokens.
        scene: what it is read against.
    """

    rule: str
    match: re.Match[str]
    scene: Scene

    @property
    def first(self) -> int:
        """The first token."""
        return self.match.start()

    @property
    def stop(self) -> int:
        """The token after the last."""
        return self.match.end()

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return self.scene.published

    def has(self, label: str) -> bool:
        """Tell whether a part of the rule is there."""
        return self.match.re.groupindex.get(label) is not None and self.match[label] is not None

    def value(self, label: str) -> Value:
        """Give the value of the first token of a part, None where the part is absent."""
        return self.scene.tokens.values[self.match.start(label)] if self.has(label) else None

    def number(self, label: str) -> int | None:
        """Give the value of a part where it is a whole number."""
        value = self.value(label)
        return value if isinstance(value, int) else None

    def word(self, label: str) -> str:
        """Give the words of a part in small letters, "" where it is absent."""
        if not self.has(label):
            return ""
        tokens = self.scene.tokens
        return tokens.text[tokens.starts[self.match.start(label)] : tokens.ends[self.match.end(label) - 1]].lower()

    def words(self) -> str:
        """Give the whole phrase in small letters."""
        tokens = self.scene.tokens
        return tokens.text[tokens.starts[self.first] : tokens.ends[self.stop - 1]].lower()

    def before(self) -> str:
        """Give the word before the phrase in small letters."""
        return self.scene.tokens.word(self.first - 1).lower()

    def after(self) -> str:
        """Give the word after the phrase in small letters."""
        return self.scene.tokens.word(self.stop).lower()

    def tense(self) -> Tense:
        """Tell the tense about the phrase."""
        return self.scene.tense(self.first, self.stop)


@dataclass(frozen=True, slots=True)
class Part:
    """A phrase with its meaning.

    Attributes:
        first, stop: its tokens.
        meaning: what it means.
        grain: how fine it is: "clock", "daypart", "weekday", "day", "month", "year", "other".
        is_weak: whether it counts only joined with another part ("night" alone is none, "Monday night" is one).
    """

    first: int
    stop: int
    meaning: Meaning
    grain: str
    is_weak: bool = False


def dated(days: Days | None, *, relative: bool, kind: str = "DATE") -> Meaning | None:
    """Turn days of the calendar into a meaning; None where there are none."""
    return None if days is None else Meaning(kind, days.value, days.start, days.end, relative)


def unresolved(kind: str = "DATE", value: str | None = None) -> Meaning:
    """Give the meaning of words that nothing resolves."""
    return Meaning(kind, value, None, None, True)
