"""Initials that a report itself spells out: "FSA" after "the Financial Services Agency" is that agency, whoever else the lexicon knows by them."""

from __future__ import annotations

import re

from ...findings.mention import Label
from ...span import Span
from ..doc import Doc
from ..known.actors import Known, state_of

_INITIALS = re.compile(r"[A-Z]{2,6}")
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
    return found
