"""Whether the confidence of an event tells right ones from wrong ones, on events of train documents judged one by one (train-judged.jsonl).

usage: python benchmarks/events/trust.py
    prints the area under the curve of understand/events/trust.py, round by round left out, and the weights fitted on all rounds, to be written there

The judged events were drawn from train documents (PolNeAR, TBAQ, GeoWebNews; TR-News to tune) round by round, the rules mended between; README.md says how.
Each round is scored by weights fitted on the others. Writes results/events-trust.json.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE.parents[1] / "src"))

from sayso.understand.events.trust import DEEDS, RARE_TYPES  # noqa: E402
from sets import interval_of, keep  # noqa: E402

Row = dict[str, Any]
MARKS = ("BASE", "RARE", "AGREED", "DEED", "UNREAL", "POINTED", "BOTH")
# Weight of the squares of all weights but BASE, against overfitting.
RIDGE = 1.0


def rows_of_judged() -> list[Row]:
    """Read the judged events."""
    return [json.loads(line) for line in (HERE / "train-judged.jsonl").read_text(encoding="utf8").splitlines()]


def marks(row: Row) -> list[float]:
    """Give the marks of an event, in the order of MARKS."""
    kind, actors, recipients = row["event_type"], row["actor"]["keys"], row["recipient"]["keys"]
    return [
        1.0, kind in RARE_TYPES, kind == "AGREE", kind in DEEDS, row["reality"] not in ("happened", "ongoing"), row["by_pronoun"],
        bool(actors and recipients) or len(actors) > 1,
    ]  # fmt: skip


def fitted(rows: list[Row]) -> Any:
    """Give the weights of a logistic model."""
    table = np.array([marks(row) for row in rows], dtype=float)
    right = np.array([row["right"]["whole"] for row in rows], dtype=float)
    weights, ridge = np.zeros(table.shape[1]), np.array([0.0, *[RIDGE] * (table.shape[1] - 1)])
    for _ in range(50):  # Newton's steps
        chances = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - chances) - ridge * weights
        weights += np.linalg.solve((table * (chances * (1 - chances))[:, None]).T @ table + np.diag(ridge), slope)
    return weights


def area(scored: list[tuple[float, bool]]) -> float:
    """Give the share in percent of pairs of a right and a wrong event in which the right one scores higher."""
    right, wrong = [s for s, whole in scored if whole], [s for s, whole in scored if not whole]
    above = sum((one > other) + (one == other) / 2 for one in right for other in wrong)
    return 100 * above / max(1, len(right) * len(wrong))


def main() -> None:
    """Fit, score round by round, print and keep."""
    rows = rows_of_judged()
    by_document: defaultdict[str, list[tuple[float, bool]]] = defaultdict(list)
    shares = {}
    for round_of in sorted({row["round"] for row in rows}):
        weights = fitted([row for row in rows if row["round"] != round_of])
        own = [row for row in rows if row["round"] == round_of]
        shares[f"round {round_of}"] = {
            "events": len(own),
            "whole": round(100 * sum(row["right"]["whole"] for row in own) / len(own), 1),
        }
        for row in own:
            by_document[row["doc"]].append((float(np.dot(marks(row), weights)), row["right"]["whole"]))
    documents = list(by_document.values())
    curve = [one for some in documents for one in some]
    figures = {
        "events": len(rows),
        "wholly right, before each mending": shares,
        "area under the curve, each round by the others": {
            "value": round(area(curve), 1),
            "interval": interval_of(documents, lambda drawn: area([one for some in drawn for one in some]), draws=200),
        },
        "weights": dict(zip(MARKS, (round(float(w), 2) for w in fitted(rows)), strict=True)),
    }
    print(json.dumps(figures, indent=1))
    keep("events-trust", figures, data=f"{len(rows)} events of train documents, judged one by one", arguments=())


if __name__ == "__main__":
    main()
