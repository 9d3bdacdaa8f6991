"""Reality where no operator is in sight: fit the weights that judge the encoder's head for it, on passages that were read whole.

usage: python benchmarks/marks/fit_reality.py [--check]
    fits src/sayso/understand/reality/weighed.json on the marked events of part tune that the rules leave plain (two minutes: documents go through
    the encoder, nothing more is read); --check: five-fold by documents, rules alone, the head alone and both, all marked events; writes nothing
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parents[1])]

from training.marking import marked, part_of  # noqa: E402

from sayso.read.intake import report_from_line  # noqa: E402
from sayso.span import Span  # noqa: E402
from sayso.understand.analysis import encoder  # noqa: E402
from sayso.understand.first_pass import make_doc  # noqa: E402
from sayso.understand.reality import embedding, weighed  # noqa: E402
from sayso.understand.reality.history import is_past_in_sight  # noqa: E402
from sayso.understand.reality.tree import tree_of  # noqa: E402

OUT = Path(weighed.__file__).parent / "weighed.json"
PENALTY = 3.0
UNREAL, TAKES_PLACE = ("planned", "hypothetical", "negated"), ("happened", "ongoing")
LABELS = weighed.LABELS


def examples(part: str = "tune") -> list[dict[str, Any]]:
    """Give every marked event of a part: its document, its reality, what the rules make of it, whether they leave it plain, the head's signs."""
    texts: dict[tuple[str, str], str] = {}
    wanted: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for segment, row, text in marked():
        if part_of(segment) == part:
            key = segment["set"], segment["doc"]
            texts[key] = text
            wanted.setdefault(key, []).extend(row["events"])
    found = []
    for key, events in wanted.items():
        doc = make_doc(report_from_line({"id": "/".join(key), "text": texts[key]}), encoder())
        for event in events:
            top = tree_of(doc).top_of(Span(*event["trigger"]))
            if top is None or doc.acts is None or event["reality"] not in LABELS:
                continue
            made = embedding.by_rules(tree_of(doc), top)
            said = dict(zip(doc.acts.realities, doc.acts.realness[top].tolist(), strict=True))
            is_past = is_past_in_sight(tree_of(doc), top)
            found.append(
                {
                    "key": key, "gold": event["reality"], "rules": made.reality.value, "open": made.rule in embedding.OPEN, "said": said,
                    "signs": weighed.signs_of(said), "past": is_past, "told": made.rule == embedding.TOLD.rule,
                }
            )  # fmt: skip
    return found


def fitted(rows: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """Give the weights of a logistic model of several labels, by Newton's steps."""
    names = list(rows[0]["signs"])
    table = np.array([[row["signs"][name] for name in names] for row in rows])
    gold = np.eye(len(LABELS))[[LABELS.index(row["gold"]) for row in rows]]
    count, labels = len(names), len(LABELS)
    weights = np.zeros((count, labels))
    for _ in range(25):
        scores = np.exp(table @ weights - (table @ weights).max(1, keepdims=True))
        shares = scores / scores.sum(1, keepdims=True)
        slope = (table.T @ (gold - shares) - PENALTY * weights).T.ravel()
        bend = np.zeros((labels * count, labels * count))
        for a in range(labels):
            for b in range(labels):
                part = shares[:, a] * ((a == b) - shares[:, b])
                bend[a * count : (a + 1) * count, b * count : (b + 1) * count] = table.T @ (table * part[:, None])
        weights += np.linalg.solve(bend + PENALTY * np.eye(labels * count), slope).reshape(labels, count).T
    return {label: {n: round(float(w), 3) for n, w in zip(names, weights[:, i], strict=True)} for i, label in enumerate(LABELS)}


def say(name: str, rows: list[dict[str, Any]], answers: list[str]) -> None:
    """Print shares in percent of a way to answer."""
    pairs = [(row["gold"], answer) for row, answer in zip(rows, answers, strict=True)]
    f1 = [2 * pairs.count((v, v)) / max(1, sum((g == v) + (a == v) for g, a in pairs)) for v in LABELS]
    unreal = [answer for gold, answer in pairs if gold in UNREAL]
    print(
        f"{name:12} right {100 * sum(g == a for g, a in pairs) / len(pairs):.1f}  macro F1 {100 * sum(f1) / len(f1):.1f}",
        f" unreal shown as taking place {sum(a in TAKES_PLACE for a in unreal)} of {len(unreal)}",
        f" real shown as unreal {sum(g not in UNREAL and a not in (*TAKES_PLACE, 'historical') for g, a in pairs)} ",
        " ".join(f"{v} {100 * x:.0f}" for v, x in zip(LABELS, f1, strict=True)),
    )


def check(rows: list[dict[str, Any]]) -> None:
    keys = sorted({row["key"] for row in rows})
    answers = [row["rules"] for row in rows]
    for fold in range(5):
        out = set(keys[fold::5])
        made = fitted([row for row in rows if row["open"] and row["key"] not in out])
        for i, row in enumerate(rows):
            if row["open"] and row["key"] in out:
                shares = weighed.shares_of(row["signs"], made) | ({} if row["past"] else {"historical": 0.0})
                shares |= dict.fromkeys(weighed.UNREAL, 0.0) if row["told"] else {}
                surely = None if row["told"] else weighed.surely_unreal(row["said"])
                answers[i] = surely or weighed.best_of(shares)
    say("rules", rows, [row["rules"] for row in rows])
    say("head", rows, [max(LABELS, key=lambda v, row=row: row["said"][v]) for row in rows])  # type: ignore[misc]
    say("both", rows, answers)


def main() -> None:
    rows = examples()
    if "--check" in sys.argv:
        check(rows)
        return
    plain = [row for row in rows if row["open"]]
    OUT.write_text(json.dumps(fitted(plain), indent=1) + "\n", encoding="utf8")
    print(len(rows), "events,", len(plain), "without an operator in sight")


if __name__ == "__main__":
    main()
