"""Words beside a number that say how far it goes: "at least", "up to", "nearly", "or so", and verbs of rise and fall. Words:
lexicons/en/bounds.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from ...findings.figure import FigureKind
from ...lexicons import entries
from .digits import Number
from .pieces import Pieces
from .word_lists import HYPHENS, words_of

_MOST_BOUND_WORDS = 5
_TREND_REACH = 4  # words between "rose" and its number, bound words aside: "rose by", "up another"

Rows = Mapping[tuple[str, ...], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Bound:
    """What the words around a number do to it, and the pieces they take.

    Attributes:
        first, stop: the pieces of the whole phrase, bound words included.
        effect: the effect of the strongest words, "" where none bounds.
        approximate: whether any of them hedges.
    """

    first: int
    stop: int
    effect: str = ""
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """The values left after the bound: either end None where the words set none."""

    low: Number | None
    high: Number | None
    approximate: bool
    bound: str


@cache
def _rows(side: str) -> Rows:
    found = [row for row in entries("en/bounds") if row.get("side", "before") == side and row["effect"] not in ("up", "down")]
    return {tuple(str(row["word"]).split()): row for row in found}


@cache
def _edges(side: str) -> frozenset[str]:
    """Give the words nearest to the number of all phrases on this side, to leave early where none can stand."""
    return frozenset(words[-1 if side == "before" else 0] for words in _rows(side))


@cache
def _trends() -> Mapping[str, Mapping[str, Any]]:
    return {str(row["word"]): row for row in entries("en/bounds") if row["effect"] in ("up", "down")}


def _fits(row: Mapping[str, Any], kind: FigureKind) -> bool:
    return kind in row.get("kinds", (kind,)) and kind not in row.get("not", ())


def _may_bound(pieces: Pieces, start: int, row: Mapping[str, Any], *, kind: FigureKind) -> bool:
    """Turn down "over" that means during."""
    return kind is not FigureKind.DURATION or "duration_after" not in row or pieces.word(start - 1) in row["duration_after"]


def _longest_before(pieces: Pieces, first: int, kind: FigureKind) -> tuple[int, str]:
    rows = _rows("before")
    if pieces.word(first - 1) not in _edges("before"):
        return first, ""
    for length in range(_MOST_BOUND_WORDS, 0, -1):
        start = first - length
        if start < 0:
            continue
        row = rows.get(tuple(pieces.word(at) for at in range(start, first)))
        if (
            row
            and _fits(row, kind)
            and _may_bound(pieces, start, row, kind=kind)
            and all(pieces.follows(at) for at in range(start + 1, first + 1))
        ):
            return start, str(row["effect"])
    return first, ""


def _longest_after(pieces: Pieces, stop: int, kind: FigureKind) -> tuple[int, str]:
    at = stop + 1 if pieces.word(stop) in HYPHENS and pieces.touches(stop) and pieces.touches(stop + 1) else stop
    tight = pieces.touches(stop) and (at == stop or pieces.touches(at))
    rows = _rows("after")
    if pieces.word(at) not in _edges("after"):
        return stop, ""
    for length in range(4, 0, -1):
        row = rows.get(tuple(pieces.word(place) for place in range(at, at + length)))
        if row and _fits(row, kind) and (tight if row.get("tight") else at == stop and pieces.follows(stop)):
            if row["word"] == "+" and pieces.at(at + 1).kind == "n" and pieces.touches(at + 1):
                continue
            if str(row["word"]).endswith(" up") and pieces.word(at + length) == "to":
                continue  # "the two and up to 30 tons"
            return at + length, str(row["effect"])
    return stop, ""


def find_bound(pieces: Pieces, first: int, stop: int, *, kind: FigureKind, tail: int | None = None) -> Bound:
    """Read the bound words before piece `first` and after piece `stop` (right after the numeral, then after the unit at
    `tail`)."""
    effects: list[str] = []
    opens = first
    if pieces.word(first - 1) in HYPHENS and pieces.word(first - 2) == "sub" and pieces.touches(first):
        return Bound(first - 2, tail or stop, "less_than")
    while len(effects) < 3:
        back = (
            opens - 1
            if effects == [] and pieces.word(opens - 1) in ("the", "a", "an", "another", "roughly") and pieces.follows(opens)
            else opens
        )
        start, effect = _longest_before(pieces, opens, kind)
        if (
            not effect
            and back < opens
            and pieces.word(back - 1) in ("least", "most", "nearly", "almost", "than", "roughly", "to")
        ):
            start, effect = _longest_before(pieces, back, kind)
        if not effect:
            break
        effects.append(effect)
        opens = start
    ends = tail if tail is not None else stop
    for edge in (stop, ends):
        end, effect = _longest_after(pieces, edge, kind)
        if effect:
            effects.append(effect)
            ends = max(ends, end)
            break
    hard = next((effect for effect in effects if effect not in ("about", "exactly", "nearly")), "")
    soft = next((effect for effect in effects if effect in ("about", "nearly")), "")
    return Bound(opens, ends, hard or soft or (effects[0] if effects else ""), bool(soft))


def bounded(low: Number, high: Number, bound: Bound, *, approximate: bool) -> Range:
    """Apply the bound words to the interval of the numeral.

    "At least", "more than": the floor stays, the ceiling goes. "Up to", "less than": the other way round.
    "Nearly": the ceiling stays, and the number is approximate. All ends are kept as if inclusive.
    """
    loose = approximate or bound.approximate
    if bound.effect in ("at_least", "more_than"):
        return Range(low, None, loose, ">")
    if bound.effect in ("at_most", "less_than"):
        return Range(None, high, loose, "<")
    if bound.effect == "nearly":
        return Range(None, high, True, "~")
    return Range(low, high, loose, "~" if loose else "=")


def find_trend(pieces: Pieces, first: int, *, kind: FigureKind) -> str:
    """Tell whether the number before whose phrase we stand is by how much something rose ("up") or fell ("down"); "" where
    neither.

    "To" between verb and number makes it a new level, not a change, and stops the search.
    """
    for at in range(first - 1, max(-1, first - 1 - _TREND_REACH), -1):
        word = pieces.word(at)
        row = _trends().get(word)
        if row:
            phrasal = word in ("up", "down") and pieces.word(at - 1) in words_of("phrasal")
            return str(row["effect"]) if _fits(row, kind) and not phrasal else ""
        if word not in words_of("between trend") or not pieces.follows(at + 1):
            return ""
    return ""


def widened(bound: Bound, first: int) -> Bound:
    """The same bound with its phrase begun further left."""
    return replace(bound, first=min(bound.first, first))
