"""Whether a happening is an event: sentences that speak of sports or fiction tell none, nor does one whose parties nobody knows."""

from __future__ import annotations

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
_KNOWN = 3
_LARGE = ("multilateral",)


def is_discarded(doc: Doc, sentence: Span) -> bool:
    """Tell whether a sentence speaks of sports or of something made up."""
    text = f" {sentence.of(doc.text).lower()} "
    words = set(text.replace(",", " ").replace(".", " ").split())
    kinds = (word for kind in ("sports", "fiction") for word in discards()[kind])
    return any((word in words) if " " not in word else (f" {word}" in text) for word in kinds)


def fits(one: Happening) -> bool:
    """Tell whether those are known without whom it is no event of its type.

    Known is somebody of a state, an office holder, and a body or group of the lexicons; named is anybody of the cast. Where two sides are needed
    one of them may be only named, or people whose state the words do not say.
    """
    kind = event_types()[one.sense.event or ""]
    if kind.name == "ASSAULT" and not one.sense.modes and _is_figure_of_speech(one):
        return False
    if kind.name == "ASSAULT" and _hits_nobody(one):
        return False
    if (
        kind.name == "COERCE"
        and not one.sense.modes
        and one.actors
        and all(_is_person(p) and p.sector not in _ARMED for p in one.actors)
    ):
        return False
    if one.sense.modes == ("resign",) and not any(p.holds_public_office for p in one.actors):
        return False
    if kind.name not in _DEEDS and not _is_public(one) and not is_deed_of_people(one):
        return False
    if kind.name == "AID" and "military" not in one.sense.contexts and _is_among_persons(one):
        return False
    if kind.name == "CONSULT" and one.sense.modes == ("visit",) and _is_at_home(one):
        return False
    if one.sense.reciprocal and (kind.name not in _ONE_WAY or "recipient" in one.sense.needs):
        sides = [*one.actors, *one.recipients]
        named = {p.key or p.span for p in sides if _is_named(p) or (p.sector and kind.name == "ASSAULT")}
        return any(p.is_known for p in sides) and (len(named) > 1 or one.sense.modes == _LARGE)
    actor, recipient = _level(one.actors), _level(one.recipients)
    if ("actor" in one.sense.needs and actor < _KNOWN) or ("recipient" in one.sense.needs and recipient < _KNOWN):
        return False
    if one.sense.alone and one.frame is not None and actor == _KNOWN:
        return True
    if "recipient" in kind.needs or (kind.name in _BOTH and one.sense.modes != ("investigate",)):
        return min(actor, recipient) >= (2 if kind.name == "SUPPORT" else 1) and max(actor, recipient) == _KNOWN
    if is_deed_of_people(one):
        return True
    if "actor" in kind.needs:
        return actor == _KNOWN or (actor >= 1 and recipient >= 2)
    return max(actor, recipient) == _KNOWN


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
    if one.sense.event == "AGREE":  # what a firm is called after its state agrees on is business
        known = [p for p in known if p.sector or p.part is None or p.part.kind is ActorKind.COUNTRY or named(p.part.key)]
    return any(p.sector != "CVL" or p in one.actors for p in known)


def _is_among_persons(one: Happening) -> bool:
    """Tell whether persons alone stand on both sides, none for a state: what one gives another's campaign is no aid."""
    sides = (one.actors, one.recipients)
    return (
        all(side and all(_is_person(p) for p in side) for side in sides) and len({p.country for p in one.parties()} - {None}) < 2
    )


def _is_among_rivals(one: Happening) -> bool:
    """Tell whether one person "fires at" another, whatever missile it is with: "her gun control offensive against Mr Ruiz"."""
    sides = (one.actors, one.recipients)
    return all(side and all(_is_person(p) and p.sector not in _ARMED for p in side) for side in sides) and one.word not in _BODILY


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
