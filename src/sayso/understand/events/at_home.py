"""Police, courts, governments and soldiers of no stated state → those of the state that the report is about: "Police arrested three men"."""

from __future__ import annotations

from dataclasses import replace

from ..extract.states_meant import BY_SUBJECT, StatesMeant
from .party import Party

# Those who act for the state they serve, whose it is even where no word says so.
_PUBLIC = frozenset("police government authority regime prosecutor court judge jury parliament army military".split())
# States of states, whose courts and police may be "federal".
_FEDERATIONS = frozenset("ARE ARG AUS AUT BEL BIH BRA CAN CHE DEU ETH IND IRQ MEX MYS NGA NPL PAK RUS SOM USA VEN".split())


def at_home(party: Party, others: set[str | None], states: StatesMeant, text: str) -> Party:
    """Give a party the state of the report, where it may act for one and the report is about one; the party itself otherwise.

    Args:
        others: the states that the event names already: one of them is not meant again.
        states: of the report, whose words are `text`.
    """
    is_public = party.noun in _PUBLIC or party.sector in ("COP", "MIL")
    if party.country is not None or party.part is not None or not is_public or party.pronoun:
        return party
    first = party.span.of(text).split()[0].lower()
    if first == "federal" and (union := states.only_one_of(_FEDERATIONS)) is not None:
        return replace(party, country=union)
    meant = states.around(party.span)
    if meant is None or meant.part.key in others or not (states.is_main(meant) or meant.how > BY_SUBJECT):
        return party
    if party.sector == "MIL" and first not in _PUBLIC and not states.is_main(meant):
        return party  # soldiers may be another's; "regime forces" are not
    is_police = party.noun == "officer" and "police" in text.lower()
    return replace(party, country=meant.part.key, sector="COP" if is_police else party.sector)
