"""`sayso search`: the texts, stories and claims that hold some words."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from ..format import Format, write_rows
from .options import NARROW, LedgerPath, Limit, ListFormat
from .running import WELL, ledger_at, linked_view, settings_in_force


class Sought(StrEnum):
    """What is looked through."""

    REPORT = "report"
    STORY = "story"
    CLAIM = "claim"


Words = Annotated[list[str], typer.Argument(metavar="WORDS...", help='Words, "phrases", beginnings (sold*); all must occur.')]
Kinds = Annotated[
    list[Sought] | None,
    typer.Option("--kind", metavar="KIND", help="report, story, claim; may be repeated. Else all.", rich_help_panel=NARROW),
]


def search(
    words: Words, kind: Kinds = None, limit: Limit = None, ledger: LedgerPath = None, format: ListFormat = Format.TABLE
) -> int:
    """Find the reports whose text holds all the words, and stories and claims whose own words do; case and accents do not count.

    Of stories and claims the stems count: "soldiers" finds "soldier"; after these come those that say it in words alike: "troops". Reports
    come first, each kind best first; --limit is for each.
    """
    from ..views import TEXTS

    sought, typed = tuple(kind or Sought), _as_typed(words)
    with ledger_at(ledger, settings_in_force()) as opened:
        found = list[object](opened.view().search(typed, limit=limit)) if Sought.REPORT in sought else []
        for linked in (Sought.STORY, Sought.CLAIM):
            if linked in sought:
                found += linked_view(opened).search_linked(typed, kinds=(linked,), limit=limit)
        write_rows(found, TEXTS, format, sys.stdout)
    return WELL


def _as_typed(words: list[str]) -> str:
    """Give a phrase its quotation marks back, which the shell has taken off."""
    return " ".join(f'"{word}"' if " " in word.strip() and '"' not in word else word for word in words)
