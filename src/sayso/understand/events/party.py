"""Party: somebody on one side of an event, with the words that say so, before it is an actor of the cast."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ...findings.actor import ActorKind
from ...span import Span
from ..extract.cast import Part
from ..known.named import named, states

# Roles that firms have, too: who leaves one of them leaves no public office, unless the words give him a state or body.
_ROLES_OF_FIRMS = frozenset(
    "president chairman chairwoman chair chief executive officer director manager head veteran founder partner vice deputy general managing senior".split()
)
# Sectors of bodies that are somebody by their name alone, whether or not the lexicons have it: "the Global Rights Observatory".
_BODIES = frozenset(("NGO", "IGO", "REB", "MIL", "COP", "LEG", "JUD", "SPY"))
# Words by which bodies are called that speak for many.
_CALLED = frozenset(
    "association union federation confederation league front movement party observatory watch monitor commission ministry court tribunal council assembly congress "
    "coalition alliance army brigade brigades guard militia police church synod agency authority committee forum network".split()
)
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
        is_met: whether somebody met him as he said what is told.
    """

    span: Span
    part: Part | None = None
    country: str | None = None
    sector: str | None = None
    noun: str = ""
    by: By = By.NAME
    pronoun: str = ""
    is_met: bool = False

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
        if self.part.kind in (ActorKind.ORGANISATION, ActorKind.GROUP) and (self.sector in _BODIES or self.is_called_body):
            return True
        return (self.part.kind is ActorKind.PERSON and self._holds_office(_ROLES_OF_FIRMS - {"president"})) or named(
            self.part.key
        ) is not None

    @property
    def is_called_body(self) -> bool:
        """Tell whether the name says what sort of body it is: "the Coast Watch Association", "the Union of Miners"."""
        words = self.part.name.lower().split() if self.part is not None else []
        return (
            len(words) > 1
            and self.sector in (None, "LAB", "PTY", "REL", "GOV")
            and (words[-1] in _CALLED or (words[0] in _CALLED and words[1] in ("of", "for")))
        )

    @property
    def holds_public_office(self) -> bool:
        """Tell whether somebody has an office of a state or body to leave; the president of a firm has none."""
        return self._holds_office(_ROLES_OF_FIRMS)

    def _holds_office(self, of_firms: frozenset[str]) -> bool:
        """Tell whether somebody has an office that is no firm's.

        Args:
            of_firms: words of offices that are public only where the text or the lexicon says of which state or body.
        """
        offices = self.part.offices if self.part is not None else []
        if self.sector == "BUS" or not (self.sector in _OFFICES or offices):
            return False
        public = {
            o.of for o in offices if o.of in states() or ((body := named(o.of or "")) is not None and body.sector in _OFFICES)
        }
        return not offices or bool(public) or any(not set(o.role.lower().split()) <= of_firms for o in offices)
