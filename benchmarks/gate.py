"""The accuracy gate: a small measure that every change has to pass, floors in floors.json.

usage: python benchmarks/gate.py [--data DIR] [--scorer FILE] [--raise-floors | --lower-floors]
    measures   attribution on 20 articles of PolNeAR dev (those whose id has the lowest SHA-256), quantities on NewsQuant dev
    floors     percent F1; each holds with the digest of the data it was measured on
    --raise-floors   sets each floor to the measured value less MARGIN, where that is higher
    --lower-floors   sets all floors so, lower ones too: say why in the commit
Exit status 1 where a value is below its floor or the data is not what the floors were measured on; skipped where it is absent.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from newsquant import f1_scores
from sets import Row, digest_of, options_of, readings_of, rows_of, scorer_of

FLOORS = Path(__file__).with_name("floors.json")
ARTICLES = 20
# Points below the measured value that pass: int8 sums differ a little from one kind of processor to another.
MARGIN = 1.0
MEASURES = ("source exact", "cue exact", "content exact", "attribution")


def chosen(rows: list[Row]) -> list[Row]:
    """Give the articles of the gate: always the same, whatever the order of the file."""
    return sorted(rows, key=lambda row: hashlib.sha256(row["id"].encode()).hexdigest())[:ARTICLES]


def measured(options: object) -> dict[str, float]:
    """Measure everything that has a floor."""
    data: Path = options.data  # type: ignore[attr-defined]  # argparse gives attributes by name
    gold = chosen(rows_of(data / "polnear" / "dev.jsonl.gz"))
    scores = scorer_of(options).score(gold, readings_of(gold), "outermost")  # type: ignore[arg-type]  # see benchmarks/attribution.py
    figures = {f"PolNeAR {name}": scores[name]["f1"] for name in MEASURES}
    return figures | {f"NewsQuant {name}": value for name, value in f1_scores(data / "newsquant" / "dev.jsonl.gz").items()}


def new_floors(figures: dict[str, float], old: dict[str, float], *, may_lower: bool) -> dict[str, float]:
    """Give the floors for the measured values."""
    made = {name: round(value - MARGIN, 1) for name, value in figures.items()}
    return made if may_lower else {name: max(value, old.get(name, 0.0)) for name, value in made.items()}


def main() -> int:
    """Measure, compare, and say each value with its floor."""
    parser = options_of(__doc__, scorer=True)
    parser.add_argument("--raise-floors", action="store_true")
    parser.add_argument("--lower-floors", action="store_true")
    options = parser.parse_args()
    sets = [options.data / name / "dev.jsonl.gz" for name in ("polnear", "newsquant")]
    absent = [path for path in [*sets, options.scorer or options.data.parent / "score" / "attribution.py"] if not path.is_file()]
    if absent:
        print(f"accuracy gate: skipped, there is no {absent[0]}")
        return 0
    written = json.loads(FLOORS.read_text(encoding="utf8")) if FLOORS.is_file() else {"data": None, "floors": {}}
    digest, figures = digest_of(*sets), measured(options)
    if options.raise_floors or options.lower_floors:
        floors = new_floors(figures, written["floors"], may_lower=options.lower_floors)
        written = {"data": digest, "floors": floors}
        FLOORS.write_text(json.dumps(written, indent=1) + "\n", encoding="utf8")
    if written["data"] != digest:
        print(
            f"accuracy gate: floors are of data {written['data']}, this is {digest}; run with --lower-floors",
            file=sys.stderr,
        )
        return 1
    below = 0
    for name, value in figures.items():
        floor = written["floors"].get(name)
        fails = floor is None or value < floor
        below += fails
        print(f"{'BELOW ' if fails else 'ok    '} {name:<24} {value:5.1f}   floor {floor}")
    print(f"accuracy gate: {len(figures) - below} of {len(figures)} hold")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
