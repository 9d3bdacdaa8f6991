"""The audit of events is whole: every drawn event judged once, its judgements agree with its classes of error, 30 of them judged twice, no text."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "benchmarks" / "events"
FIELDS = ("type", "actor", "recipient", "reality")
FIELD_OF = {"no event": "type", "other type": "type", "reality": "reality"}
CLASSES = {*FIELD_OF, *(f"{side} {what}" for side in ("actor", "recipient") for what in ("missing", "another", "key"))}
Row = dict[str, Any]


def script() -> ModuleType:
    """Load audit.py under a name of its own."""
    spec = importlib.util.spec_from_file_location("audit_events", HERE / "audit.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    path = list(sys.path)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    sys.path[:] = path
    return module


AUDIT = script()
ROUNDS = [AUDIT.Round(number) for number in sorted(AUDIT.SEEDS)]
LAST = ROUNDS[-1]
each_round = pytest.mark.parametrize("audit", ROUNDS, ids=lambda audit: f"round {audit.number}")


def rows(audit: Any, name: str) -> list[Row]:
    found: list[Row] = AUDIT.lines_of(audit.file(name))
    return found


@each_round
def test_the_sheet_holds_60_of_each_set_and_no_text(audit: Any) -> None:
    sheet = rows(audit, "sheet")
    assert Counter(row["set"].split("/")[0] for row in sheet) == {"polnear": 60, "re3d": 60}
    assert len({(row["doc"], *row["trigger"], row["event_type"]) for row in sheet}) == 120
    fields = {"id", "set", "doc", "trigger", "event_type", "actor", "recipient", "reality"}
    assert all(set(row) - {"seen"} == fields and set(row["actor"]) == set(row["recipient"]) == {"keys", "spans"} for row in sheet)
    spans = [span for row in sheet for span in (row["trigger"], *row["actor"]["spans"], *row["recipient"]["spans"])]
    assert all(0 <= start < end for start, end in spans)


def test_what_was_judged_before_is_drawn_only_where_nothing_else_is_left() -> None:
    before = {audit.number: audit.earlier() for audit in ROUNDS}
    seen = [
        (audit.number, row["doc"], row["trigger"][0], row.get("seen", False)) for audit in ROUNDS for row in rows(audit, "sheet")
    ]
    assert all(((doc, start) in before[number]) == known for number, doc, start, known in seen)


def test_documents_are_drawn_evenly() -> None:
    drawn = json.loads((HERE / "drawn.json").read_text(encoding="utf8"))["found"]
    for group, found in drawn.items():
        counts = Counter(row["doc"] for row in rows(ROUNDS[0], "sheet") if row["set"].startswith(group))
        assert len(counts) == min(60, found["with events"])
        assert max(counts.values()) <= 2


@each_round
def test_every_event_is_judged_once(audit: Any) -> None:
    judged = rows(audit, "judged")
    assert [row["id"] for row in judged] == [row["id"] for row in rows(audit, "sheet")]
    for row in judged:
        assert set(row) == {"id", *FIELDS, "whole", "errors", "note"}
        assert row["whole"] == all(row[field] for field in FIELDS)
        assert set(row["errors"]) <= CLASSES
        assert {FIELD_OF.get(error, error.split()[0]) for error in row["errors"]} == {f for f in FIELDS if not row[f]}
        assert len(row["note"]) < 120 and (bool(row["note"]) or row["whole"])


@each_round
def test_thirty_are_judged_twice(audit: Any) -> None:
    second = rows(audit, "second")
    assert len(second) == 30 and sorted(row["id"] for row in second) == sorted(AUDIT.twice(audit))
    assert all(row["whole"] == all(row[field] for field in FIELDS) for row in second)


def test_the_draw_takes_one_of_each_document_in_turn() -> None:
    found = {str(number): [{"doc": number, "turn": turn} for turn in range(number)] for number in range(1, 40)}
    drawn = AUDIT.evenly(found, AUDIT.random.Random(7))
    assert len(drawn) == sum(range(1, 40))
    assert len({row["doc"] for row in drawn[:39]}) == 39


def test_kappa_counts_agreement_above_chance() -> None:
    first = {str(n): dict.fromkeys(("whole", *FIELDS), n < 2) for n in range(4)}
    assert AUDIT.agreement(first, first)["whole"] == {"agree": 4, "kappa": 1.0}
    assert AUDIT.agreement(first, {ident: row | {"whole": True} for ident, row in first.items()})["whole"]["kappa"] == 0.0


def test_the_result_is_of_the_last_judgements() -> None:
    kept = json.loads((ROOT / "benchmarks" / "results" / "events-audit.json").read_text(encoding="utf8"))
    assert kept["figures"]["together"]["whole"]["right"] == sum(row["whole"] for row in rows(LAST, "judged"))
    assert kept["commit"] == json.loads(LAST.file("drawn", "json").read_text(encoding="utf8"))["commit"]
