"""Numerals in digits: "3,000", "1 000", "2½", "2 1/2", "1/16", "2.5×10^8" in, values out."""

from __future__ import annotations

import re
import unicodedata

from .pieces import Pieces

Number = int | float

# Longer runs of digits are account numbers, hashes and noise; also keeps int() away from its limit.
MOST_DIGITS = 18
# A count is printed with commas long before it has ten digits; what has none is a timestamp or an account.
_MOST_UNGROUPED = 9
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?\Z")
_PLAIN = re.compile(r"\d*(?:\.\d+)?\Z")
_THIN = frozenset("\u00a0\u2009\u202f")
_MOST = 10**MOST_DIGITS


def whole(value: Number) -> Number:
    """Give an int where the value is whole, else a float without the dust of multiplying."""
    if isinstance(value, int):
        return value
    tidy = float(f"{value:.12g}")
    return int(tidy) if tidy.is_integer() and abs(tidy) < _MOST else tidy


def read_digits(text: str) -> Number | None:
    """Give the value of a numeral in digits; None for dates, versions, lists ("2.4.1", "3,5") and overlong runs.

    Commas part thousands (Indian grouping too), a point parts decimals; there is no other reading.
    """
    if len(text) > 2 * MOST_DIGITS:
        return None
    if not (_GROUPED.match(text) or _PLAIN.match(text)):
        return None
    body = text.replace(",", "")
    if body == text and len(text.partition(".")[0]) > _MOST_UNGROUPED:
        return None
    if not body or len(body) > MOST_DIGITS:
        return None
    return whole(float(body)) if "." in body else int(body)


def spaced_groups(pieces: Pieces, index: int, value: int) -> tuple[Number, int]:
    """Join "1 000" and "12 500 000": groups of three digits behind one blank."""
    stop = index + 1
    while stop - index < 5 and (piece := pieces.at(stop)).kind == "n" and len(piece.text) == 3 and piece.text.isdigit():
        gap = pieces.text[pieces.at(stop - 1).end : piece.start]
        if len(gap) != 1 or (gap not in _THIN and (gap != " " or not _is_plain_group(pieces, index))):
            break
        value, stop = value * 1000 + int(piece.text), stop + 1
    return value, stop


def _is_plain_group(pieces: Pieces, index: int) -> bool:
    """Tell whether an ordinary blank may part thousands here: not after a name, month or another number ("Route 5 100 cars")."""
    before = pieces.at(index - 1)
    return not (
        before.kind == "n"
        or (pieces.is_capital(index - 1) and not pieces.opens_sentence(index - 1))
        or before.word in (".", "#", "+")
    )


def with_fraction(pieces: Pieces, stop: int, value: Number) -> tuple[Number, int]:
    """Add what follows the digits: "2½", "2 1/2", "1/16", "2 and a half", "2.5×10^8"."""
    at = pieces.at(stop)
    if at.kind == "f" and pieces.follows(stop):
        return value + unicodedata.numeric(at.text, 0.0), stop + 1
    part = _slashed(pieces, stop - 1)
    if part is not None and isinstance(value, int):
        return part, stop + 2
    if at.kind == "n" and pieces.follows(stop) and (part := _slashed(pieces, stop)) is not None and part < 1:
        return value + part, stop + 3
    if at.word == "and" and pieces.word(stop + 1) == "a" and pieces.word(stop + 2) in ("half", "quarter"):
        return value + (0.5 if pieces.word(stop + 2) == "half" else 0.25), stop + 3
    if at.word in ("×", "x") and pieces.word(stop + 1) == "10" and (pieces.touches(stop) or pieces.touches(stop + 1)):
        return _power(pieces, stop + 2, value)
    return value, stop


def _power(pieces: Pieces, at: int, value: Number) -> tuple[Number, int]:
    sign, stop = 1, at
    while pieces.word(stop) in ("^", "-", "−", "–") and stop < at + 2:
        sign, stop = (sign if pieces.word(stop) == "^" else -1), stop + 1
    exponent = pieces.at(stop)
    if exponent.kind != "n" or not exponent.text.isdigit() or len(exponent.text) > 2 or stop == at:
        return value, at - 2
    return float(f"{value * 10.0 ** (sign * int(exponent.text)):.12g}"), stop + 1


def _slashed(pieces: Pieces, top: int) -> float | None:
    """Give the value of "1/16" that starts here; needs a real fraction slash, a common denominator or a following "of"."""
    if pieces.word(top + 1) not in ("/", "⁄") or not (pieces.touches(top + 1) and pieces.touches(top + 2)):
        return None
    over, under = pieces.at(top).text, pieces.at(top + 2).text
    if (
        not (over.isdigit() and under.isdigit() and len(over) <= 3 and len(under) <= 4)
        or pieces.touches(top)
        or pieces.touches(top + 3)
    ):
        return None
    if int(over) >= int(under) or int(under) == 0 or (under, over) == ("11", "9"):
        return None
    sure = pieces.word(top + 1) == "⁄" or pieces.word(top + 3) == "of" or int(under) in (2, 3, 4, 8, 16)
    return int(over) / int(under) if sure and pieces.word(top + 3) != "/" else None
