"""Adding: twice is once, copies share findings, versions and better readings take their places, and order does not matter."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from made_readings import reading
from sayso.errors import LedgerError, WrongCall
from sayso.findings.reading import Reading
from sayso.record.dump import dump
from sayso.record.ledger import Ledger, ledger_path, open_ledger
from sayso.record.opening import Database


def dumped(ledger: Ledger, *, order_free: bool = False) -> str:
    database = Database(ledger.path)
    try:
        return dump(database, order_free=order_free)
    finally:
        database.close()


def counts(ledger: Ledger) -> dict[str, int]:
    return {name: count for name, count in ledger.view().health().rows.items() if name != "runs"}


def with_text(made: Reading, text: str, *, bytes_sha256: str | None = None) -> Reading:
    """Give a reading without findings of another text at the same place."""
    report = replace(made.report, text=text, sha256="", bytes_sha256=bytes_sha256)
    return Reading(made.id, report, by=made.by)


def test_adding_twice_writes_nothing_new(ledger: Ledger) -> None:
    assert [ledger.add(reading(n)).status for n in range(6)] == ["new"] * 6
    before, rows = dumped(ledger), counts(ledger)
    assert [ledger.add(reading(n)).status for n in range(6)] == ["repeat"] * 6
    assert dumped(ledger) == before
    assert counts(ledger) == rows


def test_a_reading_comes_back_as_it_was_added(ledger: Ledger) -> None:
    made = reading(7)
    key = ledger.add(made).report_key
    back = ledger.view().reading(key)
    assert back.to_json() == made.to_json()
    assert ledger.view().text(key) == made.report.text
    assert ledger.statements()[0].statement == made.statements[0]
    assert ledger.figures()[0].figure == made.figures[0]


def test_a_copy_shares_text_and_findings(ledger: Ledger) -> None:
    first = ledger.add(reading(3))
    rows = counts(ledger)
    copy = ledger.add(reading(3, place="https://mirror.example/3"))
    assert (copy.status, copy.other) == ("copy", first.report_key)
    after = counts(ledger)
    assert {name for name in after if after[name] != rows[name]} == {
        "reports", "findings", "abouts", "appearances", "appearance_names", "mentions", "prints", "copies"
    }  # fmt: skip
    found = ledger.statements()
    assert len(found) == 2
    assert found[0].carriers == (first.report_key, copy.report_key)


def test_other_bytes_at_a_place_are_a_version(ledger: Ledger) -> None:
    first = ledger.add(reading(3))
    second = ledger.add(with_text(reading(3), "Something else was printed here later."))
    assert (second.status, second.other) == ("version", first.report_key)
    assert ledger.add(reading(3)).status == "repeat"
    assert {card.key: card.version_of for card in ledger.reports()} == {
        first.report_key: None,
        second.report_key: first.report_key,
    }


def test_another_reading_of_the_same_text_takes_the_place_of_the_old(ledger: Ledger) -> None:
    ledger.add(reading(3))
    plain = replace(reading(3, by="made/2"), statements=())
    assert ledger.add(plain).status == "superseded"
    assert len(ledger.statements()) == 0
    assert [figure.figure.by for figure in ledger.figures()] == ["made/2"]
    assert ledger.add(plain).status == "repeat"
    assert ledger.view().health().sound


def test_the_same_bytes_read_as_another_text_supersede(ledger: Ledger) -> None:
    first = ledger.add(with_text(reading(3), "The menu. The text.", bytes_sha256="ab"))
    second = ledger.add(with_text(reading(3), "The text.", bytes_sha256="ab"))
    assert (second.status, second.other) == ("superseded", first.report_key)
    assert [card.key for card in ledger.reports()] == [second.report_key]
    assert len(ledger.search("menu")) == 0


def test_superseding_leaves_what_a_new_ledger_would_have(ledger: Ledger, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        ledger.add(reading(number))
    for number in (1, 2, 3):
        ledger.add(reading(number, by="made/2", confidence=0.5))
    with open_ledger(tmp_path / "new.db") as new:
        for number in (1, 2, 3):
            new.add(reading(number, by="made/2", confidence=0.5))
        kept = [line for line in dumped(ledger).splitlines() if not line.startswith('["superseded"')]
        assert kept == dumped(new).splitlines()


def test_any_order_gives_the_same_ledger(tmp_path: Path) -> None:
    made = [reading(n) for n in range(12)] + [reading(n, place=f"https://mirror.example/{n}") for n in range(0, 12, 3)]
    made += [with_text(reading(n), f"Later text {n}.") for n in range(0, 12, 5)]
    dumps = set()
    for seed in range(3):
        random.Random(seed).shuffle(made)
        with open_ledger(tmp_path / f"{seed}.db") as ledger:
            for one in made:
                ledger.add(one)
            dumps.add(dumped(ledger, order_free=True))
    assert len(dumps) == 1


def test_forgetting_leaves_the_hash_and_the_reason_only(ledger: Ledger) -> None:
    key = ledger.add(reading(3)).report_key
    ledger.add(reading(4))
    done = ledger.forget(key[:8], "asked by the outlet")
    assert (done.report_key, done.copies_left) == (key, 0)
    assert ledger.view().find(key) is None
    assert [(gone.key, gone.sha256, gone.reason) for gone in ledger.view().forgotten()] == [
        (key, done.sha256, "asked by the outlet")
    ]
    again = ledger.add(reading(3))
    assert (again.status, again.reason) == ("forgotten", "asked by the outlet")
    assert ledger.add(reading(3, place="https://mirror.example/3")).status == "forgotten"
    assert len(ledger.reports()) == 1
    assert ledger.view().health().sound


def test_forgotten_words_are_in_no_file(ledger: Ledger) -> None:
    text = "The quartermaster Zebulonidas signed for it." * 50
    key = ledger.add(with_text(reading(3), text)).report_key
    for number in range(5):
        ledger.add(reading(number + 10))
    ledger.forget(key, "privacy")
    ledger.close()
    for file in ledger.path.parent.iterdir():
        assert b"ebulonidas" not in file.read_bytes().lower(), file


def test_a_copy_outlives_what_it_copied(ledger: Ledger) -> None:
    first = ledger.add(reading(3))
    copies = [ledger.add(reading(3, place=f"https://mirror{n}.example/3")).report_key for n in (1, 2)]
    assert ledger.forget(first.report_key, "withdrawn").copies_left == 2
    assert {card.key: card.copy_of for card in ledger.reports()} == {copies[0]: None, copies[1]: copies[0]}
    assert len(ledger.statements()) == 2
    assert ledger.add(reading(3)).status == "forgotten"
    assert ledger.add(reading(3, place="https://mirror3.example/3")).status == "copy"


@pytest.mark.parametrize("ident", ["", "abc", "zzzz", "ffffffff"])
def test_forgetting_needs_one_report(ledger: Ledger, ident: str) -> None:
    ledger.add(reading(3))
    with pytest.raises(WrongCall, match="report:"):
        ledger.forget(ident, "reason")
    with pytest.raises(WrongCall, match="reason"):
        ledger.forget(ledger.reports()[0].key, "  ")


def test_a_run_counts_what_came_of_its_inputs(ledger: Ledger) -> None:
    for expected in ((3, 0), (0, 3)):
        run = ledger.start_run("read made")
        for number in range(3):
            ledger.add(reading(number), run=run)
        ledger.skipped(run, "broken.html", "unreadable", "no text")
        tally = ledger.finish_run(run)
        assert (tally.new, tally.repeat, tally.skipped) == (*expected, 1)
    assert ledger.view().health().rows["runs"] == 2
    assert ledger.view().skipped().to_dicts() == [{"where": "broken.html", "code": "unreadable", "reason": "no text"}]


def test_what_a_database_cannot_hold_does_not_stop_it(ledger: Ledger) -> None:
    made = with_text(reading(3), "One\x00 two \ud800 three \ufdd0 four.")
    key = ledger.add(made).report_key
    assert ledger.view().reading(key).report.text == made.report.text
    assert ledger.view().text(key) == "One\ufffd two \ufffd three \ufffd four."
    assert ledger.search("four")[0].spans[0].of(made.report.text) == "four"
    assert ledger.add(made).status == "repeat"


def test_where_a_ledger_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAYSO_LEDGER", raising=False)
    assert ledger_path() == Path("situation.db")
    monkeypatch.setenv("SAYSO_LEDGER", "/srv/team.db")
    assert ledger_path() == Path("/srv/team.db")
    assert ledger_path("sqlite:///a/b.db") == Path("a/b.db")
    assert ledger_path("sqlite:////a/b.db") == Path("/a/b.db")
    with pytest.raises(LedgerError, match="later version"):
        ledger_path("postgresql://me:secret@host/db")
