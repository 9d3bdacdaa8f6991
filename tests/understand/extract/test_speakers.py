"""Sources → speakers: names, family names, pronouns, offices, bodies, metonyms; for whom one speaks by office; who is nobody."""

from __future__ import annotations

from datetime import date

import pytest
from marked_text import read

from sayso.findings.actor import ActorKind

SAID = " [Q1:said] [C1:the dam held]."


def speaker(marked: str, words: str = "the dam held", published: date | None = date(2024, 10, 24)) -> str | None:
    return read(marked, published=published).speaker(words)


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ("{PER:Tariq Mensah}", "tariq-mensah"),
        ("Mr. {PER:Tariq Mensah}", "tariq-mensah"),
        ("General {PER:Tariq Mensah}", "tariq-mensah"),
        ("the ministry’s spokesman, {PER:Tariq Mensah},", "tariq-mensah"),
        ("{PER:Tariq Mensah}, a shepherd from the delta,", "tariq-mensah"),
        ("{LOC:Ghana}", "GHA"),
        ("{LOC:Accra}", "GHA"),
        ("neighbouring {LOC:Togo}", "TGO"),
        ("{LOC:Ghana}’s foreign ministry", "ghana-foreign-ministry"),
        ("the {NORP:Ghanaian} foreign ministry", "ghana-foreign-ministry"),
        ("the {ORG:Kremlin}", "kremlin"),
        ("{ORG:NATO}", "nato"),
        ("the {ORG:United Nations}", "un"),
        ("{ORG:Reuters}", "reuters"),
        ("{ORG:Hamas}", "hamas"),
        ("local media", "local-media"),
        ("two officials", "officials"),
        ("residents of the delta", "residents-of-the-delta"),
    ],
)
def test_the_actor_behind_a_source(source: str, key: str) -> None:
    assert speaker(f"[S1:{source}]{SAID}") == key


@pytest.mark.parametrize("source", ["who", "many", "some", "one", "you", "others", "that", "nobody", "what"])
def test_words_that_name_nobody(source: str) -> None:
    assert speaker(f"[S1:{source}]{SAID}") is None


def test_a_document_without_owner_is_nobody_and_with_owner_the_owner() -> None:
    assert speaker(f"[S1:the footage]{SAID}") is None
    assert speaker(f"[S1:{{LOC:Ghana}}’s report]{SAID}") == "GHA"


def test_without_a_source_there_is_no_speaker() -> None:
    assert speaker("[Q1:It was said] [C1:the dam held].") is None


@pytest.mark.parametrize(
    ("source", "speaks_for"),
    [
        ("{LOC:Ghana}", "GHA"),
        ("{LOC:Accra}", "GHA"),
        ("{LOC:Ghana}’s foreign ministry", "GHA"),
        ("{PER:Tariq Mensah}, the foreign minister of {LOC:Ghana},", "GHA"),
        ("{NORP:Ghanaian} Foreign Minister {PER:Tariq Mensah}", "GHA"),
        ("a spokeswoman for {LOC:Ghana}’s army", "GHA"),
        ("{PER:Tariq Mensah}, a former foreign minister of {LOC:Ghana},", None),
        ("{NORP:Ghanaian} novelist {PER:Tariq Mensah}", None),
        ("a {NORP:Ghanaian} fisherman", None),
        ("{PER:Tariq Mensah}", None),
        ("ordinary {NORP:Ghanaians}", None),
    ],
)
def test_for_whom_one_speaks_by_office_never_by_nationality(source: str, speaks_for: str | None) -> None:
    got = read(f"[S1:{source}]{SAID}")
    assert got.key(got.said("the dam held").speaks_for) == speaks_for


def test_a_spokesperson_is_not_the_one_spoken_for() -> None:
    for source in (
        "a spokesman for {PER:Tariq Mensah}",
        "{PER:Tariq Mensah}’s lawyer",
        "an aide to {PER:Tariq Mensah}",
        "former employees of {ORG:Norr Shipping}",
    ):
        got = read(f"[S1:{source}]{SAID}")
        assert got.speaker("the dam held") not in ("tariq-mensah", "norr-shipping"), source


def test_a_family_name_after_the_full_name_is_that_person() -> None:
    got = read("[S1:{PER:Tariq Mensah}] [Q1:said] [C1:rain was due]. [S2:{PER:Mensah}] [Q2:added] [C2:that the dam held].")
    assert got.speaker("the dam held") == "tariq-mensah"
    assert got.mentions("tariq-mensah") == ["Tariq Mensah", "Mensah"] and "Mensah" in got.actor("tariq-mensah").aliases


def test_of_two_with_one_family_name_the_nearest_before_is_meant() -> None:
    got = read(
        "{PER:Ana Reyes} met {PER:Luis Reyes}. [S1:{PER:Luis Reyes}] [Q1:left]. [S1:{PER:Reyes}] [Q1:said] [C1:the dam held]."
    )
    assert got.speaker("the dam held") == "luis-reyes"


@pytest.mark.parametrize(
    ("first", "second"),
    [("{PER:Yevhen Dolhov}", "{PER:Yevgen Dolhov}"), ("{PER:Noh Seung-woo}", "{PER:Noh Seung Woo}"), ("{PER:Ana Reyes}", "{PER:Ana María Reyes}"),
     ("{PER:José Peña}", "{PER:Jose Pena}")],
)  # fmt: skip
def test_spelling_variants_are_one_person(first: str, second: str) -> None:
    got = read(f"[S1:{first}] [Q1:said] [C1:rain was due]. [S2:{second}] [Q2:said] [C2:the dam held].")
    assert got.speaker("rain was due") == got.speaker("the dam held") is not None
    assert sum(a.kind is ActorKind.PERSON for a in got.reading.actors) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("{PER:Ana Reyes}", "{PER:Luis Reyes}"),
        ("{PER:Noh Seung-woo}", "{PER:Noh Min-jae}"),
        ("{PER:Maria Lund}", "{PER:Mario Berg}"),
    ],
)
def test_different_people_stay_apart(first: str, second: str) -> None:
    got = read(f"[S1:{first}] [Q1:said] [C1:rain was due]. [S2:{second}] [Q2:said] [C2:the dam held].")
    assert got.speaker("rain was due") != got.speaker("the dam held")


def test_the_minister_is_the_one_the_report_named() -> None:
    got = read(
        "[S1:{PER:Tariq Mensah}, {LOC:Ghana}’s interior minister,] [Q1:left] the hall. [S2:The minister] [Q2:said] [C2:the dam held]."
    )
    assert got.speaker("the dam held") == "tariq-mensah"


def test_a_former_minister_is_not_the_minister() -> None:
    got = read("{PER:Tariq Mensah}, a former interior minister, left. [S1:The minister] [Q1:said] [C1:the dam held].")
    assert got.speaker("the dam held") != "tariq-mensah"


def test_the_ministry_is_the_one_the_report_named() -> None:
    got = read("{LOC:Ghana}’s foreign ministry met the envoys. [S1:The ministry] [Q1:said] [C1:the dam held].")
    assert got.speaker("the dam held") == "ghana-foreign-ministry"


def test_an_unnamed_head_of_state_is_its_holder_on_the_day() -> None:
    assert speaker(f"[S1:the {{NORP:French}} president]{SAID}", published=date(2024, 10, 24)) == "emmanuel-macron"
    assert speaker(f"[S1:the {{NORP:French}} president]{SAID}", published=None) != "emmanuel-macron"


def test_a_pronoun_is_the_last_speaker() -> None:
    got = read("[S1:{PER:Tariq Mensah}] [Q1:said] [C1:rain was due]. [S2:He] [Q2:added] [C2:that the dam held].")
    assert got.speaker("the dam held") == "tariq-mensah"
    assert "He" in got.mentions("tariq-mensah")


def test_a_pronoun_that_told_her_sex_does_not_name_him() -> None:
    got = read(
        "[S1:{PER:Ana Reyes}] [Q1:said] [C1:rain was due]. [S2:She] [Q2:said] [C2:it was late]. [S3:{PER:Tariq Mensah}] [Q3:said] [C3:no]. "
        "[S4:He] [Q4:said] [C4:the road was shut]. [S5:She] [Q5:said] [C5:the dam held]."
    )
    assert got.speaker("the dam held") == "ana-reyes"


def test_it_is_a_body_and_he_a_person() -> None:
    got = read(
        "{PER:Tariq Mensah} visited {LOC:Ghana}’s foreign ministry. [S1:It] [Q1:said] [C1:the dam held]. [S2:He] [Q2:said] [C2:rain was due]."
    )
    assert got.speaker("the dam held") == "ghana-foreign-ministry"
    assert got.speaker("rain was due") == "tariq-mensah"


def test_a_pronoun_in_a_quotation_is_never_its_speaker() -> None:
    got = read("{PER:Luis Berg} ran the mine. [C1:“He knew it all,”] [S1:{PER:Tariq Mensah}] [Q1:said].")
    assert "He" not in got.mentions("tariq-mensah")
    assert "He" in got.mentions("luis-berg")


def test_i_is_the_outer_speaker() -> None:
    got = read("[S1:{PER:Tariq Mensah}] [Q1:said]: [C1:“{PER:Ana Reyes} asked me, and I said that the dam was safe.”]")
    assert got.speaker("the dam was safe") != "ana-reyes"


def test_nothing_is_said_by_a_pronoun_without_anybody_before_it() -> None:
    assert speaker(f"[S1:She]{SAID}") is None


def test_the_article_does_not_make_another_group() -> None:
    got = read("[S1:The rebels] [Q1:said] [C1:rain was due]. [S2:Rebels] [Q2:said] [C2:the dam held].")
    assert got.speaker("rain was due") == got.speaker("the dam held") == "rebels"


def test_a_town_or_body_that_speaks_is_no_person() -> None:
    (town,) = [a for a in read("[S:{LOC:Bendery}] [Q:said] [C:the bridge was open].").reading.actors if a.name == "Bendery"]
    assert town.kind is ActorKind.ORGANISATION
