"""Watchpoints read one by one: draws articles, holds what is found against the judgements in audit.jsonl, and says what was not judged yet.

usage: python benchmarks/watchpoints/audit.py [--data DIR] [--show]
    --show   print every watchpoint found, with its words, for reading

20 articles of PolNeAR dev, drawn by seed 2024, and all 27 documents of tbaq dev. audit.jsonl holds no text: set, id, kind, [start, end], right
(true or false) and, where wrong, why in a word. Right: the words say what may come, of that kind, from its first to its last word give or take a
phrase, condition and consequence apart where there are. Judged by a language model; no person has checked it. The articles of PolNeAR were among those whose errors
were mended, so their share flatters; those of tbaq were read after the rules, which one word and one rule of questions changed since. Prints shares with intervals (95 %, bootstrap over documents) and
keeps them in results/watchpoints.json where all found are judged.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent)]

from sets import digest_of, interval_of, keep, options_of, readings_of, rows_of  # noqa: E402  # they lie in the folder above

Row = dict[str, Any]
DRAWN, SEED = 20, 2024
SETS = ("polnear", "tbaq")


def drawn(name: str, data: Path) -> list[Row]:
    """Give the articles of a set, with their day."""
    rows = rows_of(data / name / "dev.jsonl.gz")
    if name == "polnear":
        rows = random.Random(SEED).sample(rows, DRAWN)
    return [
        {"id": row["id"], "text": row["text"], "date": (row.get("date") or row.get("dct") or "")[:10] or None} for row in rows
    ]


def judgements() -> dict[tuple[str, str, str, int, int], bool]:
    """Give what was judged: set, id, kind and place → right or wrong."""
    lines = (HERE / "audit.jsonl").read_text(encoding="utf8").splitlines()
    rows = [json.loads(line) for line in lines]
    return {(row["set"], row["id"], row["kind"], *row["span"]): row["right"] for row in rows}


def share(counts: list[list[bool]]) -> float:
    """Give the share that is right, in percent."""
    flat = [one for some in counts for one in some]
    return 100 * sum(flat) / max(1, len(flat))


def main() -> None:
    """Read, compare, print and keep."""
    parser = options_of(__doc__)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    known, figures, missing = judgements(), {}, 0
    for name in SETS:
        rows = drawn(name, options.data)
        found: list[list[bool]] = []
        kinds: Counter[tuple[str, bool]] = Counter()
        for row, reading in zip(rows, readings_of(rows), strict=True):
            mine = []
            for one in reading["watchpoints"]:
                place = (name, row["id"], one["kind"], *one["span"])
                if options.show or place not in known:
                    words = row["text"][slice(*one["span"])].replace("\n", " ")
                    print(json.dumps({"set": name, "id": row["id"], "kind": one["kind"], "span": one["span"]}), words)
                if place in known:
                    mine.append(known[place])
                    kinds[one["kind"], known[place]] += 1
                missing += place not in known
            found.append(mine)
        by_kind = {
            kind: f"{kinds[kind, True]} of {kinds[kind, True] + kinds[kind, False]}" for kind in sorted({k for k, _ in kinds})
        }
        right = {"percent": round(share(found), 1), "interval": interval_of(found, share)}
        figures[name] = {"documents": len(rows), "found": sum(map(len, found)), "right": right, "by kind": by_kind}
        print(name, figures[name])
    print(f"not judged: {missing}")
    if not missing:
        digest = digest_of(*(options.data / name / "dev.jsonl.gz" for name in SETS))
        keep("watchpoints", figures, data=f"20 of polnear dev (seed {SEED}), 27 of tbaq dev, digest {digest}", arguments=())


if __name__ == "__main__":
    main()
