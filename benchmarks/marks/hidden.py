"""A layer of hidden units over named signs, fitted by Adam's steps: what fit_parts.py makes its two tables with."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
# Decay of Adam's two means; share of all steps in which the pace rises; steps of a byte to either side.
_SLOW, _SQUARE, _RISE, _BYTE = 0.9, 0.999, 0.15, 127


@dataclass
class Rows:
    """Examples: the signs of each as numbers of names, one after another.

    Attributes:
        labels: 0 none, 1 actor or 2 recipient; documents: whose text it is of; acts: which act it is asked of.
    """

    numbers: dict[str, int] = field(default_factory=dict)
    signs: list[NDArray[np.int32]] = field(default_factory=list)
    values: list[Floats] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    acts: list[int] = field(default_factory=list)

    def add(self, signs: dict[str, float], label: int, document: str, act: int) -> None:
        """Take in an example; signs of no weight are left out."""
        kept = [(self.numbers.setdefault(name, len(self.numbers)), value) for name, value in signs.items() if value]
        self.signs.append(np.array([number for number, _ in kept], dtype=np.int32))
        self.values.append(np.array([value for _, value in kept], dtype=np.float32))
        self.labels.append(label)
        self.documents.append(document)
        self.acts.append(act)

    def often(self, rarest: int, among: Iterable[int]) -> list[str]:
        """Give the names met at least so often in some of the examples."""
        met = np.bincount(np.concatenate([self.signs[i] for i in among]), minlength=len(self.numbers))
        return sorted(name for name, number in self.numbers.items() if met[number] >= rarest)


@dataclass(frozen=True)
class Plan:
    """How a table is fitted.

    Attributes:
        units: hidden ones; rarest: fewest examples with a sign; rounds: over all examples; batch: examples a step.
        pace: highest length of a step; decay: of weights, as a part of the pace; left_out: share of hidden units left out at each step.
    """

    units: int
    rarest: int
    rounds: int
    batch: int
    decay: float
    left_out: float
    pace: float = 0.004


class Layer:
    """The weights while they are fitted; `table`, `bias` and `out` as in sayso.understand.events.part_tables."""

    def __init__(self, names: list[str], plan: Plan, rng: np.random.Generator) -> None:
        self.names, self.plan, self.rng = names, plan, rng
        table = rng.normal(0, 0.05, (len(names), plan.units + 2)).astype(np.float32)
        table[:, -2:] = 0
        out = rng.uniform(-1, 1, (plan.units, 2)).astype(np.float32) / np.float32(math.sqrt(plan.units))
        self.weights: list[Floats] = [table, np.zeros(plan.units, np.float32), out]
        self._means = [(np.zeros_like(one), np.zeros_like(one)) for one in self.weights]
        self._steps = 0

    def step(self, numbers: NDArray[Any], values: Floats, lengths: NDArray[Any], labels: NDArray[Any], pace: float) -> None:
        """Go one step on a batch: signs and values of all examples in a row, how many are of each."""
        table, bias, out = self.weights
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        added = np.add.reduceat(table[numbers] * values[:, None], starts, axis=0)
        before = added[:, :-2] + bias
        mask = (self.rng.random(before.shape) >= self.plan.left_out) / np.float32(1 - self.plan.left_out)
        hidden = np.maximum(before, 0) * mask
        wrong = (shares(hidden @ out + added[:, -2:]) - np.stack([labels == 1, labels == 2], axis=1)) / np.float32(len(labels))
        below = (wrong @ out.T) * mask * (before > 0)
        back = np.repeat(np.concatenate([below, wrong], axis=1), lengths, axis=0) * values[:, None]
        order = np.argsort(numbers, kind="stable")
        places, first = np.unique(numbers[order], return_index=True)
        slope = np.zeros_like(table)
        slope[places] = np.add.reduceat(back[order], first, axis=0)
        self._go([slope, below.sum(axis=0), hidden.T @ wrong], pace)

    def _go(self, slopes: list[Any], pace: float) -> None:
        self._steps += 1
        for weight, (slow, square), slope in zip(self.weights, self._means, slopes, strict=True):
            slow += (1 - _SLOW) * (slope - slow)
            square += (1 - _SQUARE) * (slope * slope - square)
            size = np.sqrt(square / np.float32(1 - _SQUARE**self._steps)) + np.float32(1e-8)
            weight -= np.float32(pace) * (slow / np.float32(1 - _SLOW**self._steps) / size + np.float32(self.plan.decay) * weight)


def shares(odds: NDArray[Any]) -> NDArray[Any]:
    """Give the probabilities of actor and recipient by their log odds against neither."""
    top = np.maximum(odds.max(axis=1, keepdims=True), 0)
    raised = np.exp(odds - top)
    given: NDArray[Any] = raised / (raised.sum(axis=1, keepdims=True) + np.exp(-top))
    return given


def fitted(rows: Rows, among: list[int], plan: Plan) -> tuple[list[str], list[Floats]]:
    """Give names and weights fitted on some of the examples."""
    names = rows.often(plan.rarest, among)
    place = np.full(len(rows.numbers), -1, np.int64)
    place[[rows.numbers[name] for name in names]] = np.arange(len(names))
    layer = Layer(names, plan, np.random.default_rng(0))
    last = plan.rounds * math.ceil(len(among) / plan.batch)
    batches = (batch for _ in range(plan.rounds) for batch in _batches(layer.rng.permutation(among), plan.batch))
    for number, batch in enumerate(batches):
        signs = [place[rows.signs[i]] for i in batch]
        known = [one >= 0 for one in signs]
        values = np.concatenate([rows.values[i][k] for i, k in zip(batch, known, strict=True)])
        numbers = np.concatenate([s[k] for s, k in zip(signs, known, strict=True)])
        lengths, labels = np.array([int(k.sum()) for k in known]), np.array([rows.labels[i] for i in batch])
        layer.step(numbers, values, lengths, labels, _pace(number / last, plan.pace))
    return names, layer.weights


def _batches(order: NDArray[Any], size: int) -> Iterator[NDArray[Any]]:
    for start in range(0, len(order), size):
        yield order[start : start + size]


def _pace(done: float, highest: float) -> float:
    """Give the length of a step: up by half a wave, and down again."""
    part = done / _RISE if done < _RISE else 1 + (done - _RISE) / (1 - _RISE)
    return highest * (0.02 + 0.98 * (1 - math.cos(math.pi * part)) / 2)


def write(path: Path, names: list[str], weights: list[Floats]) -> None:
    """Keep a table: every number as a byte, with the worth of a step by column."""
    table, bias, out = weights
    scale = (np.abs(table).max(axis=0) / _BYTE).astype(np.float32)
    scale[scale == 0] = 1
    kept = np.round(table / scale).astype(np.int8)
    written = np.frombuffer("\n".join(names).encode("utf8"), dtype=np.uint8)
    np.savez_compressed(path, names=written, table=kept, scale=scale, bias=bias, out=out)
