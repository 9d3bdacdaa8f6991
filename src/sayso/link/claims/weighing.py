"""Signals of two tellings → how likely they tell the same, tell one thing otherwise, or tell two things; by weights fitted on marked pairs.

The weights are few and readable: weights.json holds one row a signal, for same, differs and unrelated. `benchmarks/claims/fit.py` makes it.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib import resources

KINDS = ("same", "differs", "unrelated")


@cache
def weights() -> dict[str, tuple[float, ...]]:
    """Give the weights of each signal for same, differs and unrelated."""
    read = json.loads(resources.files(__package__).joinpath("weights.json").read_text(encoding="utf8"))
    return {name: tuple(row) for name, row in read.items()}


def shares(signals: dict[str, float]) -> dict[str, float]:
    """Give the share of each kind, summing to 1; not calibrated."""
    sums = [
        sum(weights().get(name, (0.0,) * len(KINDS))[at] * value for name, value in signals.items()) for at in range(len(KINDS))
    ]
    powers = [math.exp(value - max(sums)) for value in sums]
    return {kind: power / sum(powers) for kind, power in zip(KINDS, powers, strict=True)}
