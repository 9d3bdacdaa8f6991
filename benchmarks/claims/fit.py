"""Fit the weights of sayso.link.claims.weighing on the part `tune` and on tests/link/claims/pairs.yml; write src/sayso/link/claims/weights.json.

usage: python benchmarks/claims/fit.py [--data DIR]
The held-out part is not touched. Logistic regression over the signals of `sayso.link.claims.signals`: of one thing (same or differs) or not; pairs with a
stance or a plain negation are decided before and left out. Prints how many are right when fitted on the pairs of the tests and tried on the part
`tune`, and the other way round: too good, for the lexicons were written with both in view.
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
# Strength of the pull to zero; 0.3 to 3 give the same within two points.
PULL = 1.0


def told(data: Path) -> Iterator[tuple[Any, Any, str, bool]]:
    """Give both tellings and the label of every pair, and whether it is of the tests."""
    import yaml

    from sayso import parse
    from sayso.link.claims import telling_of
    from sayso.span import Span

    cases = [case for name in ("own", "reference") for case in cases_of(name) if case["part"] == "tune"]
    readings = readings_of(texts_of(cases, data))
    for case in cases:
        a, b = (telling_of(readings[document_of(case, side)], Span(*case[side]["span"])) for side in ("a", "b"))
        yield a, b, case["label"], False
    for row in yaml.safe_load(PAIRS.read_text(encoding="utf8")):
        tellings = []
        for marked in (row["a"], row["b"]):
            text = marked.replace("[[", "").replace("]]", "")
            span = Span(marked.index("[["), marked.index("]]") - 2) if "[[" in marked else Span(0, len(text))
            tellings.append(telling_of(parse(text), span))
        yield tellings[0], tellings[1], row["label"], True


def fitted(signals: np.ndarray, related: np.ndarray, *, steps: int = 2000, rate: float = 0.5) -> np.ndarray:
    """Fit by plain gradient descent, both sides weighed alike; the same from run to run."""
    weights = np.zeros(signals.shape[1])
    each = np.where(related, 0.5 / related.mean(), 0.5 / (1 - related.mean()))
    for _ in range(steps):
        likely = 1 / (1 + np.exp(-signals @ weights))
        weights -= rate * (signals.T @ ((likely - related) * each) + PULL * weights) / len(related)
    return weights


def main() -> None:
    from sayso.link.claims.likeness import likeness
    from sayso.link.claims.relation import decided_before
    from sayso.link.claims.signals import signals

    options = options_of(__doc__).parse_args()
    rows, related, invented = [], [], []
    for a, b, label, own in told(options.data):
        matter = likeness(a.matter, b.matter)
        if label in LABELS and decided_before(a, b, matter) is None:
            found = signals(a, b, matter)
            rows.append(list(found.values()))
            related.append(label != "unrelated")
            invented.append(own)
    x, y, own_pairs = np.array(rows), np.array(related), np.array(invented)
    for name, fit_on in (("tests to tune", own_pairs), ("tune to tests", ~own_pairs)):
        guessed = x[~fit_on] @ fitted(x[fit_on], y[fit_on]) > 0
        print(name, round(100 * float((guessed == y[~fit_on]).mean()), 1))
    kept = {name: round(float(w), 2) for name, w in zip(found, fitted(x, y), strict=True)}
    OUT.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
