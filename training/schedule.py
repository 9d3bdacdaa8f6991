"""The learning rate over a run: up in a twentieth of it, then down to a fiftieth, by batches or by the clock."""

from __future__ import annotations

import time

import torch

WARM, LOWEST = 0.05, 0.02


class Schedule:
    """Sets the rate of every parameter group as a factor of its first rate.

    Attributes:
        done: batches so far.
    """

    def __init__(self, optimiser: torch.optim.Optimizer, *, batches: int, seconds: float | None = None, done: int = 0) -> None:
        self.optimiser, self.batches, self.seconds, self.done = optimiser, batches, seconds, done
        self.rates = [group["lr"] for group in optimiser.param_groups]
        self.began = time.time()
        self._apply()

    def progress(self) -> float:
        """How far the run has come, 0 to 1."""
        return (time.time() - self.began) / self.seconds if self.seconds else self.done / self.batches

    def _apply(self) -> None:
        at = self.progress()
        factor = max(at, 1e-3) / WARM if at < WARM else max(LOWEST, (1 - at) / (1 - WARM))
        for group, rate in zip(self.optimiser.param_groups, self.rates, strict=True):
            group["lr"] = rate * factor

    def step(self) -> bool:
        """Count a batch; true when the run is over."""
        self.done += 1
        self._apply()
        return self.progress() >= 1
