"""Who speaks, by the reading's keys: states under other names, people and whom they speak for, offices nobody names, the site's own lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from retold import AFTER, FIRE, FLAMES, actor, at, begun, carried, found_by, origins, quoting, reading, spoken_by

from sayso.findings.actor import ActorKind, Office
from sayso.findings.mention import Entity, Label
from sayso.findings.reading import build, plain
from sayso.link.origins import Origin, OriginKind, Telling, origins_among
from sayso.link.origins.speakers import has_name, speaker_of
from sayso.span import Span, hull

HALM = actor("HLM", "Republic of Halm", ActorKind.COUNTRY, "HLM")
SERVICE = actor("fire-service-of-halm", "National Fire Service", ActorKind.ORGANISATION, "HLM")
WICK = actor("dora-wick", "Dora Wick", ActorKind.PERSON, "HLM", Office("fire minister", "HLM"))
PELK = actor("juna-pelk", "Juna Pelk", ActorKind.PERSON, "HLM", Office("spokeswoman", "fire-service-of-halm"))


def names_of(found: Iterable[Origin]) -> list[tuple[str | None, str | None, str]]:
    """Give name, actor and reports of origins."""
    return [(each.name, each.actor, "".join(each.reports)) for each in found]


def test_a_state_under_all_its_names_is_one() -> None:
    assert names_of(
        origins(
            spoken_by(quoting("a", "Hill Echo", "Halm"), HALM),
            spoken_by(quoting("b", "Vale Star", "Gost Castle", words=FLAMES), HALM),
        )
    ) == [("Republic of Halm", "HLM", "ab")]


def test_who_speaks_for_a_state_or_body_is_one_with_it() -> None:
    state, minister = spoken_by(quoting("a", "Hill Echo", "Halm"), HALM), spoken_by(quoting("b", "Vale Star", "she"), WICK, HALM)
    service = spoken_by(quoting("c", "Fen Mail", "the service"), SERVICE, HALM)
    spokeswoman = spoken_by(quoting("d", "Moor Globe", "Juna Pelk"), PELK, HALM)
    assert names_of(origins(state, minister)) == [("Dora Wick", "dora-wick", "ab")]
    assert names_of(origins(state, service)) == [("National Fire Service", "fire-service-of-halm", "ac")]
    assert names_of(origins(service, spokeswoman)) == [("Juna Pelk", "juna-pelk", "cd")]
    assert names_of(origins(state, minister, service, spokeswoman)) == [("Republic of Halm", "HLM", "abcd")]


def test_two_who_speak_for_different_bodies_of_a_state_are_two() -> None:
    assert names_of(
        origins(
            spoken_by(quoting("b", "Vale Star", "Dora Wick"), WICK, HALM),
            spoken_by(quoting("c", "Fen Mail", "the National Fire Service"), SERVICE, HALM),
        )
    ) == [("Dora Wick", "dora-wick", "b"), ("National Fire Service", "fire-service-of-halm", "c")]


def test_who_works_at_a_place_does_not_speak_for_it() -> None:
    told = spoken_by(quoting("a", "Hill Echo", "Dora Wick"), replace(WICK, offices=(Office("professor", "gost-college"),)))
    assert speaker_of(told, told.statements[0]).of == ()  # type: ignore[union-attr]


def test_an_office_nobody_names_is_the_same_in_all_reports() -> None:
    minister = actor("halms-fire-minister", "Halm's fire minister", ActorKind.PERSON)
    reports = [
        spoken_by(quoting("a", "Hill Echo", "Halm's fire minister"), minister),
        spoken_by(quoting("b", "Vale Star", "Halm's fire minister", words=FLAMES), minister),
    ]
    found = origins(*reports)
    assert names_of(found) == [("Halm's fire minister", None, "ab")]
    assert found[0].kind is OriginKind.ACTOR


def test_bare_offices_of_two_states_are_two_and_named_with_them() -> None:
    minister = actor("fire-minister", "fire minister", ActorKind.PERSON)
    orsk = actor("ORS", "Orsk", ActorKind.COUNTRY, "ORS")
    assert names_of(
        origins(
            spoken_by(quoting("a", "Hill Echo", "the fire minister"), minister, HALM),
            spoken_by(quoting("b", "Vale Star", "the fire minister"), minister, orsk),
        )
    ) == [("fire minister of Orsk", None, "b"), ("fire minister of Republic of Halm", None, "a")]


def test_he_who_has_no_name_stays_with_the_outlet_that_heard_him() -> None:
    admiral = actor("retired-admiral", "retired admiral", ActorKind.PERSON)
    assert carried(spoken_by(quoting("a", "Hill Echo", "he"), admiral)) == {"Hill Echo": "a"}


@pytest.mark.parametrize(
    ("name", "kind", "known"),
    [
        ("National Fire Service", ActorKind.ORGANISATION, True),
        ("Ludwig van Holt", ActorKind.PERSON, True),
        ("North Halm diplomat", ActorKind.PERSON, False),
        ("foreign ministry", ActorKind.ORGANISATION, False),
        ("Halm's envoy", ActorKind.PERSON, False),
        ("Officials", ActorKind.GROUP, False),
    ],
)
def test_whose_key_means_the_same_in_every_report(name: str, kind: ActorKind, known: bool) -> None:
    assert has_name(actor("k", name, kind)) is known


@pytest.mark.parametrize(
    "source", ["ministry officials", "Halm officials in Gost", "foreign diplomats", "lawmakers", "a warden of the depot"]
)
def test_people_told_of_by_what_they_are_stay_with_the_outlet(source: str) -> None:
    warden = actor("warden-of-the-depot", "warden of the depot", ActorKind.PERSON)
    assert carried(spoken_by(quoting("a", "Hill Echo", source), warden)) == {"Hill Echo": "a"}


def test_a_last_name_alone_and_the_head_of_a_firm_are_who_they_are() -> None:
    surname = actor("wick", "Wick", ActorKind.PERSON)
    assert names_of(
        origins(
            spoken_by(quoting("a", "Hill Echo", "Dora Wick"), WICK),
            spoken_by(quoting("b", "Vale Star", "Wick"), surname),
            spoken_by(quoting("c", "Fen Mail", "Wick"), surname),
        )
    ) == [("Dora Wick", "dora-wick", "abc")]
    assert carried(
        quoting("a", "Hill Echo", "Carl Marr, the chief executive of Veltro,"),
        quoting("b", "Vale Star", "Veltro"),
    ) == {"Carl Marr": "ab"}


def test_a_part_of_a_longer_name_is_no_outlet() -> None:
    told = spoken_by(quoting("a", "Hill Echo", "the National Fire Service"), SERVICE)
    name = at(told.report.text, "National Fire Service")
    national = quoting("b", "National", "Dora Wick")
    assert carried(replace(told, entities=(Entity(name, Label.ORG, "b1"),)), national) == {
        "National Fire Service": "a",
        "Dora Wick": "b",
    }


def test_the_statement_of_a_telling_says_who_speaks() -> None:
    told = spoken_by(quoting("a", "Hill Echo", "Dora Wick"), WICK)
    (statement,) = told.statements
    span = hull((*statement.source, *statement.content))
    assert names_of(origins_among([Telling(told, span, statement.id)])) == [("Dora Wick", "dora-wick", "a")]
    unnamed = quoting("b", "Vale Star", "officials", words="it burns")
    (found,) = origins_among([Telling(unnamed, Span(0, unnamed.sentences[0].end - 1), "s0")])
    assert (found.name, found.reasons) == ("Vale Star", ("b: found it itself (“Officials”)",))


def test_a_line_of_the_site_is_nobody() -> None:
    text = f"{begun(FIRE)}.{AFTER}\n\nDora Wick"
    site = at(text, "Dora Wick")
    assert carried(reading("a", "Stern und Mond", text, furniture=(site,))) == {"Stern und Mond": "a"}
    text = f"{begun(FIRE)}.{AFTER}\n\nContinue Reading"
    assert carried(reading("a", "Minute by Minute", text)) == {"Minute by Minute": "a"}


def test_a_story_of_an_agency_in_three_papers_is_its_speakers_else_the_agencys() -> None:
    said = [
        spoken_by(quoting(ident, outlet, "Dora Wick", agency="Moor Press"), WICK)
        for ident, outlet in (("a", "Hill Echo"), ("b", "Vale Star"), ("c", "Fen Mail"))
    ]
    found = origins(*said)
    assert names_of(found) == [("Dora Wick", "dora-wick", "abc")]
    assert found[0].reasons[0] == "a: has it from Dora Wick (“Dora Wick”)"
    plainly = [
        reading(ident, outlet, f"{begun(FIRE)}.{AFTER}", agency=None if outlet == "Moor Press" else "Moor Press")
        for ident, outlet in (("a", "Hill Echo"), ("b", "Vale Star"), ("c", "Moor Press"))
    ]
    assert [(each.name, each.kind, each.reports) for each in origins(*plainly)] == [
        ("Moor Press", OriginKind.AGENCY, ("a", "b", "c"))
    ]


def test_what_follows_is_no_second_source_where_it_says_something_else() -> None:
    text = f"Dora Wick said that {FIRE}. The mayor of Orsk said it hoped for rain."
    told = reading(
        "a", "Hill Echo", text, said=[("Dora Wick", "said", f"that {FIRE}"), ("The mayor of Orsk", "said", "it hoped for rain")]
    )
    assert carried(told) == {"Dora Wick": "a"}


def test_an_origin_kept_without_its_actor_is_still_read() -> None:
    (found,) = origins(spoken_by(quoting("a", "Hill Echo", "Halm"), HALM))
    kept = plain(found)
    assert build(Origin, kept) == found
    del kept["actor"]
    assert build(Origin, kept) == replace(found, actor=None)


def test_a_reading_that_knows_nobody_changes_nothing() -> None:
    assert names_of(origins(found_by("a", "Hill Echo"))) == [("Hill Echo", None, "a")]


def test_an_office_before_the_name_is_its_holders() -> None:
    first = f"{begun(FIRE)}, the country's fire minister, Dora Wick, wrote on Chirper."
    assert carried(
        reading("a", "Hill Echo", first, said=[("Dora Wick", "wrote", begun(FIRE))]),
        quoting("b", "Vale Star", "Halm's fire minister", "has written"),
    ) == {"Dora Wick": "ab"}
    elsewhere = f"Nobody has left the tower of Gost, Dora Wick said. {begun(FIRE)}, Dora Wick said."
    assert carried(
        reading("a", "Hill Echo", elsewhere, said=[("Dora Wick", "said", begun(FIRE))]),
        quoting("b", "Vale Star", "the tower of Gost"),
    ) == {"Dora Wick": "a", "tower of Gost": "b"}


def test_who_lets_others_know_it_says_it() -> None:
    told = reading("b", "Vale Star", f"{begun(FIRE)}, Dora Wick let her readers know.{AFTER}")
    assert carried(quoting("a", "Hill Echo", "Dora Wick"), told) == {"Dora Wick": "ab"}


def test_a_place_cut_out_of_the_name_of_a_body_is_no_body() -> None:
    place = actor("gost", "Gost", ActorKind.ORGANISATION)
    company = replace(WICK, country=None, offices=(Office("director", "gost"),))
    police = replace(PELK, country=None, offices=(Office("spokeswoman", "gost"),))
    assert carried(
        spoken_by(quoting("a", "Hill Echo", "Dora Wick, the director of the Gost lift company,"), company, place),
        spoken_by(quoting("b", "Vale Star", "Juna Pelk, the spokeswoman of the Gost lake police,"), police, place),
    ) == {"Dora Wick": "a", "Juna Pelk": "b"}
