"""`parse` and `read` around a flow made by hand: order, exit codes, lines that are too long, what is written for whom."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import Result

import situations
from sayso.show.cli.parse import bounded_lines

Say = Callable[..., Result]


def parse_lines(lines: Iterable[bytes], *, jobs: int, tokens: bool, options: object) -> Iterator[tuple[str, bool]]:
    for line in lines:
        value = json.loads(line)
        yield json.dumps({"id": value["id"], "jobs": jobs, "tokens": tokens}), value["id"] != "bad"


@dataclass
class Outcome:
    where: str
    status: str
    report_key: str | None = None
    other: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    language: str | None = None
    statements: int = 0
    figures: int = 0
    events: int = 0
    code: str | None = None
    reason: str | None = None
    notes: tuple[str, ...] = ()


def read_into(ledger: object, sources: list[str], *, options: object, command: str, jobs: int) -> Iterator[Outcome]:
    cut = ("cut after 9 characters\x1b[2J",)
    yield Outcome("a.html", "new", "1" * 32, title="=A", outlet="Olm", published=options.published, notes=cut)  # type: ignore[attr-defined]
    if "bad" in sources:
        yield Outcome("bad.html", "skipped", code="unreadable", reason="bad.html: expected text, found\x1b[2J nothing")


@pytest.fixture(autouse=True)
def flow(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = SimpleNamespace(parse_lines=parse_lines, read_into=read_into, Outcome=Outcome)
    monkeypatch.setitem(sys.modules, "sayso.flow", made)  # type: ignore[arg-type]
    for name in ("ok", "bad"):
        Path(name).write_text("A report.", encoding="utf8")


def test_readings_come_in_order(say: Say) -> None:
    done = say("parse", "--jobs", "2", "--tokens", stdin='{"id": "a"}\n{"id": "b"}\n')
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a", "b"]
    assert json.loads(done.stdout.splitlines()[0]) == {"id": "a", "jobs": 2, "tokens": True}
    assert done.exit_code == 0


def test_a_bad_line_is_told_by_the_exit_code(say: Say) -> None:
    done = say("parse", stdin='{"id": "bad"}\n{"id": "b"}\n')
    assert done.stdout.count("\n") == 2
    assert done.exit_code == 1


def test_long_lines_are_cut_and_read_away() -> None:
    stream = io.BytesIO(b"x" * 50 + b"\nshort\n" + b"y" * 50)
    assert list(bounded_lines(stream, max_bytes=10)) == [b"x" * 11, b"short\n", b"y" * 11]


def test_read_lists_what_failed_and_why(say: Say, tmp_path: Path) -> None:
    done = say("read", "ok", "bad", "--ledger", str(tmp_path / "new.db"))
    assert done.exit_code == 1
    assert "bad.html" in done.stdout
    assert "\x1b" not in done.stdout
    assert "1 report(s) read, 1 failed" in done.stderr
    assert "a.html: cut after 9 characters" in done.stderr


def test_read_gives_programs_every_input(say: Say, tmp_path: Path) -> None:
    done = say("read", "ok", "--published", "2024-05-01", "--format", "jsonl", "--ledger", str(tmp_path / "new.db"))
    row = json.loads(done.stdout)
    assert (row["status"], row["published"], done.exit_code) == ("new", "2024-05-01", 0)


def test_read_refuses_addresses_and_days_that_are_none(say: Say, tmp_path: Path) -> None:
    ledger = ("--ledger", str(tmp_path / "new.db"))
    assert say("read", "https://a.example", *ledger).exit_code == 2
    assert say("read", "no-such-file.html", *ledger).exit_code == 2
    assert not (tmp_path / "new.db").exists()
    done = say("read", "ok", "--published", "May", *ledger)
    assert (done.exit_code, "expected a day" in done.stderr) == (2, True)


def test_situations_hold_together() -> None:
    for reading in (situations.wire(), situations.later(), situations.nasty()):
        assert all(span.end <= len(reading.report.text) for one in reading.statements for span in one.evidence)
