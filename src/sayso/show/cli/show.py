"""`sayso show`: one record with its evidence marked in context."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from ..format import WRITERS, Format, as_json, console_for
from .options import LedgerPath
from .running import WELL, ledger_at, linked_view, settings_in_force

Ident = Annotated[str, typer.Argument(metavar="ID", help="A key from the lists, or its beginning; an actor's key or name.")]
Shape = Annotated[Format, typer.Option("--format", help="table for people; json, jsonl and csv for programs.")]


def show(ident: Ident, ledger: LedgerPath = None, format: Shape = Format.TABLE) -> int:
    """Show one record (claim, story, series, statement, figure, event, tie, watchpoint, actor, report), its evidence marked in context.

    Of an event told once, like of a claim or series, the first tellings are shown.
    """
    from ...ask.questions import shown
    from ...record.found_links import Linked

    with ledger_at(ledger, settings_in_force()) as opened:
        view = opened.view()
        found = shown(view, ident)
        if isinstance(found.record, Linked):  # as it is by now
            found = shown(linked_view(opened), ident)
        if format is Format.CSV:
            WRITERS[format]([found.record.flat()], sys.stdout)
            return WELL
        from ..link_lines import linked_lines
        from ..record_lines import record_lines

        it = found.record
        lines = linked_lines(it, view.ruled_on(it)) if isinstance(it, Linked) else record_lines(it, view)
    if format is Format.TABLE:
        _print(found, lines)
    else:
        sys.stdout.write(as_json(_plain(found, lines)) + "\n")
    return WELL


def _print(found: Any, lines: list[tuple[str, str]]) -> None:
    from rich.text import Text

    from ...ask.visible import visible
    from ..marked import in_brackets, in_colour, legend
    from ..one_linked import print_lines

    print_lines(lines, sys.stdout)
    console = console_for(sys.stdout)
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
        console.print(Text(f"and {found.more} more mention(s) or telling(s)"))


def _plain(found: Any, lines: list[tuple[str, str]]) -> dict[str, object]:
    passages = [
        {
            "report": passage.report.key,
            "span": [passage.span.start, passage.span.end],
            "pieces": [{"words": piece.words, "parts": list(piece.parts)} for piece in passage.pieces],
        }
        for passage in found.passages
    ]
    from ...record.found_links import Linked
    from ..nested import nested

    said: dict[str, str] = {}
    for name, value in lines:
        said[name] = f"{said[name]}\n{value}" if name in said else value
    record = nested(found.record) if isinstance(found.record, Linked) else found.record.flat()
    return {"record": record, "said": said, "passages": passages, "more": found.more}
