"""Trees are walked by the signals; what ships is whole."""

from collections.abc import Iterator
from typing import Any

from sayso.link.claims.weighing import OF_ONE_THING, OF_SAMENESS, said_by, trees


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
    for question, (up, down) in (("of one thing", OF_ONE_THING), ("the same", OF_SAMENESS)):
        asked = {name for tree in trees()[question] for name in bounds(tree)}
        assert asked <= {*up, *down}


def ways(tree: Any, name: str) -> Iterator[tuple[float, float]]:
    """Give for every question for `name` the most that stands below it and the least above."""
    if isinstance(tree, list):
        if tree[0] == name:
            yield max(leaves(tree[2])), min(leaves(tree[3]))
        for child in tree[2:]:
            yield from ways(child, name)


def leaves(tree: Any) -> list[float]:
    return [*leaves(tree[2]), *leaves(tree[3])] if isinstance(tree, list) else [float(tree)]


def test_no_signal_counts_in_both_directions() -> None:
    for question, (up, down) in (("of one thing", OF_ONE_THING), ("the same", OF_SAMENESS)):
        for tree in trees()[question]:
            assert all(below <= above for name in up for below, above in ways(tree, name))
            assert all(below >= above for name in down for below, above in ways(tree, name))
