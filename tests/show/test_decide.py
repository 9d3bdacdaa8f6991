"""`sayso decide`: rulings shown on the records they are on, taken back, listed, and carried to another ledger."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from sayso.record.ledger import open_ledger

Say = Callable[..., Result]


@pytest.fixture(autouse=True)
def somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a made-up person decide."""
    monkeypatch.setenv("SAYSO_WHO", "ina.example")


def rows(say: Say, *words: str) -> list[dict[str, object]]:
    """Give the rows of a list."""
    return list(json.loads(say(*words, "--format", "json").stdout))


def first_key(say: Say, what: str = "statements") -> str:
    return str(rows(say, what)[0]["key"])


def test_what_is_rejected_leaves_lists_and_brief(say: Say) -> None:
    denial = next(row for row in rows(say, "statements", "--act", "deny"))
    key = str(denial["key"])
    brief = say("brief", "--format", "json").stdout
    assert key in brief
    made = say("decide", "reject", key[:8], "--why", "the page takes it back")
    assert made.exit_code == 0
    ident = made.stdout.strip()
    assert f"decide undo {ident[:8]}" in made.stderr
    assert key not in [row["key"] for row in rows(say, "statements")]
    assert key not in say("brief", "--format", "json").stdout
    (kept,) = [row for row in rows(say, "statements", "--rejected") if row["key"] == key]
    assert kept["decisions"] == f"reject {ident[:8]}"
    assert f"[reject {ident[:8]}]" in say("statements", "--rejected", columns=400).stdout
    shown = say("show", key).stdout
    assert "rejected" in shown
    assert "by ina.example" in shown
    assert "the page takes it back" in shown
    say("decide", "undo", ident, "--why", "it does not")
    assert say("brief", "--format", "json").stdout == brief


def test_a_correction_shows_what_was_found(say: Say) -> None:
    key = first_key(say)
    found = rows(say, "statements")[0]["act"]
    say("decide", "correct", key, "act=praise", "speaker=FRA", "--why", "see the film", "--who", "jon")
    (row,) = rows(say, "statements", "--act", "praise", "--speaker", "FRA")
    assert (row["key"], row["speaker_name"]) == (key, "France")
    shown = say("show", key, columns=200).stdout
    assert f"act is praise; {found} was found" in shown
    assert "by jon" in shown


def test_the_list_says_how_each_stands(say: Say) -> None:
    key = first_key(say)
    say("decide", "reject", key, "--why", "no")
    say("decide", "accept", key, "--why", "yes")
    first, second = rows(say, "decide", "list")
    assert (first["state"], first["overruled_by"], second["state"]) == ("overruled", second["id"], "in force")
    assert "overruled by" in say("decide", "list", columns=300).stdout
    assert len(rows(say, "decide", "list", key[:6])) == 2
    assert len(rows(say, "decide", "list", str(second["id"])[:8])) == 1
    assert "nobody has decided" in say("decide", "list", "ffffffff").stdout


def test_export_and_import(say: Say, tmp_path: Path) -> None:
    say("decide", "reject", first_key(say), "--why", "no")
    text = say("decide", "export").stdout
    (tmp_path / "decisions.jsonl").write_text(text, encoding="utf8")
    open_ledger(tmp_path / "other.db").close()
    first = say("decide", "import", "decisions.jsonl", "--ledger", "other.db")
    assert "1 decision(s) new" in first.stderr
    again = say("decide", "import", "-", "--ledger", "other.db", stdin=text)
    assert "0 decision(s) new or withdrawn, 1 in the ledger already" in again.stderr
    assert say("decide", "export", "--ledger", "other.db").stdout == text
    assert "not attached" in say("decide", "list", "--ledger", "other.db", columns=300).stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("reject", "ffffffff", "--why", "x"), "no record's key begins with"), (("reject", "KEY"), "--why"),
        (("correct", "KEY", "--why", "x"), "like act=deny"), (("undo", "--why", "x"), "sayso decide list"),
        (("undo", "ffffffff", "--why", "x"), "sayso decide list"), (("import",), "sayso decide export > FILE"),
        (("import", "nowhere.jsonl"), "nowhere.jsonl: expected a file of decisions"), (("list", "a", "b"), "expected one key"),
        (("import", "situation.db"), "expected a file of decisions"),
    ],
)  # fmt: skip
def test_what_goes_wrong_says_what_to_do_next(say: Say, words: tuple[str, ...], message: str) -> None:
    key = first_key(say)
    result = say("decide", *(key if word == "KEY" else word for word in words))
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())
