"""Fit the confidence of an event on its belief: the constants LEVEL, BELIEF and MARKS of understand/events/trust.py.

usage: python benchmarks/marks/fit_trust.py

Prints the area under the curve of the confidence in use and the constants fitted: whether a found event of the passages to tune on is wholly as marked, by the log odds
of its belief and of what trust says without it. To be written into trust.py by hand.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent), str(HERE.parents[1]), str(HERE)]

from fitting import area  # noqa: E402
from measure import found_in, judge, paired  # noqa: E402
from training.marking import marked, part_of  # noqa: E402

from sayso.understand.events import making  # noqa: E402


def examples() -> list[tuple[float, float, float, bool]]:
    """Give (log odds of belief, log odds without it, confidence, whether it is wholly right) of every event found in the passages to tune on."""
    import sayso

    known: dict[int, tuple[float, float]] = {}
    told = making.Maker._confidence

    def watched(self: making.Maker, found: Any, reality: Any) -> float:
        one = found.happening
        belief, one.belief = one.belief, None
        plain = told(self, found, reality)
        one.belief = belief
        known[self.doc.tokens[one.token].start] = (_odds(belief or 0.5), _odds(plain))
        return told(self, found, reality)

    making.Maker._confidence = watched  # type: ignore[method-assign]
    rows = []
    for segment, row, text in marked():
        if part_of(segment) != "tune":
            continue
        events = []
        known.clear()
        for event in sayso.parse(text).events:
            plain = {
                "event_type": event.event_type, "trigger": list(event.trigger), "reality": event.reality.value, "confidence": event.confidence,
                "evidence": [list(s) for s in event.evidence], "actor_spans": [list(s) for s in event.actor_spans],
                "recipient_spans": [list(s) for s in event.recipient_spans],
            }  # fmt: skip
            events.append(plain)
        for one, other in paired(row["events"], found_in({"events": events}, segment["sentences"]), segment["sentences"]):
            if other is not None and (signs := known.get(other["trigger"][0])) is not None:
                rows.append((*signs, other["confidence"], one is not None and judge(one, other)["whole"]))
    return rows


def _odds(share: float) -> float:
    share = min(max(share, 0.01), 0.99)
    return math.log(share / (1 - share))


def main() -> None:
    rows = examples()
    table = np.array([[1.0, belief, marks] for belief, marks, _, _ in rows])
    right = np.array([float(whole) for *_, whole in rows])
    weights, ridge = np.zeros(3), np.diag([0.0, 1.0, 1.0])
    for _ in range(30):
        chances = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - chances) - ridge @ weights
        weights += np.linalg.solve((table * (chances * (1 - chances))[:, None]).T @ table + ridge, slope)
    print(
        len(rows),
        "events,",
        int(right.sum()),
        "wholly right; area of the confidence in use",
        area([(confidence, whole) for _, _, confidence, whole in rows]),
    )
    print("LEVEL, BELIEF, MARKS =", ", ".join(f"{w:.2f}" for w in weights))


if __name__ == "__main__":
    main()
