"""Draw what the ledger linked, to be judged one by one: joins of claims, answers, differences, joins of events and figures, reports of stories.

usage: python benchmarks/links/draw.py --kept DIR [--data DIR] [--half one|other] [--show | --second]
    --kept     folder where readings are kept from one run to the next
    --half     which texts: `one` was looked at while the rules were mended, `other` was drawn from once that was done
    --show     print what is drawn, with its words, for judging; nothing is written
    --second   print those of audit.jsonl that are judged again, in a shuffled order, without their judgements
Without --show or --second: writes drawn-HALF.jsonl, only where there is none. Of each kind NUMBERS are drawn (of the half `other` fewer), from every set in
turn as long as it has any, at random by seed. Offsets only; no text is written.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent), str(HERE)]

from linked import linked  # noqa: E402
from texts import Text, readings_of  # noqa: E402

from sayso.findings.reading import Reading  # noqa: E402
from sets import Row, options_of  # noqa: E402

SEED, TWICE = 11, 40
NUMBERS = {
    "one": {"claim": 60, "answer": 50, "difference": 40, "happening": 40, "series": 40, "story": 30},
    "other": {"claim": 24, "answer": 20, "difference": 16, "happening": 16, "series": 16, "story": 12},
}
BEFORE, AFTER, OPENING = 220, 80, 110


def lines_of(path: Path) -> list[Row]:
    """Read a file of JSON lines; none where it is absent."""
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()] if path.is_file() else []


def drawn(found: dict[str, list[Row]], half: str) -> list[Row]:
    """Draw of each kind its number, from every set in turn."""
    rows = []
    for kind, number in NUMBERS[half].items():
        rng = random.Random(f"{SEED} {kind}")
        by_set = defaultdict(list)
        for row in found[kind]:
            by_set[row["b"]["set"]].append(row)
        for some in by_set.values():
            rng.shuffle(some)
        turns = [some[turn] for turn in range(number) for _, some in sorted(by_set.items()) if turn < len(some)]
        rows += [{"id": f"{half}-{kind}-{at:02}", "kind": kind, **row} for at, row in enumerate(turns[:number], start=1)]
    return rows


def twice(rows: list[Row]) -> list[str]:
    """Give the ids that are judged again, shuffled."""
    return random.Random(SEED).sample([row["id"] for row in rows], TWICE)


def told(side: Row, reading: Reading) -> str:
    """Give a side with its words marked in what stands around them."""
    text = reading.report.text
    day = reading.report.published
    head = f"[{side['set']} {side['doc'][:24]} {day or ''} {text[:OPENING]!r}]"
    if "span" not in side:
        return f"{head} … {text[OPENING : OPENING + 350]!r}"
    start, end = side["span"]
    shown = f"{text[max(0, start - BEFORE) : start]}>>>{text[start:end]}<<<{text[end : end + AFTER]}"
    return f"{head}\n     {' '.join(shown.split())}"


def show(rows: Iterable[Row], readings: dict[Text, Reading]) -> None:
    """Print the rows with their words."""
    for row in rows:
        print(f"## {row['id']} {row.get('stand', row.get('relation', ''))}")
        for name in "ab":
            print(f"  {name}: {told(row[name], readings[row[name]['set'], row[name]['doc']])}")


def main() -> None:
    options = options_of(__doc__)
    options.add_argument("--kept", type=Path, required=True)
    options.add_argument("--half", choices=tuple(NUMBERS), default="one")
    options.add_argument("--show", action="store_true")
    options.add_argument("--second", action="store_true")
    chosen = options.parse_args()
    path = HERE / f"drawn-{chosen.half}.jsonl"
    readings = readings_of(chosen.half, chosen.data, chosen.kept)
    if chosen.show or chosen.second:
        rows = lines_of(path)
        again = twice(rows) if chosen.second else [row["id"] for row in rows]
        show(sorted((row for row in rows if row["id"] in again), key=lambda row: again.index(row["id"])), readings)
        return
    if path.exists():
        raise SystemExit(f"{path.name} is there: a half is drawn once")
    found = linked(readings)
    print({kind: len(rows) for kind, rows in found.items()})
    path.write_text("".join(json.dumps(row) + "\n" for row in drawn(found, chosen.half)), encoding="utf8")


if __name__ == "__main__":
    main()
