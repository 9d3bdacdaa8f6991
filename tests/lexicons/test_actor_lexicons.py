"""Every row of lexicons/actors holds what its file promises."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from sayso.findings.actor import ActorKind
from sayso.lexicons import Row, entries
from sayso.understand.known.days import term_of
from sayso.understand.known.words import key_of

KEYED = ("seats", "organisations", "groups", "outlets", "agencies", "people", "states")
SECTORS = frozenset(row["key"] for row in entries("actors/sectors") if "key" in row)
KEYS = frozenset(row["key"] for name in KEYED for row in entries(f"actors/{name}"))
STATES = frozenset(row["key"] for row in entries("actors/states"))
FIELDS = {
    "states": {"key", "name", "source"},
    "seats": {"key", "name", "kind", "country", "sector", "source"},
    "organisations": {"key", "name", "kind", "country", "sector", "source"},
    "groups": {"key", "name", "kind", "country", "sector", "source"},
    "outlets": {"key", "name", "kind", "country", "sector", "source"},
    "agencies": {"key", "name", "kind", "country", "sector", "source"},
    "people": {"key", "name", "country", "source"},
    "bodies": {"word", "sector", "key", "name", "source"},
}


def named_roles() -> set[str]:
    return {key_of(word) for row in entries("actors/offices") for word in (row["word"], *row.get("aliases", ()))}


@pytest.mark.parametrize("name", FIELDS)
def test_every_row_has_the_fields_of_its_file(name: str) -> None:
    lacking = [(row.get("key"), FIELDS[name] - row.keys()) for row in entries(f"actors/{name}") if FIELDS[name] - row.keys()]
    assert lacking == []


def test_no_key_stands_twice() -> None:
    count = Counter(row["key"] for name in KEYED for row in entries(f"actors/{name}"))
    assert [key for key, times in count.items() if times > 1] == []


@pytest.mark.parametrize("name", KEYED)
def test_keys_are_codes_or_slugs(name: str) -> None:
    shape = re.compile(r"[A-Z]{3}" if name == "states" else r"[a-z0-9]+(-[a-z0-9]+)*")
    assert [row["key"] for row in entries(f"actors/{name}") if not shape.fullmatch(row["key"])] == []


@pytest.mark.parametrize("name", ["seats", "organisations", "groups", "outlets", "agencies", "people"])
def test_countries_are_states(name: str) -> None:
    assert [row["key"] for row in entries(f"actors/{name}") if row.get("country") and row["country"] not in STATES] == []


@pytest.mark.parametrize("name", ["seats", "organisations", "groups", "outlets", "agencies", "offices", "bodies"])
def test_sectors_are_plover_codes(name: str) -> None:
    assert [row.get("key") for row in entries(f"actors/{name}") if row.get("sector") and row["sector"] not in SECTORS] == []


@pytest.mark.parametrize("name", ["seats", "organisations", "groups", "outlets", "agencies"])
def test_kinds_are_those_of_actors(name: str) -> None:
    assert {ActorKind(row["kind"]) for row in entries(f"actors/{name}")} <= set(ActorKind)


@pytest.mark.parametrize("name", KEYED)
def test_names_are_not_repeated_in_a_row_and_weak_ones_are_names_of_it(name: str) -> None:
    for row in entries(f"actors/{name}"):
        names = [row["name"], *row.get("aliases", ())]
        assert len(set(names)) == len(names), row["key"]
        assert set(row.get("weak", ())) <= {*names, *row.get("capitals", ())}, row["key"]
        assert all(isinstance(word, str) and key_of(word) for word in names), row["key"]


def test_organisations_of_states_have_no_country_and_their_members_exist() -> None:
    for row in entries("actors/organisations"):
        members = [{"key": member} if isinstance(member, str) else member for member in row.get("members", ())]
        assert [member["key"] for member in members if member["key"] not in KEYS] == [], row["key"]
        assert_ordered(row["key"], members)
        assert not (members and not row.get("igo")), row["key"]


def assert_ordered(key: str, rows: list[Row]) -> None:
    for row in rows:
        term = term_of("", "", row)
        assert term.first is None or term.over is None or term.first < term.over, (key, row)


def test_offices_of_people_are_known_dated_in_order_and_of_somebody() -> None:
    roles, bodies = named_roles(), tuple(row["key"].removeprefix("{state}") for row in entries("actors/bodies"))
    for row in entries("actors/people"):
        for office in row.get("offices", ()):
            assert {key_of(office["role"]), key_of(office["role"].removeprefix("deputy "))} & roles, (row["key"], office)
            assert office["of"] in KEYS or office["of"].endswith(bodies), (row["key"], office)
        assert_ordered(row["key"], row.get("offices", []))


def test_a_family_name_is_a_part_of_a_name() -> None:
    for row in entries("actors/people"):
        if row.get("family"):
            names = " ".join(key_of(name) for name in (row["name"], *row.get("aliases", ())))
            assert key_of(row["family"]) in names, row["key"]


def test_one_president_at_a_time() -> None:
    for state in STATES:
        sure = [
            term
            for row in entries("actors/people")
            for office in row.get("offices", ())
            if office["of"] == state and office["role"] in ("president", "prime minister", "foreign minister")
            for term in [term_of(office["role"], state, office)]
        ]
        for day in (date(year, month, 15) for year in range(2015, 2026) for month in (2, 6, 10)):
            holding = Counter(term.role for term in sure if term.surely_holds(day))
            assert not [role for role, times in holding.items() if times > 1], (state, day)


def test_no_word_of_office_or_body_stands_twice() -> None:
    for name in ("offices", "bodies"):
        rows = [row for row in entries(f"actors/{name}") if "marks" not in row]
        words = Counter(key_of(word) for row in rows for word in (row["word"], *row.get("aliases", ())))
        assert [word for word, times in words.items() if times > 1] == []


def test_offices_say_whom_their_holders_speak_for_and_what_they_mean_is_an_office() -> None:
    rows = [row for row in entries("actors/offices") if "marks" not in row]
    words = {row["word"] for row in rows}
    assert {row["speaks_for"] for row in rows} == {"state", "body", "none"}
    assert [row["word"] for row in rows if row.get("means") and row["means"] not in words] == []
    assert {row["marks"] for row in entries("actors/offices") if "marks" in row} == {"former", "held", "next", "deputy", "none"}


def test_named_bodies_exist_and_patterns_can_be_filled() -> None:
    for row in entries("actors/bodies"):
        assert set(row.get("named", {})) <= STATES, row["word"]
        assert set(row.get("named", {}).values()) <= KEYS, row["word"]
        assert row["key"].format(state="x", alpha3="x") and row["name"].format(state="x", demonym="X")


def test_the_lexicons_are_as_broad_as_they_say() -> None:
    sizes = {name: len(entries(f"actors/{name}")) for name in KEYED}
    assert sizes["states"] >= 197
    assert sizes["outlets"] >= 250
    assert len({row["country"] for row in entries("actors/people") if row.get("offices")}) >= 60
