"""`sayso show`: one record with its evidence marked in context."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from ..format import WRITERS, Format, as_json, console_for
from .options import LedgerPath
from .running import WELL, ledger_at, settings_in_force

Ident = Annotated[str, typer.Argument(metavar="ID", help="A key from the lists, or its beginning; an actor's key or name.")]
Shape = Annotated[Format, typer.Option("--format", help="table for people; json, jsonl and csv for programs.")]


def show(ident: Ident, ledger: LedgerPath = None, format: Shape = Format.TABLE) -> int:
    """Show one record (statement, figure, event, tie, watchpoint, actor or report) with its evidence marked in context."""
    from ...ask.questions import shown

    with ledger_at(ledger, settings_in_force()) as opened:
        view = opened.view()
        found = shown(view, ident)
        if format is Format.CSV:
            WRITERS[format]([found.record.flat()], sys.stdout)
            return WELL
        from ..record_lines import record_lines

        lines = record_lines(found.record, view)
    if format is Format.TABLE:
        _print(found, lines)
    else:
        sys.stdout.write(as_json(_plain(found, lines)) + "\n")
    return WELL


def _print(found: Any, lines: list[tuple[str, str]]) -> None:
    from rich.table import Table
    from rich.text import Text

    from ...ask.visible import visible
    from ..marked import in_brackets, in_colour, legend

    console = console_for(sys.stdout)
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in lines:
        grid.add_row(Text(name), Text(visible(value, keep_lines=True)))
    console.print(grid)
    coloured = console.is_terminal and not console.no_color
    for passage in found.passages:
        console.print()
        if len(found.passages) > 1:
            named = f"{passage.report.outlet or passage.report.place or ''} {passage.report.key}"
            console.print(Text(visible(named), style="dim"))
        console.print(in_colour(passage) if coloured else Text(in_brackets(passage)))
    if coloured and found.passages:
        console.print()
        console.print(legend(found.passages))
    if found.more:
        console.print(Text(f"and {found.more} more mention(s)"))


def _plain(found: Any, lines: list[tuple[str, str]]) -> dict[str, object]:
    passages = [
        {
            "report": passage.report.key,
            "span": [passage.span.start, passage.span.end],
            "pieces": [{"words": piece.words, "parts": list(piece.parts)} for piece in passage.pieces],
        }
        for passage in found.passages
    ]
    return {"record": found.record.flat(), "said": dict(lines), "passages": passages, "more": found.more}
