"""Words for people and bodies in two tellings → whether one names another doer, giver or bearer than the other, by description and not by name.

"A customs officer led the ring", "a colonel headed the ring". What may be said of anybody ("the man", "the suspect", "officials") excludes nobody, and
whoever is named in one of the two may be described in the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from ...lexicons import entries
from .likeness import pair_worth
from .nearness import each_to_each
from .telling import Telling, Word
from .words import listed, stem

# Nearer than this in meaning two words for people may be for the same ones.
ONE_SORT = 0.62


@cache
def _people() -> frozenset[str]:
    words = [word for row in entries("en/nouns_of_people") if row["key"] != "body" for word in row["words"]]
    return listed("more people") | frozenset(stem(word) for word in words if " " not in word and len(word) > 3) - listed(
        "no people"
    )


def without_people(words: Iterable[Word]) -> tuple[Word, ...]:
    """Give the words that are neither names nor words for people."""
    return tuple(word for word in words if not word.name and word.stem not in _people())


def is_somebody(word: Word) -> bool:
    """Tell whether it is a word for people."""
    return not word.name and word.stem in _people()


def is_anybody(word: Word) -> bool:
    """Tell whether it may be said of anybody."""
    return word.stem in listed("anybody")


def people_exchanged(one: Telling, other: Telling) -> bool:
    """Tell whether each describes somebody whom the other does not know of at all."""
    return bool(_unheard(one, other) and _unheard(other, one))


def _unheard(telling: Telling, other: Telling) -> list[Word]:
    """Give the words for people that nothing in the other, nor right around it, answers to."""
    mine = [
        word
        for word in telling.body
        if not word.name and word.stem in _people() - listed("anybody") and not _of_a_name(telling, word)
    ]
    theirs: Sequence[Word] = (*other.body, *other.asides, *other.voices, *other.around)
    near = each_to_each(mine, theirs)
    return [
        word
        for word, row in zip(mine, near, strict=True)
        if not any(pair_worth(word, b) or cosine >= ONE_SORT for b, cosine in zip(theirs, row, strict=True))
    ]


def _of_a_name(telling: Telling, word: Word) -> bool:
    """Tell whether the word stands right before or behind a name: a title, or somebody's people."""
    return any(near.name and abs(near.at - word.at) <= 1 for near in telling.body)
