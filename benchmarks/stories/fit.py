"""Fit the weights of sayso.link.stories.kin on ECB+ train; write src/sayso/link/stories/weights.json.

usage: python benchmarks/stories/fit.py [--data DIR] [--kept DIR]
Logistic regression over the signals of every pair of documents that share a topic or a little of their words: of one story or not. Prints B³ of
train when each fifth of the topics is scored by weights fitted on the others (three lots), and when all are scored by those that are kept: with one
bar for groups of all sizes, and with the bars of `sayso.link.stories.story.bar_of` at other values of each. Dev is not touched.
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

from marked import Marked, b_cubed_at, marked  # noqa: E402

from sayso.link.stories.kin import RELATED, signals  # noqa: E402
from sayso.link.stories.linkage import Bar  # noqa: E402
from sayso.link.stories.story import LEAST, LONE, MANY, SURE, bar_of  # noqa: E402
from sets import options_of  # noqa: E402

OUT = ROOT / "src/sayso/link/stories/weights.json"
NAMES = ("always", "terms", "names", "weightiest terms", "numbers", "places", "near days", "same year", "years apart")
# Strength of the pull to zero; 0.3 to 5 give the same within a point.
PULL = 1.0
FOLDS = 5
LOTS = (0, 1, 2)
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


def folds_of(documents: Sequence[Marked], lot: int) -> dict[str, int]:
    """Give each topic its fold, by lot."""
    topics = sorted({document.topic for document in documents})
    random.Random(lot).shuffle(topics)
    return {topic: at % FOLDS for at, topic in enumerate(topics)}


def held_out(pairs: Sequence[tuple[Marked, Marked]], x: Floats, y: Floats, folds: dict[str, int]) -> Floats:
    """Score every pair by weights fitted on other topics; one over two folds, never of one story, by those of its first document's fold."""
    at_fold = np.array([(folds[a.topic], folds[b.topic]) for a, b in pairs])
    likely = np.zeros(len(pairs))
    for fold in range(FOLDS):
        seen = (at_fold != fold).all(axis=1)
        mine = at_fold[:, 0] == fold
        likely[mine] = 1 / (1 + np.exp(-x[mine] @ fitted(x[seen], y[seen])))
    return likely


def bars() -> dict[str, Bar]:
    """Give the bars that are tried, by name."""
    one = {f"{least} for all": (lambda _fewer, _more, least=least: least) for least in (0.3, 0.35, 0.4, 0.45)}
    lone = {f"alone {at}": (lambda a, b, at=at: at if a == 1 and b >= MANY else bar_of(a, b)) for at in (0.15, 0.25, LEAST)}
    sure = {f"sure {at}": (lambda a, b, at=at: at if a >= MANY else bar_of(a, b)) for at in (LEAST, 0.45, 0.55)}
    return {**one, f"{LEAST}, alone {LONE}, sure {SURE}": bar_of, **lone, **sure}


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
    weights = fitted(x, y)
    lots = [held_out(pairs, x, y, folds_of(documents, lot)) for lot in LOTS]
    tried = bars()
    for name, some in (("held-out topics", lots), ("all topics", [1 / (1 + np.exp(-x @ weights))])):
        found = []
        for likely in some:
            scored = zip(pairs, likely, x, strict=True)
            scores = {(min(a.id, b.id), max(a.id, b.id)): float(p) for (a, b), p, row in scored if row[1] >= RELATED}
            found.append(b_cubed_at(documents, scores, tried.values()))
        means = {bar: round(sum(lot[at] for lot in found) / len(found), 1) for at, bar in enumerate(tried)}
        print(f"{name}, B³ by bar: {means}")
    kept_weights = {name: round(float(w), 2) for name, w in zip(NAMES, weights, strict=True)}
    OUT.write_text(json.dumps(kept_weights, indent=2) + "\n", encoding="utf8")
    print(kept_weights)


if __name__ == "__main__":
    main()
