"""`sayso claims`: what is claimed, who stands where, and how many independent origins stand behind it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ..format import Format
from .options import NARROW, About, Least, LedgerPath, Limit, ListFormat, ReportKey, StoryKey
from .running import WELL, ledger_at, linked_view, settings_in_force, tell_notes

Ident = Annotated[
    str | None, typer.Argument(metavar="[KEY]", help="A claim's key or its beginning: everybody's position in full.")
]
By = Annotated[
    str | None,
    typer.Option(metavar="ACTOR", help="On which the actor, or who speaks for it, takes a position.", rich_help_panel=NARROW),
]
Statuses = Annotated[
    list[str] | None,
    typer.Option(
        "--status", metavar="STATUS", help="uncontested, contested, withdrawn; may be repeated.", rich_help_panel=NARROW
    ),
]
Since = Annotated[
    str | None, typer.Option(metavar="DAY", help="Told on this day or later, like 2024-10-18.", rich_help_panel=NARROW)
]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Told on this day or before.", rich_help_panel=NARROW)]


def claims(
    ident: Ident = None,
    about: About = None,
    by: By = None,
    status: Statuses = None,
    story: StoryKey = None,
    report: ReportKey = None,
    since: Since = None,
    until: Until = None,
    least: Least = None,
    limit: Limit = None,
    ledger: LedgerPath = None,
    format: ListFormat = Format.TABLE,
) -> int:
    """List what is claimed, contested first: who says, denies, doubts or will not say, and how many independent origins it has.

    With KEY: every position with its words, its report, its score and the reasons; the origins; who moved; what is told otherwise.
    """
    from ..link_views import CLAIMS
    from ..nested import write_linked
    from ..one_linked import write_full

    with ledger_at(ledger, settings_in_force()) as opened:
        view = linked_view(opened)
        if ident is not None:
            write_full(view, view.linked("claim", ident), format, sys.stdout)
            return WELL
        found = view.claims(
            about=about, by=by, status=status, story=story, report=report, since=since, until=until, least=least, limit=limit
        )
        tell_notes(found.notes)
        write_linked(found, CLAIMS, format, sys.stdout)
    return WELL
