"""`sayso search`: the texts that hold some words."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ..format import Format, write_rows
from ..views import TEXTS
from .options import LedgerPath, Limit, ListFormat
from .running import WELL, ledger_at, settings_in_force

Words = Annotated[list[str], typer.Argument(metavar="WORDS...", help='Words, "phrases", beginnings (sold*); all must occur.')]


def search(words: Words, limit: Limit = None, ledger: LedgerPath = None, format: ListFormat = Format.TABLE) -> int:
    """Find the reports whose text holds all the words; case and accents do not count."""
    with ledger_at(ledger, settings_in_force()) as opened:
        found = opened.view().search(_as_typed(words), limit=limit)
        write_rows(found, TEXTS, format, sys.stdout)
    return WELL


def _as_typed(words: list[str]) -> str:
    """Give a phrase its quotation marks back, which the shell has taken off."""
    return " ".join(f'"{word}"' if " " in word.strip() and '"' not in word else word for word in words)
