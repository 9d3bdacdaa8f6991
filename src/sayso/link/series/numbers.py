"""Two ranges → whether they are one number, and whether both can be so."""

from __future__ import annotations

import math

from ..claims.amounts import CONVERTED, ROUNDED
from .given import Given

# How far a number said to be about may be from the exact one.
ABOUT = 0.06


def is_same_number(one: Given, other: Given) -> bool:
    """Tell whether both give one number: the same, one rounded, about it, or in another unit; "at least 46" and 46 too."""
    a, b = one.value, other.value
    if a == b:
        return True
    if not a or not b or (a < 0) != (b < 0):
        return False
    off = abs(a - b) / max(abs(a), abs(b))
    if one.unit != other.unit:
        return off <= CONVERTED
    if one.approximate or other.approximate:
        return off <= ABOUT
    return off <= ROUNDED and _is_rounding(a, b)


def can_both_be(one: Given, other: Given) -> bool:
    """Tell whether one number can be what both say: their ranges meet, or one is the other rounded."""
    if one.floor <= other.ceiling and other.floor <= one.ceiling:
        return True
    return is_same_number(one, other) and not (_is_open(one) or _is_open(other))


def _is_open(given: Given) -> bool:
    return given.low is None or given.high is None


def _is_rounding(one: float, other: float) -> bool:
    """Tell whether one is the other without its last digits, two left at most."""
    rounded, exact = sorted((one, other), key=lambda value: (_digits(value), value))
    if _digits(rounded) >= _digits(exact) or _digits(rounded) > 2:
        return False
    return abs(rounded - exact) < math.pow(10, math.floor(math.log10(abs(rounded))) - _digits(rounded) + 1)


def _digits(value: float) -> int:
    """Count the digits that are no zeros at the end."""
    mantissa = f"{abs(value):.6g}".split("e")[0].replace(".", "")
    return max(1, len(mantissa.strip("0")))
