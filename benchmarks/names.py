"""Names, strict span F1: wikigold dev (PER, LOC, ORG) and re3d dev (PER, ORG, LOC, NORP; outermost, confidence 0.9 and more).

usage: python benchmarks/names.py [--data DIR]
A name is right when its span and its label are (as seqeval counts). Read through `sayso parse`: `entities` of the reading.
Prints and writes results/names.json. Intervals: 95 %, bootstrap over documents, 1,000 draws.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from sets import ROOT, Row, digest_of, interval_of, keep, options_of, readings_of, rows_of

sys.path.insert(0, str(ROOT))

from training.corpora import joined

Found = set[tuple[str, int, int]]
WIKIGOLD, RE3D = ("PER", "LOC", "ORG"), ("PER", "ORG", "LOC", "NORP")
_RE3D = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "NORP"}


def wikigold(data: Path) -> tuple[list[Row], dict[str, Found]]:
    """Give documents, a sentence a line, and their names; its tags have no beginnings, so that names side by side run together."""
    texts: dict[str, str] = {}
    gold: dict[str, Found] = {}
    for row in rows_of(data / "wikigold" / "dev.jsonl.gz"):
        line, spans = joined(row["tokens"])
        name = str(row["doc"])
        shift = len(texts.get(name, ""))
        texts[name] = texts.get(name, "") + line + "\n"
        names = gold.setdefault(name, set())
        last: tuple[str, int, int] | None = None
        for tag, (start, end) in zip(row["tags"], spans, strict=True):
            label = tag[2:] if tag != "O" else ""
            if last is not None and label != last[0]:
                names.add(last)
                last = None
            if label in WIKIGOLD:
                last = (label, last[1] if last is not None else start + shift, end + shift)
        names |= {last} if last is not None else set()
    return [{"id": name, "text": text} for name, text in texts.items()], gold


def re3d(data: Path) -> tuple[list[Row], dict[str, Found]]:
    """Give documents and the outermost of their surely marked names."""
    rows = rows_of(data / "re3d" / "dev.jsonl.gz")
    gold: dict[str, Found] = {}
    for row in rows:
        sure = [e for e in row["entities"] if e["type"] in _RE3D and e["confidence"] >= 0.9]
        spans = {(e["start"], e["end"]) for e in sure}
        gold[row["id"]] = {
            (_RE3D[e["type"]], e["start"], e["end"])
            for e in sure
            if not any(s <= e["start"] and e["end"] <= t and (s, t) != (e["start"], e["end"]) for s, t in spans)
        }
    return [{"id": row["id"], "text": row["text"]} for row in rows], gold


def figures_of(rows: list[Row], gold: dict[str, Found], labels: tuple[str, ...]) -> dict[str, object]:
    """Give precision, recall and F1 in percent."""
    counts = []
    for reading in readings_of(rows):
        found = {(e["label"], *e["span"]) for e in reading["entities"] if e["label"] in labels}
        right = gold[reading["id"]]
        counts.append(Counter(tp=len(found & right), fp=len(found - right), fn=len(right - found)))

    def f1(some: list[Counter[str]]) -> float:
        tp, wrong = sum(c["tp"] for c in some), sum(c["fp"] + c["fn"] for c in some)
        return 200 * tp / max(1, 2 * tp + wrong)

    tp, fp, fn = (sum(c[name] for c in counts) for name in ("tp", "fp", "fn"))
    return {
        "documents": len(counts), "names": tp + fn, "p": round(100 * tp / max(1, tp + fp), 1), "r": round(100 * tp / max(1, tp + fn), 1),
        "f1": round(f1(counts), 1), "interval": interval_of(counts, f1),
    }  # fmt: skip


def main() -> None:
    """Measure, print and keep."""
    options = options_of(__doc__).parse_args()
    figures = {
        "wikigold": figures_of(*wikigold(options.data), WIKIGOLD),
        "re3d": figures_of(*re3d(options.data), RE3D),
    }
    print(json.dumps(figures, indent=1))
    digest = digest_of(*(options.data / name / "dev.jsonl.gz" for name in ("wikigold", "re3d")))
    keep("names", figures, data=f"wikigold dev, re3d dev, digest {digest}", arguments=())


if __name__ == "__main__":
    main()
