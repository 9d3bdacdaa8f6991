"""Columns that event data elsewhere lack: what the words make of it, on whose say-so, and the exact characters that carry it."""

from __future__ import annotations

from collections.abc import Iterable

from ...findings.reading import plain
from ...record.found import FoundStatement
from .columns import Column, Row


def _speakers(statements: Iterable[FoundStatement]) -> list[object]:
    return list(dict.fromkeys(s.speaker.key if s.speaker else s.source or "not named" for s in statements))


def _day(row: Row, which: str) -> str | None:
    on = row.found.event.date
    day = getattr(on, which) if on else None
    return day.isoformat() if day else None


def _words(row: Row) -> list[object]:
    return [span.of(row.reading.report.text) for span in row.found.event.evidence]


SAYSO_COLUMNS = (
    Column(
        "Reality",
        "what the words make of it: happened, ongoing, planned, hypothetical, negated or historical",
        lambda r: r.found.event.reality.value,
    ),
    Column(
        "Status",
        "asserted; contested: a denial in the same report targets it; denied: nobody asserts it",
        lambda r: r.found.event.status.value,
    ),
    Column(
        "Voice",
        "report: told in the report's own voice; statement: told in somebody's words",
        lambda r: "statement" if r.found.within else "report",
    ),
    Column(
        "Asserted By",
        "keys of the actors who say so, or the report's words for them, a list",
        lambda r: _speakers(r.found.asserted_by),
    ),
    Column("Denied By", "keys of the actors who deny it, likewise", lambda r: _speakers(r.found.denied_by)),
    Column("Statement", "key of the statement it stands in, for `sayso show`", lambda r: r.found.within),
    Column(
        "Asserting Statements", "keys of the statements that assert it, a list", lambda r: [s.key for s in r.found.asserted_by]
    ),
    Column("Denying Statements", "keys of the statements that deny it, a list", lambda r: [s.key for s in r.found.denied_by]),
    Column(
        "Date To",
        "the day after the last it may have happened on; empty where the words set no such bound",
        lambda r: _day(r, "end"),
    ),
    Column(
        "Date Words", "the report's own words for the day", lambda r: r.found.event.date.words if r.found.event.date else None
    ),
    Column(
        "Act Inside",
        "of a promise, threat or demand: PLOVER type of the act itself",
        lambda r: r.found.of.event.event_type if r.found.of else None,
    ),
    Column("Act Inside Mode", "its modes, a list", lambda r: list(r.found.of.event.modes) if r.found.of else []),
    Column(
        "Act Inside Actor",
        "keys of those who would do it, a list",
        lambda r: [c.key for c in r.found.of.actors] if r.found.of else [],
    ),
    Column(
        "Act Inside Recipient",
        "keys of those to whom, a list",
        lambda r: [c.key for c in r.found.of.recipients] if r.found.of else [],
    ),
    Column("Act Inside Words", "the word for it, verbatim", lambda r: r.found.of.trigger if r.found.of else None),
    Column("Size", "how many, in the report's words, a list", lambda r: [f"{f.words} {f.of}".strip() for f in r.found.figures]),
    Column("Size Low", "smallest number those words allow, one for each", lambda r: [f.figure.low for f in r.found.figures]),
    Column("Size High", "largest number those words allow, one for each", lambda r: [f.figure.high for f in r.found.figures]),
    Column(
        "Size By",
        "keys of those whose number it is, one for each; empty: the report's own",
        lambda r: [f.giver.key if f.giver else None for f in r.found.figures],
    ),
    Column("CAMEO", "CAMEO code, empty where PLOVER's table leads to none", lambda r: r.found.event.cameo),
    Column("Report", "key of the report, for `sayso show`", lambda r: r.found.report.key),
    Column("Report URL", "where it is from, as far as it has an address", lambda r: r.found.report.url),
    Column(
        "Copies", "keys of all reports that print these very words in the same text, a list", lambda r: list(r.found.carriers)
    ),
    Column(
        "Start", "first code point of the evidence in the report's text", lambda r: min(s.start for s in r.found.event.evidence)
    ),
    Column("End", "code point after the last", lambda r: max(s.end for s in r.found.event.evidence)),
    Column("Evidence Spans", "[start, end] of each piece, a list", lambda r: plain(r.found.event.evidence)),
    Column("Evidence Words", "the words of each piece, verbatim, a list", _words),
    Column("Trigger", "the word of the happening, verbatim", lambda r: r.found.trigger),
    Column("Trigger Span", "[start, end] of it, a list of one", lambda r: [plain(r.found.event.trigger)]),
    Column("Actor Spans", "[start, end] of the words for who did it, a list", lambda r: plain(r.found.event.actor_spans)),
    Column("Recipient Spans", "[start, end] of the words for to whom, a list", lambda r: plain(r.found.event.recipient_spans)),
    Column("Confidence", "0 to 1, calibrated", lambda r: r.found.event.confidence),
    Column("Made By", "head or rule that found it", lambda r: r.found.event.by),
)
