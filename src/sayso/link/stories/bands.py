"""A lead → its bands: numbers of which two reports that ought to be compared have at least one in common.

A band is a pair of a report's weightiest terms, names and other words ranked apart so that neither crowds out the other. Held against MinHash
weighed by the same weights (ECB+ train): 24 bands of two hashes find 85 in 100 pairs of one story at best, these 93 in 100. What they miss,
stories find by the report that both are near to.

So that a report meets no more of a large ledger than it may have to do with, two words that very many reports share are no band: pairs further
down stand in for them. Reports published long before or after are none of its business. All of it is a function of the two leads.
"""

from __future__ import annotations

import zlib
from datetime import date
from itertools import combinations

from .lead import Lead
from .rarity import rarity

# Names and other words whose pairs may be bands, in what measure their ranks count, and how many bands there are. Swept on ECB+ train: the 28 pairs
# of the first 5 names and 3 words alone find 91 pairs of one story in 100, fewer where these are names of states that very many reports share.
NAMES, WORDS = 8, 5
A_NAME, A_WORD = 1 / 5, 1 / 3
MOST_BANDS = 28
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
    """Give the pairs of words that stand highest in both their lists; of a report without a pair that tells anything, all there are."""
    names = [term.key for term in lead.terms if term.name]
    words = [term.key for term in lead.terms if not term.name][: max(WORDS, NAMES + WORDS - len(names))]
    names = names[: max(NAMES, NAMES + WORDS - len(words))]  # hardly any words: a list of names
    rank = {key: A_NAME * at for at, key in enumerate(names, 1)} | {key: A_WORD * at for at, key in enumerate(words, 1)}
    pairs = sorted(combinations(sorted(rank), 2), key=lambda pair: (round(rank[pair[0]] + rank[pair[1]], 9), pair))
    return [pair for pair in pairs if not _is_common(*pair)][:MOST_BANDS] or pairs[:MOST_BANDS]


def _is_common(one: str, other: str) -> bool:
    return rarity(one) + rarity(other) < RARE


def _stretch(day: date) -> int:
    return day.toordinal() // STRETCH


def _at(number: int, time: int) -> int:
    return (number ^ (time * 0x9E3779B97F4A7C15)) & 0x7FFFFFFFFFFFFFFF


def _number(words: str) -> int:
    raw = words.encode("utf-8", "surrogatepass")
    return (zlib.crc32(raw) << 31) | (zlib.crc32(raw, 0x5A59) >> 1)
