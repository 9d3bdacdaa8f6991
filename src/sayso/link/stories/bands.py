"""A lead → its bands: numbers of which two reports that ought to be compared have at least one in common."""

from __future__ import annotations

import zlib
from itertools import combinations

from .lead import Lead

# Terms whose pairs are bands.
WEIGHTIEST = 7


def bands(lead: Lead) -> tuple[int, ...]:
    """Give the bands of a report, sorted, each once: positive numbers below 2**63."""
    keys = sorted(term.key for term in lead.terms[:WEIGHTIEST])
    return tuple(sorted({_number(f"{one}\0{other}") for one, other in combinations(keys, 2)}))


def _number(words: str) -> int:
    raw = words.encode("utf-8", "surrogatepass")
    return (zlib.crc32(raw) << 31) | (zlib.crc32(raw, 0x5A59) >> 1)
