"""View: answers questions from the ledger. It cannot write: its connections refuse to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, Unpack

from sqlalchemy import Connection, Select, func, select

from ..findings.reading import Reading
from ..span import Span, overlaps_any
from . import copy_cards, prefixes, tables, text_index
from .cards import Shelf, found_figures, found_statements
from .decision_lists import found_decisions
from .event_cards import found_events, found_ties, found_watchpoints
from .filters import (
    ActorQuestion,
    EventQuestion,
    FigureQuestion,
    ReportQuestion,
    StatementQuestion,
    TieQuestion,
    WatchpointQuestion,
    checked,
)
from .found import (
    ForgottenReport,
    FoundActor,
    FoundFigure,
    FoundMention,
    FoundStatement,
    FoundText,
    ReportCard,
    SkippedInput,
)
from .found_copies import Copied, FoundCopy
from .found_decisions import FoundDecision
from .found_events import Found, FoundEvent, FoundTie, FoundWatchpoint
from .found_links import Linked
from .link_cards import LINKED, found_linked
from .link_questions import linkages_that_begin
from .linked_view import LinkedView
from .opening import Database, has_wal_fault, sqlite_version
from .people import found_actors
from .queries import Asked, findings_of, meant
from .row_parts import storable
from .rows import unpacked
from .ruled import ruled_on
from .snippets import snippet
from .table import Row, Table
from .tables import findings

R = TypeVar("R", bound=Row)
# How findings of a kind are made into what a question gives back.
_FOUND: dict[str, Callable[[Connection, Select[Any]], Sequence[Found]]] = {
    "statement": found_statements, "figure": found_figures, "event": found_events, "tie": found_ties,
    "watchpoint": found_watchpoints,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Health:
    """Whether a ledger is sound.

    Attributes:
        sound: True where SQLite's own check finds nothing and every reference points to a row.
        complaints: what the checks say otherwise.
        rows: how many rows each table has.
        wal_fault: True where the SQLite in use has the fault the lock guards against.
    """

    path: Path
    sqlite: str
    wal_fault: bool
    sound: bool
    complaints: tuple[str, ...]
    rows: dict[str, int]


class View(LinkedView):
    """The side that reads. Every answer is of one moment: a report is seen whole or not at all."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def statements(self, **asked: Unpack[StatementQuestion]) -> Table[FoundStatement]:
        """List statements, each once however many copies carry it, by day of publication and place in the text.

        Takes about, by, from_, speaker, act, since, until, report, limit: see filters.StatementQuestion.
        """
        return self._listed(asked, lambda connection, held: found_statements(connection, held.statements(), held.filters.limit))

    def statement_keys(self, **asked: Unpack[StatementQuestion]) -> frozenset[str]:
        """Give the keys of the statements that `statements` lists."""
        with self._database.read() as connection:
            return frozenset(connection.scalars(Asked(connection, checked(asked)).statements().with_only_columns(findings.c.key)))

    def figures(self, **asked: Unpack[FigureQuestion]) -> Table[FoundFigure]:
        """List figures likewise. Takes about, giver, kind, since, until, report, limit: see filters.FigureQuestion."""
        return self._listed(asked, lambda connection, held: found_figures(connection, held.figures(), held.filters.limit))

    def events(self, **asked: Unpack[EventQuestion]) -> Table[FoundEvent]:
        """List events likewise, of every reality unless it is asked for.

        Takes about, actor, recipient, by, event_type, mode, context, reality, status, place, since, until, report, limit: see
        filters.EventQuestion.
        """
        return self._listed(asked, lambda connection, held: found_events(connection, held.events(), held.filters.limit))

    def ties(self, **asked: Unpack[TieQuestion]) -> Table[FoundTie]:
        """List standing relations likewise. Takes about, subject, object, by, relation, status, since, until, …"""
        return self._listed(asked, lambda connection, held: found_ties(connection, held.ties(), held.filters.limit))

    def watchpoints(self, **asked: Unpack[WatchpointQuestion]) -> Table[FoundWatchpoint]:
        """List what may come, likewise. Takes about, by, kind, since, until, report, limit."""
        return self._listed(asked, lambda connection, held: found_watchpoints(connection, held.watchpoints(), held.filters.limit))

    def actors(self, **asked: Unpack[ActorQuestion]) -> Table[FoundActor]:
        """List actors, those of most reports first. Takes about, named, kind, country, report, limit."""
        return self._listed(asked, lambda connection, held: found_actors(connection, _keys(connection, held.actors())))

    def reports(self, **asked: Unpack[ReportQuestion]) -> Table[ReportCard]:
        """List reports, newest first. Takes about, outlet, since, until, limit: see filters.ReportQuestion."""
        return self._listed(asked, lambda connection, held: _report_cards(connection, _keys(connection, held.reports())))

    def undated(self, *, about: str | None = None) -> int:
        """Give how many reports have no day of publication, of those that mention an actor or of all."""
        with self._database.read() as connection:
            return Asked(connection, checked({"about": about})).number_of_undated()

    def copies(
        self, *, report: str | None = None, kind: Iterable[str] | str | None = None, limit: int | None = None
    ) -> Table[FoundCopy]:
        """List the reports that print another's text, those of one original together, oldest first.

        Args:
            report: a key or its beginning: only what goes back to the same original.
            kind: same, cut, reworded, reprint, version, excerpt; one or several.
        """
        kinds = (kind,) if isinstance(kind, str) else tuple(kind or ())
        with self._database.read() as connection:
            key = prefixes.report_key_of(connection, report) if report else None
            return Table(copy_cards.found_copies(connection, report=key, kinds=kinds, limit=limit))

    def copied(self, report: str) -> Copied | None:
        """Give which words of a report are another's, None where its text is its own; `report` is a key or the beginning of one."""
        with self._database.read() as connection:
            return copy_cards.copied(connection, prefixes.report_key_of(connection, report))

    def decisions(self, *, on: str | None = None) -> Table[FoundDecision]:
        """List what people decided, the earliest first, with how it stands: in force, overruled, withdrawn, not attached.

        `on`: only decisions whose id begins so, or on a record whose key, then or now, does.
        """
        with self._database.read() as connection:
            return Table(found_decisions(connection, on))

    def search(self, words: str, *, limit: int | None = None) -> Table[FoundText]:
        """Find texts that hold all the words, best first: words, "phrases", beginnings (sold*); case and accents do not count.

        Each text once, from the first report that prints it. Site furniture is not searched.
        Raises WrongCall where there is no word to look for.
        """
        with self._database.read() as connection:
            found: list[FoundText] = []
            for hit in text_index.hits(connection, words):
                if limit is not None and len(found) >= limit:
                    break
                found += _found_text(connection, hit)
            return Table(found)

    def find(self, ident: str) -> Found | Linked | None:
        """Give the record of a key, or of the only key that begins so; an actor by key or name. None where there is none.

        Stories, claims, happenings and series too, as they are linked by now.

        Raises WrongCall where several records begin so.
        """
        ident = storable(ident)
        prefix = ident.strip().lower()
        with self._database.read() as connection:
            if prefixes.is_key_prefix(prefix):
                found = _by_prefix(connection, prefix)
                if found is not None:
                    return found
            keys = meant(connection, ident)
            if len(keys) > 1:
                raise prefixes.several(ident, keys)
            return found_actors(connection, keys)[0] if keys else None

    def text(self, report: str) -> str:
        """Give a report's text as stored (U+FFFD where a code point cannot be); `report` is a key or the beginning of one."""
        with self._database.read() as connection:
            key = prefixes.report_key_of(connection, report)
            wanted = select(tables.texts.c.text).join(tables.reports, tables.reports.c.text_sha256 == tables.texts.c.sha256)
            return str(connection.scalars(wanted.where(tables.reports.c.key == key)).one())

    def reading(self, report: str) -> Reading:
        """Give a report's whole reading, as it was added; `report` is a key or the beginning of one."""
        with self._database.read() as connection:
            key = prefixes.report_key_of(connection, report)
            return unpacked(connection.scalars(select(tables.reports.c.reading).where(tables.reports.c.key == key)).one())

    def mentions(self, actor: str, *, limit: int | None = None) -> Table[FoundMention]:
        """List the places that point to the actor of this key, copies of a text left out, by day of publication."""
        rows, of = tables.mentions.c, tables.reports.c
        wanted = select(rows.report_key, rows.start_at, rows.end_at).join(tables.reports, of.key == rows.report_key)
        first = (of.published.is_(None), of.published, of.number, rows.start_at, rows.end_at)
        with self._database.read() as connection:
            is_it = ruled_on(connection).means([actor], rows.actor_key.in_, of.text_sha256)
            found = connection.execute(wanted.where(is_it, of.copy_of.is_(None)).order_by(*first).limit(limit)).all()
            shelf = Shelf(connection)
            cards = shelf.reports(row.report_key for row in found)
            words = shelf.texts(card.sha256 for card in cards.values())
        spans = [(cards[row.report_key], Span(row.start_at, row.end_at)) for row in found]
        return Table([FoundMention(card, span, span.of(words[card.sha256])) for card, span in spans])

    def skipped(self) -> Table[SkippedInput]:
        """List the inputs that could not be read, in any run, by where they are."""
        rows = tables.skipped.c
        with self._database.read() as connection:
            wanted = select(rows.location, rows.code, rows.reason).order_by(rows.location, rows.code, rows.reason)
            return Table([SkippedInput(*row) for row in connection.execute(wanted)])

    def forgotten(self) -> Table[ForgottenReport]:
        """List what was forgotten, in the order it was."""
        with self._database.read() as connection:
            wanted = select(tables.forgotten).order_by(tables.forgotten.c.at, tables.forgotten.c.report_key)
            return Table([ForgottenReport(*row) for row in connection.execute(wanted)])

    def health(self) -> Health:
        """Check the file as a whole; takes time in proportion to its size."""
        with self._database.read() as connection:
            said = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
            complaints = [line for line in said if line != "ok"]
            complaints += [
                f"{row[0]}: row {row[1]} points to no row of {row[2]}"
                for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
            ]
            rows = {
                table.name: connection.scalar(select(func.count()).select_from(table)) or 0
                for table in tables.metadata.sorted_tables
            }
        return Health(self._database.path, sqlite_version(), has_wal_fault(), not complaints, tuple(complaints), rows)

    def _listed(self, asked: Any, answer: Callable[[Connection, Asked], list[R]]) -> Table[R]:
        filters = checked(asked)
        with self._database.read() as connection:
            held = Asked(connection, filters)
            return Table(answer(connection, held), notes=held.notes)


def _keys(connection: Connection, wanted: Select[Any]) -> list[str]:
    return list(connection.scalars(wanted))


def _report_cards(connection: Connection, keys: list[str]) -> list[ReportCard]:
    cards = Shelf(connection).reports(keys)
    return [cards[key] for key in keys]


def _found_text(connection: Connection, hit: text_index.TextHit) -> list[FoundText]:
    """Give the text as found; none where the words stand in site furniture only."""
    rows = tables.reports.c
    wanted = select(rows.key, rows.furniture, tables.texts.c.text).join(tables.texts, tables.texts.c.sha256 == rows.text_sha256)
    printed = connection.execute(wanted.where(tables.texts.c.number == hit.number).order_by(rows.number)).all()
    if not printed:
        return []
    first = printed[0]
    furniture = [Span(*span) for span in first.furniture]
    spans = tuple(span for span in hit.spans if not overlaps_any(span, furniture))
    if not spans:
        return []
    words, marks = snippet(first.text, spans)
    card = _report_cards(connection, [first.key])[0]
    return [FoundText(first.key, card, tuple(row.key for row in printed), spans, words, marks)]


def _by_prefix(connection: Connection, prefix: str) -> Found | Linked | None:
    columns = {"report": tables.reports.c.key} | {kind: table.c.key for kind, table in tables.OF_A_KIND.items()}
    found = [
        (kind, str(key))
        for kind, column in columns.items()
        for key in connection.scalars(select(column).where(prefixes.begins(column, prefix)).order_by(column).limit(2))
    ]
    found += linkages_that_begin(connection, prefix, limit=2)
    if len(found) > 1:
        raise prefixes.several(prefix, [key for _, key in found])
    if not found:
        return None
    kind, key = found[0]
    if kind in LINKED:
        return found_linked(connection, kind, key)
    return _report_cards(connection, [key])[0] if kind == "report" else _FOUND[kind](connection, findings_of(kind, key))[0]
