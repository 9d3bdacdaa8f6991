"""Scores of the part-of-speech head → tags that the words themselves allow: no word of letters that counts nothing is a numeral,
no office in capitals, nor several holders of one, an adverb, pronoun or conjunction ("Deputy *Premier* and Foreign Minister"), nothing in -s a pronoun or conjunction but the few that are ("urged *hikers* to …"),
and no long word a particle ("*failed* to free").

In a text of one short sentence the head takes nouns after another noun for numerals or cries ("denied *reports* of a raid"); every rule that asks for
nouns would pass them over. In whole reports this hardly occurs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from ..lexicons import entries
from .known.offices import office_word

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LETTERS = re.compile(r"[^\W\d_]{4,}")
_CRIES = frozenset("well yeah please okay hello thanks goodbye sorry welcome bravo hooray alas amen damn wow".split())
_SHORTEST = 5  # letters of a noun in -s that is taken for a pronoun or conjunction
_IN_S = frozenset("others theirs yours ones hers ours themselves ourselves yourselves whose versus minus".split())
# Pronouns of so many letters and more; any other word taken for one is a noun: "his *country* had closed".
_PRONOUNS = _IN_S | frozenset(
    "their there these those thine where which whose whoever whomever whatever whichever whosoever other another either neither both former latter several enough plenty "
    "myself yourself himself herself itself oneself anyone anybody anything everyone everybody everything someone somebody something nobody nothing "
    "fewer least".split()
)
_CLOSED = ("PRON", "CCONJ")
_DOUBTFUL = ("NUM", "INTJ", "ADV", "PRON", "CCONJ", "PART")


def tags_of(scores: NDArray[np.float32], labels: list[str], words: Sequence[str]) -> list[str]:
    """Give the likeliest tag of each word; where that is a numeral, a cry, an adverb, a pronoun, a conjunction or a particle and the word is none, the likeliest of the others.

    Args:
        scores: one row a word, one column a label.
    """
    best = scores.argmax(axis=1)
    found = [labels[tag] for tag in best.tolist()]
    for index, (tag, word) in enumerate(zip(found, words, strict=True)):
        if tag in _DOUBTFUL and not _may_be(tag, word):
            found[index] = next((label for label in _by_score(scores[index], labels) if _may_follow(tag, label, word)), tag)
    return found


def _by_score(scores: NDArray[np.float32], labels: list[str]) -> list[str]:
    return [labels[place] for place in (-scores).argsort(kind="stable").tolist()]


def _may_follow(tag: str, other: str, word: str) -> bool:
    """Tell whether a word that is none of a tag may be another."""
    if other in ("NUM", "INTJ", tag) or (tag in _CLOSED and other in _CLOSED):
        return False
    return other not in _DOUBTFUL or _may_be(other, word)


def _may_be(tag: str, word: str) -> bool:
    low = word.lower()
    if (
        tag in ("ADV", *_CLOSED)
        and office_word(word if word[:1].isupper() else low[:-1] if low.endswith("s") else "") is not None
    ):
        return False
    if tag == "ADV":
        return True
    if tag == "PRON" and _LETTERS.fullmatch(word):
        return len(low) < _SHORTEST or low in _PRONOUNS
    if tag in _CLOSED:
        return not low.endswith("s") or len(low) < _SHORTEST or low in _IN_S
    if not _LETTERS.fullmatch(word):
        return True
    if tag == "PART":
        return False
    return low in _CRIES if tag == "INTJ" else low.rstrip("s") in _number_words() or low in _number_words()


@cache
def _number_words() -> frozenset[str]:
    return frozenset(str(row.get("word", "")).lower() for row in entries("en/number_words"))
