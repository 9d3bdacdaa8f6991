"""`sayso brief`: the situation report."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer

from .options import LedgerPath
from .running import WELL, ledger_at, linked_view, settings_in_force, tell


class BriefFormat(StrEnum):
    """How a brief is written."""

    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


About = Annotated[str | None, typer.Option(metavar="ACTOR", help="Said about the actor, or by it: a key (PRK) or a name.")]
Since = Annotated[str | None, typer.Option(metavar="DAY", help="First day, like 2024-10-18: said, else published.")]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Last day, inclusive.")]
Written = Annotated[BriefFormat, typer.Option("--format", help="Markdown, one HTML page that prints well, or JSON.")]


def brief(
    about: About = None,
    since: Since = None,
    until: Until = None,
    ledger: LedgerPath = None,
    format: Written = BriefFormat.MARKDOWN,
) -> int:
    """Write the situation report: what is contested, figures, what happened, who said what, what may come, sources.

    Every line names the characters of a report that carry it.
    """
    from ...ask.brief import make_brief

    with ledger_at(ledger, settings_in_force()) as opened:
        made = make_brief(linked_view(opened), about=about, since=since, until=until)
    for note in made.notes:
        tell(note)
    if format is BriefFormat.HTML:
        sys.stdout.write(made.to_html())
    elif format is BriefFormat.JSON:
        sys.stdout.write(json.dumps(made.to_dict(), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(made.to_markdown() + "\n")
    return WELL
