"""`sayso claims`, `stories`, `events --once`, `figures --series`, `show` and `search` of what reports share, and linking at the end of `read`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from made_readings import reading
from sayso.errors import LedgerError
from sayso.record.ledger import Ledger, open_ledger

Say = Callable[..., Result]
LISTS = (("claims",), ("stories",), ("events", "--once"), ("figures", "--series"))
NUMBERS = (1, 2, 31, 32)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a ledger of made reports, two by two of one matter, one printed by two outlets; tests work on copies."""
    folder = tmp_path_factory.mktemp("shared")
    with open_ledger(folder / "situation.db") as ledger:
        for number in NUMBERS:
            ledger.add(reading(number))
        ledger.add(reading(1, place="https://mirror.example/1"))
        ledger.link()
    return folder


@pytest.fixture
def filled(shared: Path) -> Path:
    """Have `path` and `say` work on these reports."""
    return shared


def rows(say: Say, *words: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(say(*words, "--format", "json").stdout)
    return found


@pytest.mark.parametrize("words", LISTS)
def test_lists_fit_a_terminal_and_the_other_formats_hold_as_many(say: Say, words: tuple[str, ...]) -> None:
    table = say(*words)
    assert table.exit_code == 0
    assert max(map(len, table.stdout.splitlines())) <= 80
    whole = rows(say, *words)
    flat = list(csv.DictReader(io.StringIO(say(*words, "--format", "csv").stdout)))
    lines = say(*words, "--format", "jsonl").stdout.splitlines()
    assert len(whole) == len(flat) == len(lines) > 1
    assert [row["key"] for row in whole] == [row["key"] for row in flat]
    assert all(str(row["key"])[:8] in table.stdout for row in whole)
    assert "fits" in say(*words, "--about", "nobody-known").stdout


def test_a_claim_is_listed_with_who_stands_where_and_its_support(say: Say) -> None:
    table = " ".join(say("claims", columns=120).stdout.split())
    assert "says: Ada Number" in table and "1 origin" in table
    claim = next(row for row in rows(say, "claims") if row["status"] == "contested")
    places = claim["positions"]
    assert isinstance(places, list) and {"stand", "who", "words", "report", "score", "reasons"} <= places[0].keys()
    assert {each["stand"] for each in places} >= {"asserts", "denies"}
    assert isinstance(places[0]["report"], dict) and places[0]["report"]["outlet"]


def test_a_claim_in_full_has_words_reasons_and_origins(say: Say) -> None:
    key = str(next(row for row in rows(say, "claims") if row["status"] == "contested")["key"])
    told = " ".join(say("claims", key[:8], columns=200).stdout.split())
    for words in ("status contested", "says Ada Number [ada-number]", "denies", "score 1.00: told first", "origin", "(report "):
        assert words in told
    assert json.loads(say("claims", key, "--format", "json").stdout)["key"] == key
    assert len(say("claims", key, "--format", "csv").stdout.splitlines()) == 2
    missing = say("claims", "ffff9999")
    assert (missing.exit_code, missing.stdout) == (2, "")
    assert "sayso claims" in missing.stderr


def test_a_denial_is_no_support(say: Say) -> None:
    with open_ledger("situation.db") as ledger:
        for claim in ledger.claims():
            against = {key for p in claim.standing("denies", "doubts") for key in p.carriers}  # type: ignore[arg-type]
            own = {key for p in claim.standing("asserts", "confirms", "repeats") for key in p.carriers}  # type: ignore[arg-type]
            assert set(claim.support.reports) == own
            assert set(claim.spread.reports) == own | against


def test_a_story_in_full_names_its_reports(say: Say) -> None:
    story = rows(say, "stories")[0]
    told = " ".join(say("stories", str(story["key"]), columns=200).stdout.split())
    assert "score" in told and f"sayso claims --story {str(story['key'])[:8]}" in told
    narrowed = rows(say, "claims", "--story", str(story["key"]))
    assert 0 < len(narrowed) < len(rows(say, "claims"))


def test_lists_are_narrowed(say: Say) -> None:
    assert {str(row["status"]) for row in rows(say, "claims", "--status", "contested")} == {"contested"}
    assert rows(say, "claims", "--by", "ada-number") and rows(say, "figures", "--series", "--by", "ada-number")
    assert rows(say, "events", "--once", "--by", "ada-number")
    assert rows(say, "events", "--once", "--by", "drasland", "--since", "2031-01-01") == []
    assert len(rows(say, "claims", "--limit", "1")) == 1
    assert say("claims", "--status", "loud").exit_code == 2


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("events", "--once", "--actor", "CAL", "--type", "AID"), "--actor, --type: cannot go with --once"),
        (("events", "--least", "2"), "--least: goes only with --once"),
        (("figures", "--series", "--kind", "money"), "--kind: cannot go with --series"),
        (("figures", "--story", "abcd"), "--story: goes only with --series"),
    ],
)
def test_options_that_do_not_go_together(say: Say, words: tuple[str, ...], message: str) -> None:
    refused = say(*words)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert message in refused.stderr


@pytest.mark.parametrize("words", LISTS)
def test_each_is_shown_by_its_key_with_the_places_that_tell_it(say: Say, words: tuple[str, ...]) -> None:
    key = str(rows(say, *words)[0]["key"])
    shown = say("show", key[:10], columns=120)
    assert shown.exit_code == 0
    assert key in shown.stdout
    assert ("⟦" in shown.stdout) == (words != ("stories",))
    made = json.loads(say("show", key, "--format", "json").stdout)
    assert made["record"]["key"] == key and "score" in str(made)


def test_search_finds_stories_and_claims_by_stems(say: Say) -> None:
    found = rows(say, "search", "sending", "engineer")  # texts are searched for the words as they are
    assert {(row["kind"], row["is_alike"]) for row in found} == {("claim", False)}
    every = rows(say, "search", "engineers")
    assert {row["kind"] for row in every} >= {"report", "claim"}
    assert [row["kind"] for row in every] == sorted((str(row["kind"]) for row in every), key=["report", "story", "claim"].index)
    assert {row["kind"] for row in rows(say, "search", "engineers", "--kind", "report")} == {"report"}
    story = rows(say, "stories")[0]
    assert story["key"] in {row["key"] for row in rows(say, "search", str(story["name"]), "--kind", "story")}
    assert len({tuple(row) for row in every}) == 1
    assert "claim" in say("search", "engineers", "--kind", "claim").stdout
    assert "no text, story or claim" in say("search", "zebras").stdout


def test_search_finds_words_alike_after_the_words_themselves(say: Say) -> None:
    alike = rows(say, "search", "dispatched", "engineer", "--kind", "claim")
    assert alike and {row["is_alike"] for row in alike} == {True}
    assert "in words alike" in " ".join(say("search", "dispatched", "engineer", "--kind", "claim", columns=160).stdout.split())
    assert len(rows(say, "search", "dispatched", "engineer", "--kind", "claim", "--limit", "1")) == 1


def test_a_ledger_that_cannot_be_written_answers_as_far_as_it_is_linked(
    say: Say, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows(say, "claims")
    with open_ledger(path) as ledger:
        ledger.add(reading(7))

    def refuse(self: Ledger, **_: object) -> int:
        raise LedgerError("situation.db: cannot be written")

    with monkeypatch.context() as patched:
        patched.setattr(Ledger, "link", refuse)
        told = say("claims", "--format", "json")
    assert (told.exit_code, json.loads(told.stdout)) == (0, before)
    assert "1 text(s) wait to be linked" in told.stderr
    assert len(rows(say, "claims")) > len(before)


def test_what_people_decided_stands_with_the_record(say: Say) -> None:
    one, other = (str(row["key"]) for row in rows(say, "claims")[:2])
    assert say("decide", "merge", one, other, "--why", "the same shipment", "--who", "ina").exit_code == 0
    merged = rows(say, "claims")[0]
    told = " ".join(say("claims", str(merged["key"]), columns=200).stdout.split())
    assert "decided merge claim" in told and "by ina" in told and "the same shipment" in told
    assert "the same shipment" in say("show", str(merged["key"]), columns=200).stdout


@pytest.mark.model
def test_reading_links_at_its_end(say: Say, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Orra has closed the lock at Vray, its minister said on Monday.\n", encoding="utf8")
    read = say("read", str(page), "--ledger", "new.db")
    assert read.exit_code == 0
    assert "1 text(s) linked; the ledger holds 1 story (+1), 1 claim (+1)" in read.stderr
    with open_ledger("new.db") as ledger:
        assert ledger.view().waiting() == 0
    assert "linked" not in say("read", str(page), "--ledger", "new.db").stderr
