"""Keys in lists that one statement can hold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

# Values in one statement; SQLite's limit is 32,766 parameters.
BATCH = 500

K = TypeVar("K")


def batches(keys: Iterable[K]) -> Iterable[list[K]]:
    """Give the keys, each once, in lists a statement can hold."""
    unique = list(dict.fromkeys(keys))
    return (unique[at : at + BATCH] for at in range(0, len(unique), BATCH))
