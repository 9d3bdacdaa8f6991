"""Words → the states whose people or things they name: "Russian", "Kazakhs", "of Chad"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache

from ...lexicons import entries
from .given import Stems

_WORD = re.compile(r"\w+(?:[.’'-]\w+)*\.?")


@cache
def _known() -> dict[tuple[str, ...], str | None]:
    """Adjectives and peoples of states → key; longer names that hold one and are no state → None."""
    found: dict[tuple[str, ...], str | None] = {}
    for row in entries("actors/states"):
        for words in (*row.get("demonyms", ()), *row.get("people", ())):
            found[_key(words)] = row["key"]
    for row in entries("actors/states"):
        found |= {_key(words): None for words in row.get("not_in", ())}
    return found


@cache
def _names() -> dict[tuple[str, ...], str | None]:
    return {_key(words): row["key"] for row in entries("actors/states") for words in (row["name"], *row.get("aliases", ()))}


def _key(words: str) -> tuple[str, ...]:
    return tuple(word.lower().rstrip(".") for word in _WORD.findall(words))


def peoples_in(words: str) -> Iterator[tuple[int, int, str]]:
    """Give start, end and state of each adjective or people of a state that words name."""
    return _scan(words, _known(), _longest(_known))


@cache
def _longest(known: Callable[[], Mapping[tuple[str, ...], str | None]]) -> dict[str, int]:
    """First words of names → how many words the longest name has that begins so."""
    found: dict[str, int] = {}
    for key in known():
        found[key[0]] = max(found.get(key[0], 0), len(key))
    return found


def _scan(words: str, known: Mapping[tuple[str, ...], str | None], longest: Mapping[str, int]) -> Iterator[tuple[int, int, str]]:
    """Only words with a capital name one; the longest name counts, be it one of no state."""
    tokens = [(m.start(), m.end(), m.group().lower().rstrip(".")) for m in _WORD.finditer(words)]
    at = 0
    while at < len(tokens):
        start, _, first = tokens[at]
        most = longest.get(first, 0) if words[start].isupper() else 0
        keys = (tuple(word for _, _, word in tokens[at : at + length]) for length in range(most, 0, -1))
        key = next((key for key in keys if key in known), (first,))
        if state := known.get(key) if most else None:
            yield start, tokens[at + len(key) - 1][1], state
        at += len(key)


@lru_cache(maxsize=65_536)
def owners_in(of: str) -> Stems:
    """Give the keys of states that the words for what is counted name: "Russian and Kazakh ships", "soldiers of Chad"."""
    found = {state for _, _, state in peoples_in(of)}
    for preposition in re.finditer(r"\b(?:of|from) (?:the )?(?=[A-Z])", of):
        found |= {state for start, _, state in _scan(of[preposition.end() :], _names(), _longest(_names)) if start == 0}
    return frozenset(found)


@lru_cache(maxsize=65_536)
def is_people_of(word: str) -> bool:
    """Tell whether a word is the last of the name of a people: it says whose, and not what is counted."""
    return word.lower() in _last_words()


@cache
def _last_words() -> frozenset[str]:
    return frozenset(key[-1] for key, state in _known().items() if state)


@cache
def demonym_of(state: str) -> str | None:
    """Give the first adjective of a state, its name where it has none; None of a key that no lexicon has."""
    return next((str((row.get("demonyms") or [row["name"]])[0]) for row in entries("actors/states") if row["key"] == state), None)


def state_named(words: str) -> str | None:
    """Give the name of the one state whose people or things the words name, None where they name none or several."""
    found = owners_in(words)
    return next((str(row["name"]) for row in entries("actors/states") if row["key"] in found), None) if len(found) == 1 else None
