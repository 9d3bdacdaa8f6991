"""Quantities of NewsQuant dev: F1 of values, and of values with their bounds.

usage: python benchmarks/newsquant.py [--data DIR] [--show]
    --show   print, by id, what differs

A quantity of ours and one of theirs are matched one to one within a sentence, values within 1e-5 of each other, ranges end by
end. The bound is theirs: = ~ > < up down; ours is the trend where there is one, else the bound. What is written differently on
the two sides is made alike here: a fraction is a percent with us and a fraction there; a change "from X to Y" is two quantities
with us and one range there. Ranks and scores, which NewsQuant never annotates, are counted in the first pair of figures and left
out of the second. Prints both and writes results/newsquant.json.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sayso.findings.figure import FigureKind
from sayso.understand.numbers.quantities import Quantity, find_quantities
from sets import digest_of, keep, options_of, rows_of

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

    def scores(self) -> dict[str, dict[str, float]]:
        """Give precision, recall and F1 in percent, of values and of values with their bounds."""
        return {"value": self._score(self.by_value), "value + bound": self._score(self.by_bound)}

    def _score(self, right: int) -> dict[str, float]:
        precision, recall = right / max(1, self.found), right / max(1, self.expected)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return {"p": round(100 * precision, 1), "r": round(100 * recall, 1), "f1": round(100 * f1, 1)}


def tally(path: Path, *, all_kinds: bool, show: bool = False) -> Tally:
    """Compare every sentence."""
    counted = Tally()
    for row in rows_of(path):
        extra, missing, other = counted.add(found_in(row["text"], all_kinds=all_kinds), [theirs(q) for q in row["quantities"]])
        if show and (extra or missing or other):
            print(row["id"], "| too much", _signs(extra), "| missing", _signs(missing), "| other bound", _signs(other))
    return counted


def f1_scores(path: Path) -> dict[str, float]:
    """Give both F1, all kinds: what the accuracy gate holds against its floors."""
    return {name: score["f1"] for name, score in tally(path, all_kinds=True).scores().items()}


def _signs(values: list[Value]) -> str:
    return " ".join(f"{v.bound}{v.low:g}" + (f"..{v.high:g}" if v.high != v.low else "") for v in values) or "-"


def main() -> None:
    """Measure, print and keep."""
    parser = options_of(__doc__)
    parser.add_argument("--show", action="store_true", help="print, by id, what differs")
    options = parser.parse_args()
    path = options.data / "newsquant" / "dev.jsonl.gz"
    figures = {}
    for name, all_kinds in (("all kinds", True), ("without ranks and scores", False)):
        counted = tally(path, all_kinds=all_kinds, show=options.show and all_kinds)
        figures[name] = {"expected": counted.expected, "found": counted.found, **counted.scores()}
        print(f"NewsQuant dev, {counted.expected} quantities, {name}: found {counted.found}")
        for measure, score in counted.scores().items():
            print(f"  {measure:<14} P {score['p']:5.1f}  R {score['r']:5.1f}  F1 {score['f1']:5.1f}")
    keep("newsquant", figures, data=f"NewsQuant dev, {len(rows_of(path))} sentences, digest {digest_of(path)}", arguments=())


if __name__ == "__main__":
    main()
