"""An answer and a telling → whether the one is about the other, surely enough to be laid to its claim. A function of the two alone.

A denial that is laid to the wrong claim makes somebody deny what he never spoke of. So it has to name what it denies, in two words at least; or it says
nothing of what it denies, and then it means what its report begins with, or what stands right before it.
"""

from __future__ import annotations

import re

from .claim import Stand
from .denials import LITTLE, parties_shared, words_denied
from .likeness import Likeness, likeness
from .spoken import Place, Spoken
from .telling import Word
from .words import listed, stem

# Scores: of an answer that names what it is about, less the more of the claim it leaves out; of one that points to what its report begins with, to
# what stands right before it, and to what another report begins with.
NAMES_IT, COVERS_IT = 0.75, 0.1
BEGINNING, BEFORE_IT, ELSEWHERE = 0.65, 0.62, 0.6
# What is taken off for silences and doubts: they say less of what they are about.
ONLY_ASKED = 0.05
# Weight of words up to which an answer says nothing of what it is about.
NEXT_TO_NOTHING = 0.9
# Which part of the weight of what is denied the other must tell.
DENIED_COVER = 0.5
# Which part of the other's words of matter an answer must touch; less is another point with a word in common.
CLAIM_COVER = 0.2
# Characters between a telling and an answer that stands right behind it.
RIGHT_BEFORE = 250
# Words of the other's that an answer must repeat to be about what its own side says.
OWN_SIDE_WORDS = 3
_POINTS = re.compile(
    r"\b(?:reports?|accounts?|claims?|allegations?|accusations?|charges?|rumou?rs?|suggestions?|stor(?:y|ies)|findings|announcement|assertions?|news)\b"
)
# What is denied is only called by one word that the reader knows by then: "did not deny the deployment".
_ONE_NOUN = re.compile(r"\b(?:the|this|that|any such) \w+$|\b(?:it|this|that)$")

_KEEPS = frozenset(stem(word) for word in "not n't no nothing neither never decline refuse unable".split())
_ASKED_FIRST = re.compile(r"(?:whether|if|why|how|when|where|who|what) ")


def laid(answer: Spoken, told: Spoken) -> tuple[float, str] | None:
    """Give how sure it is that the answer is about what the other tells, and why in words; None where it is not."""
    own_side = bool(answer.sides & told.sides)
    if not answer.answers or (own_side and answer.report == told.report):
        return None  # in one report nobody turns down what his own side says there
    denied = _asked_about(answer)
    alike = likeness(denied, [*told.telling.body, *told.telling.asides, *told.telling.voices])
    named = _named(alike)
    if any(not word.name for word in named) and len(named) >= (OWN_SIDE_WORDS if own_side else 2) and alike.cover >= DENIED_COVER:
        covered = likeness(denied, told.telling.body).other_cover
        return (NAMES_IT + COVERS_IT * covered, f"what the other tells: {_listed(named)}") if covered >= CLAIM_COVER else None
    said = sum(word.weight for word in denied if not word.name)
    low = answer.telling.text.lower()
    if (
        own_side
        or _ASKED_FIRST.match(low)
        or said >= LITTLE
        or (said >= NEXT_TO_NOTHING and not _POINTS.search(low) and not _ONE_NOUN.search(low))
    ):
        return None
    return _pointed_to(answer, told, bool(named))


def _asked_about(answer: Spoken) -> list[Word]:
    """Give the words that say what is denied or kept back; of a silence only what stands behind "not" and "declined", before it is who keeps silent; or the question, where it stands first."""
    denied = [word for word in words_denied(answer.telling) if word.stem not in listed("kept back")]
    if answer.stand not in (Stand.SILENT, Stand.DECLINES):
        return denied
    begins = next((at for at, found in enumerate(answer.telling.stems) if found in _KEEPS), 0)
    if _ASKED_FIRST.match(answer.telling.text.lower()):
        return [word for word in denied if word.at < begins]  # "whether ships had left, she did not answer"
    return [word for word in denied if word.at > begins]


def _pointed_to(answer: Spoken, told: Spoken, named: bool) -> tuple[float, str] | None:
    points = bool(_POINTS.search(answer.telling.text.lower()))
    if answer.report == told.report:
        between = answer.telling.span.start - told.telling.span.end
        if told.place is not Place.FURTHER and between > 0 and (named or _leads_to(told, answer)):
            return BEGINNING, "what its report begins with"
        if points and 0 < between <= RIGHT_BEFORE and (named or parties_shared(answer.telling, told.telling)):
            return BEFORE_IT, "what stands right before it"
        return None
    begins = Place.FURTHER not in (answer.place, told.place)
    if points and begins and named and parties_shared(answer.telling, told.telling):
        return ELSEWHERE, "what both reports begin with"
    return None


def _leads_to(told: Spoken, answer: Spoken) -> bool:
    """Tell whether the words before the answer, or whoever is named in it, are of what is told."""
    return parties_shared(answer.telling, told.telling) or bool(_named(likeness(told.telling.body, answer.telling.around)))


def _named(alike: Likeness) -> list[Word]:
    return [one for one, other in alike.pairs if min(one.weight, other.weight) >= 1.0]


def _listed(words: list[Word]) -> str:
    return ", ".join(sorted({word.stem for word in words})[:4])
