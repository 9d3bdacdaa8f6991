"""`sayso doctor`: what is installed, which model, where the ledger is, and whether all is well."""

from __future__ import annotations

import sys

from ..format import Format, write_rows
from .options import LedgerPath, ListFormat
from .running import SOME_FAILED, WELL, settings_in_force


def doctor(ledger: LedgerPath = None, format: ListFormat = Format.TABLE) -> int:
    """Say what is installed, which model and lexicons, where the ledger is, and whether all is well (exit code 1 where not)."""
    settings = settings_in_force()
    from ..checks import BAD, CHECKS, run_checks

    checks = run_checks(settings, ledger)
    write_rows(checks, CHECKS, format, sys.stdout)
    return SOME_FAILED if any(check.state == BAD for check in checks) else WELL
