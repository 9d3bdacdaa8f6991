"""What came of each input of `sayso read`: the count of each kind, the failures with their reasons, and rows for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .format import Column, Flat, View

if TYPE_CHECKING:
    from ..flow import Outcome

# Every kind, in the order shown, with what it means.
KINDS = {
    "new": "read for the first time",
    "repeat": "in the ledger already; nothing was written",
    "copy": "another place has printed this very text",
    "version": "the same place had another text before",
    "superseded": "the same page, read differently; the new reading replaces the old",
    "forgotten": "was forgotten on request; not taken in again",
    "skipped": "could not be read; the reasons are below",
}
ALWAYS_SHOWN = ("new", "repeat", "copy", "skipped")


@dataclass(frozen=True, slots=True)
class Count:
    """How many inputs came to one kind of outcome."""

    kind: str
    number: int
    meaning: str


TALLY = View(
    (
        Column("came to", lambda row: "failed" if row.kind == "skipped" else row.kind, width=12, style="bold"),
        Column("reports", lambda row: f"{row.number:,}", width=9, right=True),
        Column("which means", lambda row: row.meaning),
    )
)


def _why(row: Outcome) -> str:
    """Give the reason without the name of the input, which stands beside it."""
    return (row.reason or "").removeprefix(f"{row.where}: ")


SKIPPED = View(
    (
        Column("failed", lambda row: row.where, share=2, style="bold"),
        Column("why", _why, share=5),
    )
)


def tally_rows(counts: Mapping[str, int]) -> list[Count]:
    """Give the counts people see: the usual kinds always, the others where there are any."""
    shown = [kind for kind in KINDS if counts.get(kind) or kind in ALWAYS_SHOWN]
    return [Count(kind, counts.get(kind, 0), KINDS[kind]) for kind in shown]


def outcome_rows(outcomes: Iterable[Outcome]) -> Iterator[Flat]:
    """Give one row for each input, all with the same columns."""
    for it in outcomes:
        yield {
            "where": it.where, "status": it.status, "report": it.report_key, "other": it.other, "title": it.title,
            "outlet": it.outlet, "published": it.published.isoformat() if it.published else None, "language": it.language,
            "statements": it.statements, "figures": it.figures, "events": it.events, "code": it.code, "reason": it.reason,
        }  # fmt: skip
