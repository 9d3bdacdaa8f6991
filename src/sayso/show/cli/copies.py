"""`sayso copies`: which reports print another's text."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ..format import Format, as_json, write_rows
from .options import NARROW, LedgerPath, Limit, ListFormat
from .running import WELL, ledger_at, settings_in_force, tell

Ident = Annotated[
    str | None, typer.Argument(metavar="[REPORT]", help="A report's key or its beginning: its passages, one by one.")
]
Group = Annotated[
    str | None, typer.Option("--report", metavar="KEY", help="Only what goes back to the same original.", rich_help_panel=NARROW)
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind", metavar="KIND", help="same, cut, reworded, reprint, version, excerpt; may be repeated.", rich_help_panel=NARROW
    ),
]


def copies(
    ident: Ident = None,
    report: Group = None,
    kind: Kinds = None,
    limit: Limit = None,
    ledger: LedgerPath = None,
    format: ListFormat = Format.TABLE,
) -> int:
    """List the reports that print another's text, with the original, how much is copied, and why the other comes first.

    With REPORT: which of its passages are copied, which are its own and what it leaves out; of a page read again, what has changed.
    """
    from ..copy_lines import COPIES

    with ledger_at(ledger, settings_in_force()) as opened:
        if ident is None:
            write_rows(opened.view().copies(report=report, kind=kind, limit=limit), COPIES, format, sys.stdout)
            return WELL
        copied = opened.view().copied(ident)
    if copied is None:
        tell("the text is the report's own, as far as this ledger knows")
        if format is not Format.TABLE:
            sys.stdout.write("null\n")
    elif format is Format.TABLE:
        _print(copied)
    else:
        sys.stdout.write(as_json(copied.flat()) + "\n")
    return WELL


def _print(copied: object) -> None:
    from rich.text import Text

    from ...ask.visible import visible
    from ..copy_lines import copied_lines
    from ..format import console_for

    console = console_for(sys.stdout)
    for line in copied_lines(copied):  # type: ignore[arg-type]  # Copied; its module would bring the database into every command
        console.print(Text(visible(line)))
