"""Names, offices and bodies are found as written, on the day asked for, and what only looks like them is not."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.understand.known.actors import (
    NameKind,
    SpeaksFor,
    body_of,
    find_known,
    members_of,
    office_holder,
    office_holders,
    office_in,
    offices_in,
    people_with_family_name,
    person_named,
    sector_of,
    state_of,
)


def keys(text: str) -> list[tuple[str, str]]:
    return [(known.span.of(text), known.actor.key) for known in find_known(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They told us that the US and the U.S. differ.", [("US", "USA"), ("U.S.", "USA")]),
        ("Who told the WHO?", [("WHO", "who")]),
        ("TELL US WHO CAME", []),
        ("A turkey was served in Turkey.", [("Turkey", "TUR")]),
        ("New Mexico is not Mexico, nor Latin America the States.", [("Mexico", "MEX"), ("States", "USA")]),
        ("From the West Bank to the West, west of here.", [("West", "the-west")]),
        ("The Democratic Republic of Congo’s army met M23.", [("Democratic Republic of Congo", "COD"), ("M23", "m23")]),
        ("Erdoğan, Volodymyr Zelensky", [("Erdoğan", "recep-tayyip-erdogan"), ("Volodymyr Zelensky", "volodymyr-zelenskyy")]),
        ("North Koreans met South Korean envoys", [("North Koreans", "PRK"), ("South Korean", "KOR")]),
        ("In May the sun shone.", []),
        ("Let it be; the FICO score.", []),
        ("The National asked the National Bakery Guild.", [("National", "the-national")]),
        ("OPEC+ is wider than OPEC.", [("OPEC+", "opec-plus"), ("OPEC", "opec")]),
        ("Kenya. Uganda", [("Kenya", "KEN"), ("Uganda", "UGA")]),
        ("the Kenya-Uganda border", [("Kenya", "KEN"), ("Uganda", "UGA")]),
    ],
)
def test_names_are_found_where_they_are_names(text: str, found: list[tuple[str, str]]) -> None:
    assert keys(text) == found


def test_the_longest_name_wins_and_says_what_sort_it_is() -> None:
    text = "The Kyiv Independent says Kyiv asked Kenyans; a Kenyan general of the Kenya News Agency."
    assert [known.kind for known in find_known(text)] == [
        NameKind.OUTLET,
        NameKind.CAPITAL,
        NameKind.PEOPLE,
        NameKind.DEMONYM,
        NameKind.AGENCY,
    ]


def test_names_of_several_are_ambiguous_and_name_the_others() -> None:
    (georgia,) = find_known("Georgia voted.")
    assert georgia.ambiguous
    (sna,) = find_known("The SNA said so.")
    assert sna.ambiguous
    assert {sna.actor.key, *(other.key for other in sna.also)} == {"somali-national-army", "syrian-national-army"}
    (kenya,) = find_known("Kenya voted.")
    assert not kenya.ambiguous


@pytest.mark.parametrize(
    ("words", "key"),
    [("the US", "USA"), ("American", "USA"), ("Washington", "USA"), ("Ivorians", "CIV"), ("Côte d’Ivoire", "CIV")],
)
def test_states_by_any_word(words: str, key: str) -> None:
    state = state_of(words)
    assert state is not None and state.key == key


@pytest.mark.parametrize("words", ["us", "Atlantis", ""])
def test_no_state(words: str) -> None:
    assert state_of(words) is None


def test_people_by_spelling_variants() -> None:
    for name in ("Volodymyr Zelenski", "Volodymyr Zelenskyy", "Vladimir Zelensky"):
        person = person_named(name)
        assert person is not None and person.key == "volodymyr-zelenskyy"
    assert person_named("Volodymyr Smith") is None
    kim = person_named("Kim Hong Kyun")
    assert kim is not None and kim.country == "KOR"


def test_a_family_name_is_asked_on_a_day() -> None:
    assert [person.key for person in people_with_family_name("Cooper", date(2023, 5, 1))][0] != "yvette-cooper"
    assert people_with_family_name("Aoun", date(2020, 1, 1))[0].key == "michel-aoun"
    assert people_with_family_name("Aoun", date(2025, 6, 1))[0].key == "joseph-aoun"
    assert people_with_family_name("Nobody", date(2025, 6, 1)) == ()


@pytest.mark.parametrize(
    ("role", "of", "on", "key"),
    [
        ("president", "USA", date(2016, 6, 1), "barack-obama"),
        ("President", "USA", date(2025, 1, 20), "donald-trump"),
        ("foreign minister", "USA", date(2024, 10, 24), "antony-blinken"),
        ("foreign minister", "GBR", date(2023, 12, 1), "david-cameron"),
        ("prime minister", "DEU", date(2020, 1, 1), "angela-merkel"),
        ("premier", "CHN", date(2024, 1, 1), "li-qiang"),
        ("defense minister", "UKR", date(2024, 1, 1), "rustem-umerov"),
        ("secretary general", "nato", date(2025, 1, 1), "mark-rutte"),
    ],
)
def test_office_holders_on_a_day(role: str, of: str, on: date, key: str) -> None:
    holder = office_holder(role, of, on)
    assert holder is not None and holder.key == key


def test_nobody_holds_what_nobody_held() -> None:
    assert office_holder("emperor", "USA", date(2024, 1, 1)) is None
    assert office_holders("president", "USA", date(1850, 1, 1)) == ()


def test_bodies_make_actors_with_a_state() -> None:
    ministry = body_of("Ministry of Foreign Affairs", "KEN")
    assert ministry is not None
    assert (ministry.key, ministry.name) == ("kenya-foreign-ministry", "Kenyan Foreign Ministry")
    assert (ministry.country, ministry.sector) == ("KEN", "GOV")
    own, state = body_of("foreign ministry", "USA"), body_of("government", "KEN")
    assert own is not None and own.key == "us-state-department"
    assert state is not None and state.key == "KEN"
    assert body_of("bakery", "KEN") is None
    assert body_of("army", "nobody") is None


@pytest.mark.parametrize(
    ("words", "role", "of", "former", "voice"),
    [
        ("the Kenyan Foreign Ministry spokeswoman", "spokesperson", "kenya-foreign-ministry", False, "KEN"),
        ("a spokesman for Kenya's foreign ministry", "spokesperson", "kenya-foreign-ministry", False, "KEN"),
        ("a retired U.S. Army general", "general", "us-army", True, None),
        ("Peru’s ex-foreign minister", "foreign minister", "PER", True, None),
        ("the acting president of Peru", "president", "PER", False, "PER"),
        ("Peru's deputy defence minister", "deputy defence minister", "PER", False, "PER"),
        ("NATO chief", "secretary-general", "nato", False, "nato"),
        ("a spokesperson for the rebel group M23", "spokesperson", "m23", False, "m23"),
        ("a Peruvian lawmaker", "lawmaker", "PER", False, None),
        ("an analyst at Chatham House", "analyst", "chatham-house", False, None),
        ("professor at Kyiv University", "professor", None, False, None),
        ("head of the Institute of Tall Tales in Kenya", "leader", None, False, None),
        ("president of the Kenya Bakers Union", "president", None, False, None),
        ("governor of Peru's southern coast", "governor", "PER", False, None),
        ("foreign policy adviser to the Peruvian president", "presidential adviser", "PER", False, "PER"),
        ("Kremlin spokesman", "spokesperson", "kremlin", False, "RUS"),
    ],
)
def test_offices_in_descriptions(words: str, role: str, of: str | None, former: bool, voice: str | None) -> None:
    office = office_in(words)
    assert office is not None
    assert (office.role, office.of.key if office.of else None, office.former, office.voice) == (role, of, former, voice)


def test_envoys_have_a_state_and_one_they_are_sent_to() -> None:
    office = office_in("Kenya's ambassador to Peru")
    assert office is not None and office.of is not None and office.to is not None
    assert (office.of.key, office.to.key, office.speaks_for) == ("KEN", "PER", SpeaksFor.STATE)
    to_un = office_in("Kenya's ambassador to the United Nations")
    assert to_un is not None and to_un.of is not None and to_un.to is not None
    assert (to_un.of.key, to_un.to.key) == ("KEN", "un")


def test_several_offices_share_or_do_not_share_their_marks() -> None:
    shared = offices_in("former Peruvian president and prime minister")
    assert [(office.role, office.former, office.of.key if office.of else None) for office in shared] == [
        ("president", True, "PER"),
        ("prime minister", True, "PER"),
    ]
    apart = offices_in("a former Peruvian minister and now an analyst")
    assert [(office.role, office.former) for office in apart] == [("minister", True), ("analyst", False)]


@pytest.mark.parametrize("words", ["a major offensive", "general elections", "the General Assembly", "many bakeries"])
def test_no_office(words: str) -> None:
    assert offices_in(words) == []


def test_a_body_without_a_state_is_kept_as_its_words() -> None:
    office = office_in("the army spokesman")
    assert office is not None
    assert (office.of, office.body, office.sector) == (None, "army", "MIL")


def test_sectors_of_role_nouns() -> None:
    found = [sector_of(noun) for noun in ("soldiers", "Peruvian protesters", "doctor", "refugees", "stones")]
    assert found == ["MIL", "OPP", "HLH", "REF", None]


def test_members_are_asked_on_a_day() -> None:
    assert "FIN" in members_of("nato", date(2024, 1, 1))
    assert "FIN" not in members_of("nato", date(2020, 1, 1))
    assert members_of("brics", date(2023, 6, 1)) == ("BRA", "RUS", "IND", "CHN", "ZAF")
    assert "GBR" not in members_of("eu", date(2024, 1, 1))
    assert members_of("icrc") == ()
