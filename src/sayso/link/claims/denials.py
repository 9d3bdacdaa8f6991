"""A denial and a telling → whether the one is about the other, and why. A denial of something else is no denial of it."""

from __future__ import annotations

import re

from .likeness import all_names, likeness
from .telling import Telling, Word
from .words import stem

# Words of the denial itself and words that only point to what is denied: they say nothing of what it is. Stems.
_EMPTY = frozenset(
    stem(w)
    for w in "deny denial reject dismiss refute rebut repudiate disavow dispute contradict describe call brand label fake false untrue baseless unfounded groundless bogus fabricate fabrication hoax "
    "invention lie slander smear nonsense rubbish fiction propaganda absurd ridiculous true truth wrong incorrect inaccurate allegation claim charge accusation report rumour rumor suggestion notion idea "
    "assertion account version story theory matter affair thing such anything anybody anyone everything somebody someone nobody categorically emphatically completely totally entirely strongly flatly "
    "involvement involve part role hand responsibility responsible look elsewhere start finish word statement previously repeatedly again say tell speak".split()
)
_POINTS_BACK = re.compile(
    r"\b(?:allegations?|claims?|charges?|accusations?|reports?|rumou?rs?|suggestions?|notion|stor(?:y|ies)|account|version|it|this|that|them|these|those|involvement|us|me|so|true|lies?|nonsense)\b"
)
# Two tellings of one report this near, in characters, may speak of one another without a word in common.
NEAR = 1500


def answers(denial: Telling, claim: Telling) -> str | None:
    """Say why the denial is about the claim; None where it is not."""
    denied = _denied(denial)
    told = [w for w in (*claim.body, *claim.asides) if not _is_empty(w)]
    alike = likeness(denied, told)
    strong = [a for a, b in alike.pairs if min(a.weight, b.weight) >= 1.0]
    matter = [a for a in strong if not a.name]
    parties = _parties_shared(denial, claim)
    if matter and (parties or alike.cover >= 0.45):
        return f"it denies what the other tells: {', '.join(sorted({w.stem for w in matter})[:4])}"
    if len(strong) >= 2 and alike.cover >= 0.5:
        return f"it denies what the other tells: {', '.join(sorted({w.stem for w in strong})[:4])}"
    aside = likeness([w for w in denial.asides if not _is_empty(w) and not w.name], told)
    about = [a for a, b in aside.pairs if min(a.weight, b.weight) >= 1.0]
    bare = sum(w.weight for w in denied if not w.name) < 1.5
    if bare and about:
        return f"it denies, and speaks of {about[0].stem} as the other does"
    if not bare or not _POINTS_BACK.search(denial.text.lower()):
        return None
    if parties:
        return "it denies what it points back to, and whoever is meant is named in the other"
    if denial.report == claim.report and 0 <= denial.span.start - claim.span.start <= NEAR:
        return "it denies what it points back to, right after the other"
    return None


def _denied(denial: Telling) -> list[Word]:
    return [w for w in denial.body if not _is_empty(w)]


def _is_empty(word: Word) -> bool:
    return word.stem in _EMPTY and not word.name


def _parties_shared(one: Telling, other: Telling) -> bool:
    if one.parties & other.parties:
        return True
    mine, theirs = _spoken_names(one), _spoken_names(other)
    return bool(mine & theirs)


def _spoken_names(telling: Telling) -> frozenset[str]:
    names = all_names(telling) | {w.stem for w in telling.asides if w.weight >= 1.0 and not _is_empty(w)}
    return names | {part for key in telling.parties for part in map(stem, key.split("-")) if len(part) > 3}
