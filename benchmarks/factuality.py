"""Happened or not: UDS factuality (crowd workers' judgements on web sentences) against `reality_of`, predicate by predicate.

usage: python benchmarks/factuality.py [--data DIR] [--part dev|train] [--sample N] [--show]
    --part    dev (default; kept in results/factuality.json) or train, which rules may be tuned on
    --sample  only the first N sentences
    --show    print, by id and token, what differs

Counted are predicates that two or more workers judged and that speak of a particular event (genericity `particular` above 0). "Happened" means a mean
factuality above 0 there, and happened, ongoing or historical here; the future counts as not. Workers judge what did not happen unevenly: in train
the mean of plain "did not" is 0. F1 of both classes, their mean, the share of
those that did not happen that we show as happened, and Pearson's r of their factuality with the mean that each of our nine values has in train
(VALUES). Intervals: 95 %, bootstrap over sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from sayso.read.intake import DEFAULTS, report_from_line
from sayso.span import Span
from sayso.understand.analysis import encoder
from sayso.understand.doc import Doc
from sayso.understand.first_pass import make_doc
from sayso.understand.reality import decision_of
from sets import Row, digest_of, interval_of, keep, options_of, rows_of

# Mean factuality of particular predicates in train by our value, of 9,120 sentences: `--part train` prints them.
VALUES = {
    "happened": 2.2, "ongoing": 1.9, "historical": 2.6, "planned": -0.7, "hypothetical": -0.3, "negated": 0.0, "demanded": -1.0,
    "threatened": -1.1, "promised": -0.7,
}  # fmt: skip
FACTUAL = ("happened", "ongoing", "historical")


@dataclass(frozen=True, slots=True)
class Judged:
    """One predicate: what workers said, what we say, and by which rule."""

    token: int
    span: Span
    factuality: float
    ours: str
    rule: str

    @property
    def happened(self) -> bool:
        return self.factuality > 0

    @property
    def shown(self) -> bool:
        return self.ours in FACTUAL


def spans_of(text: str, tokens: list[str]) -> list[Span]:
    """Place the tokens in the text, one after another."""
    found, at = [], 0
    for token in tokens:
        start = text.find(token, at)
        start = at if start < 0 else start
        found.append(Span(start, start + len(token)))
        at = start + len(token)
    return found


def doc_of(text: str) -> Doc:
    """Read a sentence by the shipped model."""
    return make_doc(report_from_line({"id": "x", "text": text, "language": "en"}, options=DEFAULTS, where="x"), encoder())


def is_particular(predicate: Row) -> bool:
    """Tell whether a predicate counts."""
    return predicate["annotators"] > 1 and (predicate.get("genericity") or {}).get("particular", -1) > 0


def judged(row: Row) -> list[Judged]:
    """Give the counted predicates of a sentence."""
    wanted = [p for p in row["predicates"] if is_particular(p)]
    if not wanted:
        return []
    doc, spans = doc_of(row["text"]), spans_of(row["text"], row["tokens"])
    made = []
    for predicate in wanted:
        span = spans[predicate["token"]]
        decision = decision_of(doc, span)
        made.append(Judged(predicate["token"], span, predicate["factuality"], decision.reality.value, decision.rule))
    return made


def _all(sentences: list[list[Judged]]) -> Iterator[Judged]:
    return (one for some in sentences for one in some)


def f1(sentences: list[list[Judged]], *, happened: bool) -> float:
    """Give the F1 of one class in percent."""
    right = sum(one.happened == one.shown == happened for one in _all(sentences))
    either = sum((one.happened == happened) + (one.shown == happened) for one in _all(sentences))
    return 200 * right / max(1, either)


def macro(sentences: list[list[Judged]]) -> float:
    """Give the mean of the two F1."""
    return (f1(sentences, happened=True) + f1(sentences, happened=False)) / 2


def wrongly_shown(sentences: list[list[Judged]]) -> float:
    """Give the share of predicates that did not happen and are shown as happened, in percent."""
    unreal = [one for one in _all(sentences) if not one.happened]
    return 100 * sum(one.shown for one in unreal) / max(1, len(unreal))


def pearson(sentences: list[list[Judged]]) -> float:
    """Give Pearson's r, in hundredths."""
    pairs = [(one.factuality, VALUES[one.ours]) for one in _all(sentences)]
    return float(100 * np.corrcoef(np.array(pairs).T)[0, 1]) if len(set(pairs)) > 2 else 0.0


MEASURES = {
    "F1 happened": partial(f1, happened=True), "F1 not happened": partial(f1, happened=False), "macro F1": macro,
    "not happened, shown as happened": wrongly_shown, "Pearson r": pearson,
}  # fmt: skip


def main() -> None:
    """Measure, print and keep."""
    parser = options_of(__doc__)
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    path = options.data / "uds_factuality" / f"{options.part}.jsonl.gz"
    rows = rows_of(path)[: options.sample or None]
    sentences = [(row, judged(row)) for row in rows]
    if options.show:
        for row, some in sentences:
            for one in some:
                if one.happened != one.shown:
                    print(f"{row['id']} {one.token} {one.factuality:+.2f} {one.ours} ({one.rule})")
    counted = [some for _, some in sentences if some]
    figures: dict[str, Any] = {
        "sentences": len(counted),
        "predicates": sum(map(len, counted)),
        "happened": sum(one.happened for one in _all(counted)),
    }
    for name, measure in MEASURES.items():
        figures[name] = {"value": round(measure(counted), 1), "interval": interval_of(counted, measure)}
        print(f"{name:<32} {figures[name]['value']:5.1f}  {figures[name]['interval']}")
    for value in VALUES:
        scores = [one.factuality for one in _all(counted) if one.ours == value]
        print(
            f"  {value:<13} {len(scores):5d}  mean {np.mean(scores) if scores else 0:+.2f}  above 0: {sum(s > 0 for s in scores)}"
        )
    if options.part == "dev" and not options.sample:
        keep("factuality", figures, data=f"uds_factuality dev, particular predicates, digest {digest_of(path)}", arguments=())


if __name__ == "__main__":
    main()
