"""What becomes of an event that no word in sight decides: what the encoder's head for reality says of it, weighed. A tree and a token in, a decision or nothing out.

weighed.json holds the weights of a logistic model over the head's shares, fitted by `python benchmarks/marks/fit_reality.py` on marked events
that the head has not learned from. Where an operator stands in sight the rules alone decide: there the head errs more often.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from ...findings.event import Reality
from .decision import Decision
from .history import is_of_these_days, is_past_in_sight

if TYPE_CHECKING:
    from .tree import Tree

LABELS = ("happened", "ongoing", "planned", "hypothetical", "negated", "historical")
# What each is worth where it is doubtful: what did not happen shown as happened misleads more than the other way round.
WORTH = {"happened": 1.0, "ongoing": 1.5, "planned": 2.0, "hypothetical": 2.0, "negated": 2.0, "historical": 1.5}
UNREAL = ("planned", "hypothetical", "negated")
SURELY = 0.9  # the head's share of UNREAL; below it the rules, which saw nothing, were right more often
MOSTLY = 0.5  # the head's share of UNREAL from which it says nothing of when, where words in sight say that it happened
# Below this probability a word tells no act for the heads, and of no other word have they learned what it makes of it.
IS_ACT = 0.3
# Logarithms of shares are no lower than this, and are told in units of SCALE.
LOWEST, SCALE = -6.0, 3.0


def surely_unreal(said: dict[str, float]) -> str | None:
    """Give the label of what the head surely takes for planned, supposed or negated, None where it is not sure: never shown as taking place."""
    return max(UNREAL, key=lambda label: said[label]) if sum(said[label] for label in UNREAL) >= SURELY else None


def signs_of(shares: dict[str, float]) -> dict[str, float]:
    """Give what is weighed: the logarithms of the head's shares, by label."""
    return {"base": 1.0} | {name: math.log(max(shares.get(name, 0.0), math.exp(LOWEST))) / SCALE for name in LABELS}


@cache
def weights() -> dict[str, dict[str, float]]:
    """Give label → sign → weight."""
    read: dict[str, dict[str, float]] = json.loads(
        resources.files(__package__).joinpath("weighed.json").read_text(encoding="utf8")
    )
    return read


def shares_of(signs: dict[str, float], given: dict[str, dict[str, float]]) -> dict[str, float]:
    """Give the probability of each label."""
    scores = {label: math.exp(sum(row[name] * value for name, value in signs.items())) for label, row in given.items()}
    total = sum(scores.values())
    return {label: score / total for label, score in scores.items()}


def best_of(shares: dict[str, float]) -> str:
    """Give the label to show: the likeliest by what each is worth."""
    return max(LABELS, key=lambda label: WORTH[label] * shares[label])


def by_head(tree: Tree, token: int, *, is_told: bool = False) -> Decision | None:
    """Give what the head makes of an act that no operator decides; None where the model has no such head, or sees no act.

    Args:
        is_told: True where words in sight say that it happened: the head says no more than when, and nothing where it takes it for unreal.

    What it takes for history is so only where words of a past time are in sight: it takes many a tale without a day for history.
    What a bare day of the week dates is none.
    """
    acts = tree.doc.acts
    if acts is None or acts.is_act(token) < IS_ACT:
        return None
    said = dict(zip(acts.realities, acts.realness[token].tolist(), strict=True))
    label = surely_unreal(said)
    if label is not None and not is_told:
        return Decision(Reality(label), "head", None, 0.6)
    if is_told and sum(said[label] for label in UNREAL) >= MOSTLY:
        return None
    shares = shares_of(signs_of(said), weights()) | (dict.fromkeys(UNREAL, 0.0) if is_told else {})
    label = best_of(shares)
    if label == "historical" and (is_of_these_days(tree, token) or not is_past_in_sight(tree, token)):
        label = best_of(shares | {label: 0.0})
    return Decision(Reality(label), "head", None, round(shares[label], 2))
