"""Fit the weights of sayso.link.claims.weighing on the part `tune` and on tests/link/claims/pairs.yml; write src/sayso/link/claims/weights.json.

usage: python benchmarks/claims/fit.py [--data DIR]
The held-out part is not touched. Logistic regression over the signals of `sayso.link.claims.signals`: of one thing (same or differs) or not; then, where no
difference can be named, the same or not. Pairs with a stance or a plain negation are decided before and left out. Prints how many are right when fitted on the pairs of the tests and tried on the part
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

from sayso.link.claims.likeness import likeness  # noqa: E402
from sayso.link.claims.relation import REASONS, RELATED, decided_before  # noqa: E402
from sayso.link.claims.signals import signals  # noqa: E402
from sayso.link.claims.weighing import OF_SAMENESS  # noqa: E402
from sets import options_of  # noqa: E402

Pair = tuple[dict[str, float], str, bool]
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
    options = options_of(__doc__).parse_args()
    pairs = []
    for a, b, label, own in told(options.data):
        matter = likeness(a.matter, b.matter)
        if decided_before(a, b, matter) is None:
            pairs.append((signals(a, b, matter), label, own))
    kept = {"of one thing": fit_one_thing([pair for pair in pairs if pair[1] in LABELS])}
    kept["the same"] = fit_sameness(pairs, kept["of one thing"])
    OUT.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf8")


def fit_one_thing(pairs: list[Pair]) -> dict[str, float]:
    """Fit how likely two tellings are of one thing, and say how well the one kind of pairs foretells the other."""
    x, own = np.array([list(found.values()) for found, _, _ in pairs]), np.array([own for *_, own in pairs])
    y = np.array([label != "unrelated" for _, label, _ in pairs])
    for name, fit_on in (("tests to tune", own), ("tune to tests", ~own)):
        guessed = x[~fit_on] @ fitted(x[fit_on], y[fit_on]) > 0
        print(name, round(100 * float((guessed == y[~fit_on]).mean()), 1))
    return {name: round(float(w), 2) for name, w in zip(pairs[0][0], fitted(x, y), strict=True)}


def fit_sameness(pairs: list[Pair], one_thing: dict[str, float]) -> dict[str, float]:
    """Fit how likely two tellings of one thing tell the same, on the pairs that get as far as this question."""
    reached = []
    for found, label, _ in pairs:
        likely = 1 / (1 + np.exp(-sum(one_thing[name] * value for name, value in found.items())))
        if likely >= RELATED and not any(found[name] for name in REASONS):
            reached.append(([{**found, "of one thing": likely}[name] for name in OF_SAMENESS], label == "same"))
    x, y = np.array([values for values, _ in reached]), np.array([same for _, same in reached])
    print("same or not:", len(reached), "pairs,", int(y.sum()), "the same")
    return {name: round(float(w), 2) for name, w in zip(OF_SAMENESS, fitted(x, y), strict=True)}


if __name__ == "__main__":
    main()
