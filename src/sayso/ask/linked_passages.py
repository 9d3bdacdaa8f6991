"""A claim, event told once or series → where it is told: the text around each telling, with the parts of the finding that carries it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..record.found import FoundFigure, FoundStatement, ReportCard
from ..record.found_events import FoundEvent
from ..record.found_links import FoundClaim, FoundHappening, FoundSeries, Linked
from ..record.view import View
from ..span import Span
from .passages import Parts, Passage, parts_of_event, parts_of_figure, parts_of_statement, passage


class Place(NamedTuple):
    """One telling: the report it is shown from, its words there, and the key of the finding it is, None where it is none."""

    report: ReportCard
    span: Span
    finding: str | None


def places_of(record: Linked) -> list[Place]:
    """Give where a record is told, in its order; a story is told in whole reports, and has none."""
    return list(_places(record))


def telling_passage(view: View, place: Place) -> Passage:
    """Give the text around a telling, marked."""
    return passage(place.report, view.text(place.report.key), _parts(view, place))


def _places(record: Linked) -> Iterator[Place]:
    if isinstance(record, FoundClaim):
        # Of a report's own voice the sentence is the claim, and an event or figure only a part of it.
        yield from (Place(one.report, one.span, None if one.own_voice else one.finding) for one in record.positions)
    elif isinstance(record, FoundHappening):
        yield from (Place(one.report, one.span, one.finding) for one in record.tellings)
    elif isinstance(record, FoundSeries):
        for point in record.series.points:
            yield from (Place(record.reports[one.report], one.span, record.figure_of(one)) for one in point.carriers)


def _parts(view: View, place: Place) -> Parts:
    record = view.find(place.finding) if place.finding else None
    if isinstance(record, FoundStatement):
        return parts_of_statement(record.statement)
    if isinstance(record, FoundFigure):
        return parts_of_figure(record.figure)
    return parts_of_event(record.event) if isinstance(record, FoundEvent) else {"evidence": (place.span,)}
