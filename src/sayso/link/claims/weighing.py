"""Signals of two tellings → how likely they tell of one thing, alike or otherwise, by weights fitted on marked pairs.

The weights are few and readable: weights.json holds one a signal. `benchmarks/claims/fit.py` makes it. Whether what is told of one thing is the same is
not fitted: rules over the same signals carried over better from one kind of text to the other (80 and 76 % right against 68 and 65 %).
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib import resources


@cache
def weights() -> dict[str, float]:
    """Give the weight of each signal."""
    read: dict[str, float] = json.loads(resources.files(__package__).joinpath("weights.json").read_text(encoding="utf8"))
    return read


def of_one_thing(signals: dict[str, float]) -> float:
    """Give how likely two tellings are of one thing, 0..1; not calibrated."""
    return 1 / (1 + math.exp(-sum(weights().get(name, 0.0) * value for name, value in signals.items())))
