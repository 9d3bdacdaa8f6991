"""The word "war" → who is at war with whom: "Chad is at war with Togo", "the war between Chad and Togo", "Chad's war with Togo"."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings.actor import ActorKind
from ...findings.tie import Relation
from ...span import Span
from ..doc import Doc
from .bounds import Bounds, ended
from .clauses import Said, is_past, said, subject_of
from .found import APPOSITION, BESIDE, CLAUSE, Found
from .lists import OWNS
from .whom import Meant, Whom
from .words import may_join

# "War" that is none between armies, and words that leave open whether there is one or say that it is past.
_OTHER_WARS = frozenset(
    "trade price tariff cold culture cultural bidding turf proxy drug star world civil propaganda currency information cyber shadow potential possible nuclear new "
    "next future full-scale all-out wider broader open past previous last recent earlier".split()
)

_ARMIES = frozenset("army armies forces troops soldiers military militaries government governments".split())
_FIGHTERS = frozenset(("REB", "INS", "UAF", "SEP", "MIL"))


def war_ties(doc: Doc, whom: Whom, bounds: Bounds) -> Iterator[Found]:
    """Give every war that the word says; a war dated in its own phrase ("the 1973 war between") is over."""
    if doc.heads:
        yield from _fighting(doc, whom, bounds)
    for token, low in enumerate(doc.lows[:-1]):
        if low != "war" or not token:
            continue
        before, after = doc.low(token - 1), doc.low(token + 1)
        if doc.pos[token] not in ("NOUN", "PROPN") and before != "at":  # "at war" is tagged as what the clause says
            continue
        if before in _OTHER_WARS or before in ("-", "–") or doc.pos[token - 1] in ("NUM", "PROPN"):
            continue
        if before == "at":
            yield from _at_war(doc, whom, bounds, token, after)
        elif after == "between" and before in ("the", "this", "ongoing", "current"):
            sides = whom.other_side(token + 2)
            if len(sides) == 2:
                yield from _joined(doc, bounds, token, sides[:1], sides[1:], BESIDE)
        elif after in ("with", "against", "on") and before in (*OWNS, "ongoing", "current"):
            yield from _owned(doc, whom, bounds, token)
        elif after in ("with", "against", "on") and doc.heads and _is_fought(doc, token):
            subject = subject_of(doc, doc.heads[token])
            if subject is not None and said(doc, doc.heads[token]) is Said.SO:
                yield from _joined(doc, bounds, token, whom.meant(subject), whom.other_side(token + 2), CLAUSE)
        elif before == "declared" and after in ("on", "against") and doc.heads:
            subject = subject_of(doc, token - 1)
            if subject is not None and said(doc, token - 1) is Said.SO:
                yield from _joined(doc, bounds, token, whom.meant(subject), whom.other_side(token + 2), CLAUSE)


def _fighting(doc: Doc, whom: Whom, bounds: Bounds) -> Iterator[Found]:
    """ "The front, which is fighting the armies of Chad and Togo": who fights states or their armies now is at war with them."""
    for token, low in enumerate(doc.lows):
        if low != "fighting" or not any(doc.low(i) in ("is", "are", "been") for i in doc.dependents(token)):
            continue
        subject = subject_of(doc, token)
        fought = [i for i in doc.dependents(token) if doc.relations[i] == "obj"]
        if subject is None or not fought or said(doc, token) is not Said.SO:
            continue
        inner = [i for i in doc.dependents(fought[0]) if i > fought[0] and doc.relations[i].startswith("nmod")]
        is_army = doc.low(fought[0]) in _ARMIES
        others = whom.meant(inner[0]) if inner and is_army else whom.meant(fought[0])
        by_state = [one for one in whom.meant(subject) if one.part.kind is ActorKind.COUNTRY]
        if by_state and not is_army and any(one.part.kind is ActorKind.COUNTRY for one in others):
            continue  # "Norway is fighting Sweden for the medal"
        subjects = [one for one in whom.meant(subject) if one.part.kind is ActorKind.COUNTRY or one.part.sector in _FIGHTERS]
        yield from _joined(doc, bounds, token, subjects, [_state_of(whom, one) for one in others], CLAUSE)


def _state_of(whom: Whom, one: Meant) -> Meant:
    """Give the state whose army somebody is: "the Chadian army"; others as they are."""
    state = whom.cast.parts.get(one.part.country or "") if one.part.sector == "MIL" else None
    return Meant(state, one.span, one.named, one.how) if state is not None and state.id else one


def _is_fought(doc: Doc, token: int) -> bool:
    """Tell whether a war is what somebody is now fighting: "has been fighting a war against", "is waging war on"."""
    verb = doc.heads[token]
    is_now = verb >= 0 and any(doc.low(i) in ("is", "are", "been") for i in doc.dependents(verb))
    return doc.relations[token] == "obj" and is_now and doc.low(verb) in ("fighting", "waging")


def _at_war(doc: Doc, whom: Whom, bounds: Bounds, token: int, after: str) -> Iterator[Found]:
    subject = subject_of(doc, token) if doc.heads else None
    subject = _explained(doc, token) if subject is None and doc.heads else subject
    says = said(doc, token) if doc.heads else Said.OPEN
    if subject is None or says is Said.OPEN:
        return
    subjects = whom.meant(subject)
    others = whom.other_side(token + 2) if after in ("with", "against") else []
    if not others and after not in ("with", "against") and len(subjects) == 2:
        subjects, others = subjects[:1], subjects[1:]
    for one in _joined(doc, bounds, token, subjects, others, CLAUSE):
        over = says is Said.NO_LONGER or is_past(doc, token)
        until = one.until or (ended(doc, "no longer" if says is Said.NO_LONGER else "was") if over else None)
        yield Found(
            one.subject, one.relation, one.object, one.evidence, one.anchor, one.confidence, start=one.start, until=until,
            negated=says is Said.NOT_SO,
        )  # fmt: skip


def _explained(doc: Doc, token: int) -> int | None:
    """Give the noun that "at war" explains: "Chad, still at war with Togo, …"; None where none stands before a comma."""
    above = doc.heads[token]
    is_beside = doc.relations[token] in ("acl:relcl", "acl", "appos", "nmod") and 0 <= above < token
    return above if is_beside and any(doc.word(i) == "," for i in range(above, token)) else None


def _owned(doc: Doc, whom: Whom, bounds: Bounds, token: int) -> Iterator[Found]:
    """ "Chad's war with Togo", "Chad's ongoing war against Togo"."""
    at = token - 1
    while at > 0 and (doc.word(at) in OWNS or doc.low(at) in ("ongoing", "current")):
        at -= 1
    named = whom.names.at(at)
    if named is not None and named.stop == at + 1 and named.stop < len(doc.tokens) and doc.word(named.stop) in OWNS:
        yield from _joined(doc, bounds, token, [Meant(named.part, named.span)], whom.other_side(token + 2), APPOSITION)


def _joined(
    doc: Doc, bounds: Bounds, token: int, subjects: list[Meant], others: list[Meant], confidence: float
) -> Iterator[Found]:
    for subject in subjects:
        for other in others:
            if not may_join(subject.part, Relation.AT_WAR_WITH, other.part):
                continue
            spans = [
                s for s in (subject.span, other.span, doc.tokens[token]) if doc.sentence_at(doc.tokens[token].start).covers(s)
            ]
            whole = Span(min(s.start for s in spans), max(s.end for s in spans))
            start, until = bounds.around(whole)
            named = tuple(s.named for s in (subject, other) if s.named is not None and not whole.covers(s.named))
            yield Found(
                subject.part, Relation.AT_WAR_WITH, other.part, (*named, whole), doc.tokens[token],
                round(confidence * min(subject.how, other.how), 3), start=start, until=until, presupposed=confidence != CLAUSE,
            )  # fmt: skip
