"""One record → its lines (name, value) for people: who, when, where printed, how sure; offices with who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..ask.amounts import amount, when_in_words
from ..ask.copy_words import copy_words
from ..findings.actor import Actor, Office
from ..record.found import FoundActor, FoundFigure, FoundStatement, ReportCard
from ..record.found_events import Found, FoundEvent, FoundTie, FoundWatchpoint
from .decision_lines import decided_lines
from .event_lines import event_lines, tie_lines, watchpoint_lines
from .standing import Line, day_line, how_sure, standing, who
from .views import act_name

if TYPE_CHECKING:
    from ..record.view import View

# Reports of an actor that are looked through for its offices, newest first.
MAX_REPORTS_FOR_OFFICES = 25


def record_lines(record: Found, view: View) -> list[Line]:
    """Give the lines of a record, empty ones left out."""
    if isinstance(record, FoundStatement):
        lines = _statement(record, view)
    elif isinstance(record, FoundFigure):
        lines = _figure(record)
    elif isinstance(record, FoundEvent):
        lines = event_lines(record)
    elif isinstance(record, FoundTie):
        lines = tie_lines(record)
    elif isinstance(record, FoundWatchpoint):
        lines = watchpoint_lines(record)
    elif isinstance(record, FoundActor):
        lines = _actor(record, view)
    else:
        lines = _report(record)
    decided = () if isinstance(record, ReportCard) else decided_lines(record.decisions)
    return [(name, value) for name, value in (*lines, *decided) if value]


def office_lines(actors: Iterable[Actor]) -> list[str]:
    """Give each office once: its words, whose it is, and whether the report says so or only sayso's own list."""
    offices = [office for actor in actors for office in actor.offices]
    return list(dict.fromkeys(_office(office) for office in offices))


def _office(office: Office) -> str:
    former = "former " if office.former and not office.role.lower().startswith("former") else ""
    of = f" ({office.of})" if office.of else ""
    known = "as the report says" if office.source == "report" else office.source
    return f"{former}{office.role}{of}: {known}"


def _statement(row: FoundStatement, view: View) -> Iterator[Line]:
    it = row.statement
    yield "statement", row.key
    yield "act", f"{act_name(row)}, {it.form.value}"
    yield "speaker", who(row.speaker) or ("nobody: the words are put in a mouth" if row.imputed_to else "not resolved")
    yield "imputed to", who(row.imputed_to)
    yield "speaks for", who(row.speaks_for)
    speaker = view.reading(row.report.key).actor(it.speaker) if it.speaker else None
    yield "offices", "\n".join(office_lines([speaker])) if speaker else ""
    yield "addressee", who(row.addressee)
    yield "channel", it.channel.value if it.channel else ""
    yield "relayed by", who(row.relayed_by)
    yield "within", row.within or ""
    yield "said", f"{when_in_words(it.said_on)} (“{it.said_on.words}”)" if it.said_on else "the report names no day"
    yield from standing(row.report, row.carriers)
    yield "found", how_sure(it.confidence, it.by)


def _figure(row: FoundFigure) -> Iterator[Line]:
    it = row.figure
    yield "figure", row.key
    yield "how many", f"{amount(it, row.words)} ({it.kind.value}{', approximate' if it.approximate else ''})"
    yield "of", row.of
    yield "whose", who(row.whose)
    yield "where", row.where or ""
    yield "as of", f"{when_in_words(it.as_of)} (“{it.as_of.words}”)" if it.as_of else ""
    yield "whose number", who(row.giver) or "the report's own"
    yield "in statement", row.within or ""
    yield from standing(row.report, row.carriers)
    yield "found", how_sure(it.confidence, it.by)


def _actor(row: FoundActor, view: View) -> Iterator[Line]:
    card = row.card
    yield "actor", card.key
    yield "name", card.name
    yield "kind", card.kind
    yield "country", card.country or ""
    yield "sector", card.sector or ""
    yield "also called", "; ".join(name for name in row.names if name != card.name)
    cards = view.reports(about=card.key, limit=MAX_REPORTS_FOR_OFFICES)
    found = [actor for report in cards for actor in view.reading(report.key).actors if actor.key == card.key]
    yield "offices", "\n".join(office_lines(found))
    yield "in", f"{row.reports} report(s), {row.mentions} mention(s), speaker of {row.statements} statement(s)"


def _report(card: ReportCard) -> Iterator[Line]:
    yield "report", card.key
    yield "title", card.title or ""
    yield "outlet", card.outlet or ""
    yield "published", day_line(card)
    yield "agency", card.agency or ""
    yield "section", card.section or ""
    yield "byline", card.byline or ""
    yield "from", card.url or card.place or ""
    yield "language", card.language if card.language == "en" else f"{card.language}: kept, not analysed"
    yield "text", copy_words(card)
    yield "text of", card.text_of or ""
    yield "copy of", card.copy_of or ""
    yield "version of", card.version_of or ""
    yield "SHA-256", card.sha256
    yield "holds", f"{card.length} characters, {card.statements} statement(s), {card.figures} figure(s), {card.events} event(s)"
