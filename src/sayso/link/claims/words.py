"""Words → stems and what they may tell: "the quake was strong" and "a powerful tremor" meet in the groups of lexicons/en/alike.yml."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources

from ...lexicons import entries
from ..words import irregular_forms as irregular_forms
from ..words import is_function as is_function
from ..words import stem as stem

_PARTICLES = frozenset("up down out off back away over in on into".split())
# Weight of a word that says little, as against 1 for any other. Chosen on the part `tune` of benchmarks/claims, where 0.2 to 0.4 give the same.
COMMON_WEIGHT = 0.3
LEANING_WEIGHT = 0.2


def is_common(word: str) -> bool:
    """Tell whether the word says little of what is told, being in every report."""
    return stem(word) in listed("common")


def weight_of(word: str) -> float:
    """Give how much a word says of what is told, 0..1."""
    low = stem(word)
    return LEANING_WEIGHT if low in listed("leaning") else COMMON_WEIGHT if low in listed("common") else 1.0


@cache
def listed(key: str) -> frozenset[str]:
    """Give the stems of a list of lexicons/en/claim_words.yml."""
    return frozenset(stem(word) for row in entries("en/claim_words") if row["key"] == key for word in row["words"])


def phrase_of(words: str) -> tuple[str, ...]:
    """Give the stems of a lexicon's words as `groups_in` meets them in a text."""
    return tuple(stem(word) for word in words.split() if _counts(word))


def _counts(word: str) -> bool:
    return word.lower() in _PARTICLES or not is_function(word)


@cache
def _groups() -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], set[str]] = {}
    for row in entries("en/alike"):
        for words in row["words"]:
            found.setdefault(phrase_of(words) or (stem(words),), set()).add(row["key"])
    return {phrase: frozenset(keys) for phrase, keys in found.items()}


# Longest phrase of alike.yml, in words that count.
_LONGEST = 3


def groups_in(words: Sequence[str]) -> list[frozenset[str]]:
    """Give for each word the groups it tells of by itself or as part of a phrase."""
    found: list[set[str]] = [set() for _ in words]
    counted = [(at, stem(word)) for at, word in enumerate(words) if _counts(word)]
    known = _groups()
    for first in range(len(counted)):
        for length in range(1, _LONGEST + 1):
            piece = counted[first : first + length]
            keys = known.get(tuple(s for _, s in piece)) if len(piece) == length else None
            for at, _ in piece if keys else ():
                found[at] |= keys or set()
        for second in range(first + 2, min(len(counted), first + 5)):  # "pulled its soldiers out"
            if words[counted[second][0]].lower() in _PARTICLES:
                for at in (first, second):
                    found[counted[at][0]] |= known.get((counted[first][1], counted[second][1])) or set()
    return [frozenset(keys) for keys in found]


@cache
def _table() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    alike, against = {}, {}
    for line in resources.files("sayso.lexicons").joinpath("en/synonyms.tsv").read_text(encoding="utf8").splitlines()[1:]:
        word, same, other = line.split("\t")
        alike[word], against[word] = frozenset(same.split()), frozenset(other.split())
    return alike, against


def are_synonyms(one: str, other: str) -> bool:
    """Tell whether the table holds the two stems as synonyms or of one root."""
    return other in _table()[0].get(one, ())


def is_known(word: str) -> bool:
    """Tell whether the word is one of the tables', and so likely no name."""
    return stem(word) in _table()[0] or (stem(word),) in _groups() or is_common(word)


def opposites_of(word: str) -> frozenset[str]:
    """Give the stems that the table holds as opposites of a stem."""
    return _table()[1].get(word, frozenset())


def are_opposites(one: str, other: str) -> bool:
    """Tell whether the table holds the two stems as opposites."""
    return other in opposites_of(one)


def is_one_name(one: str, other: str) -> bool:
    """Tell whether two stems of names are one name, as it is or as a people's name."""
    if one[:1] != other[:1]:
        return False
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= 4 and long.startswith(short[: max(4, len(short) - 2)]) and len(long) - len(short) <= 5)


def stems_of(words: Iterable[str]) -> frozenset[str]:
    """Give the stems of the words that carry matter."""
    return frozenset(stem(word) for word in words if not is_function(word))


def has_phrase(stems: Sequence[str], phrase: tuple[str, ...]) -> bool:
    """Tell whether the stems hold the phrase, side by side."""
    return any(tuple(stems[at : at + len(phrase)]) == phrase for at in range(len(stems) - len(phrase) + 1))
