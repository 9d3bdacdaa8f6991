"""Signals of two tellings → how likely they tell of one thing, alike or otherwise, and then how likely they tell the same of it.

weights.json holds for each of the two questions some small trees, fitted on marked pairs by `benchmarks/claims/fit.py`. Each tree asks for a signal or two; what its leaf says is
added up. No signal counts in both directions: the more is answered the likelier, the more is left the less. What is told otherwise for a reason that can be named
(a figure, a day, a part of the happening) is not weighed: rules say so before.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

# The signals of either question: those that can only speak for it, and those that can only speak against.
OF_ONE_THING = (
    (
        "one story", "answered, most", "answered, least", "point's matter answered, least", "point's matter answered, most", "point answered, least",
        "point answered, most", "beginnings alike", "exchanged weight", "numbers in common", "answered around", "exactness", "equal figures", "most", "least",
        "points alike, least", "parties", "same words, least", "near with what is around", "matter answered, least", "near in meaning", "weight answered, least",
    ),
    ("weight left, most", "unheard names, most", "unheard names, least", "weightiest left of the point, least"),
)  # fmt: skip
OF_SAMENESS = (
    (
        "point answered, most", "point answered, least", "answered around", "matter answered, least", "weight", "least", "names", "one speaker",
        "same words, least", "equal figures", "answered, least", "known answered, least", "known answered, most", "known of the point, least",
        "known of the point, most",
    ),
    (
        "exchanged weight", "names exchanged", "exchanged nearness", "near among the left", "weightiest left of the point, most", "unheard names, least",
        "weight left, least", "weight left, most", "weightiest left, most", "to come in one point", "possible in one point", "one word exchanged", "one negates", "opposites",
        "weightiest unknown of the point, least", "weightiest unknown of the point, most",
    ),
)  # fmt: skip


@cache
def trees() -> dict[str, Any]:
    """Give the trees of both questions: a number is a leaf, else [signal, bound, up to it, above it]."""
    read: dict[str, Any] = json.loads(resources.files(__package__).joinpath("weights.json").read_text(encoding="utf8"))
    return read


def of_one_thing(signals: Mapping[str, float]) -> float:
    """Give how likely two tellings are of one thing, 0..1; not calibrated."""
    return _likely("of one thing", signals)


def the_same(signals: Mapping[str, float]) -> float:
    """Give how likely two tellings of one thing tell the same, where no reason for a difference is named, 0..1; not calibrated."""
    return _likely("the same", signals)


def _likely(question: str, signals: Mapping[str, float]) -> float:
    return 1 / (1 + math.exp(-sum(said_by(tree, signals) for tree in trees()[question])))


def said_by(tree: Any, signals: Mapping[str, float]) -> float:
    """Give what the leaf says that the signals lead to."""
    while isinstance(tree, list):
        name, bound, below, above = tree
        tree = below if signals[name] <= bound else above
    return float(tree)
