"""Countries as places and words of time as findings: numbered, in order, none in furniture."""

from __future__ import annotations

from datetime import date

from marked_text import read


def test_a_country_after_a_preposition_is_a_place_once() -> None:
    got = read("Rain fell in {LOC:Ghana}. Crops failed across northern {LOC:Ghana} and in {LOC:Togo}.")
    assert [(p.id, p.country, p.name, p.span.of(got.text)) for p in got.reading.places] == [
        ("p1", "GHA", "Ghana", "Ghana"),
        ("p2", "TGO", "Togo", "Togo"),
    ]


def test_a_country_that_acts_is_no_place() -> None:
    assert read("{LOC:Ghana} closed the port.").reading.places == ()


def test_times_are_numbered_and_say_what_they_were_resolved_against() -> None:
    got = read("On Monday rain fell. On 3 March 2011 it had not.")
    first, second = got.reading.times
    assert (first.id, first.words, first.start, first.against) == ("t1", "Monday", date(2024, 10, 21), "published")
    assert (second.id, second.value, second.against) == ("t2", "2011-03-03", None)


def test_without_publication_a_weekday_keeps_its_words_only() -> None:
    (only,) = read("On Monday rain fell.", published=None).reading.times
    assert (only.words, only.start, only.value, only.against) == ("Monday", None, None, None)


def test_times_in_furniture_are_not_found() -> None:
    assert read("Rain fell.\nPublished on Monday", furniture="Published on Monday").reading.times == ()
