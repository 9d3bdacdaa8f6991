"""What bad input gets from the real commands: the quick cases of benchmarks/hostile_inputs.py, without the model.

The heavy ones and those about closed pipes and full disks run as processes: python benchmarks/hostile.py.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import sayso  # noqa: E402
from hostile_inputs import FILES, GOOD, LEDGERS, LINES, Case, line  # noqa: E402
from sayso import flow  # noqa: E402
from sayso.errors import SaysoError  # noqa: E402
from sayso.findings.reading import Reading  # noqa: E402
from sayso.report import Report  # noqa: E402
from sayso.show.app import make_app  # noqa: E402

# More bytes than this are for the benchmark.
QUICK_BYTES = 400_000


def quick(cases: tuple[Case, ...]) -> list[object]:
    return [
        pytest.param(case, id=case.name)
        for case in cases
        if not callable(case.content)
        and len(case.content or b"") <= QUICK_BYTES
        and not (os.geteuid() == 0 and "rights" in case.name)
    ]


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def understood(report: Report, *, ident: str, tokens: bool = True) -> Reading:
        return Reading(ident, report, by="made/1")

    monkeypatch.setattr(flow, "understand", understood)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sayso.crew.cores", lambda: 1)
    for name in ("SAYSO_LEDGER", "SAYSO_JOBS", "SAYSO_SETTINGS"):
        monkeypatch.delenv(name, raising=False)


def say(*words: str, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(make_app(), list(words), input=stdin, catch_exceptions=False)


@pytest.mark.parametrize("case", quick(FILES + LEDGERS))
def test_a_file_or_ledger_is_refused_by_name_and_the_rest_is_read(case: Case, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_bytes(GOOD)
    if case.content is not None:
        assert isinstance(case.content, bytes)
        (tmp_path / "in" / case.file).write_bytes(case.content)
    if case.make:
        case.make(tmp_path)
    given = [word.replace("{folder}", str(tmp_path)) for word in case.words or ("--ledger", "{folder}/x.db")]
    done = say("read", str(tmp_path / "in"), *given, "--format", "jsonl")
    assert done.exit_code == case.exit, done.output
    assert [words for words in case.says if words not in done.output] == []
    if case.exit in (0, 1):
        rows = [json.loads(row) for row in done.stdout.splitlines()]
        assert [row["status"] for row in rows if row["where"].endswith("good.txt")] == ["new"]
        assert all(row["reason"] for row in rows if row["status"] == "skipped")


@pytest.mark.parametrize("case", quick(LINES))
def test_a_line_is_refused_in_its_place_and_the_others_are_read(case: Case) -> None:
    assert isinstance(case.content, bytes)
    done = say("parse", stdin=line(GOOD.decode()) + case.content + line(GOOD.decode()))
    made = [json.loads(row) for row in done.stdout_bytes.splitlines()]
    assert ["error" in one for one in made] == [False, case.exit == 1, False]
    assert [words for words in case.says if words not in done.stdout] == []
    assert done.exit_code == case.exit


@pytest.mark.parametrize("case", [param for param in quick(FILES) if not param.values[0].make])  # type: ignore[attr-defined]
def test_parse_file_gives_a_reading_or_says_which_file_and_why(case: Case, tmp_path: Path) -> None:
    assert isinstance(case.content, bytes)
    path = tmp_path / case.file
    path.write_bytes(case.content)
    if case.exit == 0:
        assert sayso.parse_file(path).report.text
    else:
        with pytest.raises(SaysoError, match=case.file):
            sayso.parse_file(path)
