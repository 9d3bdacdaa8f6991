"""Found statements and figures → lines of a brief: the same words of the same speaker become one line with several citations.

Reprints of one story differ in their furniture and so in their text; what they share is the words. Two rows are one line when
speaker, act, cue and content agree but for case, blanks and marks; of figures, when giver, range, unit, words and what is
counted agree.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeVar

from ..findings.reading import Reading
from ..findings.statement import Act
from ..record.found import ActorCard, FoundFigure, FoundStatement, ReportCard
from ..record.found_events import FoundEvent, FoundTie, FoundWatchpoint
from ..span import Span
from ..when import When
from .amounts import amount, day_in_words, when_in_words
from .brief_parts import Citation, Quantity
from .said import Said
from .told import joined, told_at

Finding = FoundStatement | FoundFigure | FoundEvent | FoundTie | FoundWatchpoint
F = TypeVar("F", bound=Finding)


class Readings(Protocol):
    """What lines are checked against: the ledger's readings."""

    def reading(self, report: str) -> Reading:
        """Give a report's whole reading."""
        ...


@dataclass(slots=True)
class Footnotes:
    """Numbers citations in the order in which they are asked for; the same finding always has the same number.

    `prints`: of a text that several reports print to the letter, by its hash, the report that is cited, whichever was read first.
    """

    readings: Readings
    prints: Mapping[str, ReportCard] = field(default_factory=dict)
    made: dict[str, Citation] = field(default_factory=dict)
    _seen: dict[str, Reading] = field(default_factory=dict)

    def reading(self, report: str) -> Reading:
        """Give a report's reading, opened once."""
        if report not in self._seen:
            self._seen[report] = self.readings.reading(report)
        return self._seen[report]

    def cite(self, row: Finding) -> int:
        """Give the number under which the finding's evidence stands in the list of citations."""
        return self.made[row.key].number if row.key in self.made else self.place(row.key, row.report, self._places(row))

    def place(self, key: str, card: ReportCard, spans: tuple[Span, ...]) -> int:
        """Give the number of a place in a report: that of the finding of this key, where it is cited already."""
        if key not in self.made:
            card = self.prints.get(card.sha256, card)
            text = self.reading(card.key).report.text
            number = len(self.made) + 1
            self.made[key] = Citation(
                number, key, card.key, card.outlet, card.published, spans, tuple(span.of(text) for span in spans)
            )
        return self.made[key].number

    def _places(self, row: Finding) -> tuple[Span, ...]:
        """Give what a citation shows: the evidence, and of an event the words of its line that go on behind it."""
        if isinstance(row, FoundEvent):
            return joined((*row.event.evidence, *told_at(row.event, self.reading(row.report.key))))
        return evidence_of(row)


def evidence_of(row: Finding) -> tuple[Span, ...]:
    """Give the characters that carry a finding."""
    if isinstance(row, FoundStatement):
        return row.statement.evidence
    if isinstance(row, FoundFigure):
        return row.figure.evidence
    if isinstance(row, FoundEvent):
        return row.event.evidence
    return row.tie.evidence if isinstance(row, FoundTie) else row.watchpoint.evidence


def folded(words: str) -> str:
    """Give words without case, blanks, quotation marks and the marks at their ends, to tell whether two places print the same."""
    bare = "".join(c for c in unicodedata.normalize("NFKC", words).casefold() if c.isalnum() or c.isspace())
    return " ".join(bare.split())


def statement_line_key(row: FoundStatement) -> Hashable:
    """Give what two statements share when they are one line."""
    who = row.speaker or row.imputed_to
    return (who.key if who else folded(row.source), row.statement.act, folded(row.content), folded(row.cue))


def figure_line_key(row: FoundFigure) -> Hashable:
    """Give what two figures share when they are one line."""
    it = row.figure
    return (row.giver.key if row.giver else None, it.low, it.high, it.unit, folded(row.words), folded(row.of))


def merged_statements(rows: Iterable[FoundStatement]) -> list[list[FoundStatement]]:
    """Group statements that are one line, by day and place; within a group the earliest comes first."""
    groups: dict[Hashable, list[FoundStatement]] = {}
    for row in sorted(rows, key=in_order):
        groups.setdefault(statement_line_key(row), []).append(row)
    return list(groups.values())


def merged_figures(rows: Iterable[FoundFigure]) -> list[list[FoundFigure]]:
    """Group figures that are one line, likewise."""
    groups: dict[Hashable, list[FoundFigure]] = {}
    for row in sorted(rows, key=in_order):
        groups.setdefault(figure_line_key(row), []).append(row)
    return list(groups.values())


def said(group: Sequence[FoundStatement], notes: Footnotes, *, relays: Sequence[FoundStatement] = ()) -> Said:
    """Give the line of a group of statements that are one."""
    row = group[0]
    it = row.statement
    who = None if it.act is Act.IMPUTED else row.speaker
    return Said(
        who=(row.imputed_to or row.speaker or _nobody(row)).name, speaker=who.key if who else None,
        speaks_for=row.speaks_for.name if who and row.speaks_for and row.speaks_for.key != who.key else None, act=it.act.value,
        withholds=it.withholds.value if it.withholds else None, when=when_words(row), day=day_of(row),
        cue=row.cue, words=row.content, target=row.target, form=it.form.value, through=_through(row, notes),
        relays=tuple(notes.cite(inner) for inner in relays), reports=carriers(group),
        cites=cited_once(group, notes), hedged=it.negated or it.modal is not None,
    )  # fmt: skip


def quantity(group: Sequence[FoundFigure], notes: Footnotes) -> Quantity:
    """Give the line of a group of figures that are one."""
    row = group[0]
    it = row.figure
    return Quantity(
        of=row.of, amount=amount(it, row.words), words=row.words, low=it.low, high=it.high, unit=it.unit,
        giver=row.giver.name if row.giver else None, standing=_standing(row, notes), where=row.where, when=when_words(row), day=day_of(row), reports=carriers(group),
        cites=cited_once(group, notes),
    )  # fmt: skip


OWN_VOICE = "the report itself"
# How a number stands in somebody's words without being that person's number.
_STANDING = {Act.DENY: "denied by {}", Act.DOUBT: "doubted by {}", Act.ASK: "asked by {}", Act.IMPUTED: "put in the mouth of {}"}


def _standing(row: FoundFigure, notes: Footnotes) -> str:
    """Say whose number it is: its giver's, the report's, or what somebody does with it who does not give it."""
    if row.giver:
        return row.giver.name
    reading = notes.reading(row.report.key)
    carrier = next((s for s in reading.statements if s.id == row.figure.statement), None)
    if carrier is None:
        return OWN_VOICE
    actor = reading.actor(carrier.speaker or carrier.imputed_to)
    if actor is not None:
        return _STANDING.get(carrier.act, "not stated by {}").format(actor.name)
    return f"“{reading.words(*carrier.source)}”" if carrier.source else "speaker not named"


def when_of(row: Finding) -> When | None:
    """Give the days of a finding as its words set them: said, holding, happening, since when, due."""
    if isinstance(row, FoundStatement):
        return row.statement.said_on
    if isinstance(row, FoundFigure):
        return row.figure.as_of
    if isinstance(row, FoundEvent):
        return row.event.date
    return row.tie.start if isinstance(row, FoundTie) else row.due


def day_of(row: Finding) -> date | None:
    """Give the day a line is sorted by: the first its words set, else of publication."""
    when = when_of(row)
    return (when.start if when else None) or row.report.published


def first_span(row: Finding) -> Span:
    """Give where a finding begins in its report."""
    return min(evidence_of(row))


def in_order(row: Finding) -> tuple[date, date, str, Span]:
    """Give what lines are sorted by: day, publication, report, place in the text."""
    return (day_of(row) or date.max, row.report.published or date.max, row.report.key, first_span(row))


def when_words(row: Finding) -> str | None:
    """Give the days in words; of publication where the words set none."""
    when = when_of(row)
    return when_in_words(when) if when else in_print(row.report)


def _nobody(row: FoundStatement) -> ActorCard:
    name = f"“{row.source}”" if row.source else "speaker not named"
    return ActorCard("", name, "", None, None)


def in_print(card: ReportCard) -> str | None:
    """Give the day of publication in words, None where it is not known."""
    return f"in print {day_in_words(card.published)}" if card.published else None


def _through(row: FoundStatement, notes: Footnotes) -> str | None:
    if row.relayed_by:
        return None if row.speaker and row.relayed_by.key == row.speaker.key else row.relayed_by.name
    relay = row.statement.relayed_by
    return relay.span.of(notes.reading(row.report.key).report.text) if relay else None


def carriers(group: Sequence[Finding]) -> int:
    """Count the reports that print one of the findings, a reprint together with the report whose text it prints."""
    return len({_text_of(row.report) for row in group})


def cited_once(group: Sequence[Finding], notes: Footnotes) -> tuple[int, ...]:
    """Cite the findings of a line, of a text that several print only the original, or the first at hand."""
    chosen: dict[str, str] = {}
    for row in sorted(group, key=lambda one: one.report.is_reprint):
        chosen.setdefault(_text_of(row.report), row.report.key)
    return tuple(notes.cite(row) for row in group if row.report.key == chosen[_text_of(row.report)])


def _text_of(card: ReportCard) -> str:
    return card.text_of if card.is_reprint and card.text_of else card.key
