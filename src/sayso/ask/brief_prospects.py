"""Found watchpoints and planned events → lines of what may come; those with days first, by day, then as they stand in the reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ..findings.event import Event, Reality, Status
from ..record.found_events import FoundEvent, FoundWatchpoint
from .amounts import when_in_words
from .brief_event_parts import Prospect
from .brief_happenings import REAL, merged_events, names, voice
from .brief_lines import Footnotes, carriers, cited_once, folded, in_order
from .told import told

# Acts inside a threat or a promise that was made; a demanded act is nobody's plan.
HELD_OUT = (Reality.THREATENED, Reality.PROMISED)


def prospects(watchpoints: Iterable[FoundWatchpoint], events: Iterable[FoundEvent], notes: Footnotes) -> tuple[Prospect, ...]:
    """Give what may come. An event ahead within a watchpoint's words is that line's type and no line of its own."""
    ahead = [row for row in events if _is_ahead(row)]
    watched = _merged(watchpoints)
    lines = [_watched(group, _inside(group, ahead), notes) for group in watched]
    covered = {event.key for group in watched for event in _inside(group, ahead)}
    lines += [_planned(group, notes) for group in merged_events([row for row in ahead if row.key not in covered], notes)]
    return tuple(sorted(lines, key=lambda line: (line.day is None, line.day or date.max)))


def _is_ahead(row: FoundEvent) -> bool:
    """Tell whether the event is planned, or is a threat or promise with the act itself in it."""
    if row.event.status is Status.DENIED:
        return False
    held_out = row.event.of is not None and row.event.of.reality in HELD_OUT and row.event.reality in REAL
    return held_out or row.event.reality is Reality.PLANNED


def _act(event: Event) -> Event:
    """Give the act that would come: the planned one, else the one threatened or promised."""
    return event.of if event.of is not None and event.reality in REAL else event


def _merged(rows: Iterable[FoundWatchpoint]) -> list[list[FoundWatchpoint]]:
    """Group watchpoints that are one line: the same kind in the same words of the same speaker."""
    groups: dict[tuple[str, str, str], list[FoundWatchpoint]] = {}
    for row in sorted(rows, key=in_order):
        who = row.said_by.speaker.key if row.said_by and row.said_by.speaker else row.said_by.source if row.said_by else ""
        groups.setdefault((row.watchpoint.kind.value, folded(row.words), who), []).append(row)
    return list(groups.values())


def _inside(group: Sequence[FoundWatchpoint], events: Iterable[FoundEvent]) -> list[FoundEvent]:
    """Give the events whose trigger stands in a watchpoint's words."""
    return [event for event in events for row in group if row.report.sha256 == event.report.sha256 and _covers(row, event)]


def _covers(row: FoundWatchpoint, event: FoundEvent) -> bool:
    return any(row.watchpoint.span.covers(it.trigger) for it in (event.event, _act(event.event)))


def _watched(group: Sequence[FoundWatchpoint], events: Sequence[FoundEvent], notes: Footnotes) -> Prospect:
    row = group[0]
    event = _act(events[0].event) if events else None
    when = row.due or (event.date if event else None)
    return Prospect(
        kind=row.watchpoint.kind.value, what=row.words, condition=row.condition, consequence=row.consequence,
        event_type=event.event_type if event else None, modes=event.modes if event else (),
        concerns=names(row.actors, ()), says=voice(row.said_by, notes) if row.said_by else None,
        when=when_in_words(when) if when else None, day=when.start if when else None, reports=carriers(group),
        cites=tuple(dict.fromkeys((*cited_once(group, notes), *cited_once(events, notes)))),
    )  # fmt: skip


def _planned(group: Sequence[FoundEvent], notes: Footnotes) -> Prospect:
    row = group[0]
    it = _act(row.event)
    when = it.date
    return Prospect(
        kind=it.reality.value, what=told(row.event, notes.reading(row.report.key)),
        condition="", consequence="", event_type=it.event_type, modes=it.modes,
        concerns=names((*row.actors, *row.recipients), (*row.actor_words, *row.recipient_words)),
        says=voice(row.asserted_by[0], notes) if row.asserted_by else None,
        when=when_in_words(when) if when else None, day=when.start if when else None, reports=carriers(group),
        cites=cited_once(group, notes),
    )  # fmt: skip
