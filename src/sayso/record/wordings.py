"""Other words for a word that is searched for: its irregular forms ("sent" for "sending"), and what tells the same in the news (en/alike.yml)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from ..lexicons import entries
from ..link.words import irregular_forms, stem


def forms_of(word: str) -> tuple[str, ...]:
    """Give the word, and the forms of its base that share no stem with it."""
    return (word.lower(), *(form for form in _forms().get(stem(word), ()) if form != word.lower()))


def alike(word: str) -> tuple[str, ...]:
    """Give the words and phrases that stand in a group with the word, sorted; without the word itself."""
    own = stem(word)
    return tuple(sorted(each for each in _groups().get(own, ()) if stem(each) != own))


@cache
def _forms() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for form, base in irregular_forms().items():
        found[stem(base)] |= {form, base}
    return {base: tuple(sorted(forms)) for base, forms in found.items()}


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in entries("en/alike"):
        for word in row["words"]:
            if " " not in word:
                found[stem(word)] |= set(row["words"])
    return {key: frozenset(words) for key, words in found.items()}
