"""Names beside offices, in sentences of our own, read by the shipped model's syntax; labels are given by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.findings.mention import Label
from sayso.read.intake import DEFAULTS, report_from_line
from sayso.span import Span
from sayso.understand.analysis import encoder
from sayso.understand.doc import Name
from sayso.understand.encoder import model_folder
from sayso.understand.first_pass import make_doc
from sayso.understand.office_holders import with_office_holders


def label_of(text: str, words: str) -> Label:
    """Give what a name is called that the entity head took for an organisation."""
    if not (model_folder() / "encoder.onnx").is_file():
        pytest.skip("no shipped model: training/export.py makes it")
    doc = make_doc(report_from_line({"id": "x", "text": text, "language": "en"}, options=DEFAULTS, where="x"), encoder())
    start = text.index(words)
    name = Name(Span(start, start + len(words)), Label.ORG, 1.0)
    return with_office_holders(replace(doc, names=(name,))).names[0].label


@pytest.mark.model
def test_a_name_after_a_title_is_a_person() -> None:
    assert label_of("On Monday, President Tiril Okwu left for Lima.", "Tiril Okwu") is Label.PER


@pytest.mark.model
def test_who_holds_an_office_is_a_person() -> None:
    assert label_of("Tiril Okwu was foreign minister of Togo until 2019.", "Tiril Okwu") is Label.PER


@pytest.mark.model
@pytest.mark.parametrize("clause", ["who served as foreign minister until 2019", "who was foreign minister until 2019"])
def test_who_held_an_office_in_a_clause_is_a_person(clause: str) -> None:
    assert label_of(f"Tiril Okwu, {clause}, left for Lima.", "Tiril Okwu") is Label.PER


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Okwu Mining is the owner of the port.", "Okwu Mining"),
        ("President Tiril Okwu Airport was closed on Monday.", "Tiril Okwu"),
        ("The minister praised Okwu Mining on Monday.", "Okwu Mining"),
        ("Okwu Rangers, who served as hosts, lost to the minister's team.", "Okwu Rangers"),
        ("Burkina Faso was president of the union until 2019.", "Burkina Faso"),
    ],
)
def test_bodies_and_states_stay(text: str, words: str) -> None:
    assert label_of(text, words) is Label.ORG
