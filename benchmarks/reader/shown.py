"""How much of what is shown of unseen reports is right: records read one by one, each with its verdict in shown.jsonl.

usage: python benchmarks/reader/shown.py [--data DIR] [--now] [--show]
    --now    read the reports again by this tree: how many of the records shown today were judged, and how many of those are right; not kept
    --show   print the records that --now found and nobody judged, with their words
shown.jsonl holds no text. A row of part `report` names a report (set, id, day given, whether it was assumed, and `all` where every part was
judged, else events, ties and watchpoints alone); every other row is one record: where its evidence stands, a digest of the fields judged, right
or wrong, which fields, and the class of error. Intervals: 95 %, bootstrap over reports; none under ten records.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent)]

from sets import digest_of, interval_of, keep, options_of, readings_of, rows_of  # noqa: E402  # they lie in the folder above

Row = dict[str, Any]
STATED, STATELESS = "actors with a state", "actors without a state"
PARTS = ("statements", "figures", "events", "ties", "watchpoints", STATED, STATELESS)
RARE = ("events", "ties", "watchpoints")  # judged in the ten further reports, too
JUDGED_AT = "f51dbcea5cd4"
ENOUGH = 10
# The fields of a record that were judged; of an actor its name, kind and state.
FIELDS = {
    "statements": ("source", "cue", "content", "act", "speaker", "speaks_for"),
    "figures": ("span", "low", "high", "unit", "of", "giver"),
    "events": ("trigger", "event_type", "actor", "recipient", "reality"),
    "ties": ("subject", "relation", "object", "role", "until"),
    "watchpoints": ("kind", "span", "condition", "consequence"),
    STATED: ("name", "kind", "country"),
    STATELESS: ("name", "kind", "country"),
}
_ACTORS = frozenset(("speaker", "speaks_for", "giver", "actor", "recipient", "subject", "object"))


def lines_of() -> list[Row]:
    """Give the rows of shown.jsonl."""
    return [json.loads(line) for line in (HERE / "shown.jsonl").read_text(encoding="utf8").splitlines()]


def digest(part: str, record: Row, keys: dict[str, str]) -> str:
    """Give twelve hex digits for the judged fields of a record, actors by their keys."""

    def plain(name: str) -> object:
        value = record.get(name)
        if name in _ACTORS:
            return [keys.get(one, one) for one in value] if isinstance(value, list) else keys.get(value or "")
        return (value or {}).get("words") if name == "of" else value

    fields = json.dumps([part, [plain(name) for name in FIELDS[part]], record["evidence"]], ensure_ascii=False)
    return hashlib.sha256(fields.encode()).hexdigest()[:12]


def shown_of(reading: Row) -> Iterator[tuple[str, Row, str]]:
    """Give what a reading shows: part, record, digest. Of actors persons and organisations alone."""
    keys = {actor["id"]: actor["key"] for actor in reading["actors"]}
    for part in PARTS[:5]:
        yield from ((part, record, digest(part, record, keys)) for record in reading[part])
    for actor in reading["actors"]:
        if actor["kind"] in ("person", "organisation"):
            part = STATED if actor["country"] else STATELESS
            yield part, actor, digest(part, actor, keys)


def share(reports: list[list[bool]]) -> float:
    """Give the share that is right, in percent."""
    flat = [one for some in reports for one in some]
    return 100 * sum(flat) / max(1, len(flat))


def figures_of(part: str, rows: list[Row]) -> Row:
    """Give what became of the records of a part, report by report."""
    reports = [row for row in rows if row["part"] == "report" and (row["all"] or part in RARE)]
    mine = [row for row in rows if row["part"] == part]
    each = [[row["right"] for row in mine if (row["set"], row["id"]) == (one["set"], one["id"])] for one in reports]
    return {
        "reports": len(reports),
        "shown": len(mine),
        "right": sum(row["right"] for row in mine),
        "percent": round(share(each), 1) if mine else None,
        "interval": interval_of(each, share) if len(mine) >= ENOUGH else None,
        "fields wrong": dict(Counter(name for row in mine for name in row["wrong"]).most_common()),
        "classes": dict(Counter(row["class"] for row in mine if not row["right"]).most_common()),
    }


def read_again(rows: list[Row], data: Path, show: bool) -> Iterator[str]:
    """Read the reports by this tree and say how much of what it shows was judged right."""
    reports = [row for row in rows if row["part"] == "report"]
    texts = {(name, str(row["id"])): row["text"] for name in names_of(rows) for row in rows_of(data / name / "train.jsonl.gz")}
    given = [{"id": row["id"], "text": texts[row["set"], row["id"]], "date": row["published"]} for row in reports]
    known = {(row["set"], row["id"], row["reads"]): row["right"] for row in rows if row["part"] != "report"}
    count: dict[str, Counter[bool | None]] = {part: Counter() for part in PARTS}
    for report, reading in zip(reports, readings_of(given), strict=True):
        for part, record, reads in shown_of(reading):
            if report["all"] or part in RARE:
                verdict = known.get((report["set"], report["id"], reads))
                count[part][verdict] += 1
                if show and verdict is None:
                    words = " … ".join(reading["report"]["text"][start:end] for start, end in record["evidence"])
                    yield f"{report['id']} {part} {reads} {' '.join(words.split())[:120]}"
    for part, verdicts in count.items():
        judged = verdicts[True] + verdicts[False]
        yield f"{part:24}{verdicts.total():4} shown, {judged} judged, {verdicts[True]} of these right"


def names_of(rows: list[Row]) -> list[str]:
    """Name the sets that the reports are of."""
    return sorted({row["set"] for row in rows})


def main() -> None:
    """Print and keep the shares, or read again."""
    parser = options_of(__doc__)
    parser.add_argument("--now", action="store_true", help="read the reports by this tree; nothing is kept")
    parser.add_argument("--show", action="store_true", help="with --now: print what was not judged")
    options, rows = parser.parse_args(), lines_of()
    if options.now:
        print("\n".join(read_again(rows, options.data, options.show)))
        return
    figures: Row = {"judged at": JUDGED_AT} | {part: figures_of(part, rows) for part in PARTS}
    for part in PARTS:
        held = figures[part]
        print(
            f"{part:24}{held['right']:4} of {held['shown']} right, {held['percent']} % {held['interval']}, {held['reports']} reports"
        )
        print(f"{'':24}{held['classes']}")
    sets = digest_of(*(options.data / name / "train.jsonl.gz" for name in names_of(rows)))
    count = sum(row["part"] == "report" for row in rows)
    keep(
        "reader-shown",
        figures,
        data=f"{count} reports of {', '.join(names_of(rows))} train, digest of the sets {sets}",
        arguments=(),
    )


if __name__ == "__main__":
    main()
