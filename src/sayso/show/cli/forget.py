"""`sayso forget`: takes a report's text and findings out of the ledger."""

from __future__ import annotations

from typing import Annotated

import typer

from .options import LedgerPath
from .running import WELL, ledger_at, settings_in_force, tell

Report = Annotated[str, typer.Argument(metavar="REPORT", help="The report's key, or its beginning.")]
Reason = Annotated[str, typer.Option(metavar="TEXT", help="Why; kept in place of the text.")]


def forget(report: Report, reason: Reason, ledger: LedgerPath = None) -> int:
    """Remove a report's text and findings; its hash and the reason stay, so that it is not read in again."""
    with ledger_at(ledger, settings_in_force()) as opened:
        gone = opened.forget(report, reason)
    left = f"; {gone.copies_left} other report(s) print the same text and stay" if gone.copies_left else ""
    tell(f"forgot report {gone.report_key} (its text had the SHA-256 {gone.sha256}){left}")
    return WELL
