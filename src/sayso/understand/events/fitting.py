"""Whether a happening is an event: sentences that speak of sports or fiction tell none, nor does one whose parties nobody knows."""

from __future__ import annotations

from functools import cache

from ...findings.actor import ActorKind
from ...span import Span
from ..doc import Doc
from ..known.named import named
from .happening import Happening
from .ontology import event_types
from .party import Party
from .triggers import discards
from .unnamed import is_deed_of_people

# Types that are no event without somebody on the other side: a word of praise or a meeting with nobody says nothing.
_BOTH = frozenset(("SUPPORT", "CONSULT", "ACCUSE"))
# An agreement may be told of one side alone ("Oman agreed to …").
_ONE_WAY = frozenset(("AGREE", "REJECT"))
_ARMED = frozenset(("MIL", "REB", "COP", "UAF", "CRM", "SPY"))
_OFFICES = frozenset(("GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "IGO", "OPP"))
_TALKING = frozenset(("PTY", "MED", "LEG"))
# Deeds that are events whoever does them; what is said, agreed or given among firms and private people is none.
_DEEDS = frozenset(("ASSAULT", "COERCE", "PROTEST", "SANCTION"))
# Words for what is done to a body, which no politician does to another in words.
_BODILY = frozenset(
    "kill murder assassinate execute shoot gun stab punch slap kick wound injure rape strangle behead poison killing murder assassination execution shooting".split()
)
# What is done with words as often as with weapons.
_VERBAL_TOO = frozenset("attack assault hit pound target fire launch hammer".split())
_KNOWN = 3
# Sectors of those whom one meets for talks though no name tells them: "met rebels", "met opposition leaders".
_MET = frozenset(("REB", "OPP", "PTY", "LEG", "REL", "LAB"))
_LARGE = ("multilateral",)


def is_discarded(doc: Doc, sentence: Span) -> bool:
    """Tell whether a sentence speaks of sports, of something made up or of an accident."""
    text = f" {sentence.of(doc.text).lower()} "
    words, phrases = _discarding()
    return not words.isdisjoint(text.replace(",", " ").replace(".", " ").split()) or any(phrase in text for phrase in phrases)


@cache
def _discarding() -> tuple[frozenset[str], tuple[str, ...]]:
    """Give the words that discard a sentence, and the phrases, each with a blank before it."""
    told = [word for kind in ("sports", "fiction", "accident") for word in discards()[kind]]
    return frozenset(word for word in told if " " not in word), tuple(f" {word}" for word in told if " " in word)


def fits(one: Happening) -> bool:
    """Tell whether those are known without whom it is no event of its type.

    Known is somebody of a state, an office holder, and a body or group of the lexicons; named is anybody of the cast. Where two sides are needed
    one of them may be only named, or people whose state the words do not say.
    """
    kind = event_types()[one.sense.event or ""]
    if is_other(one) or (kind.name not in _DEEDS and not _is_public(one) and not is_deed_of_people(one)):
        return False
    if one.sense.reciprocal and (kind.name not in _ONE_WAY or "recipient" in one.sense.needs):
        return _are_together(one)
    actor, recipient, is_of_people = _level(one.actors), _level(one.recipients), is_deed_of_people(one)
    if ("actor" in one.sense.needs and actor < _KNOWN and not is_of_people) or (
        "recipient" in one.sense.needs and recipient < _KNOWN
    ):
        return False
    is_told_alone = one.sense.alone and one.frame is not None and actor == _KNOWN
    if is_told_alone or (is_of_people and one.sense.modes == ("convict",)):
        return True
    if "recipient" in kind.needs or (kind.name in _BOTH and one.sense.modes != ("investigate",)):
        return min(actor, recipient) >= (2 if kind.name == "SUPPORT" else 1) and max(actor, recipient) == _KNOWN
    if "actor" in kind.needs and not is_of_people:
        return actor == _KNOWN or (actor >= 1 and recipient >= 2)
    return is_of_people or max(actor, recipient) == _KNOWN


def is_other(one: Happening) -> bool:
    """Tell whether what is told is something else: a figure of speech, a private matter, a visit at home; whoever takes part."""
    kind, modes = one.sense.event, one.sense.modes
    if kind == "ASSAULT":
        return _hits_nobody(one) or (not modes and _is_figure_of_speech(one))
    if kind == "COERCE" and not modes and one.actors and all(_is_person(p) and p.sector not in _ARMED for p in one.actors):
        return True
    if modes == ("resign",) and not any(p.holds_public_office for p in one.actors):
        return True
    if kind == "AID" and "military" not in one.sense.contexts and _is_among_persons(one):
        return True
    return kind == "CONSULT" and modes == ("visit",) and _is_at_home(one)


def _are_together(one: Happening) -> bool:
    """Tell whether those who meet or fight are two at least, one of them known; whom an office holder meets may be people by their office."""
    sides = [*one.actors, *one.recipients]
    allowed = _MET if one.sense.event == "CONSULT" else None if one.sense.event == "ASSAULT" else ()
    named = {p.key or p.span for p in sides if _is_named(p) or (p.sector and (allowed is None or p.sector in allowed))}
    is_known = any(p.is_known for p in sides) or (one.sense.event == "ASSAULT" and all(p.sector for p in sides))
    return is_known and (len(named) > 1 or one.sense.modes == _LARGE)


def _is_figure_of_speech(one: Happening) -> bool:
    """Tell whether politicians, parties or media "attack" and "fight": nobody armed on their side, no weapon, nobody hurt."""
    if _is_among_rivals(one):
        return True
    if one.has_means:
        return False
    if one.frame is not None and any(_is_person(p) and p.sector not in _ARMED for p in one.actors):
        return True
    if any(p.noun and p.sector not in _OFFICES for p in one.recipients):
        return False
    if not one.actors:
        return bool(one.recipients) and all(_is_person(p) for p in one.recipients)
    return all(p.sector in _TALKING or (_is_person(p) and p.sector not in _ARMED) for p in one.actors)


def _is_public(one: Happening) -> bool:
    """Tell whether a state, a body or a people has a part: not where firms and doctors alone do, nor where nobody known speaks to people."""
    known = [p for p in one.parties() if p.is_known and p.sector not in ("BUS", "HLH")]
    known = [p for p in known if not _is_of_state_only(p, of_firms=one.sense.event == "AGREE")]
    return any(p.sector != "CVL" or p in one.actors for p in known)


def _is_of_state_only(party: Party, *, of_firms: bool) -> bool:
    """Tell whether of a person all that is known is the state: a pianist's thanks, a merger are no politics.

    Args:
        of_firms: whether bodies that no lexicon has count as firms.
    """
    part = party.part
    if part is None or party.sector or part.offices or named(part.key) is not None or party.is_called_body:
        return False
    return part.kind is ActorKind.PERSON or (of_firms and part.kind is not ActorKind.COUNTRY)


def _is_among_persons(one: Happening) -> bool:
    """Tell whether persons alone stand on both sides, none for a state: what one gives another's campaign is no aid."""
    sides = (one.actors, one.recipients)
    return (
        all(side and all(_is_person(p) for p in side) for side in sides) and len({p.country for p in one.parties()} - {None}) < 2
    )


def _is_among_rivals(one: Happening) -> bool:
    """Tell whether one person "fires at" another, whatever missile it is with: "her gun control offensive against Mr Ruiz"."""
    if one.word in _VERBAL_TOO and one.actors and not one.recipients and one.frame is not None:
        return all(_is_person(p) and p.sector not in _ARMED for p in one.actors)  # "pounding him on guns"
    if one.word in _BODILY or not one.actors or not one.recipients:
        return False
    is_among_officials = all(_is_person(p) or (p.noun and p.sector in _OFFICES) for p in one.actors) and all(
        map(_is_person, one.recipients)
    )
    return is_among_officials and all(p.sector not in _ARMED for p in one.parties())


def _hits_nobody(one: Happening) -> bool:
    """Tell whether somebody kills or attacks and no word stands where whom he does it to should: "it makes killing easier"."""
    return (
        one.frame is not None
        and not one.frame.is_passive
        and not one.frame.objects
        and not one.recipients
        and not one.sense.reciprocal
    )


def _is_at_home(one: Happening) -> bool:
    """Tell whether somebody visits a place of his own country."""
    home = {p.country for p in one.actors if p.country}
    are_places = all(p.part is None or p.part.kind is ActorKind.COUNTRY for p in one.recipients)
    return bool(home) and are_places and {p.country for p in one.recipients} <= home


def _level(side: list[Party]) -> int:
    """Give 3 for somebody known, 2 for somebody named, 1 for people by what they are, 0 for nobody."""
    if any(p.is_known for p in side):
        return _KNOWN
    if any(_is_named(p) for p in side):
        return 2
    return 1 if any(p.sector for p in side) else 0


def _is_person(party: Party) -> bool:
    return party.part is not None and party.part.kind is ActorKind.PERSON


def _is_named(party: Party) -> bool:
    return party.part is not None or party.country is not None
