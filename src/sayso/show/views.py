"""What people see of each list: its columns, chosen so that they read well on 80 characters and use 120."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..ask.amounts import amount
from ..ask.brief_words import carrier
from ..ask.copy_words import copy_mark
from ..record.found import ActorCard, FoundActor, FoundFigure, FoundStatement, FoundText, ReportCard
from ..record.found_events import BETWEEN, FoundEvent, FoundTie, FoundWatchpoint, speaker_of
from ..when import When
from .format import Column, View

if TYPE_CHECKING:  # its module takes longer to load than a list of reports to write
    from ..record.found_links import FoundNamed

Decided = FoundStatement | FoundFigure | FoundEvent | FoundTie | FoundWatchpoint | FoundActor
# Characters of a key that lists show: enough to be the only one among a million records, nearly always.
KEY_SHOWN = 8
WIDE = 100


def short_key(key: str) -> str:
    """Give the beginning of a key, as `sayso show` takes it."""
    return key[:KEY_SHOWN]


def speaker_name(row: FoundStatement) -> str:
    """Give who says it: the actor's name, the source's words where nobody was resolved; of imputed words, that nobody does."""
    if row.imputed_to:
        return f"(put in the mouth of {row.imputed_to.name})"
    name = row.speaker.name if row.speaker else f"“{row.source}”" if row.source else "—"
    behalf = row.speaks_for
    return f"{name}, for {behalf.key}" if behalf and (row.speaker is None or behalf.key != row.speaker.key) else name


def act_name(row: FoundStatement) -> str:
    """Give the act, and what a refusal or silence keeps back; of a thought or wish, its "not", of others their modal verb."""
    it = row.statement
    if it.withholds:
        return f"{it.act.value}: {it.withholds.value}"
    return " ".join(filter(None, (it.modal, "not" if it.negated else "", it.act.value)))


def printed_by(card: ReportCard, carriers: tuple[str, ...]) -> str:
    """Give the outlet, and how many more print the same text."""
    more = f" +{len(carriers) - 1}" if len(carriers) > 1 else ""
    return f"{carrier(card.outlet, card.place)}{more}"


def decided(row: Decided, words: str) -> str:
    """Give the words, and after them what a person decided on the record, with the beginning of each decision's id."""
    return " ".join((words, *(f"[{one.short}]" for one in row.decisions)))


def _said_on(row: FoundStatement) -> str:
    return _day(row.statement.said_on, row.report)


def _as_of(row: FoundFigure) -> str:
    return _day(row.figure.as_of, row.report)


def _day(on: When | None, card: ReportCard) -> str:
    """Give the first day meant, else of publication; where neither is known, the report's words for it."""
    known = on.start if on and on.start else card.published
    return f"“{on.words}”" if on and known is None else _iso(known)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else "—"


def _giver(row: FoundFigure) -> str:
    """Give whose number it is; one in words of somebody who does not give it (a denial, a question) is nobody's."""
    card: ActorCard | None = row.giver
    return card.name if card else "the report" if row.figure.statement is None else "—"


def _about(row: FoundFigure) -> str:
    whose = f" ({row.whose.name})" if row.whose else ""
    return f"{row.of or '—'}{whose}"


def _report_title(card: ReportCard) -> str:
    marks = [f"[{card.language}, not analysed]"] if card.language != "en" else []
    marks += [f"[{copy_mark(card)}]"] if card.copy_kind else []
    return " ".join([card.title or "—", *marks])


def _names(cards: tuple[ActorCard, ...], words: tuple[str, ...]) -> str:
    """Give the names; where nobody was resolved, the report's words."""
    return BETWEEN.join(card.name for card in cards) or BETWEEN.join(f"“{piece}”" for piece in words) or "—"


def _event_type(row: FoundEvent) -> str:
    inner = f" ({row.of.event.event_type})" if row.of else ""
    return " ".join((row.event.event_type, *row.event.modes)) + inner


def reality_name(row: FoundEvent) -> str:
    """Give what the words make of it, and who stands where: "happened" of the report's own voice or one who says so."""
    it = row.event
    return it.reality.value if it.status.value == "asserted" else f"{it.reality.value}, {it.status.value}"


def _say_so(row: FoundEvent) -> str:
    said = BETWEEN.join(dict.fromkeys(filter(None, map(speaker_of, row.asserted_by))))
    return said or ("—" if row.within else "the report")


def _said_by(row: FoundWatchpoint) -> str:
    return speaker_of(row.said_by) or "—" if row.said_by else "the report"


def _tie_days(row: FoundTie) -> str:
    """Give since when it holds, or until when it held, in the report's words where no day is known."""
    since, until = row.tie.start, row.tie.until
    if until:
        return f"until {_iso(until.end - timedelta(days=1))}" if until.end else f"“{until.words}”" if until.words else "former"
    return "—" if since is None else f"since {_iso(since.start)}" if since.start else f"“{since.words}”"


def _relation(row: FoundTie) -> str:
    words = row.tie.relation.value.replace("_", " ")
    return f"{words}: {row.tie.role}" if row.tie.role else words


def _object(row: FoundTie) -> str:
    name = row.object.name if row.object else "—"
    return f"{name} (to {row.accredited_to.name})" if row.accredited_to else name


def _told_by(row: FoundText | FoundNamed) -> str:
    if isinstance(row, FoundText):
        return printed_by(row.report, row.carriers)
    return f"{row.spread.outlets} outlet(s){', in words alike' if row.is_alike else ''}"


def _found_words(row: FoundText | FoundNamed) -> str:
    return row.snippet if isinstance(row, FoundText) else row.name


STATEMENTS = View(
    (
        Column("key", lambda row: short_key(row.key), width=KEY_SHOWN, style="dim"),
        Column("day", _said_on, width=10),
        Column("who", speaker_name, share=3, style="bold"),
        Column("act", act_name, width=10),
        Column("words", lambda row: decided(row, row.content), share=7),
        Column("outlet", lambda row: printed_by(row.report, row.carriers), width=18, style="dim", from_width=WIDE),
    ),
    "no statement fits",
)
FIGURES = View(
    (
        Column("key", lambda row: short_key(row.key), width=KEY_SHOWN, style="dim"),
        Column("day", _as_of, width=10),
        Column("how many", lambda row: decided(row, amount(row.figure, row.words)), share=3, style="bold"),
        Column("of what", _about, share=4),
        Column("whose number", _giver, share=3),
        Column("words", lambda row: row.words, share=3, from_width=WIDE),
        Column("outlet", lambda row: printed_by(row.report, row.carriers), width=18, style="dim", from_width=WIDE),
    ),
    "no figure fits",
)
EVENTS = View(
    (
        Column("key", lambda row: short_key(row.key), width=KEY_SHOWN, style="dim"),
        Column("day", lambda row: _day(row.event.date, row.report), width=10),
        Column("who", lambda row: _names(row.actors, row.actor_words), share=3, style="bold"),
        Column("what", _event_type, share=3),
        Column("to whom", lambda row: _names(row.recipients, row.recipient_words), share=3),
        Column("reality", reality_name, width=12),
        Column("say-so", _say_so, share=3, from_width=WIDE),
        Column("words", lambda row: decided(row, row.words), share=6),
        Column("outlet", lambda row: printed_by(row.report, row.carriers), width=14, style="dim", from_width=WIDE + 20),
    ),
    "no event fits",
)
TIES = View(
    (
        Column("key", lambda row: short_key(row.key), width=KEY_SHOWN, style="dim"),
        Column("who", lambda row: row.subject.name if row.subject else "—", share=3, style="bold"),
        Column("is", _relation, share=3),
        Column("of", _object, share=3),
        Column("days", _tie_days, share=2),
        Column("words", lambda row: decided(row, row.words), share=4),
        Column("outlet", lambda row: printed_by(row.report, row.carriers), width=18, style="dim", from_width=WIDE),
    ),
    "no tie fits",
)
WATCHPOINTS = View(
    (
        Column("key", lambda row: short_key(row.key), width=KEY_SHOWN, style="dim"),
        Column("day", lambda row: _iso(row.report.published), width=10),
        Column("kind", lambda row: row.watchpoint.kind.value, width=11),
        Column("what may come", lambda row: decided(row, row.words), share=7),
        Column("when", lambda row: row.due.words if row.due else "—", share=2),
        Column("says", _said_by, share=3, style="bold"),
        Column("outlet", lambda row: printed_by(row.report, row.carriers), width=18, style="dim", from_width=WIDE),
    ),
    "no watchpoint fits",
)
ACTORS = View(
    (
        Column("key", lambda row: row.key, share=3, style="dim"),
        Column("name", lambda row: decided(row, row.card.name), share=4, style="bold"),
        Column("kind", lambda row: row.card.kind, width=12),
        Column("of", lambda row: row.card.country or "—", width=4),
        Column("reports", lambda row: str(row.reports), width=7, right=True),
        Column("says", lambda row: str(row.statements), width=5, right=True),
        Column("offices", lambda row: "; ".join(row.offices), share=4, from_width=WIDE),
    ),
    "no actor fits",
)
REPORTS = View(
    (
        Column("key", lambda row: short_key(row.key), width=KEY_SHOWN, style="dim"),
        Column("published", lambda row: _iso(row.published), width=10),
        Column("outlet", lambda row: carrier(row.outlet, row.place), share=3, style="bold"),
        Column("title", _report_title, share=6),
        Column("agency", lambda row: row.agency or "—", width=12, from_width=WIDE),
        Column("says", lambda row: str(row.statements), width=5, right=True),
        Column("figures", lambda row: str(row.figures), width=7, right=True),
    ),
    "no report fits",
)
TEXTS = View(
    (
        Column("kind", lambda row: "report" if isinstance(row, FoundText) else row.kind, width=6),
        Column("key", lambda row: short_key(row.key), width=KEY_SHOWN, style="dim"),
        Column("published", lambda row: _iso(row.report.published if isinstance(row, FoundText) else row.spread.first), width=10),
        Column("outlet", _told_by, share=3, style="bold"),
        Column("words", _found_words, share=8, marks=lambda row: row.marks),
    ),
    "no text, story or claim holds all these words",
)
