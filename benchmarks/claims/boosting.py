"""Marked rows of numbers → small trees whose leaves are added up: gradient boosting of the logistic loss, each number bound to one direction.

No number can speak for the question here and against it there, so that what is learnt from one kind of text holds for another. Plain numpy, no chance:
the same rows give the same trees. After Friedman (2001) and, for the bounds that keep a direction, Chen and Guestrin (2016); no code of theirs.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Shape:
    """How large the trees grow: chosen by cross-validation over documents, where neighbours of these values give the same within a point."""

    trees: int = 60
    rate: float = 0.13
    leaves: int = 6
    least_rows: int = 15
    pull: float = 3.0


@dataclass(order=True)
class _Split:
    gain: float  # negative: the best comes first
    number: int
    node: _Node = field(compare=False)
    column: int = field(compare=False)
    bound: float = field(compare=False)
    values: tuple[float, float] = field(compare=False)


@dataclass
class _Node:
    rows: NDArray[np.int64]
    value: float
    low: float
    high: float
    split: _Split | None = None
    children: tuple[_Node, _Node] | None = None


def boosted(x: Floats, y: NDArray[np.bool_], weights: Floats, directions: Sequence[int], shape: Shape) -> list[_Node]:
    """Fit trees one after the other to what is still wrong; `directions` holds 1 or -1 for each column."""
    total = np.zeros(len(y))
    trees = []
    for _ in range(shape.trees):
        likely = 1 / (1 + np.exp(-total))
        tree = _grown(x, weights * (likely - y), weights * likely * (1 - likely), directions, shape)
        trees.append(tree)
        for leaf in _leaves(tree):
            total[leaf.rows] += leaf.value
    return trees


def _leaves(tree: _Node) -> Iterator[_Node]:
    if tree.children is None:
        yield tree
    for child in tree.children or ():
        yield from _leaves(child)


def _grown(x: Floats, slope: Floats, bend: Floats, directions: Sequence[int], shape: Shape) -> _Node:
    every = np.arange(len(x))
    top = _Node(every, _value(slope.sum(), bend.sum(), shape), -np.inf, np.inf)
    open_splits: list[_Split] = []
    _offer(open_splits, top, x, (slope, bend), directions, shape)
    leaves = 1
    while open_splits and leaves < shape.leaves:
        best = heapq.heappop(open_splits)
        node, rows = best.node, best.node.rows
        below = x[rows, best.column] <= best.bound
        middle = sum(best.values) / 2
        up = directions[best.column] > 0
        node.split = best
        node.children = (
            _Node(rows[below], best.values[0], node.low if up else middle, middle if up else node.high),
            _Node(rows[~below], best.values[1], middle if up else node.low, node.high if up else middle),
        )
        leaves += 1
        for child in node.children:
            _offer(open_splits, child, x, (slope, bend), directions, shape)
    return top


def _value(slope: Any, bend: Any, shape: Shape) -> Any:
    return -shape.rate * slope / (bend + shape.pull)


def _offer(
    splits: list[_Split], node: _Node, x: Floats, steps: tuple[Floats, Floats], directions: Sequence[int], shape: Shape
) -> None:
    """Put the best split of a node among the others, where there is one."""
    rows = node.rows
    slope, bend = (step[rows] for step in steps)
    whole = slope.sum(), bend.sum()
    least = shape.least_rows
    best: _Split | None = None
    for column in range(x.shape[1]) if len(rows) >= 2 * least else ():
        order = np.argsort(x[rows, column], kind="stable")
        values = x[rows[order], column]
        ends = np.flatnonzero(values[1:] > values[:-1])
        ends = ends[(ends + 1 >= least) & (len(rows) - ends - 1 >= least)]
        if not len(ends):
            continue
        slopes, bends = slope[order].cumsum()[ends], bend[order].cumsum()[ends]
        below, above = _value(slopes, bends, shape), _value(whole[0] - slopes, whole[1] - bends, shape)
        below, above = (np.clip(side, node.low, node.high) for side in (below, above))
        gain = slopes**2 / (bends + shape.pull) + (whole[0] - slopes) ** 2 / (whole[1] - bends + shape.pull)
        gain -= whole[0] ** 2 / (whole[1] + shape.pull)
        gain[(above - below) * directions[column] <= 0] = 0.0
        at = int(gain.argmax())
        if gain[at] > 1e-9 and (best is None or -gain[at] < best.gain):
            bound = float(values[ends[at]] + values[ends[at] + 1]) / 2
            best = _Split(-float(gain[at]), len(splits), node, column, bound, (float(below[at]), float(above[at])))
    if best is not None:
        heapq.heappush(splits, best)


def _said(tree: _Node, row: Floats) -> float:
    while tree.children is not None and tree.split is not None:
        tree = tree.children[int(row[tree.split.column] > tree.split.bound)]
    return tree.value


def likelihood(trees: Sequence[_Node], x: Floats) -> Floats:
    """Give how likely each row is, 0..1."""
    return np.array([1 / (1 + np.exp(-sum(_said(tree, row) for tree in trees))) for row in x])


def plain(tree: _Node, names: Sequence[str]) -> Any:
    """Give a tree as lists, as `sayso.link.claims.weighing` reads it."""
    if tree.children is None or tree.split is None:
        return round(tree.value, 4)
    return [names[tree.split.column], round(tree.split.bound, 4), *(plain(child, names) for child in tree.children)]
