"""Seats on boards and in bodies, the helm of one, and who represents a state there ("sits on the board of Norvik", "has a seat in the UN") → ties."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings.actor import ActorKind
from ...findings.tie import Relation
from ...span import Span
from ..doc import Doc
from .bounds import Bounds, ended
from .clauses import Said, said, subject_of
from .found import CLAUSE, Found
from .lists import OWNS
from .whom import Meant, Whom
from .words import may_join

_BODIES = (ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.GROUP)
_SITS = frozenset("sits sat sit serves served serve serving sitting is joined joins".split())
_BEGIN = frozenset("joined joins took takes".split())
_PAST = frozenset("sat served was had held".split())
_HAS = frozenset("has have holds hold had held occupies".split())
_TAKES = frozenset("took takes taken".split())
_REPRESENTS = frozenset("represents represented".split())


def seat_ties(doc: Doc, whom: Whom, bounds: Bounds) -> Iterator[Found]:
    """Give the memberships that "board" and "seat" say, who is at the helm, and who represents a state in a body."""
    for token, low in enumerate(doc.lows):
        if low == "board":
            yield from _on_board(doc, whom, bounds, token)
        elif low == "seat":
            yield from _seated(doc, whom, bounds, token)
        elif low == "helm":
            yield from _at_helm(doc, whom, bounds, token)
        elif low in _REPRESENTS and doc.pos[token] == "VERB":
            yield from _represents(doc, whom, bounds, token)


def _body_after(doc: Doc, whom: Whom, at: int) -> list[Meant]:
    """Give the body after "of" at a token."""
    if at + 1 >= len(doc.tokens) or doc.low(at) not in ("of", "at", "in", "on"):
        return []
    return [m for m in whom.other_side(at + 1)[:1] if m.part.kind in _BODIES]


def _body_before(doc: Doc, whom: Whom, token: int) -> list[Meant]:
    """Give the body whose board it is: "NORVIK's board", "the NORVIK board"."""
    at = token - 1
    while at > 0 and (doc.word(at) in OWNS or doc.low(at) in ("advisory", "executive", "supervisory", "governing")):
        at -= 1
    named = whom.names.at(at) if at >= 0 else None
    return [Meant(named.part, named.span)] if named is not None and named.stop == at + 1 and named.part.kind in _BODIES else []


def _on_board(doc: Doc, whom: Whom, bounds: Bounds, token: int) -> Iterator[Found]:
    """ "NAME sits on the board of Norvik", "who joined Norvik's board"; not "the board of Norvik said"."""
    bodies = _body_after(doc, whom, token + 1) or _body_before(doc, whom, token)
    verb = token if any(doc.relations[i] == "cop" for i in doc.dependents(token)) else doc.heads[token]
    on = any(doc.low(i) == "on" and doc.relations[i] == "case" for i in doc.dependents(token))
    low = doc.low(verb) if verb >= 0 else ""
    is_object = low in ("joined", "joins") and doc.relations[token] == "obj"
    if bodies and verb >= 0 and (is_object or (on and (verb == token or low in _SITS))):
        yield from _said_of(doc, whom, bounds, (token, verb), Relation.MEMBER_OF, bodies)


def _seated(doc: Doc, whom: Whom, bounds: Bounds, token: int) -> Iterator[Found]:
    """ "Chad has a seat in the bloc", "holds a seat on the council"."""
    verb = doc.heads[token]
    is_had = verb >= 0 and doc.relations[token] == "obj" and doc.low(verb) in _HAS
    bodies = _body_after(doc, whom, token + 1) if is_had else []
    if bodies and bodies[0].part.country is None:
        yield from _said_of(doc, whom, bounds, (token, verb), Relation.MEMBER_OF, bodies)


def _at_helm(doc: Doc, whom: Whom, bounds: Bounds, token: int) -> Iterator[Found]:
    """ "NAME is at the helm of Norvik", "took the helm of Norvik"."""
    bodies = _body_after(doc, whom, token + 1)
    is_said = any(doc.relations[i] == "cop" for i in doc.dependents(token))
    verb = token if is_said else doc.heads[token]
    at = any(doc.low(i) == "at" and doc.relations[i] == "case" for i in doc.dependents(token))
    takes = verb >= 0 and doc.low(verb) in _TAKES and doc.relations[token] in ("obj", "obl")
    if bodies and verb >= 0 and (is_said or takes or (at and doc.low(verb) in ("succeeds", "succeeded", "replaces", "replaced"))):
        yield from _said_of(doc, whom, bounds, (token, verb), Relation.LEADS, bodies)
        before = [i for i in doc.dependents(verb) if doc.relations[i] == "obj" and i > verb and not takes]
        for one in whom.meant(before[0])[:1] if before and said(doc, verb) is Said.SO else ():
            yield from _found(doc, one, Relation.LEADS, bodies[0], token, over=doc.word(verb))


def _represents(doc: Doc, whom: Whom, bounds: Bounds, token: int) -> Iterator[Found]:
    """ "NAME, who represents Chad at the United Nations": an envoy of that state."""
    states = [m for m in whom.other_side(token + 1)[:1] if m.part.kind is ActorKind.COUNTRY]
    bodies = _body_after(doc, whom, doc.tokens_in(states[0].span).stop) if states else []
    if bodies and bodies[0].part.sector == "IGO":
        yield from _said_of(doc, whom, bounds, (token, token), Relation.HOLDS_OFFICE, states)


def _said_of(
    doc: Doc, whom: Whom, bounds: Bounds, at: tuple[int, int], relation: Relation, others: list[Meant]
) -> Iterator[Found]:
    """Give the tie of the subject of a clause, where the clause says that it is so."""
    token, verb = at
    subject = subject_of(doc, verb)
    if subject is None or said(doc, verb) is not Said.SO:
        return
    is_perfect = any(doc.low(i) in ("has", "have", "'s") for i in doc.dependents(verb))
    is_past = any(doc.low(i) in ("was", "were") for i in doc.dependents(verb))
    over = doc.word(verb) if (doc.low(verb) in _PAST or is_past or doc.low(verb) == "represented") and not is_perfect else None
    for one in whom.meant(subject):
        for found in _found(doc, one, relation, others[0], token, over=over):
            start, until = bounds.around(found.evidence[-1])
            begun = bounds.when(found.evidence[-1]) if doc.low(verb) in _BEGIN else None
            yield Found(
                found.subject, found.relation, found.object, found.evidence, found.anchor, found.confidence,
                start=start or begun, until=until or found.until,
            )  # fmt: skip


def _found(doc: Doc, one: Meant, relation: Relation, other: Meant, token: int, *, over: str | None) -> Iterator[Found]:
    if may_join(one.part, relation, other.part):
        spans = (one.span, other.span, doc.tokens[token])
        whole = Span(min(s.start for s in spans), max(s.end for s in spans))
        named = (one.named,) if one.named is not None and not whole.covers(one.named) else ()
        until = ended(doc, over) if over is not None else None
        yield Found(
            one.part, relation, other.part, (*named, whole), doc.tokens[token], round(CLAUSE * min(one.how, other.how), 3),
            until=until,
        )  # fmt: skip
