"""A party → the actor of the cast that it is, made where there is none yet: "Chadian soldiers" are the armed forces of Chad."""

from __future__ import annotations

import re

from ...findings.actor import ActorKind
from ..chains.words import singular
from ..extract.cast import Cast, Part
from ..extract.naming import state_part
from ..known.named import demonym_of, states
from ..known.offices import body_of
from .party import Party

_BODIES = {"MIL": "armed forces", "COP": "police"}


def actor_of(party: Party, cast: Cast) -> Part | None:
    """Give the actor of the cast, made where there is none yet; None where nobody is named."""
    if party.part is not None:
        if party.part.kind is ActorKind.PERSON and party.part.country is None:
            party.part.country = party.country
        return party.part
    if party.country is None or party.country not in states():
        return None
    part = _made(party, cast)
    words = party.span.of(cast.text)
    if (
        part.kind is not ActorKind.COUNTRY
        and words.split()[-1].lower() in part.name.lower().split()
        and not re.search(r"\d", words)
    ):
        part.aliases.add(words)  # "the student demonstrators" are "Greek demonstrators", too
    if party.span not in part.mentions:
        part.mentions.add(party.span)
        part.naming.append(party.span)
    return part


def _made(party: Party, cast: Cast) -> Part:
    country, sector = party.country or "", party.sector
    if sector in (None, "GOV") or not party.noun:
        return state_part(cast, country)
    body = body_of(_BODIES.get(sector, party.noun), country)
    if body is not None and body.kind is not ActorKind.COUNTRY:
        part = cast.part(body.key, body.name, body.kind)
    else:
        words = party.noun if party.noun in ("people", "police") or singular(party.noun) != party.noun else _plural(party.noun)
        part = cast.part(f"{country.lower()}-{sector.lower()}", f"{demonym_of(country)} {words}", ActorKind.GROUP)
    part.country, part.sector = country, sector
    return part


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun if noun.endswith("s") else noun + "s"
