"""Marked rows of numbers → small trees whose leaves are added up: gradient boosting of the logistic loss, a number bound to one direction where one is given.

A number so bound cannot speak for the question here and against it there. Plain numpy, no chance: the same rows give the same trees. After Friedman (2001) and,
for the bounds that keep a direction and the bins, Chen and Guestrin (2016); no code of theirs.
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
    bins: int = 64


@dataclass(frozen=True)
class _Rows:
    """The rows, each number as the bin it falls into: bin `b` of a column holds what is above its bound `b - 1` and up to its bound `b`."""

    codes: NDArray[np.int64]  # (rows, columns)
    bounds: list[Floats]
    directions: Floats  # (columns,)
    bins: int


@dataclass(order=True)
class _Split:
    gain: float  # negative: the best comes first
    number: int
    node: _Node = field(compare=False)
    column: int = field(compare=False)
    place: int = field(compare=False)
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
    """Fit trees one after the other to what is still wrong; `directions` holds 1, -1 or, for either, 0 for each column."""
    binned = _binned(x, directions, shape)
    total = np.zeros(len(y))
    trees = []
    for _ in range(shape.trees):
        likely = 1 / (1 + np.exp(-total))
        tree = _grown(binned, weights * (likely - y), weights * likely * (1 - likely), shape)
        trees.append(tree)
        for leaf in _leaves(tree):
            total[leaf.rows] += leaf.value
    return trees


def _binned(x: Floats, directions: Sequence[int], shape: Shape) -> _Rows:
    """Give the rows in bins; between two bins lies the middle of two values that occur."""
    bounds = []
    for column in x.T:
        values = np.unique(column)
        middles = (values[1:] + values[:-1]) / 2
        if len(middles) >= shape.bins:
            wanted = np.quantile(column, np.linspace(0, 1, shape.bins + 1)[1:-1])
            middles = np.unique(middles[np.minimum(np.searchsorted(middles, wanted), len(middles) - 1)])
        bounds.append(middles)
    codes = np.stack([np.searchsorted(bound, column) for bound, column in zip(bounds, x.T, strict=True)], axis=1)
    return _Rows(codes, bounds, np.array(directions, dtype=np.float64), shape.bins)


def _leaves(tree: _Node) -> Iterator[_Node]:
    if tree.children is None:
        yield tree
    for child in tree.children or ():
        yield from _leaves(child)


def _grown(x: _Rows, slope: Floats, bend: Floats, shape: Shape) -> _Node:
    every = np.arange(len(x.codes))
    top = _Node(every, _value(slope.sum(), bend.sum(), shape), -np.inf, np.inf)
    open_splits: list[_Split] = []
    _offer(open_splits, top, x, (slope, bend), shape)
    leaves = 1
    while open_splits and leaves < shape.leaves:
        best = heapq.heappop(open_splits)
        node, rows = best.node, best.node.rows
        below = x.codes[rows, best.column] <= best.place
        middle = sum(best.values) / 2
        way = x.directions[best.column]
        node.split = best
        node.children = (
            _Node(rows[below], best.values[0], middle if way < 0 else node.low, middle if way > 0 else node.high),
            _Node(rows[~below], best.values[1], middle if way > 0 else node.low, middle if way < 0 else node.high),
        )
        leaves += 1
        for child in node.children:
            _offer(open_splits, child, x, (slope, bend), shape)
    return top


def _value(slope: Any, bend: Any, shape: Shape) -> Any:
    return -shape.rate * slope / (bend + shape.pull)


def _offer(splits: list[_Split], node: _Node, x: _Rows, steps: tuple[Floats, Floats], shape: Shape) -> None:
    """Put the best split of a node among the others, where there is one."""
    rows, columns = node.rows, x.codes.shape[1]
    if len(rows) < 2 * shape.least_rows:
        return
    cells = (x.codes[rows] + np.arange(columns) * x.bins).ravel()
    each = [np.ones(len(rows)), *(step[rows] for step in steps)]
    summed = [np.bincount(cells, np.repeat(part, columns), columns * x.bins).reshape(columns, x.bins).cumsum(1) for part in each]
    counts, slopes, bends = (part[:, :-1] for part in summed)
    whole = each[1].sum(), each[2].sum()
    below, above = _value(slopes, bends, shape), _value(whole[0] - slopes, whole[1] - bends, shape)
    below, above = (np.clip(side, node.low, node.high) for side in (below, above))
    gain = slopes**2 / (bends + shape.pull) + (whole[0] - slopes) ** 2 / (whole[1] - bends + shape.pull)
    gain -= whole[0] ** 2 / (whole[1] + shape.pull)
    ways = x.directions[:, None]
    gain[((above - below) * ways <= 0) & (ways != 0)] = 0.0
    gain[(counts < shape.least_rows) | (len(rows) - counts < shape.least_rows)] = 0.0
    column, place = np.unravel_index(int(gain.argmax()), gain.shape)
    if gain[column, place] > 1e-9:
        bound, values = float(x.bounds[column][place]), (float(below[column, place]), float(above[column, place]))
        heapq.heappush(splits, _Split(-float(gain[column, place]), len(splits), node, int(column), int(place), bound, values))


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
