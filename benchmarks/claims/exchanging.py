"""Two tellings of one thing → the same with a name or a word of the one exchanged for another: what a difference looks like among details left out.

Natural pairs that differ are rare. A name is exchanged for one of the same report or of another, a word for one that lies near it in meaning and is no
synonym ("mines", "uniforms"). Drawn by a seed that each pair has of its own, so that no pair depends on another.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np

from sayso.link.claims.likeness import likeness, pair_worth
from sayso.link.claims.nearness import table
from sayso.link.claims.telling import Telling, Word

# How near an exchanged word lies: kinds of one thing, and no synonyms, which lie nearer.
NEAR = (0.32, 0.62)
TRIES = 20


def with_a_name(one: Telling, other: Telling, names: Sequence[str], seed: str) -> Telling | None:
    """Give the other with a name of both exchanged, for one of its own report in two cases of five; None where there is no such name."""
    rng = random.Random(f"name {seed}")
    both = [b for a, b in likeness(one.body, other.body).pairs if a.stem == b.stem and a.name and b.name]
    told = {word.stem for word in (*one.body, *other.body)}
    pool = sorted(other.cast) if rng.random() < 0.4 else list(names)
    pool = [name for name in pool if name.isalpha() and name not in told]
    return _exchanged(other, rng.choice(both), rng.choice(pool)) if both and pool else None


def with_a_word(one: Telling, other: Telling, seed: str) -> Telling | None:
    """Give the other with a word of both exchanged for one near it; None where the two have not two words of matter in common."""
    rng = random.Random(f"word {seed}")
    pairs = [pair for pair in likeness(one.body, other.body).pairs if pair[0].stem == pair[1].stem]
    both = [b for a, b in pairs if not a.name and not b.name and min(a.weight, b.weight) >= 1.0]
    if len(both) < 2:
        return None
    word = rng.choice(both)
    near = _near(word.stem)
    for _ in range(TRIES if near else 0):
        new = rng.choice(near)
        if not pair_worth(_plain(new), _plain(word.stem)):
            return _exchanged(other, word, new)
    return None


def _plain(stem: str) -> Word:
    return Word(stem, frozenset(), False, 1.0, False, 0)


@cache
def _near(stem: str) -> list[str]:
    held = table()
    row = held.rows.get(stem)
    if row is None:
        return []
    cosines = held.vectors[:-1] @ held.vectors[row]
    words = list(held.rows)
    return [words[at] for at in np.flatnonzero((cosines > NEAR[0]) & (cosines < NEAR[1])) if words[at].isalpha()]


def _exchanged(telling: Telling, old: Word, new: str) -> Telling:
    def changed(word: Word) -> Word:
        return replace(word, stem=new, groups=frozenset()) if (word.stem, word.name) == (old.stem, old.name) else word

    return replace(
        telling, report=f"{telling.report}~", body=tuple(map(changed, telling.body)),
        stems=tuple(new if found == old.stem else found for found in telling.stems),
        cast=(telling.cast - {old.stem}) | {new} if old.name else telling.cast,
    )  # fmt: skip
