"""What is shown of unseen reports: every record has one verdict, its fields and class agree with it, no text, no report of another set of ours."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "benchmarks" / "reader"


def script() -> ModuleType:
    """Load shown.py under a name of its own."""
    spec = importlib.util.spec_from_file_location("reader_shown", HERE / "shown.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    path = list(sys.path)
    spec.loader.exec_module(module)
    sys.path[:] = path
    return module


SHOWN = script()
ROWS = SHOWN.lines_of()
REPORTS = [row for row in ROWS if row["part"] == "report"]
RECORDS = [row for row in ROWS if row["part"] != "report"]


def test_ten_reports_are_judged_whole_and_ten_for_what_is_rare() -> None:
    whole = [row["set"] for row in REPORTS if row["all"]]
    assert Counter(whole) == {"tbaq": 4, "geowebnews": 4, "trnews": 2}
    assert len(REPORTS) == 20
    assert len({(row["set"], row["id"]) for row in REPORTS}) == 20
    rare = {(row["set"], row["id"]) for row in REPORTS if not row["all"]}
    assert all(row["part"] in SHOWN.RARE for row in RECORDS if (row["set"], row["id"]) in rare)


def test_no_report_stands_in_another_set_of_ours() -> None:
    folders = (HERE, *(ROOT / "benchmarks" / name for name in ("events", "ties", "watchpoints")))
    files = [path for folder in folders for path in sorted(folder.glob("*.json*")) if path.name != "shown.jsonl"]
    taken = "".join(path.read_text(encoding="utf8") for path in files)
    assert files and not [row["id"] for row in REPORTS if f'"{row["id"]}"' in taken]


def test_every_record_has_one_verdict_by_reference() -> None:
    reports = {(row["set"], row["id"]) for row in REPORTS}
    assert all((row["set"], row["id"]) in reports for row in RECORDS)
    assert len({(row["set"], row["id"], row["reads"]) for row in RECORDS}) == len(RECORDS)
    assert all(set(row) == {"set", "id", "part", "evidence", "reads", "right", "wrong", "class"} for row in RECORDS)
    assert all(row["evidence"] and all(0 <= start < end for start, end in row["evidence"]) for row in RECORDS)


def test_fields_and_classes_agree_with_the_verdict() -> None:
    assert all(row["right"] == (not row["wrong"]) == (not row["class"]) for row in RECORDS)
    assert all(set(row["wrong"]) <= {"none", *SHOWN.FIELDS[row["part"]]} for row in RECORDS)
    assert all(row["wrong"] == ["none"] for row in RECORDS if "none" in row["wrong"])


def test_the_digest_changes_with_a_judged_field_alone() -> None:
    figure = {"span": [0, 4], "low": 4, "high": 4, "unit": None, "of": {"words": "ships"}, "giver": "a1", "evidence": [[0, 4]]}
    first = SHOWN.digest("figures", figure, {"a1": "FJI"})
    assert first == SHOWN.digest("figures", figure | {"giver": "a7", "confidence": 0.2}, {"a7": "FJI"})
    assert first != SHOWN.digest("figures", figure | {"low": 3}, {"a1": "FJI"})
    assert first != SHOWN.digest("figures", figure, {"a1": "TON"})


def test_results_are_those_of_the_rows() -> None:
    kept = json.loads((ROOT / "benchmarks" / "results" / "reader-shown.json").read_text(encoding="utf8"))
    assert kept["figures"] == {"judged at": SHOWN.JUDGED_AT} | {part: SHOWN.figures_of(part, ROWS) for part in SHOWN.PARTS}


def test_few_records_have_no_interval() -> None:
    few = [row for row in ROWS if row["part"] in ("report", "events")]
    assert SHOWN.figures_of("events", few)["interval"] is None
