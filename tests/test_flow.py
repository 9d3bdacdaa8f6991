"""The flow with an understanding made by hand: lines and files in, their places kept, nothing lost, nothing twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso import flow
from sayso.errors import LedgerError, ModelError
from sayso.findings.actor import Actor, ActorKind
from sayso.findings.reading import Reading
from sayso.read.payload import ReadOptions, Skipped
from sayso.record.ledger import Ledger, open_ledger
from sayso.report import Report
from sayso.span import Span

EXAMPLES = Path(__file__).parents[1] / "examples"
TEXT = "The harbour of Olm was closed on Monday, the port's office said, and it would stay closed until the storm had gone."


def fake(report: Report, *, ident: str, tokens: bool = True) -> Reading:
    """Find the first word; fail where the text says so."""
    if "breaks" in report.text:
        raise ZeroDivisionError("one rule")
    if "no model" in report.text:
        raise ModelError("encoder.onnx: gone")
    first = Span(0, len(report.text.split()[0]))
    actor = Actor("a1", "first", first.of(report.text), ActorKind.PERSON, None, None, (), (), (first,), (first,), 0.9, "made/1")
    return Reading(ident, report, (first,), actors=(actor,), by="made/1")


@pytest.fixture(autouse=True)
def understanding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow, "understand", fake)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "x.db") as opened:
        yield opened


def parsed(*lines: bytes, **more: Any) -> list[dict[str, Any]]:
    return [json.loads(made.line) for made in flow.parse_lines(lines, jobs=1, **more)]


def line(text: str, **more: object) -> bytes:
    return json.dumps({"id": "a", "text": text, **more}).encode() + b"\n"


def rows(ledger: Ledger) -> dict[str, int]:
    return {name: count for name, count in ledger.view().health().rows.items() if name != "runs"}


def test_lines_keep_their_order_and_blank_ones_are_passed_over() -> None:
    made = parsed(line(TEXT, id="b"), b"\n", line(TEXT, id=7), b"[]\n", b'{"text": "No id here."}')
    assert [one["id"] for one in made] == ["b", "7", None, "line-5"]
    assert made[2]["error"]["message"].startswith("line 4: expected one JSON object")
    assert made[0]["report"]["text"] == TEXT


@pytest.mark.parametrize("ident", ["1e999", "[1]", "1.5", '{"a": 1}', "true"])
def test_an_id_that_is_none_is_not_repeated(ident: str) -> None:
    (made,) = flow.parse_lines([b'{"id": %s, "text": "Words."}' % ident.encode()], jobs=1)
    assert json.loads(made.line)["error"]["code"] == "unreadable"
    assert "Infinity" not in made.line


def test_half_a_surrogate_in_an_id_is_refused_in_valid_json() -> None:
    (made,) = flow.parse_lines([b'{"id": "\\udfff", "text": "Words."}'], jobs=1)
    assert not made.is_reading
    assert json.loads(made.line.encode("utf8", "backslashreplace"))["error"]["code"] == "unreadable"


def test_a_failure_nobody_foresaw_costs_one_line() -> None:
    made = parsed(line("This text breaks a rule, they said."), line(TEXT))
    assert made[0]["error"]["code"] == "not-understood"
    assert "ZeroDivisionError: one rule" in made[0]["error"]["message"]
    assert made[1]["actors"][0]["name"] == "The"


def test_a_broken_model_ends_the_run() -> None:
    with pytest.raises(ModelError, match="gone"):
        parsed(line("There is no model for this, they said."))


def test_a_line_above_the_limit_is_refused_by_name() -> None:
    (made,) = parsed(line(TEXT), options=ReadOptions(max_bytes=50))
    assert "at most 50 bytes" in made["error"]["message"]


def test_a_process_that_died_is_told_with_the_id_of_its_text() -> None:
    made = flow._lost_line((3, line(TEXT, id="x")), "was ended by SIGKILL")
    assert json.loads(made.line)["id"] == "x"
    assert "line 3: the process that read it was ended by SIGKILL" in made.line
    assert json.loads(flow._lost_line((3, b"{"), "ended").line)["id"] is None
    skipped = Skipped("page.html", "unreadable", "no text")
    assert flow._lost_report(skipped, "ended") is skipped
    assert flow._lost_report(Report("x", place_of_origin="p.txt"), "ended").where == "p.txt"


def test_what_cannot_be_read_is_listed_and_the_rest_is_read(tmp_path: Path, ledger: Ledger) -> None:
    (tmp_path / "in").mkdir()
    for name, text in {"a.txt": TEXT, "b.txt": "", "c.txt": "This one breaks, the port said.", "d.txt": TEXT[::-1]}.items():
        (tmp_path / "in" / name).write_text(text)
    made = list(flow.read_into(ledger, [tmp_path / "in"], jobs=1))
    assert [(Path(one.where).name, one.status, one.code) for one in made] == [
        ("a.txt", "new", None), ("b.txt", "skipped", "unreadable"), ("c.txt", "skipped", "not-understood"), ("d.txt", "new", None),
    ]  # fmt: skip
    assert rows(ledger)["reports"] == 2
    assert len(ledger.view().skipped()) == 2


def test_what_is_cut_or_guessed_is_said(tmp_path: Path, ledger: Ledger) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("utf-16-le"))
    (made,) = flow.read_into(ledger, [tmp_path / "a.txt"], jobs=1, options=ReadOptions(max_characters=100))
    assert [note.split()[0] for note in made.notes] == ["read", "cut"]


def test_reading_the_examples_twice_adds_no_row(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = [EXAMPLES / "reports", EXAMPLES / "bad"]
    first = list(flow.read_into(ledger, sources, jobs=1))
    before = rows(ledger)
    assert {"new", "skipped"} <= {one.status for one in first}
    again = list(flow.read_into(ledger, sources, jobs=1))
    assert {one.status for one in again} <= {"repeat", "skipped"}
    assert rows(ledger) == before


def test_what_is_forgotten_is_gone_from_the_file_and_not_taken_again(tmp_path: Path, ledger: Ledger) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (made,) = flow.read_into(ledger, [tmp_path / "a.txt"], jobs=1)
    assert b"harbour" in _bytes_of(tmp_path)
    ledger.forget(str(made.report_key), "asked by the port")
    assert b"harbour" not in _bytes_of(tmp_path)
    (again,) = flow.read_into(ledger, [tmp_path / "a.txt"], jobs=1)
    assert (again.status, again.reason) == ("forgotten", "asked by the port")
    assert b"harbour" not in _bytes_of(tmp_path)


def _bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("x.db*")))


def test_a_ledger_that_fails_ends_the_run_with_its_message(
    tmp_path: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise LedgerError("x.db: the disk is full; free some space")

    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.setattr(ledger, "add", full)
    with pytest.raises(LedgerError, match="free some space"):
        list(flow.read_into(ledger, [tmp_path / "a.txt"], jobs=1))
