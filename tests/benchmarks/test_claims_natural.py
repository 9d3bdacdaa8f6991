"""The pairs that weights are fitted on are by reference, and no story that a held-out pair is of is among them."""

import json
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parents[2] / "benchmarks" / "claims"
Row = dict[str, Any]


def cases(name: str) -> list[Row]:
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf8").splitlines()]


@pytest.mark.parametrize("name", ["natural", "coreferent"])
def test_pairs_hold_no_text(name: str) -> None:
    rows = cases(name)
    assert len(rows) == len({row["id"] for row in rows})
    assert {frozenset(row) for row in rows} == {frozenset({"id", "a", "b", "label"})}
    assert {frozenset(row[side]) for row in rows for side in "ab"} == {frozenset({"set", "doc", "span"})}
    assert {row["label"] for row in rows} <= {"same", "denies", "differs", "unrelated"}


@pytest.mark.parametrize("name", ["natural", "coreferent"])
def test_no_topic_of_a_held_out_pair_is_among_them(name: str) -> None:
    held = {row[side]["doc"].split("_")[0] for row in cases("reference") if row["part"] == "held-out" for side in "ab"}
    assert not held & {row[side]["doc"].split("_")[0] for row in cases(name) for side in "ab"}
