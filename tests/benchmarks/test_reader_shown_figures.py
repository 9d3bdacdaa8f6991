"""Figures judged in four rounds: every record has one verdict by reference, fields and class agree with it, no text."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

FILE = Path(__file__).resolve().parents[2] / "benchmarks" / "reader" / "shown-figures.jsonl"
ROWS = [json.loads(line) for line in FILE.read_text(encoding="utf8").splitlines()]
REPORTS = [row for row in ROWS if row["part"] == "report"]
RECORDS = [row for row in ROWS if row["part"] == "figures"]
FIELDS = {"span", "kind", "low", "high", "unit", "of", "giver"}


def test_four_rounds_of_eight_reports() -> None:
    assert Counter(row["round"] for row in REPORTS) == {1: 8, 2: 8, 3: 8, 4: 8}
    assert len({(row["set"], row["id"]) for row in REPORTS}) == 32
    assert len(REPORTS) + len(RECORDS) == len(ROWS)


def test_every_figure_has_one_verdict_by_reference() -> None:
    reports = {(row["set"], row["id"]) for row in REPORTS}
    assert all((row["set"], row["id"]) in reports for row in RECORDS)
    assert len({(row["set"], row["id"], row["reads"]) for row in RECORDS}) == len(RECORDS)
    assert all(set(row) == {"set", "id", "part", "evidence", "reads", "right", "wrong", "also", "class"} for row in RECORDS)


def test_fields_and_classes_agree_with_the_verdict() -> None:
    assert all(row["right"] == (not row["wrong"]) == (not row["class"]) for row in RECORDS)
    assert all(row["wrong"] == ["none"] or set(row["wrong"]) <= FIELDS for row in RECORDS)
    assert all(set(row["also"]) <= {"whose", "where", "approximate"} for row in RECORDS)
