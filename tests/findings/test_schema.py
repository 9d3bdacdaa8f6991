"""The JSON Schema: generated from the records, committed, strict about closed lists and open to new fields."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.findings.schema import reading_schema
from sayso.findings.statement import Act

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import build_schema  # noqa: E402  # a script, not a package: found through the path

jsonschema = pytest.importorskip("jsonschema", reason="needs jsonschema (make test installs it)")
OWN = json.loads(Path(__file__).with_name("reading.json").read_text(encoding="utf8"))


def complaints(reading: dict[str, Any]) -> list[str]:
    """Give what the committed schema says against a reading."""
    schema = json.loads(build_schema.PLACE.read_text(encoding="utf8"))
    checker = jsonschema.FormatChecker()
    found = jsonschema.Draft202012Validator(schema, format_checker=checker).iter_errors(reading)
    return [f"{list(error.absolute_path)}: {error.message}" for error in found]


def changed(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    """Give the reading of our own writing with one change."""
    copy: dict[str, Any] = json.loads(json.dumps(OWN))
    change(copy)
    return copy


def test_committed_schema_is_what_the_records_say() -> None:
    written = build_schema.PLACE.read_text(encoding="utf8")
    assert written == build_schema.built(), f"{build_schema.PLACE.name} is out of date; run: {build_schema.REPAIR}"


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(reading_schema())


def test_own_reading_is_valid() -> None:
    assert complaints(OWN) == []


def test_the_example_of_the_contract_is_valid(seed: Path) -> None:
    assert complaints(json.loads((seed / "reading.json").read_text(encoding="utf8"))) == []


def test_closed_lists_are_closed() -> None:
    assert reading_schema()["$defs"]["Statement"]["properties"]["act"] == {"enum": [act.value for act in Act]}
    assert complaints(changed(lambda r: r["statements"][0].update(act="mumble")))
    assert complaints(changed(lambda r: r["entities"][0].update(label="PERSON")))


def test_new_fields_are_welcome() -> None:
    assert complaints(changed(lambda r: (r.update(mood="calm"), r["figures"][0].update(weight=1)))) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda r: r["statements"][0].pop("speaker"),
        lambda r: r.update(schema="sayso/reading/2"),
        lambda r: r["statements"][0].update(content=[]),
        lambda r: r["statements"][0].update(content=[[3]]),
        lambda r: r["figures"][0].update(span=[-1, 4]),
        lambda r: r["figures"][0].update(evidence=[]),
        lambda r: r["actors"][0].update(confidence=1.2),
        lambda r: r["actors"][0].update(country="Vesk"),
        lambda r: r["report"].update(published="24 October"),
        lambda r: r["report"].update(sha256="short"),
        lambda r: r["statements"][0]["said_on"].pop("words"),
        lambda r: r.pop("report"),
    ],
)
def test_what_breaks_the_contract_is_found(change: Callable[[dict[str, Any]], object]) -> None:
    assert complaints(changed(change))


def test_null_where_nothing_is_known() -> None:
    assert complaints(changed(lambda r: r["statements"][3].update(speaker=None, channel=None, said_on=None))) == []
    assert complaints(changed(lambda r: r["statements"][3].update(form=None)))
