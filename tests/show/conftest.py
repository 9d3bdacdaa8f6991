"""A ledger made by hand, and the command line run inside the test's process."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "benchmarks")]

import situations  # noqa: E402
from sayso.record.ledger import open_ledger  # noqa: E402
from sayso.show.app import make_app  # noqa: E402

Say = Callable[..., Result]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a ledger of the made-up situation; tests work on copies."""
    folder = tmp_path_factory.mktemp("filled")
    with open_ledger(folder / "situation.db") as ledger:
        for reading in (situations.wire(), situations.wire("Bay Mirror", "https://bay.example/2"), situations.later()):
            ledger.add(reading)
        ledger.add(situations.nasty())
        ledger.add(situations.clash())
    return folder


@pytest.fixture
def path(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a ledger of the made-up situation, in a folder without settings."""
    monkeypatch.chdir(tmp_path)
    for name in ("SAYSO_LEDGER", "SAYSO_LEXICONS", "SAYSO_JOBS"):
        monkeypatch.delenv(name, raising=False)
    shutil.copytree(filled, tmp_path, dirs_exist_ok=True)
    return tmp_path / "situation.db"


@pytest.fixture
def say(path: Path, monkeypatch: pytest.MonkeyPatch) -> Say:
    """Give a function that runs `sayso` with some words on a terminal of 80 characters, without colour."""
    app, runner = make_app(), CliRunner()

    def run(*words: str, stdin: str | bytes | None = None, columns: int = 80) -> Result:
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("NO_COLOR", "1")
        return runner.invoke(app, list(words), input=stdin, catch_exceptions=False)

    return run
