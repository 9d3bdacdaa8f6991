"""For whom an actor speaks by office: a minister for his state, an army for its state, a party's spokesman for the party; nobody by nationality alone."""

from __future__ import annotations

import re

from ...findings.actor import ActorKind
from .cast import Cast, Part
from .descriptions import voice_of

_ORGANS = ("GOV", "MIL", "SPY", "COP")
# Bodies that only states have, which no row of the lexicon puts into a sector: "Chad's Eastern Command", "the Peruvian judiciary".
_OF_A_STATE = re.compile(
    r"\b(?:directorate|ministry|general staff|(?:theat(?:er|re)|military|naval|air|army|northern|southern|eastern|western|central) command|coast guard|gendarmerie|judiciary)$",
    re.IGNORECASE,
)


def voice(cast: Cast, part: Part) -> str | None:
    """Give the key of the state or body somebody speaks for by office."""
    if part.kind is ActorKind.PERSON or part.speaks_for:
        said_former = any(o.former and o.source == "report" for o in part.offices)
        return part.speaks_for or (part.known_voice if not said_former else None)
    if part.kind is ActorKind.COUNTRY:
        return part.key
    if part.kind is not ActorKind.ORGANISATION or not part.country:
        return None
    if part.sector in _ORGANS:
        return voice_of(part)
    return part.country if part.sector in (None, "JUD") and _OF_A_STATE.search(part.name) else None
