"""Two tellings → what they make of one another: same, denies, differs or unrelated, with a score and the reasons in words.

Stance comes before everything: who keeps silent takes no position, and a denial is never support. Then the words are held side by side, and then
the parts of the happening: a figure, day, place, actor, stage, cause or reality told otherwise makes two claims of one happening. In doubt it is
not `same`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ...findings.reading import Reading
from ...span import Span
from .denials import answers
from .facets import (
    amounts_told, causes_apart, days_apart, names_apart, opposites, realities_apart, rivals, same_number_of_other_things, since_apart,
)  # fmt: skip
from .likeness import Likeness, all_names, likeness
from .stances import Stance
from .telling import Telling, telling_of

Side = tuple[Reading, Span]

# Thresholds, chosen on the part `tune` of benchmarks/claims; covers are parts of a telling's weight, weights count words.
SAME_COVER, SAME_WEIGHT = 0.6, 1.6
NEAR_COVER, NEAR_WEIGHT = 0.5, 0.8


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
    if why:
        return Verdict(Relation.DENIES, 0.8, (why,))
    return Verdict(Relation.UNRELATED, 0.7, ("what is denied is another matter",))


def _both_deny(one: Telling, other: Telling) -> Verdict:
    why = answers(one, other)
    if why:
        return Verdict(Relation.SAME, 0.7, ("both deny it", why))
    return Verdict(Relation.UNRELATED, 0.6, ("they deny two things",))


def _compared(one: Telling, other: Telling) -> Verdict:
    matter = likeness(one.matter, other.matter)
    shared_names = one.names & other.names
    shared = sorted({a.stem for a, b in matter.pairs})
    told = f"both tell of {', '.join(shared[:5])}" if shared else "no words in common"
    turned = _turned(one, other, matter)
    if turned:
        return Verdict(Relation.DENIES, 0.7, (turned, told))
    equal, apart = amounts_told(one, other)
    linked = bool(equal or apart)
    solid = matter.weight >= NEAR_WEIGHT and (matter.most >= NEAR_COVER or (linked and matter.most >= 0.3))
    by_amount = linked and _counts_alike(equal + apart) and (matter.weight >= 0.5 or bool(shared_names))
    if not solid and not by_amount:
        return Verdict(Relation.UNRELATED, 0.6, (told,))
    differences = list(_differences(one, other, matter, bool(apart)))
    exchanged = names_apart(one, other, matter)
    days = days_apart(one, other)
    if exchanged and not shared_names and (days or apart or len(differences) > 1 or exchanged > 1):
        return Verdict(Relation.UNRELATED, 0.6, ("other names, and other circumstances", told))
    if exchanged:
        differences.append("another name stands in the same place")
    if differences:
        if matter.weight < NEAR_WEIGHT and not by_amount:
            return Verdict(Relation.UNRELATED, 0.5, (told,))
        return Verdict(Relation.DIFFERS, 0.7, (*differences, told))
    enough = matter.weight >= SAME_WEIGHT or (equal and matter.weight >= 0.5) or (shared_names and matter.weight >= 0.8)
    if matter.most >= SAME_COVER and enough:
        return Verdict(Relation.SAME, round(min(0.95, 0.4 + matter.most / 2), 2), (told, *(["the same figures"] if equal else [])))
    if equal and matter.most >= 0.4 and _counts_alike(equal):
        return Verdict(Relation.SAME, 0.6, ("the same figure of the same", told))
    return Verdict(Relation.UNRELATED, 0.5, (f"too little in common: {told}",))


def _counts_alike(pairs: list[tuple]) -> bool:  # type: ignore[type-arg]
    return any(a.of & b.of or a.done & b.done or (a.kind == "money" and a.unit == b.unit) for a, b in pairs)


def _turned(one: Telling, other: Telling, matter: Likeness) -> str | None:
    """Say how one turns down what the other tells, by a plain negation or an opposite."""
    joined = bool(one.names & other.names or all_names(one) & all_names(other) or one.parties & other.parties)
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


def _differences(one: Telling, other: Telling, matter: Likeness, figures: bool):  # type: ignore[no-untyped-def]
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
