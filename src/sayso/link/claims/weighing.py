"""Signals of two tellings → how likely each relation is, where no rule decides.

weights.json holds some small trees for each relation, fitted on marked pairs by `benchmarks/claims/fit.py`. Each tree asks for a few signals; what its leaves say is
added up. What is told otherwise for a reason that can be named (a figure, a day, a part of the happening) is not weighed: rules say so.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

# What the trees may ask for.
SIGNALS = (
    "answered, least", "answered, most", "matter answered, least", "matter answered, most", "point answered, least", "point answered, most",
    "point's matter answered, least", "point's matter answered, most", "points alike, least", "points alike, most", "weight answered, least",
    "weight answered, most", "same words, least", "same words, most", "known answered, least", "known answered, most", "known of the point, least",
    "known of the point, most", "weightiest unknown of the point, least", "weightiest unknown of the point, most", "weight left, least",
    "weight left, most", "weightiest left, least", "weightiest left, most", "weightiest left of the point, least",
    "weightiest left of the point, most", "beginnings alike", "near among the left", "exchanged weight", "exchanged nearness", "names exchanged",
    "names of one part exchanged", "one negates", "turned share", "turned in both points", "right behind a negation", "opposites",
    "as before on one side", "sweeping on one side", "contrary on one side", "elsewhere", "lack on one side", "weight", "most", "least", "exactness",
    "names", "parties", "one speaker", "one story", "names on either side only", "unheard names, least", "unheard names, most", "answered around",
    "near with what is around", "near in meaning", "equal figures", "other figures", "numbers in common", "left on both sides",
    "answered on both sides", "unpaired on both sides", "surely of one thing", "one number of two things", "another day", "another cause",
    "all or a part", "exchanged words", "somebody else", "another of its kind", "swapped roles", "replaced share", "another way", "more or less",
    "done or to come", "another reality", "to come in one point", "possible in one point", "another length", "one word exchanged",
    "one run of words", "no figure in common", "a reason is named",
)  # fmt: skip


@cache
def trees() -> dict[str, Any]:
    """Give the trees of each relation: a number is a leaf, else [signal, bound, up to it, above it]."""
    read: dict[str, Any] = json.loads(resources.files(__package__).joinpath("weights.json").read_text(encoding="utf8"))
    return read


def likely(signals: Mapping[str, float]) -> dict[str, float]:
    """Give how likely each relation is; together 1, and not calibrated."""
    each = {name: 1 / (1 + math.exp(-sum(said_by(tree, signals) for tree in some))) for name, some in trees().items()}
    whole = sum(each.values())
    return {name: value / whole for name, value in each.items()}


def said_by(tree: Any, signals: Mapping[str, float]) -> float:
    """Give what the leaf says that the signals lead to."""
    while isinstance(tree, list):
        name, bound, below, above = tree
        tree = below if signals[name] <= bound else above
    return float(tree)
