"""Two tellings → what ties them, kept for good: a function of the two alone, so that a ledger judges each pair once."""

from __future__ import annotations

from dataclasses import dataclass

from .claim import Stand
from .denials import answers
from .relation import Relation, verdict_of
from .spoken import Spoken

# Lowest score at which two tellings are counted as one claim. Support is counted by it: it is higher than what `relation_of` calls the same.
JOINED = 0.75
# Words two tellings must share to be compared.
LEAST_SHARED = 2
# The relation of somebody who will not say, or doubts, to what he is asked about.
ANSWERS = "answers"
ASKED = 0.6
# An answer that only points back to what stands near it ("the reports") is less sure than one that names what it is about.
POINTING = 0.65
# Words of the other's that an answer must repeat to be about what its own side says.
OWN_SIDE_WORDS = 3
_NAMES_IT = "it denies what the other tells"


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


def are_comparable(one: Spoken, other: Spoken) -> bool:
    """Tell quickly whether two tellings of related reports are worth judging; in one report an answer is held against everything."""
    if one.report == other.report and one.is_forward != other.is_forward:
        return True
    return len(one.marks & other.marks) >= LEAST_SHARED


def judged(one: Spoken, other: Spoken) -> Judged | None:
    """Give what ties two tellings, None for nothing. The same from either side.

    Who points back without a word of what is meant ("the reports") means what another side says: nobody answers his own government.
    """
    verdict = verdict_of(one.telling, other.telling)
    answer, told = (one, other) if other.is_forward else (other, one)
    if verdict.relation is Relation.DENIES and not answer.is_forward and told.is_forward:
        return _answer(answer, told, verdict.relation.value, verdict.score, verdict.reasons[0])
    if verdict.relation is not Relation.UNRELATED:
        return Judged(verdict.relation.value, verdict.score, verdict.reasons)
    if told.is_forward and not answer.is_forward and answer.stand is not Stand.DENIES:
        why = answers(answer.telling, told.telling)
        return _answer(answer, told, ANSWERS, ASKED, why) if why else None
    return None


def _answer(answer: Spoken, told: Spoken, relation: str, score: float, why: str) -> Judged | None:
    names_it = why.startswith(_NAMES_IT)
    if answer.sides & told.sides and (not names_it or why.count(",") + 1 < OWN_SIDE_WORDS):
        return None
    if relation == ANSWERS:
        why = why.replace("it denies", "it is asked about")
    return Judged(relation, score if names_it else min(score, POINTING), (why,))
