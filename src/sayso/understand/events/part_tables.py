"""Signs of phrases → log odds that each is the actor of an act, or its recipient: a layer of hidden units over named numbers, kept as one table a file.

The tables are made by `python benchmarks/marks/fit_parts.py`; a number is kept as a byte, and a column's scale says what one step of it is worth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Signs = dict[str, float]


@dataclass(frozen=True, eq=False, slots=True)
class Weighing:
    """What each sign adds.

    Attributes:
        places: row of a sign by its name; other signs add nothing.
        table: per sign what it adds to the hidden units, and in the last two columns to either side at once; (signs, units + 2), float32.
        bias: of the hidden units; out: what these add to either side, (units, 2).
    """

    places: dict[str, int]
    table: NDArray[np.float32]
    bias: NDArray[np.float32]
    out: NDArray[np.float32]

    def odds(self, phrases: Sequence[Signs]) -> NDArray[np.float32]:
        """Give the log odds of actor and recipient against no part, (phrases, 2)."""
        places = self.places
        known = [[(places[name], value) for name, value in signs.items() if name in places] for signs in phrases]
        rows = np.array([row for one in known for row, _ in one], dtype=np.int64)
        values = np.array([value for one in known for _, value in one], dtype=np.float32)
        added = np.zeros((len(phrases), self.table.shape[1]), dtype=np.float32)
        of_phrase = np.repeat(np.arange(len(phrases)), [len(one) for one in known])
        np.add.at(added, of_phrase, self.table[rows] * values[:, None])
        given: NDArray[np.float32] = np.maximum(added[:, :-2] + self.bias, 0) @ self.out + added[:, -2:]
        return given


def weighing_of(name: str) -> Weighing:
    """Read a table beside this file."""
    with resources.files(__package__).joinpath(name).open("rb") as file, np.load(file) as read:
        names = bytes(read["names"]).decode("utf8").split("\n")
        table = read["table"].astype(np.float32) * read["scale"]
        return Weighing({one: row for row, one in enumerate(names)}, table, read["bias"], read["out"])
