"""What a careful reader takes from a report, and what of it a reading holds: statements, figures, events, ties, watchpoints, actors.

usage: python benchmarks/reader/measure.py [--data DIR] [--part held-out|held-out-own|tune|all] [--show] [--agreement]
    --part       whole reports are either held out (default: real news; held-out-own: of our own writing) or there to tune on; only the figures of all, each part apart, are kept
    --show       print what does not hold; for the part tune only, so that nobody sees what is held out
    --agreement  no reading: how far second.jsonl, read apart from the first, agrees with it
Every text is read once by `sayso parse`, with its day of publication and nothing else. For each row: is the record there at all, which of its
fields are right, is all of it right; and of what must not be found, how much is. `checks` counts a row's being there and each of its fields as
one, a missing row with all its fields wrong. Nothing is said of what is found beyond the rows. Intervals: 95 %, bootstrap over reports.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
PARTS_OF_SET = ("tune", "held-out", "held-out-own")
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent), str(HERE)]

from agreement import agreement_of  # noqa: E402
from reader_rows import PARTS, Outcome, Reading, outcomes, own_texts, violated  # noqa: E402

from sets import Row, digest_of, interval_of, keep, options_of, readings_of, rows_of  # noqa: E402  # they lie in the folder above


def reports_of(part: str, data: Path) -> list[Row]:
    """Give the reports of a part in the order of their names, each with its text."""
    lines = [line for name in ("reference", "own") for line in (HERE / f"{name}.jsonl").read_text(encoding="utf8").splitlines()]
    chosen = [report for report in map(json.loads, lines) if part in ("all", report["part"])]
    texts = {}
    for name in sorted({report["set"] for report in chosen if "set" in report}):
        texts |= {(name, str(row["id"])): row.get("text") or row.get("body") for row in rows_of(data / name / "train.jsonl.gz")}
    missing = [report["name"] for report in chosen if "set" in report and (report["set"], report["id"]) not in texts]
    if missing:
        raise SystemExit(f"reports that the data does not hold: {missing}")
    own = own_texts()
    found = [
        {"text": texts.get((report.get("set", ""), report.get("id", ""))) or own.get(report.get("report", ""))} | report
        for report in chosen
    ]
    return sorted(found, key=lambda report: report["name"])


class Held:
    """One report: what became of its rows, and what was found that must not be."""

    def __init__(self, report: Row, reading: Row) -> None:
        beside = Reading(reading)
        self.name, self.part = report["name"], report["part"]
        self.outcomes = outcomes(report["rows"], beside)
        self.forbidden = violated(report["rows"], beside)
        self.beside = beside


def percent(held: int, of: int) -> float:
    return 100 * held / of if of else 0.0


def rows_in(each: list[Held], part: str | None) -> list[Outcome]:
    return [outcome for one in each for outcome in one.outcomes if part in (None, outcome.part)]


def checks(rows: list[Outcome]) -> tuple[int, int]:
    """Give how many checks hold, and of how many."""
    return sum(row.found + sum(row.fields.values()) for row in rows), sum(1 + len(row.fields) for row in rows)


def share_of(held: int, of: int, each: list[Held], part: str | None, whole: bool) -> Row:
    """Give a share with its interval over reports."""

    def share(draw: list[Held]) -> float:
        rows = rows_in(draw, part)
        return percent(sum(row.whole for row in rows), len(rows)) if whole else percent(*checks(rows))

    return {"held": held, "of": of, "value": round(percent(held, of), 1), "interval": interval_of(each, share)}


def part_figures(each: list[Held], part: str | None) -> Row:
    """Give the figures of a part of the readings, or of all."""
    rows = rows_in(each, part)
    there = [row for row in rows if row.found]
    fields = Counter(name for row in there for name in row.fields)
    right = Counter(name for row in there for name, holds in row.fields.items() if holds)
    result: Row = {
        "rows": len(rows),
        "found": len(there),
        "fields right of found rows": f"{sum(right.values())} of {sum(fields.values())}",
        "whole": share_of(sum(row.whole for row in rows), len(rows), each, part, True),
        "checks": share_of(*checks(rows), each, part, False),
    }
    if part is not None:
        result["fields"] = {name: f"{right[name]} of {fields[name]}" for name in sorted(fields)}
    return result


def figures_of(each: list[Held]) -> Row:
    """Give all figures of one part of the set."""
    forbidden = [broken for one in each for _, broken in one.forbidden]
    result: Row = {"reports": len(each), "all": part_figures(each, None)}
    result |= {part: part_figures(each, part) for part in PARTS}
    result["must not"] = {"violated": sum(forbidden), "of": len(forbidden)}
    return result


def lines_of(name: str, result: Row) -> Iterator[str]:
    """Write the figures as lines that people read."""
    yield f"{name}: {result['reports']} reports"
    for part in (*PARTS, "all"):
        held = result[part]
        low, high = held["whole"]["interval"]
        yield (
            f"    {part:12}{held['found']:4} of {held['rows']} there, {held['fields right of found rows']} fields right, "
            f"{held['whole']['held']} whole ({held['whole']['value']} %, {low}–{high}), "
            f"{held['checks']['held']} of {held['checks']['of']} checks ({held['checks']['value']} %)"
        )
        if "fields" in held:
            yield f"                {', '.join(f'{field} {right}' for field, right in held['fields'].items())}"
    yield f"    must not: {result['must not']['violated']} of {result['must not']['of']} violated"
    yield f"{name}: {result['all']['checks']['held']} of {result['all']['checks']['of']}"


def failures(each: list[Held]) -> Iterator[str]:
    """Write what does not hold, report by report, and then how often which field."""
    kinds: Counter[str] = Counter()
    for one in each:
        for row in one.outcomes:
            wrong = [name for name, holds in row.fields.items() if not holds] if row.found else ["missing"]
            kinds.update(f"{row.part}: {name}" for name in wrong)
            if wrong:
                shown = {name: row.got.get(name) for name in wrong if name in row.got} or row.got.get("owners", "")
                yield f"{one.name} {row.part} {row.label}: {', '.join(wrong)} {shown_words(shown, one.beside)}"
        for row, broken in one.forbidden:
            if broken:
                kinds["must not"] += 1
                yield f"{one.name} must not, {row['part']} «{one.beside.words(row['span'])}»: {row['why']}"
    yield from (f"    {number:3} {kind}" for kind, number in kinds.most_common())


def shown_words(shown: object, beside: Reading) -> str:
    """Write what was found with words for places and names for actors."""
    if not isinstance(shown, dict):
        return str(shown)
    told = {}
    for name, value in shown.items():
        idents = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        if idents and all(isinstance(ident, str) and ident in beside.actors for ident in idents):
            told[name] = beside.name(idents)
        elif name in ("source", "cue", "content", "target", "condition", "consequence") and value:
            told[name] = [" ".join(beside.words([span]).split()) for span in value]
        else:
            told[name] = value
    return str(told)


def agreement(data: Path) -> Row:
    """Compare the reports that were read twice."""
    seconds = [json.loads(line) for line in (HERE / "second.jsonl").read_text(encoding="utf8").splitlines()]
    return agreement_of({report["name"]: report for report in reports_of("all", data)}, seconds)


def main() -> None:
    parser = options_of(__doc__)
    parser.add_argument("--part", choices=(*PARTS_OF_SET, "all"), default="held-out")
    parser.add_argument("--show", action="store_true", help="print what does not hold; with --part tune only")
    parser.add_argument("--agreement", action="store_true")
    options = parser.parse_args()
    if options.agreement:
        print(json.dumps(agreement(options.data), indent=1))
        return
    if options.show and options.part != "tune":
        raise SystemExit("--show is for --part tune; what is held out stays unseen")
    reports = reports_of(options.part, options.data)
    given = [{"id": report["name"], "text": report["text"], "date": report["published"]} for report in reports]
    each = [Held(report, reading) for report, reading in zip(reports, readings_of(given), strict=True)]
    result = {}
    for part in PARTS_OF_SET:
        if options.part in ("all", part):
            result[part] = figures_of([held for held in each if held.part == part])
            print("\n".join(lines_of(part, result[part])))
    if options.show:
        print("\n".join(failures(each)))
    if options.part == "all":
        sets = sorted({report["set"] for report in reports if "set" in report})
        digest = digest_of(*(options.data / name / "train.jsonl.gz" for name in sets))
        own = sum("set" not in report for report in reports)
        data = (
            f"{len(reports)} reports, {own} of them our own, the others of {', '.join(sets)} train; digest of the sets {digest}"
        )
        keep("reader", {**result, "agreement of two readings": agreement(options.data)}, data=data)


if __name__ == "__main__":
    main()
