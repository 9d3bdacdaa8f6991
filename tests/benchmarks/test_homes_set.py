"""The people of homes.jsonl: in reports that lend events no weight, at names that stand there, with states that the lexicon knows."""

from __future__ import annotations

import json
from pathlib import Path

from sayso.understand.known.named import states

MARKS = Path(__file__).resolve().parents[2] / "benchmarks" / "marks"
ABROAD = ("COK",)  # of no seat in the lexicon: such people lend no weight
ROWS = [json.loads(line) for line in (MARKS / "homes.jsonl").open(encoding="utf8")]


def test_people_stand_in_their_reports() -> None:
    texts = {int(row["id"][4:]): row["text"] for row in map(json.loads, (MARKS / "reports.jsonl").open(encoding="utf8"))}
    assert len({row["n"] for row in ROWS}) == len(ROWS) >= 600
    for row in ROWS:
        assert row["n"] % 5 and row["people"]
        for person in row["people"]:
            start, end = person["name"]
            assert texts[row["n"]][start:end].strip()[:1].isalpha()
            assert person["state"] in ("-", "?", *ABROAD) or person["state"] in states()
