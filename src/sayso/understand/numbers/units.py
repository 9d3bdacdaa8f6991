"""The unit beside a numeral: percent signs, money before or behind, measures, durations. Words: lexicons/units.yml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ...findings.figure import FigureKind
from ...lexicons import entries
from .numerals import Numeral, number_words
from .pieces import Pieces
from .word_lists import HYPHENS, words_of

_LONGEST_UNIT = 5  # pieces; "of a us pint" is the longest row


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit found: its key and kind, and the pieces it takes on its side of the numeral."""

    key: str
    kind: FigureKind
    edge: int


@dataclass(frozen=True, slots=True)
class _Table:
    before: dict[tuple[str, ...], Mapping[str, Any]] = field(default_factory=dict)
    after: dict[tuple[str, ...], Mapping[str, Any]] = field(default_factory=dict)
    touching: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    words_before: dict[tuple[str, ...], Mapping[str, Any]] = field(default_factory=dict)


@cache
def _table() -> _Table:
    table = _Table()
    for row in entries("units"):
        for sign in row.get("before", ()):
            table.before[tuple(str(sign).split())] = row
        for words in row.get("after", ()):
            table.after[tuple(str(words).split())] = row
        for words in row.get("before_words", ()):
            table.words_before[tuple(str(words).split())] = row
        for sign in row.get("touching", ()):
            table.touching[str(sign)] = row
    return table


@cache
def currency_words() -> frozenset[str]:
    """Give the words for money that stand alone behind a number ("pesos")."""
    money = [row for row in entries("units") if row["kind"] == FigureKind.MONEY.value]
    return frozenset(word for row in money for word in map(str, row.get("after", ())) if word.isalpha())


@cache
def _heads() -> frozenset[str]:
    """Give the first words of all units, to leave early where none can begin."""
    return frozenset(words[0] for words in _table().after)


def _unit(row: Mapping[str, Any], edge: int) -> Unit:
    return Unit(str(row["key"]), FigureKind(row["kind"]), edge)


def money_before(pieces: Pieces, first: int) -> Unit | None:
    """Give the currency sign or code that ends right before this piece ("$", "US $", "EUR")."""
    before, word = _table().before, pieces.word(first - 1)
    if not word or not pieces.follows(first):
        return None
    for length in (3, 2, 1):
        signs = tuple(pieces.word(at) for at in range(first - length, first))
        row = before.get(signs)
        if row and first - length >= 0 and _is_code(pieces, first - length, first):
            return _unit(row, first - length)
    if pieces.at(first - 1).kind == "c" and word == "ps":
        return Unit("GBP", FigureKind.MONEY, first - 1)
    if pieces.at(first - 1).kind == "c" and word == "n":  # "N60m"
        return Unit("NGN", FigureKind.MONEY, first - 1)
    return None


def _is_code(pieces: Pieces, low: int, high: int) -> bool:
    """Tell signs and codes from words: a code in letters alone stands in capitals ("RON", not "Ron"), "Rs" and "Rp" as they
    are."""
    words = [pieces.at(at) for at in range(low, high)]
    if any(piece.kind == "s" and piece.text not in ".=" for piece in words):
        return all(piece.kind != "w" or piece.text.isupper() for piece in words)
    return all(
        piece.kind != "w" or piece.text.isupper() or piece.text in ("Rs", "Rp", "Dh", "Dhs", "dlrs") for piece in words
    ) and pieces.follows(high)


def metre_or_million(pieces: Pieces, numeral: Numeral, *, is_money: bool) -> Numeral:
    """Multiply by a suffix that means a scale only beside money or a further noun: "$5m", "1.2m tons", but "37m (121ft)"."""
    row = number_words().get(pieces.word(numeral.stop))
    if not row or row["role"] != "suffix" or not pieces.touches(numeral.stop) or numeral.scaled or numeral.form == "ordinal":
        return numeral
    after = pieces.at(numeral.stop + 1)
    plain_noun = after.kind == "w" and after.text[0].islower() and after.word not in words_of("metres after")
    money_after = _longest(pieces, numeral.stop + 1)
    is_home = pieces.word(numeral.first - 1) == "to" and pieces.word(numeral.first - 2) == "home"
    if is_money or is_home or (money_after and money_after.kind is FigureKind.MONEY) or (row["word"] == "m" and plain_noun):
        factor = int(row["value"])
        low = numeral.times(factor)
        return Numeral(numeral.first, numeral.stop + 1, low.low, low.high, numeral.form, scaled=True, mantissa=numeral.low)
    return numeral


def _plain(pieces: Pieces, at: int) -> list[int]:
    """Give the next few pieces without the hyphens that join them."""
    found: list[int] = []
    while len(found) < _LONGEST_UNIT and (piece := pieces.at(at)).word:
        if piece.word in HYPHENS and pieces.touches(at) and pieces.touches(at + 1):
            at += 1
            continue
        if not pieces.follows(at):
            break
        found.append(at)
        at += 1
    return found


def _longest(pieces: Pieces, at: int) -> Unit | None:
    ahead = at + 1 if pieces.word(at) in HYPHENS else at
    if pieces.word(ahead) not in _heads():
        return None
    places = _plain(pieces, at)
    words = [pieces.word(place) for place in places]
    after = _table().after
    for length in range(len(words), 0, -1):
        row = after.get(tuple(words[:length]))
        if row:
            return _unit(row, places[length - 1] + 1)
    return None


def unit_after(pieces: Pieces, numeral: Numeral) -> Unit | None:
    """Give the unit that follows the numeral, None where none does."""
    at = numeral.stop
    if at >= len(pieces):
        return None
    table, word = _table(), pieces.word(at)
    if pieces.touches(at) and word in table.touching:
        touching = _unit(table.touching[word], at + 1)
        return None if word in "tg" and pieces.at(at).text.isupper() else _compound(pieces, at, touching)
    unit = _longest(pieces, at)
    if unit is None and word == "of" and numeral.form == "vague":
        return _longest(pieces, at + 1)
    return unit if unit is None or _is_meant(pieces, numeral, unit) else None


def unit_before(pieces: Pieces, numeral: Numeral) -> Unit | None:
    """Give the unit that stands before a numeral in words: "magnitude 6.8", "a magnitude of 7"."""
    words = _table().words_before
    for length in (2, 1):
        row = words.get(tuple(pieces.word(at) for at in range(numeral.first - length, numeral.first)))
        if row:
            return _unit(row, numeral.stop)
    return None


def _compound(pieces: Pieces, at: int, unit: Unit) -> Unit:
    longer = _longest(pieces, at)
    return longer if longer and longer.edge > unit.edge else unit


def _is_meant(pieces: Pieces, numeral: Numeral, unit: Unit) -> bool:
    """Turn down words that are units only sometimes: "won" the verb, "second" the ordinal, "crown" without millions."""
    word, piece = pieces.word(unit.edge - 1), pieces.at(unit.edge - 1)
    if word == "won" and unit.edge - numeral.stop == 1:
        return numeral.scaled or numeral.low >= 1000
    if word in ("crown", "crowns", "real", "st", "mi", "mp", "mb", "sec", "p.c.", "ha", "knot") and unit.edge - numeral.stop == 1:
        return numeral.scaled or (word in ("mi", "mp", "mb", "sec", "ha") and numeral.form == "digits")
    if (
        word in ("second", "minute", "stone")
        and numeral.low == 1
        and numeral.form == "words"
        and pieces.word(numeral.stop) != "-"
    ):
        return pieces.word(unit.edge) != "," or word == "minute"
    if unit.key == "degree" and pieces.word(unit.edge) in ("in", "of", "murder"):
        return pieces.word(unit.edge) == "of" and not pieces.is_capital(numeral.first)
    if unit.key == "point" and _are_of_a_plan(pieces, numeral):
        return False
    is_name = unit.kind is FigureKind.DURATION and pieces.is_capital(unit.edge - 1) and not piece.text.isupper()
    return not (is_name and numeral.form == "words")


def _are_of_a_plan(pieces: Pieces, numeral: Numeral) -> bool:
    """Tell the points of a plan from those of an index: "a plan of 28 points", "nine points of the plan", "Nine points were dropped"."""
    first, noun = numeral.first, numeral.stop
    if pieces.word(noun) in HYPHENS or "." in pieces.at(first).text:
        return False
    if pieces.word(first - 1) == "of" and pieces.word(first - 2) in words_of("plans"):
        return True
    behind = pieces.word(noun + 1)
    if behind in ("of", "in", "from") and any(pieces.word(at) in words_of("plans") for at in range(noun + 2, noun + 6)):
        return True
    is_subject = pieces.opens_sentence(first) and behind in ("were", "are", "have")
    return behind in ("become", "became") or (
        is_subject and any(pieces.word(at) in words_of("settling") for at in range(noun + 2, noun + 4))
    )


def settle_pound(pieces: Pieces, numeral: Numeral, unit: Unit) -> Unit:
    """Read "pounds" as money after a scale or beside the words of money; as weight otherwise."""
    if unit.key != "pound":
        return unit
    word = pieces.word(unit.edge - 1)
    of_what = pieces.word(unit.edge) == "of"
    if word.startswith("pound") and numeral.scaled and not of_what:
        return Unit("GBP", FigureKind.MONEY, unit.edge)
    return unit


def past_rate(pieces: Pieces, edge: int, *, nouns: Sequence[str] = ()) -> int:
    """Give where "a day", "per share", "per square foot", "an hour" ends that follows a unit; `edge` itself where none does."""
    word = pieces.word(edge)
    if word in ("a", "an", "per", "each", "every") and pieces.follows(edge):
        unit = _longest(pieces, edge + 1)
        if unit and unit.kind in (FigureKind.DURATION, FigureKind.MEASURE) and not pieces.word(edge + 1).endswith("s"):
            return unit.edge
        if word == "per" and pieces.at(edge + 1).kind == "w":
            return edge + 2
        if pieces.word(edge + 1) in ("share", "head", "person", "piece", *nouns):
            return edge + 2
    return edge
