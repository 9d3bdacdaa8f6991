"""Numerals that count nothing: years, dates, clock times, phone numbers, names, list numbers, identifiers, "one" as a pronoun.

`is_name_or_date` looks a few pieces to either side and no further, so a text of any length is read in linear time.
"""

from __future__ import annotations

from .calendar_numbers import is_clock_or_date, is_year
from .numerals import Numeral, read_numeral
from .pieces import Pieces
from .word_lists import HYPHENS, words_of


def is_name_or_date(pieces: Pieces, numeral: Numeral) -> bool:
    """Tell whether a numeral without unit, currency or percent is no quantity."""
    if numeral.form == "ordinal":
        return False
    if pieces.at(numeral.first).kind == "n":
        return (
            _is_stuck(pieces, numeral)
            or is_clock_or_date(pieces, numeral)
            or is_year(pieces, numeral)
            or _is_labelled(pieces, numeral)
            or _is_listed(pieces, numeral)
        )
    return _is_word_name(pieces, numeral)


def is_date(pieces: Pieces, numeral: Numeral) -> bool:
    """Tell whether the numeral is part of a date, time or phone number even if something like a unit follows."""
    return pieces.at(numeral.first).kind == "n" and is_clock_or_date(pieces, numeral)


def _is_stuck(pieces: Pieces, numeral: Numeral) -> bool:
    """Catch "F-16", "COVID-19", "5G", "49ers", "737-800", "x4", "24/7": a numeral that touches letters or slashes."""
    before, after = numeral.first - 1, numeral.stop
    if pieces.touches(numeral.first) and pieces.at(before).kind == "w":
        return True
    if pieces.touches(numeral.first) and pieces.word(before) in ("/", "#", "@", "_", "\\", "№"):
        return True
    if (
        pieces.touches(numeral.first)
        and pieces.word(before) == "+"
        and pieces.touches(before)
        and pieces.at(before - 1).kind == "w"
    ):
        return True
    if pieces.touches(numeral.first) and pieces.word(before) in HYPHENS and pieces.touches(before):
        return pieces.at(before - 1).kind == "w" and pieces.word(before - 1) not in ("sub", "to", "minus", "or")
    if pieces.touches(numeral.first) and pieces.word(before) in ("'", "’", "‘"):
        decade = len(pieces.at(numeral.first).text) == 2 and (pieces.at(after).kind != "w" or pieces.word(after) == "s")
        if pieces.touches(before) or decade:
            return True
    if pieces.touches(after) and pieces.at(after).kind in "wn" and pieces.word(after) != "":
        return True
    if pieces.touches(after) and pieces.word(after) in ("'", "’") and pieces.touches(after + 1):
        return pieces.word(after + 1) == "s" or pieces.at(after + 1).kind == "n"
    if pieces.touches(after) and pieces.word(after) in ("/", "_", "@", "&", "\\") and pieces.touches(after + 1):
        return True
    return pieces.word(before) in (".", ",") and pieces.touches(numeral.first) and pieces.touches(before)


def _is_labelled(pieces: Pieces, numeral: Numeral) -> bool:
    """Catch "Article 5", "category 4", "Boeing 737", "FTSE 100", "Group of 20", "49 Zorro Road"."""
    before, at = pieces.word(numeral.first - 1), numeral.first - 1
    if not pieces.follows(numeral.first):
        before = ""
    if (
        before == "of"
        and pieces.word(at - 1) in ("group", "class", "round", "best", "last")
        and (pieces.is_capital(at - 1) or pieces.word(at - 1) in ("round", "best", "last"))
    ):
        return True
    if before == "." and pieces.word(at - 1) in ("no", "nos") and pieces.is_capital(at - 1) and pieces.touches(at):
        return True  # "Law No. 6172"
    if before == "day" and pieces.word(numeral.stop) in ("of", ",", "."):
        return True
    if (
        before in words_of("identifiers")
        and not _is_when(pieces, at)
        and not numeral.scaled
        and "," not in pieces.at(numeral.first).text
    ):
        return not (before == "group" and pieces.is_capital(at) is False)
    if before in ("top", "bottom", "no", "nos", "under-", "v", "version") and pieces.word(numeral.stop) not in words_of("people"):
        return True
    after = pieces.at(numeral.stop)
    if after.word == "block" and pieces.word(numeral.stop + 1) in ("of", "on") and numeral.low % 100 == 0:
        return True  # "the 500 block of Elm Street"
    if _is_addressed(pieces, numeral.stop) or after.word in ("zip", "postcode"):
        return True
    if pieces.at(numeral.first).text in words_of("type numbers") and (
        pieces.is_capital(numeral.stop) or after.word in ("jet", "jets", "airliner")
    ):
        return True
    if numeral.scaled or not pieces.is_capital(at) or not before or before in words_of("months") | words_of("weekdays"):
        return False
    if pieces.opens_sentence(at):
        return after.word in "+-−–" and after.word != "" and before not in words_of("closed")
    return not _counts_on(pieces, numeral, at)


def _is_when(pieces: Pieces, at: int) -> bool:
    """Tell "so far this year 768 bodies" from "year 7"."""
    opens = ("this", "last", "next", "that", "a", "per", "each", "every", "same", "previous", "past")
    return pieces.word(at) in ("day", "week", "year", "season", "month") and pieces.word(at - 1) in opens


def _is_addressed(pieces: Pieces, after: int) -> bool:
    """Tell whether a street name follows: up to three capitals, then Street, Road, …"""
    for at in range(after, after + 4):
        if pieces.word(at) in words_of("address") and pieces.is_capital(at):
            return True
        if not pieces.is_capital(at):
            return False
    return False


def _counts_on(pieces: Pieces, numeral: Numeral, name: int) -> bool:
    """Tell "In Gaza 40 people", "sold Peru 40 tanks" from "Boeing 737 jets": people follow, or a preposition that opens the sentence or a verb
    of giving stands before the name."""
    following = pieces.at(numeral.stop)
    if following.word in words_of("people") or following.word == "times" or "," in pieces.at(numeral.first).text:
        return True
    while name > 0 and pieces.is_capital(name) and numeral.first - name < 4:
        name -= 1
    opener = pieces.word(name)
    lower = following.kind == "w" and following.text[0].islower() and following.word not in words_of("closed")
    if opener in words_of("giving") and (lower or any(sign.isdigit() for sign in following.text)):
        return _has_plural(pieces, numeral.stop)
    return lower and following.word.endswith("s") and opener in words_of("place openers")


def _has_plural(pieces: Pieces, at: int) -> bool:
    """Tell whether the words that follow reach a plural noun: "attack drones"."""
    for place in range(at, at + 6):
        word = pieces.at(place)
        if word.word in HYPHENS or word.word == "/":
            continue
        if word.kind != "w" or word.word in words_of("closed"):
            return False
        if word.word in words_of("plurals") or (word.word.endswith("s") and not word.word.endswith(("ss", "us", "is"))):
            return True
    return False


def _is_listed(pieces: Pieces, numeral: Numeral) -> bool:
    """Catch "(4)", "[12]" and a list number at the head of a line ("1. ", "2) ")."""
    before, after = pieces.word(numeral.first - 1), pieces.word(numeral.stop)
    if before in ("(", "[") and after in (")", "]"):
        return True
    heads = numeral.first == 0 or "\n" in pieces.text[pieces.at(numeral.first - 1).end : pieces.at(numeral.first).start]
    if heads and after in (".", ")", ":") and pieces.touches(numeral.stop) and numeral.stop == numeral.first + 1:
        return True
    if (
        before == "."
        and after == "."
        and pieces.touches(numeral.stop)
        and pieces.is_capital(numeral.stop + 1)
        and numeral.low < 100
    ):
        return True
    return before == ":" and pieces.is_capital(numeral.stop) and numeral.low <= 10


def _is_word_name(pieces: Pieces, numeral: Numeral) -> bool:
    """Catch numerals in words that are names or pronouns: "Formula One", "the Six Day War", "no one", "Group of Seven"."""
    first, word = numeral.first, pieces.word(numeral.first)
    if (
        pieces.word(first - 1) in HYPHENS
        and pieces.touches(first)
        and pieces.touches(first - 1)
        and pieces.at(first - 2).kind == "w"
    ):
        return True
    if _is_spoken_year(pieces, numeral):
        return True
    if word == "one" and numeral.stop == first + 1 and not numeral.scaled:
        return _is_pronoun(pieces, first)
    if pieces.word(first - 1) == "of" and pieces.word(first - 2) == "group" and pieces.is_capital(first - 2):
        return True
    if _is_hyphened_name(pieces, numeral):
        return True
    if pieces.is_capital(first) and not pieces.opens_sentence(first) and not numeral.scaled:
        return pieces.is_capital(first - 1) or pieces.is_capital(numeral.stop) or pieces.word(first - 1) == "the"
    if pieces.word(first - 1) in ("top", "bottom") or (
        pieces.word(first - 1) in words_of("identifiers") and numeral.stop == first + 1
    ):
        return pieces.follows(first)
    return word == "zero" and pieces.word(numeral.stop) in ("-", "hour", "in", "tolerance", "sum")


def _is_hyphened_name(pieces: Pieces, numeral: Numeral) -> bool:
    """Tell "the 1967 Six-Day War", "the Five-Year Plan": capitals on both sides of the hyphen."""
    at, stop = numeral.first, numeral.stop
    is_joined = pieces.word(stop) in HYPHENS and pieces.touches(stop) and pieces.touches(stop + 1)
    return is_joined and pieces.is_capital(at) and not pieces.opens_sentence(at) and pieces.is_capital(stop + 1)


def _is_spoken_year(pieces: Pieces, numeral: Numeral) -> bool:
    """Tell either half of "nineteen ninety-six"."""
    if numeral.scaled or not pieces.follows(numeral.first):
        return False
    if pieces.word(numeral.first - 1) in ("eighteen", "nineteen", "twenty") and numeral.low in range(10, 100):
        return numeral.first == 1 or pieces.word(numeral.first - 2) not in HYPHENS
    if numeral.low not in (18, 19, 20) or numeral.stop != numeral.first + 1 or not pieces.follows(numeral.stop):
        return False
    year = read_numeral(pieces, numeral.stop)
    return year is not None and year.form == "words" and not year.scaled and year.low in range(10, 100)


def _is_pronoun(pieces: Pieces, first: int) -> bool:
    before, after = pieces.word(first - 1), pieces.at(first + 1)
    if before in HYPHENS and pieces.touches(first):
        return True
    if pieces.is_capital(first) and not pieces.opens_sentence(first):
        return True
    if after.word == "of":
        return (
            pieces.word(first + 2) not in words_of("closed")
            and pieces.at(first + 2).kind == "w"
            or before in ("no", "every", "each", "any", "another")
        )
    if before in words_of("before one") and not (
        before in ("the", "only", "not", "another", "first", "last") and after.word in words_of("people")
    ):
        return True
    if (
        after.kind != "w"
        or after.word in words_of("after one")
        or after.word in words_of("closed")
        or not pieces.follows(first + 1)
    ):
        return True
    if after.word.endswith(("ed", "ing")) and (pieces.word(first + 2) in words_of("closed") or pieces.at(first + 2).kind != "w"):
        return True
    return after.word in words_of("verbs") or after.text[0].isupper() and not pieces.opens_sentence(first)
