"""The baseline: tf-idf of the words of a set of texts, cosine, and groups joined bottom up by the mean, the surest or the least sure of their pairs."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
LINKAGES = ("mean", "single", "complete")
COUNTS = ("counts", "logarithms of counts")
Merge = tuple[float, int, int]  # how alike two groups are, and the number of either


def cosines(texts: Sequence[str], counts: str) -> Floats:
    """Give the cosine of every two texts; how many of the set a word stands in is counted in this set itself."""
    bags = [Counter(re.findall(r"\w\w+", text.lower())) for text in texts]
    held = Counter(word for bag in bags for word in bag)
    column = {word: at for at, word in enumerate(sorted(held))}
    weights = np.zeros((len(bags), len(column)))
    for row, bag in enumerate(bags):
        for word, count in bag.items():
            rare = math.log((1 + len(bags)) / (1 + held[word])) + 1
            weights[row, column[word]] = (count if counts == "counts" else 1 + math.log(count)) * rare
    weights /= np.linalg.norm(weights, axis=1, keepdims=True)
    return weights @ weights.T


def merges(alike: Floats, linkage: str) -> list[Merge]:
    """Give the joins of an agglomeration, the surest first."""
    left = alike.copy()
    np.fill_diagonal(left, -1.0)
    sizes = np.ones(len(left))
    found: list[Merge] = []
    for _ in range(len(left) - 1):
        one, other = divmod(int(left.argmax()), len(left))
        found.append((float(left[one, other]), one, other))
        if linkage == "mean":
            row = (sizes[one] * left[one] + sizes[other] * left[other]) / (sizes[one] + sizes[other])
        else:
            row = (np.maximum if linkage == "single" else np.minimum)(left[one], left[other])
        row[left[one] < 0] = -1.0
        left[one] = left[:, one] = row
        left[other] = left[:, other] = -1.0
        left[one, one] = -1.0
        sizes[one] += sizes[other]
    return found


def groups_at(found: Sequence[Merge], ids: Sequence[str], least: float) -> dict[str, str]:
    """Give the group of each id when groups less alike than `least` are not joined."""
    head = list(range(len(ids)))
    for alike, one, other in found:
        if alike < least:
            break
        head = [one if at == other else at for at in head]
    return {name: ids[at] for name, at in zip(ids, head, strict=True)}
