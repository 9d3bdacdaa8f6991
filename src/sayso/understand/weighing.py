"""Weights that were fitted, and what they make of named signs: how likely one thing is, or which of several."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from math import exp

Signs = Mapping[str, float]
# The candidate of a choice that stands for none of the others.
NOBODY = ""


@cache
def weights_of(package: str, name: str) -> dict[str, float]:
    """Give the weight of each sign by a file of a package, read once per process.

    Args:
        package, name: where the file lies ("sayso.understand.extract") and what it is called ("homes.json").
    """
    read: dict[str, float] = json.loads(resources.files(package).joinpath(name).read_text(encoding="utf8"))
    return read


def weight(signs: Signs, by: Mapping[str, float]) -> float:
    """Give the weighed sum of signs; what has no weight counts nothing."""
    return sum(by.get(name, 0.0) * value for name, value in signs.items())


def likelihood(signs: Signs, by: Mapping[str, float]) -> float:
    """Give the probability by a logistic model."""
    return 1 / (1 + exp(-weight(signs, by)))


def shares(candidates: Mapping[str, Signs], by: Mapping[str, float]) -> dict[str, float]:
    """Give how likely each candidate is (0..1) among all, of which there is one at least."""
    sums = {key: weight(signs, by) for key, signs in candidates.items()}
    top = max(sums.values())
    raised = {key: exp(one - top) for key, one in sums.items()}
    every = sum(raised.values())
    return {key: one / every for key, one in raised.items()}


def likeliest(candidates: Mapping[str, Signs], by: Mapping[str, float]) -> tuple[str, float]:
    """Give the likeliest candidate and how likely it is (0..1); of equals the last by name."""
    likely = shares(candidates, by)
    top = max(likely, key=lambda key: (likely[key], key))
    return top, likely[top]
