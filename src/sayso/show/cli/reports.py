"""`sayso reports`: what has been read."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ..format import Format, write_rows
from .options import NARROW, About, LedgerPath, Limit, ListFormat, Since, Until
from .running import WELL, ledger_at, settings_in_force, tell_notes

Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Printed by this outlet.", rich_help_panel=NARROW)]


def reports(
    about: About = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    ledger: LedgerPath = None,
    format: ListFormat = Format.TABLE,
) -> int:
    """List the reports in the ledger, newest first, with outlet, agency and how much was found."""
    from ..views import REPORTS

    with ledger_at(ledger, settings_in_force()) as opened:
        found = opened.view().reports(about=about, outlet=outlet, since=since, until=until, limit=limit)
        tell_notes(found.notes)
        write_rows(found, REPORTS, format, sys.stdout)
    return WELL
