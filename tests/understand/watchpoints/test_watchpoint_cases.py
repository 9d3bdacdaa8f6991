"""cases/watchpoints.yml: sentences with what may come, read by the shipped model; and what is nobody's is none."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from sayso.findings.reading import Reading
from sayso.findings.watchpoint import Watchpoint, WatchpointKind
from sayso.flow import read_text
from sayso.lexicons import entries
from sayso.understand.encoder import model_folder
from sayso.understand.watchpoints.found import forms, words_of
from sayso.understand.watchpoints.making import LONGEST

PLACE = Path(__file__).parents[3] / "cases" / "watchpoints.yml"
CASES: list[dict[str, Any]] = yaml.safe_load(PLACE.read_text(encoding="utf8"))
FIELDS = {"kind", "span", "condition", "consequence", "words", "date", "day", "said"}


@cache
def reading_of(text: str) -> Reading:
    if not (model_folder() / "encoder.onnx").is_file():
        pytest.skip("no shipped model: training/export.py makes it")
    return read_text(text, given={"published": date(2024, 10, 24).isoformat(), "language": "en"})


def fields_of(one: Watchpoint, text: str) -> dict[str, Any]:
    return {
        "kind": one.kind.value, "span": one.span.of(text), "words": one.words,
        "condition": one.condition[0].of(text) if one.condition else None,
        "consequence": one.consequence[0].of(text) if one.consequence else None,
        "date": one.date.words if one.date else None, "day": one.date.start if one.date else None, "said": one.by_whom is not None,
    }  # fmt: skip


def _param(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(reason=case["pending"], strict=False, raises=AssertionError)] if "pending" in case else []
    return pytest.param(case, marks=marks, id=case["text"][:40])


@pytest.mark.model
@pytest.mark.parametrize("case", [_param(case) for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [fields_of(one, text) for one in reading_of(text).watchpoints]
    if case.get("none"):
        assert found == []
    if "count" in case:
        assert len(found) == case["count"], found
    for wanted in case.get("expect", []):
        assert any(all(one[name] == value for name, value in wanted.items()) for one in found), found


def test_cases_are_whole() -> None:
    assert {one["kind"] for case in CASES for one in case.get("expect", [])} == {kind.value for kind in WatchpointKind}
    assert len({case["text"] for case in CASES}) == len(CASES)
    assert all(set(one) <= FIELDS for case in CASES for one in case.get("expect", []))
    assert all(case.get("none") or case.get("expect") for case in CASES)


@pytest.mark.model
def test_what_is_put_in_a_mouth_is_none() -> None:
    text = "The harbour is shut, the unspoken message from Tarvo being: “We can widen this war.”"
    assert [w.span.of(text) for w in reading_of(text).watchpoints if "widen" in w.span.of(text)] == []


@pytest.mark.model
def test_one_clause_is_one_watchpoint_with_its_actors() -> None:
    text = "If France leaves the pact, Spain may follow within days. The talks were short."
    reading = reading_of(text)
    (one,) = reading.watchpoints
    assert one.kind is WatchpointKind.CONDITIONAL and one.by_whom is None and one.evidence == (one.span,)
    assert {reading.actor(ident).key for ident in one.actors if reading.actor(ident)} == {"FRA", "ESP"}
    assert 0 < one.confidence <= 1 and one.id == "w1"


def test_words_are_known() -> None:
    assert "triggers" in forms("effect") and "likely" in forms("forecast") and "fears" in forms("chance")
    assert (
        {"summit", "deportation"} <= words_of("deed nouns")
        and "famine" in words_of("happenings")
        and not words_of("no such class")
    )
    assert all(row.get("example") for name in ("en/prospects", "en/pending") for row in entries(name))
    assert all(word == word.lower() and " " not in word for row in entries("en/pending") for word in row["words"])


@pytest.mark.model
def test_a_page_without_marks_gives_no_endless_one() -> None:
    text = (
        "if the dam fails the valley could flood "
        + "and the list of candidates for the board is now on the wall of the hall " * 12
    )
    assert all(one.span.end - one.span.start <= LONGEST for one in reading_of(text).watchpoints)
