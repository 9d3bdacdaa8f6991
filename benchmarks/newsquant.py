"""NewsQuant dev in, value F1 and value + bound F1 out: `python benchmarks/newsquant.py [--data DIR] [--show]`.

A quantity of ours and one of theirs are matched one to one within a sentence, values within 1e-5 of each other, ranges end by
end. The bound is
theirs: = ~ > < up down; ours is the trend where there is one, else the bound. What is written differently on the two sides, and
made alike here:
a fraction is a percent with us and a fraction there; a change "from X to Y" is two quantities with us and one range there.
Ranks and scores,
which NewsQuant never annotates, are counted in the first pair of figures and left out of the second.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
from dataclasses import dataclass
from pathlib import Path

from sayso.findings.figure import FigureKind
from sayso.understand.quantities import Quantity, find_quantities

_TOLERANCE = 1e-5
_UNANNOTATED = (FigureKind.RANK, FigureKind.SCORE)


@dataclass(frozen=True, slots=True)
class Value:
    """A value, or a range where the ends differ, with its bound in NewsQuant's signs."""

    low: float
    high: float
    bound: str

    def equals(self, other: Value) -> bool:
        return all(abs(a - b) <= 1e-8 + _TOLERANCE * abs(b) for a, b in ((self.low, other.low), (self.high, other.high)))


def theirs(row: dict[str, str]) -> Value:
    words = row["value"]
    cut = words.find("-", 1)
    if cut > 0 and "E" not in words and not words.startswith("-"):
        return Value(float(words[:cut]), float(words[cut + 1 :]), row["change"])
    return Value(float(words), float(words), row["change"])


def ours(quantity: Quantity) -> Value:
    low = quantity.low if quantity.low is not None else quantity.high
    high = quantity.high if quantity.high is not None else quantity.low
    factor = 0.01 if quantity.note == "fraction" else 1
    assert low is not None and high is not None
    return Value(low * factor, high * factor, quantity.trend or quantity.bound)


def found_in(text: str, *, all_kinds: bool) -> list[Value]:
    quantities = [q for q in find_quantities(text) if all_kinds or q.kind not in _UNANNOTATED]
    values: list[Value] = []
    ends: dict[str, Value] = {}
    for quantity in quantities:
        value = ours(quantity)
        if quantity.note in ("changed from", "changed to") and value.low == value.high:
            ends[quantity.note] = value
            if len(ends) == 2:
                one, other = ends["changed from"], ends["changed to"]
                values.append(Value(one.low, other.high, one.bound if one.bound in ("up", "down") else other.bound))
                ends = {}
            continue
        values.append(value)
    return values


@dataclass(slots=True)
class Tally:
    found: int = 0
    expected: int = 0
    by_value: int = 0
    by_bound: int = 0

    def add(self, found: list[Value], expected: list[Value]) -> tuple[list[Value], list[Value], list[Value]]:
        """Match one to one, those with the same bound first; gives what is too much, what is missing and what has another
        bound."""
        self.found, self.expected = self.found + len(found), self.expected + len(expected)
        spare, missing, other_bound = list(found), [], []
        rest = []
        for want in expected:
            hit = next((v for v in spare if v.equals(want) and v.bound == want.bound), None)
            if hit is None:
                rest.append(want)
                continue
            spare.remove(hit)
            self.by_value, self.by_bound = self.by_value + 1, self.by_bound + 1
        for want in rest:
            hit = next((v for v in spare if v.equals(want)), None)
            if hit is None:
                missing.append(want)
                continue
            spare.remove(hit)
            other_bound.append(want)
            self.by_value += 1
        return spare, missing, other_bound

    def f1(self, right: int) -> str:
        precision, recall = right / max(1, self.found), right / max(1, self.expected)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}"


def run(path: Path, *, show: bool) -> None:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        rows = [json.loads(line) for line in lines]
    for all_kinds in (True, False):
        tally = Tally()
        for row in rows:
            extra, missing, other = tally.add(found_in(row["text"], all_kinds=all_kinds), [theirs(q) for q in row["quantities"]])
            if show and all_kinds and (extra or missing or other):
                print(row["id"], "| too much", _signs(extra), "| missing", _signs(missing), "| other bound", _signs(other))
        name = "all kinds" if all_kinds else "without ranks and scores"
        print(f"NewsQuant dev, {len(rows)} sentences, {tally.expected} quantities, {name}: found {tally.found}")
        print(f"  value          {tally.f1(tally.by_value)}")
        print(f"  value + bound  {tally.f1(tally.by_bound)}")


def _signs(values: list[Value]) -> str:
    return " ".join(f"{v.bound}{v.low:g}" + (f"..{v.high:g}" if v.high != v.low else "") for v in values) or "-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--data", type=Path, default=Path(os.environ.get("SAYSO_DATA") or Path(__file__).parents[2] / "shared" / "data")
    )
    parser.add_argument("--show", action="store_true", help="print, by id, what differs")
    options = parser.parse_args()
    run(options.data / "newsquant" / "dev.jsonl.gz", show=options.show)


if __name__ == "__main__":
    main()
