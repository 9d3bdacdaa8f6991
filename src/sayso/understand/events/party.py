"""Party: somebody on one side of an event, with the words that say so, before it is an actor of the cast."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ...findings.actor import ActorKind
from ...span import Span
from ..extract.cast import Part
from ..known.named import named

_OFFICES = frozenset(("GOV", "MIL", "LEG", "JUD", "SPY", "COP", "IGO", "OPP", "REB", "PTY"))


class By(StrEnum):
    """By what sort of words a party is there."""

    NAME = "name"
    NOUN = "noun"  # what people, forces or offices are: "the Chadian soldiers"
    PLACE = "place"  # the name of a place, or its people and things
    OWNER = "owner"  # a thing that is somebody's: "Chad's hopes"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody on one side of an event.

    Attributes:
        span: the words.
        part: the actor, None where it is not in the cast yet or the words do not say who.
        country, sector: alpha-3 and PLOVER code; None where unknown.
        noun: head of the words where they name people by what they are ("soldiers"), else "".
        by: by what sort of words it is there.
        pronoun: the pronoun that points to it, in small letters; "" where it is named.
    """

    span: Span
    part: Part | None = None
    country: str | None = None
    sector: str | None = None
    noun: str = ""
    by: By = By.NAME
    pronoun: str = ""

    @property
    def key(self) -> str | None:
        """Give what makes two parties the same; None where nobody is named."""
        if self.part is not None:
            return self.part.key
        if self.country is None:
            return None
        return self.country if self.sector in (None, "GOV") or not self.noun else f"{self.country}-{self.sector}"

    @property
    def is_known(self) -> bool:
        """Tell whether it is somebody: of a state, an office holder, or a body or group that the lexicons know."""
        if self.country is not None:
            return True
        if self.part is None:
            return False
        holds_office = self.part.kind is ActorKind.PERSON and (self.part.sector in _OFFICES or bool(self.part.offices))
        return holds_office or named(self.part.key) is not None
