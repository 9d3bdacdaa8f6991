"""Share of ties found right, by sayings judged one by one: PolNeAR dev, re3d train and dev, TimeBank and AQUAINT dev.

usage: python benchmarks/ties/measure.py [--data DIR] [--unjudged]
    --unjudged   write, instead, a line of judged.jsonl for each tie that has no judgement, with its words on standard error

A line of judged.jsonl names a tie by set, document, relation and the characters of its evidence and says whether it is right: both actors, the
relation, the role and, where there are any, its bounds. What the words say is judged, not what is true. "seen" documents were read while the rules
were made, the others were not. Ties without a judgement are counted apart; with any, no figures are kept. Writes results/ties.json.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from sets import Row, digest_of, keep, options_of, readings_of, rows_of  # noqa: E402

SETS = {"polnear": "polnear/dev", "re3d": "re3d/train", "re3d-dev": "re3d/dev", "tbaq": "tbaq/dev"}
# Documents of a set that were read while the rules were made, in the order of the draw.
SEEN = {"polnear": 50, "re3d": 57}
JUDGED = HERE / "judged.jsonl"


def key_of(name: str, reading: Row, tie: Row) -> str:
    return json.dumps([name, reading["id"], tie["relation"], tie["evidence"]])


def judgements() -> dict[str, bool]:
    lines = JUDGED.read_text(encoding="utf8").splitlines() if JUDGED.is_file() else []
    rows = [json.loads(line) for line in lines if line.strip()]
    return {json.dumps([row["set"], row["id"], row["relation"], row["evidence"]]): row["right"] for row in rows}


def drawn(data: Path, name: str) -> list[tuple[Row, bool]]:
    """Give the readings of a set in the order of a seeded draw, each with whether it was seen."""
    rows = rows_of(data / f"{SETS[name]}.jsonl.gz")
    random.Random(4).shuffle(rows)
    if name == "tbaq":
        rows = [{key: value for key, value in row.items() if key != "date"} for row in rows]
    return [(reading, place < SEEN.get(name, 0)) for place, reading in enumerate(readings_of(rows))]


def told(reading: Row, tie: Row) -> str:
    text, names = reading["report"]["text"], {actor["id"]: actor["name"] for actor in reading["actors"]}
    words = " … ".join(text[start:end] for start, end in tie["evidence"]).replace("\n", " ")
    bounds = {name: tie[name] for name in ("from", "until") if tie[name]}
    host = names.get(tie["accredited_to"])
    return f"{names[tie['subject']]} | {tie['relation']} {tie['role'] or ''} | {names[tie['object']]} {host or ''} {bounds or ''}\n      {words}"


def main() -> None:
    parser = options_of(__doc__)
    parser.add_argument("--unjudged", action="store_true", help="write lines for ties that have no judgement")
    options = parser.parse_args()
    known = judgements()
    counts: list[tuple[bool, str, bool]] = []
    open_ties = 0
    for name in SETS:
        for reading, seen in drawn(options.data, name):
            for tie in reading["ties"]:
                right = known.get(key_of(name, reading, tie))
                if right is None:
                    open_ties += 1
                    if options.unjudged:
                        print(told(reading, tie), file=sys.stderr)
                        row: dict[str, Any] = {
                            "set": name,
                            "id": reading["id"],
                            "relation": tie["relation"],
                            "evidence": tie["evidence"],
                        }
                        print(json.dumps(row | {"right": True}))
                else:
                    counts.append((right, tie["relation"], seen))
    if not options.unjudged:
        report(counts, open_ties, options.data)


def share(counts: list[Any]) -> float:
    return 100 * sum(right for right, *_ in counts) / max(1, len(counts))


def interval(counts: list[Any]) -> list[float]:
    """Give the 95 % interval of a share (Wilson 1927), in percent; ties of one document are taken as independent."""
    size, z = len(counts), 1.96
    p = share(counts) / 100
    middle, half = p + z * z / (2 * size), z * math.sqrt(p * (1 - p) / size + z * z / (4 * size * size))
    return [
        round(100 * max(0.0, (middle - half) / (1 + z * z / size)), 1),
        round(100 * min(1.0, (middle + half) / (1 + z * z / size)), 1),
    ]


def report(counts: list[tuple[bool, str, bool]], open_ties: int, data: Path) -> None:
    groups = {"all": counts, "seen": [c for c in counts if c[2]], "not seen": [c for c in counts if not c[2]]}
    for relation, _ in Counter(relation for _, relation, _ in counts).most_common():
        groups[relation] = [c for c in counts if c[1] == relation]
    figures = {
        name: {
            "ties": len(found),
            "right": sum(right for right, *_ in found),
            "share": round(share(found), 1),
            "interval": interval(found),
        }
        for name, found in groups.items()
        if found
    }
    print(json.dumps(figures | {"without a judgement": open_ties}, indent=1))
    if open_ties:
        raise SystemExit("some ties have no judgement: --unjudged writes their lines; nothing kept")
    digest = digest_of(*(data / f"{path}.jsonl.gz" for path in SETS.values()))
    print(keep("ties", figures, data=f"PolNeAR dev, re3d train and dev, TimeBank and AQUAINT dev, digest {digest}"))


if __name__ == "__main__":
    main()
