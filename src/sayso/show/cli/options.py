"""The options that commands share, each named and explained once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..format import Format

NARROW = "Narrow the list"

LedgerPath = Annotated[
    Path | None, typer.Option("--ledger", metavar="FILE", help="The ledger; else $SAYSO_LEDGER, sayso.toml, ./situation.db.")
]
ListFormat = Annotated[Format, typer.Option("--format", help="table for people; json, jsonl, csv and parquet for programs.")]
About = Annotated[
    str | None, typer.Option(metavar="ACTOR", help="What it is about: a key (PRK) or a name.", rich_help_panel=NARROW)
]
By = Annotated[
    str | None, typer.Option(metavar="ACTOR", help="Said by the actor, or on its behalf by office.", rich_help_panel=NARROW)
]
From = Annotated[
    str | None, typer.Option("--from", metavar="STATE", help="Said by people and bodies of a state.", rich_help_panel=NARROW)
]
Speaker = Annotated[
    str | None, typer.Option(metavar="ACTOR", help="Said by this very actor, and nobody on its behalf.", rich_help_panel=NARROW)
]
Acts = Annotated[
    list[str] | None,
    typer.Option("--act", metavar="ACT", help="deny, confirm, silent …; may be repeated.", rich_help_panel=NARROW),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KIND", help="count, money, percent … or all; may be repeated.", rich_help_panel=NARROW),
]
Since = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="First day, like 2024-10-18: said or happening, else in print.", rich_help_panel=NARROW),
]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Last day, inclusive.", rich_help_panel=NARROW)]
ReportKey = Annotated[
    str | None, typer.Option("--report", metavar="KEY", help="In one report: its key or the beginning.", rich_help_panel=NARROW)
]
Rejected = Annotated[
    bool, typer.Option("--rejected", help="List also what a person rejected; each says so.", rich_help_panel=NARROW)
]
Limit = Annotated[int | None, typer.Option(metavar="N", min=0, help="At most so many.", rich_help_panel=NARROW)]
SaidBy = Annotated[
    str | None,
    typer.Option(
        "--by", metavar="ACTOR", help="On the say-so of the actor, or of one who speaks for it.", rich_help_panel=NARROW
    ),
]
Statuses = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="STATUS", help="asserted, contested, denied; may be repeated.", rich_help_panel=NARROW),
]
StoryKey = Annotated[
    str | None, typer.Option("--story", metavar="KEY", help="Told in the reports of a story.", rich_help_panel=NARROW)
]
Least = Annotated[
    int | None, typer.Option("--least", metavar="N", min=1, help="With at least so many tellings.", rich_help_panel=NARROW)
]
