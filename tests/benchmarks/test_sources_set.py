"""The sources of sources.jsonl: in reports that lend events no weight or documents that train, none with a name."""

from __future__ import annotations

import json
import re
from pathlib import Path

MARKS = Path(__file__).resolve().parents[2] / "benchmarks" / "marks"
ROWS = [json.loads(line) for line in (MARKS / "sources.jsonl").open(encoding="utf8")]
TRAIN = {"insight_crime", "lgl", "geowebnews", "tbaq", "ecbplus", "polnear"}


def test_documents_stand_once_and_may_train() -> None:
    assert len({row.get("n") or (row["set"], row["doc"]) for row in ROWS}) == len(ROWS) >= 381
    assert all(row["n"] % 5 if "n" in row else row["set"] in TRAIN for row in ROWS)


def test_sources_and_bodies_stand_in_our_reports() -> None:
    texts = {int(row["id"][4:]): row["text"] for row in map(json.loads, (MARKS / "reports.jsonl").open(encoding="utf8"))}
    for row in (row for row in ROWS if "n" in row):
        for label in row["sources"]:
            for place in (label["source"], label["body"] or label["source"]):
                assert re.search(r"\w", texts[row["n"]][slice(*place)])
            assert (label["state"] is not None) == label.get("office", False)
            assert label["state"] is None or re.fullmatch(r"[A-Z]{3}", label["state"])
