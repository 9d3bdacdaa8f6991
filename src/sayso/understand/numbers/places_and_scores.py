"""Places in an order ("24th", "the fourth-largest", "No. 2") and results of games and votes ("3-1", "a 52-48 vote")."""

from __future__ import annotations

from ...findings.figure import FigureKind
from ...span import Span
from .not_quantities import is_date
from .numerals import Numeral, read_numeral
from .pieces import Pieces
from .quantity import Quantity
from .ranges import Measured
from .word_lists import DASHES, HYPHENS, words_of

_SCORE_REACH = 10
_MOST_POINTS = 250  # in a score; more is a range, a date or an identifier


def read_rank(pieces: Pieces, at: int) -> tuple[Quantity | None, int]:
    """Give the rank that starts here, if it is one, and the piece to go on from."""
    if pieces.word(at) in ("no", "nos", "number", "№"):
        return _numbered(pieces, at)
    numeral = read_numeral(pieces, at)
    if numeral is None or not _is_rank(pieces, numeral):
        return None, at + 1
    stop = numeral.stop
    if pieces.word(stop) in HYPHENS and pieces.word(stop + 1).endswith("est") and pieces.touches(stop + 1):
        stop += 2
    return _quantity(pieces, numeral, at, stop), stop


def _numbered(pieces: Pieces, at: int) -> tuple[Quantity | None, int]:
    """Read "No. 2", "number two"."""
    number = at + 2 if pieces.word(at + 1) == "." else at + 1
    numeral = read_numeral(pieces, number)
    shape = pieces.at(at).text in ("No", "Nos", "№") or pieces.word(at) == "number"
    if (
        numeral is None
        or not shape
        or numeral.scaled
        or not isinstance(numeral.low, int)
        or numeral.low > 1000
        or not pieces.follows(number)
    ):
        return None, at + 1
    named = pieces.follows(at) and (pieces.is_capital(at - 1) or pieces.word(at - 1) in words_of("identifiers"))
    if named and pieces.word(at) != "number":
        return None, numeral.stop
    if numeral.form not in ("digits", "words") or (numeral.form == "words" and pieces.word(at) != "number"):
        return None, at + 1
    return _quantity(pieces, numeral, at, numeral.stop), numeral.stop


def _is_rank(pieces: Pieces, numeral: Numeral) -> bool:
    before, after = pieces.word(numeral.first - 1), numeral.stop
    tight = pieces.word(after) in HYPHENS and pieces.touches(after) and pieces.touches(after + 1)
    following = pieces.word(after + 1) if tight else pieces.word(after)
    if (
        before in words_of("months")
        or following in words_of("months")
        or (following == "of" and pieces.word(after + 1) in words_of("months"))
        or pieces.word(numeral.first - 2) in words_of("months")
    ):
        return False
    if (
        following in words_of("ordinal names")
        or pieces.is_capital(after)
        or (before in HYPHENS and pieces.touches(numeral.first))
    ):
        return False
    if pieces.is_capital(numeral.first) and not pieces.opens_sentence(numeral.first):
        return False
    if following in words_of("rank nouns") or following.endswith("est"):
        return pieces.follows(after)
    if before in ("ranked", "ranks", "finished", "placed", "rank", "came", "comes", "ranking"):
        return True
    ahead = {pieces.word(at) for at in range(after + 1, after + 7)}
    if before == "the" and pieces.at(numeral.first).kind == "w" and numeral.low > 2 and pieces.at(after).kind == "w":
        return following not in words_of("closed") and bool(ahead & {"to", "that", "who", "killed", "since"})
    return (
        pieces.at(numeral.first).kind == "n"
        and pieces.at(after).kind == "w"
        and before in ("the", "a", "its", "his", "her", "their", "in")
    )


def _quantity(pieces: Pieces, numeral: Numeral, first: int, stop: int) -> Quantity:
    span = Span(pieces.at(first).start, pieces.at(stop - 1).end)
    number = Span(pieces.at(numeral.first).start, pieces.at(numeral.stop - 1).end)
    value = numeral.low
    return Quantity(span, number, FigureKind.RANK, value, value, None, approximate=False, bound="=", of=None, note="rank")


def read_score(pieces: Pieces, one: Measured) -> tuple[Quantity | None, int] | None:
    """Give the score that starts here and where to go on; (None, …) for two joined numbers that are no quantity; None for
    neither."""
    first, low = one.numeral.first, one.low
    joined = _joined_number(pieces, one)
    if joined is None or not (isinstance(low, int) and isinstance(joined.low, int)):
        return None
    stop, high = joined.stop, joined.low
    padded = pieces.at(joined.first).text[0] == "0" and high > 0
    if _is_chain(pieces, first, stop) or is_date(pieces, one.numeral) or padded:
        return None, stop
    if max(low, high) <= _MOST_POINTS and _has_cue(pieces, first, stop):
        span = Span(pieces.at(first).start, pieces.at(stop - 1).end)
        less, more = sorted((low, high))
        return Quantity(span, span, FigureKind.SCORE, less, more, None, approximate=False, bound="=", of=None, note="score"), stop
    return None if _may_be_range(pieces, one, joined) else (None, stop)


def _joined_number(pieces: Pieces, one: Measured) -> Numeral | None:
    """Give the bare number behind a dash or "-to-" that touches the first."""
    dash = one.numeral.stop
    if (
        one.unit is not None
        or one.numeral.form not in ("digits", "words")
        or one.numeral.scaled
        or pieces.word(dash) not in DASHES
    ):
        return None
    if pieces.word(dash + 1) == "to" and pieces.touches(dash) and pieces.touches(dash + 1) and pieces.word(dash + 2) in DASHES:
        dash += 2
    if not (pieces.touches(dash) and pieces.touches(dash + 1)) or pieces.at(dash + 1).kind not in "nw":
        return None
    other = read_numeral(pieces, dash + 1)
    return None if other is None or other.scaled or other.form not in ("digits", "words") else other


def _may_be_range(pieces: Pieces, one: Measured, other: Numeral) -> bool:
    """Tell "3-5 soldiers", "10-12%" from addresses, seasons and codes."""
    following, comma = pieces.at(other.stop), "," in pieces.at(one.numeral.first).text
    noun = (
        following.kind == "w"
        and following.text[0].islower()
        and following.word not in words_of("closed")
        and pieces.follows(other.stop)
    )
    sign = (following.kind == "s" and following.word in "%°") or (pieces.touches(other.stop) and following.kind == "w")
    seasons = one.low >= 1500 and (other.low < 100 or other.low >= 1500) and not comma
    return (noun or sign or comma) and one.low < other.low and not seasons


def _is_chain(pieces: Pieces, first: int, stop: int) -> bool:
    joined = pieces.word(stop) in DASHES | {"/"} and pieces.touches(stop) and pieces.at(stop + 1).kind == "n"
    return joined or (pieces.word(first - 1) in HYPHENS | {"/"} and pieces.touches(first) and pieces.at(first - 2).kind in "nw")


def _has_cue(pieces: Pieces, first: int, stop: int) -> bool:
    before = range(max(0, first - _SCORE_REACH), first)
    after = range(stop, stop + 4)
    unit_follows = pieces.word(stop) in ("%", "percent", "per", "million", "billion", "people")
    return not unit_follows and any(pieces.word(at) in words_of("score cues") for at in (*before, *after))
