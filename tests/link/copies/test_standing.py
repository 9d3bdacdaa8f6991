"""Whose text a report prints: the reprint, the cut, the reworded, the excerpt, the version, and two reporters at one speech."""

from __future__ import annotations

import itertools
from datetime import date

from sayso.link.copies.alignment import passages
from sayso.link.copies.body import Body, body_of
from sayso.link.copies.kinship import kinship
from sayso.link.copies.prints import Print, first_printed_by, print_of
from sayso.link.copies.signatures import signature
from sayso.link.copies.standing import Copy, CopyKind, copies_among, root_of
from sayso.report import Report
from sayso.span import Span

STORY = (
    "The harbour board of Ostrava Quay voted late on Monday to close both grain terminals until the dredging of the western channel is done.\n\n"
    "Four ships loaded with barley were turned away within an hour of the vote, the harbour master said, and two more were told to wait.\n\n"
    "Farmers in the upper valley had asked for a delay of three weeks so that the harvest could leave before the first frost.\n\n"
    "The board's chair, Ilse Varga, rejected that request and pointed to soundings that showed the channel had lost two metres since May.\n\n"
    "Insurers warned in August that they would no longer cover vessels with a draught of more than nine metres at the quay.\n\n"
    "Work is to begin on Thursday and will cost about 40 million crowns, most of it paid by the province."
)
REWORDED = (
    "Both grain terminals at Ostrava Quay will shut until the dredging of the western channel is done, the harbour board decided late on Monday.\n\n"
    "According to the harbour master, four ships loaded with barley were turned away within an hour of the vote; two others must wait.\n\n"
    "A delay of three weeks had been sought by farmers in the upper valley so that the harvest could leave before the frost.\n\n"
    "Chair Ilse Varga rejected that request, citing soundings that showed the channel had lost two metres since May.\n\n"
    "In August insurers said they would no longer cover vessels with a draught of more than nine metres.\n\n"
    "The work starts on Thursday and will cost about 40 million crowns, most of which the province pays."
)
OTHER = (
    "Barley prices rose by a tenth on Tuesday after the closure of the terminals at Ostrava Quay took traders by surprise.\n\n"
    "Brokers said mills in the south had stocks for ten days, and one of them was already asking railways for wagons.\n\n"
    "Ilse Varga, who chairs the harbour board, told a local radio station that she understood the anger of the farmers.\n\n"
    "A spokesman for the province would not say whether growers could expect compensation."
)
SPEECH = (
    "“We did not choose this hour, and we did not choose this river, but we will answer to those who come after us for what we do with both, "
    "and I would rather answer for a closed gate than for a drowned crew”"
)
MONDAY, TUESDAY = date(2031, 3, 3), date(2031, 3, 4)


def report(
    name: str, text: str = STORY, *, day: date | None = MONDAY, agency: str | None = None, place: str | None = None
) -> Report:
    """Give a report of the outlet of that name."""
    return Report(
        text=text,
        outlet=name,
        published=day,
        agency=agency,
        place_of_origin=place or f"https://{name.split()[0].lower()}.example/1",
    )


def held(*reports: Report) -> list[tuple[Print, Body]]:
    """Give the reports as `copies_among` takes them."""
    return [(print_of(one, body_of(one)), body_of(one)) for one in reports]


def found(*reports: Report) -> dict[str, tuple[str, CopyKind]]:
    """Give, by outlet, whose text each report prints and how."""
    names = {one.key: str(one.outlet) for one in reports}
    return {names[key]: (names[copy.of], copy.kind) for key, copy in copies_among(held(*reports)).items()}


def test_the_same_words_later_are_a_reprint_of_the_earlier() -> None:
    assert found(report("Quay Echo", day=TUESDAY), report("Valley Post")) == {"Quay Echo": ("Valley Post", CopyKind.SAME)}


def test_an_agencys_own_page_comes_first_even_a_day_later() -> None:
    wire = report("Associated Press", day=TUESDAY, agency="AP")
    assert found(report("Quay Echo", agency="AP"), wire) == {"Quay Echo": ("Associated Press", CopyKind.SAME)}


def test_a_cut_story_and_a_reworded_one_are_known() -> None:
    short = report("Quay Echo", "\n\n".join(STORY.split("\n\n")[:2]), day=TUESDAY)
    other = report("Ridge Herald", REWORDED, day=TUESDAY)
    assert found(short, other, report("Valley Post")) == {
        "Quay Echo": ("Valley Post", CopyKind.CUT),
        "Ridge Herald": ("Valley Post", CopyKind.REWORDED),
    }


def test_a_report_with_a_passage_of_another_stays_a_source_of_its_own() -> None:
    passage = "\n\n".join(STORY.split("\n\n")[2:5])
    host = report("Ridge Herald", f"{OTHER}\n\n{passage}\n\n{OTHER[::-1]}", day=TUESDAY)
    assert found(host, report("Valley Post")) == {"Ridge Herald": ("Valley Post", CopyKind.EXCERPT)}
    (copy,) = copies_among(held(host, report("Valley Post"))).values()
    assert not copy.is_reprint
    assert root_of(copy.report, {copy.report: copy}) == copy.report


def test_two_stories_on_one_event_are_no_copies() -> None:
    assert found(report("Valley Post"), report("Ridge Herald", OTHER)) == {}


def test_two_reporters_at_one_speech_are_no_copies() -> None:
    one = report("Valley Post", f"{STORY}\n\n{SPEECH}, Ilse Varga told the crowd.")
    other = report("Ridge Herald", f"{OTHER}\n\nOn the pier she put it in these words: {SPEECH}.")
    assert passages(body_of(one), body_of(other)) == ()
    assert found(one, other) == {}


def test_a_paragraph_an_outlet_prints_again_is_no_excerpt_of_its_own_story() -> None:
    passage = "\n\n".join(STORY.split("\n\n")[2:5])
    later = report("Valley Post", f"{OTHER}\n\n{passage}\n\n{OTHER[::-1]}", day=TUESDAY, place="https://valley.example/2")
    assert found(report("Valley Post"), later) == {}


def test_a_changed_page_is_a_version() -> None:
    first = report("Valley Post", place="https://valley.example/9")
    second = report(
        "Valley Post", STORY + "\n\nThe province said on Tuesday it would pay.", day=TUESDAY, place="https://valley.example/9"
    )
    copies = copies_among(held(second, first))
    assert [(copy.of, copy.kind) for copy in copies.values()] == [(first.key, CopyKind.VERSION)]


def test_an_outlet_named_as_the_source_comes_before_who_prints_the_same_on_its_day() -> None:
    note = report("Ridge Herald", f"{STORY}\n\nThis story was first published by the Valley Post.", day=TUESDAY)
    copies = found(report("Alder Star"), report("Valley Post"), note)
    assert copies == {"Alder Star": ("Valley Post", CopyKind.SAME), "Ridge Herald": ("Valley Post", CopyKind.REPRINT)}


def test_a_link_to_the_original_names_it() -> None:
    note = report("Ridge Herald", f"{STORY}\n\nOriginal article: https://www.valley.example/1", day=TUESDAY)
    assert found(report("Alder Star"), report("Valley Post"), note)["Alder Star"] == ("Valley Post", CopyKind.SAME)


def test_notes_on_the_source_are_read() -> None:
    noted = {
        "This article originally appeared in The Valley Post.": "Valley Post",
        "Republished with permission of the Valley Post": "Valley Post",
        "Source: The Valley Post": "Valley Post",
        "Read the original article at https://valley.example/1": "valley.example",
        "A source said the post in the valley was closed.": None,
        "More on this at https://valley.example/2": None,
        "The Valley Post first reported on the closure.": None,
        "Her first book was published in Prague.": None,
    }
    assert {words: first_printed_by(report("Ridge Herald", f"{OTHER}\n\n{words}")) for words in noted} == noted


def test_furniture_and_headline_do_not_count() -> None:
    menu = "Front page Weather Sport Subscribe to our evening letter "
    bare, dressed = Body(STORY), Body(menu + STORY, [Span(0, len(menu))])
    assert bare.digest == dressed.digest
    assert dressed.span(0, 1).of(menu + STORY) == "The harbour"


def test_whatever_the_order_of_reading() -> None:
    reports = [
        report("Valley Post", agency="AP"), report("Associated Press", day=TUESDAY, agency="AP"), report("Alder Star", REWORDED, day=None),
        report("Quay Echo", "\n\n".join(STORY.split("\n\n")[:3])), report("Ridge Herald", OTHER),
    ]  # fmt: skip
    told = {tuple(sorted(found(*order).items())) for order in itertools.permutations(reports)}
    assert len(told) == 1
    assert {of for _, (of, _) in next(iter(told))} == {"Associated Press"}


def test_kinship_is_the_same_from_either_side() -> None:
    one, other = Body(STORY), Body(REWORDED)
    here, there = kinship(one, other), kinship(other, one)
    assert here is not None and there is not None
    assert here == there.turned()
    assert 0.5 < here.share <= 1 and here.alike < 0.75


def test_signatures_of_kin_share_runs_and_are_kept_as_they_are() -> None:
    first, second = signature(Body(STORY)), signature(Body("\n\n".join(STORY.split("\n\n")[1:4])))
    assert len(set(first) & set(second)) >= 3
    assert all(0 <= run < 2**31 for run in first)
    assert signature(Body("one two three")) == ()
    # What stands in a ledger must be found again by a later version: change SCHEME where these change.
    assert signature(Body("the quick brown fox jumps over the lazy dog and runs far away")) == GOLDEN


def test_flashes_are_copies_only_word_for_word() -> None:
    flash = (
        "URGENT Harbour board of Ostrava Quay votes to close both grain terminals until dredging is done, chair Ilse Varga says"
    )
    later = flash.replace("URGENT", "UPDATE 1")
    assert found(report("Valley Post", flash), report("Quay Echo", later, day=TUESDAY)) == {}
    assert found(report("Valley Post", flash), report("Quay Echo", flash, day=TUESDAY)) == {
        "Quay Echo": ("Valley Post", CopyKind.SAME)
    }


def test_a_text_of_no_words_is_nobodys_copy() -> None:
    empty, signs = report("Valley Post", "…"), report("Quay Echo", "—")
    assert found(empty, signs) == {}


def test_a_copy_tells_why_the_other_comes_first() -> None:
    wire, reprint = report("Associated Press", agency="AP"), report("Quay Echo", agency="AP", day=TUESDAY)
    (copy,) = copies_among(held(reprint, wire)).values()
    assert isinstance(copy, Copy)
    assert copy.reasons == ("Associated Press is an agency's own page", "credits AP", "published 1 day later")


GOLDEN: tuple[int, ...] = (1842466534, 1865012071)
