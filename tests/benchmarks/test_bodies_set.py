"""The people of bodies.jsonl: in reports that lend events no weight, at names and at words for bodies that stand there."""

from __future__ import annotations

import json
import re
from pathlib import Path

MARKS = Path(__file__).resolve().parents[2] / "benchmarks" / "marks"
ROWS = [json.loads(line) for line in (MARKS / "bodies.jsonl").open(encoding="utf8")]


def test_people_and_bodies_stand_in_their_reports() -> None:
    texts = {int(row["id"][4:]): row["text"] for row in map(json.loads, (MARKS / "reports.jsonl").open(encoding="utf8"))}
    assert len({row["n"] for row in ROWS}) == len(ROWS) >= 600
    for row in ROWS:
        assert row["n"] % 5 and row["people"] + row["sources"]
        for label in (*row["people"], *row["sources"]):
            start, end = label.get("name") or label["source"]
            assert texts[row["n"]][start:end].strip()
            assert label["state"] is None or re.fullmatch(r"[A-Z]{3}", label["state"])
            if label["body"] is not None:
                first, last = label["body"]
                assert re.search(r"\w", texts[row["n"]][first:last])
