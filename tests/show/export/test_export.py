"""Exports: POLECAT's columns by name, what POLECAT lacks, and what has no place in CAMEO."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest
from typer.testing import Result

import situations
from sayso.lexicons import entries
from sayso.record.found import ActorCard
from sayso.show.cli.export import Target
from sayso.show.export import EXPORTS
from sayso.show.export.cameo import actor_code, quad_class
from sayso.show.export.columns import in_one_cell
from sayso.show.export.people import country, sector

Say = Callable[..., Result]
# Names a script for POLECAT looks for.
POLECAT = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country",
    "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name",
    "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw",
    "Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID",
    "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
    "Language", "Version",
)  # fmt: skip


def rows(say: Say, *words: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in say("export", "--to", *words).stdout.splitlines()]


@pytest.mark.parametrize("export", EXPORTS)
def test_polecats_columns_stand_in_their_order(export: object) -> None:
    named = [column.name for column in export.columns]  # type: ignore[attr-defined]
    assert len(named) == len(set(named))
    assert tuple(name for name in named if name in POLECAT) == POLECAT
    assert all(column.meaning for column in export.columns)  # type: ignore[attr-defined]


def test_the_command_takes_every_export() -> None:
    assert [target.value for target in Target] == [export.name for export in EXPORTS]


def test_every_event_has_a_plover_row(say: Say) -> None:
    found = rows(say, "plover")
    assert [(row["Event Type"], row["Reality"], row["Status"]) for row in found] == [
        ("COERCE", "happened", "asserted"), ("ASSAULT", "happened", "contested"), ("COERCE", "happened", "denied"),
        ("MOBILIZE", "planned", "asserted"), ("ASSAULT", "hypothetical", "asserted"),
        ("THREATEN", "happened", "asserted"),
    ]  # fmt: skip
    assert found[3]["Contexts"] == ["future"]


def test_a_row_says_on_whose_say_so_and_where(say: Say) -> None:
    shelled = next(row for row in rows(say, "plover") if row["Trigger"] == "shelled")
    assert (shelled["Asserted By"], shelled["Denied By"], shelled["Voice"]) == (["FIN"], ["NOR"], "statement")
    assert (shelled["Event Date"], shelled["Date To"], shelled["Date Words"]) == ("2024-04-29", "2024-04-30", "on Monday")
    assert (shelled["City"], shelled["Country"], shelled["GeoNames ID"], shelled["Latitude"]) == (
        "Port Olm",
        "NOR",
        1234567,
        59.5,
    )
    assert (shelled["Size"], shelled["Size Low"], shelled["Size By"]) == (["12 people"], [12], ["FIN"])
    start, end = shelled["Start"], shelled["End"]
    assert situations.CLASH[start:end] == shelled["Evidence Words"][0]  # type: ignore[index, misc]


def test_the_act_inside_a_threat_has_its_own_columns(say: Say) -> None:
    threat = next(row for row in rows(say, "plover") if row["Event Type"] == "THREATEN")
    assert (threat["Act Inside"], threat["Act Inside Actor"], threat["Act Inside Words"]) == ("ASSAULT", ["SWE"], "answer")
    assert [row["Act Inside"] for row in rows(say, "plover") if row["Event Type"] == "ASSAULT"] == [None, None]


def test_no_day_is_filled_in(say: Say) -> None:
    denied = next(row for row in rows(say, "plover") if row["Status"] == "denied")
    assert (denied["Event Date"], denied["Date To"], denied["Publication Date"]) == (None, None, "2024-05-01")


def test_cameo_has_what_has_a_code_and_happened(say: Say) -> None:
    done = say("export", "--to", "cameo")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    codes = [(row["CAMEO Code"], row["CAMEO Root"], row["CAMEO Quad Class"]) for row in found]
    assert codes == [("191", "19", 4), ("194", "19", 4), ("138", "13", 3)]
    assert [row["Actor1 Code"] for row in found] == [["NOR"], ["NOR"], ["SWEGOV"]]
    assert done.stderr == ""
    everything = say("export", "--to", "cameo", "--reality", "all")
    assert "3 event(s) have no place in cameo" in everything.stderr


def test_csv_holds_the_same_rows(say: Say) -> None:
    lines = rows(say, "plover")
    cells = list(csv.DictReader(io.StringIO(say("export", "--to", "plover", "--format", "csv").stdout, newline="")))
    assert [row["Event ID"] for row in cells] == [row["Event ID"] for row in lines]
    assert list(cells[0]) == list(lines[0])
    assert cells[0]["Trigger Span"] == "17-23"


def test_parquet_holds_them_too(say: Say) -> None:
    polars = pytest.importorskip("polars")
    frame = polars.read_parquet(io.BytesIO(say("export", "--to", "plover", "--format", "parquet").stdout_bytes))
    assert frame["Event ID"].to_list() == [row["Event ID"] for row in rows(say, "plover")]


def test_filters_narrow(say: Say) -> None:
    assert [row["Event Type"] for row in rows(say, "plover", "--reality", "planned")] == ["MOBILIZE"]
    assert rows(say, "plover", "--by", "FIN", "--type", "COERCE") == []
    assert say("export", "--to", "plover", "--reality", "perhaps").exit_code == 2
    assert say("export", "--to", "gdelt").exit_code == 2


def card(key: str, kind: str, of: str | None, role: str | None) -> ActorCard:
    return ActorCard(key, key, kind, of, role)


@pytest.mark.parametrize(
    ("who", "code", "of", "role"),
    [
        (card("FIN", "country", "FIN", "GOV"), "FIN", "FIN", "GOV"),
        (card("fin-army", "organisation", "FIN", "MIL"), "FINMIL", "FIN", "MIL"),
        (card("post", "outlet", "FIN", "MED"), "FINJRN", "FIN", "JRN"),
        (card("pact", "organisation", None, "IGO"), "IGO", "IGO", None),
        (card("gunmen", "group", None, None), "", None, None),
    ],
)
def test_actors_in_plovers_and_cameos_codes(who: ActorCard, code: str, of: str | None, role: str | None) -> None:
    assert (actor_code(who), country(who), sector(who)) == (code, of, role)


def test_quad_classes() -> None:
    assert [quad_class(code) for code in ("010", "0234", "072", "1122", "190", "20", "x")] == [1, 1, 2, 3, 4, 4, None]


def test_lists_share_a_cell_in_csv() -> None:
    row = {"a": ["x", None, "y"], "b": [[1, 2], [3, 4]], "c": [], "d": 5}
    assert in_one_cell(row) == {"a": "x;;y", "b": "1-2;3-4", "c": None, "d": 5}


def test_numbers_of_states_are_each_of_one_state() -> None:
    states = {row["key"] for row in entries("actors/states")}
    numbers = [row["cow"] for row in entries("actors/cow")]
    assert len(numbers) == len(set(numbers)) == 195
    assert {row["key"] for row in entries("actors/cow")} <= states
