"""Documents → an endless, seeded stream of batches, made by worker processes while the network learns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from .batches import Batch, batches
from .corpora import Gold


class Epochs(IterableDataset[Batch]):
    """Batches of epoch after epoch; worker k of n makes epochs k, k + n, …: the stream depends on seed and number of workers alone."""

    def __init__(self, documents: list[Gold], *, seed: int, rows: int, share: dict[str, float], first: int = 0) -> None:
        self.documents, self.seed, self.rows, self.share, self.first = documents, seed, rows, share, first

    def __iter__(self) -> Iterator[Batch]:
        worker = get_worker_info()
        epoch, step = (worker.id, worker.num_workers) if worker is not None else (0, 1)
        while True:
            rng = np.random.default_rng([self.seed, self.first + epoch])
            yield from batches(self.documents, rng, size=self.rows, share=self.share)
            epoch += step


def stream(
    documents: list[Gold],
    *,
    seed: int,
    rows: int,
    share: dict[str, float],
    first: int = 0,
    workers: int = 0,
    pinned: bool = False,
) -> Iterator[Batch]:
    """Give batches without end; `workers` processes make them, none means this one."""
    epochs = Epochs(documents, seed=seed, rows=rows, share=share, first=first)
    if not workers:
        return iter(epochs)
    torch.multiprocessing.set_sharing_strategy("file_system")
    options: dict[str, Any] = {"num_workers": workers, "prefetch_factor": 16, "pin_memory": pinned}
    return iter(DataLoader(epochs, batch_size=None, **options))
