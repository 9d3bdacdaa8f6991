"""Trees are walked by the signals; what ships is whole."""

from collections.abc import Iterator
from typing import Any

import pytest

from sayso.link.claims.weighing import SIGNALS, likely, said_by, trees


def test_a_tree_is_walked_to_its_leaf() -> None:
    tree = ["weight", 0.5, -1.0, ["least", 0.25, 0.5, 2.0]]
    assert said_by(tree, {"weight": 0.5, "least": 1.0}) == -1.0
    assert said_by(tree, {"weight": 0.6, "least": 0.2}) == 0.5
    assert said_by(tree, {"weight": 0.6, "least": 0.3}) == 2.0


def bounds(tree: Any) -> Iterator[str]:
    if isinstance(tree, list):
        yield tree[0]
        yield from bounds(tree[2])
        yield from bounds(tree[3])


def test_the_trees_that_ship_ask_for_signals_that_are_named() -> None:
    assert set(trees()) == {"same", "denies", "differs", "unrelated"}
    assert {name for some in trees().values() for tree in some for name in bounds(tree)} <= {*SIGNALS}


def test_the_chances_of_all_relations_are_one_together() -> None:
    chances = likely(dict.fromkeys(SIGNALS, 0.0))
    assert sum(chances.values()) == pytest.approx(1)
    assert min(chances.values()) > 0


def test_what_has_nothing_in_common_is_unrelated() -> None:
    chances = likely(
        dict.fromkeys(SIGNALS, 0.0) | {"weight left, least": 3.0, "weight left, most": 5.0, "unpaired on both sides": 4.0}
    )
    assert max(chances, key=lambda name: chances[name]) == "unrelated"
