"""PLOVER rows: the columns of a POLECAT row, then what POLECAT has no column for: reality, on whose say-so, evidence."""

from __future__ import annotations

from ...findings.reading import Reading
from .columns import Column, Export
from .people import actor_columns
from .places import PLACE_COLUMNS
from .sayso_columns import SAYSO_COLUMNS

POLECAT_COLUMNS = (
    Column(
        "Event ID",
        "the event's key, for `sayso show`; the same for the same words in every copy of a text",
        lambda r: r.found.key,
    ),
    Column(
        "Event Date",
        "first day it may have happened, ISO 8601; empty where the report gives none: the day of publication is not put in its place",
        lambda r: r.found.event.date.start.isoformat() if r.found.event.date and r.found.event.date.start else None,
    ),
    Column("Event Type", "one of PLOVER's 16 types", lambda r: r.found.event.event_type),
    Column("Event Mode", "its modes, a list", lambda r: list(r.found.event.modes)),
    Column(
        "Intensity",
        "PLOVER score of type and mode, -10 to 10: a weight of the type, not a measure",
        lambda r: r.found.event.score,
    ),
    Column("Quad Code", "VERBAL or MATERIAL, COOPERATION or CONFLICT", lambda r: r.found.event.quad),
    Column(
        "Contexts",
        "PLOVER's contexts, a list; the auxiliary modes (future, hypothetical, negation, historical) among them, as its manual says",
        lambda r: [*r.found.event.contexts, *r.found.event.aux],
    ),
    *actor_columns("Actor"),
    *actor_columns("Recipient"),
    *PLACE_COLUMNS,
    Column("Source", "the outlet", lambda r: r.found.report.outlet),
    Column(
        "Publication Date",
        "the outlet's day of publication, ISO 8601; empty where none is known",
        lambda r: r.found.report.published.isoformat() if r.found.report.published else None,
    ),
    Column("Story People", "names of the people in the report, a list", lambda r: _names(r.reading, "person")),
    Column(
        "Story Organizations", "names of the organisations in the report, a list", lambda r: _names(r.reading, "organisation")
    ),
    Column(
        "Story Locations",
        "names of the places in the report, a list",
        lambda r: list(dict.fromkeys(p.name for p in r.reading.places)),
    ),
    Column("Language", "the report's, ISO 639-1", lambda r: r.found.report.language),
    Column("Version", "model, lexicons and code that made the reading, one digest", lambda r: r.reading.by or None),
    Column("Headline", "the report's title", lambda r: r.found.report.title),
)


def _names(reading: Reading, kind: str) -> list[object]:
    return list(dict.fromkeys(actor.name for actor in reading.actors if actor.kind.value == kind))


PLOVER = Export(
    name="plover",
    sentence="Events in PLOVER 0.8: the columns of a POLECAT row, then reality, on whose say-so, and evidence.",
    columns=(*POLECAT_COLUMNS, *SAYSO_COLUMNS),
    realities=(),
    statuses=(),
    takes=lambda found: True,
)
