"""What the rows of every kind of finding are made of: cleaned values, and the rows that any finding has beside its own."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, field
from typing import Any

from ..findings.actor import Actor
from ..findings.event import Event
from ..findings.figure import Figure
from ..findings.reading import plain
from ..findings.statement import Statement
from ..findings.tie import Tie
from ..findings.watchpoint import Watchpoint
from ..link.copies.ready import Ready
from ..span import Span

Row = dict[str, Any]
Finding = Statement | Figure | Event | Tie | Watchpoint
# Code points a database cannot hold in text (NUL, lone surrogates), and the two noncharacters text_index marks words with.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff\ufdd0\ufdd1]")


@dataclass(slots=True)
class ReadingRows:
    """The rows of one reading, by table; `report` lacks what only the ledger knows (number, copy_of, version_of, added, run).

    Attributes:
        ready: what copies need of the report.
    """

    report: Row
    text: Row
    ready: Ready
    actors: list[Row] = field(default_factory=list)
    actor_names: list[Row] = field(default_factory=list)
    appearances: list[Row] = field(default_factory=list)
    appearance_names: list[Row] = field(default_factory=list)
    mentions: list[Row] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)
    figures: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    ties: list[Row] = field(default_factory=list)
    watchpoints: list[Row] = field(default_factory=list)
    evidence: list[Row] = field(default_factory=list)
    parties: list[Row] = field(default_factory=list)
    links: list[Row] = field(default_factory=list)
    findings: list[Row] = field(default_factory=list)
    abouts: list[Row] = field(default_factory=list)


def storable(words: str) -> str:
    """Give the words with U+FFFD, one for one, where a database cannot hold the code point; offsets stay true."""
    return _UNSTORABLE.sub("\ufffd", words)


def body_of(finding: Finding | Actor) -> str:
    """Give a finding as one line of JSON, as the contract writes it."""
    return json.dumps(plain(finding), separators=(",", ":"))


def finding_row(finding: Finding, kind: str, position: int, keys: tuple[str, str, str | None]) -> Row:
    """Give the row that says: this report, as read, has this finding. `keys`: the report's, its own, that of the statement around it."""
    report_key, key, within = keys
    body = body_of(finding)
    return clean({
        "report_key": report_key, "kind": kind, "ident": finding.id, "position": position, "key": key, "within": within,
        "confidence": finding.confidence, "made_by": finding.by, "body": body,
    })  # fmt: skip


def evidence_rows(key: str, parts: dict[str, tuple[Span, ...]]) -> list[Row]:
    """Give the rows of the characters that carry a finding."""
    return [
        {"finding_key": key, "part": part, "position": position, "start_at": span.start, "end_at": span.end}
        for part, spans in parts.items()
        for position, span in enumerate(spans)
    ]


def about_rows(report_key: str, kind: str, ident: str, actor_keys: set[str]) -> list[Row]:
    """Give the rows that say which actors a finding is about."""
    return [clean({"report_key": report_key, "kind": kind, "ident": ident, "actor_key": key}) for key in sorted(actor_keys)]


def number(value: float | None) -> float | None:
    """Give the number as a database holds it; what is too large for a float is infinite there, and exact in `body`."""
    if value is None:
        return None
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def clean(row: Row) -> Row:
    """Give the row with every word as the database can hold it."""
    return {name: storable(value) if isinstance(value, str) else value for name, value in row.items()}


# What makes a row of a table the same row, where a reading may bring one twice.
_IDENTITY = {
    "actor_names": ("actor_key", "name"), "appearance_names": ("report_key", "actor_key", "name"),
    "mentions": ("actor_key", "start_at", "end_at"), "statements": ("key",), "figures": ("key",), "events": ("key",),
    "ties": ("key",), "watchpoints": ("key",), "evidence": ("finding_key", "part", "position"),
    "parties": ("finding_key", "role", "position"), "links": ("finding_key", "role", "position"),
    "abouts": ("kind", "ident", "actor_key"),
}  # fmt: skip


def each_once(rows: ReadingRows) -> ReadingRows:
    """Leave each row once in its table."""
    for table, names in _IDENTITY.items():
        unique = {tuple(row[name] for name in names): row for row in getattr(rows, table)}
        setattr(rows, table, list(unique.values()))
    return rows
