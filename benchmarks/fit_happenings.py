"""Fit the weights of sayso.link.happenings.weighing on ECB+ train; write src/sayso/link/happenings/weights.json.

usage: python benchmarks/fit_happenings.py [--data DIR] [--kept DIR]
Logistic regression over the signals of `sayso.link.happenings.signals`: pairs of gold mentions of one topic, of one chain or not. The two bounds are those
with the best CoNLL F1 on train, each topic scored by weights of the other folds' topics. Prints that F1 beside the same head's. Dev is not touched.

ECB+ has no days of publication and next to none of its mentions is an event of PLOVER's, so the signals of days, places, parties, sizes and types have no
pairs to be fitted on: their weights are set by hand (BY_HAND), small beside those of words and story.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from chain_scores import Sums, sums_of, total
from ecbplus import Mention, documents_of, told_of
from sayso.link.happenings.signals import signals
from sayso.link.joining import Tie, joined
from sets import ROOT, options_of

OUT = ROOT / "src/sayso/link/happenings/weights.json"
# Strength of the pull to zero, of weights on pairs counted one each.
PULL = 1.0
FOLDS = 5
SAME, APART = (0.4, 0.45, 0.5, 0.55, 0.6), (0.03, 0.05, 0.08)
BY_HAND = {
    "same type": 1.0, "other type": -1.0, "same day": 1.0, "same place": 0.7, "same actor": 0.7, "same recipient": 1.0, "same size": 1.0,
    "other day": -2.0, "other place": -1.5, "other actor": -1.5, "other recipient": -1.5, "other size": -0.3, "days between": -2.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Topic:
    """The mentions of a topic, in order, and every pair of them: its signals and whether it is of one chain."""

    mentions: tuple[Mention, ...]
    pairs: np.ndarray
    table: np.ndarray
    of_one: np.ndarray


def topics_of(path: Path, kept: Path | None) -> tuple[list[str], list[Topic]]:
    """Give the names of the signals and the topics of a split."""
    told = {m.key: (m, one) for document in documents_of(path, kept) for m, one in told_of(document)}
    made, names = [], []
    for number in sorted({m.topic for m, _ in told.values()}):
        mine = [told[key] for key in sorted(told) if told[key][0].topic == number]
        pairs = list(combinations(range(len(mine)), 2))
        rows = []
        for a, b in pairs:
            found = signals(mine[a][1], mine[b][1])
            names = names or [name for name in found if name not in BY_HAND]
            rows.append([found[name] for name in names])
        of_one = np.array([mine[a][0].chain == mine[b][0].chain for a, b in pairs])
        made.append(Topic(tuple(m for m, _ in mine), np.array(pairs), np.array(rows, dtype=np.float32), of_one))
    return names, made


def fitted(topics: Sequence[Topic]) -> np.ndarray:
    """Fit by Newton's method; the same from run to run."""
    table = np.concatenate([topic.table for topic in topics]).astype(float)
    of_one = np.concatenate([topic.of_one for topic in topics]).astype(float)
    weights = np.zeros(table.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (likely - of_one) + PULL * weights
        bend = (table * (likely * (1 - likely))[:, None]).T @ table + PULL * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        weights -= step
        if abs(step).max() < 1e-6:
            break
    return weights


def grouped(topic: Topic, weights: np.ndarray, same: float, apart: float) -> Sums:
    """Group a topic's mentions by weights and bounds, and give the sums of its scores."""
    keys = [m.key for m in topic.mentions]
    scores = 1 / (1 + np.exp(-topic.table @ weights))
    tied = np.flatnonzero(scores >= same)
    ties = [Tie(keys[topic.pairs[at][0]], keys[topic.pairs[at][1]], float(scores[at])) for at in tied]
    near = joined(keys, ties)  # what no tie brings together need not be held apart
    far = [(keys[a], keys[b]) for a, b in topic.pairs[scores < apart] if near[keys[a]] == near[keys[b]]]
    return sums_of({m.key: m.chain for m in topic.mentions}, joined(keys, ties, apart=far))


def main() -> None:
    parser = options_of(__doc__)
    parser.add_argument("--kept", type=Path, help="folder to keep readings in")
    options = parser.parse_args()
    names, topics = topics_of(options.data / "ecbplus" / "train.jsonl.gz", options.kept)
    for label in ("lemma", "stem"):
        parts = [sums_of({m.key: m.chain for m in t.mentions}, {m.key: getattr(m, label) for m in t.mentions}) for t in topics]
        print(f"same {label} of the head", round(total(parts).conll, 1))
    across = {at: fitted([t for other, t in enumerate(topics) if other % FOLDS != at]) for at in range(FOLDS)}
    tried = {}
    for same in SAME:
        for apart in APART:
            sums = total(grouped(topic, across[at % FOLDS], same, apart) for at, topic in enumerate(topics))
            tried[same, apart] = round(sums.conll, 2)
    same, apart = max(tried, key=lambda bounds: (tried[bounds], bounds))
    for bounds, conll in sorted(tried.items(), key=lambda item: -item[1])[:8]:
        print("same from, apart below", bounds, "CoNLL F1", conll)
    found = {name: round(float(weight), 2) for name, weight in zip(names, fitted(topics), strict=True)}
    OUT.write_text(json.dumps({"same": same, "apart": apart, "signals": found | BY_HAND}, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
