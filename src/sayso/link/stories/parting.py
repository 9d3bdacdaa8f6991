"""Reports of one group → the same group, or the stories it is made of.

Two happenings of one kind, or two acts of one war, share the words of their matter and may be joined by them. Within such a group those words tell
nothing: what stands in all its reports is set aside here, what half of them have counts little, and the group is parted where hardly
anything else ties its sides together. A function of the group alone.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ..joining import Tie
from .lead import Lead
from .linkage import linked

# Mean cosine between two sides below which they are two stories. On ECB+ train the most unlike halves of one story are at 0.06 to 0.18, and the two
# stories of a topic, put into one group, at 0.01 to 0.06 in 23 of 25 topics.
LEAST_INSIDE = 0.05
# Fewer reports tell too little of what they all share; of more, held one against the other, it would cost too much.
FEWEST, MOST = 5, 200


def parted(group: Sequence[Lead]) -> list[list[Lead]]:
    """Give the stories of a group in the order of their first reports. A report by itself is no side: it goes to the side it is most like."""
    if not FEWEST <= len(group) <= MOST:
        return [list(group)]
    alike = _alike(group)
    keys = [lead.key for lead in group]
    ties = [Tie(keys[a], keys[b], float(alike[a, b])) for b in range(len(keys)) for a in range(b) if alike[a, b] > 0]
    head = linked(keys, ties, bar=lambda _fewer, _more: LEAST_INSIDE)
    sides: dict[str, list[int]] = {}
    for at, key in enumerate(keys):
        sides.setdefault(head[key], []).append(at)
    kept = [side for side in sides.values() if len(side) > 1]
    if len(kept) < 2:
        return [list(group)]
    lone = [side[0] for side in sides.values() if len(side) == 1]
    # Every report by itself is laid to a side as the sides were found, not to what another has been laid to.
    nearest = {at: max(range(len(kept)), key=lambda n: (round(float(alike[at, kept[n]].mean()), 9), -n)) for at in lone}
    whole = [sorted([*side, *(at for at in lone if nearest[at] == n)]) for n, side in enumerate(kept)]
    return [part for side in sorted(whole) for part in parted([group[at] for at in side])]


def _alike(group: Sequence[Lead]) -> npt.NDArray[np.float64]:
    """Give the cosine of every two reports by what not all of them share, shape (reports, reports)."""
    held = Counter(term.key for lead in group for term in lead.terms)
    column = {key: at for at, key in enumerate(sorted(key for key, count in held.items() if 1 < count < len(group)))}
    weights = np.zeros((len(group), len(column)))
    for row, lead in enumerate(group):
        for term in lead.terms:
            if term.key in column:
                weights[row, column[term.key]] = term.weight * math.log(len(group) / held[term.key])
    lengths = np.linalg.norm(weights, axis=1, keepdims=True)
    weights /= np.where(lengths > 0, lengths, 1.0)
    return np.asarray(weights @ weights.T)
