"""Fit understand/events/parts.json: who is the actor and who the recipient of an act, by what the heads say and where a phrase stands.

usage: python benchmarks/marks/fit_parts.py [--check]
    --check  five-fold, by document: accuracy of phrases and F1 of either side; writes nothing

Learned from the acts of the passages to tune on (the heads for acts have not seen them); every noun phrase of an act's sentence is one example. A logistic model
of three outcomes with a penalty on the squares of its weights.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent), str(HERE.parents[1])]

from training.marking import marked, part_of  # noqa: E402

from sayso.understand.events import by_head, parts  # noqa: E402

OUT = Path(parts.__file__).parent / "parts.json"
PENALTY, RAREST, LEAST = 5.0, 8, 0.03
RATE, STEPS = 0.05, 200
Example = tuple[dict[str, float], int, str]


def examples() -> list[Example]:
    """Give (marks, 0 none, 1 actor or 2 recipient, document) of every phrase around every marked act to tune on."""
    import sayso

    found: list[Example] = []
    wanted: dict[str, list[tuple[list[list[int]], dict[int, Any]]]] = {}
    texts: dict[str, str] = {}
    for segment, row, text in marked():
        if part_of(segment) == "tune":
            key = f"{segment['set']}/{segment['doc']}"
            texts[key] = text
            wanted.setdefault(key, []).append((segment["sentences"], {e["trigger"][0]: e for e in row["events"]}))

    def collect(head: by_head.ByHead, key: str) -> None:
        for _, acts in wanted[key]:
            for token in head.chunks.tokens:
                event = acts.get(head.doc.tokens[token].start)
                if event is None:
                    continue
                for chunk, marks in head.sides.weighed(token, event["type"]):
                    found.append((marks, _label(head, chunk, token, event), key))

    current = ""
    complete = by_head.ByHead.complete

    def watched(self: by_head.ByHead, *given: Any) -> None:
        collect(self, current)

    by_head.ByHead.complete = watched  # type: ignore[method-assign]
    for key, text in texts.items():
        current = key
        sayso.parse(text)
    by_head.ByHead.complete = complete  # type: ignore[method-assign]
    return found


def _label(head: by_head.ByHead, chunk: Any, token: int, event: dict[str, Any]) -> int:
    tokens = head.doc.tokens
    inside = range(chunk.first, token) if chunk.first <= token <= chunk.last else (chunk.head,)
    for number, side in ((1, "actor"), (2, "recipient")):
        if any(s <= tokens[i].start < e for i in inside for s, e in event[side]):
            return number
    return 0


def fitted(rows: list[Example]) -> dict[str, tuple[float, float]]:
    """Give the weights of a softmax model against outcome 0, by Adam's steps over all rows; weights that hardly count are left out."""
    counts = Counter(name for marks, _, _ in rows for name in marks)
    names = sorted(n for n, c in counts.items() if c >= RAREST)
    place = {n: i for i, n in enumerate(names)}
    kept = [[(place[n], v) for n, v in marks.items() if n in place and v] for marks, _, _ in rows]
    of_row = np.repeat(np.arange(len(rows)), [len(one) for one in kept])
    at = np.array([i for one in kept for i, _ in one])
    value = np.array([v for one in kept for _, v in one])
    label = np.array([one for _, one, _ in rows])
    weights, slow, square = (np.zeros((len(names), 2)) for _ in range(3))
    for step in range(1, STEPS + 1):
        scores = np.stack([np.bincount(of_row, weights[at, side] * value, len(rows)) for side in (0, 1)], axis=1)
        shares = np.exp(scores - np.maximum(scores.max(axis=1, keepdims=True), 0))
        shares /= shares.sum(axis=1, keepdims=True) + np.exp(-np.maximum(scores.max(axis=1, keepdims=True), 0))
        wrong = shares - np.stack([label == 1, label == 2], axis=1)
        slope = (
            np.stack([np.bincount(at, wrong[of_row, side] * value, len(names)) for side in (0, 1)], axis=1) + PENALTY * weights
        )
        slow, square = 0.9 * slow + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights -= RATE * (1 - step / STEPS) * (slow / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-6)
    return {
        n: (round(float(a), 2), round(float(b), 2))
        for n, (a, b) in zip(names, weights, strict=True)
        if max(abs(a), abs(b)) >= LEAST
    }


def told(rows: list[Example]) -> dict[str, float]:
    """Score the weights in use on examples."""
    count = np.zeros((3, 3))
    for marks, label, _ in rows:
        actor, recipient = parts.chances(marks)
        count[label, int(np.argmax([1 - actor - recipient, actor, recipient]))] += 1
    out = {"phrases": len(rows), "accuracy": round(100 * float(np.trace(count)) / len(rows), 1)}
    for number, side in ((1, "actor"), (2, "recipient")):
        out[side] = round(200 * float(count[number, number] / max(1, count[number].sum() + count[:, number].sum())), 1)
    return out


def main() -> None:
    rows = examples()
    keys = sorted({key for _, _, key in rows})
    if "--check" in sys.argv:
        folds = []
        for fold in range(5):
            out = set(keys[fold::5])
            made = fitted([r for r in rows if r[2] not in out])
            parts.weights = lambda made=made: made  # type: ignore[assignment]
            folds.append(told([r for r in rows if r[2] in out]))
        print(json.dumps({name: round(sum(f[name] for f in folds) / 5, 1) for name in folds[0]}))
        return
    OUT.write_text(json.dumps(fitted(rows), indent=0, sort_keys=True) + "\n", encoding="utf8")
    print(len(rows), "phrases")


if __name__ == "__main__":
    main()
