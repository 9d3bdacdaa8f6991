"""Text in, quantities out: every number that counts, measures, prices, dates back, ages, scores or ranks something, with what its words allow.

Invariant: quantities are in text order and never overlap. Each rule looks a bounded number of pieces around a numeral, so time is linear in the text.

What is decided here: "several", "a few" and "a handful of" are figures only before people or a scale ("several soldiers": 3 to 9; "a few
thousand"), since elsewhere no number stands in them; "a couple of" is 2, approximate; "few" without "a" is none; "one of the …" is a count of 1
with the note "one of"; a fraction is a percent; a change "from 5,000 to 3,000" is two quantities with the notes "changed from" and "changed
to". Cases: cases/figures.yml.
"""

from __future__ import annotations

from ..findings.figure import FigureKind
from .ages import find_age
from .bounds import bounded, find_bound, find_trend
from .counted import Phrase, counted_after, counted_elsewhere
from .not_quantities import is_date, is_name_or_date
from .numerals import Numeral, number_words, read_numeral, whole
from .pieces import Pieces
from .places_and_scores import read_rank, read_score
from .quantity import Quantity
from .ranges import Measured, measured, read_range, read_share
from .units import past_rate
from .word_lists import HYPHENS, words_of
from ..span import Span

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
    return frozenset([word for word, row in number_words().items() if row["role"] in begin] + ["a", "an", "half", "no", "nos", "number", "№"])


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
    if _is_none(pieces, found):
        return None, numeral.stop
    found = read_range(pieces, found) or found
    return _quantity(pieces, found, floor)


def _is_none(pieces: Pieces, found: Measured) -> bool:
    numeral = found.numeral
    if numeral.form == "loose":
        phrase = counted_after(pieces, numeral.stop)
        return phrase is None or not any(pieces.word(at) in words_of("people") for at in range(phrase.first, phrase.stop))
    if found.unit is None:
        return is_name_or_date(pieces, numeral)
    if found.unit.edge > numeral.stop and pieces.word(numeral.first) == "one" and found.kind is FigureKind.DURATION:
        return pieces.word(numeral.stop) not in HYPHENS and pieces.word(numeral.first - 1) in ("", "the", "this", "that", "no")
    return found.unit.edge > numeral.stop and is_date(pieces, numeral) and found.kind is not FigureKind.PERCENT


def _quantity(pieces: Pieces, found: Measured, floor: int) -> tuple[Quantity | None, int]:
    found, age = _with_age(pieces, found)
    tail, strong = _tail(pieces, found)
    bound = find_bound(pieces, found.first, found.stop, kind=found.kind, tail=tail)
    first, stop = max(bound.first, floor), max(bound.stop, tail)
    span = _span(pieces, first, stop)
    numeral = found.numeral
    range_ = bounded(found.low, found.high, bound, approximate=numeral.approximate or (strong and numeral.form == "words"))
    of = None if age else _of(pieces, found, first, stop)
    note = age or ("one of" if _is_one_of(pieces, numeral) else found.note)
    trend = find_trend(pieces, bound.first if not found.signed else found.first + 1, kind=found.kind)
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


def _of(pieces: Pieces, found: Measured, first: int, stop: int) -> Span | None:
    """Give what is counted or measured: after the number, else elsewhere in its sentence."""
    phrase: Phrase | None
    if found.kind in (FigureKind.COUNT, FigureKind.PERCENT):
        phrase = counted_after(pieces, stop, singular=found.low == found.high == 1)
        if phrase is None and found.kind is FigureKind.PERCENT and pieces.word(stop) == "in":
            phrase = None
        elif phrase is None:
            phrase = counted_elsewhere(pieces, first, stop)
    elif found.kind in (FigureKind.MONEY, FigureKind.MEASURE):
        at = stop + 1 if pieces.word(stop) in ("in", "worth") and found.kind is FigureKind.MONEY else stop
        phrase = counted_after(pieces, at)
    else:
        phrase = None
    return _span(pieces, phrase.first, phrase.stop) if phrase else None


def _changes_marked(found: list[Quantity], text: str) -> list[Quantity]:
    return found
