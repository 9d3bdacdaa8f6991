"""A lead → its bands: numbers of which two reports that ought to be compared have at least one in common.

A band is a pair of a report's weightiest terms, names and other words apart so that neither crowds out the other. Held against MinHash
weighed by the same weights (ECB+ train): 24 bands of two hashes find 85 in 100 pairs of one story at best, these 89 in 100, with no more
pairs to compare. What they miss, stories find by the report that both are near to.

So that a report meets no more of a large ledger than it may have to do with, two words that very many reports share are no band, and
reports published long before or after are none of its business. All of it is a function of the two leads.
"""

from __future__ import annotations

import zlib
from datetime import date
from itertools import combinations

from .lead import Lead
from .rarity import rarity

# Names and other words whose pairs are bands: 28 bands.
NAMES, WORDS = 5, 3
# Least rarity of the two words of a band together: one text in eight thousand has both, if they have nothing to do with each other. Of ECB+ train
# it costs 3 pairs of one story in 1,000; 10 costs 24.
RARE = 9.0
# Days between publication up to which two reports are compared, and the length of the stretches by which a ledger finds these.
MOST_DAYS, STRETCH = 60, 30
_UNDATED, _DATED = 1, 2


def bands(lead: Lead) -> tuple[int, ...]:
    """Give the bands of a report, sorted, each once, whenever it was published: positive numbers below 2**63."""
    return tuple(sorted({_number(f"{one}\0{other}") for one, other in _pairs(lead)}))


def kept(lead: Lead) -> tuple[int, ...]:
    """Give the numbers under which a ledger keeps a report: those of its bands at its time."""
    times = (_UNDATED,) if lead.day is None else (_DATED, _stretch(lead.day))
    return tuple(sorted({_at(number, time) for number in bands(lead) for time in times}))


def sought(lead: Lead) -> tuple[int, ...]:
    """Give the numbers of which a report has one at least that is worth comparing with this, if that is kept: of its own time or without a day."""
    times: tuple[int, ...] = (_UNDATED, _DATED)
    if lead.day is not None:
        around = MOST_DAYS // STRETCH
        times = (_UNDATED, *range(_stretch(lead.day) - around, _stretch(lead.day) + around + 1))
    return tuple(sorted({_at(number, time) for number in bands(lead) for time in times}))


def is_near(one: Lead, other: Lead) -> bool:
    """Tell whether two reports are not published too far apart to be compared; one without a day is near to all."""
    return one.day is None or other.day is None or abs((one.day - other.day).days) <= MOST_DAYS


def _pairs(lead: Lead) -> list[tuple[str, str]]:
    names = [term.key for term in lead.terms if term.name][:NAMES]
    words = [term.key for term in lead.terms if not term.name][: NAMES + WORDS - len(names)]
    if len(words) < WORDS:  # hardly any words: a list of names
        names = [term.key for term in lead.terms if term.name][: NAMES + WORDS - len(words)]
    pairs = list(combinations(sorted(names + words), 2))
    return [pair for pair in pairs if not _is_common(*pair)] or pairs


def _is_common(one: str, other: str) -> bool:
    return rarity(one) + rarity(other) < RARE


def _stretch(day: date) -> int:
    return day.toordinal() // STRETCH


def _at(number: int, time: int) -> int:
    return (number ^ (time * 0x9E3779B97F4A7C15)) & 0x7FFFFFFFFFFFFFFF


def _number(words: str) -> int:
    raw = words.encode("utf-8", "surrogatepass")
    return (zlib.crc32(raw) << 31) | (zlib.crc32(raw, 0x5A59) >> 1)
