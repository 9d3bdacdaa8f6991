"""Somebody made or put out of something by others, and offices whose owner said so ("named NAME as minister of", "Norvik said NAME resigned as director") → ties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...findings.actor import ActorKind
from ...findings.tie import Relation
from ...span import Span
from ...when import When
from ..doc import Doc
from ..known.offices import office_word
from .bounds import Bounds, ended
from .clauses import Said, said, subject_of
from .found import CLAUSE, Found
from .his_officers import of_doer
from .lists import OWNS, Named
from .office_verbs import LEAVES, PUT_OUT
from .offices import is_plural, marked_with
from .title_words import is_role, may_hold
from .whom import Whom

_MADE = frozenset(
    "appointed appoints appoint named names name elected elect made make chose choose hired hire promoted promote installed install confirmed confirm tapped tap "
    "picked pick selected select reappointed reappoint designated designate".split()
)
_TAKES = frozenset("took takes serves served works worked joined joins".split())
_ARTICLES = frozenset("the a an its their his her new".split())
_LINKS = ("of", "for", "at", "in")
# Words between "stepped", "took" and "as": "stepped down on Friday as director".
_BETWEEN = frozenset("down over office power charge on monday tuesday wednesday thursday friday saturday sunday".split())
_BODIES = (ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.GROUP)
# Tokens from "as" to the end of the office at most.
LONGEST = 8


@dataclass(frozen=True, slots=True)
class _Told:
    """An office that a verb gives or takes: its words, whose it is where that is known, the verb, whether it ends, and whether that is denied."""

    role: Span
    owner: Named | None
    verb: int
    ends: bool
    negated: bool


def appointment_ties(doc: Doc, whom: Whom, bounds: Bounds) -> Iterator[Found]:
    """Give the offices that a verb gives somebody or takes from him, said after "as"."""
    for named in whom.names.ordered:
        if named.part.kind is ActorKind.PERSON:
            yield from _made(doc, whom, bounds, named)
            yield from _left(doc, whom, bounds, named)


def _made(doc: Doc, whom: Whom, bounds: Bounds, named: Named) -> Iterator[Found]:
    """ "They named NAME as director of Norvik", "Norvik fired NAME as its director"."""
    verb = _verb_before(doc, named.first)
    if verb is None:
        return
    low, says = doc.low(verb), said(doc, verb)
    if says is not Said.SO and not (says is Said.NOT_SO and low in _MADE):
        return  # who was not put out of an office is not said to be without it
    is_passive = any(doc.relations[i] == "aux:pass" for i in doc.dependents(verb))
    if (low not in _MADE and low not in PUT_OUT) or is_passive:
        return
    office = _office_at(doc, whom, named.stop, needs_as=low in PUT_OUT)
    if office is None:
        return
    role, stop, owner = office
    owner = owner or _owner(doc, whom, stop)
    if owner is None:
        subject = subject_of(doc, verb)
        owner = _maker(doc, whom, subject, role) if subject is not None else None
    yield from _found(doc, bounds, named, _Told(role, owner, verb, low in PUT_OUT, says is Said.NOT_SO))


def _left(doc: Doc, whom: Whom, bounds: Bounds, named: Named) -> Iterator[Found]:
    """ "NAME resigned as director of Norvik", "Norvik said NAME stepped down as director"."""
    at = named.stop
    while at < min(named.stop + 4, len(doc.tokens) - 1) and doc.pos[at] in ("AUX", "ADV"):
        at += 1
    if at >= len(doc.tokens) or doc.pos[at] != "VERB" or doc.low(at) not in (LEAVES | _TAKES):
        return
    ends, says = doc.low(at) in LEAVES, said(doc, at)
    if says is not Said.SO and (ends or says is not Said.NOT_SO):
        return
    if any(doc.relations[i] == "aux:pass" for i in doc.dependents(at)):
        return
    after = at + 1
    while after < min(at + 4, len(doc.tokens) - 1) and doc.low(after) in _BETWEEN:
        after += 1
    if after >= len(doc.tokens):
        return  # a headline that ends with the verb
    after += doc.low(after) == "the" and whom.names.at(after) is None
    body = whom.names.at(after) if after < len(doc.tokens) else None
    if body is not None and body.first == after and body.part.kind in _BODIES and body.stop < len(doc.tokens):
        after = body.stop  # "NAME joined Norvik as director"
    office = _office_at(doc, whom, after, needs_as=True)
    if office is None:
        return
    role, stop, before = office
    owner = body or before or _owner(doc, whom, stop) or (_sayer(doc, whom, at) if ends else None)
    yield from _found(doc, bounds, named, _Told(role, owner, at, ends, says is Said.NOT_SO))


def _verb_before(doc: Doc, first: int) -> int | None:
    """Give the verb right before a name, a title between them aside: "named economist NAME"."""
    at = first - 1
    while at > 0 and first - at <= 4 and doc.pos[at] in ("ADJ", "NOUN", "PROPN"):
        at -= 1
    return at if at >= 0 and doc.pos[at] == "VERB" else None


def _office_at(doc: Doc, whom: Whom, at: int, *, needs_as: bool) -> tuple[Span, int, Named | None] | None:
    """Read "as the new director", "as Norvik's director" from a token: the words of the office, the token after them, and the owner before them."""
    if at >= len(doc.tokens):
        return None
    low = doc.low(at)
    if low in ("as", "to"):
        at += 1
        is_be = at < len(doc.tokens) and doc.low(at) == "be"
        if low == "to" and not is_be:
            return None
        at += is_be
    elif needs_as:
        return None
    while at < len(doc.tokens) and doc.low(at) in _ARTICLES and whom.names.at(at) is None:
        at += 1
    owner = whom.names.at(at)
    owns = owner is not None and owner.part.kind is not ActorKind.PERSON and owner.first == at
    if owner is not None and owns and owner.stop < len(doc.tokens) and doc.word(owner.stop) in OWNS:
        at = owner.stop
        while at < len(doc.tokens) and (doc.word(at) in OWNS or doc.low(at) in _ARTICLES):
            at += 1
    else:
        owner = None
    for stop in range(min(at + LONGEST, len(doc.tokens)), at, -1):
        words = doc.text[doc.tokens[at].start : doc.tokens[stop - 1].end]
        last = " ".join(words.split()[-3:])
        if doc.pos[stop - 1] in ("NOUN", "PROPN") and any(is_role(" ".join(last.split()[n:])) for n in range(len(last.split()))):
            between = range(at, stop - 1)
            if all(doc.pos[i] in ("ADJ", "NOUN", "PROPN", "ADV") or doc.word(i) == "-" for i in between) and not is_plural(words):
                return Span(doc.tokens[at].start, doc.tokens[stop - 1].end), stop, owner
    return None


def _owner(doc: Doc, whom: Whom, stop: int) -> Named | None:
    """Give the name that an office is of, right after "of"."""
    if stop + 1 < len(doc.tokens) and doc.low(stop) in _LINKS:
        at = stop + 1
        at += at + 1 < len(doc.tokens) and doc.low(at) == "the"
        named = whom.names.at(at)
        if named is not None and named.first == at and named.part.kind is not ActorKind.PERSON and whom.names.ends_phrase(named):
            return named
    return None


def _sayer(doc: Doc, whom: Whom, verb: int) -> Named | None:
    """Give the body that says a clause: "NORVIK said NAME resigned"."""
    above = doc.heads[verb]
    if above < 0 or doc.relations[verb] != "ccomp" or doc.low(above) not in ("said", "announced", "says", "confirmed"):
        return None
    subject = subject_of(doc, above)
    return _body(whom, subject) if subject is not None else None


def _maker(doc: Doc, whom: Whom, subject: int, role: Span) -> Named | None:
    """Give whose office it is that somebody gives: a body's own, or for an office of state that of the state ("CHAD's parliament elected NAME president")."""
    maker = of_doer(doc, whom, subject)
    after = doc.tokens_in(role).stop
    if maker is not None and maker.part.kind is ActorKind.COUNTRY and after < len(doc.tokens) and doc.low(after) in _LINKS:
        return None  # "named NAME head of the army"
    if maker is None or maker.part.kind is ActorKind.COUNTRY or maker.part.sector not in ("LEG", "MIL", "GOV", "JUD"):
        return maker
    word, state = office_word(role.of(doc.text)), whom.cast.parts.get(maker.part.country or "")
    of_state = word is not None and word.sector == "GOV" and state is not None
    return replace(maker, part=state) if of_state and state is not None and state.id else maker


def _body(whom: Whom, token: int) -> Named | None:
    named = whom.names.at(token)
    return named if named is not None and named.part.kind in _BODIES else None


def _found(doc: Doc, bounds: Bounds, named: Named, told: _Told) -> Iterator[Found]:
    role, owner = told.role, told.owner
    words = role.of(doc.text)
    if owner is None or not may_hold(words, owner) or marked_with(doc, role) == "next":
        return
    spans = (named.span, owner.span, role)
    whole = Span(min(s.start for s in spans), max(s.end for s in spans))
    start: When | None
    start, until = bounds.around(whole)
    if told.ends:
        until = until or bounds.when(whole) or ended(doc, doc.word(told.verb))
    else:
        start = start or (bounds.when(whole) if doc.low(told.verb) in _MADE else None)
    yield Found(
        named.part, Relation.HOLDS_OFFICE, owner.part, (whole,), role, CLAUSE, role=words, start=start, until=until,
        negated=told.negated,
    )  # fmt: skip
