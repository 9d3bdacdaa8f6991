"""Rows kept beside the lexicons: the same rows, of the same text only, and never in the way."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from sayso.lexicons import Row, kept

ROWS: list[Row] = [{"key": "a", "since": date(2021, 3, 4), "words": ["x", None, True, 2], "in": {"deep": [date(1999, 1, 1)]}}]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "__pycache__")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "__pycache__"


def unread() -> list[Row]:
    raise AssertionError("read again")


def test_rows_are_read_once_and_come_back_as_they_were(folder: Path) -> None:
    assert kept.kept_rows("actors/states", "text", lambda: ROWS) == ROWS
    assert [path.name for path in folder.iterdir()] == ["actors.states.rows.json"]
    assert kept.kept_rows("actors/states", "text", unread) == ROWS


def test_another_text_is_read_anew(folder: Path) -> None:
    kept.kept_rows("units", "text", lambda: ROWS)
    assert kept.kept_rows("units", "text, mended", lambda: []) == []
    assert kept.kept_rows("units", "text, mended", unread) == []


@pytest.mark.parametrize("body", ["", '{"of": ', "[]", "{}", "\udcff"])
def test_a_broken_file_is_passed_over(folder: Path, body: str) -> None:
    folder.mkdir()
    (folder / "units.rows.json").write_text(body, encoding="utf8", errors="surrogateescape")
    assert kept.kept_rows("units", "text", lambda: ROWS) == ROWS


@pytest.mark.parametrize("row", [{1: "a key that JSON would make a text"}, {"a": {1, 2}}])
def test_what_json_does_not_hold_is_not_kept(folder: Path, row: Row) -> None:
    assert kept.kept_rows("units", "text", lambda: [row]) == [row]
    assert not (folder / "units.rows.json").exists()


def test_nothing_is_written_where_python_writes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert kept.kept_rows("units", "text", lambda: ROWS) == ROWS
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_is_no_failure(folder: Path) -> None:
    folder.write_text("a file where the folder should be", encoding="utf8")
    assert kept.kept_rows("units", "text", lambda: ROWS) == ROWS
