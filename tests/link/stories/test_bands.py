"""Which reports a ledger holds against a new one: those that share a band, of its own time or without a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from fairs import BRIDGE, reading

from sayso.link.stories import Lead, bands, is_near, kept, kinships_among, lead_of, sought
from sayso.link.stories.bands import MOST_BANDS, MOST_DAYS
from sayso.link.stories.lead import Term

DAY = date(2024, 3, 1)


def two(apart: int | None) -> tuple[Lead, Lead]:
    """Give two reports on one bridge, some days apart; None: the second has no day."""
    one, other = (lead_of(reading(*told)) for told in BRIDGE[:2])
    return replace(one, day=DAY), replace(other, day=None if apart is None else DAY + timedelta(days=apart))


@pytest.mark.parametrize("apart", [0, 1, 29, 31, MOST_DAYS, None])
def test_reports_of_one_time_find_each_other_whichever_comes_first(apart: int | None) -> None:
    one, other = two(apart)
    assert set(kept(one)) & set(sought(other))
    assert set(kept(other)) & set(sought(one))
    assert is_near(one, other)
    assert len(kinships_among([one, other])) == len(kinships_among([other, one])) == 1


@pytest.mark.parametrize("apart", [MOST_DAYS + 1, 400, -400])
def test_reports_of_two_times_are_not_compared(apart: int) -> None:
    one, other = two(apart)
    assert not is_near(one, other)
    assert kinships_among([one, other]) == ()


def test_of_very_far_times_no_number_is_shared() -> None:
    one, other = two(400)
    assert not set(kept(one)) & set(sought(other))


def test_two_reports_without_a_day_find_each_other() -> None:
    one, other = (replace(lead, day=None) for lead in two(0))
    assert set(kept(one)) & set(sought(other))


def test_words_that_very_many_reports_share_are_no_band() -> None:
    plain = lead_of(reading(*BRIDGE[0]))
    common = tuple(Term(word, word, 900 - at, True) for at, word in enumerate(("russia", "ukraine")))
    rare = Term("olmbrück", "Olmbrück", 100, True)
    assert len(bands(replace(plain, terms=(*common, rare)))) == 2
    assert len(bands(replace(plain, terms=common))) == 1


def test_where_the_first_words_are_common_those_further_down_are_bands() -> None:
    plain = lead_of(reading(*BRIDGE[0]))
    states = [Term(word, word, 900 - at, True) for at, word in enumerate(("russia", "ukraine", "china", "iran", "america"))]
    rare = [Term(word, word, 200 - at, True) for at, word in enumerate(("olmbrück", "kelvar"))]
    found = set(bands(replace(plain, terms=(*states, *rare))))
    assert found & set(bands(replace(plain, terms=tuple(rare))))
    assert (
        len(bands(replace(plain, terms=tuple(Term(f"olm{at}", f"Olm{at}", 900 - at, at % 2 == 0) for at in range(40)))))
        == MOST_BANDS
    )
