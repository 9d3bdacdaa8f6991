"""Claims of several reports: who stands where, and that the order of reading changes nothing."""

from itertools import permutations

import pytest

from sayso import parse
from sayso.findings.reading import Reading
from sayso.link.claims import Claim, ClaimStatus, Stand, claims_of

pytestmark = pytest.mark.model

TEXTS = {
    "a": ("2031-03-01", "Pelm's navy has seized two trawlers, Orra's fishing minister said on Saturday."),
    "b": ("2031-03-02", "Two trawlers were seized by Pelm's navy, Orra's fishing minister said."),
    "c": (
        "2031-03-03",
        "Pelm's admiral denied that the navy had seized any trawlers. Orra's prime minister declined to comment on the trawlers.",
    ),
    "d": ("2031-03-04", "Pelm's navy seized five trawlers, a radio station said."),
    "e": ("2031-03-04", "The harvest in Orra was good, farmers said."),
}


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return [parse(text, published=day, url=f"https://{name}.example/1") for name, (day, text) in TEXTS.items()]


@pytest.fixture(scope="module")
def claims(readings: list[Reading]) -> tuple[Claim, ...]:
    return claims_of(readings)


def about_two(claims: tuple[Claim, ...]) -> Claim:
    return next(claim for claim in claims if "has seized two" in claim.text)


def test_one_claim_of_two_tellings_with_its_denial(claims: tuple[Claim, ...]) -> None:
    claim = about_two(claims)
    stands = [position.stand for position in claim.positions]
    assert stands.count(Stand.ASSERTS) == 2
    assert Stand.DENIES in stands
    assert claim.status is ClaimStatus.CONTESTED
    assert str(claim.first_published) == "2031-03-01"


def test_silence_takes_no_position(claims: tuple[Claim, ...]) -> None:
    quiet = [p for claim in claims for p in claim.positions if "declined" in p.words]
    assert quiet and all(p.stand is Stand.DECLINES for p in quiet)


def test_another_figure_is_another_claim_that_differs(claims: tuple[Claim, ...]) -> None:
    claim = about_two(claims)
    assert not any("five" in position.words for position in claim.positions)
    five = next(c for c in claims if "five trawlers" in c.text)
    assert claim.key in {difference.claim for difference in five.differences}
    assert five.key in {difference.claim for difference in claim.differences}


def test_what_is_of_another_matter_stays_apart(claims: tuple[Claim, ...]) -> None:
    harvest = next(c for c in claims if "harvest" in c.text)
    assert len(harvest.positions) == 1
    assert harvest.status is ClaimStatus.UNCONTESTED


def test_every_position_has_its_words_score_and_reasons(claims: tuple[Claim, ...]) -> None:
    for claim in claims:
        for position in claim.positions:
            assert position.words and 0 < position.score <= 1
            assert position.reasons or position.score == 1


def test_order_changes_nothing(readings: list[Reading], claims: tuple[Claim, ...]) -> None:
    for order in list(permutations(readings))[::17]:
        assert claims_of(order) == claims


def test_a_reading_twice_counts_once(readings: list[Reading], claims: tuple[Claim, ...]) -> None:
    assert claims_of([*readings, readings[0]]) == claims


def test_anothers_denial_in_somebodys_words_is_not_his() -> None:
    text = "Orra's coast guard said on Friday that Pelm had seized nine trawlers, a raid that Pelm has dismissed as rumour."
    claims = claims_of([parse(text, published="2031-03-07")])
    stands = {position.stand for claim in claims for position in claim.positions if "coast guard said" in position.words}
    assert Stand.DENIES not in stands


def test_what_stands_within_a_refusal_is_neither_denied_nor_said() -> None:
    reading = parse("Pelm's navy declined to confirm or deny that it had seized two trawlers.", published="2031-03-07")
    stands = {position.stand for claim in claims_of([reading]) for position in claim.positions}
    assert Stand.DENIES not in stands and Stand.CONFIRMS not in stands
