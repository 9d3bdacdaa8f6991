"""The command line as one application: every command of COMMANDS, guarded. `main` is what a shell calls."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from .cli import COMMANDS
from .cli.running import INTERRUPTED, guarded

EPILOG = "Exit codes: 0 all well, 1 some reports failed, 2 wrong call, 3 the ledger."


Version = Annotated[
    bool, typer.Option("--version", callback=lambda asked: _version() if asked else None, is_eager=True, help="Say the version.")
]


def make_app() -> typer.Typer:
    """Give the application."""
    app = typer.Typer(
        name="sayso",
        help="Reads news reports and keeps a situation ledger: who said what, how many, on whose say-so.",
        epilog=EPILOG,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    for command in COMMANDS:
        app.command(command.__name__)(guarded(command))
    return app


def main() -> None:
    """Run the command line; never gives back, the exit code says how it went."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the caller (>&-): what is written goes nowhere
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - open until the end
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        make_app()(prog_name="sayso")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _version() -> None:
    from .checks import version_of

    sys.stdout.write(f"sayso {version_of('sayso') or '(not installed as a package)'}\n")
    raise typer.Exit


def _root(version: Version = False) -> None:
    """Reads news reports and keeps a situation ledger: who said what, how many, on whose say-so."""
