"""Rows of one reading: everything the tables will hold of it, made before any transaction begins.

Invariant: a row keyed by a finding follows from that key alone; it does not matter which report brings it.
"""

from __future__ import annotations

import json
import zlib

from ..findings.actor import Actor
from ..findings.figure import Figure
from ..findings.reading import Reading, plain
from ..findings.statement import Statement
from ..link.copies.ready import ready
from ..report import Report
from ..span import Span
from .abouts import Abouts
from .event_rows import Known, add_events, add_ties, add_watchpoints
from .keys import Meanings, figure_key, reading_digest, statement_key
from .names import fold
from .row_parts import ReadingRows, Row, about_rows, body_of, clean, each_once, evidence_rows, finding_row, number, storable


def rows_of(reading: Reading) -> ReadingRows:
    """Give all rows of a reading, each once."""
    report = reading.report
    out = ReadingRows(
        report=_report_row(reading),
        text={"sha256": report.sha256, "length": len(report.text), "text": storable(report.text)},
        ready=ready(report),
    )
    for actor in reading.actors:
        _add_actor(out, report.key, actor)
    meanings, abouts = Meanings(reading), Abouts(reading)
    keys = {s.id: statement_key(s, meanings, report.sha256) for s in reading.statements}
    for position, statement in enumerate(reading.statements):
        out.statements.append(_statement_row(statement, keys[statement.id], meanings, report.sha256))
        out.evidence += evidence_rows(keys[statement.id], _statement_parts(statement))
        out.findings.append(
            finding_row(statement, "statement", position, (report.key, keys[statement.id], keys.get(statement.within or "")))
        )
        out.abouts += about_rows(report.key, "statement", statement.id, abouts.of_statement(statement))
    figure_keys = {f.id: figure_key(f, meanings, report.sha256) for f in reading.figures}
    for position, figure in enumerate(reading.figures):
        key = figure_keys[figure.id]
        out.figures.append(_figure_row(figure, key, meanings, report.sha256))
        out.evidence += evidence_rows(key, _figure_parts(figure))
        out.findings.append(finding_row(figure, "figure", position, (report.key, key, keys.get(figure.statement or ""))))
        out.abouts += about_rows(report.key, "figure", figure.id, abouts.of_figure(figure))
    known = Known(reading, meanings, abouts, keys, figure_keys)
    add_events(out, known)
    add_ties(out, known)
    add_watchpoints(out, known)
    return each_once(out)


def packed(reading: Reading) -> bytes:
    """Give the whole reading, compressed."""
    return zlib.compress(json.dumps(reading.to_json(), separators=(",", ":")).encode(), 6)


def unpacked(blob: bytes) -> Reading:
    """Read what `packed` wrote, exactly."""
    return Reading.from_json(json.loads(zlib.decompress(blob)))


def _report_row(reading: Reading) -> Row:
    report: Report = reading.report
    names = ("url", "outlet", "title", "section", "byline", "agency", "published", "language", "cut", "bytes_sha256")
    title = report.title_span
    return clean(
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
    out.actors.append(clean({"key": actor.key} | known))
    out.appearances.append(
        clean({"report_key": report_key, "ident": actor.id, "actor_key": actor.key, "body": body_of(actor)} | known)
    )
    for name in dict.fromkeys((actor.name, *actor.aliases)):
        out.appearance_names.append(clean({"report_key": report_key, "actor_key": actor.key, "name": name}))
        out.actor_names.append(clean({"actor_key": actor.key, "name": name, "folded": fold(name)}))
    for span in actor.mentions:
        out.mentions.append(clean({"report_key": report_key, "actor_key": actor.key, "start_at": span.start, "end_at": span.end}))


def _statement_row(statement: Statement, key: str, meanings: Meanings, sha256: str) -> Row:
    said = statement.said_on
    return clean({
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
    return clean({
        "key": key, "text_sha256": sha256, "kind": figure.kind.value,
        "low": number(figure.low), "high": number(figure.high), "unit": figure.unit, "approximate": figure.approximate,
        "counted": figure.of.words if figure.of else None, "whose": meanings.actor(figure.whose),
        "place": meanings.place(figure.where), "giver": meanings.actor(figure.giver), "as_of_from": on.start if on else None,
        "as_of_to": on.end if on else None, "as_of_words": on.words if on else None,
    })  # fmt: skip


def _statement_parts(statement: Statement) -> dict[str, tuple[Span, ...]]:
    return {
        "source": statement.source, "cue": statement.cue, "content": statement.content, "target": statement.target or (),
        "addressee": (statement.addressee.span,) if statement.addressee else (),
        "relayed_by": (statement.relayed_by.span,) if statement.relayed_by else (), "evidence": statement.evidence,
    }  # fmt: skip


def _figure_parts(figure: Figure) -> dict[str, tuple[Span, ...]]:
    return {"span": (figure.span,), "of": (figure.of.span,) if figure.of and figure.of.span else (), "evidence": figure.evidence}
