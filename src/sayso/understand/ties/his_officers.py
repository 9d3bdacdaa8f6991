"""Officers of whoever a possessive means ("Chad's president fired his defence minister, NAME", "Foreign Minister NAME and his deputy, NAME,") → the state or body he is of."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings.actor import ActorKind
from ...findings.tie import Relation
from ...span import Span
from ..doc import Doc
from ..extract.cast import Part
from ..known.offices import office_word
from .bounds import Bounds, ended
from .clauses import is_question, subject_of
from .found import LISTED, Found
from .lists import OWNS, Named
from .offices import is_plural, marked_with
from .title_words import addressed_from, may_hold, title_before
from .whom import Whom

_HIS = ("his", "her")
# Offices that a holder has beside him, of whatever he is of.
_DEPUTIES = frozenset(("deputy", "chief of staff", "first deputy"))
# Tokens from the possessive to the end of the office at most.
LONGEST = 6


def his_officers(doc: Doc, whom: Whom, bounds: Bounds) -> Iterator[Found]:
    """Give the offices behind "his" and "her" whose owner is what the one meant heads or serves."""
    for named in whom.names.ordered:
        if named.part.kind is not ActorKind.PERSON or is_question(doc, named.first):
            continue
        stop = addressed_from(doc, named)
        stop -= stop > 1 and doc.word(stop - 1) == ","
        role = _role(doc, whom, stop)
        owner = _owner(doc, whom, doc.tokens_in(role).start - 1, named.part) if role is not None else None
        if role is None or owner is None or marked_with(doc, role) == "next":
            continue
        words = role.of(doc.text)
        if words.lower() not in _DEPUTIES and not may_hold(words, owner):
            continue
        whole = Span(min(role.start, owner.span.start), max(named.span.end, owner.span.end))
        start, until = bounds.around(whole)
        mark = marked_with(doc, role)
        until = until or (ended(doc, mark) if mark is not None else None)
        yield Found(
            named.part, Relation.HOLDS_OFFICE, owner.part, (whole,), role, round(LISTED * 0.95, 3), role=words, start=start,
            until=until, presupposed=True,
        )  # fmt: skip


def _role(doc: Doc, whom: Whom, stop: int) -> Span | None:
    """Give the office between "his" and a token; None where none stands there."""
    for at in range(stop - 1, max(-1, stop - LONGEST - 1), -1):
        if doc.low(at) in _HIS:
            words = Span(doc.tokens[at + 1].start, doc.tokens[stop - 1].end) if at + 1 < stop else None
            if words is not None and words.of(doc.text).lower() in _DEPUTIES:
                return words
            title = title_before(doc, whom, stop)
            fits = title is not None and title.owner is None and len(title.roles) == 1 and title.first > at
            return title.roles[0] if title is not None and fits else None
        if doc.pos[at] not in ("ADJ", "NOUN", "PROPN") and doc.word(at) != "-":
            return None
    return None


def _owner(doc: Doc, whom: Whom, at: int, held_by: Part) -> Named | None:
    """Give what the one that a possessive means is of, by the office that the sentence says of him before it."""
    while at > 0 and doc.low(at) not in _HIS:
        at -= 1
    sentence, here = doc.sentence_at(doc.tokens[at].start), doc.tokens[at].start
    people = [
        n
        for n in whom.names.ordered
        if sentence.start <= n.span.start < here and n.part.kind is ActorKind.PERSON and n.part is not held_by
    ]
    if people:
        only = len({n.part.key for n in people}) == 1
        return of_holder(doc, whom, people[0]) if only else None
    return _of_described(doc, whom, at)


def of_holder(doc: Doc, whom: Whom, one: Named) -> Named | None:
    """Give the one state or body whose office the sentence says somebody holds now; none of a lawmaker, who has his staff for himself."""
    sentence = doc.sentence_at(one.span.start)
    offices = [o for o in one.part.offices if o.source == "report" and o.of and not o.former]
    held = {o.of for o in offices if (word := office_word(o.role)) is None or word.sector != "LEG"}
    near = [n for n in whom.names.ordered if n.part.key in held and sentence.covers(n.span)]
    return near[0] if len({n.part.key for n in near}) == 1 else None


def _of_described(doc: Doc, whom: Whom, at: int) -> Named | None:
    """Give whose officer the subject of the clause is: "CHAD's president fired his …"."""
    verb = doc.heads[doc.heads[at]] if doc.heads and doc.heads[at] >= 0 else -1
    subject = subject_of(doc, verb) if verb >= 0 else None
    return of_office_noun(doc, whom, subject) if subject is not None and subject < at else None


def of_doer(doc: Doc, whom: Whom, subject: int) -> Named | None:
    """Give the state or body of whoever does something: itself, that of a person's office, or that of "the president of CHAD"."""
    named = whom.names.at(subject)
    if named is None or office_word(doc.low(subject)) is not None:
        return of_office_noun(doc, whom, subject)
    if named.part.kind is not ActorKind.PERSON:
        return named
    return of_holder(doc, whom, named)


def of_office_noun(doc: Doc, whom: Whom, subject: int) -> Named | None:
    """Give whose office a noun is, by the name before it or after "of"."""
    if office_word(doc.low(subject)) is None or is_plural(doc.low(subject)) or subject + 1 >= len(doc.tokens):
        return None
    if (holder := whom.names.at(subject)) is not None:  # "Chad's president", known by name from elsewhere
        inside = [(m, p) for m, p in whom.cast.named_in(holder.span) if p.kind is ActorKind.COUNTRY and p.id]
        spans = [(m, p, doc.tokens_in(m)) for m, p in inside]
        return Named(spans[0][0], spans[0][1], spans[0][2].start, spans[0][2].stop) if len(spans) == 1 else None
    before = subject - 1
    while before > 0 and whom.names.at(before) is None and subject - before <= 4:
        if doc.word(before) not in OWNS and doc.pos[before] not in ("ADJ", "NOUN"):
            break
        before -= 1
    named = whom.names.at(before)
    if named is not None and named.part.kind is not ActorKind.PERSON:
        return named
    if subject + 2 < len(doc.tokens) and doc.low(subject + 1) == "of":
        after = whom.names.at(subject + 2 + (doc.low(subject + 2) == "the"))
        return after if after is not None and after.part.kind is not ActorKind.PERSON and whom.names.ends_phrase(after) else None
    return None
