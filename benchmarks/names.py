"""Names, strict span F1: wikigold dev (PER, LOC, ORG) and re3d dev (PER, ORG, LOC, NORP; outermost, confidence 0.9 and more).

usage: python benchmarks/names.py [--data DIR]
A name is right when its span and its label are (as seqeval counts). Read through `sayso parse`: `entities` of the reading. re3d marks phrases
("the families of the victims"), the others names: beside the names the head for phrases is measured on it, which is trained on re3d alone.
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

from sayso.understand.encoder import Encoder
from sayso.understand.heads import marked
from sayso.understand.word_pieces import cut_pieces

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
    """Give precision, recall and F1 in percent of the names in the readings."""
    made = {r["id"]: {(e["label"], *e["span"]) for e in r["entities"] if e["label"] in labels} for r in readings_of(rows)}
    return scored(made, gold)


def phrases_of(rows: list[Row], gold: dict[str, Found], labels: tuple[str, ...]) -> dict[str, object]:
    """Give the same of the head for phrases, common nouns and articles included, as re3d marks them; readings do not carry them."""
    encoder = Encoder(threads=2)
    made: dict[str, Found] = {}
    for row in rows:
        pieces = cut_pieces(row["text"], encoder.tokenizer)
        found = marked(encoder.answers(pieces), pieces, encoder.manifest, "phrases")
        made[row["id"]] = {(label, span.start, span.end) for label, span, _ in found if label in labels}
    return scored(made, gold)


def scored(made: dict[str, Found], gold: dict[str, Found]) -> dict[str, object]:
    """Give precision, recall and F1 in percent, with an interval over documents."""
    counts = []
    for name, found in made.items():
        right = gold[name]
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
        "re3d, phrases": phrases_of(*re3d(options.data), RE3D),
    }
    print(json.dumps(figures, indent=1))
    digest = digest_of(*(options.data / name / "dev.jsonl.gz" for name in ("wikigold", "re3d")))
    keep("names", figures, data=f"wikigold dev, re3d dev, digest {digest}", arguments=())


if __name__ == "__main__":
    main()
