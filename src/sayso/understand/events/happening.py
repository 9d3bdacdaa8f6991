"""Happening: one trigger with who stands where, between the words and the finding."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...span import Span
from .chunks import Chunk
from .clauses import Frame
from .party import Party
from .triggers import Sense


@dataclass(slots=True)
class Happening:
    """One trigger in the making.

    Attributes:
        token: the trigger.
        sense: what the lexicon says it is.
        actors, recipients: either side, resolved as far as the words go.
        frame: of a verb; None for a noun.
        doubtful: recipients whom only a pronoun tells, set aside until it is settled whom it means.
        inner: the act inside a promise, threat or demand.
        more: triggers merged into this one.
        chunks: its own phrases, for place, means and size.
        sentence: the sentence it stands in.
        is_unread: whether words stand where the actor does, and do not say who it is.
        word: the trigger's lemma, in small letters.
        share: probability by the heads for acts that its words tell an act of its type; None where the model has no such heads.
        belief: how likely it is an act of its type by what the heads, patterns and parties say together; None as above.
        is_by_head: whether these heads alone tell it, no pattern of the lexicon.
        has_means: whether its chunks or its own words name a weapon ("bombed", "with rockets").
    """

    token: int
    sense: Sense
    actors: list[Party]
    recipients: list[Party]
    frame: Frame | None = None
    doubtful: list[Party] = field(default_factory=list)
    inner: Happening | None = None
    more: list[int] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)
    sentence: Span = Span(0, 1)
    is_unread: bool = False
    share: float | None = None
    belief: float | None = None
    is_by_head: bool = False
    has_means: bool = False
    word: str = ""

    def tellers(self) -> list[int]:
        """Give the words that may tell it: its trigger, what was merged into it, and what a pattern's verb governs ("carried out | an attack")."""
        governed = self.frame.objects if self.frame is not None and not self.is_by_head else []
        return [self.token, *self.more, *(chunk.head for chunk in governed)]

    def parties(self) -> list[Party]:
        """Give everybody in it."""
        return [*self.actors, *self.recipients]
