"""Police, courts, governments and soldiers of no stated state → those of the state that the report is about: "Police arrested three men"."""

from __future__ import annotations

from dataclasses import replace

from ...findings.actor import ActorKind
from ..chains.words import OWNERS, singular
from ..doc import Doc
from ..extract.states_meant import BY_SUBJECT, StatesMeant
from .party import Party

# Those who act for the state they serve, whose it is even where no word says so.
PUBLIC = frozenset(
    "police government authority regime junta prosecutor court judge jury parliament army military judiciary".split()
)
# States of states, whose courts and police may be "federal".
_FEDERATIONS = frozenset("ARE ARG AUS AUT BEL BIH BRA CAN CHE DEU ETH IND IRQ MEX MYS NGA NPL PAK RUS SOM USA VEN".split())

# Who is of the state that the report is about, where nothing else is said: those who act for it, and those who stand against its rulers.
_AT_HOME = PUBLIC | frozenset(
    "opposition lawmaker legislator parliamentarian soldier troop policeman policewoman protester protestor demonstrator official".split()
)
_FORCES, _OF_RULERS = (
    frozenset(("force", "troop")),
    frozenset("security government regime army military police riot state".split()),
)
# Words that set them apart from those at home, or from those in office.
_ELSEWHERE = frozenset("former ex foreign other rebel allied coalition international previous separatist".split())
# Namings that a state must have that is the only one a report names.
_TWICE = 2


def at_home(party: Party, others: set[str | None], states: StatesMeant, text: str) -> Party:
    """Give a party the state of the report, where it may act for one and the report is about one; the party itself otherwise.

    Args:
        others: the states that the event names already: one of them is not meant again.
        states: of the report, whose words are `text`.
    """
    is_public = party.noun in PUBLIC or party.sector in ("COP", "MIL")
    if party.country is not None or party.part is not None or not is_public or party.pronoun:
        return party
    first = party.span.of(text).split()[0].lower()
    if first in OWNERS:
        return party  # "its launchers": whoever that is
    if first == "federal" and (union := states.only_one_of(_FEDERATIONS)) is not None:
        return replace(party, country=union)
    meant = states.around(party.span)
    if meant is None or meant.part.key in others or not (states.is_main(meant) or meant.how > BY_SUBJECT):
        return party
    if party.sector == "MIL" and first not in PUBLIC and not states.is_main(meant):
        return party  # soldiers may be another's; "regime forces" are not
    is_police = party.noun == "officer" and "police" in text.lower()
    return replace(party, country=meant.part.key, sector="COP" if is_police else party.sector)


def as_of_report(party: Party, others: set[str | None], states: StatesMeant, doc: Doc) -> Party:
    """Give forces, offices and crowds of no stated state the one that the report is about, or the only one it names; else the party itself.

    Args:
        others: keys and states on the other side: what is there already is not meant again.
    """
    words = party.span.of(doc.text).lower().replace("-", " ").split()
    noun = party.noun or singular(words[-1])
    is_force = noun in _FORCES and (party.sector == "COP" or not _OF_RULERS.isdisjoint(words[:-1]))
    is_officer = noun == "officer" and party.sector in ("COP", "MIL", "GOV", "CVL") and "police" in doc.text.lower()
    if party.part is not None or party.country is not None or party.pronoun or not (noun in _AT_HOME or is_force or is_officer):
        return party
    named = [i for i in doc.tokens_in(party.span) if doc.pos[i] == "PROPN" and doc.word(i)[:1].isupper()][1:]
    is_some = noun == "official" and any(doc.pos[i] == "NUM" or doc.word(i) in ("a", "an") for i in doc.tokens_in(party.span))
    if not _ELSEWHERE.isdisjoint(words) or named or is_some:
        return party
    state = _of(states)
    if state is None or state in others:
        return party
    sector = "COP" if is_officer or noun == "police" else party.sector or "GOV"
    return replace(party, country=state, sector=sector, noun=noun)


def _of(states: StatesMeant) -> str | None:
    """Give the state a report is about, or the only one that it names and anybody in it is of."""
    main = states.of_report()
    if main is not None:
        return main.part.key
    parts = [p for p in states.cast.parts.values() if p.naming]
    only = {p.country for p in parts} - {None}
    often = sum(len(p.naming) for p in parts if p.kind is ActorKind.COUNTRY)
    return only.pop() if len(only) == 1 and often >= _TWICE else None
