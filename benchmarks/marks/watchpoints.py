"""What may come in news passages that were read whole (events.jsonl): how many marked words stand in a found watchpoint, of the same kind, and how many found ones hold a marked word.

usage: python benchmarks/marks/watchpoints.py [--part held-out|tune|train] [--show] [--first N]
    prints recall, precision and kind over all and by kind, with intervals (95 %, bootstrap over passages)
    --show   lists what is missed and what was found without a mark (train and tune only: texts for the eyes of who works on rules)
    --first  reads the first N passages only

A marked word within the span of a found watchpoint is found; its kind is right where one that holds it has its kind. A found one counts as marked
where it holds a marked word. Marks are sparse, the readers of the passages had acts to mark in the first place: much of what holds no marked word
is right all the same, so precision is a floor; look at what --show prints.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent), str(HERE.parents[1])]

from training.corpora import MAY, rows  # noqa: E402
from training.marking import DATA, OWN, marked, part_of  # noqa: E402

from sets import interval_of, readings_of  # noqa: E402  # they lie in the folder above

Row = dict[str, Any]
Passage = tuple[Row, Row, str]
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def days_of(chosen: list[Passage]) -> dict[tuple[str, str], str]:
    """Give the day of publication of the documents whose set tells it so."""
    wanted = {(segment["set"], segment["doc"]) for segment, _, _ in chosen}
    own = {(OWN, row["id"]): row["published"] for row in map(json.loads, (HERE / "reports.jsonl").open(encoding="utf8"))}
    return own | {
        (name, row["id"]): day[:10]
        for name in sorted({name for name, _ in wanted} - {OWN})
        for row in rows(DATA / name / "train.jsonl.gz")
        if (name, row["id"]) in wanted and _DAY.match(day := row.get("date") or row.get("dct") or "")
    }


def read(chosen: list[Passage]) -> Iterator[tuple[Row, Row, str, list[Row]]]:
    """Read each document once; give (passage, its marks, text, the watchpoints found in the passage)."""
    texts = {(segment["set"], segment["doc"]): text for segment, _, text in chosen}
    days = days_of(chosen)
    given = [{"id": str(n), "text": text, "date": days.get(key)} for n, (key, text) in enumerate(texts.items())]
    readings = dict(zip(texts, readings_of(given), strict=True))
    for segment, row, text in chosen:
        found = readings[segment["set"], segment["doc"]]["watchpoints"]
        yield segment, row, text, [w for w in found if any(s <= w["span"][0] < e for s, e in segment["sentences"])]


def counts_of(row: Row, found: list[Row]) -> Counter[str]:
    """Count the marks and the finds of a passage."""
    count: Counter[str] = Counter()
    for one in row["may"]:
        holding = [w for w in found if w["span"][0] <= one["may"][0] < w["span"][1]]
        like = any(w["kind"] == one["kind"] for w in holding)
        for name in ("", f" {one['kind']}"):
            count.update({f"marked{name}": 1, f"met{name}": int(bool(holding)), f"alike{name}": int(like)})
    for w in found:
        is_marked = any(w["span"][0] <= one["may"][0] < w["span"][1] for one in row["may"])
        for name in ("", f" {w['kind']}"):
            count.update({f"shown{name}": 1, f"right{name}": int(is_marked)})
    return count


def show(row: Row, text: str, found: list[Row], sentences: list[list[int]]) -> None:
    def sentence(at: int) -> str:
        return " ".join(next((text[s:e] for s, e in sentences if s <= at < e), "").split())

    for one in row["may"]:
        if not any(w["span"][0] <= one["may"][0] < w["span"][1] for w in found):
            print(f"MISSED {one['kind']} | {text[slice(*one['may'])]} | {sentence(one['may'][0])}")
    for w in found:
        if not any(w["span"][0] <= one["may"][0] < w["span"][1] for one in row["may"]):
            print(f"ALONE {w['kind']} | {' '.join(text[slice(*w['span'])].split())} | {sentence(w['span'][0])}")


def figures(counts: list[Counter[str]]) -> Row:
    """Give shares in percent, with intervals for the whole."""

    def share(some: list[Counter[str]], part: str, whole: str) -> float:
        return round(100 * sum(c[part] for c in some) / max(1, sum(c[whole] for c in some)), 1)

    def both(part: str, whole: str) -> Row:
        return {"value": share(counts, part, whole), "interval": interval_of(counts, lambda some: share(some, part, whole))}

    every: Counter[str] = Counter()
    for one in counts:
        every.update(one)
    by_kind = {
        kind: {
            "marked": every[f"marked {kind}"], "found": every[f"met {kind}"], "of its kind": every[f"alike {kind}"],
            "shown": every[f"shown {kind}"], "with a mark": every[f"right {kind}"],
        }
        for kind in MAY[1:]
    }  # fmt: skip
    return {
        "passages": len(counts), "marked": every["marked"], "shown": every["shown"], "recall": both("met", "marked"),
        "precision, at least": both("right", "shown"), "of the found the kind": share(counts, "alike", "met"), "kinds": by_kind,
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--part", default="held-out", choices=("held-out", "tune", "train"))
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--first", type=int)
    options = parser.parse_args()
    if options.show and options.part == "held-out":
        raise SystemExit("what is held out is measured, never read")
    chosen = [one for one in marked() if part_of(one[0]) == options.part][: options.first]
    counts = []
    for segment, row, text, found in read(chosen):
        counts.append(counts_of(row, found))
        if options.show:
            show(row, text, found, segment["sentences"])
    print(json.dumps(figures(counts), indent=1))


if __name__ == "__main__":
    main()
