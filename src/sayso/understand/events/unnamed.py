"""Deeds of people whom the words name by what they are alone: "seven people were arrested", "gunmen fired on a bus".

PLOVER's actors may be unnamed. Who they are nobody can say, but that it was done is told: such a deed is an event without keys, its words stand
for the parties. Only what surely happened counts, done to several or to somebody in uniform or office; what becomes of one private person is no news
of conflict.
"""

from __future__ import annotations

from ...findings.actor import ActorKind
from ...findings.event import Reality
from ..chains.words import singular
from ..doc import Doc
from ..reality import reality_of
from ..reality.shapes import Shape, shape
from .happening import Happening
from .party import By, Party
from .triggers import words_of

_ARMED = frozenset(("MIL", "REB", "COP", "UAF", "CRM", "SPY"))
# Sectors of public bodies, and what they do though nobody says of which state they are.
_BODIES = _ARMED - {"UAF", "CRM"} | {"GOV", "LEG", "JUD", "OPP", "LAB", "NGO", "IGO"}
_PUBLIC_ACTS = frozenset("REQUEST REJECT RETREAT COERCE AGREE THREATEN MOBILIZE CONCEDE SANCTION ACCUSE AID".split())
_ALONE = frozenset("RETREAT COERCE MOBILIZE CONCEDE REJECT AGREE REQUEST".split())
_PUBLIC = _ARMED | {"GOV", "LEG", "JUD", "OPP", "PTY", "MED", "REL"}
# What is done to a body.
_BODILY = frozenset("kill murder assassinate execute shoot gun stab behead poison abduct kidnap snatch torture".split())
_TOLD_BY_NOUNS = frozenset(("ASSAULT", "COERCE", "SANCTION"))
_HELD = (("arrest",), ("deport",))
_MANY = frozenset("people police family crowd crew staff personnel".split())
# Forms that are base and past in one.
_PAST_TOO = frozenset("hit beat shut set hurt".split())
_MISHAPS = frozenset("crashed collided overturned capsized collapsed derailed crash collision".split())
# Types of which one side is enough.
_ONE_SIDED = frozenset(("REQUEST", "AGREE", "THREATEN", "ASSAULT", "PROTEST", "COERCE"))
# A verb that is a threat where it is negated.
NOT_DOUBTED = "hesitate"
_SURE = frozenset((Reality.HAPPENED, Reality.ONGOING, Reality.HISTORICAL))


def is_deed_of_people(one: Happening) -> bool:
    """Tell whether people are killed, attacked or held, or protest, or a public body acts, whoever they are."""
    kind = one.sense.event
    if one.frame is None:
        sides = one.actors if kind == "PROTEST" else one.recipients if kind in _TOLD_BY_NOUNS else ()
        return any(_are_people(p) for p in sides)
    if kind in _PUBLIC_ACTS and any(_is_body(p) for p in one.actors):
        return bool(one.recipients) or one.inner is not None or one.sense.alone or kind in _ALONE
    if kind == "SANCTION":
        return one.sense.modes == ("convict",) and any(_are_people(p) or _is_person(p) for p in one.recipients)
    if kind == "PROTEST":
        return any(_are_people(p) for p in one.actors)
    if kind == "COERCE":
        return one.sense.modes in _HELD and any(_are_people(p) or _is_person(p) for p in one.recipients)
    if kind == "RETREAT":
        return (
            one.sense.modes == ("release",)
            and any(p.sector in _ARMED for p in one.actors)
            and any(_are_people(p) for p in one.recipients)
        )
    if kind != "ASSAULT" or one.sense.reciprocal or (one.actors and not any(p.sector in _ARMED for p in one.actors)):
        return False
    if one.word in _BODILY and any(_is_person(p) for p in one.recipients):
        return True
    return any(_are_people(p) for p in one.recipients) or (one.has_means and bool(one.actors))


def is_surely_done(one: Happening, doc: Doc) -> bool:
    """Tell whether a deed in which nobody is known is told as done, to or by several: "are killed every year", "shot a man" are not."""
    if any(p.is_known for p in one.parties()):
        return True
    word = doc.low(one.token)
    form = shape(word)
    had_to = [doc.low(i) for i in range(max(0, one.token - 2), one.token)] == ["had", "to"]
    is_told = (
        one.frame is None
        or had_to
        or form is Shape.PAST
        or word in _PAST_TOO
        or (one.frame is not None and one.frame.is_passive)
        or form is Shape.ING
    )
    sides = [p for p in one.parties() if _is_public(p) or _are_several(p, doc) or _is_person(p)]
    return is_told and bool(sides) and not _is_accident(one, doc) and reality_of(doc, doc.tokens[one.token]) in _SURE


def _is_accident(one: Happening, doc: Doc) -> bool:
    """Tell whether the sentence tells of a disaster and of no attack: "killed when their helicopter crashed"."""
    words = {singular(doc.low(i)) for i in doc.tokens_in(one.sentence)}
    is_mishap = one.sense.event == "ASSAULT" and bool(words & (words_of("disaster") | _MISHAPS))
    return is_mishap and not words & words_of("attack")


def _are_people(party: Party) -> bool:
    return party.part is None and party.sector is not None and bool(party.noun)


def _is_body(party: Party) -> bool:
    """Tell whether it is a public body or its people by what they are: "the ministry", "soldiers", "lawmakers"; the rest of a people is none."""
    return _are_people(party) and party.sector in _BODIES and party.by is By.NOUN and not party.pronoun


def _is_person(party: Party) -> bool:
    """Tell whether it is somebody with a name, whatever he is."""
    return party.part is not None and party.part.kind is ActorKind.PERSON and not party.pronoun


def _is_public(party: Party) -> bool:
    return _are_people(party) and party.sector in _PUBLIC


def _are_several(party: Party, doc: Doc) -> bool:
    words = party.span.of(doc.text).lower().split()
    return _are_people(party) and (party.noun in _MANY or party.noun not in words)


def without_doubtful(one: Happening) -> Happening:
    """Give a happening that sets aside those whom only a pronoun tells, where it stands without them: "urged its people", "both met to end their talks"."""
    known = [p for p in one.actors if p.is_known and not p.pronoun]
    is_forced = one.has_means and any(p.sector in _ARMED for p in one.actors)
    is_enough = len(known) > 1 if one.sense.reciprocal else one.sense.event in _ONE_SIDED and (bool(known) or is_forced)
    if is_enough and not one.sense.needs and all(p.pronoun for p in one.recipients):
        one.doubtful, one.recipients = one.recipients, []
    return one
