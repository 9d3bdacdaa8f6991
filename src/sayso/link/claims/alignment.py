"""Two tellings → how well each word of the one is answered in the other: by the same word, one alike, or one near in meaning; and what is left.

Softer than `likeness`, which pairs words for the rules: here every word keeps its best worth, 0..1, and weighs less the oftener it stands in the news.
Names are held against names. The point of a telling (`points`) is looked at by itself: details may be left out, the point may not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .likeness import pair_worth
from .nearness import table
from .points import point_of
from .telling import Telling, Word
from .words import is_one_name, opposites_of

Floats = NDArray[np.float64]
# Worth from which a word counts as answered, and below which it is left; what lies between says little. Near words are answered from 0.58 on in
# `likeness`, too.
ANSWERED, LEFT = 0.58, 0.5
# Worth from which a lexicon or the letters tie two words, and from which it is one word.
KNOWN, SAME_WORD = 0.7, 0.99
# What an opposite is worth at most, however near it lies.
OPPOSITE = 0.3
# What stands for a share of nothing: neither high nor low.
UNKNOWN = 0.5
# How many words a telling begins with.
BEGINNING = 3


@dataclass(frozen=True, slots=True)
class Half:
    """One side of an alignment.

    Attributes:
        words: the words of the body.
        weights: how much each says, 0..1: its own weight, less where the news are full of it; a name says all.
        best: how well each is answered in the other, 0..1.
        matter: 1 for a word, 0 for a name.
        point: the places in `words` of those that carry the point.
    """

    words: tuple[Word, ...]
    weights: Floats  # (words,)
    best: Floats  # (words,)
    matter: Floats  # (words,)
    point: tuple[int, ...]

    def answered(self, places: Sequence[int] | None = None, *, matter: bool = False, known: bool = False) -> float:
        """Give which part of the weight of the words is answered, or of those at some places, of those that are no names, by what a lexicon knows only."""
        weights, best = self.weights, self.best
        if matter:
            weights = weights * self.matter
        if known:
            best = best * (best >= KNOWN)
        if places is not None:
            weights, best = weights[list(places)], best[list(places)]
        whole = float(weights.sum())
        return float(weights @ best) / whole if whole else UNKNOWN

    def weight_unknown(self) -> float:
        """Give the greatest weight of a word of the point that no lexicon ties to one of the other's, however near it lies."""
        return float(max((self.weights[at] for at in self.point if self.best[at] < KNOWN), default=0.0))

    @property
    def left(self) -> list[int]:
        """Give the places of the words that nothing answers to."""
        return [at for at, worth in enumerate(self.best) if worth < LEFT]

    def weight_left(self, places: Sequence[int] | None = None) -> float:
        """Give the greatest weight of a word, no name, that nothing answers to."""
        kept = [at for at in self.left if not self.words[at].name and (places is None or at in places)]
        return float(max((self.weights[at] for at in kept), default=0.0))


@dataclass(frozen=True, slots=True)
class Alignment:
    """Both sides and the worth of each word for each.

    Attributes:
        one, other: the sides.
        worth: how far two words tell the same, 0..1.
    """

    one: Half
    other: Half
    worth: Floats  # (words of one, words of other)

    @property
    def halves(self) -> tuple[Half, Half]:
        """Give both sides."""
        return self.one, self.other


def alignment(one: Telling, other: Telling) -> Alignment:
    """Align the bodies of two tellings."""
    worth = _worths(one.body, other.body)
    return Alignment(_half(one, worth.max(1, initial=0.0)), _half(other, worth.max(0, initial=0.0)), worth)


def _half(telling: Telling, best: Floats) -> Half:
    places = {id(word): at for at, word in enumerate(telling.body)}
    weights, matter = (
        np.array([weight_of(word) for word in telling.body]),
        np.array([float(not word.name) for word in telling.body]),
    )
    return Half(telling.body, weights, best, matter, tuple(places[id(word)] for word in point_of(telling)))


def weight_of(word: Word) -> float:
    """Give how much a word says: names all of it, common words of the news little."""
    if word.name:
        return 1.0
    row = table().rows.get(word.stem)
    return word.weight if row is None else word.weight * float(table().weights[row])


def _worths(ones: Sequence[Word], others: Sequence[Word]) -> Floats:
    held = table()
    rows, other_rows = ([-1 if w.name else held.rows.get(w.stem, -1) for w in words] for words in (ones, others))
    near = (
        np.clip(held.vectors[rows] @ held.vectors[other_rows].T, 0.0, 1.0)
        if ones and others
        else np.zeros((len(ones), len(others)))
    )
    worth: Floats = near.astype(np.float64)
    for i, a in enumerate(ones):
        against = opposites_of(a.stem)
        for j, b in enumerate(others):
            if a.name or b.name:
                worth[i, j] = float(a.stem == b.stem or (a.name and b.name and is_one_name(a.stem, b.stem)))
            elif known := pair_worth(a, b):
                worth[i, j] = max(known, worth[i, j])
            elif b.stem in against:
                worth[i, j] = min(worth[i, j], OPPOSITE)
    return worth


def measures(aligned: Alignment) -> dict[str, float]:
    """Give how much of either is answered, of its words, its matter and its point, and what is not; the same from either side."""
    halves = aligned.halves
    pairs = {
        "answered": [half.answered() if half.words else 0.0 for half in halves],
        "matter answered": [half.answered(matter=True) for half in halves],
        "point answered": [half.answered(half.point) for half in halves],
        "point's matter answered": [half.answered(half.point, matter=True) for half in halves],
        "points alike": _points_alike(aligned),
        "weight answered": [float(half.weights[half.best >= ANSWERED].sum()) for half in halves],
        "same words": [float(half.weights[half.best >= SAME_WORD].sum()) for half in halves],
        "known answered": [half.answered(known=True) for half in halves],
        "known of the point": [half.answered(half.point, known=True) for half in halves],
        "weightiest unknown of the point": [half.weight_unknown() for half in halves],
        "weight left": [float(half.weights[half.best < LEFT].sum()) for half in halves],
        "weightiest left": [half.weight_left() for half in halves],
        "weightiest left of the point": [half.weight_left(half.point) for half in halves],
    }
    found = {f"{name}, {which}": pick(both) for name, both in pairs.items() for which, pick in (("least", min), ("most", max))}
    found["beginnings alike"] = float(aligned.worth[:BEGINNING, :BEGINNING].max(initial=0.0))
    found["near among the left"] = _near_left(aligned)
    return found


def _points_alike(aligned: Alignment) -> list[float]:
    """Give which part of the matter of either point the other point answers, and not some detail of it."""
    places = [[at for at in half.point if not half.words[at].name] for half in aligned.halves]
    if not all(places):
        return [UNKNOWN, UNKNOWN]
    worth = aligned.worth[np.ix_(*places)]
    found = []
    for half, kept, best in zip(aligned.halves, places, (worth.max(1), worth.max(0)), strict=True):
        whole = float(half.weights[kept].sum())
        found.append(float(half.weights[kept] @ best) / whole if whole else UNKNOWN)
    return found


def _near_left(aligned: Alignment) -> float:
    """Give how near in meaning two words lie that nothing answers to, one of either side: one may stand in the other's place."""
    left = [[at for at in half.left if not half.words[at].name] for half in aligned.halves]
    return float(aligned.worth[np.ix_(*left)].max()) if all(left) else 0.0
