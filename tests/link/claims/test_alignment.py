"""How well the words of two tellings answer one another, and what stands in the place of something else."""

import pytest

from sayso import parse
from sayso.link.claims.alignment import Alignment, alignment, measures
from sayso.link.claims.exchanges import exchanges
from sayso.link.claims.telling import Telling, telling_of
from sayso.span import Span

pytestmark = pytest.mark.model


def telling(text: str) -> Telling:
    return telling_of(parse(text), Span(0, len(text)))


def aligned(one: str, other: str) -> Alignment:
    return alignment(telling(one), telling(other))


def test_a_telling_held_in_another_is_answered_whole() -> None:
    found = measures(aligned("The dyke broke.", "The dyke broke near Vesna in the night, after a week of rain."))
    assert found["answered, most"] > 0.9
    assert found["answered, least"] < 0.7


def test_the_point_is_answered_though_details_are_not() -> None:
    found = measures(
        aligned("The dyke broke after a week of rain.", "The dyke broke, which engineers had feared since the autumn.")
    )
    assert found["point answered, least"] > 0.9
    assert found["answered, least"] < 0.8


def test_measures_are_the_same_from_either_side() -> None:
    texts = "Marra's navy seized a trawler off Cape Leru.", "A fishing boat was sunk by a patrol near the cape."
    assert measures(aligned(*texts)) == pytest.approx(measures(aligned(*reversed(texts))))


def test_opposites_do_not_answer_one_another_however_near_they_lie() -> None:
    found = aligned("Exports rose.", "Exports fell.")
    assert min(found.one.best) <= 0.3


def test_a_word_in_the_place_of_another_is_told_from_a_detail() -> None:
    one, other = telling("The militia seized the bridge at Orm."), telling("The militia seized the library at Orm.")
    assert exchanges(alignment(one, other), one, other)["exchanged weight"] > 0.3
    longer = telling("On Sunday the militia seized the bridge at Orm without a shot.")
    assert exchanges(alignment(one, longer), one, longer)["exchanged weight"] == 0.0


def test_a_name_behind_the_same_preposition_is_exchanged() -> None:
    one, other = telling("The envoys met in Lisbon."), telling("The envoys met quietly in Geneva.")
    assert exchanges(alignment(one, other), one, other)["names of one part exchanged"] == 1.0
    same = telling("In Lisbon the envoys met.")
    assert exchanges(alignment(one, same), one, same)["names of one part exchanged"] == 0.0


def test_an_empty_telling_is_answered_by_nothing() -> None:
    one, other = telling("It did."), telling("The dyke broke.")
    assert all(value == value for value in measures(alignment(one, other)).values())
