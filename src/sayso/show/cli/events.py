"""`sayso events`: what happened, is planned, is denied, and on whose say-so."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Unpack

import typer

from ..format import Format, View, write_rows
from .options import (
    NARROW,
    About,
    Least,
    LedgerPath,
    Limit,
    ListFormat,
    Rejected,
    ReportKey,
    SaidBy,
    Since,
    Statuses,
    StoryKey,
    Until,
)
from .running import WELL, ledger_at, linked_view, refuse_mixed, settings_in_force, tell_notes

if TYPE_CHECKING:
    from ...record.ledger import Ledger
    from ...record.link_questions import LinkQuestion

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

Once = Annotated[
    bool,
    typer.Option("--once", help="Each event once, with all who tell it and what they tell otherwise; status contested or not."),
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
    once: Once = False,
    story: StoryKey = None,
    least: Least = None,
) -> int:
    """List who did what to whom, in PLOVER, of every reality: happened, planned, denied; and on whose say-so.

    With --once: what several reports tell is one event, with its tellings and their disagreements; `sayso show KEY` tells it in full.
    """
    each = {"--actor": actor, "--recipient": recipient, "--type": types, "--mode": mode, "--context": context, "--reality": reality,
            "--place": place, "--rejected": rejected}  # fmt: skip
    refuse_mixed("--once", is_given=once, without=each, only_with={"--story": story, "--least": least})
    with ledger_at(ledger, settings_in_force()) as opened:
        if once:
            _write_once(opened, format, about=about, by=by, status=status, story=story, report=report, since=since, until=until,
                        least=least, limit=limit)  # fmt: skip
            return WELL
        found = opened.view().events(
            about=about, actor=actor, recipient=recipient, by=by, event_type=types, mode=mode, context=context, reality=reality,
            status=status, place=place, since=since, until=until, report=report, limit=limit, include_rejected=rejected)  # fmt: skip
        tell_notes(found.notes)
        write_rows(found, _columns(), format, sys.stdout)
    return WELL


def _columns() -> View:
    from ..views import EVENTS

    return EVENTS


def _write_once(opened: Ledger, format: Format, **asked: Unpack[LinkQuestion]) -> None:
    from ..link_views import HAPPENINGS
    from ..nested import write_linked

    found = linked_view(opened).happenings(**asked)
    tell_notes(found.notes)
    write_linked(found, HAPPENINGS, format, sys.stdout)
