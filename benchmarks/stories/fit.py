"""Fit the weights of sayso.link.stories.kin on ECB+ train; write src/sayso/link/stories/weights.json.

usage: python benchmarks/stories/fit.py [--data DIR] [--kept DIR]
Logistic regression over the signals of every pair of documents that share a topic or a little of their words: of one story or not. Prints B³ of
train at the best threshold when each fifth of the topics is scored by weights fitted on the others, and when all are. Dev is not touched.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "benchmarks"), str(Path(__file__).parent)]

from marked import Marked, best_threshold, grid, marked  # noqa: E402

from sayso.link.stories.kin import RELATED, signals  # noqa: E402
from sets import options_of  # noqa: E402

OUT = ROOT / "src/sayso/link/stories/weights.json"
NAMES = ("always", "terms", "names", "weightiest terms", "numbers", "places", "near days", "same year", "years apart")
# Strength of the pull to zero; 0.3 to 5 give the same within a point.
PULL = 1.0
FOLDS = 5
# Pairs less alike than this are of different stories in all but a few of a thousand cases and would drown the others.
WORTH_FITTING = RELATED / 2
Floats = npt.NDArray[np.float64]


def fitted(found: Floats, same: Floats, *, steps: int = 30) -> Floats:
    """Fit by Newton's method; the same from run to run."""
    weights = np.zeros(found.shape[1])
    for _ in range(steps):
        likely = 1 / (1 + np.exp(-found @ weights))
        slope = found.T @ (likely - same) + PULL * weights
        bend = (found * (likely * (1 - likely))[:, None]).T @ found + PULL * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return weights


def folds_of(documents: Sequence[Marked]) -> dict[str, int]:
    """Give each topic its fold, by lot."""
    topics = sorted({document.topic for document in documents})
    random.Random(0).shuffle(topics)
    return {topic: at % FOLDS for at, topic in enumerate(topics)}


def main() -> None:
    options = options_of(__doc__)
    options.add_argument("--kept", type=Path, help="folder where readings are kept from one run to the next")
    chosen = options.parse_args()
    documents = marked(chosen.data, "train", chosen.kept)
    pairs = [(a, b) for at, b in enumerate(documents) for a in documents[:at]]
    all_signals = [signals(a.lead, b.lead) for a, b in pairs]
    kept = [at for at, (a, b) in enumerate(pairs) if all_signals[at]["terms"] >= WORTH_FITTING or a.topic == b.topic]
    pairs = [pairs[at] for at in kept]
    x = np.array([[all_signals[at][name] for name in NAMES] for at in kept])
    y = np.array([float(a.story == b.story) for a, b in pairs])
    folds = folds_of(documents)
    # A pair over two folds is never of one story: it is scored by the weights of its first document's fold.
    at_fold = np.array([(folds[a.topic], folds[b.topic]) for a, b in pairs])
    held_out = np.zeros(len(pairs))
    for fold in range(FOLDS):
        seen = (at_fold != fold).all(axis=1)
        mine = at_fold[:, 0] == fold
        held_out[mine] = 1 / (1 + np.exp(-x[mine] @ fitted(x[seen], y[seen])))
    weights = fitted(x, y)
    for name, likely in (("held-out topics", held_out), ("all topics", 1 / (1 + np.exp(-x @ weights)))):
        scores = {
            (min(a.id, b.id), max(a.id, b.id)): float(p)
            for (a, b), p, row in zip(pairs, likely, x, strict=True)
            if row[1] >= RELATED
        }
        least, score = best_threshold(documents, scores, grid(0.15, 0.8, 0.02))
        print(f"{name}: B³ {score:.1f} at {least}")
    kept_weights = {name: round(float(w), 2) for name, w in zip(NAMES, weights, strict=True)}
    OUT.write_text(json.dumps(kept_weights, indent=2) + "\n", encoding="utf8")
    print(kept_weights)


if __name__ == "__main__":
    main()
