"""The ledger's front door: `open_ledger` gives a Ledger; its Writer adds, its View reads.

    with open_ledger("situation.db") as ledger:               # a path, a sqlite:/// URL, or None
        run = ledger.start_run("read examples")
        added = ledger.add(reading, run=run)                   # Added(report_key, status, ...)
        ledger.skipped(run, "page.html", "unreadable", "no text found")
        tally = ledger.finish_run(run)                         # Tally(new=1, repeat=0, …)
        ledger.statements(by="RUS", act="deny").to_polars()    # Table[FoundStatement]
        ledger.forget(added.report_key, "asked by the outlet") # Forgotten(report_key, sha256, copies_left)

Promise: adding twice is the same as adding once, and every report goes in whole or not at all.

    open_ledger(where: str | Path | None = None, *, create: bool = True) -> Ledger
    Ledger.add(reading: Reading, *, run: Run | None = None) -> Added
    Ledger.start_run(command: str) -> Run;  .finish_run(run: Run) -> Tally;  .skipped(run, where, code, reason) -> None
    Ledger.forget(report_key_or_prefix: str, reason: str) -> Forgotten
    Ledger.link(tell=) -> int  (what was added since; claims, stories, happenings and series do so first)
    Ledger.renew(tell=) -> int  (what other rules of linking than this version's have linked; View.outdated() -> int of these)
    Ledger.view() -> View;  .path -> Path;  .close();  .statements, .figures and the other lists = the View's
    View.statements(about=, by=, from_=, speaker=, act=, since=, until=, report=, limit=) -> Table[FoundStatement]
    View.figures(about=, giver=, kind=, since=, until=, report=, limit=) -> Table[FoundFigure]
    View.events(about=, actor=, recipient=, by=, event_type=, mode=, context=, reality=, status=, place=, since=, …) -> Table[FoundEvent]
    View.ties(about=, subject=, object=, by=, relation=, status=, since=, until=, report=, limit=) -> Table[FoundTie]
    View.watchpoints(about=, by=, kind=, since=, until=, report=, limit=) -> Table[FoundWatchpoint]
    View.actors(about=, named=, kind=, country=, report=, limit=) -> Table[FoundActor]
    View.reports(about=, outlet=, since=, until=, limit=) -> Table[ReportCard]
    View.claims(about=, by=, status=, story=, report=, since=, until=, least=, limit=) -> Table[FoundClaim]; .stories, .happenings, .series likewise
    View.linked(kind, key) -> one of these;  .search_linked(words, kinds=, limit=) -> Table[FoundNamed];  .waiting() -> int
    View.copies(report=, kind=, limit=) -> Table[FoundCopy];  .copied(report) -> Copied, or None
    Ledger.decide(Judgement(verdict, on, who, why, …)) -> [Decided];  .undo(id, who=, why=) -> Decision;  .bring_decisions(lines) -> Brought
    View.decisions(on=) -> Table[FoundDecision]
    View.search(words: str, *, limit: int | None = None) -> Table[FoundText]
    View.find(ident: str) -> one of these records, or None
    View.mentions(actor_key, *, limit=None) -> Table[FoundMention];  .text(report_key) -> str;  .reading(report_key) -> Reading
    View.skipped() -> Table[SkippedInput];  .forgotten() -> Table[ForgottenReport]
    View.health() -> Health  (for doctor: path, SQLite's version, whether it is sound, rows per table)
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import TypeVar, Unpack

from ..errors import LedgerError
from ..findings.decision import Decision
from ..findings.reading import Reading
from . import deciding
from .deciding import Brought, Decided, Judgement
from .filters import (
    ActorQuestion,
    EventQuestion,
    FigureQuestion,
    ReportQuestion,
    StatementQuestion,
    TieQuestion,
    WatchpointQuestion,
)
from .found import FoundActor, FoundFigure, FoundStatement, FoundText, ReportCard
from .found_copies import FoundCopy
from .found_events import FoundEvent, FoundTie, FoundWatchpoint
from .found_links import FoundClaim, FoundHappening, FoundSeries, FoundStory
from .link_questions import LinkQuestion
from .migrations import bring_up
from .opening import Database
from .table import Table
from .view import View
from .writer import Added, Forgotten, Run, Tally, Writer

DEFAULT_PATH = "situation.db"


LedgerKind = TypeVar("LedgerKind", bound="Ledger")


def open_ledger(where: str | Path | None = None, *, create: bool = True) -> Ledger:
    """Give the ledger at a path or sqlite:/// URL: see `opened`."""
    return opened(Ledger, where, create=create)


def opened(kind: type[LedgerKind], where: str | Path | None = None, *, create: bool = True) -> LedgerKind:
    """Give the ledger at a path or sqlite:/// URL; None is $SAYSO_LEDGER, else ./situation.db.

    Args:
        kind: Ledger, or a class that adds questions of a later stage to it.

    A ledger of an older version is brought up to this one. Raises LedgerError where there is none and `create` is
    False, where the file is something else, comes from a newer sayso, or cannot be read or written.
    """
    path = ledger_path(where)
    if not create and not path.exists():
        raise LedgerError(f"{path}: there is no ledger; make one with: sayso read SOURCE --ledger {path}")
    database = Database(path)
    try:
        bring_up(database)
    except BaseException:
        database.close()
        raise
    return kind(database)


def ledger_path(where: str | Path | None = None) -> Path:
    """Give the file a ledger's name stands for; raises LedgerError on a URL of another database."""
    named = where if where is not None else os.environ.get("SAYSO_LEDGER") or DEFAULT_PATH
    if isinstance(named, Path) or "://" not in named:
        return Path(named)
    scheme, _, rest = named.partition("://")
    if scheme == "sqlite" and rest.startswith("/") and len(rest) > 1:
        return Path(rest[1:])
    if scheme.startswith("postgres"):
        raise LedgerError(
            f"{named.split('@')[-1]}: ledgers on PostgreSQL come with a later version; give a file, like situation.db"
        )
    raise LedgerError(f"{scheme}: expected a path or sqlite:///PATH, found another kind of address")


class Ledger:
    """One ledger, open. Promise: writing twice is the same as writing once; what is read is never half a report."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._writer = Writer(database)
        self._view = View(database)

    @property
    def path(self) -> Path:
        """Give the ledger's file."""
        return self._database.path

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; may be called twice."""
        self._database.close()

    def add(self, reading: Reading, *, run: Run | None = None) -> Added:
        """Take in one reading, in one transaction, and tell what it was: see Writer.add."""
        return self._writer.add(reading, run=run)

    def start_run(self, command: str) -> Run:
        """Note that a command begins to read."""
        return self._writer.start_run(command)

    def finish_run(self, run: Run) -> Tally:
        """Note that the command has ended, and give its counts."""
        return self._writer.finish_run(run)

    def skipped(self, run: Run, where: str, code: str, reason: str) -> None:
        """Note an input that could not be read, and why. The same failure noted again is the same row."""
        self._writer.skipped(run, where, code=code, reason=reason)

    def forget(self, report: str, reason: str) -> Forgotten:
        """Remove a report's text and findings and keep the hash and the reason: see Writer.forget."""
        return self._writer.forget(report, reason)

    def decide(self, judgement: Judgement) -> list[Decided]:
        """Add what a person rules on records of this ledger: see deciding.decide."""
        return deciding.decide(self._database, judgement)

    def undo(self, ident: str, *, who: str, why: str) -> Decision:
        """Withdraw a decision; it stays in the ledger as withdrawn: see deciding.undo."""
        return deciding.undo(self._database, ident, who=who, why=why)

    def bring_decisions(self, lines: Iterable[str]) -> Brought:
        """Add decisions of another ledger, each a line of JSON; bringing them twice is the same as once."""
        return deciding.bring(self._database, lines)

    def link(self, *, tell: Callable[[int], object] | None = None) -> int:
        """Link what was added since: claims, stories, events told by many, series. Gives how many texts it was; 0 where all is up to date.

        The questions below that need it do so first; a View by itself cannot. A run that is cut off goes on where it was. `tell` gets,
        after each transaction, how many texts it has been so far.
        """
        return self._writer.link(tell=tell)

    def renew(self, *, tell: Callable[[int], object] | None = None) -> int:
        """Link anew what was linked by other rules than those of this version, as `sayso read` does; gives how many texts it was.

        Until then it stands as it was linked. A run that is cut off goes on where it was. `View.outdated` tells how many texts there are.
        """
        return self._writer.renew(tell=tell)

    def told_once(self, hits: Iterable[tuple[str, str]]) -> None:
        """Note which answers to standing questions were told, so that they are not told again."""
        self._writer.told_once(hits)

    def claims(self, **asked: Unpack[LinkQuestion]) -> Table[FoundClaim]:
        """List claims with everybody's position: see View.claims."""
        self.link()
        return self._view.claims(**asked)

    def stories(self, **asked: Unpack[LinkQuestion]) -> Table[FoundStory]:
        """List stories: see View.stories."""
        self.link()
        return self._view.stories(**asked)

    def happenings(self, **asked: Unpack[LinkQuestion]) -> Table[FoundHappening]:
        """List events, each once: see View.happenings."""
        self.link()
        return self._view.happenings(**asked)

    def series(self, **asked: Unpack[LinkQuestion]) -> Table[FoundSeries]:
        """List quantities over time: see View.series."""
        self.link()
        return self._view.series(**asked)

    def view(self) -> View:
        """Give the side that only reads."""
        return self._view

    def statements(self, **asked: Unpack[StatementQuestion]) -> Table[FoundStatement]:
        """List statements: see View.statements."""
        return self._view.statements(**asked)

    def figures(self, **asked: Unpack[FigureQuestion]) -> Table[FoundFigure]:
        """List figures: see View.figures."""
        return self._view.figures(**asked)

    def events(self, **asked: Unpack[EventQuestion]) -> Table[FoundEvent]:
        """List events: see View.events."""
        return self._view.events(**asked)

    def ties(self, **asked: Unpack[TieQuestion]) -> Table[FoundTie]:
        """List standing relations: see View.ties."""
        return self._view.ties(**asked)

    def watchpoints(self, **asked: Unpack[WatchpointQuestion]) -> Table[FoundWatchpoint]:
        """List what may come: see View.watchpoints."""
        return self._view.watchpoints(**asked)

    def actors(self, **asked: Unpack[ActorQuestion]) -> Table[FoundActor]:
        """List actors: see View.actors."""
        return self._view.actors(**asked)

    def reports(self, **asked: Unpack[ReportQuestion]) -> Table[ReportCard]:
        """List reports: see View.reports."""
        return self._view.reports(**asked)

    def copies(
        self, *, report: str | None = None, kind: Iterable[str] | str | None = None, limit: int | None = None
    ) -> Table[FoundCopy]:
        """List the reports that print another's text: see View.copies."""
        return self._view.copies(report=report, kind=kind, limit=limit)

    def search(self, words: str, *, limit: int | None = None) -> Table[FoundText]:
        """Find texts by their words: see View.search."""
        return self._view.search(words, limit=limit)
