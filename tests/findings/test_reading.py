"""The contract: readings go to JSON and back unchanged, and say nothing that does not stand in the text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.findings.reading import KINDS, SCHEMA, Reading
from sayso.findings.statement import Act
from sayso.report import Report
from sayso.span import Span

OWN = Path(__file__).with_name("reading.json")


@pytest.fixture
def own() -> dict[str, Any]:
    """Give a reading of our own writing that has every kind of record."""
    return json.loads(OWN.read_text(encoding="utf8"))  # type: ignore[no-any-return]


def test_own_reading_comes_back_as_it_was(own: dict[str, Any]) -> None:
    reading = Reading.from_json(own)
    assert reading.to_json(tokens=True) == own
    assert json.dumps(reading.to_json(tokens=True)) == json.dumps(own)
    assert Reading.from_json(reading.to_json(tokens=True)) == reading


def test_own_reading_has_every_kind_of_record(own: dict[str, Any]) -> None:
    assert [name for name in KINDS if not own[name]] == []


def test_the_example_of_the_contract_comes_back_as_it_was(seed: Path) -> None:
    given = json.loads((seed / "reading.json").read_text(encoding="utf8"))
    assert Reading.from_json(given).to_json() == given


def test_unknown_fields_are_let_pass(own: dict[str, Any]) -> None:
    later = own | {"mood": "calm", "statements": [row | {"weight": 3} for row in own["statements"]]}
    assert Reading.from_json(later) == Reading.from_json(own)


def test_another_schema_is_refused(own: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="sayso/reading/1"):
        Reading.from_json(own | {"schema": "sayso/reading/2"})


@pytest.mark.parametrize(("field", "value"), [("act", "mumble"), ("said_on", {"from": "then", "to": None, "words": "then"})])
def test_values_outside_the_contract_are_refused(own: dict[str, Any], field: str, value: object) -> None:
    own["statements"][0][field] = value
    with pytest.raises(ValueError):
        Reading.from_json(own)


def test_tokens_and_empty_notes_are_left_out(own: dict[str, Any]) -> None:
    assert "tokens" not in Reading.from_json(own).to_json()
    bare = Reading("r", Report("Nothing.")).to_json()
    assert "notes" not in bare["report"] and "retrieved" not in bare["report"] and "by" not in bare
    assert bare["schema"] == SCHEMA
    assert bare["report"]["published_from"] == "none"


def test_report_hashes_its_text_and_where_it_is_from() -> None:
    one, same = Report("Same words.", place_of_origin="a"), Report("Same words.", place_of_origin="b")
    assert one.sha256 == same.sha256
    assert one.key != same.key and len(one.key) == 32
    assert Report("lone \ud800 surrogate").sha256 != one.sha256


def test_words_are_verbatim(own: dict[str, Any]) -> None:
    reading = Reading.from_json(own)
    figure = reading.figures[0]
    assert reading.words(figure.span) == "about 40"
    assert reading.words(Span(0, 5), Span(6, 13)) == "Boats … missing"
    assert figure.of is not None and figure.of.span is not None and reading.words(figure.of.span) == figure.of.words
    assert reading.times[0].words == reading.words(reading.times[0].span)


def test_actor_of_an_id(own: dict[str, Any]) -> None:
    reading = Reading.from_json(own)
    denial = next(statement for statement in reading.statements if statement.act is Act.DENY)
    speaker = reading.actor(denial.speaker)
    assert speaker is not None and speaker.name == "Ada Berg"
    assert reading.actor("a99") is None and reading.actor(None) is None
