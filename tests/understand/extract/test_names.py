"""Who is named: states with demonyms, capitals and seats, bodies, organisations with short forms, people; mentions in text order."""

from __future__ import annotations

import pytest
from marked_text import read

from sayso.findings.actor import ActorKind


@pytest.mark.parametrize(
    ("marked", "key", "mention"),
    [
        ("{LOC:Ghana} closed the port.", "GHA", "Ghana"),
        ("{NORP:Ghanaian} troops left.", "GHA", "Ghanaian"),
        ("Talks between {LOC:Accra} and {LOC:Lome} stalled.", "GHA", "Accra"),
        ("{LOC:Accra} closed the port.", "GHA", "Accra"),
        ("The {LOC:U.S.} closed the port.", "USA", "U.S."),
        ("{LOC:Britain} closed the port.", "GBR", "Britain"),
        ("The {ORG:Kremlin} closed the port.", "kremlin", "Kremlin"),
        ("The {ORG:African Union} met.", "african-union", "African Union"),
    ],
)
def test_known_actors(marked: str, key: str, mention: str) -> None:
    assert mention in read(marked).mentions(key)


@pytest.mark.parametrize(
    "marked",
    [
        "He lives in {LOC:Accra}.",
        "The march from {LOC:Accra} to the coast began.",
        "{LOC:ACCRA} (Reuters) - The march began.",
        "{LOC:Accra}, 12 May – The march began.",
    ],
)
def test_a_capital_as_a_place_is_not_its_state(marked: str) -> None:
    assert "GHA" not in read(marked).actor_keys()


def test_a_body_is_found_with_its_state_and_its_sector() -> None:
    got = read("{LOC:Ghana}’s foreign ministry met the {NORP:Togolese} army.")
    ministry, army = got.actor("ghana-foreign-ministry"), got.actor("togo-army")
    assert (ministry.country, ministry.sector, army.country, army.sector) == ("GHA", "GOV", "TGO", "MIL")


def test_an_unknown_organisation_and_its_short_form_are_one() -> None:
    got = read("The {ORG:Norr Fishing Guild} (NFG) met. The {ORG:NFG} left.")
    assert got.mentions("norr-fishing-guild") == ["Norr Fishing Guild", "NFG", "NFG"]
    assert got.actor("norr-fishing-guild").kind is ActorKind.ORGANISATION


def test_actors_are_numbered_by_first_mention_and_their_evidence_names_them() -> None:
    got = read("{LOC:Togo} met {PER:Ana Reyes}. {PER:Reyes} then met {LOC:Ghana}. She left {LOC:Togo}.")
    actors = got.reading.actors
    assert [a.id for a in actors] == [f"a{n}" for n in range(1, len(actors) + 1)]
    assert [a.mentions[0].start for a in actors] == sorted(a.mentions[0].start for a in actors)
    for one in actors:
        assert one.evidence and set(one.evidence) <= set(one.mentions) and list(one.mentions) == sorted(one.mentions)


def test_entities_point_at_their_actors() -> None:
    got = read("{LOC:Ghana} met {PER:Ana Reyes} in {LOC:Bolgatanga}.")
    found = {e.span.of(got.text): got.key(e.actor) for e in got.reading.entities}
    assert found == {"Ghana": "GHA", "Ana Reyes": "ana-reyes", "Bolgatanga": None}


def test_titles_and_possessives_are_no_part_of_a_name() -> None:
    got = read("{PER:Dr. Ana Reyes} left. {PER:Ana Reyes’s} car stayed.")
    assert got.mentions("ana-reyes") == ["Ana Reyes", "Ana Reyes"]


def test_nobody_is_found_in_furniture() -> None:
    got = read("{LOC:Ghana} closed the port.\nRead more about {LOC:Togo}", furniture="Read more about Togo")
    assert got.actor_keys() == ["GHA"] and [e.span.of(got.text) for e in got.reading.entities] == ["Ghana"]


def test_an_empty_text_has_nobody() -> None:
    assert read("").reading.actors == ()


@pytest.mark.parametrize(
    "marked", ["{PER:Jordan} scored twice.", "The {MISC:Georgia} peach", "He bought a turkey and fine china."]
)
def test_a_word_that_is_also_a_state_is_not_always_one(marked: str) -> None:
    assert not {"JOR", "GEO", "TUR", "CHN"} & set(read(marked).actor_keys())


def test_a_name_stands_on_one_line() -> None:
    got = read("The {ORG:Kelm\nRiver  Union} met in {LOC:Ghana}.")
    assert "Kelm River Union" in [actor.name for actor in got.reading.actors]
