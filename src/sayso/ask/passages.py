"""Passages: the text around a record's evidence, cut into pieces that say what part of the record they carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..findings.event import Event
from ..findings.figure import Figure
from ..findings.statement import Statement
from ..findings.tie import Tie
from ..findings.watchpoint import Watchpoint
from ..record.found import ReportCard
from ..span import Span, hull

# Code points shown before and after the evidence, cut at the nearest blank.
AROUND = 200

Parts = Mapping[str, Sequence[Span]]


@dataclass(frozen=True, slots=True)
class Piece:
    """Verbatim words and the parts of the record they belong to ("source", "cue", "content" …); none for words around."""

    words: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one report's text.

    Attributes:
        span: where it stands in the report's text.
        pieces: its words in order; joined they are the text of `span`.
        starts_inside, ends_inside: whether text before or after it is left out.
    """

    report: ReportCard
    span: Span
    pieces: tuple[Piece, ...]
    starts_inside: bool
    ends_inside: bool


def parts_of_statement(statement: Statement) -> dict[str, tuple[Span, ...]]:
    """Give the spans of a statement by part."""
    return {
        "source": statement.source,
        "cue": statement.cue,
        "content": statement.content,
        "target": statement.target or (),
        "addressee": (statement.addressee.span,) if statement.addressee else (),
        "relayed_by": (statement.relayed_by.span,) if statement.relayed_by else (),
    }


def parts_of_figure(figure: Figure) -> dict[str, tuple[Span, ...]]:
    """Give the spans of a figure by part."""
    return {"figure": (figure.span,), "of": (figure.of.span,) if figure.of and figure.of.span else ()}


def parts_of_event(event: Event) -> dict[str, tuple[Span, ...]]:
    """Give the spans of an event by part; "act" is the act promised, threatened or demanded."""
    return {
        "trigger": (event.trigger,), "act": (event.of.trigger,) if event.of else (), "actor": event.actor_spans,
        "recipient": event.recipient_spans, "evidence": event.evidence,
    }  # fmt: skip


def parts_of_tie(tie: Tie) -> dict[str, tuple[Span, ...]]:
    """Give the spans of a tie by part."""
    return {"evidence": tie.evidence}


def parts_of_watchpoint(watchpoint: Watchpoint) -> dict[str, tuple[Span, ...]]:
    """Give the spans of a watchpoint by part."""
    condition, consequence = watchpoint.condition or (), watchpoint.consequence or ()
    return {"watchpoint": (watchpoint.span,), "condition": condition, "consequence": consequence}


def passage(report: ReportCard, text: str, parts: Parts) -> Passage:
    """Give the text around all parts, the parts marked; needs at least one span."""
    core = hull(span for spans in parts.values() for span in spans)
    return marked(report, text, parts, within=_widened(core, text))


def marked(report: ReportCard, text: str, parts: Parts, *, within: Span) -> Passage:
    """Give a stretch of the text, the parts in it marked."""
    owned = [(span, part) for part, spans in parts.items() for span in spans if span.overlaps(within)]
    edges = {within.start, within.end}
    for span, _ in owned:
        edges |= {max(span.start, within.start), min(span.end, within.end)}
    cuts = sorted(edges)
    pieces = [Piece(text[a:b], _parts_at(Span(a, b), owned)) for a, b in zip(cuts, cuts[1:], strict=False)]
    return Passage(report, within, tuple(pieces), within.start > 0, within.end < len(text))


def _parts_at(stretch: Span, owned: Sequence[tuple[Span, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for span, part in owned if span.covers(stretch)))


def _widened(core: Span, text: str) -> Span:
    start, end = max(core.start - AROUND, 0), min(core.end + AROUND, len(text))
    while 0 < start < core.start and not text[start - 1].isspace():
        start += 1
    while core.end < end < len(text) and not text[end].isspace():
        end -= 1
    return Span(start, end)
