"""`sayso figures`: how many, and whose number it is."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ..format import Format, write_rows
from ..views import FIGURES
from .options import NARROW, About, Kinds, LedgerPath, Limit, ListFormat, Rejected, ReportKey, Since, Until
from .running import WELL, ledger_at, settings_in_force, tell_notes

Giver = Annotated[
    str | None,
    typer.Option("--by", "--giver", metavar="ACTOR", help="Whose number it is.", rich_help_panel=NARROW),
]


def figures(
    about: About = None,
    by: Giver = None,
    kind: Kinds = None,
    since: Since = None,
    until: Until = None,
    report: ReportKey = None,
    rejected: Rejected = False,
    limit: Limit = None,
    ledger: LedgerPath = None,
    format: ListFormat = Format.TABLE,
) -> int:
    """List the quantities: what is counted, the range the words allow, and whose number it is."""
    with ledger_at(ledger, settings_in_force()) as opened:
        found = opened.view().figures(
            about=about, giver=by, kind=kind, since=since, until=until, report=report, limit=limit, include_rejected=rejected
        )
        tell_notes(found.notes)
        write_rows(found, FIGURES, format, sys.stdout)
    return WELL
