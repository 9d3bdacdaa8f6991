"""Weights of named signs, of what is so or not and of a choice among several, and how well they tell right from wrong: what the fit_*.py share."""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

from sayso.understand.weighing import NOBODY, likeliest

# Signs, whether it is right, document.
Example = tuple[dict[str, float], bool, str]
# Of a choice: signs of each candidate, those that are right, what the check tells apart, report.
Choice = tuple[dict[str, dict[str, float]], frozenset[str], str, int]
# Least likelihoods that a check prints; parts of a check.
LEAST, FOLDS = (0.5, 0.6, 0.7, 0.8, 0.9), 10


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


def choosing(chosen: list[Choice], *, penalty: float, rarest: int, steps: int) -> dict[str, float]:
    """Give the weights of the signs met in at least `rarest` choices: a softmax over the candidates, any of the right ones right, by Adam."""
    counts = Counter(sign for signs, _, _, _ in chosen for sign in {s for one in signs.values() for s in one})
    names = sorted(s for s, count in counts.items() if count >= rarest)
    place = {s: i for i, s in enumerate(names)}
    tables = []
    for signs, right, _, _ in chosen:
        table = np.zeros((len(signs), len(names)))
        for row, one in enumerate(signs.values()):
            for sign, value in one.items():
                if sign in place:
                    table[row, place[sign]] = value
        tables.append((table, np.array([key in right for key in signs], dtype=float)))
    weights, first, second = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, steps + 1):
        slope = penalty * weights
        for table, is_right in tables:
            scores = table @ weights
            odds = np.exp(scores - scores.max())
            odds /= odds.sum()
            slope += (odds - odds * is_right / (odds @ is_right)) @ table
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return {s: round(float(w), 3) for s, w in zip(names, weights, strict=True) if round(float(w), 3)}


def check_choosing(chosen: list[Choice], *, penalty: float, rarest: int, steps: int) -> None:
    """Print how the weights do on reports that they have not seen, for each group and for all."""
    judged: dict[str, list[tuple[str, float, frozenset[str]]]] = defaultdict(list)
    numbers = sorted({n for *_, n in chosen})
    for fold in range(FOLDS):
        held = set(numbers[fold::FOLDS])
        by = choosing([one for one in chosen if one[3] not in held], penalty=penalty, rarest=rarest, steps=steps)
        for signs, right, group, n in chosen:
            if n in held:
                judged[group].append((*likeliest(signs, by), right))
                judged["all"].append(judged[group][-1])
    for group, rows in sorted(judged.items()):
        print(f"{group}: {len(rows)}, {sum(NOBODY not in right for *_, right in rows)} of somebody")
        for least in LEAST:
            given = [(key, right) for key, how, right in rows if key != NOBODY and how >= least]
            hits = sum(key in right for key, right in given)
            print(f"  {least}: {len(given)} given, {hits} right ({100 * hits / max(1, len(given)):.1f} %)")


def fit_choice(chosen: list[Choice], out: Path, noun: str, *, penalty: float, rarest: int, steps: int) -> None:
    """Write the weights of a choice, or with --check say how they do on reports that they have not seen; `noun` says what was chosen for."""
    print(len(chosen), noun)
    if "--check" in sys.argv[1:]:
        check_choosing(chosen, penalty=penalty, rarest=rarest, steps=steps)
        return
    made = choosing(chosen, penalty=penalty, rarest=rarest, steps=steps)
    out.write_text(json.dumps(made, indent=0, sort_keys=True) + "\n", encoding="utf8")
    print(f"wrote {out.name}")
