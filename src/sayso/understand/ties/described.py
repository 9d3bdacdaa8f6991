"""Descriptions that mean somebody named elsewhere ("Ole Dahl … because the Peruvian president said") → the offices they say.

Only where the cast takes the words for that person, and the report names him.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings.actor import ActorKind
from ...findings.tie import Relation
from ...span import Span
from ..doc import Doc
from ..extract.cast import Cast, Part
from ..extract.descriptions import Description, describe
from ..extract.offices_elsewhere import is_plural
from ..known.offices import role_keys
from .bounds import Bounds, ended
from .found import LISTED, Found
from .offices import is_office, marked_with
from .owners import owner_beside
from .whom import Whom

_WORDS = re.compile(r" (?P<office>(?:[a-z]+ ){0,2}[a-z]+)\b(?! [A-Z])")
# Sentences between a description and the name of whom it means.
REACH = 3


def described_ties(doc: Doc, cast: Cast, whom: Whom, bounds: Bounds) -> Iterator[Found]:
    """Give the offices that descriptions of people named in the report say, of an owner in their own words."""
    yield from _known_holder(doc, cast, whom, bounds)
    for part in list(cast.parts.values()):
        if part.kind is not ActorKind.PERSON or not part.id or not part.naming:
            continue
        for mention in sorted(part.mentions - set(part.naming)):
            office = _office(doc, cast, whom, mention)
            named = _named_near(doc, part, mention)
            if office is None or office.of is None or named is None:
                continue
            start, until = bounds.around(mention)
            until = until or (ended(doc, marked_with(doc, office.span) or "former") if office.former else None)
            yield Found(
                part, Relation.HOLDS_OFFICE, office.of, tuple(sorted((named, mention))), office.span, round(LISTED * 0.9, 3),
                role=office.role, start=start, until=until, presupposed=True,
            )  # fmt: skip


def _known_holder(doc: Doc, cast: Cast, whom: Whom, bounds: Bounds) -> Iterator[Found]:
    """ "Ole Dahl …, for the Norwegian premier said": of somebody near whom the lexicon knows to hold the very office."""
    for state in whom.names.ordered:
        if (
            state.part.kind is not ActorKind.COUNTRY
            or doc.text[max(0, state.span.start - 4) : state.span.start].lower() != "the "
        ):
            continue
        match = _WORDS.match(doc.text, state.span.end)
        office = _office(doc, cast, whom, Span(state.span.start, match.end("office"))) if match is not None else None
        if office is None or office.former:
            continue
        here = doc.sentence_at(state.span.start)
        near = {
            p.key: (m, p) for m, p in cast.named_in(here) if p.kind is ActorKind.PERSON and m in p.naming and _holds(p, office)
        }
        if len(near) == 1:
            mention, part = next(iter(near.values()))
            whole = Span(state.span.start, office.span.end)
            if not any(m.overlaps(whole) for m in part.mentions):
                yield Found(
                    part, Relation.HOLDS_OFFICE, state.part, tuple(sorted((mention, whole))), office.span, round(LISTED * 0.9, 3),
                    role=office.role, presupposed=True,
                )  # fmt: skip


def _holds(part: Part, office: Description) -> bool:
    """Tell whether the lexicon knows somebody to hold an office, whatever the report says of it."""
    keys = set(role_keys(office.role))
    owner = office.of.key if office.of is not None else None
    return any(o.of == owner and keys & set(role_keys(o.role)) and o.source != "report" for o in part.offices)


def _office(doc: Doc, cast: Cast, whom: Whom, mention: Span) -> Description | None:
    """Give the office of a definite description with its owner beside it; None where it says none."""
    words = mention.of(doc.text)
    is_definite = words.lower().startswith("the ") or doc.text[max(0, mention.start - 4) : mention.start].lower() == "the "
    office = describe(cast, mention) if is_definite else None
    if office is None or office.of is None or not office.of.id or office.span.end != mention.end or is_plural(office):
        return None
    if not is_office(office.role, office.of) or marked_with(doc, office.span) == "next":
        return None
    return office if owner_beside(doc, cast, whom, office.of, office.span) else None


def _named_near(doc: Doc, part: Part, mention: Span) -> Span | None:
    """Give the name nearest to a description, not many sentences away."""
    here = doc.sentence_number(mention.start)
    near = [m for m in part.naming if abs(doc.sentence_number(m.start) - here) <= REACH and not m.overlaps(mention)]
    return min(near, key=lambda m: abs(m.start - mention.start), default=None)
