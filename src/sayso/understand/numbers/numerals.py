"""Digits and number words in, values out: "3,000", "twenty-three thousand", "½", "tens of thousands", "two-thirds", "24th".

Only the numeral itself is read here; units, bounds and what is counted come after (`quantities.py`). Words:
lexicons/en/number_words.yml.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from ...lexicons import entries
from .digits import Number, read_digits, spaced_groups, whole, with_fraction
from .pieces import Pieces
from .word_lists import words_of

_MOST = 10**18
_SUFFIXES = frozenset(["st", "nd", "rd", "th"])
_HYPHENS = frozenset(["-", "‐", "‑"])


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral: pieces `first` to `stop` (exclusive) and the values it allows, both inclusive.

    Attributes:
        form: "digits", "words", "vague" (an interval by nature), "loose" (several, a few), "share" (a part of one), "ordinal".
        scaled: whether a scale word or suffix (million, bn) multiplies it.
        mantissa: the value before scaling.
        approximate: whether the numeral itself says so ("a couple of").
    """

    first: int
    stop: int
    low: Number
    high: Number
    form: str
    scaled: bool = False
    mantissa: Number = 0
    approximate: bool = False

    @property
    def scale(self) -> Number:
        """By what the mantissa is multiplied; 1 where nothing does."""
        return self.low / self.mantissa if self.scaled and self.mantissa else 1

    def times(self, factor: Number) -> Numeral:
        """The same numeral multiplied, as by a scale it shares with the next one ("5-10 million")."""
        return replace(self, low=whole(self.low * factor), high=whole(self.high * factor), scaled=True)


@cache
def number_words() -> Mapping[str, Mapping[str, Any]]:
    """Give the number words by word."""
    return {str(row["word"]): row for row in entries("en/number_words")}


def _role(pieces: Pieces, index: int) -> str:
    row = number_words().get(pieces.word(index))
    return str(row["role"]) if row else ""


def _joined(pieces: Pieces, index: int) -> int:
    """Give the index of the next word of the same numeral: behind a hyphen that touches both, or after a space; -1 for none."""
    if pieces.word(index) in _HYPHENS and pieces.touches(index) and pieces.touches(index + 1):
        return index + 1
    return index if pieces.follows(index) and pieces.at(index).kind in "wnf" else -1


def read_numeral(pieces: Pieces, index: int) -> Numeral | None:
    """Give the numeral that starts at this piece, None where none does."""
    piece = pieces.at(index)
    if piece.kind == "n":
        return _from_digits(pieces, index)
    if piece.kind == "f":
        if pieces.touches(index) and pieces.at(index - 1).kind != "s":
            return None
        share = unicodedata.numeric(piece.text, 0.0)
        return _scaled(pieces, Numeral(index, index + 1, share, share, "share", mantissa=share))
    if piece.kind != "w":
        return None
    if piece.word in ("a", "an", "half"):
        return _from_article(pieces, index)
    role = _role(pieces, index)
    if role in ("unit", "teen", "tens"):
        return _fraction_of(pieces, _scaled(pieces, _from_words(pieces, index)))
    if role == "vague":
        return None if _are_points(pieces, index) else _vague(pieces, index)
    if role == "loose":
        return _loose(pieces, index, index)
    if role == "ordinal":
        value = number_words()[piece.word]["value"]
        return Numeral(index, index + 1, value, value, "ordinal", mantissa=value)
    return None


def _from_digits(pieces: Pieces, index: int) -> Numeral | None:
    value = read_digits(pieces.at(index).text)
    if value is None:
        return None
    stop = index + 1
    if isinstance(value, int) and value < 1000 and pieces.at(index).text[0] != "0":
        value, stop = spaced_groups(pieces, index, value)
    if pieces.touches(stop) and pieces.word(stop) in _SUFFIXES:
        return Numeral(index, stop + 1, value, value, "ordinal", mantissa=value)
    value, stop = with_fraction(pieces, stop, value)
    form = "share" if pieces.at(index).kind == "n" and 0 < value < 1 and stop > index + 1 else "digits"
    return _scaled(pieces, Numeral(index, stop, value, value, form, mantissa=value))


def _from_words(pieces: Pieces, index: int) -> Numeral:
    """Read what stands below a thousand in words: "one", "twenty-three", "one hundred and five"."""
    words, value, at = number_words(), 0, index
    while True:
        role = _role(pieces, at)
        number = int(words[pieces.word(at)]["value"])
        value, last = value + number, at + 1
        after = _joined(pieces, last)
        if role == "tens" and after >= 0 and _role(pieces, after) == "unit" and pieces.word(after) != "zero":
            value, last = value + int(words[pieces.word(after)]["value"]), after + 1
            after = _joined(pieces, last)
        if value < 100 and after >= 0 and pieces.word(after) == "hundred":
            value, last = value * 100, after + 1
            at = _after_hundred(pieces, last)
            if at >= 0:
                continue
        return Numeral(index, last, value, value, "words", mantissa=value)


def _after_hundred(pieces: Pieces, last: int) -> int:
    at = _joined(pieces, last)
    if at >= 0 and pieces.word(at) == "and":
        at = _joined(pieces, at + 1)
    return at if at >= 0 and _role(pieces, at) in ("unit", "teen", "tens") else -1


def _scaled(pieces: Pieces, numeral: Numeral) -> Numeral:
    """Multiply by the scales that follow: "3bn", "4 hundred million", "twenty-three thousand five hundred", "two and a half
    million"."""
    low, stop, scaled, form = numeral.low, numeral.stop, False, numeral.form
    half = _and_a_half(pieces, stop)
    if half > stop and low < 1000:
        low, stop = low + 0.5, half
    mantissa = low
    for _ in range(3):
        factor, at = _scale_at(pieces, stop)
        if not factor or low * factor > _MOST:
            break
        low, stop, scaled = low * factor, at, True
    if scaled and form == "words":
        low, stop = _rest_of_words(pieces, stop, low)
    if scaled and form == "share":
        form = "digits"
    low = whole(low)
    return replace(numeral, low=low, high=low, stop=stop, scaled=scaled, mantissa=mantissa, form=form)


def _and_a_half(pieces: Pieces, stop: int) -> int:
    """Give where "and a half" or "-and-a-half" ends that follows; `stop` itself where neither does."""
    at = stop
    for word in ("and", "a", "half"):
        at = _joined(pieces, at)
        if at < 0 or pieces.word(at) != word:
            return stop
        at += 1
    return at


def _rest_of_words(pieces: Pieces, stop: int, low: Number) -> tuple[Number, int]:
    """Add the smaller rest: "twenty-eight thousand six hundred forty-two", "two million three hundred thousand"."""
    floor = low
    for _ in range(3):
        at = _joined(pieces, stop)
        if at >= 0 and pieces.word(at) == "and":
            at = _joined(pieces, at + 1)
        if at < 0 or _role(pieces, at) not in ("unit", "teen", "tens"):
            break
        rest = _from_words(pieces, at)
        factor, end = _scale_at(pieces, rest.stop)
        addend = rest.low * factor if factor else rest.low
        if not 0 < addend < min(floor, 10**9) or (floor >= 1000 and floor % 1000):
            break
        low, floor, stop = low + addend, addend, end if factor else rest.stop
    return low, stop


def _scale_at(pieces: Pieces, at: int) -> tuple[Number, int]:
    """Give the scale word or suffix at this place and where it stops; 0 where there is none."""
    row = number_words().get(pieces.word(at))
    if row and row["role"] == "suffix" and pieces.touches(at) and not row.get("money_only"):
        return int(row["value"]), at + 1
    at = _joined(pieces, at)
    row = number_words().get(pieces.word(at)) if at >= 0 else None
    if row and row["role"] in ("scale", "hundred", "dozen"):
        return int(row["value"]), at + 1
    return (int(row["value"]), at + 1) if row and row["word"] in ("mn", "bn", "mln", "bln", "trn") else (0, at)


def _fraction_of(pieces: Pieces, numeral: Numeral) -> Numeral:
    """Read "two-thirds", "three quarters", "one-third"; the numeral as it is where no fraction follows."""
    at = _joined(pieces, numeral.stop)
    row = number_words().get(pieces.word(at)) if at >= 0 else None
    under = row.get("part", row["value"] if row["role"] == "part" else 0) if row else 0
    if not under or numeral.scaled or numeral.low >= under or numeral.low < 1:
        return numeral
    if (numeral.low > 1) is not pieces.word(at).endswith("s") or (
        numeral.low == 1 and pieces.word(at + 1) not in ("of", "the", "-") and at == numeral.stop
    ):
        return numeral
    share = numeral.low / int(under)
    return replace(numeral, stop=at + 1, low=share, high=share, form="share", mantissa=share)


def _from_article(pieces: Pieces, index: int) -> Numeral | None:
    """Read what "a", "an" or "half" begins: "a million", "a few hundred", "half a million", "a third of", "half the"."""
    half = pieces.word(index) == "half"
    at = _joined(pieces, index + 1)
    if at < 0:
        return None
    if half:
        return _half(pieces, index, at)
    word, role = pieces.word(at), _role(pieces, at)
    if role in ("scale", "hundred", "dozen"):
        base = Numeral(index, at, 1, 1, "words", mantissa=1)
        return _hundreds(pieces, index) if role == "hundred" else _scaled(pieces, base)
    if role == "loose":
        return _loose(pieces, index, at)
    if word == "half" and (
        pieces.word(at + 1) in ("million", "billion", "dozen") or pieces.word(at + 2) in ("million", "billion", "dozen")
    ):
        inner = _half(pieces, at, _joined(pieces, at + 1))
        return replace(inner, first=index) if inner else None
    if word == "quarter" and _role(pieces, at + 1) == "scale":
        return replace(_scaled(pieces, Numeral(index, at + 1, 0.25, 0.25, "share", mantissa=0.25)), form="words")
    under = number_words().get(word, {}).get("part") or (4 if word == "quarter" else 0)
    if under and pieces.word(at + 1) == "of":
        return _of_scale(pieces, Numeral(index, at + 1, 1 / under, 1 / under, "share", mantissa=1 / under))
    return None


def _hundreds(pieces: Pieces, index: int) -> Numeral:
    """Read "a hundred", "a hundred and fifty", "a hundred thousand"."""
    value, stop = 100, index + 2
    after = _after_hundred(pieces, stop)
    if after >= 0:
        rest = _from_words(pieces, after)
        value, stop = value + int(rest.low), rest.stop
    return _scaled(pieces, Numeral(index, stop, value, value, "words", mantissa=value))


def _half(pieces: Pieces, index: int, at: int) -> Numeral | None:
    if pieces.word(index - 1) in ("first", "second", "latter", "other", "last", "next", "each", "opening"):
        return None
    after = at + 1 if pieces.word(at) in ("a", "an") else at
    numeral = Numeral(index, after, 0.5, 0.5, "share", mantissa=0.5)
    if number_words().get(pieces.word(after), {}).get("role") in ("scale", "dozen"):
        return replace(_scaled(pieces, numeral), form="words")
    if after > at:
        is_far = pieces.word(after) in ("world", "country", "continent", "globe") and pieces.word(after + 1) == "away"
        return None if is_far else numeral
    hyphen = pieces.word(index + 1) in _HYPHENS
    opens = pieces.word(at) in (
        "of",
        "the",
        "its",
        "their",
        "his",
        "her",
        "our",
        "all",
        "those",
        "these",
        "that",
        "this",
        "what",
        "as",
    )
    return replace(numeral, stop=index + 1) if opens and not hyphen else None


def _of_scale(pieces: Pieces, numeral: Numeral) -> Numeral:
    """Read on in "a quarter of a million"."""
    at = numeral.stop
    if pieces.word(at + 1) == "a" and number_words().get(pieces.word(at + 2), {}).get("role") == "scale":
        return replace(_scaled(pieces, replace(numeral, stop=at + 2)), form="words")
    return numeral


def _are_points(pieces: Pieces, index: int) -> bool:
    """Tell the scores of a match or a test from twenties: "Brief scores: Bermuda 167-8", "test scores fell"."""
    if pieces.word(index) != "scores" or pieces.word(index + 1) in ("of", "more"):
        return False
    before = pieces.at(index - 1)
    is_open = before.kind == "w" and before.word not in words_of("closed") | words_of("harming") and pieces.follows(index)
    return pieces.word(index + 1) == ":" or (is_open and not before.word.endswith(("ed", "ing")))


def _vague(pieces: Pieces, index: int) -> Numeral:
    """Read "dozens", "tens of thousands", "hundreds of thousands of"; the interval multiplies through."""
    words = number_words()
    row = words[pieces.word(index)]
    low, high, stop = int(row["low"]), int(row["high"]), index + 1
    while pieces.word(stop) == "of" and _role(pieces, stop + 1) == "vague" and pieces.follows(stop + 1) and high < 10**12:
        scale = int(words[pieces.word(stop + 1)]["low"]) // 2 if pieces.word(stop + 1) not in ("tens", "dozens", "scores") else 0
        if not scale:
            break
        low, high, stop = low * scale, (high + 1) * scale - 1, stop + 2
    return Numeral(index, stop, low, high, "vague", mantissa=low)


def _loose(pieces: Pieces, index: int, at: int) -> Numeral | None:
    """Read "several hundred", "a few thousand", "a couple of dozen", "a handful of"; `index` is the article's place."""
    row = number_words()[pieces.word(at)]
    if index == at and row["word"] in ("handful", "couple"):
        return None
    if (
        index == at
        and row["word"] == "few"
        and number_words().get(pieces.word(at + 1), {}).get("role") not in ("hundred", "scale", "dozen")
    ):
        return None
    couple, stop = row["word"] == "couple", at + 1
    if row["word"] in ("couple", "handful") and pieces.word(stop) == "of":
        stop += 1
    scale = number_words().get(pieces.word(stop), {})
    if scale.get("role") not in ("hundred", "scale", "dozen"):
        return Numeral(
            index, stop, row["low"], row["high"], "words" if couple else "loose", mantissa=row["low"], approximate=couple
        )
    factor, end = int(scale["value"]), stop + 1
    if couple:
        return Numeral(index, end, 2 * factor, 2 * factor, "words", scaled=True, mantissa=2, approximate=True)
    return Numeral(index, end, 2 * factor, 10 * factor - 1 if factor != 12 else 99, "vague", scaled=True, mantissa=2)
