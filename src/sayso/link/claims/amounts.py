"""Figures of a telling → Amounts: the range, and what it counts as stems and groups, so that the killed are not held against the wounded."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from ...findings.figure import Figure, FigureKind
from ...findings.reading import Reading
from ...lexicons import entries
from ...span import Span
from .words import are_synonyms, groups_in, is_function, listed, stem

# Units that are of one dimension, in its base. SI brochure; troy and nautical units left out.
_SCALES = {
    "metre": ("length", 1.0), "kilometre": ("length", 1000.0), "centimetre": ("length", 0.01), "millimetre": ("length", 0.001), "mile": ("length", 1609.344),
    "foot": ("length", 0.3048), "yard": ("length", 0.9144), "inch": ("length", 0.0254), "nautical mile": ("length", 1852.0),
    "gram": ("mass", 0.001), "kilogram": ("mass", 1.0), "tonne": ("mass", 1000.0), "ton": ("mass", 1000.0), "pound": ("mass", 0.45359237), "ounce": ("mass", 0.0283495),
    "hectare": ("area", 10000.0), "acre": ("area", 4046.8564), "square kilometre": ("area", 1e6), "square mile": ("area", 2589988.0), "square metre": ("area", 1.0),
    "square foot": ("area", 0.09290304),
    "litre": ("volume", 0.001), "cubic metre": ("volume", 1.0), "barrel": ("volume", 0.1589873), "gallon": ("volume", 0.00378541),
    "second": ("time", 1.0), "minute": ("time", 60.0), "hour": ("time", 3600.0), "day": ("time", 86400.0), "week": ("time", 604800.0),
    "fortnight": ("time", 1209600.0), "month": ("time", 2629800.0), "year": ("time", 31557600.0), "decade": ("time", 315576000.0), "century": ("time", 3155760000.0),
    "kilometre per hour": ("speed", 1.0), "mile per hour": ("speed", 1.609344), "knot": ("speed", 1.852), "metre per second": ("speed", 3.6),
    "kilowatt": ("power", 1e3), "megawatt": ("power", 1e6), "gigawatt": ("power", 1e9),
}  # fmt: skip
# How far two exact figures in two units may be apart and still be one: units are converted in newsrooms, and rounded.
CONVERTED = 0.04
# How far a round number may be from the exact one it stands for.
ROUNDED = 0.035
_NEAR = 60  # characters within which the verb of a figure is looked for


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as it is compared.

    Attributes:
        span: where it stands.
        kind, dimension: what sort it is; `dimension` is the unit, or what the unit measures where units can be converted.
        low, high: in the unit, or in the base of its dimension; None where the words set no such bound.
        converted: True where the unit was converted to a base.
        of: stems and groups of what is counted.
        done: stems and groups of the verb beside it.
    """

    span: Span
    kind: FigureKind
    dimension: str | None
    low: float | None
    high: float | None
    unit: str | None
    of: frozenset[str]
    done: frozenset[str]

    @property
    def value(self) -> float:
        """Give the one number the words name, the nearer bound of a range with one end open."""
        if self.low is not None and self.high is not None:
            return (self.low + self.high) / 2
        return self.low if self.low is not None else self.high or 0.0

    @property
    def is_range(self) -> bool:
        """Tell whether the words name a range and not a number."""
        return self.low is not None and self.high is not None and self.low != self.high

    def to_json(self) -> list[Any]:
        """Give the fields in their order, ready for `json.dumps`."""
        return [
            self.span.start, self.span.end, str(self.kind), self.dimension, self.low, self.high, self.unit, sorted(self.of), sorted(self.done),
        ]  # fmt: skip

    @classmethod
    def from_json(cls, value: list[Any]) -> Amount:
        """Read what `to_json` wrote."""
        start, end, kind, dimension, low, high, unit, of, done = value
        return cls(Span(start, end), FigureKind(kind), dimension, low, high, unit, frozenset(of), frozenset(done))


@cache
def _number_words() -> frozenset[str]:
    return frozenset(str(row.get("word", "")).lower() for row in entries("en/number_words"))


def is_numeral(word: str) -> bool:
    """Tell whether the word is a number, in digits or letters."""
    return word[0].isdigit() or word.lower() in _number_words()


def amounts_in(reading: Reading, span: Span) -> tuple[Amount, ...]:
    """Give the amounts of a span; numerals that a text cuts at their marks ("120 , 000") are put together."""
    text = reading.report.text
    found: list[Amount] = []
    last_end = -1
    for figure in reading.figures:
        if not figure.span.overlaps(span) or figure.span.start < last_end or figure.kind is FigureKind.RANK:
            continue
        joined = re.compile(r"(?:[^\w\s]\s*)?(\d{1,3}(?: , \d{3})+|\d+ \. \d+)\b(\s+(?:thousand|million|billion)\b)?").match(
            text, figure.span.start
        )
        low, high = figure.low, figure.high
        if joined and (low is None or low < 1000):
            factor = {"thousand": 1e3, "million": 1e6, "billion": 1e9}.get((joined[2] or "").strip(), 1.0)
            low = high = float(joined[1].replace(" , ", "").replace(" ", "")) * factor
            last_end = joined.end()
        if low is None and high is None:
            continue
        found.append(_amount(text, span, figure, low, high))
    return tuple(found)


def _amount(text: str, span: Span, figure: Figure, low: float | None, high: float | None) -> Amount:
    dimension, factor = _SCALES.get(figure.unit or "", (figure.unit, 1.0))
    of = figure.of.words if figure.of else ""
    return Amount(
        figure.span, figure.kind, dimension, low * factor if low is not None else None, high * factor if high is not None else None,
        figure.unit, _keys(of), _verb_of(text, span, figure.span),
    )  # fmt: skip


def _keys(words: str) -> frozenset[str]:
    written = words.split()
    told = {stem(word) for word in written if not is_function(word)}
    return frozenset(told.union(*groups_in(written))) if written else frozenset()


@cache
def _harms() -> dict[str, str]:
    rows = next(row for row in entries("en/rivals") if row["key"] == "what harm")
    return {stem(word): sets[0] for sets in rows["sets"] for word in sets}


def _verb_of(text: str, span: Span, figure: Span) -> frozenset[str]:
    """Give the kind of harm told beside the figure: the nearest such word in its clause, one after it before one in front."""
    after = re.split(r"[,;.]| and | but | while ", text[figure.end : min(span.end, figure.end + _NEAR)])[0]
    before = re.split(r"[;.]|, | and | but | while ", text[max(span.start, figure.start - _NEAR) : figure.start])[-1]
    for words in (re.findall(r"\w+", after), re.findall(r"\w+", before)[::-1]):
        for word in words:
            if stem(word) in _harms():
                return frozenset((_harms()[stem(word)],))
    return frozenset()


def is_comparable(one: Amount, other: Amount) -> bool:
    """Tell whether both count the same thing, so that other numbers are a disagreement."""
    if one.kind is not other.kind or one.dimension != other.dimension:
        return False
    if one.done and other.done and one.done != other.done:
        return False
    if one.kind in (FigureKind.COUNT, FigureKind.MEASURE) and one.of and other.of:
        plain = one.of <= _plain() or other.of <= _plain()
        return bool(one.of & other.of) or (plain and bool(one.done) and one.done == other.done)
    return True


def are_near(one: Amount, other: Amount) -> bool:
    """Tell whether what is counted is anybody on both sides, or the same in other words ("seamen", "sailors")."""
    if one.done and other.done and one.done != other.done:
        return False
    return (one.of <= _plain() and other.of <= _plain()) or any(are_synonyms(a, b) for a in one.of for b in other.of)


@cache
def _plain() -> frozenset[str]:
    return listed("counted as anybody") | {"kill", "wound", "civilian"}


def is_equal(one: Amount, other: Amount) -> bool:
    """Tell whether both name one number: the same, one rounded, or one in another unit."""
    if one.is_range != other.is_range:
        exact, vague = (other, one) if one.is_range else (one, other)
        return bool(
            vague.low is not None
            and vague.high is not None
            and vague.low <= exact.value <= vague.high
            and vague.high <= 10 * vague.low
            and _digits(exact.value) > 2
        )
    if one.is_range and (one.low, one.high) == (other.low, other.high):
        return True
    a, b = one.value, other.value
    if a == b:
        return True
    if not a or not b:
        return False
    apart = abs(a - b) / max(abs(a), abs(b))
    if one.unit != other.unit:
        return apart <= CONVERTED
    return apart <= ROUNDED and _is_rounding(one, other)


def _is_rounding(one: Amount, other: Amount) -> bool:
    """One is what is left of the other when its last digits go, and its own bounds do not shut the other out."""
    round_one, exact = sorted((one, other), key=lambda x: (_digits(x.value), x.value))
    if _digits(round_one.value) >= _digits(exact.value):
        return False
    step = 10 ** (math.floor(math.log10(abs(round_one.value))) - _digits(round_one.value) + 1)
    if (round_one.high is None and exact.value < round_one.value) or (round_one.low is None and exact.value > round_one.value):
        return False
    return abs(round_one.value - exact.value) < step and _digits(round_one.value) <= 2


def _digits(value: float) -> int:
    """Count the digits that are no zeros at the end."""
    shown = f"{abs(value):.6g}"
    mantissa = shown.split("e")[0].replace(".", "")
    return max(1, len(mantissa.strip("0")))
