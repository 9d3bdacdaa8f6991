"""Statements judged in four rounds: every record has one verdict by reference, fields and class agree with it, no text, no report of shown.jsonl."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parents[2] / "benchmarks" / "reader"
ROWS = [json.loads(line) for line in (HERE / "shown-2.jsonl").read_text(encoding="utf8").splitlines()]
REPORTS = [row for row in ROWS if row["part"] == "report"]
RECORDS = [row for row in ROWS if row["part"] == "statements"]
FIELDS = {"source", "cue", "content", "act", "speaker", "speaks_for", "target", "withholds"}


def test_seven_rounds_of_eight_reports_nobody_judged_before() -> None:
    before = {json.loads(line)["id"] for line in (HERE / "shown.jsonl").read_text(encoding="utf8").splitlines()}
    assert Counter(row["round"] for row in REPORTS) == dict.fromkeys(range(1, 8), 8)
    assert len({(row["set"], row["id"]) for row in REPORTS}) == 56
    assert not before & {row["id"] for row in REPORTS}
    assert len(REPORTS) + len(RECORDS) == len(ROWS)


def test_every_statement_has_one_verdict_by_reference() -> None:
    reports = {(row["set"], row["id"]) for row in REPORTS}
    assert all((row["set"], row["id"]) in reports for row in RECORDS)
    assert len({(row["set"], row["id"], row["reads"]) for row in RECORDS}) == len(RECORDS)
    assert all(set(row) == {"set", "id", "part", "evidence", "reads", "right", "wrong", "class"} for row in RECORDS)
    assert all(row["evidence"] and all(0 <= start < end for start, end in row["evidence"]) for row in RECORDS)


def test_what_is_wrong_agrees_with_the_verdict() -> None:
    assert all(row["right"] == (not row["wrong"]) == (not row["class"]) for row in RECORDS)
    assert all(row["wrong"] == ["none"] or set(row["wrong"]) <= FIELDS for row in RECORDS)
