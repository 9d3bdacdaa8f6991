"""What joins bodies: partnerships and alliances made, headquarters, and bodies named as another's ("Harbour University's Institute of Peace")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings.actor import ActorKind
from ...findings.tie import Relation
from ...span import Span
from ..doc import Doc
from ..known.named import state_of
from ..known.words import key_of
from .bounds import Bounds
from .clauses import Said, said, subject_of
from .found import BESIDE, CLAUSE, LISTED, Found
from .lists import OWNS
from .whom import Meant, Whom
from .words import is_band, may_join

_OWNED_NAME = re.compile(r"(?P<state>[A-Z][\w.’' -]{1,40}?)['’]s? [A-Z]")
_BONDS = {"partnership": Relation.PARTNER_OF, "alliance": Relation.ALLY_OF}
# Verbs whose object, a partnership or alliance, is then there.
_MAKE = frozenset(
    "announce announces announced form forms formed sign signs signed strike strikes struck enter enters entered build builds built launch launches launched "
    "begin began have has had enjoy enjoys enjoyed forge forges forged establish establishes established seal seals sealed maintain maintains maintained".split()
)
_HAVE = frozenset("has have holds hold owns own controls control".split())
_SHARES = frozenset("percent % cent stake share shares majority half third quarter".split())
_PROVINCES = frozenset("province region republic territory enclave exclave state district governorate oblast".split())
# First or last words of the name of a body that is in one place.
_OF_ONE_PLACE = frozenset(
    "institute university college school hospital forum museum laboratory prison observatory academy polytechnic".split()
)
_SEATS = frozenset(("headquarters", "headquarter", "head office"))
# Last or first words of the name of a body that is a piece of the one named before it.
_PIECES = frozenset(
    "institute department school center centre initiative project unit programme program council committee bureau office division faculty college laboratory "
    "observatory secretariat commission directorate branch wing academy".split()
)
# The same of armed bodies: "Hezbollah's Radwan force".
_UNITS = frozenset(
    "force forces unit brigade brigades battalion battalions regiment corps command front arm wing squadron division fleet".split()
)
# The same of what a state has.
_ORGANS = frozenset(
    "ministry department bureau office directorate secretariat commission council agency service guard guards army navy parliament senate treasury court police "
    "corps presidency command".split()
)
# Sectors of bodies that a state has, and does not only hold in its borders.
_OF_STATE = frozenset(("GOV", "MIL", "SPY", "COP", "LEG", "JUD"))


def body_ties(doc: Doc, whom: Whom, bounds: Bounds) -> Iterator[Found]:
    """Give the ties among bodies that are neither a noun's of relation nor a verb's."""
    for token, low in enumerate(doc.lows):
        if low in _BONDS:
            yield from _bond(doc, whom, bounds, token)
        elif low == "stake":
            yield from _stake(doc, whom, token)
        elif low == "which":
            yield from _share(doc, whom, token)
        elif low in _SEATS:
            yield from _seat(doc, whom, token)
        elif low in _PROVINCES:
            yield from _province(doc, whom, token)
    yield from _pieces(doc, whom)
    yield from _organs(doc, whom)
    yield from _under(doc, whom)
    yield from _placed(doc, whom)


def _bond(doc: Doc, whom: Whom, bounds: Bounds, token: int) -> Iterator[Found]:
    """ "Norvik announced its partnership with Harbour Foods", "the alliance between Chad and Togo"."""
    after = doc.low(token + 1) if token + 1 < len(doc.tokens) else ""
    relation = _BONDS[doc.low(token)]
    verb = doc.heads[token]
    if after in ("between", "of", "among"):
        sides = whom.other_side(token + 2)
        open_ = verb >= 0 and doc.pos[verb] == "VERB" and said(doc, verb) is not Said.SO
        if len(sides) == 2 and not open_:
            yield from _joined(doc, relation, sides[:1], sides[1:], token)
        return
    if after != "with" or verb < 0 or doc.relations[token] != "obj" or doc.low(verb) not in _MAKE:
        return
    subject = subject_of(doc, verb)
    if subject is None or said(doc, verb) is not Said.SO:
        return
    for one in _joined(doc, relation, whom.meant(subject), whom.other_side(token + 2), token):
        start, until = bounds.around(one.evidence[-1])
        yield Found(one.subject, one.relation, one.object, one.evidence, one.anchor, one.confidence, start=start, until=until)


def _stake(doc: Doc, whom: Whom, token: int) -> Iterator[Found]:
    """ "Norvik holds a 40 percent stake in Harbour Foods"."""
    verb = doc.heads[token]
    in_ = token + 1 < len(doc.tokens) and doc.low(token + 1) == "in"
    if verb < 0 or not in_ or doc.relations[token] != "obj" or doc.low(verb) not in _HAVE or said(doc, verb) is not Said.SO:
        return
    subject = subject_of(doc, verb)
    if subject is not None:
        yield from _joined(doc, Relation.OWNS, whom.meant(subject)[:1], whom.other_side(token + 2)[:1], token)


def _share(doc: Doc, whom: Whom, token: int) -> Iterator[Found]:
    """ "Harbour Foods, in which Norvik holds 60 percent"."""
    verb = doc.heads[token]
    body = whom.ends_before(token - 1) if token > 1 and doc.low(token - 1) == "in" else None
    if body is None or verb <= token or doc.low(verb) not in _HAVE or said(doc, verb) is not Said.SO:
        return
    held = [i for i in doc.dependents(verb) if doc.relations[i] == "obj" and i > verb]
    subject = subject_of(doc, verb)
    is_none = any(doc.low(k) in ("no", "any", "little") for i in held[:1] for k in doc.dependents(i))
    if subject is not None and held and doc.low(held[0]) in _SHARES and not is_none:
        yield from _joined(doc, Relation.OWNS, whom.meant(subject)[:1], [Meant(body.part, body.span)], token)


def _joined(doc: Doc, relation: Relation, ones: list[Meant], others: list[Meant], token: int) -> Iterator[Found]:
    for one in ones:
        for other in others:
            if may_join(one.part, relation, other.part):
                spans = (one.span, other.span, doc.tokens[token])
                whole = Span(min(s.start for s in spans), max(s.end for s in spans))
                named = (one.named,) if one.named is not None and not whole.covers(one.named) else ()
                how = round(CLAUSE * min(one.how, other.how), 3)
                yield Found(one.part, relation, other.part, (*named, whole), doc.tokens[token], how)


def _seat(doc: Doc, whom: Whom, token: int) -> Iterator[Found]:
    """ "UNICEF's headquarters in Norway" and "its headquarters in Norway"."""
    if token + 2 >= len(doc.tokens) or doc.low(token + 1) != "in":
        return
    at = token - 1
    while at > 0 and token - at < 4 and whom.names.at(at) is None and (doc.pos[at] == "ADJ" or doc.word(at) in OWNS):
        at -= 1
    if at < 0 or any(doc.low(i) in ("former", "new", "future", "planned") for i in range(at, token)):
        return
    named = whom.names.at(at)
    owners = [Meant(named.part, named.span)] if named is not None else whom.meant(at) if doc.low(at) == "its" else []
    place = whom.names.at(token + 2)
    if place is None or place.first != token + 2 or not whom.names.ends_phrase(place):
        return
    for owner in owners[:1]:
        if may_join(owner.part, Relation.LOCATED_IN, place.part):
            whole = Span(owner.span.start, place.span.end)
            named_at = (owner.named,) if owner.named is not None and not whole.covers(owner.named) else ()
            yield Found(
                owner.part,
                Relation.LOCATED_IN,
                place.part,
                (*named_at, whole),
                doc.tokens[token],
                BESIDE * owner.how,
                presupposed=True,
            )


def _placed(doc: Doc, whom: Whom) -> Iterator[Found]:
    """ "the Norvik Policy Forum in Togo": a body of one place, and the state right after it."""
    for body in whom.names.ordered:
        words = key_of(body.span.of(doc.text)).split()
        at = body.stop
        if body.part.kind is not ActorKind.ORGANISATION or body.part.sector == "IGO" or not {words[0], words[-1]} & _OF_ONE_PLACE:
            continue
        state = whom.names.at(at + 1) if at + 1 < len(doc.tokens) and doc.low(at) == "in" else None
        if state is not None and state.first == at + 1 and state.part.kind is ActorKind.COUNTRY and whom.names.ends_phrase(state):
            whole = Span(body.span.start, state.span.end)
            yield Found(body.part, Relation.LOCATED_IN, state.part, (whole,), state.span, LISTED, presupposed=True)


def _province(doc: Doc, whom: Whom, token: int) -> Iterator[Found]:
    """ "the Chadian province of Kanem": of a state and what is an actor itself."""
    at = token + 2
    if at >= len(doc.tokens) or doc.low(token + 1) != "of" or token < 1:
        return
    lead = token - 1
    while lead > 0 and (doc.word(lead) in OWNS or doc.pos[lead] == "ADJ" and whom.names.at(lead) is None) and token - lead <= 3:
        lead -= 1
    state, place = whom.names.at(lead), whom.names.at(at)
    if (
        state is None
        or place is None
        or place.first != at
        or state.part.kind is not ActorKind.COUNTRY
        or place.part is state.part
    ):
        return
    if place.part.kind in (ActorKind.COUNTRY, ActorKind.ORGANISATION):
        whole = Span(state.span.start, place.span.end)
        yield Found(place.part, Relation.PART_OF, state.part, (whole,), doc.tokens[token], BESIDE, presupposed=True)


def _pieces(doc: Doc, whom: Whom) -> Iterator[Found]:
    """ "Harbour University's Institute of Peace": the second is a part of the first."""
    for one, other in zip(whom.names.ordered, whom.names.ordered[1:], strict=False):
        between = range(one.stop, other.first)
        if not 1 <= len(between) <= 2 or not all(doc.word(i) in OWNS for i in between):
            continue
        words = key_of(other.span.of(doc.text)).split()
        is_piece = one.part.kind is ActorKind.ORGANISATION and bool({words[0], words[-1]} & _PIECES)
        is_piece = is_piece or (one.part.kind in (ActorKind.ORGANISATION, ActorKind.GROUP) and words[-1] in _UNITS)
        is_organ = one.part.kind is ActorKind.COUNTRY and bool({words[0], words[-1]} & _ORGANS)
        is_piece = is_piece or (is_organ and not is_band(other.part))
        is_piece = is_piece or (words[0] == "operation" and other.part.country in (None, one.part.key))
        bodies = other.part.kind in (ActorKind.ORGANISATION, ActorKind.GROUP) and len(words) > 1
        if is_piece and bodies and may_join(other.part, Relation.PART_OF, one.part):
            whole = Span(one.span.start, other.span.end)
            yield Found(other.part, Relation.PART_OF, one.part, (whole,), other.span, LISTED, presupposed=True)


def _under(doc: Doc, whom: Whom) -> Iterator[Found]:
    """ "the Lion Brigade of the Renewal Front": an armed body of a larger one; "Chad, whose Lion Corps …"."""
    for one, other in zip(whom.names.ordered, whom.names.ordered[1:], strict=False):
        between = [doc.low(i) for i in range(one.stop, other.first)]
        if between in (["of"], ["of", "the"]):
            words, part, owner = key_of(one.span.of(doc.text)).split(), one.part, other.part
            is_whole = owner.kind in (ActorKind.ORGANISATION, ActorKind.GROUP)
        elif between == [",", "whose"]:
            words, part, owner = key_of(other.span.of(doc.text)).split(), other.part, one.part
            is_whole = owner.kind is not ActorKind.COUNTRY or not is_band(part)  # "Chad, whose Liberation Army …" may fight it
        else:
            continue
        is_unit = part.kind in (ActorKind.ORGANISATION, ActorKind.GROUP) and len(words) > 1 and words[-1] in _UNITS
        if is_unit and is_whole and may_join(part, Relation.PART_OF, owner):
            whole = Span(one.span.start, other.span.end)
            yield Found(part, Relation.PART_OF, owner, (whole,), whole, LISTED, presupposed=True)


def _organs(doc: Doc, whom: Whom) -> Iterator[Found]:
    """ "Chad's Health Ministry", one name: of that state."""
    for body in whom.names.ordered:
        part, state = body.part, whom.cast.parts.get(body.part.country or "")
        owner = _OWNED_NAME.match(doc.text, body.span.start, body.span.end)
        if part.kind is not ActorKind.ORGANISATION or part.sector not in _OF_STATE or owner is None or state is None:
            continue
        named = state_of(owner["state"])
        if named is not None and named.key == state.key and may_join(part, Relation.PART_OF, state):
            yield Found(part, Relation.PART_OF, state, (body.span,), body.span, LISTED, presupposed=True)
