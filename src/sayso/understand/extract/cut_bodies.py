"""Bodies that the names before did not keep whole ("Universidad de Quito" around a capital, "Norvik prison" taken for a place) → the cast.

An organisation the entity head found whole, of which only a state inside it is anybody, is one; so is a prison, hospital or port that somebody is director of.
Runs last before the cast is frozen, so that nobody is taken for them who spoke or acted. Needs names and places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings.actor import ActorKind
from ...findings.mention import Label
from ...span import Span, overlaps_any
from ..doc import Doc
from ..known.offices import office_word
from .cast import Cast, Part, slug

# How sure it is that these words are a body, raw.
SURE = 0.7
_SURE_NAME = 0.6  # confidence of the entity head
_SITES = r"(?:prison|jail|penitentiary|hospital|clinic|airport|port|university|college|school|zoo|museum|power plant|plant|refinery|mine|camp|cathedral|mosque)"
_KINDS = r"(?:central|general|university|regional|district|state|federal|international|memorial|maximum-security)"
_OFFICES = r"(?:director|warden|governor|head|chief|manager|administrator|superintendent|principal|headmaster|dean|rector|spokesman|spokeswoman|spokesperson|imam|commander)"
_PORTFOLIO = re.compile(
    r"\b(?:minister|ministry|secretary|department|chief|head|commander)s?\s+(?:of|for)\s+(?:the\s+)?$", re.IGNORECASE
)
_SITE = re.compile(rf"(?:[A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'-]+|de|del|la)){{0,3}}\s{_SITES})\b", re.IGNORECASE)
_NOUN_BEHIND = re.compile(rf" (?:{_KINDS} )?{_SITES}\b(?![-–’'])", re.IGNORECASE)
_OF_SITE = re.compile(rf"\b{_OFFICES}\s+(?:of|at|for)\s+(?:the\s+)?$", re.IGNORECASE)
_SITE_OF = re.compile(rf"(?:[’']s)?\s+(?:[a-z]+\s+){{0,2}}{_OFFICES}\b", re.IGNORECASE)


def name_cut_bodies(doc: Doc, cast: Cast) -> None:
    """Put bodies into the cast that only the entity head kept whole, and sites with an officer."""
    for span in (*_around_states(doc, cast), *_sites(doc, cast)):
        if not overlaps_any(span, doc.report.furniture):
            words = re.sub(r"^(?:the|The)\s+|[’']s?$", "", span.of(doc.text))
            part = cast.called.get(words) or _part(cast, words)
            if part is not None:
                cast.mention(part, span)


def _part(cast: Cast, words: str) -> Part | None:
    known = cast.parts.get(slug(words))
    if known is not None:
        return known if known.kind is ActorKind.ORGANISATION else None
    part = cast.part(slug(words), words, ActorKind.ORGANISATION)
    part.confidence = SURE
    return part


def _around_states(doc: Doc, cast: Cast) -> Iterator[Span]:
    """Give organisations of the entity head inside which a state or capital is named, and nobody else: "Bank of Togo Holdings"."""
    for name in doc.names:
        words = name.span.of(doc.text)
        inside = cast.named_in(name.span)
        if name.label is not Label.ORG or name.confidence < _SURE_NAME or not inside or len(words.split()) < 3 or "\n" in words:
            continue
        sentence = cast.named_in(doc.sentence_at(name.span.start))
        crossing = [m for m, _ in sentence if m.overlaps(name.span) and not name.span.covers(m)]
        before = doc.text[max(0, name.span.start - 24) : name.span.start]
        # In brackets the same body in another tongue; after a portfolio a piece of the office: "Minister of Defence of Togo".
        explains = before.endswith("(") or _PORTFOLIO.search(before)
        within = not explains and all(p.kind is ActorKind.COUNTRY and m.start > name.span.start for m, p in inside)
        if within and not crossing and words[0].isupper() and office_word(words.split()[-1]) is None:
            yield name.span


def _sites(doc: Doc, cast: Cast) -> Iterator[Span]:
    """Give the prisons, hospitals and their like that an office stands by, where the sentence names or means a person."""
    for name in doc.names:
        span = _with_noun(doc, name.span) if name.label in (Label.LOC, Label.ORG) else None
        if span is None or cast.owner(span) is not None or not span.of(doc.text)[0].isupper():
            continue
        sentence = doc.sentence_at(span.start)
        near = cast.named_in(sentence)
        people = any(p.kind is ActorKind.PERSON for _, p in near)
        before = _OF_SITE.search(doc.text, max(sentence.start, span.start - 40), span.start)
        if people and (before or _SITE_OF.match(doc.text, span.end, sentence.end)):
            yield span


def _with_noun(doc: Doc, name: Span) -> Span | None:
    """Give the name of a site: whole as the entity head has it, or with the noun behind it that the head left out ("Norvik | prison")."""
    if _SITE.fullmatch(name.of(doc.text)) is not None:
        return name
    after = _NOUN_BEHIND.match(doc.text, name.end)
    return Span(name.start, after.end()) if after is not None and "\n" not in name.of(doc.text) else None
