"""Fit the weights of sayso.link.claims.weighing on the part `tune` and on tests/link/claims/pairs.yml; write src/sayso/link/claims/weights.json.

usage: python benchmarks/claims/fit.py [--data DIR]
The held-out part is not touched. Softmax regression over the signals of `sayso.link.claims.signals`, same, differs and unrelated weighed alike;
pairs with a stance or a plain negation are decided before and left out. Prints the F1 of ten-fold cross-validation: too good, for the lexicons
were written with the same pairs in view.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent), str(HERE)]

from measure import cases_of, document_of, readings_of, texts_of  # noqa: E402

from sets import options_of  # noqa: E402

LABELS = ("same", "differs", "unrelated")
PAIRS = HERE.parents[1] / "tests/link/claims/pairs.yml"
OUT = HERE.parents[1] / "src/sayso/link/claims/weights.json"
# Strength of the pull to zero; 0.1 to 1 give the same within two points.
PULL = 0.3


def told(data: Path) -> Iterator[tuple[Any, Any, str]]:
    """Give both tellings and the label of every pair."""
    import yaml

    from sayso import parse
    from sayso.link.claims import telling_of
    from sayso.span import Span

    cases = [case for name in ("own", "reference") for case in cases_of(name) if case["part"] == "tune"]
    readings = readings_of(texts_of(cases, data))
    for case in cases:
        a, b = (telling_of(readings[document_of(case, side)], Span(*case[side]["span"])) for side in ("a", "b"))
        yield a, b, case["label"]
    for row in yaml.safe_load(PAIRS.read_text(encoding="utf8")):
        tellings = []
        for marked in (row["a"], row["b"]):
            text = marked.replace("[[", "").replace("]]", "")
            span = Span(marked.index("[["), marked.index("]]") - 2) if "[[" in marked else Span(0, len(text))
            tellings.append(telling_of(parse(text), span))
        yield tellings[0], tellings[1], row["label"]


def fitted(signals: np.ndarray, labels: np.ndarray, *, steps: int = 4000, rate: float = 0.3) -> np.ndarray:
    """Fit by plain gradient descent; the same from run to run."""
    weights = np.zeros((signals.shape[1], len(LABELS)))
    wanted = np.eye(len(LABELS))[labels]
    each = (len(labels) / len(LABELS) / np.bincount(labels, minlength=len(LABELS)))[labels][:, None]
    for _ in range(steps):
        scores = signals @ weights
        shares = np.exp(scores - scores.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        weights -= rate * (signals.T @ ((shares - wanted) * each) + PULL * weights) / len(labels)
    return weights


def main() -> None:
    from sayso.link.claims.relation import decided_before
    from sayso.link.claims.signals import signals

    options = options_of(__doc__).parse_args()
    rows, labels = [], []
    for a, b, label in told(options.data):
        if label in LABELS and decided_before(a, b) is None:
            found = signals(a, b)
            rows.append(list(found.values()))
            labels.append(LABELS.index(label))
    x, y = np.array(rows), np.array(labels)
    order = np.random.RandomState(0).permutation(len(y))
    guessed = np.zeros(len(y), int)
    for fold in range(10):
        held = order[fold::10]
        rest = np.setdiff1d(order, held)
        guessed[held] = (x[held] @ fitted(x[rest], y[rest], steps=1500)).argmax(1)
    for at, label in enumerate(LABELS):
        print(label, round(200 * ((guessed == at) & (y == at)).sum() / ((guessed == at).sum() + (y == at).sum()), 1))
    weights = fitted(x, y)
    kept = {name: [round(float(w), 2) for w in row] for name, row in zip(found, weights, strict=True)}
    lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in kept.items())
    OUT.write_text("{\n" + lines + "\n}\n", encoding="utf8")


if __name__ == "__main__":
    main()
