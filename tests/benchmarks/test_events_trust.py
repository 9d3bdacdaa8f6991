"""The judged events of train documents are whole: judgements agree with their classes of error, no event is there twice, no text, no dev document."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[2] / "benchmarks" / "events"
FIELDS = ("type", "actor", "recipient", "reality")
FIELD_OF = {"no event": "type", "other type": "type", "reality": "reality"}
KNOWN = {"id", "round", "by_pronoun", "set", "doc", "trigger", "event_type", "actor", "recipient", "reality", "right", "errors"}
Row = dict[str, Any]


def rows() -> list[Row]:
    return [json.loads(line) for line in (HERE / "train-judged.jsonl").read_text(encoding="utf8").splitlines()]


def test_every_judgement_agrees_with_its_classes() -> None:
    for row in rows():
        wrong = {FIELD_OF.get(error) or error.split()[0] for error in row["errors"]}
        assert {field for field in FIELDS if not row["right"][field]} == wrong, row["id"]
        assert row["right"]["whole"] is (not row["errors"]), row["id"]


def test_no_event_is_judged_twice_and_rounds_are_even() -> None:
    given = rows()
    assert max(Counter(row["id"] for row in given).values()) == 1
    assert set(Counter(row["round"] for row in given).values()) == {60}


def test_rows_hold_no_text_and_only_train_documents() -> None:
    for row in rows():
        assert set(row) == KNOWN and row["set"].endswith("/train"), row["id"]
        assert all(isinstance(key, str) and " " not in key for side in ("actor", "recipient") for key in row[side]["keys"]), row[
            "id"
        ]
