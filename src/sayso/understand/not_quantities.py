"""Numerals that count nothing: years, dates, clock times, phone numbers, names, list numbers, identifiers, "one" as a pronoun.

`is_name_or_date` looks a few pieces to either side and no further, so a text of any length is read in linear time.
"""

from __future__ import annotations

from .numerals import Numeral
from .pieces import Pieces
from .word_lists import DASHES, HYPHENS, MONTHS, WEEKDAYS, words_of

_YEAR_CUES = frozenset(
    "in since by of from until till til during before after early late mid through throughout around circa between and to for the summer winter spring "
    "autumn fall season year fiscal election elections about nearly back".split()
)
_ONE_PRONOUN_BEFORE = frozenset(
    "no each every this that which another any some the a first last only latest good bad big new next other whole square day formula loved number minus chapter "
    "someone not old own right wrong little dear evil better same great main big".split()
)
_ONE_IDIOM_AFTER = frozenset(
    "another by who that which is was will would can could should may must has had does on in at to for and or but if when as s ’s 's with from after day side thing "
    "such time hand more cannot might ought direct bit sided off".split()
)
_PREPOSITIONS = frozenset("in at on near of from to for around inside outside across with by against between than least about over under some and".split())


def is_name_or_date(pieces: Pieces, numeral: Numeral) -> bool:
    """Tell whether a numeral without unit, currency or percent is no quantity."""
    if numeral.form == "ordinal":
        return False
    if pieces.at(numeral.first).kind == "n":
        return (
            _is_stuck(pieces, numeral)
            or _is_clock_or_date(pieces, numeral)
            or _is_year(pieces, numeral)
            or _is_labelled(pieces, numeral)
            or _is_listed(pieces, numeral)
        )
    return _is_word_name(pieces, numeral)


def is_date(pieces: Pieces, numeral: Numeral) -> bool:
    """Tell whether the numeral is part of a date, time or phone number even if something like a unit follows."""
    return pieces.at(numeral.first).kind == "n" and _is_clock_or_date(pieces, numeral)


def _is_stuck(pieces: Pieces, numeral: Numeral) -> bool:
    """Catch "F-16", "COVID-19", "5G", "49ers", "737-800", "x4", "24/7": a numeral that touches letters or slashes."""
    before, after = numeral.first - 1, numeral.stop
    if pieces.touches(numeral.first) and pieces.at(before).kind == "w":
        return True
    if pieces.touches(numeral.first) and pieces.word(before) in ("/", "#", "@", "_", "\\", "№"):
        return True
    if pieces.touches(numeral.first) and pieces.word(before) in HYPHENS and pieces.touches(before):
        return pieces.at(before - 1).kind == "w" and pieces.word(before - 1) not in ("sub", "to", "minus", "or")
    if pieces.touches(after) and pieces.at(after).kind in "wn" and pieces.word(after) != "":
        return True
    if pieces.touches(after) and pieces.word(after) in ("/", "_", "@", "&", "\\") and pieces.touches(after + 1):
        return True
    return pieces.word(before) in (".", ",") and pieces.touches(numeral.first) and pieces.touches(before)


def _is_month(pieces: Pieces, at: int) -> bool:
    return pieces.word(at) in MONTHS and pieces.is_capital(at)


def _is_clock_or_date(pieces: Pieces, numeral: Numeral) -> bool:
    before, after = numeral.first - 1, numeral.stop
    if pieces.word(before) == ":" and pieces.touches(before) and pieces.touches(numeral.first) and pieces.at(before - 1).kind == "n":
        return True
    if pieces.word(after) == ":" and pieces.touches(after) and pieces.at(after + 1).kind == "n" and pieces.touches(after + 1):
        return True
    if pieces.word(after) in ("a.m.", "p.m.", "am", "pm", "o'clock", "o’clock", "gmt", "utc", "bst", "est", "bc", "ad", "bce", "ce"):
        return True
    if isinstance(numeral.low, int) and numeral.low <= 31:
        back = before - 1 if pieces.word(before) == "." else before
        if _is_month(pieces, back) or _is_month(pieces, after) or (pieces.word(after) == "of" and _is_month(pieces, after + 1)):
            return pieces.word(before) not in ("least", "than", "about", "killed")
        if _in_span_of_days(pieces, numeral):
            return True
    return _is_chained(pieces, numeral)


def _in_span_of_days(pieces: Pieces, numeral: Numeral) -> bool:
    """Catch the other end of "Sept. 20-24", "5 and 6 October", "Oct 18, 19 and 20"."""
    joiners = DASHES | {"and", "to", "or", ",", "&"}
    after, before = numeral.stop, numeral.first - 1
    if pieces.word(after) in joiners and pieces.at(after + 1).kind == "n" and len(pieces.at(after + 1).text) <= 2 and _is_month(pieces, after + 2):
        return True
    if pieces.word(before) in joiners and pieces.at(before - 1).kind == "n" and len(pieces.at(before - 1).text) <= 2:
        back = before - 2
        return _is_month(pieces, back - 1 if pieces.word(back) == "." else back)
    return False


def _is_chained(pieces: Pieces, numeral: Numeral) -> bool:
    """Catch phone numbers and numeric dates: three numbers joined by hyphens, slashes or points ("2024-10-24", "555-0100-22")."""
    joiners = HYPHENS | {"/", "."}

    def linked(at: int) -> bool:
        return pieces.word(at) in joiners and pieces.touches(at) and pieces.touches(at + 1) and pieces.at(at + 1).kind == "n" and pieces.at(at - 1).kind == "n"

    after, before = numeral.stop, numeral.first - 1
    ahead = linked(after) and (linked(after + 2) or linked(before))
    behind = linked(before) and linked(before - 2)
    plus = pieces.word(before) == "+" and pieces.at(numeral.first).text.isdigit() and pieces.at(after).kind == "n"
    return ahead or behind or plus


def _is_year(pieces: Pieces, numeral: Numeral) -> bool:
    """Tell a year from a count: four bare digits from 1000 to 2100, unless what follows is plainly counted."""
    text = pieces.at(numeral.first).text
    if len(text) != 4 or not text.isdigit() or numeral.scaled or not 1000 <= numeral.low <= 2100 or numeral.stop != numeral.first + 1:
        return False
    before, following = pieces.word(numeral.first - 1), pieces.at(numeral.stop)
    counted = following.kind == "w" and following.text[0].islower() and pieces.follows(numeral.stop)
    if counted and following.word in words_of("people"):
        return before in ("in", "since", "the", "of") and numeral.low > 1900 and numeral.low % 100 != 0
    if before in ("than", "least", "some", "roughly", "approximately", "nearly", "almost", "killed", "killing", "killed", "most"):
        return False
    plural = counted and following.word.endswith("s") and not following.word.endswith(("ss", "us", "is")) and following.word not in words_of("closed")
    if plural and (numeral.low < 1900 or numeral.low % 100 == 0) and (before not in _YEAR_CUES or before in ("to", "and", "from", "about", "around", "nearly")):
        return False
    return not (numeral.low < 1500 and before not in _YEAR_CUES and not _is_month(pieces, numeral.first - 1))


def _is_labelled(pieces: Pieces, numeral: Numeral) -> bool:
    """Catch "Article 5", "category 4", "Boeing 737", "FTSE 100", "Group of 20", "49 Zorro Road"."""
    before, at = pieces.word(numeral.first - 1), numeral.first - 1
    if not pieces.follows(numeral.first):
        before = ""
    if before == "of" and pieces.word(at - 1) in ("group", "class", "round", "best", "last") and (pieces.is_capital(at - 1) or pieces.word(at - 1) in ("round", "best", "last")):
        return True
    if before in words_of("identifiers") and not numeral.scaled and "," not in pieces.at(numeral.first).text:
        return not (before == "group" and pieces.is_capital(at) is False)
    if before in ("top", "bottom", "no", "nos", "under-", "v", "version") and pieces.word(numeral.stop) not in words_of("people"):
        return True
    if _is_addressed(pieces, numeral.stop):
        return True
    if numeral.scaled or not pieces.is_capital(at) or not before or pieces.opens_sentence(at) or before in MONTHS | WEEKDAYS:
        return False
    return not _counts_on(pieces, numeral, at)


def _is_addressed(pieces: Pieces, after: int) -> bool:
    """Tell whether a street name follows: up to three capitals, then Street, Road, …"""
    for at in range(after, after + 4):
        if at > after and pieces.word(at) in words_of("address") and pieces.is_capital(at):
            return True
        if not pieces.is_capital(at):
            return False
    return False


def _counts_on(pieces: Pieces, numeral: Numeral, name: int) -> bool:
    """Tell "In Gaza 40 people" from "Boeing 737 jets": people follow, or a preposition opens the sentence before the name."""
    following = pieces.at(numeral.stop)
    if following.word in words_of("people") or "," in pieces.at(numeral.first).text:
        return True
    while name > 0 and pieces.is_capital(name) and numeral.first - name < 4:
        name -= 1
    opener = pieces.word(name)
    lower = following.kind == "w" and following.text[0].islower() and following.word not in words_of("closed")
    return lower and following.word.endswith("s") and opener in _PREPOSITIONS


def _is_listed(pieces: Pieces, numeral: Numeral) -> bool:
    """Catch "(4)", "[12]" and a list number at the head of a line ("1. ", "2) ")."""
    before, after = pieces.word(numeral.first - 1), pieces.word(numeral.stop)
    if before in ("(", "[") and after in (")", "]"):
        return True
    heads = numeral.first == 0 or "\n" in pieces.text[pieces.at(numeral.first - 1).end : pieces.at(numeral.first).start]
    if heads and after in (".", ")", ":") and pieces.touches(numeral.stop) and numeral.stop == numeral.first + 1:
        return True
    return before == ":" and pieces.is_capital(numeral.stop) and numeral.low <= 10


def _is_word_name(pieces: Pieces, numeral: Numeral) -> bool:
    """Catch numerals in words that are names or pronouns: "Formula One", "the Six Day War", "no one", "Group of Seven"."""
    first, word = numeral.first, pieces.word(numeral.first)
    if word == "one" and numeral.stop == first + 1 and not numeral.scaled:
        return _is_pronoun(pieces, first)
    if pieces.word(first - 1) == "of" and pieces.word(first - 2) == "group" and pieces.is_capital(first - 2):
        return True
    if pieces.is_capital(first) and not pieces.opens_sentence(first) and not numeral.scaled:
        return pieces.is_capital(first - 1) or pieces.is_capital(numeral.stop) or pieces.word(first - 1) == "the"
    if pieces.word(first - 1) in ("top", "bottom") or (pieces.word(first - 1) in words_of("identifiers") and numeral.stop == first + 1):
        return pieces.follows(first)
    return word == "zero" and pieces.word(numeral.stop) in ("-", "hour", "in", "tolerance", "sum")


def _is_pronoun(pieces: Pieces, first: int) -> bool:
    before, after = pieces.word(first - 1), pieces.at(first + 1)
    if before in HYPHENS and pieces.touches(first):
        return True
    if pieces.is_capital(first) and not pieces.opens_sentence(first):
        return True
    if after.word == "of":
        return pieces.word(first + 2) not in words_of("closed") and pieces.at(first + 2).kind == "w" or before in ("no", "every", "each", "any", "another")
    if before in _ONE_PRONOUN_BEFORE and not (before in ("the", "only", "not", "another", "first", "last") and after.word in words_of("people")):
        return True
    if after.kind != "w" or after.word in _ONE_IDIOM_AFTER or after.word in words_of("closed") or not pieces.follows(first + 1):
        return True
    return after.word in words_of("verbs") or after.text[0].isupper() and not pieces.opens_sentence(first)
