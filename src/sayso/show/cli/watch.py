"""`sayso watch`: standing questions, checked against the ledger."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ...ask.plain_data import plain_data
from .options import LedgerPath
from .running import WELL, ledger_at, linked_view, settings_in_force, tell

if TYPE_CHECKING:
    from ...ask.watching import Hit

# The exit code where a question has an answer that was not told before.
ANSWERED = 4


class WatchFormat(StrEnum):
    """How hits are written."""

    TEXT = "text"
    JSON = "json"


Questions = Annotated[Path, typer.Argument(metavar="FILE", help="Standing questions, in TOML: see docs/situation.md.")]
Every = Annotated[bool, typer.Option("--all", help="Everything that answers, told before or not; nothing is noted as told.")]
Written = Annotated[WatchFormat, typer.Option("--format", help="Text for people, JSON for programs.")]


def watch(file: Questions, all: Every = False, ledger: LedgerPath = None, format: Written = WatchFormat.TEXT) -> int:
    """Check standing questions — an actor, a claim, a figure over a bound — and tell what answers them, each hit once.

    Exit code 0: nothing new; 4: something is, and is now noted as told. Made for cron: sayso read … && sayso watch questions.toml
    """
    from ...ask.watching import fresh, hits_of, questions_in

    questions = questions_in(file)
    with ledger_at(ledger, settings_in_force()) as opened:
        view = linked_view(opened)
        hits = [hit for question in questions for hit in hits_of(view, question)]
        if not all:
            hits = list(fresh(hits, view.told()))
        _write(hits, format)
        if hits and not all:
            opened.told_once((hit.asked, hit.key) for hit in hits)
    if not hits:
        tell(f"nothing {'answers' if all else 'new answers'} the {len(questions)} questions of {file}")
    return ANSWERED if hits and not all else WELL


def _write(hits: list[Hit], format: WatchFormat) -> None:
    from ...ask.visible import visible

    if format is WatchFormat.JSON:
        sys.stdout.write(json.dumps([plain_data(asdict(hit)) for hit in hits], ensure_ascii=False, indent=1) + "\n")
        return
    name = None
    for hit in hits:
        if hit.question != name:
            name = hit.question
            sys.stdout.write(f"{visible(name)}\n")
        day = hit.day.isoformat() if hit.day else "no day"
        who = f"{hit.who} " if hit.who else ""
        where = ", ".join(f"{span.start}–{span.end}" for span in hit.cite.spans)
        sys.stdout.write(visible(f"  {day}  {who}{hit.says}: {hit.what}") + "\n")
        sys.stdout.write(
            visible(f"      {hit.cite.outlet or 'report'} ({hit.cite.report[:8]}), characters {where}: “{hit.cite.words}”") + "\n"
        )
