"""Which actors a finding is about, beside whom it is by: worked out once, when a reading is added.

A statement is about the actors named or pointed to in its content or target, and about the one it is imputed to. A denial,
confirmation, doubt, refusal or silence that names nobody but its own speaker is an answer to what the report is about: it counts
for every actor of the report. A figure is about the actor it belongs to and the actors of its sentence. An event, tie or watchpoint is
about those who take part in it and the actors named in its words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from ..findings.event import Event
from ..findings.figure import Figure
from ..findings.reading import Reading
from ..findings.statement import Act, Statement
from ..findings.tie import Tie
from ..findings.watchpoint import Watchpoint
from ..span import Span

ANSWERS = frozenset({Act.DENY, Act.CONFIRM, Act.DOUBT, Act.DECLINE, Act.SILENT})


class Abouts:
    """Looks up the actors within any stretch of one reading's text."""

    def __init__(self, reading: Reading) -> None:
        self._keys = {actor.id: actor.key for actor in reading.actors}
        self._everybody = {actor.key for actor in reading.actors if actor.mentions}
        self._mentions = sorted((span.start, span.end, actor.key) for actor in reading.actors for span in actor.mentions)
        self._starts = [start for start, _, _ in self._mentions]
        self._sentences = sorted(reading.sentences)
        self._sentence_starts = [sentence.start for sentence in self._sentences]

    def of_statement(self, statement: Statement) -> set[str]:
        """Give the keys of the actors the statement is about."""
        found = self._within((*statement.content, *(statement.target or ())))
        own = {self._keys.get(ident) for ident in (statement.speaker, statement.speaks_for) if ident}
        if statement.act in ANSWERS and not found - own:
            found = found | self._everybody
        if statement.imputed_to in self._keys:
            found = found | {self._keys[statement.imputed_to]}
        return found

    def of_figure(self, figure: Figure) -> set[str]:
        """Give the keys of the actors the figure is about."""
        found = self._within((*figure.evidence, *self._sentences_at(figure.span)))
        return found | {self._keys[figure.whose]} if figure.whose in self._keys else found

    def of_event(self, event: Event) -> set[str]:
        """Give the keys of the actors the event is about."""
        inner = (*event.of.actor, *event.of.recipient) if event.of else ()
        return self._within(event.evidence) | self._known((*event.actor, *event.recipient, *inner))

    def of_tie(self, tie: Tie) -> set[str]:
        """Give the keys of the actors the tie is about; of its words only the two ends and to whom an envoy is sent."""
        return self._known((tie.subject, tie.object, tie.accredited_to))

    def of_watchpoint(self, watchpoint: Watchpoint) -> set[str]:
        """Give the keys of the actors the watchpoint is about."""
        return self._within((watchpoint.span, *watchpoint.evidence)) | self._known(watchpoint.actors)

    def _known(self, idents: Iterable[str | None]) -> set[str]:
        return {self._keys[ident] for ident in idents if ident in self._keys}

    def _within(self, spans: Iterable[Span]) -> set[str]:
        found: set[str] = set()
        for span in spans:
            at = bisect_left(self._starts, span.start)
            while at < len(self._mentions) and self._starts[at] < span.end:
                _, end, key = self._mentions[at]
                if end <= span.end:
                    found.add(key)
                at += 1
        return found

    def _sentences_at(self, span: Span) -> list[Span]:
        at = max(bisect_left(self._sentence_starts, span.start + 1) - 1, 0)
        return [sentence for sentence in self._sentences[at : at + 2] if sentence.overlaps(span)]
