"""`sayso statements`: who said what."""

from __future__ import annotations

import sys

from ..format import Format, write_rows
from .options import About, Acts, By, From, LedgerPath, Limit, ListFormat, Rejected, ReportKey, Since, Speaker, Until
from .running import WELL, ledger_at, settings_in_force, tell_notes


def statements(
    about: About = None,
    by: By = None,
    from_: From = None,
    speaker: Speaker = None,
    act: Acts = None,
    since: Since = None,
    until: Until = None,
    report: ReportKey = None,
    rejected: Rejected = False,
    limit: Limit = None,
    ledger: LedgerPath = None,
    format: ListFormat = Format.TABLE,
) -> int:
    """List who said what: each attributed statement with its speaker, act and exact words."""
    from ..views import STATEMENTS

    with ledger_at(ledger, settings_in_force()) as opened:
        found = opened.view().statements(
            about=about, by=by, from_=from_, speaker=speaker, act=act, since=since, until=until, report=report, limit=limit,
            include_rejected=rejected,
        )  # fmt: skip
        tell_notes(found.notes)
        write_rows(found, STATEMENTS, format, sys.stdout)
    return WELL
