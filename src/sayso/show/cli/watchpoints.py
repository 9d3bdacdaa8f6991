"""`sayso watchpoints`: what may come."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ..format import Format, write_rows
from .options import NARROW, About, LedgerPath, Limit, ListFormat, Rejected, ReportKey, SaidBy, Since, Until
from .running import WELL, ledger_at, settings_in_force, tell_notes

Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="possibility, conditional, threat, question, deadline, forecast; may be repeated.",
        rich_help_panel=NARROW,
    ),
]


def watchpoints(
    about: About = None,
    by: SaidBy = None,
    kind: Kinds = None,
    since: Since = None,
    until: Until = None,
    report: ReportKey = None,
    rejected: Rejected = False,
    limit: Limit = None,
    ledger: LedgerPath = None,
    format: ListFormat = Format.TABLE,
) -> int:
    """List what may come: possibilities, conditions, threats, deadlines, open questions, forecasts."""
    from ..views import WATCHPOINTS

    with ledger_at(ledger, settings_in_force()) as opened:
        found = opened.view().watchpoints(
            about=about, by=by, kind=kind, since=since, until=until, report=report, limit=limit, include_rejected=rejected
        )
        tell_notes(found.notes)
        write_rows(found, WATCHPOINTS, format, sys.stdout)
    return WELL
