"""cases/reality.yml: sentences with an event and what it is, or must not be, read by the shipped model."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from sayso.findings.event import Reality
from sayso.span import Span
from sayso.understand.analysis import encoder
from sayso.understand.doc import Doc
from sayso.understand.encoder import model_folder
from sayso.understand.reality import decision_of, reality_of

PLACE = Path(__file__).parents[3] / "cases" / "reality.yml"
CASES: list[dict[str, Any]] = yaml.safe_load(PLACE.read_text(encoding="utf8"))


def doc_of(text: str, published: date | None) -> Doc:
    from sayso.read.intake import DEFAULTS, report_from_line
    from sayso.understand.first_pass import make_doc

    if not (model_folder() / "encoder.onnx").is_file():
        pytest.skip("no shipped model: training/export.py makes it")
    line = {"id": "x", "text": text, "language": "en", **({"published": published.isoformat()} if published else {})}
    return make_doc(report_from_line(line, options=DEFAULTS, where="x"), encoder())


def _marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(reason=case["pending"], strict=False, raises=AssertionError)] if "pending" in case else []
    return pytest.param(case, id=case["text"][:40], marks=marks)


@pytest.mark.model
@pytest.mark.parametrize("case", [_marked(case) for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    before, event, after = case["text"].split("*")
    doc, span = doc_of(before + event + after, case.get("published")), Span(len(before), len(before) + len(event))
    decision = decision_of(doc, span)
    if "reality" in case:
        assert decision.reality == case["reality"], decision
    assert decision.reality not in case.get("must_not", []), decision
    assert decision.word is None or 0 <= decision.word.start < decision.word.end <= len(doc.text)


def test_cases_are_whole() -> None:
    assert {case["reality"] for case in CASES if "reality" in case} == {value.value for value in Reality}
    assert len({case["text"] for case in CASES}) == len(CASES)
    assert all(
        set(case) <= {"text", "reality", "must_not", "published", "pending"} and case["text"].count("*") == 2 for case in CASES
    )


def test_without_syntax_an_event_is_plain() -> None:
    from marked_text import doc_of as made_doc

    doc = made_doc("The army did not shell the port.")
    assert reality_of(doc, Span(17, 22)) is Reality.HAPPENED
    assert decision_of(doc, Span(17, 22)).confidence <= 0.5
