"""Beside the figures of copies.py: which pairs are hard, which articles are copies by nature, what a plain measure of likeness reaches."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from datetime import date

from made_copies import Made
from rewriting import words
from sets import Row

HARD_COSINE = 0.15
NATURAL = 0.1
Pair = tuple[str, str]


def runs(text: str, length: int) -> frozenset[tuple[str, ...]]:
    """Give the runs of so many words."""
    found = words(text)
    return frozenset(zip(*(found[at:] for at in range(length)), strict=False))


def shared_runs(rows: Sequence[Row], length: int) -> Counter[tuple[int, int]]:
    """Count the runs two texts share, for pairs that share any; a run in more than 30 texts counts for none."""
    holders: dict[tuple[str, ...], list[int]] = {}
    for number, row in enumerate(rows):
        for run in runs(row["text"], length):
            holders.setdefault(run, []).append(number)
    found: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        if 1 < len(held) <= 30:
            found.update((one, other) for at, other in enumerate(held) for one in held[:at])
    return found


def natural(rows: Sequence[Row]) -> dict[tuple[int, int], float]:
    """Give the pairs of articles that share at least a tenth of the shorter one's runs of five words, with the part."""
    sizes = [max(1, len(runs(row["text"], 5))) for row in rows]
    parts = {pair: count / min(sizes[pair[0]], sizes[pair[1]]) for pair, count in shared_runs(rows, 5).items()}
    return {pair: part for pair, part in parts.items() if part >= NATURAL}


def hard_pairs(made: Sequence[Made]) -> set[Pair]:
    """Give the pairs of different families, of two outlets and at most a day apart, whose texts have much the same words."""
    seen = Counter(word for one in made for word in set(words(one.text)))
    vectors = [_weighted(one.text, seen, len(made)) for one in made]
    found = set()
    for at, one in enumerate(made):
        for there, other in enumerate(made[:at]):
            if "witness" in (one.kind, other.kind) and one.family == other.family:
                found.add(pair_of(one.id, other.id))
            if one.family == other.family or one.outlet == other.outlet or not _near(one.published, other.published):
                continue
            if sum(value * vectors[there].get(word, 0) for word, value in vectors[at].items()) >= HARD_COSINE:
                found.add(pair_of(one.id, other.id))
    return found


def by_jaccard(made: Sequence[Made], must: set[Pair], free: set[Pair]) -> Row:
    """Give the best pair F1 that any threshold on the Jaccard of runs of three words reaches on this set."""
    shared = shared_runs([{"text": one.text} for one in made], 3)
    sizes = [len(runs(one.text, 3)) for one in made]
    scored = sorted(
        ((count / (sizes[a] + sizes[b] - count), pair_of(made[a].id, made[b].id)) for (a, b), count in shared.items()),
        reverse=True,
    )
    best, right, taken = (0.0, 1.0), 0, 0
    for score, pair in scored:
        taken += pair not in free
        right += pair in must
        best = max(best, (200 * right / (taken + len(must)), score))
    return {"pair F1": round(best[0], 1), "threshold": round(best[1], 3), "pair F1 at 0.3": _at(scored, must, free, 0.3)}


def _at(scored: Sequence[tuple[float, Pair]], must: set[Pair], free: set[Pair], threshold: float) -> float:
    taken = [pair for score, pair in scored if score >= threshold and pair not in free]
    return round(200 * sum(pair in must for pair in taken) / max(1, len(taken) + len(must)), 1)


def jaccard(one: str, other: str) -> float:
    a, b = runs(one, 3), runs(other, 3)
    return len(a & b) / max(1, len(a | b))


def _weighted(text: str, seen: Counter[str], total: int) -> dict[str, float]:
    weights = {word: (1 + math.log(count)) * math.log(total / seen[word]) for word, count in Counter(words(text)).items()}
    length = math.sqrt(sum(value * value for value in weights.values())) or 1
    return {word: value / length for word, value in weights.items()}


def _near(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs((one - other).days) <= 1


def pair_of(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
