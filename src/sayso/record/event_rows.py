"""Rows of events, ties and watchpoints: each with who takes part, on whose say-so, and the characters that carry it.

Invariant: as in rows.py, a row follows from its key alone. Days that a watchpoint's words set are worked out here, once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ..findings.event import Event
from ..findings.reading import Reading
from ..findings.tie import Tie
from ..findings.watchpoint import Watchpoint
from ..span import Span
from ..when import When
from .abouts import Abouts
from .keys import Meanings, event_key, tie_key, watchpoint_key
from .names import fold
from .row_parts import ReadingRows, Row, about_rows, clean, evidence_rows, finding_row


@dataclass(frozen=True, slots=True)
class Known:
    """One reading with what is already worked out of it: keys of its statements and figures by their ids."""

    reading: Reading
    meanings: Meanings
    abouts: Abouts
    statements: dict[str, str]
    figures: dict[str, str]

    @property
    def report_key(self) -> str:
        """Give the report's key."""
        return self.reading.report.key

    @property
    def sha256(self) -> str:
        """Give the hash of the text."""
        return self.reading.report.sha256


def add_events(out: ReadingRows, known: Known) -> None:
    """Put in the rows of all events."""
    for position, event in enumerate(known.reading.events):
        key = event_key(event, known.meanings, known.sha256)
        out.events.append(_event_row(event, key, known))
        out.evidence += evidence_rows(key, event_parts(event))
        inner = {"of_actor": event.of.actor, "of_recipient": event.of.recipient} if event.of else {}
        out.parties += _party_rows(key, {"actor": event.actor, "recipient": event.recipient} | inner, known.meanings)
        out.links += _link_rows(key, {"asserts": event.asserted_by, "denies": event.denied_by}, known.statements)
        out.links += _link_rows(key, {"size": event.figures}, known.figures)
        within = known.statements.get(event.statement or "")
        out.findings.append(finding_row(event, "event", position, (known.report_key, key, within)))
        out.abouts += about_rows(known.report_key, "event", event.id, known.abouts.of_event(event))


def add_ties(out: ReadingRows, known: Known) -> None:
    """Put in the rows of all ties."""
    for position, tie in enumerate(known.reading.ties):
        key = tie_key(tie, known.meanings, known.sha256)
        out.ties.append(clean({
            "key": key, "text_sha256": known.sha256, "relation": tie.relation.value, "role": tie.role,
            "status": tie.status.value, "is_former": tie.until is not None,
            "holds_from": tie.start.start if tie.start else None, "holds_to": tie.until.end if tie.until else None,
        }))  # fmt: skip
        out.evidence += evidence_rows(key, tie_parts(tie))
        sides = {"subject": (tie.subject,), "object": (tie.object,), "accredited_to": (tie.accredited_to or "",)}
        out.parties += _party_rows(key, sides, known.meanings)
        out.links += _link_rows(key, {"asserts": tie.asserted_by, "denies": tie.denied_by}, known.statements)
        within = known.statements.get(tie.statement or "")
        out.findings.append(finding_row(tie, "tie", position, (known.report_key, key, within)))
        out.abouts += about_rows(known.report_key, "tie", tie.id, known.abouts.of_tie(tie))


def add_watchpoints(out: ReadingRows, known: Known) -> None:
    """Put in the rows of all watchpoints."""
    for position, watchpoint in enumerate(known.reading.watchpoints):
        due = days_set(known.reading, watchpoint)
        key = watchpoint_key(watchpoint, due, known.meanings, known.sha256)
        out.watchpoints.append(clean({
            "key": key, "text_sha256": known.sha256, "kind": watchpoint.kind.value, "due_from": due.start if due else None,
            "due_to": due.end if due else None, "due_words": due.words if due else None,
        }))  # fmt: skip
        out.evidence += evidence_rows(key, watchpoint_parts(watchpoint))
        out.parties += _party_rows(key, {"actor": watchpoint.actors}, known.meanings)
        within = known.statements.get(watchpoint.by_whom or "")
        out.links += _link_rows(key, {"asserts": (watchpoint.by_whom or "",)}, known.statements)
        out.findings.append(finding_row(watchpoint, "watchpoint", position, (known.report_key, key, within)))
        out.abouts += about_rows(known.report_key, "watchpoint", watchpoint.id, known.abouts.of_watchpoint(watchpoint))


def days_set(reading: Reading, watchpoint: Watchpoint) -> When | None:
    """Give the days the watchpoint itself has, else those its words set: the first time in them that does not end before publication.

    None where no such expression was resolved. Without a day of publication the first resolved one counts.
    """
    if watchpoint.date is not None:
        return watchpoint.date
    published: date = reading.report.published or date.min
    for time in sorted(reading.times, key=lambda time: time.span):
        inside = watchpoint.span.covers(time.span)
        if inside and (time.start or time.end) and (time.end is None or time.end > published):
            return When(time.start, time.end, time.words)
    return None


def event_parts(event: Event) -> dict[str, tuple[Span, ...]]:
    """Give the spans of an event by part."""
    return {
        "trigger": (event.trigger,), "actor": event.actor_spans, "recipient": event.recipient_spans,
        "of": (event.of.trigger,) if event.of else (), "evidence": event.evidence,
    }  # fmt: skip


def tie_parts(tie: Tie) -> dict[str, tuple[Span, ...]]:
    """Give the spans of a tie by part."""
    return {"evidence": tie.evidence}


def watchpoint_parts(watchpoint: Watchpoint) -> dict[str, tuple[Span, ...]]:
    """Give the spans of a watchpoint by part."""
    return {
        "span": (watchpoint.span,), "condition": watchpoint.condition or (), "consequence": watchpoint.consequence or (),
        "evidence": watchpoint.evidence,
    }  # fmt: skip


def _event_row(event: Event, key: str, known: Known) -> Row:
    on, where = event.date, known.meanings.located(event.place)
    placed = {} if where is None else {
        "place": where.name, "place_folded": fold(where.name), "place_country": where.country, "geonames": where.geonames,
        "place_precision": where.precision, "lat": where.lat, "lon": where.lon,
    }  # fmt: skip
    nowhere: Row = dict.fromkeys(("place", "place_folded", "place_country", "geonames", "place_precision", "lat", "lon"))
    return clean(nowhere | placed | {
        "key": key, "text_sha256": known.sha256, "event_type": event.event_type, "modes": padded(event.modes),
        "contexts": padded(event.contexts), "reality": event.reality.value, "status": event.status.value,
        "on_from": on.start if on else None, "on_to": on.end if on else None, "on_words": on.words if on else None,
        "quad": event.quad, "score": event.score, "cameo": event.cameo,
    })  # fmt: skip


def padded(words: Iterable[str]) -> str:
    """Give words in one string, a blank before, between and after them; empty for none."""
    joined = " ".join(words)
    return f" {joined} " if joined else ""


def _party_rows(key: str, roles: Mapping[str, tuple[str, ...]], meanings: Meanings) -> list[Row]:
    """Give who takes part; one that the reading has no actor for is left out here and stays in the evidence."""
    return [
        clean({"finding_key": key, "role": role, "position": position, "actor_key": actor_key})
        for role, idents in roles.items()
        for position, ident in enumerate(idents)
        if (actor_key := meanings.actor(ident)) is not None
    ]


def _link_rows(key: str, roles: Mapping[str, tuple[str, ...]], keys: dict[str, str]) -> list[Row]:
    return [
        {"finding_key": key, "role": role, "position": position, "other_key": keys[ident]}
        for role, idents in roles.items()
        for position, ident in enumerate(idents)
        if ident in keys
    ]
