"""The people of ranks.jsonl: in reports that lend events no weight, at names that stand there, each speaking for one state or for none."""

from __future__ import annotations

import json
import re
from pathlib import Path

MARKS = Path(__file__).resolve().parents[2] / "benchmarks" / "marks"
ROWS = [json.loads(line) for line in (MARKS / "ranks.jsonl").open(encoding="utf8")]


def test_people_stand_in_their_reports() -> None:
    texts = {int(row["id"][4:]): row["text"] for row in map(json.loads, (MARKS / "reports.jsonl").open(encoding="utf8"))}
    assert len({row["n"] for row in ROWS}) == len(ROWS)
    assert sum(len(row["people"]) for row in ROWS) >= 350
    for row in ROWS:
        assert row["n"] % 5
        for label in row["people"]:
            assert re.search(r"\w \w|-", texts[row["n"]][slice(*label["name"])])
            assert (label["state"] is not None) == label["office"]
            assert label["state"] is None or re.fullmatch(r"[A-Z]{3}", label["state"])


def test_no_report_is_labelled_twice() -> None:
    bodies = {json.loads(line)["n"] for line in (MARKS / "bodies.jsonl").open(encoding="utf8")}
    assert not bodies & {row["n"] for row in ROWS}
