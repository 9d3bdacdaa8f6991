"""The people of homes.jsonl: in reports that lend events no weight, at names that stand there."""

from __future__ import annotations

import json
import re
from pathlib import Path

MARKS = Path(__file__).resolve().parents[2] / "benchmarks" / "marks"
ROWS = [json.loads(line) for line in (MARKS / "homes.jsonl").open(encoding="utf8")]


def test_people_stand_in_their_reports() -> None:
    texts = {int(row["id"][4:]): row["text"] for row in map(json.loads, (MARKS / "reports.jsonl").open(encoding="utf8"))}
    assert len({row["n"] for row in ROWS}) == len(ROWS) >= 600
    for row in ROWS:
        assert row["n"] % 5 and row["people"]
        for person in row["people"]:
            start, end = person["name"]
            assert texts[row["n"]][start:end].strip()[:1].isalpha()
            assert re.fullmatch(r"-|\?|[A-Z]{3}", person["state"])
