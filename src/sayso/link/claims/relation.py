"""Two tellings → what they make of one another: same, denies, differs or unrelated, with a score and the reasons in words.

Stance comes before everything: who keeps silent takes no position, and a denial is never support. Then the words are held side by side, and then
the parts of the happening: a figure, day, place, actor, stage, cause or reality told otherwise makes two claims of one happening. In doubt it is
not `same`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ...findings.reading import Reading
from ...span import Span
from .denials import answers, parties_shared
from .exclusions import alibi, lacks, negates, opposites, sweeping, unchanged
from .facets import names_left, names_shared
from .likeness import Likeness, likeness
from .points import point_of
from .signals import signals_of_one_thing, signals_of_parts, story_share
from .stances import Stance, is_firm
from .telling import REFUSALS, Telling, Word, telling_of
from .weighing import of_one_thing, the_same
from .words import listed

Side = tuple[Reading, Span]

# How likely two tellings must be of one thing to be taken so.
RELATED = 0.3
# How likely two tellings of one thing must tell the same to be taken so. Support is counted by it: in doubt it is a difference.
SAME = 0.5
# And where one tells something as to come: mostly a detail, but it may be the point.
SAME_DESPITE = 0.75
# Which part of the words that both tell, at least, a negation must reach to turn down what is told, and not a detail of it.
TURNED = 0.4
# Words of a telling, at most, that says no to all of it: in a longer one "never" is said of a detail.
SWEEPING_WORDS = 9
# Weight of words that nothing answers to, on the side that has fewer, beside which opposites are still of one thing.
LEFT_BESIDE_OPPOSITES = 0.9
# Two reports that share a lesser part of their names than this tell of two stories.
ONE_STORY = 0.17
# Which part of a telling the words in common must cover where nobody named is in both.
NEAR_COVER = 0.5
# Which part of both tellings must be paired for a name in another's place to be the one thing exchanged.
NEARLY_ALL = 0.6
# Weight of words, no names, that nothing answers to on the side that has fewer, from which what is answered must weigh so much for both to tell the same.
# Of 96 own pairs that tell the same with a word exchanged for one near it 33 are support so, and 38 where 2.3 is enough.
LEFT_OVER, MUCH_TOLD = 0.5, 3.0
# Weight of the words in common below which two tellings only speak of one thing, and tell of two matters, where each has words of its own.
LITTLE_TOLD = 1.6
# Signals that say that a part is told otherwise, as they are given for a reason: where one is there, the two do not tell the same.
REASONS = {
    "other figures": "another figure of the same", "one number of two things": "the same number of something else", "another day": "another day",
    "another cause": "another cause", "all or a part": "all of it or a part", "another length": "another length of time, or another number of times",
    "exchanged words": "words that exclude one another", "somebody else": "somebody else in the same place", "another of its kind": "another of its kind in the same place", "swapped roles": "who does it and who it is done to are exchanged",
    "another way": "the other way or side, or the deputy", "more or less": "more of it or less",
    "done or to come": "one tells as done what the other tells as to come or possible",
}  # fmt: skip
REALITY = REASONS["done or to come"]
OTHER_NAMES = "other names in its place"
ONE_WORD = "one word is exchanged for another"
# Which part of both must be answered for one word in another's place, or a sign of the future, to be of the point.
ALIKE_BUT = 0.6
# Which part must be answered for names to be exchanged: where they stand behind the same preposition, or beside the same word; or anywhere.
BESIDE_THE_SAME, ANYWHERE = 0.5, 0.7
# Which part of the shorter telling must be one run of words for one other word in it to be meant.
ONE_RUN = 0.4


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


def verdict_of(one: Telling, other: Telling, *, least: float = 0.0) -> Verdict:
    """Give the relation of two tellings with its score and reasons; where neither answers this part of the other's matter, no more is asked."""
    first, second = sorted_two(one, other)
    matter = likeness(first.matter, second.matter)
    if before := decided_before(first, second, matter):
        return before
    if matter.most < least:
        return Verdict(Relation.UNRELATED, 0.6, (_told(matter),))
    return _weighed(first, second, matter)


def sorted_two(one: Telling, other: Telling) -> tuple[Telling, Telling]:
    """Give two tellings in an order of their own, so that it does not matter which is asked first."""
    return (one, other) if (one.report, one.span, one.text) <= (other.report, other.span, other.text) else (other, one)


def decided_before(one: Telling, other: Telling, matter: Likeness) -> Verdict | None:
    """Decide by what the two do with the claim: silence, denial, plain negation, opposites; None where both just tell."""
    if known := _denies_to_know(one, other):
        return Verdict(Relation.DENIES, 0.7, (known, _told(matter)))
    for quiet in (Stance.SILENT, Stance.DOUBTS):
        if quiet in (one.stance, other.stance):
            word = "takes no position" if quiet is Stance.SILENT else "only doubts"
            return Verdict(Relation.UNRELATED, 0.9, (f"one side {word}",))
    denying = [t for t in (one, other) if t.stance is Stance.DENIES]
    if len(denying) == 1:
        return _answered(denying[0], other if one is denying[0] else one)
    if len(denying) == 2 and one.report == other.report and is_firm(one.text) != is_firm(other.text):
        return _answered(*((one, other) if is_firm(one.text) else (other, one)))
    if len(denying) == 2:
        return _both_deny(one, other)
    turned = _turned(one, other, matter)
    return Verdict(Relation.DENIES, 0.7, (turned, _told(matter))) if turned else None


def _denies_to_know(one: Telling, other: Telling) -> str | None:
    """Say that one side knew nothing of what it knew in the other: where knowing is the claim, "had no knowledge" is no silence."""
    for silent, told in ((one, other), (other, one)):
        if (
            silent.stance is not Stance.SILENT
            or told.stance in (Stance.SILENT, Stance.DOUBTS, Stance.DENIES)
            or not negates(silent)
        ):
            continue
        knew = [word for word in told.body if word.stem in listed("knowing") and not word.negated]
        if knew and any(
            a.weight >= 1.0 for a, _ in likeness(silent.matter, [w for w in told.matter if w.stem not in listed("knowing")]).pairs
        ):
            return "one says that it knew nothing of it"
    return None


def _answered(denial: Telling, claim: Telling) -> Verdict:
    why = answers(denial, claim)
    if not why:
        return Verdict(Relation.UNRELATED, 0.7, ("what is denied is another matter",))
    if _no_to_both(denial, claim) and not (names_left(denial, claim) and names_left(claim, denial)):
        return Verdict(Relation.SAME, 0.6, ("the same speaker says twice that it is not so", why))
    return Verdict(Relation.DENIES, 0.8, (why,))


def _no_to_both(denial: Telling, claim: Telling) -> bool:
    """Tell of a denial in two wordings: whoever denies it is whoever says, with a negation, that it is not so."""
    pairs = likeness(denial.matter, claim.matter).pairs
    negated = any(b.negated and not a.negated and b.weight >= 1.0 for a, b in pairs)
    return negated and denial.report != claim.report and (one_speaker(denial, claim) or parties_shared(denial, claim))


def one_speaker(one: Telling, other: Telling) -> bool:
    """Tell whether both are somebody's words, and the same one's."""
    voices = {w.stem for w in one.voices if w.weight >= 1.0} & {w.stem for w in other.voices if w.weight >= 1.0}
    return bool(voices or one.speakers & other.speakers)


def _both_deny(one: Telling, other: Telling) -> Verdict:
    why = answers(one, other)
    elsewhere = names_left(one, other) and names_left(other, one)
    if why and answers(other, one) and not elsewhere:
        return Verdict(Relation.SAME, 0.7, ("both deny it", why))
    return Verdict(Relation.UNRELATED, 0.6, ("they deny two things",))


def _weighed(one: Telling, other: Telling, matter: Likeness) -> Verdict:
    told = _told(matter)
    share = story_share(one, other)
    if share is not None and share < ONE_STORY:
        return Verdict(Relation.UNRELATED, 0.6, ("the reports share hardly a name", told))
    found = signals_of_one_thing(one, other, matter)
    likely = of_one_thing(found)
    apart = found["names on either side only"] and matter.least >= NEARLY_ALL and matter.weight >= 1.5
    if likely < RELATED and not apart and not found["surely of one thing"]:
        return Verdict(Relation.UNRELATED, round(1 - likely, 2), (told,))
    found |= signals_of_parts(one, other, matter)
    reasons = differences(found)
    if len(reasons) > 1 and found["names on either side only"]:
        return Verdict(Relation.UNRELATED, 0.6, ("other names, and more told otherwise: another happening of the kind", told))
    if reasons:
        return Verdict(Relation.DIFFERS, round(max(likely, RELATED), 2), (*reasons, told))
    if _says_no(one) != _says_no(other) and not lacks(one, other) and not lacks(other, one):
        return Verdict(Relation.DENIES, round(likely * 0.7, 2), ("one says no to the point of the other", told))
    if found["unpaired on both sides"] >= 1.0 and matter.weight < LITTLE_TOLD and not found["equal figures"]:
        return Verdict(Relation.UNRELATED, 0.5, ("little in common but what it is about", told))
    same = the_same(found)
    turned = bool(found["one negates"]) and not lacks(one, other) and not lacks(other, one)
    if same >= asked_of(found) and not in_doubt(found) and not turned:
        return Verdict(
            Relation.SAME, round((likely * same) ** 2, 2), (*(["the same figures"] if found["equal figures"] else []), told)
        )
    if said_twice(one, other, matter):
        return Verdict(Relation.SAME, 0.6, ("the same speaker's words, in two wordings", told))
    return Verdict(Relation.DIFFERS, round(likely / 2, 2), ("one part is exchanged for another", told))


def in_doubt(found: Mapping[str, float]) -> bool:
    """Tell whether support cannot be counted whatever the trees say: no figure in common, names on either side only, or more told there than in both."""
    if found["no figure in common"] or found["names on either side only"]:
        return True
    return not found["equal figures"] and found["left on both sides"] >= LEFT_OVER and found["answered on both sides"] < MUCH_TOLD


def asked_of(found: Mapping[str, float]) -> float:
    """Give how likely two tellings must tell the same to be taken so."""
    return SAME_DESPITE if found["another reality"] else SAME


def _says_no(telling: Telling) -> bool:
    """Tell whether a negation reaches its point."""
    return any(word.negated for word in point_of(telling))


def differences(found: Mapping[str, float]) -> tuple[str, ...]:
    """Give why two tellings of one thing cannot tell the same, as far as a reason can be named."""
    named = [reason for name, reason in REASONS.items() if found[name]]
    least = found["least"]
    if (
        REALITY not in named
        and found["another reality"]
        and least >= ALIKE_BUT
        and (found["to come in one point"] or found["possible in one point"])
    ):
        named.append(REALITY)
    beside = found["names exchanged"] or found["names of one part exchanged"]
    if found["names on either side only"] and least >= (BESIDE_THE_SAME if beside else ANYWHERE):
        named.append(OTHER_NAMES)
    if found["one word exchanged"] and found["one run of words"] >= ONE_RUN and found["exactness"] == 1.0:
        named.append(ONE_WORD)
    return tuple(named)


def _told(matter: Likeness) -> str:
    shared = sorted({a.stem for a, b in matter.pairs})
    return f"both tell of {', '.join(shared[:5])}" if shared else "no words in common"


def said_twice(one: Telling, other: Telling, matter: Likeness) -> bool:
    """Tell of a remark in two wordings, as where it was translated twice: the same speaker's own words, much alike."""
    return one.quoted and other.quoted and one_speaker(one, other) and matter.least >= 0.4 and matter.weight >= 0.8


def _turned(one: Telling, other: Telling, matter: Likeness) -> str | None:
    """Say how one turns down what the other tells, by a plain negation or an opposite; by both at once it does not."""
    joined = parties_shared(one, other)
    strong = [(a, b) for a, b in matter.pairs if min(a.weight, b.weight) >= 1.0]
    turned = [a for a, b in matter.pairs if a.negated != b.negated and (min(a.weight, b.weight) >= 1.0 or joined)]
    straight = [a for a, b in strong if a.negated == b.negated]
    much = sum(a.weight for a in turned) >= TURNED * sum(a.weight for a, _ in matter.pairs)
    negated = (
        much
        and bool(turned)
        and (joined or matter.most >= NEAR_COVER or len(strong) >= 2)
        and not any(a.negated for a in straight)
    )
    against = _opposed(one, other, matter, strong, joined)
    if negated and (lacks(one, other) or lacks(other, one)) and not against:
        return None  # "has run out of bandages", "has no bandages left"
    if negated and not against:
        return f"one says that it is not so: {', '.join(sorted(a.stem for a in turned)[:3])}"
    if against and not negated and not (one_speaker(one, other) and not strong):
        return f"opposites: {against}"
    if negated:
        return None
    if one_speaker(one, other):
        return None
    if joined and sweeping(one) != sweeping(other) and negates(one) != negates(other):
        said = one if sweeping(one) else other
        return "one says no to all of it" if len(said.body) <= SWEEPING_WORDS else None
    if names_left(one, other) and names_left(other, one):
        return None
    linked = bool(strong) and (joined or len(strong) >= 2)
    if linked and alibi(one, other) and matter.least < 0.9:
        return "one says that somebody was elsewhere"
    apart = matter.left >= 0.9 and max(len(one.body), len(other.body)) <= 10
    if (linked or names_shared(one, other)) and unchanged(one, other) and apart:
        return "one says that it is as before"
    return None


def _opposed(one: Telling, other: Telling, matter: Likeness, strong: list[tuple[Word, Word]], joined: bool) -> str | None:
    paired = {a.at for a, b in matter.pairs if a.stem == b.stem}, {b.at for a, b in matter.pairs if a.stem == b.stem}
    found = [*opposites(one, other)]
    all_mine = {place for _, mine, _ in found for place in mine}
    all_theirs = {place for _, _, theirs in found for place in theirs}
    for key, mine, theirs in found:
        if mine & paired[0] or theirs & paired[1] or _refuses(one, mine) or _refuses(other, theirs):
            continue
        if _is_negated(one, mine) != _is_negated(other, theirs):
            continue  # "unhurt", "not injured"
        lefts = (
            matter.left - _weight_at(one, all_mine - {a.at for a, _ in matter.pairs}),
            matter.other_left - _weight_at(other, all_theirs - {b.at for _, b in matter.pairs}),
        )
        if min(lefts) > LEFT_BESIDE_OPPOSITES:
            continue  # "nurses turned down the offer", "teachers accepted an offer"
        rest = [(a, b) for a, b in strong if a.at not in mine and b.at not in theirs]
        if rest or (joined and one.names & other.names):
            return key
    return None


def _is_negated(telling: Telling, places: Collection[int]) -> bool:
    return any(word.negated for word in telling.body if word.at in places)


def _refuses(telling: Telling, places: Collection[int]) -> bool:
    """ "Refused to sell" is a negation, and not the opposite of a word besides."""
    return any(telling.stems[at] in REFUSALS and telling.stems[at + 1 : at + 2] == ("to",) for at in places)


def _weight_at(telling: Telling, places: Collection[int]) -> float:
    return sum(word.weight for word in telling.matter if word.at in places)
