"""Numerals that tell when, where or whom to call: years, dates, clock times, coordinates, phone numbers."""

from __future__ import annotations

from .numerals import Numeral
from .pieces import Pieces
from .word_lists import DASHES, HYPHENS, words_of


def _is_month(pieces: Pieces, at: int) -> bool:
    return pieces.word(at) in words_of("months") and (
        pieces.at(at).text[0].isupper() or pieces.is_muted or len(pieces.word(at)) > 5
    )


def is_clock_or_date(pieces: Pieces, numeral: Numeral) -> bool:
    before, after = numeral.first - 1, numeral.stop
    if (
        pieces.word(before) == ":"
        and pieces.touches(before)
        and pieces.touches(numeral.first)
        and pieces.at(before - 1).kind == "n"
    ):
        return True
    if pieces.word(after) == ":" and pieces.touches(after) and pieces.at(after + 1).kind == "n" and pieces.touches(after + 1):
        return True
    if pieces.word(after) in (
        "a.m.",
        "p.m.",
        "am",
        "pm",
        "o'clock",
        "o’clock",
        "gmt",
        "utc",
        "bst",
        "est",
        "bc",
        "ad",
        "bce",
        "ce",
        "b.c.",
        "a.d.",
    ):
        return True
    if isinstance(numeral.low, int) and numeral.low <= 31:
        back = before - 1 if pieces.word(before) == "." else before
        if _is_month(pieces, back) or _is_month(pieces, after) or (pieces.word(after) == "of" and _is_month(pieces, after + 1)):
            return pieces.word(before) not in ("least", "than", "about", "killed")
        if _is_of_other_calendar(pieces, before, after) or _in_span_of_days(pieces, numeral):
            return True
    return _is_chained(pieces, numeral) or _is_coordinate(pieces, numeral)


def _is_of_other_calendar(pieces: Pieces, before: int, after: int) -> bool:
    """Catch "16 Ramadan" and "Ramadan 16", not "20 Ramadan tents"."""
    if pieces.word(after) in words_of("other months") and pieces.is_capital(after):
        following = pieces.at(after + 1)
        return following.kind != "w" or following.word in words_of("closed") or not following.text[0].islower()
    return pieces.word(before) in words_of("other months") and pieces.is_capital(before)


def _is_coordinate(pieces: Pieces, numeral: Numeral) -> bool:
    """Catch degrees, minutes and seconds of arc and bare decimal coordinates ("33°30′21″N", "33.505716")."""
    after = numeral.stop
    if pieces.word(after) in ("′", "″") and pieces.touches(after):
        return True
    if (
        pieces.word(after) == "°"
        and pieces.touches(after + 1)
        and (pieces.at(after + 1).kind == "n" or pieces.at(after + 1).text in ("N", "S", "E", "W"))
    ):
        return True
    decimals = pieces.at(numeral.first).text.partition(".")[2]
    return len(decimals) > 4 and not numeral.scaled and pieces.at(after).kind != "w"


def _in_span_of_days(pieces: Pieces, numeral: Numeral) -> bool:
    """Catch the other end of "Sept. 20-24", "5 and 6 October", "Oct 18, 19 and 20"."""
    joiners = DASHES | {"and", "to", "or", ",", "&"}
    after, before = numeral.stop, numeral.first - 1
    if (
        pieces.word(after) in joiners
        and pieces.at(after + 1).kind == "n"
        and len(pieces.at(after + 1).text) <= 2
        and _is_month(pieces, after + 2)
    ):
        return True
    counts = pieces.at(after).kind == "w" and (pieces.word(after) == "of" or pieces.word(after) not in words_of("closed"))
    if (
        not counts
        and pieces.word(before) in joiners
        and pieces.at(before - 1).kind == "n"
        and len(pieces.at(before - 1).text) <= 2
    ):
        back = before - 2
        return _is_month(pieces, back - 1 if pieces.word(back) == "." else back)
    return False


def _is_chained(pieces: Pieces, numeral: Numeral) -> bool:
    """Catch phone numbers and numeric dates: three numbers joined by hyphens, slashes or points ("2024-10-24", "555-0100-22")."""
    joiners = HYPHENS | {"/", "."}

    def linked(at: int) -> bool:
        return (
            pieces.word(at) in joiners
            and pieces.touches(at)
            and pieces.touches(at + 1)
            and pieces.at(at + 1).kind == "n"
            and pieces.at(at - 1).kind == "n"
        )

    after, before = numeral.stop, numeral.first - 1
    if (not numeral.scaled and _run_of_digits(pieces, numeral) > 2) or (
        len(pieces.at(numeral.first).text) > 1
        and pieces.at(numeral.first).text.isdigit()
        and pieces.at(numeral.first).text[0] == "0"
    ):
        return True
    ahead = linked(after) and (linked(after + 2) or linked(before))
    behind = linked(before) and linked(before - 2)
    plus = pieces.word(before) == "+" and pieces.at(numeral.first).text.isdigit() and pieces.at(after).kind == "n"
    return ahead or behind or plus


def _run_of_digits(pieces: Pieces, numeral: Numeral) -> int:
    """Count bare numbers in a row around this one, with at most a hyphen or a bracket between; stops at four."""
    count = 1
    for step, edge in ((1, numeral.stop), (-1, numeral.first - 1)):
        at = edge
        while count < 4:
            at += step if pieces.word(at) in HYPHENS | {"(", ")"} else 0
            if pieces.at(at).kind != "n" or not pieces.at(at).text.isdigit() or not pieces.follows(max(at, at - step)):
                break
            count, at = count + 1, at + step
    return count


# What stands before a count and never before a year.
_BEFORE_COUNTS = frozenset(["than", "least", "some", "roughly", "approximately", "nearly", "almost", "killed", "killing", "most"])


def is_year(pieces: Pieces, numeral: Numeral) -> bool:
    """Tell a year from a count: four bare digits from 1000 to 2100, unless what follows is plainly counted."""
    text = pieces.at(numeral.first).text
    if (
        len(text) != 4
        or not text.isdigit()
        or numeral.scaled
        or not 1000 <= numeral.low <= 2100
        or numeral.stop != numeral.first + 1
    ):
        return False
    before, following = pieces.word(numeral.first - 1), pieces.at(numeral.stop)
    if _is_month(pieces, numeral.first - 1):
        return True
    counted = following.kind == "w" and following.text[0].islower() and pieces.follows(numeral.stop)
    if counted and following.word in words_of("people"):
        return before in ("in", "since", "the", "of") and numeral.low > 1900 and numeral.low % 100 != 0
    if (counted or numeral.low < 1900 or numeral.low % 100 == 0) and before in _BEFORE_COUNTS:
        return False
    if before == "from" and pieces.word(numeral.stop) == "to" and _is_year_to_count(pieces, numeral.stop + 1):
        return False
    plural = (
        counted
        and following.word.endswith("s")
        and not following.word.endswith(("ss", "us", "is"))
        and following.word not in words_of("closed")
    )
    if (
        plural
        and (numeral.low < 1900 or numeral.low % 100 == 0)
        and (before not in words_of("year cues") or before in ("to", "and", "from", "about", "around", "nearly"))
    ):
        return False
    return not (numeral.low < 1500 and before not in words_of("year cues") and not _is_month(pieces, numeral.first - 1))


def _is_year_to_count(pieces: Pieces, at: int) -> bool:
    """Tell whether a plural is counted at the far end of "from 1000 to 2000 hires"."""
    return (
        pieces.at(at).kind == "n"
        and pieces.word(at + 1).endswith("s")
        and pieces.at(at + 1).kind == "w"
        and pieces.word(at + 1) not in words_of("closed")
    )
