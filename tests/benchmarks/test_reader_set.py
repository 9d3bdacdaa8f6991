"""The reports of benchmarks/reader are whole, and what is compared with a reading is compared as its README says."""

from __future__ import annotations

import gzip
import importlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sayso.findings.event import Reality
from sayso.findings.statement import Act, Channel, Form

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "benchmarks" / "reader"
DATA = Path(os.environ.get("SAYSO_DATA") or ROOT.parent / "shared" / "data")
PARTS = ["statements", "figures", "events", "ties", "watchpoints", "actors", "must_not"]
SPANS = {"content", "source", "cue", "target", "addressee", "relayed_by", "evidence", "of", "date", "condition", "consequence"}
TEXT = "Tarvo's envoy Ila Renn said 40 guards had left.\nRenn denied the report. Tarvo may close its border."
Row = dict[str, Any]


def scripts() -> Iterator[ModuleType]:
    """Load the scripts of the folder; every folder of cases has a measure.py."""
    path = list(sys.path)
    sys.path[:0] = [str(HERE), str(HERE.parent)]
    yield importlib.import_module("reader_rows")
    for name in ("enter", "measure"):
        spec = importlib.util.spec_from_file_location(f"reader_{name}", HERE / f"{name}.py")
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        yield module
    sys.path[:] = path


ROWS, ENTER, MEASURE = scripts()


def reports(name: str) -> list[Row]:
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf8").splitlines()]


OWN, REFERENCE = reports("own"), reports("reference")
ALL, TEXTS = [*OWN, *REFERENCE], ROWS.own_texts()


def spans_of(rows: Row) -> Iterator[list[int]]:
    """Give every place that the rows of a report name."""
    for part in PARTS[:5]:
        for row in rows[part]:
            for field in SPANS & row.keys() if part != "ties" else ():
                yield from row[field] or []
    yield from (row["span"] for row in [*rows["actors"]["mentions"], *rows["must_not"]])


def is_words(text: str, span: list[int]) -> bool:
    start, end = span
    return 0 <= start < end <= len(text) and text[start:end].strip() == text[start:end]


def test_reports_are_whole() -> None:
    names = [report["name"] for report in ALL]
    assert len(names) == len(set(names)) >= 10
    for report in ALL:
        held = report.keys() & {"text", "report"} if report in OWN else {"set", "split", "id"}
        assert len(held) in (1, 3)
        assert report.keys() == {"name", "part", "published", "assumed", "rows"} | held
        assert list(report["rows"]) == PARTS
        assert sum(len(report["rows"][part]) for part in PARTS[:5]) >= 8, report["name"]
    assert {report["split"] for report in REFERENCE} == {"train"}
    assert len({(report["set"], report["id"]) for report in REFERENCE}) == len(REFERENCE)


def test_reports_of_c_d_f_and_m_are_held_out_and_all_others_are_there_to_tune_on() -> None:
    assert {report["part"] for report in ALL} == set(MEASURE.PARTS_OF_SET)
    assert all(
        (report["part"] == "held-out") == (report["name"].startswith(("C", "D")) and report["name"] not in ("D1", "D3"))
        for report in ALL
    )
    assert all((report["part"] == "held-out-own") == report["name"].startswith(("F", "M")) for report in ALL)
    assert all(ENTER.part_of(report["name"]) == report["part"] for report in ALL)


def test_references_hold_no_words_of_others() -> None:
    for report in REFERENCE:
        rows = [(part, row) for part in PARTS[:5] for row in report["rows"][part]]
        assert [
            field for part, row in rows for field in SPANS & row.keys() if part != "ties" and isinstance(row[field], str)
        ] == []
        assert all(row.keys() == {"span", "actor"} for row in report["rows"]["actors"]["mentions"])
        assert all("words" not in row for row in report["rows"]["must_not"])


def test_values_are_those_of_the_contract() -> None:
    assert ENTER.VALUES["act"] == set(Act) and ENTER.VALUES["form"] == set(Form)
    assert ENTER.VALUES["channel"] == set(Channel) and ENTER.VALUES["reality"] == set(Reality)
    for report in ALL:
        for part in PARTS[:5]:
            for row in report["rows"][part]:
                checked = ENTER.Notes(report["name"], {}, "")
                checked.check(row, part, part)
                assert checked.wrong == []


def test_places_in_own_texts_are_words() -> None:
    texts = {report["name"]: report.get("text") or TEXTS[report["report"]] for report in OWN}
    assert [r["name"] for r in OWN for span in spans_of(r["rows"]) if not is_words(texts[r["name"]], span)] == []


def test_reports_of_the_marks_that_are_held_out_train_nothing() -> None:
    numbers = [int(report["report"].removeprefix("own-")) for report in OWN if "report" in report]
    assert len(numbers) == len(set(numbers)) == 24
    assert all(number % 5 == 0 for number in numbers)  # as training.marking.part_of has it


@pytest.mark.parametrize("name", sorted({report["set"] for report in REFERENCE}))
def test_places_by_reference_are_words(name: str) -> None:
    path = DATA / name / "train.jsonl.gz"
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    with gzip.open(path, "rt", encoding="utf8") as lines:
        texts = {str(row["id"]): row for row in map(json.loads, lines)}
    for report in (report for report in REFERENCE if report["set"] == name):
        row = texts[report["id"]]
        assert "BBC" not in row.get("origin", "")
        assert [span for span in spans_of(report["rows"]) if not is_words(row.get("text") or row["body"], span)] == []


def notes(**parts: Any) -> Any:
    return ENTER.Notes("X1", {"expected": parts}, TEXT)


def test_words_become_places() -> None:
    statement = {
        "content": ["40 guards had left"],
        "source": ["Tarvo's envoy Ila Renn", "Ila Renn"],
        "cue": "said",
        "act": ["assert"],
    }
    read = notes(statements=[statement], actors={"mentions": [{"in": "Renn denied", "mention": "Renn", "actor": "Ila Renn"}]})
    rows = read.rows()
    assert read.wrong == []
    [row] = rows["statements"]
    assert {field: [TEXT[a:b] for a, b in row[field]] for field in ("content", "source", "cue")} == {
        "content": ["40 guards had left"],
        "source": ["Tarvo's envoy Ila Renn", "Ila Renn"],
        "cue": ["said"],
    }
    [mention] = rows["actors"]["mentions"]
    assert mention == {"span": [48, 52], "actor": "Ila Renn"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"content": ["40 guards had stayed"]}, "0 times"),
        ({"content": ["Renn"]}, "2 times"),
        ({"content": ["40 guards"], "source": "Sorn"}, "not in the text"),
        ({"content": ["40 guards"], "act": ["shout"]}, "no value of the contract"),
    ],
)
def test_what_is_not_found_is_said(row: Row, said: str) -> None:
    read = notes(statements=[row])
    read.rows()
    assert len(read.wrong) == 1 and said in read.wrong[0]


def test_a_second_occurrence_is_asked_for() -> None:
    read = notes(statements=[{"content": ["Renn"], "occurrence": 2}])
    assert read.rows()["statements"][0]["content"] == [[48, 52]]
    assert read.wrong == []


def found(**parts: Any) -> Any:
    """Give a reading of the text above with the actors of both its names."""
    actors = [
        {"id": "a1", "key": "TVO", "name": "Tarvo", "kind": "country", "country": "TVO", "mentions": [[0, 5]]},
        {"id": "a2", "key": "ila-renn", "name": "Ila Renn", "kind": "person", "country": "TVO", "mentions": [[14, 22]]},
    ]
    return ROWS.Reading({"report": {"text": TEXT}, "actors": actors, **parts})


SAID = {
    "id": "s1",
    "source": [[0, 22]],
    "cue": [[23, 27]],
    "content": [[28, 46]],
    "form": "indirect",
    "act": "assert",
    "speaker": "a2",
}


def test_a_statement_is_found_by_its_words_and_then_compared_field_by_field() -> None:
    row = {
        "content": [[28, 46]],
        "source": [[0, 22]],
        "cue": [[23, 27]],
        "form": "indirect",
        "act": ["assert"],
        "speaker": "Ila Renn",
    }
    [whole] = ROWS.outcomes({"statements": [row]}, found(statements=[SAID]))
    assert whole.whole
    [other] = ROWS.outcomes({"statements": [row]}, found(statements=[SAID | {"act": "deny", "speaker": None}]))
    assert other.found and [name for name, holds in other.fields.items() if not holds] == ["act", "speaker"]
    [none] = ROWS.outcomes({"statements": [row]}, found())
    assert not none.found and none.fields == dict.fromkeys(["content", "source", "cue", "form", "act", "speaker"], False)


def test_neither_marks_nor_a_leading_that_nor_an_article_count() -> None:
    assert ROWS.trimmed("that the  guards\nhad left.") == ROWS.trimmed("“The guards had left,”") == "guards had left"
    assert ROWS.trimmed("an envoy") == "envoy" and ROWS.trimmed("that") == "that" and ROWS.trimmed("theirs") == "theirs"


def test_each_record_serves_one_row() -> None:
    row = {"content": [[28, 46]], "act": ["assert"]}
    both = ROWS.outcomes({"statements": [row, row]}, found(statements=[SAID]))
    assert [outcome.found for outcome in both] == [True, False]


def test_a_state_is_found_in_who_acts_for_it_and_nobody_else_may_stand_there() -> None:
    row = {"evidence": [[28, 46]], "type": ["RETREAT"], "actor": ["TVO"], "reality": ["happened"]}
    event = {"id": "e1", "trigger": [42, 46], "evidence": [[28, 46]], "event_type": "RETREAT", "reality": "happened"}
    [by_person] = ROWS.outcomes({"events": [row]}, found(events=[event | {"actor": ["a2"]}]))
    assert by_person.whole
    reading = found(events=[event | {"actor": ["a1", "a3"]}])
    reading.actors["a3"] = {"id": "a3", "key": "sorn", "name": "Sorn", "country": "SRN"}
    [with_another] = ROWS.outcomes({"events": [row]}, reading)
    assert with_another.fields == {"reality": True, "actor": False}


def test_who_is_not_named_is_found_by_the_words() -> None:
    row = {"evidence": [[28, 46]], "type": ["RETREAT"], "actor": ["guards"], "reality": ["happened"]}
    event = {"id": "e1", "trigger": [42, 46], "event_type": "RETREAT", "reality": "happened", "actor": []}
    [there] = ROWS.outcomes({"events": [row]}, found(events=[event | {"actor_spans": [[28, 37]]}]))
    [not_there] = ROWS.outcomes({"events": [row]}, found(events=[event]))
    assert (there.whole, not_there.whole) == (True, False)


def test_what_must_not_be_found_needs_all_that_is_said_of_it() -> None:
    rows = {"must_not": [{"part": "statements", "span": [28, 46], "speaker": "Ila Renn", "act": "deny", "why": "she says so"}]}
    assert [broken for _, broken in ROWS.violated(rows, found(statements=[SAID]))] == [False]
    assert [broken for _, broken in ROWS.violated(rows, found(statements=[SAID | {"act": "deny"}]))] == [True]


def test_mutual_ties_have_no_direction() -> None:
    row = {"subject": "Ila Renn", "relation": "relative_of", "object": "TVO"}
    tie = {"relation": "relative_of", "subject": "a1", "object": "a2"}
    [there] = ROWS.outcomes({"ties": [row]}, found(ties=[tie]))
    [not_there] = ROWS.outcomes({"ties": [row | {"relation": "leads"}]}, found(ties=[tie | {"relation": "leads"}]))
    assert (there.found, not_there.found) == (True, False)


def test_figures_count_a_missing_row_with_all_its_fields() -> None:
    right = ROWS.Outcome("ties", "x", True, {"role": True})
    wrong = ROWS.Outcome("ties", "y", False, {"role": False, "former": False})
    assert MEASURE.checks([right, wrong]) == (2, 5)


def test_second_readings_are_of_reports_that_are_there() -> None:
    seconds = reports("second")
    assert {second["name"] for second in seconds} <= {report["name"] for report in ALL}
    assert all(second.keys() == {"name", "rows"} and list(second["rows"]) == PARTS for second in seconds)


def test_agreement_counts_rows_that_both_have_and_fields_that_both_give() -> None:
    row = {"content": [[28, 46]], "source": [[0, 22]], "act": ["assert"], "speaker": "Ila Renn"}
    other = {"content": [[31, 46]], "source": [[0, 22]], "act": ["deny", "assert"], "channel": "speech"}
    rows = {part: [] for part in PARTS}
    first = {"name": "X1", "text": TEXT, "rows": rows | {"statements": [row, row | {"content": [[57, 67]]}]}}
    figures = MEASURE.agreement_of({"X1": first}, [{"name": "X1", "rows": rows | {"statements": [other]}}])
    assert figures["statements"] == {"first": 2, "second": 1, "both": 1, "F1": 66.7, "fields": "2 of 3"}


def test_held_out_rows_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["measure.py", "--part", "held-out", "--show"])
    with pytest.raises(SystemExit, match="unseen"):
        MEASURE.main()
