"""Ages: "a 34-year-old", "aged 12", "Marta Olsen, 34, said", "who was 10" — and what only looks like one ("a two-year-old
war")."""

from __future__ import annotations

from dataclasses import dataclass

from ...findings.figure import FigureKind
from .counted import is_plural
from .pieces import Pieces
from .ranges import Measured
from .word_lists import HYPHENS, words_of

_OF_AN_AGE = frozenset("man woman boy girl lad youth youngster child teenager pensioner".split())
_OLDEST = 115  # years; above it a number beside a name is no age


@dataclass(frozen=True, slots=True)
class Age:
    """The rule that sees an age, and the piece where its words end."""

    note: str
    edge: int


def find_age(pieces: Pieces, found: Measured) -> Age | None:
    """Give the age a number is, None where it is none."""
    if found.kind is FigureKind.DURATION and found.unit is not None:
        return _years_old(pieces, found.stop)
    if found.unit is not None or found.kind is not FigureKind.COUNT or not 0 < found.low <= _OLDEST or found.numeral.scaled:
        return None
    first, stop = found.first, found.stop
    if pieces.word(first - 1) in ("between", "about", "around", "just", "under", "over") and pieces.word(first - 2) in (
        "aged",
        "ages",
    ):
        return Age("aged", stop)
    if pieces.word(first - 1) in ("aged", "age", "ages") or (
        pieces.word(first - 1) == "of" and pieces.word(first - 2) in ("age", "ages")
    ):
        return Age("aged", stop)
    if _is_person_of(pieces, first, stop):
        return Age("person of", stop)
    if pieces.word(first - 1) in ("and", "to") and pieces.word(first - 3) == "of" and pieces.word(first - 4) == "ages":
        return Age("aged", stop)
    if _is_apposed(pieces, first, stop) and found.low == found.high:
        return Age("name, number", stop)
    if (
        pieces.word(first - 1) == "at"
        and pieces.word(stop) == ","
        and pieces.word(stop + 1) in ("he", "she")
        and stop == first + 1
    ):
        return Age("at number", stop)
    return Age("was number", stop) if _is_said_of_person(pieces, first, stop) and found.low == found.high else None


def _is_person_of(pieces: Pieces, first: int, stop: int) -> bool:
    """Tell "a man of 25", "a girl of nine", nothing counted behind; "a mother of four" has children."""
    if pieces.word(first - 1) != "of" or pieces.word(first - 2) not in _OF_AN_AGE:
        return False
    after = pieces.at(stop)
    return after.kind != "w" or not pieces.follows(stop) or not is_plural(after.word)


def _years_old(pieces: Pieces, stop: int) -> Age | None:
    """Read "-year-old" and "years old"; of wars and laws it is how long they have lasted."""
    at = stop + 1 if pieces.word(stop) in HYPHENS and pieces.touches(stop) else stop
    if pieces.word(at) not in ("old", "olds") or not pieces.follows(at):
        return None
    after = at + 1
    for place in range(after, after + 4):
        if pieces.at(place).kind != "w" or pieces.word(place) in words_of("closed"):
            break
        if pieces.word(place) in words_of("people"):
            return Age("years old", at + 1)
    return None if pieces.word(after) in words_of("aged things") else Age("years old", at + 1)


def _is_apposed(pieces: Pieces, first: int, stop: int) -> bool:
    """Tell "Marta Olsen, 34, told": a name, the number in digits between commas."""
    named = pieces.is_capital(first - 2)
    role = pieces.at(first - 2).kind == "w" and pieces.word(first - 2) not in words_of("closed") and pieces.word(stop) == ","
    number = pieces.at(first).text
    if not named and not (role and len(number) == 2 and number > "15"):
        return False
    if pieces.word(first - 1) != "," or pieces.at(first).kind != "n" or stop != first + 1:
        return False
    closed = pieces.word(stop) in (",", ".", ";", ")") or pieces.word(stop) in ("of", "from", "who", "told", "said", "was", "and")
    return closed and pieces.word(first - 2) not in words_of("months") and "." not in pieces.at(first).text


def _is_said_of_person(pieces: Pieces, first: int, stop: int) -> bool:
    """Tell "who was 10", "he is 34" at the end of a clause."""
    if pieces.word(first - 1) in ("turn", "turning", "turns", "turned") and pieces.at(first).kind == "n":
        return pieces.word(stop) in (
            ",",
            ".",
            ";",
            "when",
            "and",
            ")",
            "",
            "”",
            '"',
            "prior",
            "before",
            "this",
            "next",
            "last",
            "in",
            "on",
            "by",
        )
    person = pieces.word(first - 2) in ("he", "she", "who")
    ends = pieces.word(stop) in (",", ".", ";", "when", "and", "at", ")", "", "”", '"')
    return person and pieces.word(first - 1) in ("was", "is", "turned", "turns") and ends
