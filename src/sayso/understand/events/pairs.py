"""Two who are told together ("the two countries", "both presidents", "the two sides") → those whom the sentence before names, where it names two."""

from __future__ import annotations

import re
from collections.abc import Collection

from ...findings.actor import ActorKind
from ...span import Span
from ..doc import Doc
from ..extract.cast import Cast, Part
from ..extract.states_meant import StatesMeant

_TWO = re.compile(r"(?:two|both)\s+(?:[\w-]+ )?(?P<noun>[a-z]+)", re.IGNORECASE)
_OTHER = re.compile(r"(?:the )?other (?:side|party|country|government|state|one)", re.IGNORECASE)
_STATES = frozenset("countries nations states governments neighbours neighbors capitals republics".split())
_PEOPLE = frozenset(
    "presidents leaders ministers premiers men women politicians candidates rivals generals diplomats envoys".split()
)
# Those whom their states stand for where they are not named themselves.
_OF_STATES = frozenset("presidents leaders ministers premiers generals diplomats envoys".split())
_SIDES = frozenset(("sides", "parties", "groups", "camps"))
# Characters before the words in which "both" may stand.
_BEFORE = 5


def pair_of(span: Span, doc: Doc, cast: Cast, states: StatesMeant, others: Collection[str | None]) -> tuple[Part, Part] | None:
    """Give the two whom words mean; None where they do not tell of two, or more or fewer than two are named before them.

    Args:
        others: keys of whoever is in the event by name: they are not meant ("Chad and Niger urged both governments").
    """
    start = span.start - _BEFORE if doc.text[max(0, span.start - _BEFORE) : span.start].lower() == "both " else span.start
    match = _TWO.fullmatch(doc.text, start, span.end)
    if match is None:
        return _both(span, doc, cast, others) if span.of(doc.text).lower() == "both" else None
    noun = match["noun"].lower()
    kinds: tuple[ActorKind, ...] = ()
    if noun in _STATES:
        kinds = (ActorKind.COUNTRY,)
    elif noun in _PEOPLE:
        kinds = (ActorKind.PERSON,)
    elif noun in _SIDES:
        kinds = (ActorKind.COUNTRY, ActorKind.GROUP, ActorKind.ORGANISATION)
    here = doc.sentence_number(span.start)
    if noun in _OF_STATES and not any(
        m in p.naming for m, p in cast.before(span.start, kinds, floor=doc.sentences[max(0, here - 1)].start)
    ):
        kinds = (ActorKind.COUNTRY,)  # "the foreign ministers of Chad and Niger … the two ministers"
    for back in (0, 1) if kinds else ():
        floor = doc.sentences[max(0, here - back)].start
        near = {id(p): p for m, p in cast.before(span.start, kinds, floor=floor) if m in p.naming and p.key not in others}
        if len(near) == 2:
            one, other = sorted(near.values(), key=lambda p: p.key)
            return one, other
        if len(near) > 2:
            return None
    two = states.of_two() if noun in _STATES else None
    return two if two is not None and not {p.key for p in two} & set(others) else None


def _both(span: Span, doc: Doc, cast: Cast, others: Collection[str | None]) -> tuple[Part, Part] | None:
    """Give the two states that a sentence names before "both" alone: "Russian and Chinese jets came near, and Seoul protested to | both |"."""
    floor = doc.sentence_at(span.start).start
    near = {
        p.key: p for m, p in cast.before(span.start, (ActorKind.COUNTRY,), floor=floor) if m in p.naming and p.key not in others
    }
    if len(near) != 2:
        return None
    one, other = (near[key] for key in sorted(near))
    return one, other


def other_of_two(span: Span, doc: Doc, states: StatesMeant, others: Collection[str | None]) -> Part | None:
    """Give the other of the two states that a report is about: "Japan accused | the other side | of lying"."""
    if not _OTHER.fullmatch(span.of(doc.text)) or (two := states.of_two()) is None:
        return None
    left = [part for part in two if part.key not in others]
    return left[0] if len(left) == 1 else None
