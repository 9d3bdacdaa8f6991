"""Text in, quantities out: every number that counts, measures, prices, dates back, ages, scores or ranks something, with what
its words allow.

Invariant: quantities are in text order and never overlap. Each rule looks a bounded number of pieces around a numeral, so time
is linear in the text.

What is decided here: "several", "a few" and "a handful of" are figures only before people or a scale ("several soldiers": 3 to
9; "a few
thousand"), since elsewhere no number stands in them; "a couple of" is 2, approximate; "few" without "a" is none; "one of the …"
is a count of 1
with the note "one of"; a fraction is a percent; a change "from 5,000 to 3,000" is two quantities with the notes "changed from"
and "changed
to". Cases: cases/figures.yml.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...findings.figure import FigureKind
from ...span import Span
from .ages import find_age
from .ages_of import aged, lasting
from .bounds import bounded, find_bound, find_trend
from .counted import (
    Phrase,
    attributive,
    counted_after,
    counted_elsewhere,
    is_plural,
    listed,
    not_long_ago,
    past_brackets,
    what_changes,
    with_plural_head,
)
from .not_quantities import is_date, is_name_or_date
from .numerals import Numeral, number_words, read_numeral
from .pieces import Pieces
from .places_and_scores import read_rank, read_score
from .quantity import Quantity
from .ranges import Measured, measured, read_range, read_share
from .units import past_rate, unit_after
from .word_lists import HYPHENS, words_of

# at most two words between the two ends of a change: "from 21 mpg combined to 23"
_TO, _FROM = re.compile(r"(?: [a-z]+){0,2} to "), re.compile(r"(?: [a-z]+){0,2} from ")

__all__ = ["Quantity", "find_quantities"]


def find_quantities(text: str, *, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Give every quantity in `text[start:end]`, in text order, never overlapping; spans are offsets into the whole `text`."""
    pieces = Pieces(text, start, len(text) if end is None else end)
    starters, found, index, floor = _starters(), [], 0, 0
    for at, piece in enumerate(pieces.items):
        if at < index or not (piece.kind in "nf" or piece.word in starters):
            continue
        quantity, index = _read(pieces, at, floor)
        if quantity is not None:
            found.append(quantity)
            floor = index
    return _changes_marked(found, pieces.text)


def _starters() -> frozenset[str]:
    begin = ("unit", "teen", "tens", "vague", "loose", "ordinal")
    return frozenset(
        [word for word, row in number_words().items() if row["role"] in begin] + ["a", "an", "half", "no", "nos", "number", "№"]
    )


def _read(pieces: Pieces, at: int, floor: int) -> tuple[Quantity | None, int]:
    """Give the quantity whose numeral starts here, if any, and the piece to go on from."""
    if pieces.word(at) in ("no", "nos", "number", "№"):
        return read_rank(pieces, at)
    numeral = read_numeral(pieces, at)
    if numeral is None:
        return None, at + 1
    if numeral.form == "ordinal":
        return read_rank(pieces, at)
    found = read_share(pieces, numeral) or measured(pieces, numeral)
    score = read_score(pieces, found)
    if score is not None:
        return score
    joined = read_range(pieces, found)
    if _is_none(pieces, joined if joined and joined.unit else found):
        return None, numeral.stop
    found = joined or found
    return _quantity(pieces, found, floor)


def _is_none(pieces: Pieces, found: Measured) -> bool:
    numeral = found.numeral
    if numeral.form == "loose":
        phrase = counted_after(pieces, numeral.stop)
        return phrase is None or not any(pieces.word(at) in words_of("people") for at in range(phrase.first, phrase.stop))
    if found.note == "fraction":
        return False
    if (
        found.unit is not None
        and found.unit.key == "point"
        and pieces.word(numeral.first) == "one"
        and pieces.word(numeral.first - 1) == "at"
    ):
        return True  # "at one point"
    if found.unit is None:
        return is_name_or_date(pieces, numeral)
    if found.unit.edge > numeral.stop and pieces.word(numeral.first) == "one" and found.kind is FigureKind.DURATION:
        return pieces.word(numeral.stop) not in HYPHENS and pieces.word(numeral.first - 1) in ("", "the", "this", "that", "no")
    return found.stop > numeral.stop and is_date(pieces, numeral) and found.kind is not FigureKind.PERCENT


def _quantity(pieces: Pieces, found: Measured, floor: int) -> tuple[Quantity | None, int]:
    found, age = _with_age(pieces, found)
    tail, strong = _tail(pieces, found)
    bound = find_bound(pieces, found.first, found.stop, kind=found.kind, tail=tail)
    first, stop = max(bound.first, floor), max(bound.stop, tail)
    if found.unit is None and bound.stop > found.stop and (late := unit_after(pieces, replace(found.numeral, stop=bound.stop))):
        found, stop = replace(found, unit=late, kind=late.kind, stop=late.edge, note=late.kind.value), late.edge
    span = _span(pieces, first, stop)
    numeral = found.numeral
    range_ = bounded(found.low, found.high, bound, approximate=numeral.approximate or (strong and numeral.form == "words"))
    of = _of(pieces, found, first, stop, age)
    note = age or ("one of" if _is_one_of(pieces, numeral) else found.note)
    trend = _sign_trend(pieces, found) if found.signed else find_trend(pieces, bound.first, kind=found.kind)
    return (
        Quantity(
            span=span,
            number=_span(pieces, numeral.first, found.number_stop),
            kind=found.kind,
            low=range_.low,
            high=range_.high,
            unit=found.unit.key if found.unit else ("percent" if found.kind is FigureKind.PERCENT else "year" if age else None),
            approximate=range_.approximate,
            bound=range_.bound,
            of=of,
            note=note,
            trend=trend,
        ),
        stop,
    )


def _span(pieces: Pieces, first: int, stop: int) -> Span:
    return Span(pieces.at(first).start, pieces.at(stop - 1).end)


def _with_age(pieces: Pieces, found: Measured) -> tuple[Measured, str]:
    age = find_age(pieces, found)
    return (found.as_age(age.edge), age.note) if age else (found, "")


def _tail(pieces: Pieces, found: Measured) -> tuple[int, bool]:
    """Give where the phrase ends behind unit, rate and "strong", and whether it was "strong"."""
    stop = past_rate(pieces, found.stop) if found.unit else found.stop
    at = stop + 1 if pieces.word(stop) in HYPHENS and pieces.touches(stop) and pieces.touches(stop + 1) else stop
    if found.kind is FigureKind.COUNT and pieces.word(at) == "strong" and pieces.follows(at):
        return at + 1, True
    return stop, False


def _is_one_of(pieces: Pieces, numeral: Numeral) -> bool:
    return pieces.word(numeral.first) == "one" and numeral.stop == numeral.first + 1 and pieces.word(numeral.stop) == "of"


def _of(pieces: Pieces, found: Measured, first: int, stop: int, age: str) -> Span | None:
    """Give what is counted or measured: after the number, else elsewhere in its sentence."""
    phrase: Phrase | None
    if age:
        phrase = aged(pieces, first, stop, age)
    elif found.kind is FigureKind.DURATION:
        phrase = lasting(pieces, found, stop)
    elif found.kind in (FigureKind.COUNT, FigureKind.PERCENT):
        single = found.low == found.high == 1
        phrase = not_long_ago(pieces, counted_after(pieces, stop, singular=single))
        if found.kind is FigureKind.COUNT and not single:
            phrase = with_plural_head(pieces, listed(pieces, phrase) if phrase else None)
        if found.kind is FigureKind.PERCENT:
            phrase = what_changes(pieces, phrase)
        if phrase is None and found.kind is FigureKind.PERCENT and pieces.word(stop) == "in":
            phrase = None
        elif phrase is None:
            phrase = counted_elsewhere(pieces, first, stop)
    elif found.kind in (FigureKind.MONEY, FigureKind.MEASURE):
        at = past_brackets(pieces, stop)
        at = past_rate(pieces, at)
        is_place = pieces.word(at) == "in" and pieces.is_capital(at + 1) and not is_plural(pieces.word(at + 1))
        at = at + 1 if pieces.word(at) in ("in", "worth") and found.kind is FigureKind.MONEY and not is_place else at
        phrase = counted_after(pieces, at)
        if at == stop and pieces.word(stop) != "of":
            phrase = None if pieces.word(stop) in words_of("dimensions") else attributive(pieces, first, phrase)
    else:
        phrase = None
    return _span(pieces, phrase.first, phrase.stop) if phrase else None


def _sign_trend(pieces: Pieces, found: Measured) -> str:
    if found.kind is FigureKind.MEASURE and found.unit is not None and found.unit.key != "point":
        return ""
    return "up" if pieces.word(found.first) == "+" else "down"


def _changes_marked(found: list[Quantity], text: str) -> list[Quantity]:
    """Name the two ends of a change in their notes: "from 240 to 273", "to 138 tonnes from 212"."""
    for at, (one, other) in enumerate(zip(found, found[1:], strict=False)):
        between = text[one.span.end : other.span.start].lower() if other.span.start - one.span.end < 24 else ""
        before = text[max(0, one.span.start - 6) : one.span.start].lower().split()[-1:]
        if before == ["from"] and _TO.fullmatch(between):
            found[at], found[at + 1] = replace(one, note="changed from"), replace(other, note="changed to")
        elif before == ["to"] and _FROM.fullmatch(between):
            found[at], found[at + 1] = replace(one, note="changed to"), replace(other, note="changed from")
    return found
