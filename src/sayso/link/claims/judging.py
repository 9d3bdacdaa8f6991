"""Two tellings → what ties them, kept for good: a function of the two alone, so that a ledger judges each pair once."""

from __future__ import annotations

from dataclasses import dataclass

from .claim import Stand
from .contradicting import BESIDE, contradict
from .exclusions import negates
from .facets import amounts_told
from .laying import ONLY_ASKED, laid
from .likeness import likeness
from .relation import Relation, Verdict, verdict_of
from .spoken import Place, Spoken

# Lowest score at which two tellings are counted as one claim. Support is counted by it: it is higher than what `relation_of` calls the same.
JOINED = 0.75
# Words two tellings must share to be compared.
LEAST_SHARED = 2
# The relation of somebody who will not say, or doubts, to what he is asked about.
ANSWERS = "answers"
# What `relation` says where a part is told otherwise and no reason can be named.
EXCHANGED = "one part is exchanged for another"
# A number up to this may be of anything.
A_DOZEN = 12
# The score of a difference that only comes of a headline's saying less, where no number is told. It keeps nothing apart.
SHORTENED = 0.5
# Which part of the matter of the one must be answered in the other for the two to be held against one another in full: the joins of
# benchmarks/links have more, and half of what is compared has less.
LEAST_ALIKE = 0.3
# The least score of a difference that is kept: what is less sure to be of one thing is shown nowhere and keeps nothing apart.
SLIGHT = {True: 0.35, False: 0.5}
# Which part of a headline what it stands over must tell.
HEADLINE_COVER = 0.7


@dataclass(frozen=True, slots=True)
class Judged:
    """What ties two tellings: "same", "denies", "differs" or "answers", with a score 0..1 and the reasons in words."""

    relation: str
    score: float
    reasons: tuple[str, ...]

    @property
    def joins(self) -> bool:
        """Tell whether it makes two tellings that put something forward one claim."""
        return self.relation == Relation.SAME and self.score >= JOINED

    @property
    def parts(self) -> bool:
        """Tell whether its two sides can never be of one claim: one says no, or both cannot be so as told."""
        return self.relation == Relation.DENIES or (self.relation == Relation.DIFFERS and self.score > SHORTENED)


def are_comparable(one: Spoken, other: Spoken) -> bool:
    """Tell quickly whether two tellings of related reports are worth judging; in one report an answer is held against everything."""
    if one.report == other.report and one.is_forward != other.is_forward:
        return True
    return len(one.marks & other.marks) >= LEAST_SHARED


def judged(one: Spoken, other: Spoken) -> Judged | None:
    """Give what ties two tellings, None for nothing. The same from either side."""
    answer, told = (one, other) if other.is_forward else (other, one)
    if told.is_forward and not answer.is_forward:
        return _answer(answer, told)
    verdict = verdict_of(one.telling, other.telling, least=LEAST_ALIKE)
    if verdict.relation is Relation.UNRELATED or _is_slight(verdict) or _is_piece(one, other):
        return None
    if why := _one_claim(one, other, verdict):
        return Judged(Relation.SAME.value, max(verdict.score, JOINED), (why,))
    if verdict.relation is Relation.DIFFERS and not contradict(one, other, verdict.reasons):
        no_number = not one.telling.amounts and not other.telling.amounts
        most = SHORTENED if no_number and Place.HEADLINE in (one.place, other.place) else BESIDE
        return Judged(verdict.relation.value, min(verdict.score, most), verdict.reasons)
    return Judged(verdict.relation.value, verdict.score, verdict.reasons)


def _is_slight(verdict: Verdict) -> bool:
    return verdict.relation is Relation.DIFFERS and verdict.score < SLIGHT[verdict.reasons[0] == EXCHANGED]


def _answer(answer: Spoken, told: Spoken) -> Judged | None:
    found = laid(answer, told)
    if found is None:
        return None
    score, what = found
    if answer.stand is not Stand.DENIES:
        return Judged(ANSWERS, round(score - ONLY_ASKED, 2), (f"it is asked about {what}",))
    if verdict_of(answer.telling, told.telling).relation is Relation.SAME:
        return None  # the denial of one thing, in two wordings
    return Judged(Relation.DENIES.value, round(score, 2), (f"it denies {what}",))


def _is_piece(one: Spoken, other: Spoken) -> bool:
    """Tell whether the one is a part of the other's words."""
    return one.report == other.report and one.telling.span.overlaps(other.telling.span)


def _one_claim(one: Spoken, other: Spoken, verdict: Verdict) -> str | None:
    """Say why two tellings that are told unlike are one claim: one side's figure, or a headline and what it stands over."""
    if not one.is_forward or not other.is_forward or negates(one.telling) != negates(other.telling):
        return None
    equal, apart = amounts_told(one.telling, other.telling)
    plain = verdict.relation is Relation.SAME or verdict.reasons[0] == EXCHANGED
    if plain and one.sides & other.sides and not apart and any(a.value > A_DOZEN and a.of & b.of for a, b in equal):
        return "the same side gives the same figure of the same"
    if one.report != other.report or apart or {one.place, other.place} != {Place.HEADLINE, Place.OPENING}:
        return None
    headline, below = (one, other) if one.place is Place.HEADLINE else (other, one)
    alike = likeness(headline.telling.body, below.telling.body)
    return "the headline of what it stands over" if alike.cover >= HEADLINE_COVER and alike.weight >= 1.5 else None
