"""Behind how many origins a claim stands: speakers, agencies, outlets, media without names, rings; and what carries nothing."""

from __future__ import annotations

import random
from datetime import date

import pytest
from retold import AFTER, FIRE, FLAMES, begun, carried, found_by, origins, quoting, reading

from sayso.findings.statement import Act
from sayso.link.origins import OriginKind, Telling, origins_among, origins_of
from sayso.span import Span

LATER = date(2031, 5, 2)


def test_a_speaker_in_many_outlets_is_one_origin() -> None:
    found = origins(
        quoting("a", "Hill Echo", "Dora Wick, the spokeswoman of Halm's fire brigade,"),
        quoting("b", "Vale Star", "Halm's fire brigade", words=FLAMES),
        quoting("c", "Fen Mail", "the spokeswoman of Halm's fire brigade"),
        quoting("d", "Moor Globe", "Dora Wick", "told the Lower Post"),
        quoting("e", "Sand Mail", "Wick"),
    )
    assert [(each.name, each.kind, "".join(each.reports)) for each in found] == [("Dora Wick", OriginKind.ACTOR, "abcde")]
    assert found[0].outlets == ("Fen Mail", "Hill Echo", "Moor Globe", "Sand Mail", "Vale Star")
    assert found[0].reasons[0] == "a: has it from Dora Wick (“Dora Wick, the spokeswoman of Halm's fire brigade”)"


def test_speakers_for_different_bodies_are_two() -> None:
    both = f"{begun(FIRE)}, Dora Wick, the head of Halm's fire brigade, said. Carl Marr, a director of the Gost oil company, said the same."
    reports = (
        quoting("a", "Hill Echo", "Dora Wick, the head of Halm's fire brigade,"),
        quoting("b", "Vale Star", "Carl Marr, a director of the Gost oil company,"),
        reading(
            "c",
            "Fen Mail",
            both,
            said=[
                ("Dora Wick, the head of Halm's fire brigade", "said", begun(FIRE)),
                ("Carl Marr, a director of the Gost oil company", "said", "the same"),
            ],
        ),
    )
    assert carried(*reports) == {"Dora Wick": "ac", "Carl Marr": "bc"}


def test_a_speaker_the_syntax_left_in_the_words_said() -> None:
    text = f"{begun(FIRE)}, Dora Wick, the head of Halm's fire brigade, said.{AFTER}"
    swallowed = reading("b", "Fen Mail", text, said=[("", "said", f"{begun(FIRE)}, Dora Wick, the head of Halm's fire brigade")])
    assert carried(quoting("a", "Hill Echo", "Dora Wick"), swallowed) == {"Dora Wick": "ab"}


def test_an_agency_by_credit_dateline_name_and_copy_is_one() -> None:
    found = origins(
        reading("a", "Lower Post", f"GOST (AP) — {begun(FIRE)}.{AFTER}", agency="AP"),
        reading("b", "Hill Echo", f"By the Associated Press\n\n{begun(FIRE)}.{AFTER}"),
        reading("c", "Vale Star", f"{begun(FIRE)}.{AFTER}\n\n(AP)", published=LATER),
        reading("d", "Fen Mail", f"{begun(FIRE)}.\n\nRain fell.", published=LATER),
        quoting("e", "Moor Globe", "the Associated Press", "reported", FLAMES),
    )
    assert [(each.name, each.kind, "".join(each.reports)) for each in found] == [("Associated Press", OriginKind.AGENCY, "abcde")]


def test_citations_are_followed_at_any_remove() -> None:
    assert carried(
        found_by("a", "Hill Echo"),
        quoting("b", "Vale Star", "the Hill Echo", "writes", FLAMES),
        quoting("c", "Fen Mail", "the Vale Star", "reports"),
        quoting("d", "Moor Globe", "local radio, citing no other source than the Fen Mail,", "says"),
    ) == {"Hill Echo": "abcd"}


def test_two_outlets_that_cite_each_other_are_two_and_whoever_cites_one_carries_one() -> None:
    mine = f"{begun(FIRE)}, our correspondent in Gost has established. The Vale Star reports the same."
    theirs = f"{begun(FLAMES)}, our reporters found. The Hill Echo reports the same."
    assert carried(
        reading("a", "Hill Echo", mine, said=[("The Vale Star", "reports", "the same")]),
        reading("b", "Vale Star", theirs, said=[("The Hill Echo", "reports", "the same")]),
        quoting("c", "Fen Mail", "the Hill Echo", "writes"),
    ) == {"Hill Echo": "abc", "Vale Star": "ab"}


def test_a_ring_is_one_untraced_origin() -> None:
    ring = (
        quoting("a", "Hill Echo", "the Vale Star", "reports"),
        quoting("b", "Vale Star", "the Fen Mail", "reports", FLAMES),
        quoting("c", "Fen Mail", "the Hill Echo", "reports"),
        quoting("d", "Moor Globe", "the Hill Echo", "reports"),
    )
    found = origins(*ring)
    assert [(each.name, each.kind, "".join(each.reports)) for each in found] == [(None, OriginKind.UNTRACED, "abcd")]
    assert carried(*ring, found_by("e", "Sand Mail")) == {None: "abcd", "Sand Mail": "e"}


def test_media_without_a_name_lead_to_the_paper_of_the_place_where_it_is_at_hand() -> None:
    told = (
        quoting("a", "Hill Echo", "local media in Gost", "reported"),
        quoting("b", "Vale Star", "a newspaper in Gost", "reported"),
    )
    found = origins(*told)
    assert [(each.name, each.kind, "".join(each.reports)) for each in found] == [(None, OriginKind.UNNAMED, "ab")]
    assert carried(*told, found_by("c", "Gost Valley Herald")) == {"Gost Valley Herald": "abc"}
    assert carried(*told, found_by("c", "Halm Herald")) == {None: "ab", "Halm Herald": "c"}


@pytest.mark.parametrize(
    "source",
    [
        "two officials who asked not to be named",
        "a source in the ministry",
        "people who have seen the papers",
        "an official of the ministry",
        "a guard at the depot",
        "residents",
    ],
)
def test_people_whom_nobody_names_leave_the_outlet_that_heard_them(source: str) -> None:
    heard = quoting("a", "Hill Echo", source)
    retold = quoting("b", "Vale Star", source, "told the Hill Echo")
    assert carried(heard) == {"Hill Echo": "a"}
    assert carried(heard, retold, quoting("c", "Fen Mail", "the Hill Echo", "writes")) == {"Hill Echo": "abc"}


def test_whoever_speaks_by_office_is_somebody() -> None:
    assert carried(quoting("a", "Hill Echo", "a spokesman for the interior ministry of Halm")) == {
        "interior ministry of Halm": "a"
    }


@pytest.mark.parametrize(
    ("outlet", "text"),
    [
        ("Dora Wick", f"{begun(FIRE)}. I am on the spot."),
        ("Chirper", f"Post by Dora Wick\n\n{begun(FIRE)}."),
        ("Vale Star", f"{begun(FIRE)}, according to a post by Dora Wick.{AFTER}"),
        ("Vale Star", f"{begun(FIRE)}, Dora Wick, the mayor of Gost, has written on a social network.{AFTER}"),
    ],
)
def test_a_post_is_its_writers(outlet: str, text: str) -> None:
    assert carried(quoting("a", "Hill Echo", "Dora Wick, the mayor of Gost,", "wrote"), reading("b", outlet, text)) == {
        "Dora Wick": "ab"
    }


def test_a_press_release_is_the_bodys_also_where_it_is_printed_under_a_byline() -> None:
    body = f"{begun(FIRE)}. Nobody was hurt in it. Work goes on."
    assert carried(
        reading("a", "Halm's fire brigade", f"Press release of Halm's fire brigade\n\n{body}"),
        reading("b", "Hill Echo", f"By our staff\n\n{body}", published=LATER),
    ) == {"Halm's fire brigade": "ab"}


def test_versions_of_a_page_are_one_outlets() -> None:
    page = "https://hill.example/fire"
    assert carried(
        found_by("a", "Hill Echo", url=page),
        reading("b", "Hill Echo", f"Update: {FIRE}. Two tanks burn.", url=f"{page}?v=2", published=LATER),
        quoting("c", "Fen Mail", "the Hill Echo", "reports"),
    ) == {"Hill Echo": "abc"}


def test_own_words_that_agree_by_accident_are_no_reprint() -> None:
    assert carried(found_by("a", "Hill Echo"), found_by("b", "Vale Star")) == {"Hill Echo": "a", "Vale Star": "b"}


@pytest.mark.parametrize(
    "other",
    [
        quoting("b", "Vale Star", "the mayor of Gost", "denied", act=Act.DENY),
        quoting("b", "Vale Star", "the mayor of Gost", "could not confirm", act=Act.SILENT),
        reading("b", "Vale Star", f"The mayor of Gost would not comment on the report that {FIRE}.{AFTER}"),
        reading("b", "Vale Star", f"The report that {FIRE} is false, Dora Wick said.{AFTER}"),
        reading("b", "Vale Star", f"It is unclear whether {FIRE}.{AFTER}"),
        reading("b", "Vale Star", f"Is it true that {FIRE}?{AFTER}"),
        quoting("b", "Vale Star", "Dora Wick", words="no fire has destroyed the oil depot at Gost"),
        reading("b", "Vale Star", "The choir of the oil depot at Halm came first at a festival. Snow is expected on Sunday."),
    ],
)
def test_what_does_not_stand_by_the_claim_carries_nothing(other: object) -> None:
    assert carried(found_by("a", "Hill Echo"), other) == {"Hill Echo": "a"}  # type: ignore[arg-type]


def test_another_figure_is_another_claim() -> None:
    told = "a fire has destroyed nineteen tanks at Gost"
    same, other = "19 tanks at Gost were destroyed by a fire", "a fire has destroyed 23 tanks at Gost"
    found = carried(
        found_by("a", "Hill Echo", told),
        quoting("b", "Vale Star", "the Hill Echo", "reports", same),
        found_by("c", "Fen Mail", other),
        words=told,
    )
    assert found == {"Hill Echo": "ab"}


def test_what_is_told_may_have_a_subject_the_syntax_takes_for_a_speaker() -> None:
    text = f"Halm has called up 6,000 reservists, the Hill Echo reports.{AFTER}"
    misread = reading(
        "b",
        "Vale Star",
        text,
        said=[("Halm", "has called up", "6,000 reservists"), ("the Hill Echo", "reports", "Halm has called up 6,000 reservists")],
    )
    words = "Halm has called up 6,000 reservists"
    assert carried(found_by("a", "Hill Echo", words), misread, words=words) == {"Hill Echo": "ab"}


def test_the_order_of_the_reports_changes_nothing() -> None:
    reports = [
        found_by("a", "Hill Echo"),
        quoting("b", "Vale Star", "Dora Wick, the mayor of Gost,", words=FLAMES),
        reading("c", "Fen Mail", f"GOST (Reuters) - {begun(FIRE)}.{AFTER}"),
        reading("d", "Moor Globe", f"{begun(FIRE)}.{AFTER}", published=LATER),
        quoting("e", "Sand Mail", "the Vale Star", "reports"),
        quoting("f", "Rook Mail", "local media", "reported"),
    ]
    wanted = origins(*reports)
    assert {origin.name: "".join(origin.reports) for origin in wanted} == {
        "Hill Echo": "a",
        "Dora Wick": "be",
        "Reuters": "cd",
        None: "f",
    }
    start = reports[0].report.text.index(begun(FIRE))
    for seed in range(20):
        shuffled = random.Random(seed).sample(reports, len(reports))
        assert origins_of(shuffled, ("a", Span(start, start + len(FIRE)))) == wanted


def test_tellings_found_elsewhere_are_taken_as_they_are() -> None:
    one, other = (
        found_by("a", "Hill Echo"),
        quoting("b", "Vale Star", "the Hill Echo", "writes", "the town has lost its store of fuel"),
    )
    tellings = [Telling(each, each.sentences[0]) for each in (other, one)]
    assert [(origin.name, origin.reports) for origin in origins_among(tellings)] == [("Hill Echo", ("a", "b"))]


def test_a_report_that_is_not_there_is_told() -> None:
    with pytest.raises(KeyError):
        origins_of([found_by("a", "Hill Echo")], ("b", Span(0, 4)))


def test_an_office_that_one_report_gives_joins_the_person_and_the_body() -> None:
    told = quoting("a", "Hill Echo", "Dora Wick"), quoting("b", "Vale Star", "Halm's fire brigade")
    elsewhere = reading("c", "Fen Mail", "Dora Wick, the head of Halm's fire brigade, opened a new station on Monday.")
    assert carried(*told) == {"Dora Wick": "a", "Halm's fire brigade": "b"}
    assert carried(*told, elsewhere) == {"Dora Wick": "ab"}


def test_a_name_within_a_longer_name_of_a_paper_is_not_the_paper() -> None:
    assert carried(quoting("a", "Vale Star", "the Kirk Herald", "reports")) == {"Kirk Herald": "a"}


def test_a_source_cut_within_a_word_is_none() -> None:
    words = "the bank of Orsk has lost 3 million crowns"
    text = f"{begun(words)}, the Hill Echo reports.{AFTER}"
    cut = reading("b", "Vale Star", text, said=[("The bank of Or", "reports", "sk has lost 3 million crowns")])
    assert carried(found_by("a", "Hill Echo", words), cut, words=words) == {"Hill Echo": "ab"}


def test_a_platform_is_no_outlet() -> None:
    post = reading("a", "Chirper", f"{begun(FIRE)}.", title="Post of Dora Wick on Chirper")
    retold = reading(
        "b", "Vale Star", f"On Chirper Dora Wick wrote: “{begun(FIRE)}.”", said=[("Dora Wick", "wrote", f"“{begun(FIRE)}.”")]
    )
    assert carried(post, retold) == {"Dora Wick": "ab"}


@pytest.mark.parametrize(
    ("outlet", "title", "text"),
    [
        ("Chirper", "A depot burns", f"{begun(FIRE)}."),
        ("Dora Wick (Chirper)", "A depot burns", f"{begun(FIRE)}."),
        ("@dorawick", "A depot burns", f"We have learned it this morning: {FIRE}."),
        ("Chirper", "A depot burns", f"{begun(FIRE)}.\n\n— Dora Wick"),
    ],
)
def test_a_post_that_names_nobody_is_whose_others_say_it_is(outlet: str, title: str, text: str) -> None:
    retold = quoting("b", "Vale Star", "Dora Wick", "wrote on Chirper", published=LATER)
    spoken = reading("c", "Fen Mail", f"Dora Wick on Chirper: “{begun(FLAMES)}.”{AFTER}", published=LATER)
    assert carried(reading("a", outlet, text, title=title), retold, spoken) == {"Dora Wick": "abc"}


def test_a_report_that_says_once_from_whom_it_is_need_not_say_it_again() -> None:
    text = f"{begun(FIRE)}. In a message Dora Wick, the mayor of Gost, said that {FIRE}.{AFTER}"
    again = reading("b", "Vale Star", text, said=[("Dora Wick, the mayor of Gost", "said", f"that {FIRE}")])
    assert carried(quoting("a", "Hill Echo", "Dora Wick"), again) == {"Dora Wick": "ab"}


def test_a_post_may_be_a_bodys_and_spoken_of_before_it_is_quoted() -> None:
    spoken = f"Dora Wick, the mayor of Gost, spoke of it on Chirper. “{begun(FIRE)},” the post says.{AFTER}"
    assert carried(
        quoting("a", "Hill Echo", "Dora Wick"),
        reading("b", "Vale Star", spoken, said=[("the post", "says", f"“{begun(FIRE)},”")]),
    ) == {"Dora Wick": "ab"}
    assert carried(
        quoting("a", "Hill Echo", "Halm's fire brigade"),
        reading("b", "Vale Star", f"{begun(FIRE)}, according to a post by Halm's fire brigade.{AFTER}"),
        reading("c", "Fen Mail", f"The fire brigade of Halm wrote on Chirper that {FLAMES}.{AFTER}"),
    ) == {"Halm's fire brigade": "abc"}


def test_an_account_is_whose_a_report_says_it_is() -> None:
    assert carried(
        quoting("a", "Hill Echo", "Dora Wick (@gost_mayor)", "wrote"),
        quoting("b", "Vale Star", "the account @gost_mayor", "wrote"),
    ) == {"Dora Wick": "ab"}


@pytest.mark.parametrize(
    "told",
    [
        f"{begun(FLAMES)}. Dora Wick, the mayor of Gost, published the news on her page.",
        f"{begun(FLAMES)}, Dora Wick, the mayor of Gost, wrote on Chirper on Tuesday.",
    ],
)
def test_who_wrote_it_may_stand_in_other_forms_and_after_the_telling(told: str) -> None:
    first = quoting("a", "Hill Echo", "Dora Wick", "wrote on Chirper")
    assert carried(first, reading("b", "Vale Star", f"{told}{AFTER}", published=LATER)) == {"Dora Wick": "ab"}
