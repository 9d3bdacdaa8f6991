"""`sayso events`: what happened, is planned, is denied, and on whose say-so."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ..format import Format, write_rows
from ..views import EVENTS
from .options import NARROW, About, LedgerPath, Limit, ListFormat, Rejected, ReportKey, SaidBy, Since, Statuses, Until
from .running import WELL, ledger_at, settings_in_force, tell_notes

Doer = Annotated[str | None, typer.Option("--actor", metavar="ACTOR", help="Who did it.", rich_help_panel=NARROW)]
Recipient = Annotated[str | None, typer.Option("--recipient", metavar="ACTOR", help="To whom.", rich_help_panel=NARROW)]
Types = Annotated[
    list[str] | None,
    typer.Option("--type", metavar="TYPE", help="PLOVER type: ASSAULT, CONSULT …; may be repeated.", rich_help_panel=NARROW),
]
Modes = Annotated[
    list[str] | None,
    typer.Option("--mode", metavar="MODE", help="PLOVER mode: aerial, visit …; may be repeated.", rich_help_panel=NARROW),
]
Contexts = Annotated[
    list[str] | None,
    typer.Option("--context", metavar="CONTEXT", help="PLOVER context: military …; may be repeated.", rich_help_panel=NARROW),
]
Realities = Annotated[
    list[str] | None,
    typer.Option(
        "--reality",
        metavar="REALITY",
        help="happened, ongoing, planned, hypothetical, negated, historical; may be repeated.",
        rich_help_panel=NARROW,
    ),
]
Place = Annotated[
    str | None, typer.Option(metavar="PLACE", help="Where: a name, or a country's code (SYR).", rich_help_panel=NARROW)
]


def events(
    about: About = None,
    actor: Doer = None,
    recipient: Recipient = None,
    by: SaidBy = None,
    types: Types = None,
    mode: Modes = None,
    context: Contexts = None,
    reality: Realities = None,
    status: Statuses = None,
    place: Place = None,
    since: Since = None,
    until: Until = None,
    report: ReportKey = None,
    rejected: Rejected = False,
    limit: Limit = None,
    ledger: LedgerPath = None,
    format: ListFormat = Format.TABLE,
) -> int:
    """List who did what to whom, in PLOVER, of every reality: happened, planned, denied; and on whose say-so."""
    with ledger_at(ledger, settings_in_force()) as opened:
        found = opened.view().events(
            about=about, actor=actor, recipient=recipient, by=by, event_type=types, mode=mode, context=context, reality=reality,
            status=status, place=place, since=since, until=until, report=report, limit=limit, include_rejected=rejected,
        )  # fmt: skip
        tell_notes(found.notes)
        write_rows(found, EVENTS, format, sys.stdout)
    return WELL
