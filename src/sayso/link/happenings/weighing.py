"""Signals of two tellings → how likely they tell of one event, by weights fitted on pairs of mentions of ECB+ train.

weights.json holds one weight a signal and the bounds chosen there; `benchmarks/fit_happenings.py` makes it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each signal, and two bounds of the score: from `same` on two tellings are joined, below `apart` they never stand in one group."""

    signals: Mapping[str, float]
    same: float
    apart: float


@cache
def weights() -> Weights:
    """Give the weights that ship."""
    read = json.loads(resources.files(__package__).joinpath("weights.json").read_text(encoding="utf8"))
    return Weights(read["signals"], read["same"], read["apart"])


def of_one_event(signals: Mapping[str, float]) -> float:
    """Give how likely two tellings are of one event, 0..1."""
    known = weights().signals
    return 1 / (1 + math.exp(-sum(known.get(name, 0.0) * value for name, value in signals.items() if value)))
