"""Two leads → how likely both reports tell of the same happening, and whether what they say is worth comparing at all.

A few signals, each a number anyone can check, weighed by weights.json; benchmarks/stories/fit.py fits it on stories that people marked.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from .lead import Lead, Term

# How alike the terms of two reports must be to be worth comparing. Of ECB+ train, 99 of 100 pairs of one story are over it, and 4 of 1,000 of
# stories that have nothing to do with one another.
RELATED = 0.1
# How many of the weightiest terms are held against each other apart from the rest.
WEIGHTIEST = 20
# Days apart up to which two reports are near. From there on each day takes from how likely they tell of one happening: a story goes on
# from day to day through reports that are near each other, and a month of one war is not one story. Not fitted: ECB+ has few days.
NEAR_DAYS = 3
A_DAY_TAKES = 0.3
MOST_DAYS_TAKE = 6.0
# Years apart from which what reports name cannot be one happening told of at the time.
FAR_YEARS = 2
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Kinship:
    """What two reports have to do with each other.

    Attributes:
        one, other: keys of the reports, the lesser first.
        score: how likely both tell of the same happening, 0..1.
        reasons: why, in words.
    """

    one: str
    other: str
    score: float
    reasons: tuple[str, ...]


def kinship(one: Lead, other: Lead) -> Kinship | None:
    """Give what two reports have to do with each other; None where they are not related. The same from either side."""
    if one.key > other.key:
        one, other = other, one
    found = signals(one, other)
    if found["terms"] < RELATED:
        return None
    return Kinship(one.key, other.key, round(likely(found), 3), _reasons(one, other))


def signals(one: Lead, other: Lead) -> dict[str, float]:
    """Give what speaks for and against one happening, by name; the names are those of weights.json.

    That two reports were published on near days says nothing: of those a ledger is asked of, most were. Days and years that reports without
    a day of publication name are another matter.
    """
    day, other_day, year, other_year = one.likely_day, other.likely_day, one.likely_year, other.likely_year
    published = one.day is not None and other.day is not None
    apart = abs((day - other_day).days) if day and other_day else None
    years = abs(year - other_year) if year and other_year else None
    return {
        "always": 1.0,
        "terms": _alike(one.terms, other.terms),
        "names": _alike((t for t in one.terms if t.name), (t for t in other.terms if t.name)),
        "weightiest terms": _alike(one.terms[:WEIGHTIEST], other.terms[:WEIGHTIEST]),
        "numbers": _shared(one.numbers, other.numbers),
        "places": _shared(one.places, other.places),
        "near days": float(not published and apart is not None and apart <= NEAR_DAYS),
        "same year": float(not published and years == 0),
        "years apart": float(years is not None and years >= FAR_YEARS),
        "days apart": float(max(0, (one.day - other.day).days - NEAR_DAYS, (other.day - one.day).days - NEAR_DAYS)) if one.day and other.day else 0.0,
    }  # fmt: skip


def likely(found: dict[str, float]) -> float:
    """Give how likely two reports with these signals tell of one happening, 0..1."""
    taken = min(MOST_DAYS_TAKE, A_DAY_TAKES * found["days apart"])
    return 1 / (1 + math.exp(taken - sum(_weights()[name] * value for name, value in found.items() if name in _weights())))


@cache
def _weights() -> dict[str, float]:
    read: dict[str, float] = json.loads(resources.files(__package__).joinpath("weights.json").read_text(encoding="utf8"))
    return read


def _alike(ones: Iterable[Term], others: Iterable[Term]) -> float:
    """Give the cosine of two lists of weighed terms."""
    weights, other_weights = {t.key: t.weight for t in ones}, {t.key: t.weight for t in others}
    both = sum(weight * other_weights[key] for key, weight in weights.items() if key in other_weights)
    squares = sum(w * w for w in weights.values()) * sum(w * w for w in other_weights.values())
    return both / math.sqrt(squares) if both else 0.0


def _shared(ones: tuple[str, ...], others: tuple[str, ...]) -> float:
    both = len(set(ones) & set(others))
    return both / math.sqrt(len(ones) * len(others)) if both else 0.0


def _reasons(one: Lead, other: Lead) -> tuple[str, ...]:
    weights = {t.key: t.weight for t in other.terms}
    both = sorted((t for t in one.terms if t.key in weights), key=lambda t: (-t.weight * weights[t.key], t.key))
    names, words = [t.shown for t in both if t.name][:_SHOWN], [t.shown for t in both if not t.name][:_SHOWN]
    numbers = [number for number in one.numbers if number in other.numbers][:_SHOWN]
    why = [f"both name {_listed(names)}"] if names else []
    why += [f"share the words: {', '.join(words)}"] if words else []
    why += [f"both give {_listed(numbers)}"] if numbers else []
    if one.day and other.day:
        days = abs((one.day - other.day).days)
        why.append("of the same day" if days == 0 else f"{days} day{'s' if days > 1 else ''} apart")
    elif one.likely_year and other.likely_year and abs(one.likely_year - other.likely_year) >= FAR_YEARS:
        why.append(f"but one names {one.likely_year} and the other {other.likely_year}")
    return tuple(why)


def _listed(words: list[str]) -> str:
    return " and ".join(words) if len(words) < 3 else f"{', '.join(words[:-1])} and {words[-1]}"
