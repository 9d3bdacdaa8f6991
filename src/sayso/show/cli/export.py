"""`sayso export`: events for the tools its users have."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from ..format import WRITERS, Format
from .events import Doer, Place, Recipient, Types
from .options import NARROW, About, LedgerPath, Limit, ReportKey, SaidBy, Since, Statuses, Until
from .running import WELL, ledger_at, settings_in_force, tell, tell_notes


class Target(StrEnum):
    """What can be exported to."""

    PLOVER = "plover"
    CAMEO = "cameo"


class RowFormat(StrEnum):
    """How rows are written for programs."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


To = Annotated[
    Target, typer.Option("--to", help="plover: all events; cameo: those that have a code and happened, not those only denied.")
]
Realities = Annotated[
    list[str] | None,
    typer.Option(
        "--reality",
        metavar="REALITY",
        help="happened, planned …, or all, denied ones too; may be repeated.",
        rich_help_panel=NARROW,
    ),
]
Written = Annotated[RowFormat, typer.Option("--format", help="JSON Lines, CSV with a heading, or Parquet.")]


def export(
    to: To,
    about: About = None,
    actor: Doer = None,
    recipient: Recipient = None,
    by: SaidBy = None,
    types: Types = None,
    reality: Realities = None,
    status: Statuses = None,
    place: Place = None,
    since: Since = None,
    until: Until = None,
    report: ReportKey = None,
    limit: Limit = None,
    ledger: LedgerPath = None,
    format: Written = RowFormat.JSONL,
) -> int:
    """Write events with the columns of a POLECAT row, then reality, on whose say-so, and evidence; see docs/exports.md."""
    settings = settings_in_force()
    from ..export import EXPORTS
    from ..export.columns import in_one_cell

    chosen = next(one for one in EXPORTS if one.name == to.value)
    realities, statuses = list(reality or chosen.realities), list(status or chosen.statuses)
    if reality and not status:
        statuses = []  # whoever names realities has all of them, whoever denies them
    with ledger_at(ledger, settings) as opened:
        view = opened.view()
        found = view.events(
            about=about, actor=actor, recipient=recipient, by=by, event_type=types,
            reality=None if "all" in realities else realities, status=statuses, place=place, since=since, until=until,
            report=report, limit=limit,
        )  # fmt: skip
        tell_notes(found.notes)
        shape, rows = Format(format.value), chosen.rows(found, view.reading)
        left = len(found) - WRITERS[shape](rows if shape is Format.JSONL else map(in_one_cell, rows), sys.stdout)
    if left:
        tell(f"{left} event(s) have no place in {to.value} and are left out; sayso events lists them")
    return WELL
