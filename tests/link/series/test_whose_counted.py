"""Whose soldiers, ships, votes are counted: states by adjective and people, senders, and what a headline leaves out."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from numbers_given import soldiers

from sayso.findings.figure import Counted, Figure, FigureKind
from sayso.link.series import Given, Spot, Standing, standing_of, state_named, verdict_of
from sayso.link.series.headlines import with_headline
from sayso.link.series.holders import holder_of
from sayso.link.series.owners import are_two_owners
from sayso.link.series.peoples import is_people_of, owners_in
from sayso.link.series.stages import are_two_stages, stage_of
from sayso.span import Span

CHAD, NIGER = frozenset(("TCD",)), frozenset(("NER",))
MALI = Spot("Mali", "MLI", "country")
GAO = Spot("Gao", "MLI", "region", area="region")
OTHER = {"report": "r2", "giver": "vadia", "giver_name": "Vadia", "published": date(2031, 6, 2)}


@pytest.mark.parametrize(
    ("of", "owners"),
    [
        ("Chadian soldiers", {"TCD"}),
        ("CHADIANS", {"TCD"}),
        ("Chadian and Kenyan soldiers", {"TCD", "KEN"}),
        ("soldiers from Chad", {"TCD"}),
        ("South Sudanese refugees", {"SSD"}),
        ("Latin American tourists", set()),
        ("swiss cheese", set()),
        ("Seltish soldiers", set()),
    ],
)
def test_a_state_is_named_by_its_adjective_and_its_people(of: str, owners: set[str]) -> None:
    assert owners_in(of) == owners


def test_a_people_says_whose_and_not_what() -> None:
    assert is_people_of("Chadians")
    assert not is_people_of("soldiers")
    assert state_named("Chadian soldiers sent to Mali") == "Chad"
    assert state_named("Chadian and Kenyan soldiers") is None


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        (CHAD, NIGER, True),
        (CHAD, CHAD, False),
        (CHAD, CHAD | NIGER, True),
        (CHAD, frozenset(), False),
        (frozenset(("pelm",)), frozenset(("pelmish",)), False),
        (frozenset(("pelm",)), frozenset(("ostran",)), True),
        (CHAD, frozenset(("ostran",)), False),
    ],
)
def test_two_owners(one: frozenset[str], other: frozenset[str], two: bool) -> None:
    assert are_two_owners(one, other) is two
    assert are_two_owners(other, one) is two


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("sent", "present", False),
        ("gathered", "sent", False),
        ("present", "displaced", False),
        ("sent", "prepared", True),
        ("present", "prepared", True),
        ("present", "killed", True),
        ("sent", "training", True),
        ("killed", "killed or wounded", True),
        ("present", "expected", True),
    ],
)
def test_who_was_sent_is_there_and_nobody_else(one: str, other: str, two: bool) -> None:
    assert are_two_stages(frozenset((one,)), frozenset((other,))) is two
    assert are_two_stages(frozenset((other,)), frozenset((one,))) is two


APART = [
    (soldiers(owners=CHAD), soldiers(owners=NIGER, **OTHER)),
    (soldiers(owners=CHAD), soldiers(owners=CHAD | NIGER, **OTHER)),
    (soldiers(spots=(MALI,)), soldiers(spots=(GAO, MALI), **OTHER)),
    (soldiers(spots=(Spot("Mali", "MLI", "country", side="east"),)), soldiers(spots=(Spot("Mali", "MLI", "country", side="west"),), **OTHER)),
    (soldiers(spots=(MALI,)), soldiers(spots=(Spot("Mali", "MLI", "country", side="border"),), **OTHER)),
    (soldiers(of="votes", holder="marn"), soldiers(of="votes", holder="tarr", **OTHER)),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), APART)
def test_of_two_states_two_places_two_holders_there_are_two_numbers(one: Given, other: Given) -> None:
    assert verdict_of(one, other).apart
    assert verdict_of(other, one).apart


INCOME = {
    "kind": FigureKind.MONEY,
    "unit": "USD",
    "dimension": "USD",
    "of": "income",
    "things": frozenset(("income",)),
    "stages": frozenset(),
    "spots": (),
}


def test_one_company_s_income_is_not_another_s() -> None:
    mine, theirs = soldiers(40, whose="orm-bank", **INCOME), soldiers(90, whose="hadd-bank", **(INCOME | OTHER))
    assert verdict_of(mine, theirs).apart
    assert not verdict_of(mine, soldiers(40, whose="hadd-bank", **(INCOME | OTHER))).apart


def test_two_sums_of_sentences_that_name_nobody_in_common_are_two() -> None:
    mine = soldiers(40, **(INCOME | {"names": frozenset(("orm",))}))
    named, unnamed = (soldiers(50, **(INCOME | OTHER | {"names": frozenset((name,))})) for name in ("orm", "hadd"))
    assert verdict_of(mine, named).score > verdict_of(mine, unnamed).score + 0.2


def test_those_in_a_side_of_a_country_are_in_the_country() -> None:
    east = Spot("Mali", "MLI", "country", side="east")
    assert standing_of(soldiers(spots=(MALI,)), soldiers(spots=(east,), **OTHER)) is Standing.AGREE


def test_more_may_have_been_sent_since_and_fewer_may_not() -> None:
    later = OTHER | {"published": date(2031, 6, 1) + timedelta(days=3)}
    assert standing_of(soldiers(400), soldiers(5000, **later)) is Standing.AGREE
    assert standing_of(soldiers(5000), soldiers(400, **later)) is Standing.DISAGREE
    assert standing_of(soldiers(400), soldiers(5000, **OTHER)) is Standing.DISAGREE


VOTES = [
    ("Ida Marn won [41 percent] of the vote.", "marn"),
    ("President Marn has taken [41 percent] of the vote.", "marn"),
    ("[33 percent] of voters back Joss Tarr.", "tarr"),
    ("The opposition got [4 million] votes.", "opposition"),
    ("[40,000] votes were void.", None),
    ("Prices rose by [4 percent].", None),
]


@pytest.mark.parametrize(("marked", "holder"), VOTES)
def test_votes_are_somebody_s(marked: str, holder: str | None) -> None:
    text = marked.replace("[", "").replace("]", "")
    span = Span(marked.index("["), marked.index("]") - 1)
    kind = FigureKind.PERCENT if "percent" in marked else FigureKind.COUNT
    of = Counted(None, "votes") if " votes" in marked else None
    figure = Figure("f1", span, kind, 1, 1, None, False, of, None, None, None, None, None, (span,), 1.0, "test")
    assert holder_of(figure, of.words if of else "", text, Span(0, len(text))) == holder


STAGES = [
    ("[2,000] Chadians are now in Mali.", "Chadians", "present"),
    ("[60] miners are in hospital in Kolm after the blast.", "miners", None),
    ("The force will reach [4,000] by May.", "force", "expected"),
    ("Of 900 sent in May he said little, and predicted that the total would reach [4,000].", "", "expected"),
    ("[900] soldiers were killed or wounded.", "soldiers", "killed or wounded"),
    ("Selt has assembled [50,000] soldiers at its border.", "soldiers", "gathered"),
    ("[900] soldiers are training in Selt.", "soldiers", "training"),
]


@pytest.mark.parametrize(("marked", "of", "stage"), STAGES)
def test_where_they_are_is_told_from_what_became_of_them(marked: str, of: str, stage: str | None) -> None:
    text = marked.replace("[", "").replace("]", "")
    keys = stage_of(of, text, (0, len(text)), (marked.index("["), marked.index("]") - 1)).keys
    assert (stage in keys) if stage else "present" not in keys


def headline_and_text(**changes: object) -> tuple[Given, Given]:
    """Give the one number of a headline, of which little is told, and of the text below."""
    bare = {"stages": frozenset(), "done": "", "spots": (), "giver": None, "giver_name": None, "figure": "f0", "span": Span(0, 5)}
    return soldiers(**(bare | changes)), soldiers(low=3000, high=None, owners=CHAD, span=Span(90, 95))


def test_a_headline_s_number_is_that_of_the_text() -> None:
    above, below = with_headline(headline_and_text(), Span(0, 30))
    assert (above.stages, above.spots, above.giver, above.owners) == (below.stages, below.spots, below.giver, below.owners)
    assert (above.low, above.high) == (3000, None)
    assert below.owners == CHAD


def test_a_headline_s_number_stays_its_giver_s_where_the_text_has_it_of_two() -> None:
    above, below = headline_and_text(giver="vadia", giver_name="Vadia")
    theirs = replace(below, giver="orm", giver_name="Orm", span=Span(60, 65), figure="f1")
    mine = replace(below, giver="vadia", giver_name="Vadia", figure="f2")
    for text in ((theirs, mine), (mine, theirs)):
        assert next(with_headline((above, *text), Span(0, 30))).giver == "vadia"


def test_the_text_has_from_the_headline_what_it_does_not_say() -> None:
    one, other = headline_and_text(owners=CHAD)
    _, below = with_headline((one, soldiers(owners=frozenset(), stages=frozenset(), span=Span(90, 95))), Span(0, 30))
    assert below.owners == CHAD
    assert list(with_headline((one, other), None)) == [one, other]


@pytest.mark.parametrize("changes", [{"stages": frozenset(("killed",))}, {"owners": NIGER}, {"low": 400.0, "high": 400.0}])
def test_a_headline_of_something_else_stays_as_it_is(changes: dict[str, object]) -> None:
    pair = headline_and_text(**changes)
    assert tuple(with_headline(pair, Span(0, 30))) == pair
