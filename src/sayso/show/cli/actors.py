"""`sayso actors`: who speaks and is spoken of."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ..format import Format, write_rows
from .options import NARROW, LedgerPath, Limit, ListFormat, Rejected, ReportKey
from .running import WELL, ledger_at, settings_in_force, tell_notes

Together = Annotated[
    str | None, typer.Option("--about", metavar="ACTOR", help="In reports that mention this one.", rich_help_panel=NARROW)
]
Named = Annotated[str | None, typer.Argument(metavar="[NAME]", help="Words of a name; all where left out.")]
Kind = Annotated[
    str | None, typer.Option(metavar="KIND", help="country, person, organisation, group or outlet.", rich_help_panel=NARROW)
]
Country = Annotated[
    str | None, typer.Option("--from", metavar="STATE", help="Of this state (alpha-3 code, RUS).", rich_help_panel=NARROW)
]


def actors(
    named: Named = None,
    about: Together = None,
    kind: Kind = None,
    country: Country = None,
    report: ReportKey = None,
    rejected: Rejected = False,
    limit: Limit = None,
    ledger: LedgerPath = None,
    format: ListFormat = Format.TABLE,
) -> int:
    """List who speaks and is spoken of: states, people, organisations, groups and outlets."""
    from ..views import ACTORS

    with ledger_at(ledger, settings_in_force()) as opened:
        found = opened.view().actors(
            about=about, named=named, kind=kind, country=country, report=report, limit=limit, include_rejected=rejected
        )
        tell_notes(found.notes)
        write_rows(found, ACTORS, format, sys.stdout)
    return WELL
