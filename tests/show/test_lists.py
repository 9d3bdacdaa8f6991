"""Lists: the same rows as table, JSON, JSON Lines and CSV; filters; what a terminal must not get."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest
from typer.testing import Result

Say = Callable[..., Result]
LISTS = ("statements", "figures", "events", "ties", "watchpoints", "actors", "reports")


@pytest.mark.parametrize("what", LISTS)
def test_programs_get_the_same_rows_in_every_format(say: Say, what: str) -> None:
    whole = json.loads(say(what, "--format", "json").stdout)
    lines = [json.loads(line) for line in say(what, "--format", "jsonl").stdout.splitlines()]
    cells = list(csv.DictReader(io.StringIO(say(what, "--format", "csv").stdout, newline="")))
    assert whole == lines
    assert len(cells) == len(whole) > 0
    assert list(cells[0]) == list(whole[0])


@pytest.mark.parametrize("what", LISTS)
def test_parquet_holds_the_same_rows(say: Say, what: str) -> None:
    polars = pytest.importorskip("polars")
    frame = polars.read_parquet(io.BytesIO(say(what, "--format", "parquet").stdout_bytes))
    assert frame.to_dicts() == json.loads(say(what, "--format", "json").stdout)


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("what", LISTS)
def test_tables_fit_the_terminal(say: Say, what: str, columns: int) -> None:
    lines = say(what, columns=columns).stdout.splitlines()
    assert max(map(len, lines)) <= columns
    assert lines[0].startswith("key")


def test_a_wide_terminal_shows_the_outlet(say: Say) -> None:
    assert "outlet" not in say("statements").stdout.splitlines()[0]
    assert "Olm Gazette +1" in say("statements", columns=120).stdout


def test_filters_narrow(say: Say) -> None:
    denied = json.loads(say("statements", "--by", "NOR", "--act", "deny", "--since", "2024-05-02", "--format", "json").stdout)
    assert [row["speaker"] for row in denied] == ["ada-berg"]
    later = json.loads(say("figures", "--since", "2024-05-09", "--giver", "sweden", "--format", "json").stdout)
    assert [row["low"] for row in later] == [75]
    assert say("statements", "--by", "NOR", "--act", "imputed").stdout.strip() == "no statement fits"


def test_events_are_narrowed_and_told_with_their_say_so(say: Say) -> None:
    denied = json.loads(say("events", "--status", "denied", "--status", "contested", "--by", "NOR", "--format", "json").stdout)
    assert [(row["event_type"], row["modes"], row["denied_by"]) for row in denied] == [
        ("ASSAULT", "heavy-weapons", "NOR"),
        ("COERCE", "arrest", "NOR"),
    ]
    shown = say("events", "--reality", "happened", columns=200).stdout
    assert " contested " in shown
    assert "observers" not in shown
    assert say("events", "--type", "ASSAULT", "--actor", "SWE").stdout.strip() == "no event fits"
    assert [row["reality"] for row in json.loads(say("events", "--since", "2024-06-01", "--format", "json").stdout)] == [
        "planned"
    ]


def test_ties_and_watchpoints(say: Say) -> None:
    members = json.loads(say("ties", "--object", "northern pact", "--format", "json").stdout)
    assert [(row["subject"], row["relation"]) for row in members] == [("SWE", "member_of"), ("FIN", "member_of")]
    assert "Sweden (to Finland)" in say("ties", "--relation", "holds_office", columns=160).stdout
    [threat] = json.loads(say("watchpoints", "--kind", "threat", "--format", "json").stdout)
    assert (threat["words"], threat["said_by"]) == ("Sweden will answer", "nils-ek")
    assert [row["consequence"] for row in json.loads(say("watchpoints", "--by", "FIN", "--format", "json").stdout)] == [
        "more barges may come"
    ]


def test_imputed_words_are_said_by_nobody(say: Say) -> None:
    row = next(row for row in json.loads(say("statements", "--format", "json").stdout) if row["act"] == "imputed")
    assert (row["speaker"], row["imputed_to"]) == (None, "NOR")
    assert "(put in the mouth of Norland)" in say("statements", columns=200).stdout


def test_words_of_others_do_nothing_to_a_terminal(say: Say) -> None:
    shown = say("statements", "--speaker", "evil", columns=200).stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "⟨U+202E⟩" in shown


def test_words_of_others_are_no_formulas(say: Say) -> None:
    rows = list(csv.DictReader(io.StringIO(say("statements", "--speaker", "evil", "--format", "csv").stdout, newline="")))
    assert [row["content"] for row in rows if row["act"] == "deny"] == ['\'=HYPERLINK("http://bad.example")']
    assert {row["outlet"] for row in rows} == {"'@cmd|' /C calc'!A0"}


def test_search_takes_phrases(say: Say) -> None:
    assert "Strait News" in say("search", "75 barges").stdout
    assert say("search", "barges 75").stdout.strip() == "no text, story or claim holds all these words"
    assert say("search", "75", "barges", "--kind", "report", "--format", "jsonl").stdout.count("\n") == 1


def test_an_empty_list_is_an_empty_list(say: Say) -> None:
    asked = ("statements", "--since", "2030-01-01", "--format")
    assert json.loads(say(*asked, "json").stdout) == []
    assert say(*asked, "jsonl").stdout == ""


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("statements", "--act", "lie"), 2, "expected one of"),
        (("statements", "--since", "soon"), 2, "expected a day"),
        (("events", "--type", "FIGHT"), 2, "expected one of AGREE"),
        (("events", "--reality", "perhaps"), 2, "expected one of happened"),
        (("search", "!?"), 2, "expected words"),
        (("show", "zzzz"), 2, "no record"),
        (("statements", "--ledger", "none.db"), 3, "there is no ledger"),
        (("brief", "--ledger", "none.db"), 3, "there is no ledger"),
    ],
)
def test_what_goes_wrong_is_one_message(say: Say, words: tuple[str, ...], code: int, message: str) -> None:
    done = say(*words)
    assert done.exit_code == code
    assert done.stdout == ""
    assert done.stderr.startswith("sayso: ")
    assert message in done.stderr
