"""What names mean together: containers decide, neighbours draw, what is not known is not made up."""

from __future__ import annotations

from sayso.report import Report
from sayso.span import Span
from sayso.understand.places.candidates import candidates_of, containers_after
from sayso.understand.places.report_countries import home_of
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
