"""Of whom somebody holds an office whose owner stands elsewhere, where words right before or behind tell it: the ministry that was heard, the president whose spokesman he is.

What only the whole report can tell is `homes`' to say. Cases: cases/ties.yml, cases/speakers.yml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...findings.actor import ActorKind
from ...span import Span
from ..doc import Doc
from ..known.actors import find_known
from ..known.named import NameKind
from ..known.words import key_of
from .cast import Cast, Part
from .cues import verbs
from .descriptions import Description
from .naming import state_part
from .states_meant import BY_OWNER, BY_PLACE, StateMeant

# Between a state and its office: "Peru's new", "Peruvian".
_OWNS = re.compile(r"(?:’s|'s)?\s+(?:[a-z-]+\s+){0,2}")
# Before a name: the one at whose service somebody is ("the spokesman | of President | NAME").
_OF_WHOM = re.compile(r"\b(?:of|for) (?:[\w-]+ ){0,3}$")
# In a spokesman's own words, or right behind them: of whom he is.
_OF_ONE_NAMED = re.compile(r"\b(?:of|for) ")
# Behind "spokesman": where he speaks, and nothing more.
_IN_SEAT = re.compile(r" in (?P<seat>[A-Z][\w. ’'-]+?)\s*$")
# Kinds by which a body is called that was named before; characters that the naming may lie back.
_BODY_KINDS = frozenset(
    "ministry department agency commission mission army navy police party union movement front militia group council committee office".split()
)
_FOR_KIND = re.compile(r" (?:for|of|at) the (?P<noun>[a-z]+)$")
KIND_REACH = 700
# Sentences looked back over for a body that speaks.
HEARD = 2


@dataclass(frozen=True, slots=True)
class Unowned:
    """An office of a person without owner: where the name stands, the phrase that says the office, and what it says."""

    person: Part
    name: Span
    phrase: Span
    office: Description


def called_by_kind(cast: Cast, one: Unowned) -> StateMeant | None:
    """Give the body named last that an office calls by its kind: "Peru's defence ministry … | ministry | spokesman NAME", "NAME, a spokesman for | the ministry |"."""
    behind = _FOR_KIND.match(cast.text, one.office.span.end, one.phrase.end)
    noun = one.office.body if one.office.body in _BODY_KINDS else behind["noun"] if behind is not None else None
    if noun is None:
        return None
    floor = max(0, one.phrase.start - KIND_REACH)
    for mention, part in cast.before(one.phrase.start, (ActorKind.ORGANISATION, ActorKind.GROUP), floor=floor):
        is_so_called = f" {key_of(part.name)}".endswith(f" {noun}") and not (part.sector == "IGO" and noun == "union")
        if mention in part.naming and part.name[:1].isupper() and is_so_called:
            if one.person.country not in (None, part.key, part.country):
                return None  # he is known to be of another state
            return StateMeant(part, mention, BY_OWNER)
    return None


def ministry_before(doc: Doc, cast: Cast, one: Unowned) -> StateMeant | None:
    """Give the state of the ministry that the sentence before is about: "Peru's defence ministry denied it. … the minister, NAME, said"."""
    here = doc.sentence_number(one.phrase.start)
    floor = doc.sentences[max(0, here - 1)].start if doc.sentences else 0
    for mention, part in cast.before(one.phrase.start, (ActorKind.ORGANISATION,), floor=floor):
        if part.key.endswith("-ministry") and part.country in cast.parts and mention in part.naming:
            return StateMeant(cast.parts[str(part.country)], mention, BY_OWNER)
    return None


def told_before(cast: Cast, one: Unowned) -> StateMeant | None:
    """Give the one state whose office of these words stands before without a name: "Peru's defence minister … Defence Minister NAME"."""
    role = re.escape(one.office.role)
    found = []
    for match in re.finditer(rf"\b{role}\b", cast.text[: one.phrase.start], re.IGNORECASE):
        near = cast.named_in(Span(max(0, match.start() - 40), match.start()))
        found += [(m, p) for m, p in near if p.kind is ActorKind.COUNTRY and _OWNS.fullmatch(cast.text, m.end, match.start())]
    if len({part.key for _, part in found}) != 1:
        return None
    mention, state = found[-1]
    held = (
        (office.role.lower(), office.of)
        for person in cast.parts.values()
        if person is not one.person
        for office in person.offices
        if not office.former
    )
    return None if (one.office.role.lower(), state.key) in held else StateMeant(state, mention, BY_OWNER)


def at_seat(doc: Doc, cast: Cast, one: Unowned) -> StateMeant | None:
    """Give the state in whose capital somebody speaks for it: "a spokesman in | Beijing |, NAME"; for a body there he would be called its spokesman."""
    match = _IN_SEAT.match(doc.text, one.office.span.end, one.phrase.end)
    known = next(iter(find_known(match["seat"])), None) if match is not None else None
    if (
        match is None
        or known is None
        or known.kind is not NameKind.CAPITAL
        or len(known.span.of(match["seat"])) < len(match["seat"])
    ):
        return None
    return StateMeant(state_part(cast, known.actor.key), Span(*match.span("seat")), BY_PLACE)


def boss(cast: Cast, one: Unowned) -> StateMeant | None:
    """Give for whom somebody speaks by office whose spokesman it is: "President NAME's spokesman NAME", "the spokesman of President NAME"."""
    for mention, part in cast.named_in(one.phrase):
        if part is one.person or part.kind is not ActorKind.PERSON:
            continue
        is_behind = _OF_WHOM.search(cast.text[one.phrase.start : mention.start]) is not None
        is_owner = is_behind or cast.text[mention.end : mention.end + 2] in ("’s", "'s")
        state = cast.parts.get(part.speaks_for or part.known_voice or "") if is_owner else None
        if state is not None:
            return StateMeant(state, min(state.naming, default=mention), BY_OWNER)
    return None


def voiced_for(doc: Doc, cast: Cast, one: Unowned) -> StateMeant | None:
    """Give the body heard right before a spokesman, unless his own words say of whom, or it is another state's than the one he is known to be of."""
    behind = cast.text[one.phrase.end : one.phrase.end + len(" for ")].lstrip()
    if _OF_ONE_NAMED.search(one.phrase.of(cast.text)) is not None or _OF_ONE_NAMED.match(behind) is not None:
        return None
    heard, known = heard_before(doc, cast, one), one.person.country
    is_others = heard is not None and known is not None and known not in (heard.part.key, heard.part.country)
    return None if is_others else heard


def heard_before(doc: Doc, cast: Cast, one: Unowned) -> StateMeant | None:
    """Give the body that says something right before, whose spokesman then speaks: "the rights office told reporters. … spokeswoman NAME said"."""
    here = doc.sentence_number(one.phrase.start)
    floor = doc.sentences[max(0, here - HEARD)].start if doc.sentences else 0
    for mention, part in cast.before(one.phrase.start, (ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.COUNTRY), floor=floor):
        inside = doc.tokens_in(mention)
        top = next((i for i in inside if doc.heads and doc.heads[i] not in inside), None)
        if top is None or part.sector == "MED" or mention not in part.naming or doc.relations[top] != "nsubj":
            continue
        if doc.low(doc.heads[top]) in verbs():
            return StateMeant(part, mention, BY_OWNER)
    return None
