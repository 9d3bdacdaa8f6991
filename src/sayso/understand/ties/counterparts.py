"""Counterparts ("Foreign Minister NAME met his Peruvian counterpart, NAME") → the same office of the other state."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings.actor import ActorKind
from ...findings.tie import Relation
from ...span import Span
from ..doc import Doc
from ..known.offices import marks, office_word, office_words
from ..known.words import key_of
from .bounds import Bounds, ended
from .clauses import is_question
from .found import LISTED, Found
from .lists import OWNS, Named
from .offices import is_office, marked_with
from .title_words import title_before
from .whom import Whom


def counterpart_ties(doc: Doc, whom: Whom, bounds: Bounds) -> Iterator[Found]:
    """Give the offices of people called counterparts of somebody whose office the sentence says before."""
    for token, low in enumerate(doc.lows[:-1]):
        if low == "counterparts" and token and not is_question(doc, token):
            yield from _of_several(doc, whom, bounds, token)
        if low != "counterpart" or not token or is_question(doc, token):
            continue
        state, other = _state_before(doc, whom, token), _name_after(doc, whom, token)
        role = _role_before(doc, whom, token) if state is not None and other is not None else None
        if state is None or other is None or role is None or not is_office(role.of(doc.text), state.part):
            continue
        whole = Span(role.start, other.span.end)
        before = doc.word(state.first - 1) if state.first else ""
        mark = marks().get(key_of(before))  # "his former Peruvian counterpart"
        if mark == "next":
            continue
        start, until = bounds.around(whole)
        until = until or (ended(doc, before) if mark == "former" else None)
        yield Found(
            other.part, Relation.HOLDS_OFFICE, state.part, (whole,), doc.tokens[token], round(LISTED * 0.95, 3),
            role=role.of(doc.text), start=start, until=until, presupposed=True,
        )  # fmt: skip


def _of_several(doc: Doc, whom: Whom, bounds: Bounds, token: int) -> Iterator[Found]:
    """ "His Peruvian and Chadian counterparts, NAME and NAME": state by state in their order."""
    last, first = _state_before(doc, whom, token), _name_after(doc, whom, token)
    owners = joined_before(doc, whom, last) if last is not None else []
    role = _role_before(doc, whom, token) if last is not None and first is not None else None
    if not owners or first is None or role is None:
        return
    named = [n for n in whom.names.list_of(first) if n.first >= first.first]
    if len(owners) != len(named) or len(owners) < 2:
        return
    for owner, one in zip(owners, named, strict=True):
        if owner.part.kind is ActorKind.COUNTRY and is_office(role.of(doc.text), owner.part):
            whole = Span(role.start, one.span.end)
            start, until = bounds.around(whole)
            yield Found(
                one.part, Relation.HOLDS_OFFICE, owner.part, (whole,), doc.tokens[token], round(LISTED * 0.9, 3),
                role=role.of(doc.text), start=start, until=until, presupposed=True,
            )  # fmt: skip


def joined_before(doc: Doc, whom: Whom, last: Named) -> list[Named]:
    """Give the names joined by commas and "and" that end with this one, adjectives of states as well: "Peruvian, Malian and Chadian"."""
    found, at = [last], last.first - 1
    while at > 0 and (doc.low(at) in (",", "and") or (doc.low(at) == "the" and len(found) < 9)):
        named = whom.names.at(at - 1)
        if doc.low(at) == "the" or (doc.low(at) == "and" and doc.word(at - 1) == ","):
            at -= 1
            continue
        if named is None or named.stop != at or named.part.kind is ActorKind.PERSON:
            break
        found.insert(0, named)
        at = named.first - 1
    return found


def _state_before(doc: Doc, whom: Whom, token: int) -> Named | None:
    at = token - 1
    while at > 0 and (doc.word(at) in OWNS or doc.pos[at] == "ADJ" and whom.names.at(at) is None) and token - at <= 3:
        at -= 1
    named = whom.names.at(at)
    return named if named is not None and named.part.kind is ActorKind.COUNTRY else None


def _name_after(doc: Doc, whom: Whom, token: int) -> Named | None:
    at = token + 1 + (doc.word(token + 1) == ",")
    while at < len(doc.tokens) and key_of(doc.word(at)) in office_words() and whom.names.at(at) is None:
        at += 1  # "his Peruvian counterpart President NAME", "counterpart, General NAME"
    named = whom.names.at(at) if at < len(doc.tokens) else None
    return named if named is not None and named.first == at and named.part.kind is ActorKind.PERSON else None


def _role_before(doc: Doc, whom: Whom, token: int) -> Span | None:
    """Give the office of whoever is named first in the sentence, before the word, where it is one of a state."""
    sentence, here = doc.sentence_at(doc.tokens[token].start), doc.tokens[token].start
    people = [n for n in whom.names.ordered if sentence.start <= n.span.start < here and n.part.kind is ActorKind.PERSON]
    spans = [
        o.span
        for n in people[:1]
        for o in n.part.offices
        if o.span is not None and sentence.covers(o.span) and o.span.start < here
    ]
    offices = [s for s in spans if (word := office_word(s.of(doc.text))) is not None and word.sector in ("GOV", "MIL", "LEG")]
    return offices[-1] if offices else None if people else _described(doc, whom, sentence, token)


def _described(doc: Doc, whom: Whom, sentence: Span, token: int) -> Span | None:
    """Give the office of a state that the sentence says first, where it names nobody: "Chad's FOREIGN MINISTER met his Peruvian counterpart, NAME"."""
    for stop in range(doc.tokens_in(sentence).start + 1, token):
        title = title_before(doc, whom, stop)
        if title is not None and title.owner is not None and doc.pos[stop] not in ("NOUN", "PROPN", "ADJ"):
            is_state = (
                title.owner.part.kind is ActorKind.COUNTRY and len(title.roles) == 1 and not marked_with(doc, title.roles[0])
            )
            return title.roles[0] if is_state else None
    return None
