"""Rows of one reading: everything the tables will hold of it, made before any transaction begins.

Invariant: a row of `statements`, `figures` or `evidence` follows from its key alone; it does not matter which report brings it.
"""

from __future__ import annotations

import json
import math
import re
import zlib
from dataclasses import dataclass, field
from typing import Any

from ..findings.actor import Actor
from ..findings.figure import Figure
from ..findings.reading import Reading, plain
from ..findings.statement import Statement
from ..report import Report
from ..span import Span
from .abouts import Abouts
from .keys import Meanings, figure_key, reading_digest, statement_key
from .names import fold

Row = dict[str, Any]
# Code points a database cannot hold in text (NUL, lone surrogates), and the two noncharacters text_index marks words with.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff\ufdd0\ufdd1]")


@dataclass(slots=True)
class ReadingRows:
    """The rows of one reading, by table; `report` lacks what only the ledger knows (number, copy_of, version_of, added, run)."""

    report: Row
    text: Row
    actors: list[Row] = field(default_factory=list)
    actor_names: list[Row] = field(default_factory=list)
    appearances: list[Row] = field(default_factory=list)
    appearance_names: list[Row] = field(default_factory=list)
    mentions: list[Row] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)
    figures: list[Row] = field(default_factory=list)
    evidence: list[Row] = field(default_factory=list)
    findings: list[Row] = field(default_factory=list)
    abouts: list[Row] = field(default_factory=list)


def rows_of(reading: Reading) -> ReadingRows:
    """Give all rows of a reading, each once."""
    report = reading.report
    out = ReadingRows(
        report=_report_row(reading), text={"sha256": report.sha256, "length": len(report.text), "text": storable(report.text)}
    )
    for actor in reading.actors:
        _add_actor(out, report.key, actor)
    meanings, abouts = Meanings(reading), Abouts(reading)
    keys = {s.id: statement_key(s, meanings, report.sha256) for s in reading.statements}
    for position, statement in enumerate(reading.statements):
        out.statements.append(_statement_row(statement, keys[statement.id], meanings, report.sha256))
        out.evidence += _evidence_rows(keys[statement.id], _statement_parts(statement))
        out.findings.append(
            _finding_row(statement, "statement", position, (report.key, keys[statement.id], keys.get(statement.within or "")))
        )
        out.abouts += _about_rows(report.key, "statement", statement.id, abouts.of_statement(statement))
    for position, figure in enumerate(reading.figures):
        key = figure_key(figure, meanings, report.sha256)
        out.figures.append(_figure_row(figure, key, meanings, report.sha256))
        out.evidence += _evidence_rows(key, _figure_parts(figure))
        out.findings.append(_finding_row(figure, "figure", position, (report.key, key, keys.get(figure.statement or ""))))
        out.abouts += _about_rows(report.key, "figure", figure.id, abouts.of_figure(figure))
    return _each_once(out)


def storable(words: str) -> str:
    """Give the words with U+FFFD, one for one, where a database cannot hold the code point; offsets stay true."""
    return _UNSTORABLE.sub("\ufffd", words)


def packed(reading: Reading) -> bytes:
    """Give the whole reading, compressed."""
    return zlib.compress(json.dumps(reading.to_json(), separators=(",", ":")).encode(), 6)


def unpacked(blob: bytes) -> Reading:
    """Read what `packed` wrote, exactly."""
    return Reading.from_json(json.loads(zlib.decompress(blob)))


def body_of(finding: Statement | Figure | Actor) -> str:
    """Give a finding as one line of JSON, as the contract writes it."""
    return json.dumps(plain(finding), separators=(",", ":"))


def _report_row(reading: Reading) -> Row:
    report: Report = reading.report
    names = ("url", "outlet", "title", "section", "byline", "agency", "published", "language", "cut", "bytes_sha256")
    title = report.title_span
    return _clean(
        {name: getattr(report, name) for name in names}
        | {
            "key": report.key, "text_sha256": report.sha256, "place": report.place_of_origin or report.id, "given_id": reading.id,
            "title_start": title.start if title else None, "title_end": title.end if title else None,
            "published_from": report.published_from.value, "furniture": plain(report.furniture), "notes": list(report.notes),
            "retrieved": report.retrieved.isoformat() if report.retrieved else None,
            "digest": reading_digest(reading), "reading_by": reading.by, "reading": packed(reading),
        }
    )  # fmt: skip


def _add_actor(out: ReadingRows, report_key: str, actor: Actor) -> None:
    known = {
        "name": actor.name,
        "kind": actor.kind.value,
        "country": actor.country,
        "sector": actor.sector,
        "confidence": actor.confidence,
    }
    out.actors.append(_clean({"key": actor.key} | known))
    out.appearances.append(
        _clean({"report_key": report_key, "ident": actor.id, "actor_key": actor.key, "body": body_of(actor)} | known)
    )
    for name in dict.fromkeys((actor.name, *actor.aliases)):
        out.appearance_names.append(_clean({"report_key": report_key, "actor_key": actor.key, "name": name}))
        out.actor_names.append(_clean({"actor_key": actor.key, "name": name, "folded": fold(name)}))
    for span in actor.mentions:
        out.mentions.append(
            _clean({"report_key": report_key, "actor_key": actor.key, "start_at": span.start, "end_at": span.end})
        )


def _statement_row(statement: Statement, key: str, meanings: Meanings, sha256: str) -> Row:
    said = statement.said_on
    return _clean({
        "key": key, "text_sha256": sha256, "form": statement.form.value, "act": statement.act.value,
        "speaker": meanings.actor(statement.speaker), "speaks_for": meanings.actor(statement.speaks_for),
        "imputed_to": meanings.actor(statement.imputed_to), "addressee": meanings.pointed(statement.addressee),
        "relayed_by": meanings.pointed(statement.relayed_by), "channel": statement.channel.value if statement.channel else None,
        "withholds": statement.withholds.value if statement.withholds else None, "said_from": said.start if said else None,
        "said_to": said.end if said else None, "said_words": said.words if said else None,
        "place": meanings.place(statement.place),
    })  # fmt: skip


def _figure_row(figure: Figure, key: str, meanings: Meanings, sha256: str) -> Row:
    on = figure.as_of
    return _clean({
        "key": key, "text_sha256": sha256, "kind": figure.kind.value,
        "low": _number(figure.low), "high": _number(figure.high), "unit": figure.unit, "approximate": figure.approximate,
        "counted": figure.of.words if figure.of else None, "whose": meanings.actor(figure.whose),
        "place": meanings.place(figure.where), "giver": meanings.actor(figure.giver), "as_of_from": on.start if on else None,
        "as_of_to": on.end if on else None, "as_of_words": on.words if on else None,
    })  # fmt: skip


def _finding_row(finding: Statement | Figure, kind: str, position: int, keys: tuple[str, str, str | None]) -> Row:
    report_key, key, within = keys
    body = body_of(finding)
    return _clean({
        "report_key": report_key, "kind": kind, "ident": finding.id, "position": position, "key": key, "within": within,
        "confidence": finding.confidence, "made_by": finding.by, "body": body,
    })  # fmt: skip


def _statement_parts(statement: Statement) -> dict[str, tuple[Span, ...]]:
    return {
        "source": statement.source, "cue": statement.cue, "content": statement.content, "target": statement.target or (),
        "addressee": (statement.addressee.span,) if statement.addressee else (),
        "relayed_by": (statement.relayed_by.span,) if statement.relayed_by else (), "evidence": statement.evidence,
    }  # fmt: skip


def _figure_parts(figure: Figure) -> dict[str, tuple[Span, ...]]:
    return {"span": (figure.span,), "of": (figure.of.span,) if figure.of and figure.of.span else (), "evidence": figure.evidence}


def _evidence_rows(key: str, parts: dict[str, tuple[Span, ...]]) -> list[Row]:
    return [
        {"finding_key": key, "part": part, "position": position, "start_at": span.start, "end_at": span.end}
        for part, spans in parts.items()
        for position, span in enumerate(spans)
    ]


def _about_rows(report_key: str, kind: str, ident: str, actor_keys: set[str]) -> list[Row]:
    return [_clean({"report_key": report_key, "kind": kind, "ident": ident, "actor_key": key}) for key in sorted(actor_keys)]


def _number(value: float | None) -> float | None:
    """Give the number as a database holds it; what is too large for a float is infinite there, and exact in `body`."""
    if value is None:
        return None
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def _clean(row: Row) -> Row:
    return {name: storable(value) if isinstance(value, str) else value for name, value in row.items()}


# What makes a row of a table the same row, where a reading may bring one twice.
_IDENTITY = {
    "actor_names": ("actor_key", "name"), "appearance_names": ("report_key", "actor_key", "name"),
    "mentions": ("actor_key", "start_at", "end_at"), "statements": ("key",), "figures": ("key",),
    "evidence": ("finding_key", "part", "position"), "abouts": ("kind", "ident", "actor_key"),
}  # fmt: skip


def _each_once(rows: ReadingRows) -> ReadingRows:
    for table, names in _IDENTITY.items():
        unique = {tuple(row[name] for name in names): row for row in getattr(rows, table)}
        setattr(rows, table, list(unique.values()))
    return rows
