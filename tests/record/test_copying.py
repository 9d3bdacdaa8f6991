"""Copies in the ledger: the same whatever the order of adding, forgetting and reading again; an older ledger brought up to them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from sayso.findings.reading import Reading
from sayso.record import copying
from sayso.record.copy_tables import COPY_TABLES, copies, kin, prints, word_runs
from sayso.record.dump import dump
from sayso.record.ledger import Ledger, open_ledger
from sayso.record.migrations import MIGRATIONS
from sayso.record.opening import Database
from sayso.record.tables import metadata, migrations
from sayso.report import PublishedFrom, Report

TOPICS = {
    "ferry": "The night ferry between Olm and Skerry will run again from {day} after engineers replaced the shaft that broke in {month}, the line said. "
    "Passengers who had paid for the winter crossings are to get their money back within {number} weeks, and those with cabins may keep them. "
    "The regulator in Olm had asked for a second inspection of the hull, which found {number} cracks near the stern that were welded in place. "
    "Fishermen on Skerry, who carried mail and flour to the island through the storms, were thanked by the mayor and given fuel for the season.",
    "mine": "Miners at the Grobnik pit went back underground on {day} after the owners agreed to new lamps, shorter shifts and a doctor at the gate. "
    "The walkout, the longest since the pit was opened, cost the company {number} million crowns in lost orders, its accountant told the court. "
    "A judge in the county seat had twice refused to forbid the strike, and said in {month} that he saw no danger to the public in cold ovens. "
    "Women of the valley cooked for the pickets in the schoolhouse and turned away a lorry that had been sent with bread by the party in power.",
}  # fmt: skip


def told(topic: str, **words: object) -> str:
    """Give the story on a topic with these words in it."""
    return TOPICS[topic].format(**({"day": "Friday", "month": "March", "number": 6} | words))


def reading(outlet: str, text: str, day: int | None = 3, **more: object) -> Reading:
    """Give a reading of a report without findings."""
    name = outlet.lower().replace(" ", "-")
    report = Report(
        text=text, outlet=outlet, published=date(2031, 5, day) if day else None, published_from=PublishedFrom.GIVEN,
        place_of_origin=f"https://{name}.example/{len(text)}",
    )  # fmt: skip
    return Reading(id=name, report=replace(report, **more), by="made/1")  # type: ignore[arg-type]


def situation() -> list[Reading]:
    """Give reports of two stories: reprints, wordings, parts, notes on the source, and an outlet that names another."""
    ferry, mine = told("ferry"), told("mine")
    return [
        reading("Skerry Post", ferry), reading("Olm Echo", ferry, 4), reading("Harbour Star", ferry), reading("Tide", ferry, None),
        reading("Reuters", told("ferry", month="April"), 5, agency="Reuters"),
        reading("Quay Mail", told("ferry", number=9), 4, agency="Reuters"),
        reading("Island Letter", ferry + " This story was first published by the Harbour Star.", 6),
        reading("Week in Brief", ferry.split(" Fishermen")[0] + " " + mine.split(" A judge")[0], 7),
        reading("Grobnik Bell", mine, 2), reading("County Herald", mine, 2, title="Back underground"),
        reading("Valley Voice", mine.replace("lamps", "lanterns") + " It was first published by the County Herald.", 3),
    ]  # fmt: skip


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Ledger]:
    """Give a ledger of the situation."""
    with open_ledger(tmp_path / "many.db") as opened:
        for one in situation():
            opened.add(one)
        yield opened


def whose(ledger: Ledger) -> dict[str, tuple[str, str]]:
    """Give, by outlet, whose text each report has and how."""
    cards = {card.key: str(card.outlet) for card in ledger.reports()}
    with ledger._database.read() as connection:
        return {cards[row.report_key]: (cards[row.of_key], row.kind) for row in connection.execute(select(copies))}


def test_each_report_has_its_text_from_the_most_original(many: Ledger) -> None:
    assert whose(many) == {
        "Skerry Post": ("Reuters", "reprint"), "Olm Echo": ("Reuters", "reprint"), "Harbour Star": ("Reuters", "reprint"),
        "Tide": ("Reuters", "reprint"), "Quay Mail": ("Reuters", "reprint"), "Island Letter": ("Reuters", "reprint"),
        "Week in Brief": ("Reuters", "cut"), "Grobnik Bell": ("County Herald", "same"), "Valley Voice": ("County Herald", "reprint"),
    }  # fmt: skip


def test_whatever_the_order_of_adding(tmp_path: Path, many: Ledger) -> None:
    expected = dump(many._database, order_free=True)
    for seed in range(20):
        readings = situation()
        random.Random(seed).shuffle(readings)
        with open_ledger(tmp_path / f"order-{seed}.db") as opened:
            for one in readings:
                opened.add(one)
            assert dump(opened._database, order_free=True) == expected


def test_what_is_forgotten_leaves_the_rest_as_if_it_had_never_been(tmp_path: Path) -> None:
    for gone in range(len(situation())):
        left = [one for number, one in enumerate(situation()) if number != gone]
        with open_ledger(tmp_path / f"all-{gone}.db") as all_of_them, open_ledger(tmp_path / f"left-{gone}.db") as others:
            for one in situation():
                all_of_them.add(one)
            for one in left:
                others.add(one)
            all_of_them.forget(situation()[gone].report.key, "asked to")
            assert rows(all_of_them) == rows(others)


def test_reading_again_with_another_day_moves_the_original(many: Ledger) -> None:
    again = reading("Grobnik Bell", told("mine"), 2, agency="AP")
    assert many.add(again).status == "superseded"
    assert whose(many)["Grobnik Bell"] == ("County Herald", "same")
    wire = reading("AP", told("mine"), 9, agency="AP")
    many.add(wire)
    assert {of for outlet, (of, _) in whose(many).items() if outlet in ("Grobnik Bell", "County Herald")} == {"AP"}


def test_an_older_ledger_is_brought_up(tmp_path: Path, many: Ledger) -> None:
    expected, path = rows(many), many.path
    with many._database.write() as connection:
        metadata.drop_all(connection, tables=list(COPY_TABLES))
        connection.execute(delete(migrations).where(migrations.c.name == MIGRATIONS[2].name))
    many.close()
    with open_ledger(path) as opened:
        assert rows(opened) == expected


def test_beyond_the_most_holders_the_original_stays_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "MOST_HOLDERS", 3)
    monkeypatch.setattr(copying, "MOST_COMPARED", 3)
    wordings = [reading(f"Outlet {number}", told("ferry", number=number), 1 + number) for number in range(1, 13)]
    for seed in range(6):
        random.Random(seed).shuffle(wordings)
        with open_ledger(tmp_path / f"{seed}.db") as opened:
            for one in wordings:
                opened.add(one)
            with opened._database.read() as connection:
                of = dict(connection.execute(select(copies.c.report_key, copies.c.of_key)).all())
                holders = connection.execute(select(word_runs.c.word_run)).all()
            assert max(holders.count(run) for run in holders) <= 3
            roots = set()
            for one in wordings:
                key = one.report.key
                while key in of:
                    key = of[key]
                roots.add(key)
            assert roots == {next(one.report.key for one in wordings if one.report.outlet == "Outlet 1")}


def test_a_report_without_words_is_nobodys_copy(ledger: Ledger) -> None:
    for outlet in ("One", "Two"):
        ledger.add(reading(outlet, "…", 1))
    assert whose(ledger) == {}
    with ledger._database.read() as connection:
        assert connection.execute(select(prints)).all() == []


def rows(ledger: Ledger) -> list[str]:
    """Give the rows on copies that count, as lines; hubs aside, they follow from the set of reports."""
    kept = {table.name for table in COPY_TABLES}
    return [line for line in dump(ledger._database, order_free=True).splitlines() if line.split('"')[1] in kept]


def test_the_tables_hold_no_text(many: Ledger) -> None:
    assert not any("ferry" in line for line in rows(many))
    assert isinstance(many._database, Database)
    with many._database.read() as connection:
        assert connection.execute(select(kin)).all()
