"""Sources without a name of which no words tell whose they are → the state that the report as a whole says they speak for.

Runs once all speakers are known: each statement is told for itself, for "officials" here may be another state's than "officials" there. Who has a voice keeps
it. Cases: cases/voices.yml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...findings.actor import ActorKind
from ...findings.mention import Label
from ...span import Span
from ..doc import Doc
from ..known.named import named, states
from ..known.offices import body_words
from ..known.words import key_of
from .cast import Cast, Part
from .find_bodies import name_state
from .source_words import noun_of, words_of_source
from .statements import Spoken
from .voices_meant import VoicesMeant

# How likely a state must be (0..1): benchmarks/marks/fit_voices.py --check.
LEAST = 0.5
# Sorts of sources that are a state's whatever stands before them, and what others are called by: "a company spokesman".
_PUBLIC = frozenset(("ministry", "government", "law"))
_PRIVATE = re.compile(
    r"\b(?:compan(?:y|ies)|firm|bank|hospital|clinic|club|school|college|university|airport|airline|aid|relief|humanitarian|charity|church|mosque|diocese"
    r"|team|league|tournament|federation|campaign|industry|factory|mine|plant|hotel|museum|shipping|separatist|guerrilla)\b",
    re.IGNORECASE,
)
# Blanks and marks at the ends of a source.
_MARKS = ' ,:;“”"‘’—–-()'
_OF_NO_STATE = ("IGO", "NGO")
_KINDS = (ActorKind.PERSON, ActorKind.GROUP, ActorKind.ORGANISATION)


def find_voices(doc: Doc, cast: Cast, spoken: Sequence[Spoken]) -> list[Spoken]:
    """Give the statements with the states that their sources without a name speak for; who is meant by a pronoun speaks as he did where he was called last."""
    meant = VoicesMeant(doc, cast, heard_in(spoken), speakers_in(spoken))
    told: dict[str, str | None] = {}
    found = []
    for one in sorted(spoken, key=lambda s: s.attribution.anchor):
        part, source = one.speaker, source_of(doc, one)
        if part is None or one.speaks_for is not None or not is_nameless(part):
            found.append(one)
            continue
        if source is not None and not is_pronoun(doc, source):
            home = meant.of(source) if is_open(doc, cast, source) else None
            told[part.key] = home.key if home is not None and home.how >= LEAST else None
        found.append(_given(cast, one, part, told.get(part.key)))
    places = {id(one.attribution): one for one in found}
    return [places[id(one.attribution)] for one in spoken]


def _given(cast: Cast, one: Spoken, part: Part, state: str | None) -> Spoken:
    if state is None:
        return one
    part.country = part.country or state
    name_state(cast, state, min(part.mentions, default=Span(0, 1)))
    return replace(one, speaks_for=state)


def heard_in(spoken: Sequence[Spoken]) -> dict[int, str]:
    """Give for which state who is heard speaks, by where he is named as the source."""
    return {
        s.attribution.source[0].start: s.speaks_for
        for s in spoken
        if s.attribution.source and s.speaks_for is not None and s.speaks_for in states()
    }


def speakers_in(spoken: Sequence[Spoken]) -> dict[int, str]:
    """Give of which state who is heard is, by where he is named as the source."""
    return {
        s.attribution.source[0].start: s.speaker.country
        for s in spoken
        if s.attribution.source and s.speaker is not None and s.speaker.country in states() and s.speaker.country
    }


def _is_after_other_body(cast: Cast, source: Span) -> bool:
    """Tell whether a body of no state is named before "the agency"."""
    return any(
        p.sector in _OF_NO_STATE and p.first() < source.start for p in cast.parts.values() if p.kind is ActorKind.ORGANISATION
    )


def source_of(doc: Doc, one: Spoken) -> Span | None:
    """Give the words of a source before their first comma, without blanks and marks; None where it has none."""
    if not one.attribution.source:
        return None
    span = one.attribution.source[0]
    inner = span.of(doc.text).lstrip(_MARKS)
    start = span.end - len(inner)
    words = inner.rstrip(_MARKS).split(", ")[0]
    return Span(start, start + len(words)) if words else None


def is_nameless(part: Part) -> bool:
    """Tell whether a speaker is called by common nouns, or a body by words that several states' are called by."""
    if part.kind not in _KINDS or part.known_voice is not None or part.given:
        return False
    return named(part.key) is None or key_of(part.name) in body_words()


def is_pronoun(doc: Doc, source: Span) -> bool:
    """Tell whether a source only points to who was called before."""
    return all(doc.pos[i] in ("PRON", "DET", "PUNCT") for i in doc.tokens_in(source))


def is_open(doc: Doc, cast: Cast, source: Span) -> bool:
    """Tell whether no word of a source names a state or a person, and it is no pronoun; an embassy is hardly that of the state a report is about."""
    if any(p.kind is ActorKind.COUNTRY and m in p.naming for m, p in cast.named_in(source)):
        return False
    if is_pronoun(doc, source):
        return False
    words = words_of_source(source.of(doc.text))
    sorts = {words.sort, *words.by}
    if "envoy" in sorts or "band" in sorts:
        return False
    if sorts.isdisjoint(_PUBLIC) and _PRIVATE.search(noun_of(source.of(doc.text))) is not None:
        return False
    if words.sort == "body" and _is_after_other_body(cast, source):
        return False
    return not any(n.label is Label.PER and n.span.overlaps(source) for n in doc.names_near(source))
