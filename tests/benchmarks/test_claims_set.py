"""The pairs of benchmarks/claims are whole: fields, labels, parts by template, spans inside the texts where the data is there."""

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

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "benchmarks" / "claims"
DATA = Path(os.environ.get("SAYSO_DATA") or ROOT.parent / "shared" / "data")
SETS = {"polnear", "ecbplus", "re3d", "tbaq", "insight_crime", "lgl"}
LABELS = {"same", "denies", "differs", "unrelated"}
STANCES = {"denies", "silent", "declines", "confirms"}
Row = dict[str, Any]


def cases(name: str) -> list[Row]:
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf8").splitlines()]


def script() -> ModuleType:
    """Load measure.py under a name of its own: every folder of cases has one."""
    spec = importlib.util.spec_from_file_location("measure_claims", HERE / "measure.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    path = list(sys.path)
    spec.loader.exec_module(module)
    sys.path[:] = path
    return module


MEASURE = script()
OWN, REFERENCE = cases("own"), cases("reference")
ALL = [*OWN, *REFERENCE]


def test_there_are_300_pairs_and_at_least_half_are_by_reference() -> None:
    assert len(ALL) == len({case["id"] for case in ALL}) == 300
    assert len(REFERENCE) >= 150
    assert sum(case["a"]["doc"] != case["b"]["doc"] for case in REFERENCE) >= 100


def test_fields_and_labels() -> None:
    assert {frozenset(case) for case in ALL} == {frozenset({"id", "a", "b", "label", "template", "part"})}
    assert {case["label"] for case in ALL} == LABELS
    assert {frozenset(side) - {"stance"} for case in REFERENCE for side in (case["a"], case["b"])} == {
        frozenset({"set", "doc", "span"})
    }
    assert {frozenset(side) - {"stance"} for case in OWN for side in (case["a"], case["b"])} == {frozenset({"text", "span"})}
    assert {side["set"] for case in REFERENCE for side in (case["a"], case["b"])} <= SETS


def test_stances_agree_with_labels() -> None:
    given = defaultdict(set)
    for case in ALL:
        found = {case[side].get("stance") for side in ("a", "b")} - {None}
        assert found <= STANCES
        for stance in found:
            given[stance].add(case["label"])
    assert given["silent"] == given["declines"] == {"unrelated"}
    assert given["confirms"] == {"same"}
    assert given["denies"] == {"denies", "same", "unrelated"}
    both = [case for case in ALL if case["label"] == "same" and "denies" in (case["a"].get("stance"), case["b"].get("stance"))]
    assert [case["id"] for case in both if case["a"].get("stance") != case["b"].get("stance")] == []


def test_a_template_is_in_one_part_and_has_one_label() -> None:
    parts, labels = defaultdict(set), defaultdict(set)
    for case in ALL:
        parts[case["template"]].add(case["part"])
        labels[case["template"]].add(case["label"])
    assert {template for template in parts if len(parts[template]) > 1 or len(labels[template]) > 1} == set()


def test_parts_have_the_shares_they_should_and_every_label() -> None:
    numbers = Counter((case["part"], case["label"]) for case in ALL)
    assert {part for part, _ in numbers} == {"tune", "held-out"}
    assert 0.35 <= sum(n for (part, _), n in numbers.items() if part == "tune") / len(ALL) <= 0.45
    assert min(numbers.values()) >= 25 and len(numbers) == 8


def test_second_labels_are_of_pairs_that_are_there() -> None:
    second = cases("second")
    assert len({other["id"] for other in second}) == len(second) == 60
    assert {other["id"] for other in second} <= {case["id"] for case in ALL}
    assert {frozenset(other) for other in second} == {frozenset({"id", "label"})}
    assert {other["label"] for other in second} <= LABELS


def is_telling(text: str, span: list[int]) -> bool:
    start, end = span
    return 0 <= start < end <= len(text) and text[start:end].strip() == text[start:end] and " " in text[start:end]


def test_own_spans_are_words_of_their_texts() -> None:
    sides = [(case["id"], case[side]) for case in OWN for side in ("a", "b")]
    assert [ident for ident, side in sides if not is_telling(side["text"], side["span"])] == []


@pytest.mark.parametrize("name", sorted({side["set"] for case in REFERENCE for side in (case["a"], case["b"])}))
def test_spans_by_reference_are_words_of_their_texts(name: str) -> None:
    path = DATA / name / "train.jsonl.gz"
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    with gzip.open(path, "rt", encoding="utf8") as lines:
        rows = {row["id"]: row for row in map(json.loads, lines)}
    chosen = [(case["id"], case[side]) for case in REFERENCE for side in ("a", "b") if case[side]["set"] == name]
    assert [ident for ident, side in chosen if not is_telling(rows[side["doc"]]["text"], side["span"])] == []
    assert [ident for ident, side in chosen if "BBC" in rows[side["doc"]].get("origin", "")] == []


def test_what_is_counted_as_support() -> None:
    side = {"text": "Tarvo fired.", "span": [0, 12]}
    made = [
        {"id": "a", "a": side, "b": side | {"stance": "denies"}, "label": "denies"},
        {"id": "b", "a": side, "b": side, "label": "differs"},
        {"id": "c", "a": side, "b": side | {"stance": "silent"}, "label": "unrelated"},
        {"id": "d", "a": side, "b": side, "label": "same"},
    ]
    figures = MEASURE.figures_of(
        made, {"a": ("same", "same"), "b": ("differs", "same"), "c": ("same", "same"), "d": ("same", "same")}
    )
    assert {name: counted["counted as support"] for name, counted in figures["support"].items()} == {
        "denies": 1,
        "differs": 0,
        "no position": 1,
    }
    assert figures["accuracy"]["value"] == 50
    assert figures["F1"] == {"same": 50, "denies": 0, "differs": 100, "unrelated": 0}
    assert figures["change with the order of the sides"] == 1


def test_a_word_that_is_no_label_ends_the_run() -> None:
    side = {"text": "Tarvo fired.", "span": [0, 12]}
    case = {"id": "a", "a": side, "b": side, "label": "same"}
    readings = {MEASURE.document_of(case, name): None for name in ("a", "b")}
    assert MEASURE.decided([case], readings, lambda a, b: "same") == {"a": ("same", "same")}
    with pytest.raises(SystemExit, match="no label"):
        MEASURE.decided([case], readings, lambda a, b: "supports")


def test_without_code_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "sayso.link.claims", None)
    assert MEASURE.relation() is None
    assert "not there yet" in capsys.readouterr().err


def test_agreement_of_the_two_labellings() -> None:
    assert MEASURE.agreement() == {"doubled": 60, "agree": 100.0, "kappa": 1.0}
