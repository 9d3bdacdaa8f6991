"""Descriptions that mean somebody named elsewhere ("Ole Dahl … because the Peruvian president said") → the offices they say.

Only where the cast takes the words for that person, and the report names him.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings.actor import ActorKind
from ...findings.tie import Relation
from ...span import Span
from ..doc import Doc
from ..extract.cast import Cast, Part
from ..extract.descriptions import Description, describe
from ..extract.offices_elsewhere import is_plural
from .bounds import Bounds, ended
from .found import LISTED, Found
from .offices import is_office, marked_with
from .owners import owner_beside
from .whom import Whom

# Sentences between a description and the name of whom it means.
REACH = 3


def described_ties(doc: Doc, cast: Cast, whom: Whom, bounds: Bounds) -> Iterator[Found]:
    """Give the offices that descriptions of people named in the report say, of an owner in their own words."""
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
