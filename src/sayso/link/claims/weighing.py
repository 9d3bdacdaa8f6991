"""Signals of two tellings → how likely they tell of one thing, alike or otherwise, and then how likely they tell the same of it.

The weights are few and readable: weights.json holds one a signal, fitted on marked pairs by `benchmarks/claims/fit.py`. What is told otherwise for a
reason that can be named (a figure, a day, a part of the happening) is not weighed: rules say so before.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib import resources

# The signals that tell the same from a part exchanged, where no reason is named: few, for there are few pairs to fit them on.
OF_SAMENESS = (
    "bias", "of one thing", "weight", "least", "least left", "most left", "equal figures", "no figure in common", "one word exchanged", "same words",
)  # fmt: skip


@cache
def weights() -> dict[str, dict[str, float]]:
    """Give the weight of each signal, for both questions."""
    read: dict[str, dict[str, float]] = json.loads(
        resources.files(__package__).joinpath("weights.json").read_text(encoding="utf8")
    )
    return read


def of_one_thing(signals: dict[str, float]) -> float:
    """Give how likely two tellings are of one thing, 0..1; not calibrated."""
    return _likely("of one thing", signals)


def the_same(signals: dict[str, float], one_thing: float) -> float:
    """Give how likely two tellings tell the same, where no reason for a difference is named, 0..1; `one_thing` is what `of_one_thing` gives."""
    return _likely("the same", {**signals, "of one thing": one_thing})


def _likely(question: str, signals: dict[str, float]) -> float:
    return 1 / (1 + math.exp(-sum(weight * signals.get(name, 0.0) for name, weight in weights()[question].items())))
