"""Initials that several bear: "FSA" after "the Financial Services Agency" is that agency, and "ADF" is of a state that the report names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...findings.mention import Label
from ...span import Span
from ..doc import Doc
from ..known.actors import Known, state_of
from ..known.named import NameKind

_OF_STATES = (NameKind.STATE, NameKind.DEMONYM, NameKind.PEOPLE, NameKind.CAPITAL)
_INITIALS = re.compile(r"[A-Z]{2,6}")
# "… for Fair Trade in Peru (Comision para el Comercio Justo - CICJ)", "the Free Brigade (Brigada Libre, or BLC)", "the Liberation Army (ELN)".
_BRACKET = re.compile(r"\(\s*(?:[^\W\d_][^()]{3,120}?(?:\s[-–—]\s*|,? or |, |; ))?(?P<initials>[A-Z]{2,6})\s*\)")
_PLACE_BETWEEN = re.compile(r"(?: (?:in|of|for) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?\s*")
_IN_PLACE = re.compile(r" in (?:the )?(?P<place>[A-Z].*)$")
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]*")


def spelled_out(doc: Doc, known: list[Known]) -> dict[Span, str]:
    """Give, for initials that the lexicon does not know or takes for another body, the name in the report that they shorten."""
    found: dict[Span, str] = {}
    names = _names_by_initials(doc)
    bodies = {one.span: one for one in known}
    for span in dict.fromkeys([*bodies, *(name.span for name in doc.names if name.label is Label.ORG)]):
        words = span.of(doc.text)
        if not _INITIALS.fullmatch(words) or words not in names:
            continue
        actor = bodies[span].actor if span in bodies else None
        if actor is None or not any(" " in name and name in doc.text for name in (actor.name, *actor.aliases)):
            found[span] = names[words]
    return found


def as_meant_here(known: Sequence[Known]) -> Iterator[Known]:
    """Give each name that the lexicon found, of several who bear it with the first whose state the report names, by itself, its people or its capital."""
    of_report = {one.actor.key if one.kind in _OF_STATES else one.actor.country for one in known if not one.also}
    for one in known:
        chosen = next((actor for actor in (one.actor, *one.also) if actor.country in of_report), one.actor)
        yield one if chosen is one.actor else replace(one, actor=chosen)


def _names_by_initials(doc: Doc) -> dict[str, str]:
    """Give the names of organisations by their initials, with and without the adjective of a state before them; the first of several counts."""
    found: dict[str, str] = {}
    for name in doc.names:
        first, _, rest = name.span.of(doc.text).partition(" ")
        words = _CAPITALISED.findall(name.span.of(doc.text))
        if name.label is not Label.ORG or len(words) < 2:
            continue
        for kept in (words, _CAPITALISED.findall(rest) if state_of(first) is not None else []):
            if len(kept) > 1:
                found.setdefault("".join(word[0] for word in kept), name.span.of(doc.text))
    return found | _in_brackets(doc)


def _in_brackets(doc: Doc) -> dict[str, str]:
    """Give the names of organisations by the initials in brackets right after them, which may be those of another language."""
    found: dict[str, str] = {}
    for match in _BRACKET.finditer(doc.text):
        before = [n for n in doc.names_near(Span(match.start(), match.end())) if n.span.end <= match.start()]
        name = max(before, key=lambda n: n.span.end, default=None)
        if name is None or name.label is not Label.ORG or " " not in name.span.of(doc.text):
            place = name
            orgs = [n for n in before if n.label is Label.ORG and " " in n.span.of(doc.text)]
            name = max(orgs, key=lambda n: n.span.end, default=None)
            if name is None or place is None or place.label is not Label.LOC:
                continue
        if _PLACE_BETWEEN.fullmatch(doc.text, name.span.end, match.start()) is not None:
            found.setdefault(match["initials"], _without_state(name.span.of(doc.text)))
    return found


def _without_state(name: str) -> str:
    """Leave the state that a name ends in: "the Commission for Fair Trade in Peru"."""
    place = _IN_PLACE.search(name)
    return name[: place.start()] if place is not None and state_of(place["place"]) is not None else name
