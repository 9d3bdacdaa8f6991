"""Offices of several owners held by several people in the same order ("the foreign ministers of Chad and Togo, NAME and NAME, met") → each his own."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings.actor import ActorKind
from ...findings.tie import Relation
from ...span import Span
from ..doc import Doc
from .beside_names import singular
from .bounds import Bounds, ended
from .clauses import is_question
from .counterparts import joined_before
from .found import LISTED, Found
from .lists import Named
from .offices import is_plural, marked_with
from .title_words import Title, may_hold, title_before
from .whom import Whom


def paired_ties(doc: Doc, whom: Whom, bounds: Bounds) -> Iterator[Found]:
    """Give the offices that a plural title shares out among as many people as owners."""
    for token in range(1, len(doc.tokens) - 2):
        if not doc.low(token - 1).endswith("s") or doc.pos[token - 1] not in ("NOUN", "PROPN") or is_question(doc, token):
            continue
        owners = _after(doc, whom, token) or _before(doc, whom, token)
        if len(owners) < 2:
            continue
        title = title_before(doc, whom, token, plural=True)
        if title is None or len(title.roles) != 1 or not is_plural(title.roles[0].of(doc.text)):
            continue
        people = _people(doc, whom, title, owners, token)
        if len(people) == len(owners):
            yield from _shared(doc, bounds, title, owners, people)


def _after(doc: Doc, whom: Whom, token: int) -> list[Named]:
    """Give the owners after "of": "ministers of CHAD and TOGO"."""
    if doc.low(token) not in ("of", "from"):
        return []
    first = token + 1 + (doc.low(token + 1) == "the")
    named = whom.names.at(first)
    if named is None or named.first != first or not whom.names.ends_phrase(whom.names.list_of(named)[-1]):
        return []
    return [n for n in whom.names.list_of(named) if n.first >= first and n.part.kind is not ActorKind.PERSON]


def _before(doc: Doc, whom: Whom, token: int) -> list[Named]:
    """Give the owners before the title: "the CHADIAN and TOGOLESE foreign ministers"."""
    title = title_before(doc, whom, token, plural=True)
    return joined_before(doc, whom, title.owner) if title is not None and title.owner is not None else []


def _people(doc: Doc, whom: Whom, title: Title, owners: list[Named], token: int) -> list[Named]:
    """Give the list of people that the phrase explains, behind it after a comma or before it."""
    end = max(token, owners[-1].stop)
    end += end < len(doc.tokens) and doc.low(end) == "respectively"
    if end + 1 < len(doc.tokens) and doc.word(end) in (",", "—", "–", "("):
        named = whom.names.at(end + 1)
        if named is not None and named.first == end + 1 and named.part.kind is ActorKind.PERSON:
            return whom.names.list_of(named)
    at = min(title.first, owners[0].first) - 1
    at -= at > 0 and doc.low(at) in ("the", "both", "respectively")
    named = whom.names.at(at - 1) if at > 0 and doc.word(at) in (",", "—", "–", "(") else None
    return whom.names.list_of(named) if named is not None and named.part.kind is ActorKind.PERSON else []


def _shared(doc: Doc, bounds: Bounds, title: Title, owners: list[Named], people: list[Named]) -> Iterator[Found]:
    role = title.roles[0]
    words, mark = singular(role.of(doc.text)), marked_with(doc, role)
    for owner, one in zip(owners, people, strict=True):
        if mark == "next" or not may_hold(words, owner):
            continue
        spans = (role, owner.span, one.span)
        whole = Span(min(s.start for s in spans), max(s.end for s in spans))
        start, until = bounds.around(whole)
        until = until or (ended(doc, mark) if mark is not None else None)
        yield Found(
            one.part, Relation.HOLDS_OFFICE, owner.part, (whole,), role, LISTED, role=words, start=start, until=until,
            presupposed=True,
        )  # fmt: skip
