"""Whether two figures are one quantity, and what became of it."""

from datetime import date
from time import perf_counter

import pytest
from numbers_given import dead, soldiers

from sayso.findings.figure import FigureKind
from sayso.link.series import Given, Spot, Standing, standing_of, verdict_of

ORM, HADD = Spot("Orm", "VAD", "town", 50.0, 10.0), Spot("Hadd", "VAD", "town", 55.0, 10.0)
OTHER = {"report": "r2", "giver": "vadia", "giver_name": "Vadia", "published": date(2031, 6, 2)}
APART = [
    (soldiers(), soldiers(stages=frozenset(("prepared",)), **OTHER)),
    (dead(10), dead(10, stages=frozenset(("wounded",)), **OTHER)),
    (soldiers(), soldiers(of="lorries", things=frozenset(("lorry",)), **OTHER)),
    (soldiers(), soldiers(kind=FigureKind.MONEY, unit="USD", dimension="USD", **OTHER)),
    (dead(10, spots=(ORM,)), dead(31, spots=(HADD,), **OTHER)),
    (dead(10), dead(10, happening=frozenset(("fire",)), setting=frozenset(("fire",)), **OTHER)),
    (dead(10), dead(12, part=True)),
    (dead(14, start=date(2028, 1, 1), end=date(2029, 1, 1)), dead(31, start=date(2030, 1, 1), end=date(2031, 1, 1), **OTHER)),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_counts_something_else_is_apart(one: Given, other: Given) -> None:
    verdict = verdict_of(one, other)
    assert verdict.apart
    assert not verdict.same_quantity
    assert verdict.reasons
    assert verdict == verdict_of(other, one)


@pytest.mark.parametrize(
    ("one", "other", "standing"),
    [
        (soldiers(low=3000, high=None), soldiers(10000, **OTHER), Standing.AGREE),
        (soldiers(low=11000, high=12000), soldiers(low=10000, high=None, **OTHER), Standing.AGREE),
        (soldiers(10000), soldiers(low=None, high=500, **OTHER), Standing.DISAGREE),
        (soldiers(1500), soldiers(3000, report="r2", published=date(2031, 6, 9)), Standing.REVISED),
        (soldiers(3000), soldiers(3000, report="r2", published=date(2031, 6, 9)), Standing.AGREE),
        (dead(600), dead(612, **OTHER), Standing.AGREE),
        (dead(10), dead(40, **(OTHER | {"published": date(2031, 6, 20)})), Standing.AGREE),
        (dead(10), soldiers(3000, **OTHER), Standing.ANOTHER),
    ],
)  # fmt: skip
def test_two_figures_agree_are_revised_or_disagree(one: Given, other: Given, standing: Standing) -> None:
    assert standing_of(one, other) is standing
    assert standing_of(other, one) is standing


def test_a_measure_is_one_in_two_units() -> None:
    told = {
        "kind": FigureKind.MEASURE,
        "dimension": "length",
        "of": "convoy",
        "things": frozenset(("convoy",)),
        "stages": frozenset(),
    }
    one = soldiers(64, unit="kilometre", factor=1000.0, **told)
    other = soldiers(40, unit="mile", factor=1609.344, **(told | OTHER))
    assert standing_of(one, other) is Standing.AGREE


def test_a_ministry_is_the_ministry_of_its_state() -> None:
    one = soldiers(10, giver="ministry", giver_name="interior ministry")
    other = soldiers(
        20, giver="vadias-interior-ministry", giver_name="Vadia's interior ministry", report="r2", published=date(2031, 6, 5)
    )
    assert standing_of(one, other) is Standing.REVISED


def test_a_state_is_not_its_army() -> None:
    one = soldiers(10, giver="VAD", giver_name="Vadia")
    other = soldiers(20, giver="vadias-army", giver_name="Vadia's army", report="r2", published=date(2031, 6, 2))
    assert standing_of(one, other) is Standing.DISAGREE


def test_a_verdict_is_quick() -> None:
    one, other = soldiers(10000), soldiers(low=3000, high=None, **OTHER)
    verdict_of(one, other)
    begun = perf_counter()
    for _ in range(1000):
        verdict_of(one, other)
    assert perf_counter() - begun < 0.5  # 50 µs promised on a laptop; ten times that under load


def test_a_figure_survives_its_json() -> None:
    for given in (soldiers(), dead(10, spots=(ORM, HADD), start=date(2031, 1, 1), end=date(2031, 1, 2), approximate=True)):
        assert Given.from_json(given.to_json()) == given
