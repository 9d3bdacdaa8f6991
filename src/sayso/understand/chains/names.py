"""Two names → do they name the same? By their words alone: surname, short form, initials; nothing is known of the world here."""

from __future__ import annotations

from functools import cache

from ...findings.mention import Label
from ...lexicons import entries
from ..known.offices import office_word
from .mention import Being, Mention

# Words of a name that do not tell it from another.
_LOOSE = frozenset(
    "the a an of and for in on at de la le von van al el bin mr mrs ms miss dr dear sir prof professor jr sr".split()
)
# Tails that make another name of the same: "Norway women", "Party leader" are not Norway and Party.
_SUFFIXES = frozenset("inc corp ltd llc plc co company corporation group".split())


# Words before an office or rank that belong to it: "Vice President Okoro", "Chief Justice Lind".
_OF_RANK = frozenset("vice chief deputy prime foreign former acting senior associate assistant first lady madam".split())


@cache
def _titles() -> frozenset[str]:
    return frozenset(word for row in entries("en/name_words") if row["key"] == "title" for word in row["words"])


def without_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give the name of a person without the ranks, offices and forms of address before it."""
    first = 0
    while first + 1 < len(words) and _is_rank(words[first]):
        first += 1
    return words[first:]


def _is_rank(word: str) -> bool:
    return word in _OF_RANK or word in _titles() or office_word(word) is not None


def telling(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words that tell a name from others, in order."""
    kept = tuple(stripped for word in words if (stripped := word.strip(".")) and stripped not in _LOOSE)
    return kept or tuple(word.strip(".") for word in words)


def initials(words: tuple[str, ...]) -> str:
    """Give the first letters of a name of several words, "" of a name of one."""
    kept = telling(words)
    return "".join(word[0] for word in kept) if len(kept) > 1 else ""


def is_same_name(later: Mention, earlier: Mention) -> bool:
    """Tell whether a later name is an earlier one, whole or short: "Ms Okoro" after "Ada Okoro", "WHO" after its full name."""
    ours, theirs = telling(later.words), telling(earlier.words)
    if not ours or not theirs or (later.gender and earlier.gender and later.gender != earlier.gender):
        return False
    if ours == theirs and Label.NORP not in (later.label, earlier.label):
        return True
    if _clash(later, earlier):
        return False
    if ours == theirs:
        return True
    if Being.PERSON in (later.being, earlier.being):
        return _same_person(without_titles(ours), without_titles(theirs))
    if len(ours) == 1 and len(theirs) > 1 and ours[0] == initials(earlier.words):
        return True
    if len(theirs) == 1 and len(ours) > 1 and theirs[0] == initials(later.words):
        return True
    return tuple(w for w in ours if w not in _SUFFIXES) == tuple(w for w in theirs if w not in _SUFFIXES)


def _clash(one: Mention, other: Mention) -> bool:
    if one.number and other.number and one.number != other.number:
        return True
    beings = {one.being, other.being} - {Being.UNKNOWN}
    if one.label is Label.NORP or other.label is Label.NORP:
        return one.label is not other.label
    return len(beings) == 2 and Being.PERSON in beings


def _same_person(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    short, long = sorted((ours, theirs), key=len)
    if len(short) == 1:
        return short[0] in (long[-1], long[0]) or (len(long) > 2 and short[0] in long)
    if short[-1] != long[-1]:
        return False
    one, other = short[0], long[0]
    is_initial = 1 in (len(one), len(other)) and one[0] == other[0]
    return one[:2] == other[:2] or is_initial or set(short) <= set(long)
