"""Pronouns → whom they point to, by rule: recency, who was speaking, who was subject. Never follows a pronoun to its own speaker in quotation."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from ...findings.actor import ActorKind
from ...span import Span
from ..chains.somebody import word_odds
from ..doc import Doc
from .cast import Cast, Part
from .referents import Meaning, Referents

_THIRD = re.compile(
    r"\b(?:he|she|him|her|his|hers|they|them|their|theirs|it|its|himself|herself|itself|themselves)\b", re.IGNORECASE
)
# Forms of address before a name that tell a gender.
_ADDRESS = re.compile(r"\b(?:(?P<f>Mrs|Ms|Miss|Madam|Lady|Dame)|(?P<m>Mr|Sir|Lord))\.? $")
_PERSONAL = ("he", "she", "him", "her", "his", "hers", "himself", "herself")
_PEOPLE = (ActorKind.PERSON,)
_BODIES = (ActorKind.COUNTRY, ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.OUTLET)
# How far back, in sentences, a pronoun looks.
REACH = 4
_LONGEST_ADDRESS = 8  # characters, with the space behind it
# Least probability of the chains' answer to follow it for a noun. Where the way of a subject "it" back to a name is less sure than LOST, recency goes before the
# chains: of 513 reports to tune on (training/chain_marking.py) it is right 4 times and they once; elsewhere they are, two to twenty times as often.
FOLLOWED, LOST = 0.6, 0.45
# Least probability of a link to go before recency among sources. Of the same reports recency gives 45 of "it" and "they" to another or nobody where the chains are
# that sure and right, and is right where they are wrong 5 times; below it "it" 8 and 4 times.
SURER = 0.9
_EXPLETIVE = re.compile(
    r"(?:it|it’s|it's)\s+(?:is|was|would be|will be|’s|'s|gets|got|seems|appears|remains|became)?\s*(?:a |an |not |also |very |too |clear|unclear|likely|possible|hard|easy|important|time|harder|easier|more|less|better|\w+ to\b|that\b)",
    re.IGNORECASE,
)


def addressed_as(cast: Cast, part: Part) -> str | None:
    """Give the gender that a form of address before somebody's name tells: "Ms Keller"."""
    told = (_ADDRESS.search(cast.text, max(0, m.start - _LONGEST_ADDRESS), m.start) for m in part.naming)
    return next((match.lastgroup for match in told if match), None)


def learn_addressed(cast: Cast) -> None:
    """Note the gender that a form of address tells of everybody of whom none is known."""
    for part in cast.parts.values():
        if part.kind is ActorKind.PERSON and part.gender is None:
            part.gender = addressed_as(cast, part)


def pronoun_referent(doc: Doc, cast: Cast, span: Span, speakers: dict[int, Part], *, speaker: Part | None = None) -> Part | None:
    """Give whom a third-person pronoun points to, None where nobody fits.

    Args:
        speakers: part by the end of its source, for attributions already resolved; who speaks is whom the next sentence is about.
        speaker: who says the quotation the pronoun stands in; never its referent.
    """
    word = span.of(doc.text).lower()
    kinds = _PEOPLE if word in _PERSONAL else _BODIES
    here = doc.sentence_number(span.start)
    floor = doc.sentences[max(0, here - REACH)].start if doc.sentences else 0
    best: tuple[float, int, Part] | None = None
    gender = "f" if word in ("she", "her") else "m" if word in ("he", "him", "his") else None
    for mention, part in cast.before(span.start, kinds, floor=floor):
        if part is speaker or (gender and part.gender and part.gender != gender):
            continue
        if word in ("it", "its") and part.kind is ActorKind.GROUP:
            continue
        if word in ("they", "them", "their") and part.kind is ActorKind.COUNTRY and speakers.get(mention.end) is not part:
            continue  # a state is "they" where it speaks, and hardly elsewhere
        distance = here - doc.sentence_number(mention.start)
        score = -float(distance)
        if speakers.get(mention.end) is part:
            score += 1.5 if gender else 0.5
        if _is_subject(doc, mention):
            score += 1.1
        if doc.quotation_at(mention.start) is not None and doc.quotation_at(span.start) is None:
            score -= 1.5
        if best is None or score > best[0]:
            best = (score, mention.start, part)
    if best is None:
        return None
    if gender:
        best[2].gender = best[2].gender or gender
    return best[2]


def surely_meant(referents: Referents, pronoun: Span) -> Meaning | None:
    """Give what the chains say of a source that begins with a pronoun, where they are surer than recency; of "he" only whom they name.

    "He" of a title is, as a rule, somebody named elsewhere, and things do not speak.
    """
    word = pronoun.of(referents.doc.text).split(" ")[0]
    found = referents.meant(Span(pronoun.start, pronoun.start + len(word)))
    if found is None or found.score < SURER:
        return None
    noun = found.noun.of(referents.doc.text).split()[-1].lower() if found.noun is not None else ""
    return found if word.lower() not in _PERSONAL and noun and word_odds(noun) > 0 else replace(found, noun=None)


def may_mean(word: str, part: Part) -> bool:
    """Tell whether a pronoun may mean somebody of this kind: "he" nobody but a person, "it" anybody but one."""
    if word in _PERSONAL:
        return part.kind is ActorKind.PERSON
    return part.kind is not ActorKind.PERSON or word not in ("it", "its", "itself")


def _is_subject(doc: Doc, mention: Span) -> bool:
    tokens = doc.tokens_in(mention)
    following = tokens.stop
    while following < len(doc.pos) and doc.pos[following] == "ADV":
        following += 1
    return following < len(doc.pos) and doc.pos[following] in ("VERB", "AUX")


def follow_pronouns(
    doc: Doc, cast: Cast, speakers: dict[int, Part], by_content: list[tuple[Span, Part]], referents: Referents | None = None
) -> None:
    """Add third-person pronouns to the mentions of those they point to: by the chains of the report, by recency where these were not asked.

    Args:
        referents: the chains of the report.
        by_content: (content, speaker) of the resolved attributions, to know who says what a pronoun stands in.
    """
    by_content = sorted(by_content, key=lambda pair: pair[0])
    reach = max((content.end - content.start for content, _ in by_content), default=0)
    for sentence in doc.sentences:
        low = bisect_left(by_content, sentence.start - reach, key=lambda pair: pair[0].start)
        voices = by_content[low : bisect_left(by_content, sentence.end, key=lambda pair: pair[0].start)]
        for match in _THIRD.finditer(doc.text, sentence.start, sentence.end):
            span = Span(match.start(), match.end())
            word = match.group().lower()
            if cast.named_in(span):
                continue
            quoted = doc.quotation_at(span.start) is not None
            voice = next((part for content, part in voices if quoted and content.covers(span)), None)
            found = referents.meant(span) if referents is not None else None
            referent = found.part if found is not None and found.part is not voice else None
            referent = referent if referent is not None and may_mean(word, referent) else None
            is_expletive = found is None and word == "it" and _EXPLETIVE.match(doc.text, span.start, sentence.end) is not None
            is_lost = found is not None and word == "it" and found.is_subject and found.way < LOST
            if (found is None and not is_expletive) or (is_lost and referent is not None):
                referent = pronoun_referent(doc, cast, span, speakers, speaker=voice)
            if referent is not None:
                cast.mention(referent, span, naming=False)


def follow_nouns(cast: Cast, referents: Referents) -> None:
    """Add common nouns ("the ministry", "the boy") to the mentions of those whom the chains of the report are sure they mean."""
    for span, found in referents.nouns():
        if found.score >= FOLLOWED and not cast.named_in(span):
            cast.mention(found.part, span, naming=False)


def described_parts(cast: Cast) -> dict[int, Part]:
    """Give groups and bodies by the characters at which words that name or describe them end."""
    kinds = (ActorKind.GROUP, ActorKind.ORGANISATION)
    return {m.end: p for p in cast.parts.values() if p.kind in kinds for m in p.naming}
