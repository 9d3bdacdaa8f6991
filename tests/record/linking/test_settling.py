"""What reports share follows from what the ledger holds, not from the way it came there: order, batches, cut-off runs, newer readings, forgetting."""

from __future__ import annotations

import random
import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from made_readings import reading
from sayso.findings.decision import RecordKind, Verdict
from sayso.findings.reading import Reading
from sayso.record import linking
from sayso.record.deciding import Judgement
from sayso.record.ledger import Ledger, open_ledger
from sayso.record.link_tables import LINK_TABLES
from sayso.record.linking import running
from sayso.record.migrations.names import names
from sayso.record.opening import Database

# One story told twice by two outlets, its copy at a third, and two reports of other matters.
SHARED = (1, 2, 31, 32, 4, 9)
RARE = "drones"


def made() -> list[Reading]:
    """Give readings of which some share claims, events and figures, one is a copy, and one page has two versions."""
    found = [reading(number) for number in SHARED]
    found.append(reading(1, place="https://mirror.example/1"))
    found.append(reading(33, place="https://example.org/4"))
    return found


def linked(path: Path, readings: Sequence[Reading], *, each: bool = False) -> list[Any]:
    """Give what a new ledger of the readings holds linked; `each`: linked after every one."""
    with open_ledger(path) as ledger:
        for one in readings:
            ledger.add(one)
            if each:
                ledger.link()
        ledger.link()
    return rows(path)


def rows(path: Path) -> list[Any]:
    """Give every row of the tables of what reports share, and of the index of names."""
    database = Database(path)
    try:
        with database.read() as connection:
            found = [(table.name, tuple(row)) for table in LINK_TABLES for row in connection.execute(select(table))]
            names = connection.exec_driver_sql("SELECT kind, key, name FROM names_index").all()
    finally:
        database.close()
    return sorted(found, key=repr) + sorted(map(tuple, names))


def words(path: Path) -> str:
    """Give all that these tables hold, compressed bodies opened, and the words of the index."""
    return repr([[_opened(value) for value in row[1]] if len(row) == 2 else row for row in rows(path)])


def _opened(value: object) -> object:
    return zlib.decompress(value) if isinstance(value, bytes) else value


def test_readings_of_one_matter_are_linked(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.db") as ledger:
        for one in made():
            ledger.add(one)
        assert len(ledger.stories()) < len({one.report.text for one in made()})
        assert {len(place.carriers) for row in ledger.claims() for place in row.positions} == {1, 2}
        assert ledger.view().waiting() == 0 and ledger.link() == 0


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_adding_changes_nothing(tmp_path: Path, seed: int) -> None:
    pages = [one for one in made() if one.report.place_of_origin != "https://example.org/4"]
    shuffled = random.Random(seed).sample(pages, len(pages))
    assert linked(tmp_path / "b.db", shuffled, each=seed % 2 == 0) == linked(tmp_path / "a.db", pages)


def test_one_by_one_is_all_at_once(tmp_path: Path) -> None:
    assert linked(tmp_path / "b.db", made(), each=True) == linked(tmp_path / "a.db", made())


def test_a_run_that_is_cut_off_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = linked(tmp_path / "a.db", made())
    monkeypatch.setattr(running, "BATCH", 1)
    told: list[int] = []

    def cut_off(done: int) -> None:
        told.append(done)
        if done == 2:
            raise KeyboardInterrupt

    with open_ledger(tmp_path / "b.db") as ledger:
        for one in made():
            ledger.add(one)
        waiting = ledger.view().waiting()
        with pytest.raises(KeyboardInterrupt):
            ledger.link(tell=cut_off)
        assert told == [1, 2]
        assert ledger.view().waiting() == waiting - 2
    with open_ledger(tmp_path / "b.db") as ledger:
        assert ledger.link() == waiting - 2
    assert rows(tmp_path / "b.db") == whole


def test_a_newer_reading_takes_the_place_of_the_old(tmp_path: Path) -> None:
    newer = replace(reading(2, by="made/2"), figures=(), events=())
    with open_ledger(tmp_path / "b.db") as ledger:
        for one in made():
            ledger.add(one)
        ledger.link()
        assert ledger.add(newer).status == "superseded"
        assert ledger.view().waiting() == 1
        ledger.link()
    assert rows(tmp_path / "b.db") == linked(tmp_path / "a.db", [newer if one.id == newer.id else one for one in made()])


def test_what_is_forgotten_leaves_nothing_linked(tmp_path: Path) -> None:
    path = tmp_path / "b.db"
    other = [one for one in made() if RARE not in one.report.text]
    assert len(other) < len(made())
    with open_ledger(path) as ledger:
        for one in made():
            ledger.add(one)
        ledger.link()
        assert RARE in words(path)
        for card in ledger.reports():
            if RARE in ledger.view().text(card.key):
                ledger.forget(card.key, "asked to")
        assert ledger.view().waiting() == 0
        assert not ledger.view().search_linked(RARE)
    assert RARE not in words(path)
    assert RARE.encode() not in path.read_bytes()
    assert rows(path) == linked(tmp_path / "a.db", other)


def test_a_copy_keeps_what_the_forgotten_first_told(tmp_path: Path) -> None:
    path, mirror = tmp_path / "b.db", "https://mirror.example/1"
    with open_ledger(path) as ledger:
        first, copy = ledger.add(reading(1)), ledger.add(reading(1, place=mirror))
        before = ledger.claims()
        assert {len(row.spread.reports) for row in before} == {2}
        ledger.forget(first.report_key, "asked to")
        after = ledger.claims()
        assert [row.text for row in after] == [row.text for row in before]
        assert {row.spread.reports for row in after} == {(copy.report_key,)}
    assert rows(path) == linked(tmp_path / "a.db", [reading(1, place=mirror)])


def test_rulings_hold_when_pages_are_read_anew(ledger: Ledger) -> None:
    for number in (1, 2):
        ledger.add(reading(number))
    for listed in (ledger.claims, ledger.series):
        one, other = (row.key for row in listed())
        ledger.decide(Judgement(Verdict.MERGE, (one, other), "ina", "the same"))
        assert len(listed()) == 1
    ledger.decide(Judgement(Verdict.REJECT, (ledger.figures()[0].key,), "ina", "a misreading"))
    assert len(ledger.series()[0].series.members) == 1
    for number in (2, 1):
        assert ledger.add(reading(number, by="made/2", confidence=0.8)).status == "superseded"
    assert len(ledger.claims()) == 1
    assert len(ledger.series()) == 1 and len(ledger.series()[0].series.members) == 1


def retold(number: int) -> Reading:
    """Give a reading that says the same at another place in a text that goes on."""
    one = reading(number, place=f"https://example.com/{number}")
    return replace(one, report=replace(one.report, text=f"{one.report.text}\n\nRain is expected at the port."))


def test_a_report_out_of_its_story_still_tells_what_others_tell(tmp_path: Path) -> None:
    pages = [reading(1), retold(1), reading(2), retold(2)]
    whole = linked(tmp_path / "a.db", pages)
    with open_ledger(tmp_path / "b.db") as ledger:
        report = ledger.add(pages[0]).report_key
        ruled = ledger.decide(Judgement(Verdict.REJECT, (report,), "ina", "of another matter", of=RecordKind.STORY))
        assert not ledger.stories() and len(ledger.claims()) == 1
        for one in pages[1:]:
            ledger.add(one)
        assert report not in {key for row in ledger.stories() for key in row.spread.reports}
        assert sorted(len(row.spread.reports) for row in ledger.claims()) == [2, 2]
        ledger.add(reading(1, by="made/2"))
        ledger.add(reading(1))
        assert sorted(len(row.spread.reports) for row in ledger.claims()) == [2, 2]
        assert report not in {key for row in ledger.stories() for key in row.spread.reports}
        ledger.undo(ruled[0].decision.id, who="ina", why="of this matter after all")
        ledger.link()
    assert rows(tmp_path / "b.db") == whole


def test_who_leaves_one_kind_stays_in_the_others(ledger: Ledger) -> None:
    for number in (1, 2):
        ledger.add(reading(number))
    report, figure = ledger.reports()[0].key, ledger.figures()[0].key
    claims = len(ledger.claims())
    ledger.decide(Judgement(Verdict.REJECT, (figure,), "ina", "another number", of=RecordKind.SERIES))
    ledger.decide(Judgement(Verdict.REJECT, (report,), "ina", "no copy", of=RecordKind.COPY))
    assert figure not in {key for row in ledger.series() for key in row.findings.values()}
    assert len(ledger.claims()) == claims
    assert any(report in row.spread.reports for row in ledger.stories())


def test_an_older_ledger_is_linked_when_it_is_opened(tmp_path: Path) -> None:
    whole = linked(tmp_path / "a.db", made())
    with open_ledger(tmp_path / "a.db") as ledger, ledger._database.write() as connection:
        connection.exec_driver_sql("DROP TABLE names_index")
        names(connection)
        linking.note_all(connection)
    with open_ledger(tmp_path / "a.db") as ledger:
        assert ledger.view().waiting() > 0
        ledger.link()
    assert rows(tmp_path / "a.db") == whole
