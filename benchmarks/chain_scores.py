"""Chains of coreference, gold and found → MUC, B³, CEAFe and their average, CoNLL F1, from 0 to 100.

Vilain et al. 1995 (MUC), Bagga and Baldwin 1998 (B³), Luo 2005 (CEAF with φ4), as in the CoNLL-2012 task; the assignment of CEAFe is exact. Mentions are
given (key and response hold the same ones), and a mention alone is a chain of its own: it counts in B³ and CEAFe, and in MUC it makes no link.
Every part of a score is a sum over documents or topics that share no chain, so sums can be drawn anew for an interval.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

MEASURES = ("muc", "b3", "ceafe")


@dataclass(frozen=True, slots=True)
class Sums:
    """For each measure the numerator and denominator of recall, and those of precision."""

    parts: tuple[float, ...]

    def __add__(self, other: Sums) -> Sums:
        return Sums(tuple(a + b for a, b in zip(self.parts, other.parts, strict=True)))

    def of(self, measure: str) -> tuple[float, float, float]:
        """Give recall, precision and F1 of one measure."""
        at = 4 * MEASURES.index(measure)
        hit, gold, right, found = self.parts[at : at + 4]
        recall, precision = (100 * hit / gold if gold else 0.0), (100 * right / found if found else 0.0)
        return recall, precision, 2 * recall * precision / (recall + precision) if recall + precision else 0.0

    @property
    def conll(self) -> float:
        """Give the mean of the three F1."""
        return sum(self.of(measure)[2] for measure in MEASURES) / len(MEASURES)


NOTHING = Sums((0.0,) * 12)


def sums_of(key: Mapping[Hashable, Hashable], response: Mapping[Hashable, Hashable]) -> Sums:
    """Give the sums of all measures: either side says for each mention the name of its chain. Mentions of one side only count against that side."""
    gold, found = chains(key), chains(response)
    return Sums((*_muc(gold, response), *_muc(found, key), *_b3(gold, response), *_b3(found, key), *_ceafe(gold, found)))


def chains(named: Mapping[Hashable, Hashable]) -> dict[Hashable, list[Hashable]]:
    """Give the mentions of each chain."""
    made: dict[Hashable, list[Hashable]] = defaultdict(list)
    for mention, chain in named.items():
        made[chain].append(mention)
    return made


def _muc(own: Mapping[Hashable, Sequence[Hashable]], others: Mapping[Hashable, Hashable]) -> tuple[float, float]:
    kept = links = 0
    for mentions in own.values():
        pieces = {others[m] for m in mentions if m in others}
        alone = sum(m not in others for m in mentions)
        kept += len(mentions) - len(pieces) - alone
        links += len(mentions) - 1
    return float(kept), float(links)


def _b3(own: Mapping[Hashable, Sequence[Hashable]], others: Mapping[Hashable, Hashable]) -> tuple[float, float]:
    hit = 0.0
    for mentions in own.values():
        shared = Counter(others[m] for m in mentions if m in others)
        hit += sum(count * count for count in shared.values()) / len(mentions)
    return hit, float(sum(map(len, own.values())))


def _ceafe(gold: Mapping[Hashable, Sequence[Hashable]], found: Mapping[Hashable, Sequence[Hashable]]) -> tuple[float, ...]:
    golds, founds = [set(m) for m in gold.values()], [set(m) for m in found.values()]
    alike = np.zeros((len(golds), len(founds)))
    where: dict[Hashable, int] = {mention: at for at, mentions in enumerate(founds) for mention in mentions}
    for row, mentions in enumerate(golds):
        for column in {where[m] for m in mentions if m in where}:
            both = founds[column]
            alike[row, column] = 2 * len(mentions & both) / (len(mentions) + len(both))
    best = best_sum(alike)
    return best, float(len(golds)), best, float(len(founds))


def best_sum(worth: np.ndarray) -> float:
    """Give the greatest sum over one-to-one pairs of rows and columns, exactly: shortest augmenting paths (Kuhn, Munkres; Jonker and Volgenant 1987)."""
    if not worth.size:
        return 0.0
    table = worth if worth.shape[0] <= worth.shape[1] else worth.T
    cost = table.max() - table
    rows, columns = cost.shape
    of_row, of_column = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.zeros(columns + 1, dtype=int)  # row of each column, from 1; 0 for none
    for row in range(1, rows + 1):
        _augment(row, cost, of_row, of_column, owner)
    return float(sum(table[owner[c] - 1, c - 1] for c in range(1, columns + 1) if owner[c]))


def _augment(row: int, cost: np.ndarray, of_row: np.ndarray, of_column: np.ndarray, owner: np.ndarray) -> None:
    columns = cost.shape[1]
    owner[0], at = row, 0
    least, before, used = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=int), np.zeros(columns + 1, dtype=bool)
    while True:
        used[at] = True
        left = cost[owner[at] - 1] - of_row[owner[at]] - of_column[1:]
        nearer = ~used[1:] & (left < least[1:])
        least[1:][nearer], before[1:][nearer] = left[nearer], at
        after = int(np.argmin(np.where(used, np.inf, least)[1:])) + 1
        step = least[after]
        np.add.at(of_row, owner[used], step)
        of_column[used] -= step
        least[~used] -= step
        at = after
        if owner[at] == 0:
            break
    while at:
        owner[at] = owner[before[at]]
        at = int(before[at])


def total(sums: Iterable[Sums]) -> Sums:
    """Give the sum of sums."""
    whole = NOTHING
    for one in sums:
        whole = whole + one
    return whole
