"""A body → its signature: a fixed part of its runs of four words, chosen by their hash, so that two texts choose alike.

Two reports that share `FEWEST_SHARED` runs of their signatures may be kin; alignment decides. This is FracMinHash, the kind of MinHash
that finds a passage within a much longer text (L. Irber et al., bioRxiv 2022.01.11.475838); the MinHash of datasketch and rensa estimates
how alike two whole texts are and loses it. Thirty lines of numpy, so no library is needed for it.
"""

from __future__ import annotations

import numpy as np

from .body import Body

# Words in a run. On articles of one election campaign, pairs that are no copies share more than 7 runs of four in one of 1,000 cases; of
# texts with up to 60 % of their words changed, 95 in 100 keep 34 or more (benchmarks/copies.py). Runs of three: 18 and 50.
RUN_WORDS = 4
# One run in so many is kept.
ONE_IN = 4
# Fewest runs in common of two reports that are worth aligning.
FEWEST_SHARED = 3
# Names the way signatures are made; one that is kept under another name is made again.
SCHEME = "frac-4-words-1-in-4-v1"
_KEPT_BITS = np.uint64(33)  # a run's number has 31 bits: a positive integer of either database


def signature(body: Body) -> tuple[int, ...]:
    """Give the runs that are kept, as numbers below 2**31, sorted, each once."""
    runs = body.runs(RUN_WORDS)
    kept = runs[runs % np.uint64(ONE_IN) == 0] >> _KEPT_BITS
    return tuple(int(run) for run in np.unique(kept))
