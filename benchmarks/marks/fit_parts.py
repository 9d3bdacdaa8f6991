"""Fit understand/events/parts.npz and usual_parts.npz: who is the actor and who the recipient of an act, by its words, what the heads say and where a phrase stands.

usage: python benchmarks/marks/fit_parts.py [--words | --check]
    --words  first usual_parts.npz, of what is to be weighed without the heads, on the passages from which these have learned (half an hour, 3 GB)
    --check  parts.npz alone, five-fold by document: accuracy of phrases, F1 of either side, share of acts with one side or both right; writes nothing

parts.npz is learned from the acts of the passages to tune on: neither the heads nor usual_parts.npz have seen them. Every noun phrase of an act's sentence is one example.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent), str(HERE.parents[1])]

from hidden import Plan, Rows, fitted, write  # noqa: E402
from training.marking import marked, part_of  # noqa: E402

from sayso.understand.events import assembly, by_head, parts  # noqa: E402
from sayso.understand.events.by_patterns import Patterns  # noqa: E402
from sayso.understand.events.part_tables import Weighing  # noqa: E402

FOLDER = Path(parts.__file__).parent
WORDS = Plan(units=24, rarest=20, rounds=2, batch=1024, decay=0.05, left_out=0.2)
TOGETHER = Plan(units=32, rarest=400, rounds=6, batch=256, decay=0.01, left_out=0.1)
FOLDS = 5


class _Read(Exception):
    """A report whose acts have been seen, of which nothing else is wanted."""


def examples(part: str, *, with_heads: bool) -> Rows:
    """Give every phrase around every marked act of a part of the passages."""
    import sayso
    from sayso.understand import analysis

    texts: dict[str, str] = {}
    wanted: dict[str, dict[int, Any]] = {}
    for segment, row, text in marked():
        if part_of(segment) == part:
            key = f"{segment['set']}/{segment['doc']}"
            texts[key] = text
            wanted.setdefault(key, {}).update({event["trigger"][0]: event for event in row["events"]})
    rows, current = Rows(), ""

    def watched(self: by_head.ByHead, found: Any, taken: Any, _: Any) -> None:
        self.sides.patterns = Patterns(found, taken)
        for token in self.chunks.tokens:
            event = wanted[current].get(self.doc.tokens[token].start)
            if event is not None:
                _collect(self, token, event, rows, current, with_heads=with_heads)

    find = analysis.find_happenings

    def stopped(*given: Any) -> Any:
        find(*given)
        raise _Read

    by_head.ByHead.complete = watched  # type: ignore[method-assign]
    assembly.is_shown = lambda *_: False
    analysis.find_happenings = stopped
    for key, text in texts.items():
        current = key
        try:
            sayso.parse(text)
        except _Read:
            continue
    return rows


def _collect(head: by_head.ByHead, token: int, event: dict[str, Any], rows: Rows, key: str, *, with_heads: bool) -> None:
    phrases, marks = head.sides.asked(token), head.sides.marks(token, event["type"])
    act = rows.acts[-1] + 1 if rows.acts else 0
    given = marks.of_all(phrases) if with_heads else [marks.without_heads(chunk) for chunk in phrases]
    for chunk, signs in zip(phrases, given, strict=True):
        rows.add(signs, _label(head, chunk, token, event), key, act)


def _label(head: by_head.ByHead, chunk: Any, token: int, event: dict[str, Any]) -> int:
    """Tell the part of a phrase by its head, and where that has none by who owns it: "rejected | Chad's remarks |"."""
    tokens, is_own = head.doc.tokens, chunk.first <= token <= chunk.last
    for inside in (range(chunk.first, token),) if is_own else ((chunk.head,), range(chunk.first, chunk.head)):
        for number, side in ((1, "actor"), (2, "recipient")):
            if any(s <= tokens[i].start < e for i in inside for s, e in event[side]):
                return number
    return 0


def chosen(rows: Rows, among: list[int], weighing: Weighing) -> list[int]:
    """Give the likeliest label of some examples."""
    names = list(rows.numbers)
    signs = [{names[n]: float(v) for n, v in zip(rows.signs[i], rows.values[i], strict=True)} for i in among]
    odds = weighing.odds(signs)
    return [int(one) for one in np.argmax(np.concatenate([np.zeros((len(odds), 1)), odds], axis=1), axis=1)]


def told(rows: Rows, given: dict[int, int]) -> dict[str, float]:
    """Score labels given to examples."""
    count = np.zeros((3, 3))
    bent: tuple[set[int], ...] = (set(), set(), set())
    for i, label in given.items():
        count[rows.labels[i], label] += 1
        if rows.labels[i] != label:
            bent[label].add(rows.acts[i])
            bent[rows.labels[i]].add(rows.acts[i])
    acts = len({rows.acts[i] for i in given})
    out = {"phrases": len(given), "accuracy": 100 * float(np.trace(count)) / len(given)}
    for number, side in ((1, "actor"), (2, "recipient")):
        out[side] = 200 * float(count[number, number] / max(1, count[number].sum() + count[:, number].sum()))
        out[f"acts with {side} right"] = 100 * (1 - len(bent[number]) / acts)
    out["acts with both right"] = 100 * (1 - len(bent[1] | bent[2]) / acts)
    return {name: round(value, 1) for name, value in out.items()}


def checked(rows: Rows) -> dict[str, float]:
    """Score every document by what was fitted without it."""
    keys = sorted(set(rows.documents))
    given: dict[int, int] = {}
    for fold in range(FOLDS):
        out = set(keys[fold::FOLDS])
        inside, outside = ([i for i, key in enumerate(rows.documents) if (key in out) == is_out] for is_out in (False, True))
        names, (table, bias, weights) = fitted(rows, inside, TOGETHER)
        weighing = Weighing({name: place for place, name in enumerate(names)}, table, bias, weights)
        given |= dict(zip(outside, chosen(rows, outside, weighing), strict=True))
    return told(rows, given)


def main() -> None:
    if "--words" in sys.argv:
        rows = examples("train", with_heads=False)
        write(FOLDER / "usual_parts.npz", *fitted(rows, list(range(len(rows.labels))), WORDS))
        print(len(rows.labels), "phrases of words alone")
    rows = examples("tune", with_heads=True)
    if "--check" in sys.argv:
        print(json.dumps(checked(rows)))
        return
    write(FOLDER / "parts.npz", *fitted(rows, list(range(len(rows.labels))), TOGETHER))
    print(len(rows.labels), "phrases")


if __name__ == "__main__":
    main()
