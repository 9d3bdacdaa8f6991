"""The cases of benchmarks/reality are whole: fields, values, parts by template, offsets inside the texts where the data is there."""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import sys
from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sayso.findings.event import Reality

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "benchmarks" / "reality"
DATA = Path(os.environ.get("SAYSO_DATA") or ROOT.parent / "shared" / "data")
SETS = {"tbaq", "polnear", "ecbplus", "eventstoryline", "re3d", "uds_factuality", "lgl", "geowebnews", "insight_crime"}
COMMON = {"id", "trigger", "reality", "voice", "template", "part"}
LEAST_BY_REFERENCE = 12


def cases(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf8").splitlines()]


def script() -> ModuleType:
    """Load measure.py under a name of its own: every folder of cases has one."""
    spec = importlib.util.spec_from_file_location("measure_reality", HERE / "measure.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    path = list(sys.path)
    spec.loader.exec_module(module)
    sys.path[:] = path
    return module


MEASURE = script()
OWN, REFERENCE = cases("own"), cases("reference")
JUDGED = [case for case in [*OWN, *REFERENCE] if case["reality"] is not None]


def test_there_are_300_cases_and_at_least_half_are_by_reference() -> None:
    assert len(JUDGED) == 300
    assert len(REFERENCE) >= 150
    assert len({case["id"] for case in [*OWN, *REFERENCE]}) == len(OWN) + len(REFERENCE)


def test_fields_and_values() -> None:
    assert {frozenset(case) for case in OWN} == {frozenset(COMMON | {"text"})}
    assert {frozenset(case) for case in REFERENCE} == {frozenset(COMMON | {"set", "doc"})}
    assert {case["set"] for case in REFERENCE} <= SETS
    assert {case["voice"] for case in JUDGED} == {"report", "statement"}
    assert {case["reality"] for case in JUDGED} == {str(value) for value in Reality}


def test_a_template_is_in_one_part_and_every_value_in_both() -> None:
    parts, values = defaultdict(set), defaultdict(set)
    for case in [*OWN, *REFERENCE]:
        parts[case["template"]].add(case["part"])
        values[case["part"]].add(case["reality"])
    assert {template: found for template, found in parts.items() if len(found) > 1} == {}
    assert {part: len(found - {None}) for part, found in values.items()} == {"tune": 9, "held-out": 9}


def test_parts_have_the_shares_they_should() -> None:
    tune = sum(case["part"] == "tune" for case in JUDGED)
    assert 0.35 <= tune / len(JUDGED) <= 0.45


def test_every_value_occurs_often_enough_by_reference() -> None:
    numbers = Counter(case["reality"] for case in REFERENCE)
    assert {value: n for value, n in numbers.items() if n < LEAST_BY_REFERENCE} == {}


def test_second_labels_are_of_cases_that_are_there() -> None:
    second = cases("second")
    assert len({other["id"] for other in second}) == len(second) == 60
    assert {other["id"] for other in second} <= {case["id"] for case in JUDGED}
    assert {frozenset(other) for other in second} == {frozenset({"id", "reality"})}
    assert {other["reality"] for other in second} <= {str(value) for value in Reality}


def is_word(text: str, trigger: list[int]) -> bool:
    start, end = trigger
    return 0 <= start < end <= len(text) and " " not in text[start:end] and text[start:end].strip() == text[start:end]


def test_own_triggers_are_words_of_their_texts() -> None:
    assert [case["id"] for case in OWN if not is_word(case["text"], case["trigger"])] == []


@pytest.mark.parametrize("name", sorted({case["set"] for case in REFERENCE}))
def test_triggers_by_reference_are_words_of_their_texts(name: str) -> None:
    path = DATA / name / "train.jsonl.gz"
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    with gzip.open(path, "rt", encoding="utf8") as lines:
        rows = {row["id"]: row for row in map(json.loads, lines)}
    chosen = [case for case in REFERENCE if case["set"] == name]
    assert [case["id"] for case in chosen if not is_word(rows[case["doc"]]["text"], case["trigger"])] == []
    assert [case["id"] for case in chosen if "BBC" in rows[case["doc"]].get("origin", "")] == []


PAIRS = [("happened", "happened"), ("negated", "happened"), ("planned", "planned"), ("planned", "not found")]


def test_a_case_not_found_is_a_miss_and_not_shown_as_taking_place() -> None:
    assert MEASURE.accuracy(PAIRS) == 50
    assert MEASURE.taking_place(PAIRS) == pytest.approx(100 / 3)
    assert MEASURE.f1_of("planned", PAIRS) == pytest.approx(200 / 3)
    assert MEASURE.macro_f1(PAIRS) == pytest.approx((200 / 3 + 0 + 200 / 3) / 3)


def test_the_act_inside_an_event_is_seen_and_the_nearest_trigger_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Tarvo urged Kelm to lift its siege."
    of = {"trigger": [20, 24], "reality": "demanded", "of": None}
    events = [{"trigger": [6, 24], "reality": "happened", "of": of}, {"trigger": [29, 34], "reality": "ongoing"}]
    cases = [{"id": name, "text": text, "trigger": trigger} for name, trigger in (("a", [20, 24]), ("b", [6, 11]), ("c", [0, 5]))]
    readings = [{"id": f"own/{case['id']}", "events": events} for case in cases]
    monkeypatch.setattr(MEASURE, "readings_of", lambda rows: readings)
    texts = MEASURE.texts_of(cases, DATA)
    assert MEASURE.by_events(cases, texts) == {"a": "demanded", "b": "happened", "c": "not found"}


def test_no_event_at_all_is_said_and_left_out(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    case = {"id": "a", "text": "Tarvo slept.", "trigger": [6, 11]}
    monkeypatch.setattr(MEASURE, "readings_of", lambda rows: [{"id": "own/a", "events": []}])
    assert MEASURE.by_events([case], MEASURE.texts_of([case], DATA)) is None
    assert "no event yet" in capsys.readouterr().err


def test_agreement_of_the_two_labellings() -> None:
    assert MEASURE.agreement() == {"doubled": 60, "agree": 98.3, "kappa": 0.981}
