"""`sayso diff`: what is new between two days."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer

from ...errors import WrongCall
from .options import LedgerPath
from .running import WELL, ledger_at, linked_view, settings_in_force, tell, tell_notes


class DiffFormat(StrEnum):
    """How a comparison is written."""

    MARKDOWN = "markdown"
    JSON = "json"


Since = Annotated[str | None, typer.Option(metavar="DAY", help="What reports of this day and later bring, against all before.")]
Between = Annotated[
    tuple[str, str] | None, typer.Option(metavar="DAY DAY", help="What reports of these days bring, both included.")
]
About = Annotated[str | None, typer.Option(metavar="ACTOR", help="Only what is about the actor: a key (PRK) or a name.")]
Written = Annotated[DiffFormat, typer.Option("--format", help="Markdown for people, JSON for programs.")]


def diff(
    since: Since = None,
    between: Between = None,
    about: About = None,
    ledger: LedgerPath = None,
    format: Written = DiffFormat.MARKDOWN,
) -> int:
    """Tell what is new: claims, denials, confirmations, figures that moved, first mentions, what came true, deadlines passed.

    What counts is the day of publication. Each line names the characters of a report that carry it.
    """
    from ...ask.change_words import change_lines
    from ...ask.changes import changes_between
    from ...ask.visible import visible

    if (since is None) == (between is None):
        raise WrongCall("diff: expected either --since DAY or --between DAY DAY")
    first, last = between if between else (since or "", None)
    with ledger_at(ledger, settings_in_force()) as opened:
        found = changes_between(linked_view(opened), first, last, about=about)
    tell_notes(found.notes)
    if found.waiting:
        tell(f"{found.waiting} texts are not linked yet; what they bring is missing here")
    if format is DiffFormat.JSON:
        sys.stdout.write(json.dumps(found.to_dict(), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.writelines(f"{visible(line, keep_lines=True)}\n" for line in change_lines(found))
    return WELL
