"""Found statements and figures → lines of a brief: the same words of the same speaker become one line with several citations.

Reprints of one story differ in their furniture and so in their text; what they share is the words. Two rows are one line when
speaker, act, cue and content agree but for case, blanks and marks; of figures, when giver, range, unit, words and what is
counted agree.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeVar

from ..findings.reading import Reading
from ..findings.statement import Act
from ..record.found import ActorCard, FoundFigure, FoundStatement, ReportCard
from ..span import Span
from .amounts import amount, day_in_words, when_in_words
from .brief_parts import Citation, Quantity, Said

F = TypeVar("F", FoundStatement, FoundFigure)


class Readings(Protocol):
    """What lines are checked against: the ledger's readings."""

    def reading(self, report: str) -> Reading:
        """Give a report's whole reading."""
        ...


@dataclass(slots=True)
class Footnotes:
    """Numbers citations in the order in which they are asked for; the same finding always has the same number."""

    readings: Readings
    made: dict[str, Citation] = field(default_factory=dict)
    _seen: dict[str, Reading] = field(default_factory=dict)

    def reading(self, report: str) -> Reading:
        """Give a report's reading, opened once."""
        if report not in self._seen:
            self._seen[report] = self.readings.reading(report)
        return self._seen[report]

    def cite(self, row: FoundStatement | FoundFigure) -> int:
        """Give the number under which the finding's evidence stands in the list of citations."""
        if row.key not in self.made:
            finding = row.statement if isinstance(row, FoundStatement) else row.figure
            text = self.reading(row.report.key).report.text
            spans = finding.evidence
            words = tuple(span.of(text) for span in spans)
            it, number = row.report, len(self.made) + 1
            self.made[row.key] = Citation(number, row.key, it.key, it.outlet, it.published, spans, words)
        return self.made[row.key].number


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
    for row in sorted(rows, key=_order):
        groups.setdefault(statement_line_key(row), []).append(row)
    return list(groups.values())


def merged_figures(rows: Iterable[FoundFigure]) -> list[list[FoundFigure]]:
    """Group figures that are one line, likewise."""
    groups: dict[Hashable, list[FoundFigure]] = {}
    for row in sorted(rows, key=_order):
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
        withholds=it.withholds.value if it.withholds else None, when=_when_said(row), day=day_of(row),
        cue=row.cue, words=row.content, target=row.target, form=it.form.value, through=_through(row, notes),
        relays=tuple(notes.cite(inner) for inner in relays), reports=_carriers(group),
        cites=tuple(notes.cite(one) for one in group), hedged=it.negated or it.modal is not None,
    )  # fmt: skip


def quantity(group: Sequence[FoundFigure], notes: Footnotes) -> Quantity:
    """Give the line of a group of figures that are one."""
    row = group[0]
    it = row.figure
    when = when_in_words(it.as_of) if it.as_of else _in_print(row.report)
    return Quantity(
        of=row.of, amount=amount(it, row.words), words=row.words, low=it.low, high=it.high, unit=it.unit,
        giver=row.giver.name if row.giver else None, standing=_standing(row, notes), where=row.where, when=when, day=day_of(row), reports=_carriers(group),
        cites=tuple(notes.cite(one) for one in group),
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


def day_of(row: FoundStatement | FoundFigure) -> date | None:
    """Give the day a line is sorted by: said or holding on, else published."""
    when = row.statement.said_on if isinstance(row, FoundStatement) else row.figure.as_of
    return (when.start if when else None) or row.report.published


def first_span(row: FoundStatement | FoundFigure) -> Span:
    """Give where a finding begins in its report."""
    return min((row.statement if isinstance(row, FoundStatement) else row.figure).evidence)


def _order(row: FoundStatement | FoundFigure) -> tuple[date, date, str, Span]:
    return (day_of(row) or date.max, row.report.published or date.max, row.report.key, first_span(row))


def _nobody(row: FoundStatement) -> ActorCard:
    name = f"“{row.source}”" if row.source else "speaker not named"
    return ActorCard("", name, "", None, None)


def _when_said(row: FoundStatement) -> str | None:
    on = row.statement.said_on
    return when_in_words(on) if on else _in_print(row.report)


def _in_print(card: ReportCard) -> str | None:
    return f"in print {day_in_words(card.published)}" if card.published else None


def _through(row: FoundStatement, notes: Footnotes) -> str | None:
    if row.relayed_by:
        return row.relayed_by.name
    relay = row.statement.relayed_by
    return relay.span.of(notes.reading(row.report.key).report.text) if relay else None


def _carriers(group: Sequence[F]) -> int:
    return len({key for row in group for key in row.carriers} | {row.report.key for row in group})
