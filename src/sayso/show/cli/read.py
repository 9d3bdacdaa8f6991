"""`sayso read`: files, folders and streams into the ledger; then what was read, what was a repeat, what failed and why."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..format import WRITERS, Format, write_table
from ..outcomes import SKIPPED, TALLY, outcome_rows, tally_rows
from .options import LedgerPath
from .running import SOME_FAILED, WELL, ledger_at, link_shown, reading_options, renew_shown, settings_in_force, tell

if TYPE_CHECKING:
    from ...flow import Outcome
    from ...record.ledger import Ledger

Sources = Annotated[
    list[str], typer.Argument(metavar="SOURCE...", help="Files, folders, patterns, JSON Lines, or - for standard input.")
]
Published = Annotated[
    str | None, typer.Option(metavar="DAY", help="Day of publication, like 2024-10-24, of all that is read; wins over the pages.")
]
Shape = Annotated[Format, typer.Option("--format", help="table for people; json, jsonl and csv list every input.")]


def read(sources: Sources, published: Published = None, ledger: LedgerPath = None, format: Shape = Format.TABLE) -> int:
    """Read reports into the ledger: HTML pages, plain text, JSON Lines, whole folders.

    Reading twice changes nothing. One input that cannot be read is listed with the reason, and the rest is read. At the end what was
    read is linked: stories, claims, events told by many, series. Where the rules of linking have changed since, what was linked by others is
    linked anew. A run that is cut off goes on with the next.
    """
    settings = settings_in_force()
    from ...crew import collect_seldom
    from ...flow import read_into
    from ...read.intake import iter_reports
    from ...record.filters import day

    collect_seldom()
    options = reading_options(settings, published=day(published, "--published") if published else None)
    iter_reports(sources, options=options)  # refuses a wrong call before a ledger is made
    with ledger_at(ledger, settings, create=True) as opened:
        outcomes = read_into(opened, sources, options=options, command="read " + " ".join(sources), jobs=settings.jobs)
        counts: Counter[str] = Counter()
        before = _linked_by_now(opened)
        with _progress(_counted(outcomes, counts)) as watched:
            failed = _taken(watched, format)
        linked = link_shown(opened)
        linked += renew_shown(opened)
        now = _linked_by_now(opened)
        path = opened.path
    if format is Format.TABLE:
        _write_table(counts, failed)
    tell(_summary(counts, path))
    if linked:
        tell(
            f"{linked} text(s) linked; the ledger holds {_grown(before, now, 'story', 'stories')}, {_grown(before, now, 'claim', 'claims')}"
        )
    return SOME_FAILED if counts["skipped"] else WELL


def _taken(outcomes: Iterator[Outcome], format: Format) -> list[Outcome]:
    """Write the outcomes for programs as they come; for people, hold only what failed."""
    if format is Format.TABLE:
        return [outcome for outcome in outcomes if outcome.status == "skipped"]
    WRITERS[format](outcome_rows(outcomes), sys.stdout)
    return []


def _write_table(counts: Counter[str], failed: list[Outcome]) -> None:
    write_table(tally_rows(counts), TALLY, sys.stdout)
    if failed:
        sys.stdout.write("\n")
        write_table(failed, SKIPPED, sys.stdout)


def _counted(outcomes: Iterable[Outcome], counts: Counter[str]) -> Iterator[Outcome]:
    """Count what comes, and say what a person should know of how something new was read."""
    for outcome in outcomes:
        counts[outcome.status] += 1
        for note in outcome.notes if outcome.status not in ("repeat", "forgotten") else ():
            tell(f"{outcome.where}: {note}")
        yield outcome


@contextmanager
def _progress(outcomes: Iterator[Outcome]) -> Iterator[Iterator[Outcome]]:
    """Show on standard error how far it is, where a person is looking; give the outcomes through."""
    if not sys.stderr.isatty():
        yield outcomes
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("reading: {task.completed} done", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        yield _advancing(outcomes, shown, shown.add_task("reading", total=None))


def _advancing(outcomes: Iterator[Outcome], shown: Any, task: Any) -> Iterator[Outcome]:
    for outcome in outcomes:
        shown.advance(task)
        yield outcome


def _linked_by_now(opened: Ledger) -> dict[str, int]:
    return {kind: opened.view().number_of(kind) for kind in ("story", "claim")}


def _grown(before: dict[str, int], now: dict[str, int], kind: str, many: str) -> str:
    """Give how many there are, and how many more than before: what was two may have become one."""
    more = now[kind] - before[kind]
    return f"{now[kind]:,} {kind if now[kind] == 1 else many}{f' ({more:+,})' if more else ''}"


def _summary(counts: Counter[str], path: Path) -> str:
    done = sum(counts.values()) - counts["skipped"]
    return f"{done} report(s) read, {counts['skipped']} failed; the ledger is {path}"
