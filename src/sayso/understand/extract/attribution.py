"""Attribution: a statement in the making. Source, cue and content are known, who speaks is not yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...findings.statement import Act
from ...span import Span, hull


@dataclass(slots=True, eq=False)
class Attribution:
    """Words attributed to somebody, before actors are known.

    Attributes:
        source, cue, content: pieces in text order; content is never empty, source and cue may be.
        confidence: raw confidence (0..1), uncalibrated.
        by: head or rule that found it.
        outer: the attribution it stands in, for nested ones.
        carried_from: the attribution whose speaker goes on talking, where the text names none.
        named_at: where the text names who speaks, if the source does not ("A:" in an interview with NAME).
        act: what is done with the words, where there is no cue to tell; None where the cue tells.
        is_verbatim: True where the words stand word for word without marks, as turns and posts do.
        is_imputed: True where the writer puts the words in a mouth.
    """

    source: list[Span]
    cue: list[Span]
    content: list[Span]
    confidence: float
    by: str
    outer: Attribution | None = None
    carried_from: Attribution | None = None
    named_at: Span | None = None
    act: Act | None = None
    is_verbatim: bool = False
    is_imputed: bool = False
    inner: list[Attribution] = field(default_factory=list)

    @property
    def extent(self) -> Span:
        """Give the smallest span that holds all its pieces."""
        return hull([*self.source, *self.cue, *self.content])

    @property
    def anchor(self) -> int:
        """Give where it stands in text order: its first cue, else its first content."""
        return self.cue[0].start if self.cue else self.content[0].start
