"""Pronouns and common nouns → mentions of whom the chains of the report say they mean; pronouns that these were not asked for by recency."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from marked_text import doc_of

from sayso.findings.actor import ActorKind
from sayso.span import Span
from sayso.understand.extract.cast import Cast, Part
from sayso.understand.extract.pronouns import follow_nouns, follow_pronouns, learn_addressed
from sayso.understand.extract.referents import Meaning, Referent

TEXT = "Okoro met the harbour board. The envoy left before it spoke, and he was late."
PEOPLE = ("Okoro", ActorKind.PERSON), ("harbour board", ActorKind.ORGANISATION)


class Told:
    """Chains that answer as they are told: what a pronoun means by its word, whom a noun means; None of a pronoun they were not asked for."""

    def __init__(self, meanings: dict[str, Meaning], nouns: dict[str, Referent] | None = None) -> None:
        self.meanings, self.answers = meanings, nouns or {}

    def meant(self, span: Span) -> Meaning | None:
        return self.meanings.get(span.of(TEXT))

    def nouns(self) -> Iterator[tuple[Span, Referent]]:
        at = TEXT.index("The envoy")
        yield Span(at, at + 9), self.answers["The envoy"]


def made() -> Cast:
    cast = Cast(TEXT)
    for name, kind in PEOPLE:
        part = cast.part(name.lower().replace(" ", "-"), name, kind)
        cast.mention(part, Span(TEXT.index(name), TEXT.index(name) + len(name)))
    return cast


@pytest.fixture
def cast() -> Cast:
    return made()


def words_for(part: Part) -> set[str]:
    return {span.of(TEXT) for span in part.mentions}


def followed(cast: Cast, told: Told | None) -> None:
    follow_pronouns(doc_of(TEXT), cast, {}, [], told)  # type: ignore[arg-type]


def test_without_chains_the_last_of_its_kind_is_meant(cast: Cast) -> None:
    followed(cast, None)
    assert words_for(cast.parts["okoro"]) == {"Okoro", "he"}
    assert words_for(cast.parts["harbour-board"]) == {"harbour board", "it"}


def meaning(part: Part | None, way: float = 0.9) -> Meaning:
    return Meaning(part, None, way, way, True)


@pytest.mark.parametrize("way", [0.9, 0.3])
def test_chains_go_before_recency(cast: Cast, way: float) -> None:
    other = cast.part("envoy", "envoy", ActorKind.PERSON)
    followed(cast, Told({"he": meaning(other, way)}))
    assert words_for(other) == {"he"}


@pytest.mark.parametrize(("way", "found"), [(0.9, set()), (0.3, {"it"})])
def test_a_subject_it_that_has_lost_its_way_goes_to_recency(cast: Cast, way: float, found: set[str]) -> None:
    followed(cast, Told({"it": meaning(cast.part("ministry", "ministry", ActorKind.ORGANISATION), way)}))
    assert words_for(cast.parts["harbour-board"]) == {"harbour board"} | found


def test_whom_a_pronoun_cannot_mean_it_does_not(cast: Cast) -> None:
    board, okoro = cast.parts["harbour-board"], cast.parts["okoro"]
    followed(cast, Told({"he": meaning(board), "it": meaning(okoro)}))
    assert words_for(board) == {"harbour board"}
    assert words_for(okoro) == {"Okoro"}


def test_a_pronoun_that_means_nobody_is_nobodys(cast: Cast) -> None:
    followed(cast, Told({"it": meaning(None)}))
    assert words_for(cast.parts["harbour-board"]) == {"harbour board"}
    assert "he" in words_for(cast.parts["okoro"])


@pytest.mark.parametrize(("score", "found"), [(0.9, True), (0.4, False)])
def test_a_noun_is_a_mention_where_the_chains_are_sure(cast: Cast, score: float, found: bool) -> None:
    okoro = cast.parts["okoro"]
    follow_nouns(cast, Told({}, {"The envoy": Referent(okoro, score, Span(0, 1))}))  # type: ignore[arg-type]
    assert ("The envoy" in words_for(okoro)) is found


def test_a_form_of_address_tells_a_gender() -> None:
    cast = Cast("Ms. Lind met Mr. Okoro and Haddad.")
    for name in ("Lind", "Okoro", "Haddad"):
        cast.mention(
            cast.part(name.lower(), name, ActorKind.PERSON), Span(cast.text.index(name), cast.text.index(name) + len(name))
        )
    learn_addressed(cast)
    assert [cast.parts[key].gender for key in ("lind", "okoro", "haddad")] == ["f", "m", None]
