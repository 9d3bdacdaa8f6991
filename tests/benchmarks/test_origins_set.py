"""The chains of benchmarks/origins are whole: fields, carriers, claims inside their reports, parts by template, made by their script."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "benchmarks" / "origins"
Row = dict[str, Any]
KINDS = {"actor", "outlet", "agency", "unnamed", "untraced"}


def script(name: str) -> ModuleType:
    """Load a script under a name of its own: every folder of cases has a measure.py."""
    spec = importlib.util.spec_from_file_location(f"{name}_origins", HERE / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    path = list(sys.path)
    spec.loader.exec_module(module)
    sys.path[:] = path
    return module


MAKE, MEASURE = script("make"), script("measure")
CHAINS: list[Row] = [json.loads(line) for line in (HERE / "chains.jsonl").read_text(encoding="utf8").splitlines()]


def test_the_supplement_has_the_same_fields_and_its_claims_and_carriers_are_there() -> None:
    chains = [json.loads(line) for line in (HERE / "supplement.jsonl").read_text(encoding="utf8").splitlines()]
    assert Counter(chain["template"] for chain in chains) == {"post": 5, "office": 5}
    for chain in chains:
        assert set(chain) == set(CHAINS[0]) and chain["part"] == "supplement"
        by_id = {report["id"]: report for report in chain["reports"]}
        assert {frozenset(report) for report in chain["reports"]} == {frozenset(CHAINS[0]["reports"][0])}
        start, end = chain["claim"]["span"]
        assert len(by_id[chain["claim"]["report"]]["text"][start:end].split()) > 5
        assert all(origin["name"] in origin["names"] and origin["kind"] in KINDS for origin in chain["origins"])
        assert {ident for origin in chain["origins"] for ident in origin["carriers"]} <= set(by_id)


def test_the_script_makes_the_file() -> None:
    assert json.loads(json.dumps(list(MAKE.chains()))) == CHAINS


def test_fields() -> None:
    assert len(CHAINS) == len({chain["id"] for chain in CHAINS}) == 50
    assert {frozenset(chain) for chain in CHAINS} == {frozenset({"id", "claim", "reports", "origins", "template", "part"})}
    reports = [report for chain in CHAINS for report in chain["reports"]]
    assert {frozenset(report) for report in reports} == {frozenset({"id", "outlet", "url", "published", "title", "text"})}
    assert all(value for report in reports for value in report.values())
    origins = [origin for chain in CHAINS for origin in chain["origins"]]
    assert {frozenset(origin) for origin in origins} == {frozenset({"name", "names", "kind", "carriers"})}
    assert {origin["kind"] for origin in origins} == KINDS
    assert [origin for origin in origins if (origin["name"] is None) != (origin["kind"] in ("unnamed", "untraced"))] == []


def test_carriers_are_reports_of_the_chain() -> None:
    for chain in CHAINS:
        ids = [report["id"] for report in chain["reports"]]
        assert 2 <= len(ids) == len(set(ids)) <= 30
        assert all(origin["carriers"] and set(origin["carriers"]) <= set(ids) for origin in chain["origins"])
        outlets = {report["outlet"] for report in chain["reports"]}
        assert {o["name"] for o in chain["origins"] if o["kind"] == "outlet"} <= outlets


def test_the_claim_is_told_by_a_carrier() -> None:
    stories = json.loads((HERE / "stories.json").read_text(encoding="utf8"))
    claims = {claim.lower() for story in stories for claim in story["claims"]}
    for chain in CHAINS:
        report = next(report for report in chain["reports"] if report["id"] == chain["claim"]["report"])
        start, end = chain["claim"]["span"]
        assert report["text"][start:end].lower() in claims
        assert any(report["id"] in origin["carriers"] for origin in chain["origins"])


def test_every_carrier_tells_the_claim_and_no_other_report_does() -> None:
    stories = json.loads((HERE / "stories.json").read_text(encoding="utf8"))
    claims = [claim.lower() for story in stories for claim in story["claims"]]
    for chain in CHAINS:
        carriers = {ident for origin in chain["origins"] for ident in origin["carriers"]}
        telling = {report["id"] for report in chain["reports"] if any(claim in report["text"].lower() for claim in claims)}
        assert telling == carriers, chain["id"]


def test_a_page_told_twice_is_an_update_and_nothing_else_shares_its_address() -> None:
    twice = {chain["template"] for chain in CHAINS if len({r["url"] for r in chain["reports"]}) < len(chain["reports"])}
    assert twice == {"page-update"}


def test_a_template_is_in_one_part_and_parts_have_their_shares() -> None:
    parts = defaultdict(set)
    for chain in CHAINS:
        parts[chain["template"]].add(chain["part"])
    assert {template for template, found in parts.items() if len(found) > 1} == set()
    assert Counter(chain["part"] for chain in CHAINS) == {"tune": 20, "held-out": 30}


def test_the_shapes_of_the_issue_are_there() -> None:
    sizes = {(chain["template"], len(chain["reports"]), len(chain["origins"])) for chain in CHAINS}
    assert {("wire-thirty", 30, 1), ("spokesperson-thirty", 30, 1), ("two-that-copy", 2, 2), ("ring", 4, 1)} <= sizes
    assert {"translated", "page-update", "agency-two-names"} <= {template for template, _, _ in sizes}


def found(name: str | None, *reports: str) -> Any:
    return SimpleNamespace(name=name, reports=reports)


CHAIN = {
    "claim": {"report": "r1", "span": [0, 5]},
    "origins": [
        {"name": "Pell Gazette", "names": ["Pell Gazette"], "kind": "outlet", "carriers": ["r1", "r2"]},
        {"name": None, "names": ["local media"], "kind": "unnamed", "carriers": ["r3"]},
    ],
}
PELL, NOBODY = found("the Pell Gazette", "r2", "r1"), found(None, "r3")


@pytest.mark.parametrize(
    ("answer", "right", "number", "carriers", "names"),
    [
        ([NOBODY, PELL], True, True, True, True),
        ([PELL], False, False, False, False),
        ([found("Okra Courier", "r1", "r2"), NOBODY], False, True, True, False),
        ([found("Pell Gazette", "r1"), NOBODY], False, True, False, True),
        ([found("Pell Gazette", "r1", "r2"), found("local media", "r3")], False, True, True, False),
        ([PELL, NOBODY, found("Okra Courier", "r3")], False, False, False, False),
        ([], False, False, False, False),
    ],
)
def test_what_is_right(answer: list[Any], right: bool, number: bool, carriers: bool, names: bool) -> None:
    given = MEASURE.found_of(CHAIN, [], lambda readings, claim: answer)
    expected = {"right": right, "number": number, "carriers": carriers, "names": names}
    assert MEASURE.judged(MEASURE.gold_of(CHAIN), given) == expected


def test_an_order_that_changes_the_answer_is_seen() -> None:
    def first_only(readings: list[str], claim: Any) -> list[Any]:
        return [found("Pell Gazette", readings[0])]

    def all_of_them(readings: list[str], claim: Any) -> list[Any]:
        return [found("Pell Gazette", *readings)]

    readings = ["r1", "r2", "r3", "r4"]
    for ask, changed in ((first_only, True), (all_of_them, False)):
        assert MEASURE.changes(CHAIN, readings, MEASURE.found_of(CHAIN, readings, ask), ask, 6) is changed


def test_without_code_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "sayso.link.origins", None)
    assert MEASURE.asking() is None
    assert "not there yet" in capsys.readouterr().err
