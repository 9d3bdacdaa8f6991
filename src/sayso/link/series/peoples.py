"""Words → the states whose people or things they name: "Russian", "Kazakhs", "of Chad"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from ...lexicons import entries
from .given import Stems

_WORD = re.compile(r"\w+(?:[.’'-]\w+)*\.?")
# The longest name of a people, in words.
_LONGEST = 5


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
    return _scan(words, _known())


def _scan(words: str, known: Mapping[tuple[str, ...], str | None]) -> Iterator[tuple[int, int, str]]:
    """Only words with a capital name one."""
    tokens = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(words)]
    at = 0
    while at < len(tokens):
        length = next((n for n in range(_LONGEST, 0, -1) if _key_of(tokens[at : at + n], n) in known), 1)
        state = known.get(_key_of(tokens[at : at + length], length)) if tokens[at][2][:1].isupper() else None
        if state:
            yield tokens[at][0], tokens[at + length - 1][1], state
        at += length


def _key_of(tokens: Sequence[tuple[int, int, str]], length: int) -> tuple[str, ...]:
    return tuple(word.lower().rstrip(".") for _, _, word in tokens) if len(tokens) == length else ()


@lru_cache(maxsize=65_536)
def owners_in(of: str) -> Stems:
    """Give the keys of states that the words for what is counted name: "Russian and Kazakh ships", "soldiers of Chad"."""
    found = {state for _, _, state in peoples_in(of)}
    for preposition in re.finditer(r"\b(?:of|from) (?:the )?(?=[A-Z])", of):
        found |= {state for start, _, state in _scan(of[preposition.end() :], _names()) if start == 0}
    return frozenset(found)


@lru_cache(maxsize=65_536)
def is_people_of(word: str) -> bool:
    """Tell whether a word is the last of the name of a people: it says whose, and not what is counted."""
    return word.lower() in {key[-1] for key, state in _known().items() if state}


@cache
def demonym_of(state: str) -> str | None:
    """Give the first adjective of a state, its name where it has none; None of a key that no lexicon has."""
    return next((str((row.get("demonyms") or [row["name"]])[0]) for row in entries("actors/states") if row["key"] == state), None)


def state_named(words: str) -> str | None:
    """Give the name of the one state whose people or things the words name, None where they name none or several."""
    found = owners_in(words)
    return next((str(row["name"]) for row in entries("actors/states") if row["key"] in found), None) if len(found) == 1 else None
