"""A report that tells a claim, with whose text it is and from whom it has it."""

from __future__ import annotations

from dataclasses import dataclass

from ...findings.reading import Reading
from .authors import Author
from .origin import Telling
from .source import Source


@dataclass(frozen=True, slots=True)
class Traced:
    """One report that tells the claim.

    Attributes:
        author: whose text it is.
        tellings: where it tells the claim, in text order.
        sources: from whom it has it, by its own words.
    """

    reading: Reading
    author: Author
    tellings: tuple[Telling, ...]
    sources: tuple[Source, ...]

    @property
    def id(self) -> str:
        """The id of the report."""
        return self.reading.id
