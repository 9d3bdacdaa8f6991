"""Whose an age is, and what a length of time is of, by the words beside it: "a 40-year-old bridge", "Marta Olsen, 34,", "a three-week tour",
"two years of drought". Pieces in, a phrase out; empty rather than wrong."""

from __future__ import annotations

from .counted import Phrase, after_of, noun_phrase
from .pieces import Pieces
from .ranges import Measured
from .word_lists import HYPHENS, words_of

_LONGEST_NAME = 4


def aged(pieces: Pieces, first: int, stop: int, note: str) -> Phrase | None:
    """Give whom or what an age is of."""
    if note == "years old":
        after = _behind(pieces, stop)
        if after is not None and pieces.word(after.stop) == "," and pieces.is_capital(after.stop - 1):
            person = next((at for at in range(after.stop, after.stop + 6) if pieces.word(at) in words_of("people")), None)
            return Phrase(person, person + 1) if person is not None else after  # "a 55-year-old Elsk, Md. man"
        return _up_to_person(pieces, _behind(pieces, stop))
    if note == "name, number":
        return _named_before(pieces, first - 1)
    if note == "person of":
        is_of_state = (
            pieces.is_capital(first - 3) and pieces.follows(first - 2) and pieces.word(first - 3) not in words_of("closed")
        )
        return Phrase(first - 3 if is_of_state else first - 2, first - 1)
    if note == "aged":
        at = next((at for at in range(first - 1, first - 4, -1) if pieces.word(at) in ("aged", "ages")), -1)
        return _named_before(pieces, at - 1 if pieces.word(at - 1) == "," else at) if at > 0 else None
    return None


def lasting(pieces: Pieces, found: Measured, stop: int) -> Phrase | None:
    """Give what lasts so long: after a hyphened or singular unit, or behind "of"."""
    if pieces.word(stop) == "of" and pieces.follows(stop):
        return after_of(pieces, stop + 1) if pieces.word(stop + 1) not in ("age", "ages", "it", "that", "this") else None
    if pieces.word(stop) == "in" and pieces.word(stop + 1) in words_of("kept in") and pieces.follows(stop):
        return Phrase(stop + 1, stop + 2)
    if pieces.word(stop) in ("detention", "imprisonment", "probation", "custody") and pieces.follows(stop):
        return Phrase(stop, stop + 1)
    if pieces.word(stop) in HYPHENS and pieces.word(stop + 1) == "old":
        return _behind(pieces, stop + 2)
    is_joined = pieces.word(found.numeral.stop) in HYPHENS or found.low != 1
    return _behind(pieces, stop) if is_joined and not pieces.word(stop - 1).endswith("s") else None


def _behind(pieces: Pieces, stop: int) -> Phrase | None:
    at = stop
    if pieces.at(at).kind != "w" or not pieces.follows(at) or pieces.word(at) in ("old", "long"):
        return None
    return noun_phrase(pieces, at, singular=True)


def _up_to_person(pieces: Pieces, phrase: Phrase | None) -> Phrase | None:
    """Give the phrase up to the first word for a person or possessor, where one stands in it: "man entered parliament", "son's backpack"."""
    if phrase is None:
        return None
    owner = next((at for at in range(phrase.first, phrase.stop) if pieces.word(at).endswith(("'s", "’s"))), None)
    if owner is not None:
        return Phrase(phrase.first, owner + 1)
    people = (at for at in range(phrase.first, phrase.stop) if pieces.word(at) in words_of("people"))
    at = next((at for at in people if not (at + 1 < phrase.stop and pieces.word(at + 1) in words_of("people"))), None)
    return phrase if at is None else Phrase(phrase.first, at + 1)


def _named_before(pieces: Pieces, stop: int) -> Phrase | None:
    """Give the name, or the one common noun, that ends before this piece."""
    first = stop
    while first > 0 and stop - first < _LONGEST_NAME and pieces.follows(first) and _is_of_name(pieces, first - 1):
        first -= 1
    if first < stop:
        return Phrase(first, stop)
    word = pieces.at(stop - 1)
    is_noun = word.kind == "w" and word.word not in words_of("closed") and word.word not in words_of("verbs")
    return Phrase(stop - 1, stop) if is_noun else None


def _is_of_name(pieces: Pieces, at: int) -> bool:
    return pieces.is_capital(at) and pieces.word(at) not in words_of("closed")
