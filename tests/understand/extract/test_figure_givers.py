"""Whose number it is: giver by the innermost statement, owner by possession, place by what follows."""

from __future__ import annotations

import pytest
from marked_text import read

from sayso.flow import read_text
from sayso.understand.encoder import model_folder


def test_the_giver_is_the_speaker_of_the_statement_that_carries_it() -> None:
    got = read("[S1:The hospital] [Q1:said] [C1:that 14 people had died].")
    figure = got.figure("14")
    assert (got.key(figure.giver), figure.statement) == ("hospital", got.statements[0].id)
    assert figure.of is not None and figure.of.words == "people"


def test_the_reports_own_number_has_no_giver() -> None:
    figure = read("The flood killed 14 people.").figure("14")
    assert (figure.giver, figure.statement) == (None, None)


def test_of_two_levels_the_inner_gives_the_number() -> None:
    got = read("[S1:Local media] [Q1:reported] that [S2:the hospital] [Q2:said] [C2:14 people had died].")
    assert got.key(got.figure("14").giver) == "hospital"


def test_a_number_outside_the_words_is_not_the_speakers() -> None:
    got = read("After 14 days of rain [S1:the hospital] [Q1:said] [C1:that the ward was full].")
    assert got.figure("14 days").giver is None


@pytest.mark.parametrize(
    "marked",
    [
        "[S1:The hospital] [Q1:asked] [C1:whether 14 people had died].",
        "[S1:The hospital] [Q1:declined] [C1:to say whether 14 people had died].",
        "[S1:The hospital] [Q1:has not denied] [C1:that 14 people died].",
    ],
)
def test_who_asks_or_is_silent_gives_no_number(marked: str) -> None:
    assert read(marked).figure("14").giver is None


@pytest.mark.parametrize(
    ("marked", "words", "whose"),
    [
        ("{LOC:Ghana} has 90 boats.", "90", "GHA"),
        ("{LOC:Ghana}’s 90 boats left.", "90", "GHA"),
        ("The flood took 90 {NORP:Ghanaian} boats.", "90", "GHA"),
        ("{PER:Ana Reyes} has 90 boats.", "90", None),
        ("The flood took 90 boats in {LOC:Ghana}.", "90", None),
    ],
)
def test_whose_it_is(marked: str, words: str, whose: str | None) -> None:
    got = read(marked)
    assert got.key(got.figure(words).whose) == whose


def test_where_it_holds() -> None:
    got = read("The flood took 90 boats in {LOC:Ghana}, and 40 drifted.")
    place = next(p for p in got.reading.places if p.id == got.figure("90").where)
    assert place.country == "GHA" and got.figure("40").where is None


def test_figures_in_furniture_are_not_found() -> None:
    assert read("The flood came.\n14 comments", furniture="14 comments").reading.figures == ()


def test_figures_are_numbered_in_text_order_with_evidence_that_holds_them() -> None:
    got = read("[S1:The hospital] [Q1:said] [C1:that 14 people had died and about 60 were hurt]. It has 200 beds.")
    figures = got.reading.figures
    assert [f.id for f in figures] == [f"f{n}" for n in range(1, len(figures) + 1)]
    assert all(any(e.covers(f.span) for e in f.evidence) for f in figures)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "giver"),
    [
        (
            "According to the Lantern, the ministry has estimated $10 billion is lost every year.",
            "estimated $10 billion",
            "ministry",
        ),
        ("According to data from Norway's Fisheries Council (NFC), 310 boats were seized.", "310", "Fisheries Council"),
        ("Police discovered about 1,000 pounds of hashish during a raid.", "about 1,000 pounds", None),
        ("The harbour police estimate 50,000 litres of diesel cross the river each day.", "50,000 litres", "harbour police"),
        ("The town lost 60 tons of tea and 11 tons of rice since May, said Rask.", "60 tons", "Rask"),
        ("A July survey by Norwegian newspaper The Lantern found that 40 boats had sunk.", "40", "Lantern"),
        ("Figures released by Norway show that 40 boats had sunk.", "40", "Norway"),
        ("Inspectors found that 40 of the tanks were leaking.", "40", "Inspectors"),
    ],
)
def test_who_reckons_it(text: str, words: str, giver: str | None) -> None:
    if not (model_folder() / "encoder.onnx").is_file():
        pytest.skip("no shipped model: training/export.py makes it")
    reading = read_text(text, given={"published": "2024-10-24", "language": "en"})
    figure = next(one for one in reading.figures if one.span.of(text) == words)
    assert next((actor.name for actor in reading.actors if actor.id == figure.giver), None) == giver
