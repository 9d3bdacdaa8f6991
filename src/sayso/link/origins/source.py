"""From whom one report has what it tells, by its own words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .mastheads import Outlet
from .voices import Voice


class SourceKind(StrEnum):
    """What a report says it has a telling from."""

    VOICE = "voice"  # somebody says it
    OWN = "own"  # the writer's own finding, or people it does not name
    CITED = "cited"  # another outlet
    MEDIA = "media"  # media that nobody names
    PLAIN = "plain"  # told without any source


@dataclass(frozen=True, slots=True)
class Source:
    """From whom a report has a telling.

    Attributes:
        voice: for VOICE, who speaks.
        outlet: for OWN and CITED, which outlet; for PLAIN whose text it is; None where that is not known.
        words: the words that say so; empty for PLAIN.
        confidence: 0..1, by judgement.
    """

    kind: SourceKind
    voice: Voice | None = None
    outlet: Outlet | None = None
    words: str = ""
    confidence: float = 0.9
