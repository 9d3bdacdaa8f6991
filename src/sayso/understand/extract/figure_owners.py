"""Whose a quantity is: the possessor of what is counted, the subject of "has N", the person an age is of. A Doc and the cast in, a part out."""

from __future__ import annotations

import re

from ...findings.actor import ActorKind
from ...findings.figure import Figure, FigureKind
from ...span import Span
from ..doc import Doc
from ..numbers.quantities import Quantity
from .cast import Cast, Part

_HAS = re.compile(
    r"\s*(?:,?\s*which\s+)?(?:has|have|had|holds?|boasts?|fields?|maintains?|deployed|employs?|lost|sent)\b", re.IGNORECASE
)
_WITH = re.compile(r" with (?:its |their |a |an |only |just )?")
# Between "has" and its number: "has already lost", not "has questioned one of".
_HAS_ON = re.compile(
    r"(?:\W*\b(?:now|also|already|only|just|still|about|some|a|an|the|its|another|more|than|had|lost|sent|deployed|mobili[sz]ed|trained|been|left|with)\b)*\W*",
    re.IGNORECASE,
)
_MAKES_UP = re.compile(
    r"\b(?:representing|accounting for|making up|comprising|represents?|accounts? for|makes? up|covering|home to|producing)\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
_APPOSED = re.compile(r",? (?:an?|the|his|her|their) $|, (?:aged |age )?$| is (?:an? )?$| was (?:an? )?$")


def owner_of(doc: Doc, cast: Cast, quantity: Quantity, of: Span | None, previous: Figure | None) -> Part | None:
    """Give the actor a quantity belongs to, None where the words name none."""
    if quantity.kind is FigureKind.AGE:
        return _aged(doc, cast, quantity, of)
    return _possessor(doc, cast, quantity, of) or _as_before(doc, cast, quantity, previous)


def _aged(doc: Doc, cast: Cast, quantity: Quantity, of: Span | None) -> Part | None:
    """Give the person of an age: named in what it is of, or right before it ("Marta Olsen, 34", "Olsen, a 34-year-old teacher", "she was 34")."""
    inside = cast.named_in(of) if of is not None else []
    if of is not None:
        named = next((p for m, p in inside if p.kind is ActorKind.PERSON and m.end == of.end), None)
        if named is not None:
            return named
    for mention, part in cast.before(quantity.span.start, (ActorKind.PERSON,), floor=max(0, quantity.span.start - 60)):
        is_named = mention.of(doc.text)[:1].isupper() and mention in part.naming  # whom "she" means is too often another
        return part if is_named and _APPOSED.fullmatch(doc.text[mention.end : quantity.span.start]) else None
    return None


def _possessor(doc: Doc, cast: Cast, quantity: Quantity, of: Span | None) -> Part | None:
    text, sentence = doc.text, doc.sentence_at(quantity.span.start)
    if of is not None and quantity.kind is not FigureKind.DURATION:
        is_beside = of == quantity.of  # what is found further off belongs to whom a possessor names only
        named = [(m, p) for m, p in cast.named_in(of) if p.kind is not ActorKind.PERSON and m.start - of.start < 24]
        inside = [p for m, p in named if is_beside or text[m.end : m.end + 2] in ("'s", "’s")]
        if inside and not re.search(r"\b(?:in|from|near|to)\b", of.of(text)[:24]):
            return inside[0]
    own = _pronoun(doc, cast, quantity) if quantity.kind is FigureKind.COUNT else None
    if own is not None:
        return own
    before = [(m, p) for m, p in cast.named_in(Span(sentence.start, quantity.span.start)) if p.kind is not ActorKind.PERSON]
    for mention, part in reversed(before):
        between = text[mention.end : quantity.span.start]
        has = _HAS.match(between)
        if has and len(between) < 40 and _HAS_ON.fullmatch(between, has.end()):
            return part
        if _WITH.fullmatch(between):
            return part
        if between in ("’s ", "'s ") or (between.startswith(("’s ", "'s ")) and len(between) < 24 and of is not None):
            return part
    return before[-1][1] if before and _MAKES_UP.search(text[sentence.start : quantity.span.start]) else None


def _pronoun(doc: Doc, cast: Cast, quantity: Quantity) -> Part | None:
    """Give whom "its" or "their" means in "its 1,100 troops", "40 of its soldiers"."""
    start, end = quantity.span.start, quantity.of.start if quantity.of is not None else quantity.span.end
    near = Span(max(0, start - 6), max(start, end))
    for mention, part in cast.named_in(near):
        if mention.of(doc.text).lower() in ("its", "their") and part.kind is not ActorKind.PERSON:
            between = doc.text[mention.end : start] if mention.end <= start else doc.text[mention.end : end]
            if not between.strip():
                return part
    return None


def _as_before(doc: Doc, cast: Cast, quantity: Quantity, previous: Figure | None) -> Part | None:
    """Give the owner of the number before, of the same kind and joined to this one by "and" or "or"."""
    sentence = doc.sentence_at(quantity.span.start)
    if previous is None or previous.whose is None or previous.span.start < sentence.start or previous.kind is not quantity.kind:
        return None
    if not re.fullmatch(r"[^.;:]{0,60}\b(?:and|or)\b\s*", doc.text[previous.span.end : quantity.span.start]):
        return None
    return next((p for p in cast.parts.values() if p.id == previous.whose), None)
