"""A logistic model of named signs, and how well it tells right from wrong: what fit_belief.py and fit_statements.py share."""

from __future__ import annotations

from collections import Counter

import numpy as np

# Signs, whether it is right, document.
Example = tuple[dict[str, float], bool, str]


def logistic(rows: list[Example], *, penalty: float, rarest: int) -> dict[str, float]:
    """Give the weights of the signs met at least `rarest` times, by Newton's steps, with a penalty on their squares."""
    counts = Counter(name for signs, _, _ in rows for name in signs)
    names = sorted(n for n, c in counts.items() if c >= rarest)
    table = np.array([[signs.get(n, 0.0) for n in names] for signs, _, _ in rows])
    right = np.array([one for _, one, _ in rows], dtype=float)
    weights = np.zeros(len(names))
    for _ in range(30):
        shares = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - shares) - penalty * weights
        weights += np.linalg.solve((table * (shares * (1 - shares))[:, None]).T @ table + penalty * np.eye(len(names)), slope)
    return {n: round(float(w), 3) for n, w in zip(names, weights, strict=True)}


def area(scored: list[tuple[float, bool]]) -> float:
    """Give the area under the curve of (score, whether it is right), in percent."""
    yes, no = (np.array([score for score, right in scored if right == one]) for one in (True, False))
    return round(100 * float(np.mean([(one > no).mean() + 0.5 * (one == no).mean() for one in yes])), 1)
