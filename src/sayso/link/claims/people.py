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
from .words import stem

# Who may be anybody: described otherwise in another telling of the same.
_ANYBODY = frozenset(
    stem(w)
    for w in "person people man men woman women human individual someone somebody citizen official officer leader chief head boss member victim suspect defendant witness attacker killer "
    "gunman assailant terrorist criminal fugitive convict accused prisoner detainee inmate hostage resident local villager civilian figure friend relative colleague neighbour neighbor family "
    "expert analyst spokesman spokeswoman spokesperson aide adviser advisor source representative participant player star celebrity survivor owner employee worker staff crew passenger adult guard patrol troop judge "
    "self one other group team public crowd mother father parent son daughter child boy girl brother sister husband wife couple teenager youth kid baby mr mrs ms sir".split()
)
# Words of the lexicons that mostly are no people where they stand alone.
_NO_PEOPLE = frozenset(
    stem(w) for w in "former board office miss paper town country state station force authority leave head chair".split()
)
# Nearer than this in meaning two words for people may be for the same ones.
ONE_SORT = 0.62


@cache
def _people() -> frozenset[str]:
    words = [word for row in entries("en/nouns_of_people") if row["key"] != "body" for word in row["words"]]
    more = "commando gunner troop army navy militia police defence firefighter shepherd hunter diver rebel waiter".split()
    return frozenset(stem(word) for word in (*words, *more) if " " not in word and len(word) > 3) - _NO_PEOPLE


def without_people(words: Iterable[Word]) -> tuple[Word, ...]:
    """Give the words that are neither names nor words for people."""
    return tuple(word for word in words if not word.name and word.stem not in _people())


def is_somebody(word: Word) -> bool:
    """Tell whether it is a word for people."""
    return not word.name and word.stem in _people()


def is_anybody(word: Word) -> bool:
    """Tell whether it may be said of anybody."""
    return word.stem in _ANYBODY


def people_exchanged(one: Telling, other: Telling) -> bool:
    """Tell whether each describes somebody whom the other does not know of at all."""
    return bool(_unheard(one, other) and _unheard(other, one))


def _unheard(telling: Telling, other: Telling) -> list[Word]:
    """Give the words for people that nothing in the other, nor right around it, answers to."""
    mine = [
        word for word in telling.body if not word.name and word.stem in _people() - _ANYBODY and not _of_a_name(telling, word)
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
