"""Events, ties and watchpoints in the ledger: on whose say-so, filters, keys, copies, and an older ledger brought up to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from made_readings import reading
from sayso.errors import WrongCall
from sayso.findings.event import Event, Reality, Status
from sayso.record.dump import dump
from sayso.record.found_events import FoundEvent, FoundTie, FoundWatchpoint
from sayso.record.ledger import Ledger, open_ledger
from sayso.record.migrations import MIGRATIONS
from sayso.record.opening import Database
from sayso.record.tables import OF_A_FINDING, abouts, events, findings, links, metadata, migrations, parties, ties, watchpoints
from sayso.when import When

# Reading 0 is of Borovia and Calvenia, 1 of Calvenia and Eldmark, 2 of Drasland and Fenwick Isles.
NUMBERS = (0, 1, 2)


def changed(number: int, **more: object) -> Any:
    """Give a made reading whose event differs so."""
    made = reading(number)
    return replace(made, events=(replace(made.events[0], **more),))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Give a ledger of three reports, the first printed twice; nobody writes to it."""
    with open_ledger(tmp_path_factory.mktemp("events") / "situation.db") as opened:
        opened.add(reading(0))
        opened.add(reading(0, place="https://mirror.example/0"))
        day = When(date(2024, 9, 30), date(2024, 10, 1), "on Monday")
        opened.add(changed(1, event_type="ASSAULT", modes=("aerial", "heavy-weapons"), date=day, status=Status.ASSERTED))
        opened.add(changed(2, reality=Reality.PLANNED, statement=None, asserted_by=(), denied_by=(), place=None, figures=()))
        yield opened


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["BRO", "CAL", "DRA"]),
        ({"about": "CAL"}, ["BRO", "CAL"]),
        ({"actor": "CAL"}, ["CAL"]),
        ({"recipient": "calvenia"}, ["BRO"]),
        ({"by": "BRO"}, ["BRO"]),  # its envoy says so
        ({"by": "Ada Number"}, ["BRO", "CAL"]),
        ({"by": "CAL"}, ["BRO", "CAL"]),  # denies the one, and its envoy asserts the other
        ({"event_type": "assault"}, ["CAL"]),
        ({"event_type": ["AID", "ASSAULT"], "limit": 2}, ["BRO", "CAL"]),
        ({"mode": "aerial"}, ["CAL"]),
        ({"mode": "firearms"}, []),
        ({"context": "military"}, ["BRO", "CAL", "DRA"]),
        ({"reality": "planned"}, ["DRA"]),
        ({"reality": ["happened", "ongoing"], "status": "contested"}, ["BRO"]),
        ({"place": "Calvenia"}, ["BRO"]),
        ({"place": "cal"}, ["BRO"]),
        ({"place": "Borovia"}, []),
        ({"until": "2024-09-30"}, ["CAL"]),  # by its own day; the others by publication
        ({"since": "2024-10-02"}, ["DRA"]),
    ],
)
def test_events(full: Ledger, asked: dict[str, object], expected: list[str]) -> None:
    assert sorted(found.actors[0].key for found in full.events(**asked)) == expected  # type: ignore[arg-type]


def test_an_event_comes_with_its_people_and_on_whose_say_so(full: Ledger) -> None:
    [found] = full.events(actor="BRO")
    assert (found.trigger, found.words) == ("sent", "Borovia has sent at least 3 lorries to Calvenia")
    assert [card.name for card in found.recipients] == ["Calvenia"]
    assert (found.actor_words, found.recipient_words) == (("Borovia",), ("Calvenia",))
    assert [said.content for said in found.asserted_by] == ["Borovia has sent at least 3 lorries to Calvenia"]
    assert [denied.speaker.key for denied in found.denied_by if denied.speaker] == ["CAL"]
    assert found.within == found.asserted_by[0].key
    assert [figure.words for figure in found.figures] == ["at least 3"]
    assert found.place is not None
    assert (found.place.name, found.place.country, found.place.precision) == ("Calvenia", "CAL", "country")
    assert len(found.carriers) == 2
    row = found.flat()
    assert (row["actor"], row["asserted_by"], row["denied_by"], row["place_country"]) == ("BRO", "ada-number", "CAL", "CAL")


def test_a_plan_in_the_reports_own_voice(full: Ledger) -> None:
    [found] = full.events(reality="planned")
    assert (found.within, found.asserted_by, found.figures, found.place) == (None, (), (), None)


def test_ties(full: Ledger) -> None:
    [found] = full.ties(object="BRO", relation="holds_office")
    assert (found.subject.name if found.subject else "", found.tie.role) == ("Ada Number", "envoy")
    assert found.accredited_to is None
    assert len(full.ties(subject="BRO")) == 0
    assert len(full.ties(about="BRO")) == 1
    assert len(full.ties(relation=["owns", "leads"])) == 0


def test_watchpoints(full: Ledger) -> None:
    [found] = full.watchpoints(about="BRO")
    assert found.words == "More lorries may be sent by Sunday"
    assert found.due == When(date(2024, 10, 6), date(2024, 10, 7), "Sunday")
    assert found.said_by is None
    assert len(full.watchpoints(since="2024-10-07")) == 0
    assert len(full.watchpoints(kind="possibility", until="2024-10-06")) == 3
    assert len(full.watchpoints(kind="threat")) == 0


def test_days_of_its_own_come_before_those_of_its_words(ledger: Ledger) -> None:
    made, day = reading(0), When(date(2024, 12, 1), date(2024, 12, 2), "then")
    ledger.add(replace(made, watchpoints=(replace(made.watchpoints[0], date=day, words="may"),)))
    [found] = ledger.watchpoints(since="2024-12-01")
    assert (found.due, found.flat()["likelihood"]) == (day, "may")


@pytest.mark.parametrize(
    ("what", "asked"),
    [("events", {"reality": "maybe"}), ("events", {"event_type": "FIGHT"}), ("events", {"mode": "swords"}), ("events", {"context": "war"}), ("events", {"status": "lost"}), ("ties", {"relation": "likes"}), ("watchpoints", {"kind": "x"})],
)  # fmt: skip
def test_words_of_closed_lists(full: Ledger, what: str, asked: dict[str, str]) -> None:
    with pytest.raises(WrongCall, match="expected one of"):
        getattr(full, what)(**asked)


def test_each_is_found_by_the_beginning_of_its_key(full: Ledger) -> None:
    for rows, kind in ((full.events(), FoundEvent), (full.ties(), FoundTie), (full.watchpoints(), FoundWatchpoint)):
        for row in rows:
            found = full.view().find(row.key[:16])
            assert isinstance(found, kind)
            assert found == row


def test_reports_count_them(full: Ledger) -> None:
    assert {(card.events, card.ties, card.watchpoints) for card in full.reports()} == {(1, 1, 1)}


def test_tables_become_frames(full: Ledger) -> None:
    assert full.events().to_polars().shape[0] == 3
    assert "relation" in full.ties().to_polars().columns
    assert "due_from" in full.watchpoints().to_polars().columns


@pytest.mark.parametrize(
    "more",
    [{"reality": Reality.ONGOING}, {"denied_by": ()}, {"recipient": ()}, {"modes": ("arms",)}, {"place": None}, {"figures": ()}],
)
def test_a_key_changes_with_what_is_said(ledger: Ledger, more: dict[str, Any]) -> None:
    ledger.add(reading(0))
    before = ledger.events()[0].key
    assert ledger.add(changed(0, **more)).status == "superseded"
    assert ledger.events()[0].key != before
    assert ledger.view().health().sound


def test_a_key_does_not_change_with_ids_and_confidence(ledger: Ledger) -> None:
    ledger.add(reading(0))
    before = ledger.events()[0].key
    ledger.add(changed(0, id="e9", confidence=0.1, by="other/1"))
    assert ledger.events()[0].key == before


def test_the_act_inside_comes_with_its_people(ledger: Ledger) -> None:
    inner = replace(
        reading(0).events[0], id="e1.of", event_type="RETREAT", reality=Reality.DEMANDED, actor=("a2",), recipient=("a1",)
    )
    ledger.add(changed(0, event_type="REQUEST", of=inner, recipient=()))
    [found] = ledger.events(about="CAL")
    assert found.of is not None
    assert ([card.key for card in found.of.actors], [card.key for card in found.of.recipients]) == (["CAL"], ["BRO"])
    assert (found.flat()["of_type"], found.flat()["of_words"], found.recipients) == ("RETREAT", "sent", ())
    assert len(ledger.events(actor="CAL")) == 0  # nobody says that it did it


def test_nothing_of_a_forgotten_report_stays(ledger: Ledger) -> None:
    key = ledger.add(reading(0)).report_key
    ledger.forget(key, "withdrawn")
    rows = ledger.view().health().rows
    assert [name for name in ("events", "ties", "watchpoints", "parties", "links", "evidence", "findings") if rows[name]] == []


def test_what_points_to_nothing_is_left_out(ledger: Ledger) -> None:
    ledger.add(changed(0, actor=("a9",), asserted_by=("s9",), denied_by=(), figures=("f9",), place="p9", statement="s9"))
    [found] = ledger.events()
    assert (found.actors, found.asserted_by, found.figures, found.place, found.within) == ((), (), (), None, None)
    assert found.actor_words == ("Borovia",)


def made_older(path: Path) -> None:
    """Take out of a ledger what the second step brought."""
    database = Database(path)
    with database.write() as connection:
        for table in (findings, abouts):
            connection.execute(table.delete().where(table.c.kind.in_(("event", "tie", "watchpoint"))))
        keys = [
            key
            for table in (events, ties, watchpoints)
            for key in connection.scalars(table.select().with_only_columns(table.c.key))
        ]
        for column in OF_A_FINDING:
            connection.execute(column.table.delete().where(column.in_(keys)))
        metadata.drop_all(connection, tables=[events, ties, watchpoints, parties, links])
        connection.execute(migrations.delete().where(migrations.c.name == MIGRATIONS[1].name))
    database.close()


def test_an_older_ledger_is_brought_up(path: Path) -> None:
    with open_ledger(path) as ledger:
        for number in range(6):
            ledger.add(reading(number))
        ledger.add(reading(0, place="https://mirror.example/0"))
        unplaced = reading(7)
        ledger.add(replace(unplaced, report=replace(unplaced.report, place_of_origin=None, id="given")))
        ledger.add(replace(reading(8), events=(), ties=(), watchpoints=()))
    database = Database(path)
    new = dump(database)
    database.close()
    made_older(path)
    with open_ledger(path) as ledger:
        assert ledger.view().health().sound
        assert len(ledger.events()) == 7
        assert ledger.add(reading(3)).status == "repeat"
    database = Database(path)
    assert dump(database) == new
    database.close()


def test_an_event_is_kept_as_it_was_found(full: Ledger) -> None:
    made: Event = reading(0).events[0]
    assert full.events(actor="BRO")[0].event == made
