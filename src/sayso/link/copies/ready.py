"""A report → all that copies need of it, made before a ledger's transaction begins."""

from __future__ import annotations

from dataclasses import dataclass

from ...report import Report
from .body import Body, body_of
from .prints import Print, print_of
from .signatures import signature


@dataclass(frozen=True, slots=True)
class Ready:
    """A report made ready: as a place where a text stands, its words, and its signature."""

    print: Print
    body: Body
    runs: tuple[int, ...]


def ready(report: Report) -> Ready:
    """Give what copies need of a report."""
    body = body_of(report)
    return Ready(print_of(report, body), body, signature(body))
