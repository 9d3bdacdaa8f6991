"""A denial and a telling → whether the one is about the other, and why. A denial of something else is no denial of it."""

from __future__ import annotations

import re

from .likeness import Likeness, likeness
from .nearness import nearness
from .stances import Stance
from .telling import Telling, Word
from .words import listed, stem

_POINTS_BACK = re.compile(
    r"\b(?:allegations?|claims?|charges?|accusations?|reports?|rumou?rs?|suggestions?|notion|stor(?:y|ies)|account|version|it|this|that|them|these|those|involvement|us|me|so|true|lies?|nonsense)\b"
)
# A denial of a clause, which has an act of its own: "denied having shelled", "denied that it was".
_OF_CLAUSE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|true|false)\b(?: \w+ly)? (?:that|having|knowing|\w+ing|(?:he|she|it|they|its|his|her|their) \w+)\b"
)
# Which part of what a clause denies the other must tell where some of it is told nowhere.
CLAUSE_COVER = 0.7
# Two tellings of one report this near, in characters, may speak of one another without a word in common.
NEAR = 2500
# Weight of words up to which a denial says too little of what it denies to be told from another matter.
LITTLE = 1.9
# How many words before an office may name whose it is ("Orra's envoy").
_WHOSE = 3
# Which part of what is denied the other must tell, where no party is in both.
DENIED_COVER = 0.45
# How near in meaning both must be where a party and a word are in both and little else; and where no word is. Denials of other matters lie
# below 0.3 in tests/link/claims/pairs.yml.
NEAR_IN_MEANING, VERY_NEAR = 0.25, 0.4


def answers(denial: Telling, claim: Telling) -> str | None:
    """Say why the denial is about the claim; None where it is not."""
    denied = words_denied(denial)
    told = [w for w in (*claim.body, *claim.asides, *claim.voices) if not _is_empty(w)]
    alike = likeness(denied, told)
    matter = _strong(alike, names=False)
    parties = parties_shared(denial, claim)
    near = nearness(_of_matter(denied), _of_matter(told))
    if _denies_another_act(denial, claim, denied, alike):
        return None
    if matter and (alike.cover >= DENIED_COVER or (parties and near >= NEAR_IN_MEANING)):
        return f"it denies what the other tells: {_listed(matter)}"
    both = _strong(alike, names=True)
    if len(both) >= 2 and alike.cover >= 0.5:
        return f"it denies what the other tells: {_listed(both)}"
    about = _strong(likeness([w for w in denial.asides if not _is_empty(w)], told), names=True)
    if near >= VERY_NEAR:
        return "it denies what lies near to what the other tells"
    bare = sum(w.weight for w in denied if not w.name) < 0.9
    if bare and about:
        return f"it denies, and speaks of {about[0].stem} as the other does"
    if denial.report == claim.report:
        return _in_one_report(denial, claim, denied, both, parties)
    if not (bare or denial.quoted) or not _POINTS_BACK.search(denial.text.lower()):
        return None
    return _points_back(denial, claim, parties)


def _denies_another_act(denial: Telling, claim: Telling, denied: list[Word], alike: Likeness) -> bool:
    """Tell whether a clause is denied in another report with an act in it that the claim has not ("denied having tortured its captives")."""
    says_no = claim.stance is Stance.DENIES or any(word.negated for word in claim.body)
    if denial.report == claim.report or says_no or alike.cover >= CLAUSE_COVER or not _OF_CLAUSE.search(denial.text.lower()):
        return False
    paired = {id(word) for word, _ in alike.pairs}
    return any(not w.name and w.weight >= 1.0 and w.stem not in listed("light verbs") and id(w) not in paired for w in denied)


def words_denied(denial: Telling) -> list[Word]:
    """Give the words that say what is denied: neither those of the denial itself nor the office of whoever denies it."""
    offices = {word.at for word in denial.body if word.stem in listed("speaks by office")}
    offices |= {word.at for word in denial.body if word.stem in listed("before an office") and word.at + 1 in offices}
    whose = {at - back for at in offices for back in range(1, _WHOSE + 1)}
    spoken = offices | {word.at for word in denial.body if word.name and word.at in whose}
    return [word for word in denial.body if not _is_empty(word) and word.at not in spoken]


def _of_matter(words: list[Word]) -> list[Word]:
    return [word for word in words if not word.name]


def _in_one_report(denial: Telling, claim: Telling, denied: list[Word], both: list[Word], parties: bool) -> str | None:
    """One report seldom denies two things: little is asked where the two stand near one another."""
    if abs(denial.span.start - claim.span.start) > NEAR and not parties:
        return None
    said = sum(w.weight for w in denied if not w.name)
    if said < LITTLE or _POINTS_BACK.search(denial.text.lower()) and (said < 2 * LITTLE or denial.quoted):
        return "it denies what it points back to, near the other"
    if both:
        return f"it denies what the other tells, near it: {_listed(both)}"
    before = _strong(
        likeness([w for w in claim.body if not _is_empty(w)], [w for w in denial.around if not _is_empty(w)]), names=True
    )
    return f"it denies what stands before it: {_listed(before)}" if parties and before else None


def _listed(words: list[Word]) -> str:
    return ", ".join(sorted({w.stem for w in words})[:4])


def _points_back(denial: Telling, claim: Telling, parties: bool) -> str | None:
    if parties and not denial.around:
        return "it denies what it points back to, and whoever is meant is named in the other"
    before = likeness([w for w in claim.body if not _is_empty(w)], [w for w in denial.around if not _is_empty(w)])
    if len(_strong(before, names=False)) >= 2 or (_strong(before, names=False) and (parties or _strong(before, names=True))):
        return f"it denies what stands before it: {', '.join(sorted({w.stem for w in _strong(before, names=True)})[:4])}"
    return "it denies what it points back to, and whoever is meant is named in the other" if parties else None


def _strong(alike: Likeness, *, names: bool) -> list[Word]:
    return [a for a, b in alike.pairs if min(a.weight, b.weight) >= 1.0 and (names or not a.name)]


def _is_empty(word: Word) -> bool:
    return word.stem in listed("of the denial") and not word.name


def parties_shared(one: Telling, other: Telling) -> bool:
    """Tell whether somebody who speaks or is spoken of in the one is so in the other."""
    is_titled = _titles(one) & _voices(other) or _titles(other) & _voices(one)
    return bool(one.parties & other.parties or _party_words(one) & _party_words(other) or is_titled)


def _titles(telling: Telling) -> frozenset[str]:
    """Give the words right before a name, by which its bearer may be called: "SENATOR Orlow" and "the senator"."""
    named = {word.at for word in telling.body if word.name}
    return frozenset(word.stem for word in telling.body if word.at + 1 in named and not _is_empty(word))


def _voices(telling: Telling) -> frozenset[str]:
    return frozenset(word.stem for word in telling.voices if word.weight >= 1.0 and not _is_empty(word))


def _party_words(telling: Telling) -> frozenset[str]:
    names = {word.stem for word in (*telling.body, *telling.asides, *telling.voices) if word.name}
    names |= _voices(telling)
    return frozenset(names | {part for key in telling.parties for part in map(stem, key.split("-")) if len(part) > 3})
