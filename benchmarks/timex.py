"""Time expressions: spans, types and TIMEX3 values of news (TimeBank and AQUAINT), of war histories and of tweets, read by `sayso parse`.

usage: python benchmarks/timex.py [--data DIR] [--sets NAME…] [--show]
    --sets   tbaq wikiwars tweet_timex (default: all three)
    --show   print, by id and offsets, what differs

The date a document was made is given as `published`. A span of ours and one of theirs are matched one to one, equal spans first, then any that
overlap. Strict counts equal spans, relaxed all matched. Types are right or wrong among the matched. `value, relaxed` is the value score of
TempEval-3: F1 of the matched whose value is theirs, letter for letter; `value, strict` asks for an equal span too. An expression that we leave
without a value counts as wrong. Intervals: 95 %, bootstrap over documents. Prints all and writes results/timex.json.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from sets import Row, digest_of, interval_of, keep, options_of, readings_of, rows_of

SETS = ("tbaq", "wikiwars", "tweet_timex")


@dataclass(frozen=True, slots=True)
class Tally:
    """What one document counts: spans found and expected, and those of the matched that are right."""

    found: int
    expected: int
    matched: int
    strict: int
    typed: int
    valued: int
    both: int


def matches(found: list[Row], expected: list[Row]) -> list[tuple[Row, Row]]:
    """Match spans one to one, in text order: equal ones first, then those that overlap."""
    places = {(one["start"], one["end"]): one for one in expected}
    pairs = [(one, places[tuple(one["span"])]) for one in found if tuple(one["span"]) in places]
    taken = {one["id"] for one, _ in pairs}, {id(other) for _, other in pairs}
    rest = [other for other in expected if id(other) not in taken[1]]
    for one in found:
        start, end = one["span"]
        other = next((o for o in rest if o["start"] < end and start < o["end"]), None)
        if one["id"] not in taken[0] and other is not None:
            pairs.append((one, other))
            rest.remove(other)
    return pairs


def tally(found: list[Row], expected: list[Row]) -> Tally:
    """Count one document."""
    pairs = matches(found, expected)
    equal = [one["span"] == [other["start"], other["end"]] for one, other in pairs]
    valued = [one["value"] == other["value"] for one, other in pairs]
    return Tally(
        len(found), len(expected), len(pairs), sum(equal), sum(one["type"] == other["type"] for one, other in pairs), sum(valued),
        sum(a and b for a, b in zip(equal, valued, strict=True)),
    )  # fmt: skip


def _f1(tallies: list[Tally], field: str) -> float:
    right = sum(getattr(one, field) for one in tallies)
    return float(200 * right / max(1, sum(one.found + one.expected for one in tallies)))


def scores(tallies: list[Tally]) -> dict[str, Any]:
    """Give the measures of a set in percent, each with its interval."""
    fields = {"span, strict": "strict", "span, relaxed": "matched", "value, relaxed": "valued", "value, strict": "both"}
    made = {name: (round(_f1(tallies, f), 1), interval_of(tallies, partial(_f1, field=f))) for name, f in fields.items()}

    def types(some: list[Tally]) -> float:
        return 100 * sum(one.typed for one in some) / max(1, sum(one.matched for one in some))

    made["type"] = (round(types(tallies), 1), interval_of(tallies, types))
    return {name: {"percent": value, "interval": around} for name, (value, around) in made.items()}


def published_of(row: Row) -> str | None:
    """Give the day of a document; a few carry the hour too."""
    return row["dct"][:10] if row.get("dct") else None


def measure(path: Path, *, show: bool) -> dict[str, Any]:
    """Read a set and compare it document by document."""
    rows = rows_of(path)
    readings = readings_of({"id": row["id"], "text": row["text"], "date": published_of(row)} for row in rows)
    tallies = [tally(reading["times"], row["timexes"]) for reading, row in zip(readings, rows, strict=True)]
    if show:
        for reading, row in zip(readings, rows, strict=True):
            _show(row["id"], reading["times"], row["timexes"])
    counts = {"documents": len(rows), "expected": sum(t.expected for t in tallies), "found": sum(t.found for t in tallies)}
    return counts | scores(tallies)


def _show(name: str, found: list[Row], expected: list[Row]) -> None:
    pairs = matches(found, expected)
    ours, theirs = {one["id"] for one, _ in pairs}, {id(other) for _, other in pairs}
    lines = [f"too much {one['span']} {one['type']}" for one in found if one["id"] not in ours]
    lines += [f"missing {[other['start'], other['end']]} {other['type']}" for other in expected if id(other) not in theirs]
    lines += [f"{one['span']} {one['value']}, not {o['value']}" for one, o in pairs if one["value"] != o["value"]]
    print("\n".join(f"{name} {line}" for line in lines))


def main() -> None:
    """Measure, print and keep."""
    parser = options_of(__doc__)
    parser.add_argument("--sets", nargs="+", choices=SETS, default=SETS)
    parser.add_argument("--show", action="store_true", help="print, by id and offsets, what differs")
    options = parser.parse_args()
    paths = {name: options.data / name / "dev.jsonl.gz" for name in options.sets}
    figures = {}
    for name, path in paths.items():
        figures[name] = made = measure(path, show=options.show)
        print(f"{name} dev, {made['documents']} documents, {made['expected']} expressions, found {made['found']}")
        for measure_name, score in made.items():
            if isinstance(score, dict):
                print(f"  {measure_name:<15} {score['percent']:5.1f}  {score['interval']}")
    if tuple(options.sets) == SETS:
        keep("timex", figures, data=f"dev of {', '.join(SETS)}, digest {digest_of(*paths.values())}", arguments=())


if __name__ == "__main__":
    main()
