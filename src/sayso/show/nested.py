"""What reports share → JSON with all that hangs on it: positions, origins, tellings, points; other formats get one flat line a record."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Any, TextIO

from ..link.series import Point
from ..record.found import ReportCard
from ..record.found_links import FoundSeries
from ..span import Span
from ..when import When
from .format import WRITERS, Flat, Format, View, as_json, write_table

# What of a report stands beside each telling; the rest is in `sayso reports --format json`.
_OF_A_REPORT = ("key", "title", "outlet", "published", "agency", "url", "place", "copy_kind", "text_of", "text_of_outlet")


def write_linked(rows: Iterable[Any], view: View, format: Format, out: TextIO) -> int:
    """Write claims, stories, events or series in the format asked for and give how many there were."""
    if format is Format.TABLE:
        return write_table(list(rows), view, out)
    if format in (Format.JSON, Format.JSONL):
        return WRITERS[format](map(nested, rows), out)
    return WRITERS[format]((row.flat() for row in rows), out)


def write_one(row: Any, out: TextIO) -> None:
    """Write one record as JSON."""
    out.write(as_json(nested(row)) + "\n")


def nested(record: Any) -> Flat:
    """Give a record as plain data; of a series each number has the key of its figure and the report it stands in."""
    made: dict[str, Any] = _plain(record)
    return _series(record, made) if isinstance(record, FoundSeries) else made


def _plain(value: Any) -> Any:
    if isinstance(value, ReportCard):
        return {name: _plain(getattr(value, name)) for name in _OF_A_REPORT}
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, When):
        return value.to_json()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    if dataclasses.is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return value


def _series(record: FoundSeries, made: dict[str, Any]) -> dict[str, Any]:
    it = record.series
    of: dict[str, Any] = made["series"] | {"key": record.key}
    of |= {"points": [_point(record, each) for each in it.points], "latest": [_number(each) for each in it.latest]}
    of["revisions"] = [
        {"earlier": _number(each.earlier), "later": _number(each.later), "direction": each.direction.value}
        for each in it.revisions
    ]
    of["disagreements"] = [
        {"one": [*map(_number, each.one)], "other": [*map(_number, each.other)], "since": _plain(each.since)}
        for each in it.disagreements
    ]
    return of | {"spread": made["spread"], "stories": made["stories"]}


def _point(record: FoundSeries, point: Point) -> dict[str, Any]:
    carriers = [
        _plain(each) | {"report": _plain(record.reports[each.report]), "figure": record.figure_of(each)}
        for each in point.carriers
    ]
    return _number(point) | {"carriers": carriers}


def _number(point: Point) -> dict[str, Any]:
    made: dict[str, Any] = _plain(point)
    return {name: value for name, value in made.items() if name != "carriers"}
