"""`sayso figures`: how many, and whose number it is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Unpack

import typer

from ..format import Format, write_rows
from .options import NARROW, About, Kinds, Least, LedgerPath, Limit, ListFormat, Rejected, ReportKey, Since, StoryKey, Until
from .running import WELL, ledger_at, linked_view, refuse_mixed, settings_in_force, tell_notes

if TYPE_CHECKING:
    from ...record.ledger import Ledger
    from ...record.link_questions import LinkQuestion

Giver = Annotated[
    str | None,
    typer.Option("--by", "--giver", metavar="ACTOR", help="Whose number it is.", rich_help_panel=NARROW),
]

Series = Annotated[
    bool, typer.Option("--series", help="Each quantity once: by giver and over time, with what was revised and what is disputed.")
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
    series: Series = False,
    story: StoryKey = None,
    least: Least = None,
) -> int:
    """List the quantities: what is counted, the range the words allow, and whose number it is.

    With --series: what several reports count is one quantity, disputed ones first; `sayso show KEY` tells each number in full.
    """
    from ..views import FIGURES

    each = {"--kind": kind, "--rejected": rejected}
    refuse_mixed("--series", is_given=series, without=each, only_with={"--story": story, "--least": least})
    with ledger_at(ledger, settings_in_force()) as opened:
        if series:
            _write_series(
                opened, format, about=about, by=by, story=story, report=report, since=since, until=until, least=least, limit=limit
            )
            return WELL
        found = opened.view().figures(
            about=about, giver=by, kind=kind, since=since, until=until, report=report, limit=limit, include_rejected=rejected
        )
        tell_notes(found.notes)
        write_rows(found, FIGURES, format, sys.stdout)
    return WELL


def _write_series(opened: Ledger, format: Format, **asked: Unpack[LinkQuestion]) -> None:
    from ..link_views import SERIES
    from ..nested import write_linked

    found = linked_view(opened).series(**asked)
    tell_notes(found.notes)
    write_linked(found, SERIES, format, sys.stdout)
