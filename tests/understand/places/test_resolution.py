"""What names mean together: containers decide, neighbours draw, what is not known is not made up."""

from __future__ import annotations

import pytest

from sayso.lexicons import entries
from sayso.report import Report
from sayso.span import Span
from sayso.understand.places.candidates import candidates_of, containers_after
from sayso.understand.places.gazetteer import gazetteer
from sayso.understand.places.regions import region_named
from sayso.understand.places.report_countries import home_of, home_with_host, homes_of
from sayso.understand.places.resolution import Resolved, resolve


def meant(text: str, *names: str) -> list[Resolved | None]:
    return resolve(text, [Span(at := text.index(name), at + len(name)) for name in names])


def test_words_after_a_name_decide() -> None:
    (town,) = meant("A fire in Athens, Georgia, was put out.", "Athens")
    assert town is not None and (town.entry.geonames, town.why) == (4180386, "in Georgia")


def test_other_places_draw_an_ambiguous_name() -> None:
    alone, drawn = meant("Cambridge", "Cambridge"), meant("From Boston and Worcester to Cambridge, Mass.", "Cambridge", "Boston")
    assert alone[0] is not None and alone[0].entry.country == "GBR"
    assert drawn[0] is not None and drawn[0].entry.country == "USA"


def test_washington_alone_is_the_town() -> None:
    (town,) = meant("Snow fell in Washington.", "Washington")
    assert town is not None and town.entry.geonames == 4140963


def test_a_name_nobody_knows_lies_where_the_words_say_and_nowhere_else() -> None:
    (known,) = meant("the well at Qarmuun Spring, Chad", "Qarmuun Spring")
    assert known is not None and (known.is_named, known.entry.country, known.entry.lat) == (False, "TCD", None)
    assert meant("the well at Qarmuun Spring", "Qarmuun Spring") == [None]


def test_adjectives_are_places_only_where_asked_for() -> None:
    assert candidates_of("Danish") == ()
    assert candidates_of("Danish", demonyms=True)[0].country == "DNK"


def test_initials_are_no_town() -> None:
    assert candidates_of("EU") == ()


def test_a_container_is_a_country_or_region() -> None:
    text = "Dover, Del., and Tripoli (Lebanon) and Lyon, Paris"
    assert [[e.name for e in containers_after(text, text.index(n) + len(n))] for n in ("Dover", "Tripoli", "Lyon")] == [
        ["Delaware"], ["Lebanon"], [],
    ]  # fmt: skip


def test_the_outlet_has_a_country() -> None:
    assert home_of(Report("x", url="https://news.example.co.uk/1")) == "GBR"
    assert home_of(Report("x", url="https://example.io/1")) is None and home_of(Report("x")) is None


def test_the_words_of_a_paper_tell_its_home() -> None:
    text = "Oxford: the school board met at 12 N. Maple St. and the sheriff spoke."
    assert homes_of(Report(text)) == {"USA": 1.0}
    (town,) = resolve(text, [Span(0, 6)], countries=homes_of(Report(text)), home=home_with_host(Report(text)))
    assert town is not None and town.entry.country == "USA"
    assert homes_of(Report("The sheriff of Oxford spoke.")) == {}  # one word is too little
    assert homes_of(Report(text, url="https://example.co.uk/1")) == {"GBR": 0.5}  # the address wins


def test_a_paper_is_named_for_a_town() -> None:
    report = Report("Athens City Council met.", url="https://www.athensexample.com/1")
    (town,) = resolve(report.text, [Span(0, 6)], countries=homes_of(report), home=home_with_host(report))
    assert town is not None and town.entry.country == "USA"
    assert homes_of(Report("Rain fell in Athens.", url="https://www.athensexample.com/1")) == {}
    assert homes_of(Report("Athens City Council met.", url="https://www.example.com/1")) == {}


@pytest.mark.parametrize("name", ["London", "Moscow", "Jerusalem", "Tokyo"])
def test_a_great_city_stays_abroad_in_a_paper_from_home(name: str) -> None:
    text = f"The senator left a school board in Ohio and told the sheriff of {name}."
    report = Report(text, url=f"https://{name.lower()}example.com/1")
    spans = [Span(at := text.index(name), at + len(name))]
    (town,) = resolve(text, spans, countries=homes_of(report), home=home_with_host(report))
    assert town is not None and town.entry.country != "USA"


def test_a_town_with_a_council_is_no_state() -> None:
    (school,) = meant("Jordan High School won again.", "Jordan")
    (state,) = meant("Jordan won again.", "Jordan")
    assert school is not None and school.entry.precision == "town"
    assert state is not None and state.entry.country == "JOR" and state.entry.precision == "country"


def test_neighbours_draw_a_state() -> None:
    (state, *_) = meant("From Georgia to Armenia and Azerbaijan.", "Georgia", "Armenia", "Azerbaijan")
    assert state is not None and state.entry.country == "GEO"
    (region, *_) = meant("From Georgia to Ohio and Texas.", "Georgia", "Ohio", "Texas")
    assert region is not None and region.entry.country == "USA"


def test_regions_of_the_lexicon_have_a_state_and_no_point() -> None:
    (region, sea) = meant("From Darfur to the Red Sea", "Darfur", "Red Sea")
    assert region is not None and (region.entry.country, region.entry.lat, region.entry.geonames) == ("SDN", None, None)
    assert sea is not None and (sea.entry.country, sea.entry.precision) == (None, "region")


def test_every_region_of_the_lexicon_lies_in_a_state_that_the_gazetteer_knows() -> None:
    rows = entries("places/regions")
    assert all(row["country"] is None or gazetteer().country(row["country"]) for row in rows)
    assert all(region_named(row["word"]) is not None for row in rows)


def test_a_side_name_of_a_small_place_far_away_is_not_taken() -> None:
    (*_, island) = meant("Leeds, Bradford, York and Sears Point", "Leeds", "Bradford", "York", "Sears")
    assert island is not None and (island.is_named, island.entry.country) == (False, "GBR")
