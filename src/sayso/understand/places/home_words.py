"""Words that only papers of one country use → the country a report seems written in."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache

from ...lexicons import entries

# A country's first word says too little; each further one weighs so much, up to the most. Swept with LGL train, each over half to twice.
_EACH, _MOST = 0.5, 1.0
_FORM = 2


_RUN = re.compile(r"\w+")


@cache
def _countries() -> tuple[str, ...]:
    return tuple(row["key"] for row in entries("places/home_words"))


@cache
def _patterns() -> dict[str, list[tuple[str, str, re.Pattern[str]]]]:
    """Give by the first word, which the text must hold, the countries that have the words, all of them, and the pattern that finds them whole; under ""
    the forms, whose words are empty."""
    table: dict[str, list[tuple[str, str, re.Pattern[str]]]] = {"": []}
    for row in entries("places/home_words"):
        for words in row["words"]:
            pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
            table.setdefault(_RUN.findall(words)[0], []).append((row["key"], words, pattern))
        table[""] += [(row["key"], "", re.compile(form)) for form in row.get("forms", ())]
    return table


def spoken_at(text: str, *, hints: Collection[str] = ()) -> dict[str, float]:
    """Give countries, by alpha-3, whose own words a text uses, at least two of them, each with its weight.

    `hints` are countries that something else speaks for, which counts as one word.
    """
    found = {country: (country in hints) + count for country, count in _counted(text)}
    return {country: min(_MOST, _EACH * (count - 1)) for country, count in found.items() if count > 1}


@lru_cache(maxsize=1)  # asked twice of each report
def _counted(text: str) -> tuple[tuple[str, int], ...]:
    counts, patterns = dict.fromkeys(_countries(), 0), _patterns()
    for first in {*_RUN.findall(text), ""} & patterns.keys():
        for country, words, pattern in patterns[first]:
            if words in text and pattern.search(text) is not None:
                counts[country] += 1 if words else _FORM
    return tuple(counts.items())
