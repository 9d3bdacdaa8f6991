"""Every operator of lexicons/en/modality.yml says what it does: its example is read by the shipped model."""

from __future__ import annotations

import pytest

from sayso.findings.event import Reality
from sayso.lexicons import entries
from sayso.span import Span
from sayso.understand.analysis import encoder
from sayso.understand.doc import Doc
from sayso.understand.encoder import model_folder
from sayso.understand.reality import decision_of
from sayso.understand.reality.operators import SAME, occasions, operators

ROWS = [row for row in entries("en/modality") if "then" in row]


def doc_of(text: str) -> Doc:
    from sayso.read.intake import DEFAULTS, report_from_line
    from sayso.understand.first_pass import make_doc

    if not (model_folder() / "encoder.onnx").is_file():
        pytest.skip("no shipped model: training/export.py makes it")
    return make_doc(report_from_line({"id": "x", "text": text, "language": "en"}, options=DEFAULTS, where="x"), encoder())


def marked(example: str) -> tuple[str, Span]:
    """Give a sentence and where its event stands, from "the crew has *left*"."""
    before, event, after = example.split("*")
    text = before + event + after
    return text[0].upper() + text[1:] + ".", Span(len(before), len(before) + len(event))


@pytest.mark.model
def test_examples_hold() -> None:
    wrong = []
    for row in ROWS:
        text, event = marked(row["example"])
        wanted = "happened" if row["then"] == SAME else row["then"]
        found = decision_of(doc_of(text), event)
        if found.reality != wanted:
            wrong.append((text, wanted, found.reality.value, found.rule))
    assert wrong == []


def test_rows_are_whole() -> None:
    for row in ROWS:
        assert row["then"] == SAME or Reality(row["then"])
        assert Reality(row.get("not", "negated"))
        assert row["kind"] in ("verb", "noun", "adjective", "preposition", "conjunction", "adverb")
        assert bool(row.get("of")) or row["kind"] not in ("verb", "noun")


def test_forms() -> None:
    assert {o.particle for o in operators("verb")["called"]} == {"off", None}
    assert "plans" in operators("noun") and "talks" in occasions() and "planning" in operators("verb")
