"""What the antecedent head says of two words: how likely the later one's phrase means whom the earlier one's does, as log odds against nobody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from .encoder import Manifest


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """The head's answers for every token of a text.

    Attributes:
        later, earlier: a token as what points back, and as what is pointed to; (tokens, width), float16: a long text has many tokens.
    """

    later: NDArray[np.float16]
    earlier: NDArray[np.float16]

    def of(self, later: int, earlier: Sequence[int]) -> NDArray[np.float32]:
        """Give the log odds of a token with each of some; pairs further apart than a window were never seen in training, and weigh little."""
        return self.among(earlier)(later)

    def among(self, earlier: Sequence[int]) -> Callable[[int], NDArray[np.float32]]:
        """Give what tells the log odds of a token with each of the same ones, for many to be asked."""
        others = self.earlier[np.asarray(earlier, dtype=np.int64)].astype(np.float32)
        root = np.float32(self.later.shape[1] ** 0.5)

        def odds(later: int) -> NDArray[np.float32]:
            found: NDArray[np.float32] = others @ self.later[later].astype(np.float32) / root
            return found

        return odds


def likeness_of(answers: NDArray[np.float32], first: NDArray[np.int64], manifest: Manifest) -> Likeness | None:
    """Keep the answers for the first piece of every token; None where the model has no such head."""
    if "chain_from" not in manifest.slices or "chain_to" not in manifest.slices:
        return None
    later, earlier = (answers[first, slice(*manifest.slices[name])].astype(np.float16) for name in ("chain_from", "chain_to"))
    return Likeness(later, earlier)
