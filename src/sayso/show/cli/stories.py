"""`sayso stories`: which reports tell of the same happening."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ..format import Format
from .claims import Since, Until
from .options import About, Least, LedgerPath, Limit, ListFormat, ReportKey
from .running import WELL, ledger_at, linked_view, settings_in_force, tell_notes

Ident = Annotated[str | None, typer.Argument(metavar="[KEY]", help="A story's key or its beginning: its reports, one by one.")]


def stories(
    ident: Ident = None,
    about: About = None,
    report: ReportKey = None,
    since: Since = None,
    until: Until = None,
    least: Least = None,
    limit: Limit = None,
    ledger: LedgerPath = None,
    format: ListFormat = Format.TABLE,
) -> int:
    """List the stories, those of most reports first: the name, whom it is about, its days, reports and claims.

    With KEY: its reports, each with how surely it belongs, and why.
    """
    from ..link_views import STORIES
    from ..nested import write_linked
    from ..one_linked import write_full

    with ledger_at(ledger, settings_in_force()) as opened:
        view = linked_view(opened)
        if ident is not None:
            write_full(view, view.linked("story", ident), format, sys.stdout)
            return WELL
        found = view.stories(about=about, report=report, since=since, until=until, least=least, limit=limit)
        tell_notes(found.notes)
        write_linked(found, STORIES, format, sys.stdout)
    return WELL
