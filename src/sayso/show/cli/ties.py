"""`sayso ties`: what stands between actors."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ..format import Format, write_rows
from .options import NARROW, About, LedgerPath, Limit, ListFormat, Rejected, ReportKey, SaidBy, Since, Statuses, Until
from .running import WELL, ledger_at, settings_in_force, tell_notes

Subject = Annotated[str | None, typer.Option(metavar="ACTOR", help="Who is it.", rich_help_panel=NARROW)]
Object = Annotated[
    str | None, typer.Option("--object", metavar="ACTOR", help="Of whom, or of what body.", rich_help_panel=NARROW)
]
Relations = Annotated[
    list[str] | None,
    typer.Option(
        "--relation", metavar="RELATION", help="member_of, holds_office, ally_of …; may be repeated.", rich_help_panel=NARROW
    ),
]


def ties(
    about: About = None,
    subject: Subject = None,
    object_: Object = None,
    by: SaidBy = None,
    relation: Relations = None,
    status: Statuses = None,
    since: Since = None,
    until: Until = None,
    report: ReportKey = None,
    rejected: Rejected = False,
    limit: Limit = None,
    ledger: LedgerPath = None,
    format: ListFormat = Format.TABLE,
) -> int:
    """List standing relations: offices, memberships, partners, allies, who is at war with whom."""
    from ..views import TIES

    with ledger_at(ledger, settings_in_force()) as opened:
        found = opened.view().ties(
            about=about, subject=subject, object=object_, by=by, relation=relation, status=status, since=since, until=until,
            report=report, limit=limit, include_rejected=rejected,
        )  # fmt: skip
        tell_notes(found.notes)
        write_rows(found, TIES, format, sys.stdout)
    return WELL
