"""Two tellings → what they make of one another: same, denies, differs or unrelated, with a score and the reasons in words.

Stance comes before everything: who keeps silent takes no position, and a denial is never support. Then the words are held side by side, and then
the parts of the happening: a figure, day, place, actor, stage, cause or reality told otherwise makes two claims of one happening. In doubt it is
not `same`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ...findings.reading import Reading
from ...span import Span
from .amounts import Amount
from .denials import answers, parties_shared
from .facets import (
    amounts_told,
    causes_apart,
    days_apart,
    names_left,
    names_shared,
    opposites,
    realities_apart,
    rivals,
    same_number_of_other_things,
    since_apart,
)  # fmt: skip
from .likeness import Likeness, likeness, pair_worth
from .stances import Stance
from .telling import Telling, Word, telling_of

Side = tuple[Reading, Span]

# Thresholds, chosen on the part `tune` of benchmarks/claims; covers are parts of a telling's weight, weights count words.
SAME_COVER, SAME_WEIGHT = 0.6, 1.6
NEAR_COVER, NEAR_WEIGHT = 0.5, 0.8
# Weight of words without an answer in the other: more on both sides tells of two matters; up to this on both sides, one part is exchanged.
LOOSE, EXCHANGED = 1.5, 2.5


class Relation(StrEnum):
    """What the one telling does to the other's claim. It has no direction."""

    SAME = "same"
    DENIES = "denies"
    DIFFERS = "differs"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A relation with what speaks for it.

    Attributes:
        relation: same, denies, differs, unrelated.
        score: how sure the rules are, 0..1; not calibrated.
        reasons: why, in words, the weightiest first.
    """

    relation: Relation
    score: float
    reasons: tuple[str, ...]


def relation_of(one: Side, other: Side) -> Relation:
    """Give what two tellings make of one another; each side is a reading and the span of the telling in its report."""
    return verdict_of(telling_of(*one), telling_of(*other)).relation


def verdict_of(one: Telling, other: Telling) -> Verdict:
    """Give the relation of two tellings with its score and reasons."""
    first, second = sorted((one, other), key=lambda t: (t.report, t.span, t.text))
    for quiet in (Stance.SILENT, Stance.DOUBTS):
        if quiet in (first.stance, second.stance):
            word = "takes no position" if quiet is Stance.SILENT else "only doubts"
            return Verdict(Relation.UNRELATED, 0.9, (f"one side {word}",))
    denying = [t for t in (first, second) if t.stance is Stance.DENIES]
    if len(denying) == 1:
        claim = second if first is denying[0] else first
        return _answered(denying[0], claim)
    if len(denying) == 2:
        return _both_deny(first, second)
    return _compared(first, second)


def _answered(denial: Telling, claim: Telling) -> Verdict:
    why = answers(denial, claim)
    if not why:
        return Verdict(Relation.UNRELATED, 0.7, ("what is denied is another matter",))
    if any(b.negated and b.weight >= 1.0 for _, b in likeness(denial.matter, claim.matter).pairs):
        return Verdict(Relation.SAME, 0.6, ("both say that it is not so", why))
    return Verdict(Relation.DENIES, 0.8, (why,))


def _both_deny(one: Telling, other: Telling) -> Verdict:
    why = answers(one, other)
    if why and answers(other, one):
        return Verdict(Relation.SAME, 0.7, ("both deny it", why))
    return Verdict(Relation.UNRELATED, 0.6, ("they deny two things",))


def _compared(one: Telling, other: Telling) -> Verdict:
    matter = likeness(one.matter, other.matter)
    shared_names = names_shared(one, other)
    shared = sorted({a.stem for a, b in matter.pairs})
    told = f"both tell of {', '.join(shared[:5])}" if shared else "no words in common"
    turned = _turned(one, other, matter)
    if turned:
        return Verdict(Relation.DENIES, 0.7, (turned, told))
    equal, apart = amounts_told(one, other)
    linked = bool(equal or apart)
    by_amount = linked and _counts_alike(equal + apart) and (matter.weight >= 0.5 or bool(shared_names))
    solid = matter.weight >= NEAR_WEIGHT and (matter.most >= NEAR_COVER or (linked and matter.most >= 0.3))
    if not solid and not by_amount:
        return _said_twice(one, other, matter) or Verdict(Relation.UNRELATED, 0.6, (told,))
    differences = list(_differences(one, other, matter, bool(apart)))
    exchanged = bool(names_left(one, other) and names_left(other, one))
    if exchanged and (days_apart(one, other) or apart or len(differences) > 1):
        return Verdict(Relation.UNRELATED, 0.6, ("other names, and other circumstances", told))
    if exchanged:
        differences.append("other names in its place")
    left, other_left = _left(one.matter, matter, 0), _left(other.matter, matter, 1)
    if differences:
        if min(left, other_left) > LOOSE and matter.least < NEAR_COVER and not by_amount:
            return Verdict(Relation.UNRELATED, 0.5, ("two matters of the same things", told))
        return Verdict(Relation.DIFFERS, 0.7, (*differences, told))
    return _kept_apart(one, other, matter, left, other_left, equal, told)


def _kept_apart(
    one: Telling, other: Telling, matter: Likeness, left: float, other_left: float, equal: list[tuple[Amount, Amount]], told: str
) -> Verdict:
    """Decide where nothing speaks for a difference but words that only one of them has."""
    enough = (
        matter.weight >= SAME_WEIGHT or (equal and matter.weight >= 0.5) or (names_shared(one, other) and matter.weight >= 0.8)
    )
    least_left = min(left, other_left)
    if enough and (least_left <= 0.4 or (matter.most >= SAME_COVER and matter.weight >= 3 * least_left)):
        return Verdict(
            Relation.SAME, round(min(0.95, 0.4 + matter.most / 2), 2), (told, *(["the same figures"] if equal else []))
        )
    if equal and matter.most >= 0.4 and _counts_alike(equal):
        return Verdict(Relation.SAME, 0.6, ("the same figure of the same", told))
    twice = _said_twice(one, other, matter)
    if twice:
        return twice
    if enough and max(left, other_left) <= EXCHANGED and matter.least >= NEAR_COVER:
        return Verdict(Relation.DIFFERS, 0.5, ("one part is exchanged for another", told))
    return Verdict(Relation.UNRELATED, 0.5, (f"too little in common: {told}",))


def _said_twice(one: Telling, other: Telling, matter: Likeness) -> Verdict | None:
    """A remark in two wordings, as where it was translated twice: the same speaker's own words, much alike."""
    voices = {w.stem for w in one.voices if w.weight >= 1.0} & {w.stem for w in other.voices if w.weight >= 1.0}
    if one.quoted and other.quoted and (voices or one.speakers & other.speakers) and matter.least >= 0.4 and matter.weight >= 0.8:
        return Verdict(Relation.SAME, 0.6, ("the same speaker's words, in two wordings",))
    return None


def _left(words: tuple[Word, ...], matter: Likeness, side: int) -> float:
    """Give the weight of the words that nothing in the other answers to."""
    paired = {pair[side].at for pair in matter.pairs}
    others = [pair[1 - side] for pair in matter.pairs]
    return sum(w.weight for w in words if w.at not in paired and not any(pair_worth(w, o) for o in others))


def _counts_alike(pairs: list[tuple[Amount, Amount]]) -> bool:
    return any(a.of & b.of or a.done & b.done or (a.kind == "money" and a.unit == b.unit) for a, b in pairs)


def _turned(one: Telling, other: Telling, matter: Likeness) -> str | None:
    """Say how one turns down what the other tells, by a plain negation or an opposite."""
    joined = parties_shared(one, other)
    strong = [(a, b) for a, b in matter.pairs if min(a.weight, b.weight) >= 1.0]
    turned = [a for a, b in matter.pairs if a.negated != b.negated and (min(a.weight, b.weight) >= 1.0 or joined)]
    straight = [a for a, b in strong if a.negated == b.negated]
    if turned and (joined or matter.most >= NEAR_COVER or len(strong) >= 2) and not any(a.negated for a in straight):
        return f"one says that it is not so: {', '.join(sorted(a.stem for a in turned)[:3])}"
    paired = {a.at for a, b in matter.pairs if a.stem == b.stem}, {b.at for a, b in matter.pairs if a.stem == b.stem}
    for key, mine, theirs in opposites(one, other):
        if mine & paired[0] or theirs & paired[1]:
            continue
        rest = [(a, b) for a, b in strong if a.at not in mine and b.at not in theirs]
        if rest or (joined and one.names & other.names):
            return f"opposites: {key}"
    return None


def _differences(one: Telling, other: Telling, matter: Likeness, figures: bool) -> Iterator[str]:
    if figures:
        yield "another figure of the same"
    elif same_number_of_other_things(one, other):
        yield "the same number of something else"
    if days_apart(one, other) or since_apart(one, other):
        yield "another day"
    if causes_apart(one, other):
        yield "another cause"
    for key in rivals(one, other):
        yield f"told otherwise: {key}"
    reality = realities_apart(one, other) if matter.most >= SAME_COVER else None
    if reality:
        yield reality
