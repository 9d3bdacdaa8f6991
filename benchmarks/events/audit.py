"""Events read one by one: the share of events found that are right in type, actor, recipient and reality, by judgements kept in judged.jsonl.

usage: python benchmarks/events/audit.py [--data DIR] [--round 1|2|3|4|5|6|7|8|9|10] [--draw | --show | --second]
    --round    which audit (default: the latest): the files of the first have no number, those of the second are sheet-2.jsonl and so on
    --draw     parse PolNeAR dev and re3d train and dev with the committed tree and write the sheet and drawn.json; only where there is no sheet.
               Events of an earlier sheet are left out; where too few others are left in a set, they fill it up, marked `seen`;
               from the fourth round on all events found are drawn alike, those judged before marked `seen`, and all are judged anew
    --show     print every drawn event with its words, for judging
    --second   print the 30 that are judged again, in a shuffled order, without their first judgements

Without an option: prints the share that is wholly right and the share right by field, each set apart and together, with intervals (95 %, bootstrap
over documents), the agreement of the two readings with Cohen's kappa, and writes results/events-audit.json. README.md says how one judges.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from sets import RESULTS, ROOT, as_lines, digest_of, interval_of, keep, options_of, parse_command, rows_of  # noqa: E402

Row = dict[str, Any]
EACH, TWICE = 60, 30
SEEDS = {1: 7, 2: 20, 3: 30, 4: 40, 5: 50, 6: 20261206, 7: 20261127, 8: 20261128, 9: 20261129, 10: 20261130}
FROM_ALL = 4  # from this round on, what earlier ones judged is drawn like all else, and judged anew
GROUPS = {"polnear": ("polnear/dev",), "re3d": ("re3d/train", "re3d/dev")}
FIELDS = ("type", "actor", "recipient", "reality")
JUDGED = (*FIELDS, "whole")


@dataclass(frozen=True)
class Round:
    """One audit: its number, which decides seed and files."""

    number: int

    def file(self, name: str, kind: str = "jsonl") -> Path:
        """Give one of its files."""
        return HERE / (f"{name}.{kind}" if self.number == 1 else f"{name}-{self.number}.{kind}")

    @property
    def seed(self) -> int:
        """The seed of its draws."""
        return SEEDS[self.number]

    def earlier(self) -> set[tuple[str, int]]:
        """Give document and place of the events that earlier audits judged."""
        rows = [row for number in range(1, self.number) for row in lines_of(Round(number).file("sheet"))]
        return {(row["doc"], row["trigger"][0]) for row in rows}


def lines_of(path: Path) -> list[Row]:
    """Read a file of JSON lines; none where it is absent."""
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()] if path.is_file() else []


def texts_of(data: Path, name: str) -> list[Row]:
    """Give the documents of a set; re3d is without its BBC part."""
    return [row for row in rows_of(data / f"{name}.jsonl.gz") if row.get("origin") != "BBC Online"]


def readings_by(tree: Path, rows: Iterable[Row]) -> list[Row]:
    """Read texts by `sayso parse` of another tree of the package; ends the program where one of them fails."""
    environment = os.environ | {"PYTHONPATH": str(tree / "src")}
    done = subprocess.run(parse_command(), input=as_lines(rows), stdout=subprocess.PIPE, env=environment, check=False)
    readings: list[Row] = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode != 0 or any("error" in reading for reading in readings):
        raise SystemExit(f"sayso parse ended with {done.returncode}")
    return readings


def sheet_row(name: str, reading: Row, event: Row) -> Row:
    """Give what is judged of an event, without a word of the text."""
    keys = {actor["id"]: actor["key"] for actor in reading["actors"]}
    sides = {
        side: {"keys": [keys[actor] for actor in event[side]], "spans": event[f"{side}_spans"]} for side in ("actor", "recipient")
    }
    place = {"set": name, "doc": reading["id"], "trigger": event["trigger"]}
    return place | {"event_type": event["event_type"], **sides, "reality": event["reality"]}


def evenly(found: dict[str, list[Row]], rng: random.Random) -> list[Row]:
    """Give all events: documents in a drawn order, one event of each in turn."""
    documents = sorted(found)
    rng.shuffle(documents)
    for document in documents:
        rng.shuffle(found[document])
    rounds = max(map(len, found.values()))
    return [found[document][turn] for turn in range(rounds) for document in documents if turn < len(found[document])]


def draw(audit: Round, data: Path) -> None:
    """Write the sheet and drawn.json from the committed tree; ends the program where there is a sheet already."""
    if audit.file("sheet").exists():
        raise SystemExit("the sheet is there: events are drawn once")
    commit = subprocess.run(
        ["git", "rev-parse", "--short=12", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()
    drawn, counts, rng, earlier = [], {}, random.Random(audit.seed), audit.earlier()
    with tempfile.TemporaryDirectory() as folder:
        packed = subprocess.run(["git", "archive", commit, "src"], cwd=ROOT, capture_output=True, check=True).stdout
        subprocess.run(["tar", "-x", "-C", folder], input=packed, check=True)
        for group, names in GROUPS.items():
            found: defaultdict[str, list[Row]] = defaultdict(list)
            texts = [(name, row) for name in names for row in texts_of(data, name)]
            for (name, _), reading in zip(texts, readings_by(Path(folder), [row for _, row in texts]), strict=True):
                for event in reading["events"]:
                    found[reading["id"]].append(sheet_row(name, reading, event))
            counts[group] = {"documents": len(texts), "with events": len(found), "events": sum(map(len, found.values()))}
            ordered = evenly(found, rng)
            seen = [(row["doc"], row["trigger"][0]) in earlier for row in ordered]
            marked = [row | ({"seen": True} if old else {}) for row, old in zip(ordered, seen, strict=True)]
            chosen = marked if audit.number >= FROM_ALL else sorted(marked, key=lambda row: "seen" in row)
            drawn += [{"id": f"{group}-{place:02}"} | row for place, row in enumerate(chosen[:EACH], start=1)]
    audit.file("sheet").write_text("".join(json.dumps(row) + "\n" for row in drawn), encoding="utf8")
    said = {"commit": commit, "seed": audit.seed, "found": counts}
    audit.file("drawn", "json").write_text(json.dumps(said, indent=1) + "\n", encoding="utf8")


def twice(audit: Round) -> list[str]:
    """Give the ids that are judged again, shuffled."""
    return random.Random(audit.seed).sample([row["id"] for row in lines_of(audit.file("sheet"))], TWICE)


def told(row: Row, text: str) -> str:
    """Give a drawn event with its paragraph, the trigger marked, and the words of both sides."""
    start, end = row["trigger"]
    before, after = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = len(text) if after < 0 else after
    first, last = max(before, start - 500), min(last, end + 400)
    above = text[max(0, first - 160) : first].replace("\n", " ")
    sides = [
        f"{side} {row[side]['keys']} {[text[low:high] for low, high in row[side]['spans']]}" for side in ("actor", "recipient")
    ]
    marked = f"{text[first:start]}>>>{text[start:end]}<<<{text[end:last]}".replace("\n", " ")
    return f"{row['id']} {row['event_type']} {row['reality']} | {' | '.join(sides)}\n   ({above}) {marked}\n"


def show(audit: Round, data: Path, idents: list[str] | None) -> None:
    """Print drawn events with their words: all of the sheet, or those named, in their order."""
    texts = {row["id"]: row["text"] for names in GROUPS.values() for name in names for row in texts_of(data, name)}
    rows = {row["id"]: row for row in lines_of(audit.file("sheet"))}
    for ident in idents or rows:
        print(told(rows[ident], texts[rows[ident]["doc"]]))


def share(counts: list[list[bool]]) -> float:
    """Give the share that is right, in percent."""
    flat = [one for some in counts for one in some]
    return 100 * sum(flat) / max(1, len(flat))


def figures_of(rows: list[Row], judged: dict[str, Row]) -> Row:
    """Give the share right, whole and by field, of drawn events."""
    figures: Row = {"events": len(rows), "documents": len({row["doc"] for row in rows})}
    for field in ("whole", *FIELDS):
        by_document: defaultdict[str, list[bool]] = defaultdict(list)
        for row in rows:
            by_document[row["doc"]].append(judged[row["id"]][field])
        counts = list(by_document.values())
        figures[field] = {
            "right": sum(map(sum, counts)),
            "percent": round(share(counts), 1),
            "interval": interval_of(counts, share),
        }
    return figures


def agreement(first: dict[str, Row], second: dict[str, Row]) -> Row:
    """Give, by field, in how many of the twice judged both readings agree, and Cohen's kappa (None where both never vary)."""
    figures: Row = {"judged twice": len(second)}
    for field in ("whole", *FIELDS):
        pairs = [(first[ident][field], row[field]) for ident, row in second.items()]
        agree, size = sum(one == other for one, other in pairs), len(pairs)
        ones, others = sum(one for one, _ in pairs) / size, sum(other for _, other in pairs) / size
        chance = ones * others + (1 - ones) * (1 - others)
        kappa = None if chance == 1 else round((agree / size - chance) / (1 - chance), 2)
        figures[field] = {"agree": agree, "kappa": kappa}
    return figures


def main() -> None:
    """Draw, show, or count and keep."""
    parser = options_of(__doc__)
    for name in ("draw", "show", "second"):
        parser.add_argument(f"--{name}", action="store_true")
    parser.add_argument("--round", type=int, default=max(SEEDS), choices=sorted(SEEDS))
    options = parser.parse_args()
    audit = Round(options.round)
    if options.draw:
        return draw(audit, options.data)
    if options.show or options.second:
        return show(audit, options.data, twice(audit) if options.second else None)
    rows, first = lines_of(audit.file("sheet")), {row["id"]: row for row in lines_of(audit.file("judged"))}
    open_ones = [row["id"] for row in rows if row["id"] not in first]
    if open_ones:
        raise SystemExit(f"not judged: {' '.join(open_ones)}")
    figures: Row = {"drawn": json.loads(audit.file("drawn", "json").read_text(encoding="utf8"))}
    for group in GROUPS:
        figures[group] = figures_of([row for row in rows if row["set"].startswith(group)], first)
    figures["together"] = figures_of(rows, first)
    if any(row.get("seen") for row in rows):
        figures["not seen before"] = figures_of([row for row in rows if not row.get("seen")], first)
    figures["whole, keys aside"] = sum(all(error.endswith(" key") for error in row["errors"]) for row in first.values())
    figures["errors"] = dict(Counter(error for row in first.values() for error in row["errors"]).most_common())
    figures["agreement"] = agreement(first, {row["id"]: row for row in lines_of(audit.file("second"))})
    print(json.dumps(figures, indent=1))
    if audit.number < max(SEEDS):
        return
    digest = digest_of(*(options.data / f"{name}.jsonl.gz" for names in GROUPS.values() for name in names))
    path = keep(
        "events-audit",
        figures,
        data=f"{len(rows)} events of PolNeAR dev, re3d train and dev without BBC, digest {digest}",
        arguments=(),
    )
    kept = json.loads(path.read_text(encoding="utf8")) | {"commit": figures["drawn"]["commit"]}
    (RESULTS / "events-audit.json").write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
