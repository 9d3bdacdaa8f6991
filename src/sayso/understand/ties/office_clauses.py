"""Clauses that say an office ("X is president of Y", "served as ambassador to Z", "was named foreign minister of Y") → ties."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings.actor import ActorKind
from ...findings.tie import Relation
from ...span import Span
from ...when import When
from ..doc import Doc
from ..extract.cast import Cast
from ..extract.descriptions import Description, describe
from .bounds import Bounds, ended
from .clauses import Said, said, subject_of
from .found import CLAUSE, Found
from .lists import OWNS
from .office_verbs import LEAVES, PUT_OUT, steps_into
from .offices import is_office, last_words, marked_with
from .owners import owner_beside
from .predicates import Predicate, predicate_of
from .whom import Meant, Whom

_TAKES = frozenset("appointed named elected re-elected reelected made chosen sworn installed".split())
_SERVES = frozenset("served serves serve serving worked works acted acts".split())
_BECOMES = frozenset("became become becomes".split())
_TAKES_OVER = frozenset("took takes taken".split())
_FOLLOWS = frozenset("succeeded succeeds replaced replaces".split())


def office_clauses(doc: Doc, cast: Cast, whom: Whom, bounds: Bounds) -> Iterator[Found]:
    """Give every office that a clause says somebody holds or held, with a state or body in its own words."""
    ends = last_words()
    for token, low in enumerate(doc.lows):
        if low not in ends or doc.pos[token] not in ("NOUN", "PROPN"):
            continue
        if token + 1 < len(doc.tokens) and doc.pos[token + 1] in ("NOUN", "PROPN"):
            continue  # "premier makers"
        phrase = _phrase(doc, token)
        predicate = _taken(doc, token) or predicate_of(doc, whom, token, doc.tokens_in(phrase).start)
        if predicate is None or predicate.said is Said.OPEN:
            continue
        description = _description(doc, cast, whom, token, phrase)
        if description is None:
            continue
        for person in whom.meant(predicate.subject)[:1]:
            if person.part.kind is ActorKind.PERSON:
                yield from _found(doc, bounds, person, description, predicate)


def _description(doc: Doc, cast: Cast, whom: Whom, token: int, phrase: Span) -> Description | None:
    """Give the office of a phrase with its owner, None where it is none, of nobody the report names, or not yet held."""
    found = describe(cast, phrase)
    if found is None or found.of is None or not found.of.id or not found.span.covers(doc.tokens[token]):
        return None
    if not is_office(found.role, found.of) or marked_with(doc, found.span) == "next":
        return None
    return found if owner_beside(doc, cast, whom, found.of, found.span) is not None else None


def _found(doc: Doc, bounds: Bounds, person: Meant, office: Description, predicate: Predicate) -> Iterator[Found]:
    if office.of is None:
        return
    whole = Span(min(person.span.start, office.span.start), max(person.span.end, office.span.end))
    whole = Span(whole.start, max(whole.end, _phrase(doc, doc.tokens_in(office.span)[-1]).end))
    start, until = _days(doc, bounds, predicate, whole)
    if until is None and office.former:
        until = ended(doc, marked_with(doc, office.span) or "former")
    named = (person.named,) if person.named is not None and not whole.covers(person.named) else ()
    yield Found(
        person.part, Relation.HOLDS_OFFICE, office.of, (*named, whole), office.span, round(CLAUSE * person.how, 3),
        role=office.role, start=start, until=until, negated=predicate.said is Said.NOT_SO,
    )  # fmt: skip


def _days(doc: Doc, bounds: Bounds, predicate: Predicate, whole: Span) -> tuple[When | None, When | None]:
    """Give when an office began and ended: taking it dates the beginning, "was" and "served" end it."""
    start, until = bounds.around(whole)
    if predicate.began:
        return start or bounds.when(whole), until
    if predicate.said is Said.NO_LONGER:
        return start, until or ended(doc, "no longer")
    if predicate.left:
        return start, until or bounds.when(whole) or ended(doc, predicate.left)
    if predicate.past and not predicate.perfect and until is None:
        until = ended(doc, "was")
    return start, until


def _taken(doc: Doc, token: int) -> Predicate | None:
    """Read "was named OFFICE", "became OFFICE" and "served as OFFICE"; None where no such verb governs the office."""
    verb = doc.heads[token]
    if not 0 <= verb < token:
        return None
    low = doc.low(verb)
    passive = any(doc.relations[i] == "aux:pass" for i in doc.dependents(verb))
    cases = {doc.low(i) for i in doc.dependents(token) if i < token and doc.relations[i] == "case"}
    serves = low in _SERVES and "as" in cases and not passive
    takes = low in _TAKES and passive and ("as" in cases or not cases)
    subject = subject_of(doc, verb)
    begins = "as" in cases and steps_into(doc, verb)
    leaves = "as" in cases and not begins and (low in LEAVES and not passive or low in PUT_OUT and passive)
    over = "as" in cases and low in _TAKES_OVER and any(doc.low(i) == "over" for i in doc.dependents(verb))
    over = over or begins or ("as" in cases and low in _FOLLOWS and not passive)
    if subject is None or not (serves or takes or leaves or over or low in _BECOMES):
        return None
    if leaves:
        return Predicate(subject, said(doc, verb), past=True, began=False, perfect=False, left=doc.word(verb))
    perfect = any(doc.low(i) in ("has", "have") for i in doc.dependents(verb))
    return Predicate(subject, said(doc, verb), past=low in ("served", "worked", "acted"), began=not serves, perfect=perfect)


def _phrase(doc: Doc, token: int) -> Span:
    """Give the noun phrase around the office: its words before, and what follows with "of" or "to", up to the next mark."""
    first = token
    while (
        first > 0
        and token - first < 8
        and (doc.pos[first - 1] in ("ADJ", "NOUN", "PROPN", "NUM", "DET", "PART") or doc.word(first - 1) in ("-", *OWNS))
    ):
        first -= 1
    last = token
    while last + 1 < len(doc.tokens) and last - token < 10:
        word, tag = doc.low(last + 1), doc.pos[last + 1]
        if word in ("last", "this", "next", "yesterday", "today") or not (
            tag in ("ADJ", "NOUN", "PROPN", "DET", "NUM") or word in ("of", "for", "at", "to", "'s", "’s", "-")
        ):
            break
        last += 1
    return Span(doc.tokens[first].start, doc.tokens[last].end)
