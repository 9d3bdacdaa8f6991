"""To which claim a denial or silence is laid: to what it names, else to what its report begins with, and to nothing where neither is so."""

import pytest

from sayso import parse
from sayso.link.claims import Claim, Stand, claims_of

pytestmark = pytest.mark.model

OPENING = "Orra says Pelm has sent 400 divers to the strait\n\nPelm has sent 400 divers to the strait, Orra's defence minister said on Monday."


def claims(*texts: str) -> tuple[Claim, ...]:
    return claims_of(
        parse(text, published="2031-03-03", title=text.split("\n")[0], url=f"https://{at}.example/1")
        for at, text in enumerate(texts)
    )


def laid_to(found: tuple[Claim, ...], words: str) -> Claim | None:
    """Give the claim of which a position that puts nothing forward has these words; None where it is a claim by itself."""
    for claim in found:
        for position in claim.positions:
            if words in position.words and position.stand in (Stand.DENIES, Stand.SILENT, Stand.DECLINES, Stand.DOUBTS):
                return claim if len(claim.positions) > 1 else None
    return None


def test_a_denial_that_only_points_back_is_of_what_its_report_begins_with() -> None:
    text = f"{OPENING} The harvest in Orra was good this year, farmers said. The weather helped them, they said. Pelm's embassy dismissed the reports."
    claim = laid_to(claims(text), "dismissed the reports")
    assert claim is not None and "400 divers" in claim.text


def test_the_office_of_whoever_denies_is_not_what_he_denies() -> None:
    text = "The foreign ministry of Orra opened a school for envoys, a radio station said. Pelm's foreign ministry denied that divers were in the strait."
    assert laid_to(claims(text), "denied that divers") is None


def test_a_denial_finds_what_it_names_in_another_report() -> None:
    found = claims(OPENING, "Pelm's admiral denied on Tuesday that any divers had been sent to the strait.")
    claim = laid_to(found, "denied on Tuesday")
    assert claim is not None and "400 divers" in claim.text


@pytest.mark.parametrize(
    "words",
    [
        "The minister did not say why they had been sent.",
        "We mourn the innocent sailors of the strait, the mayor of Orra's port said.",
        "The court denied both motions of the divers' guild.",
    ],
)
def test_what_turns_nothing_down_is_laid_to_nothing(words: str) -> None:
    assert laid_to(claims(f"{OPENING} {words}"), words[:20]) is None


def test_a_silence_behind_its_own_question_points_to_nothing_else() -> None:
    other = f"{OPENING} Asked whether the harvest in Orra had been burned, a spokesman, Ivo Rey, did not answer directly."
    assert laid_to(claims(other), "did not answer directly") is None


def test_the_headline_is_one_claim_with_what_it_stands_over() -> None:
    found = claims(OPENING)
    assert [len(claim.positions) for claim in found if "400 divers" in claim.text] == [2]
