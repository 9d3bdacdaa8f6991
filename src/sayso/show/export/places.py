"""Columns of where it happened. Only what the words name: no point for a country, no town where a region is named."""

from __future__ import annotations

from ...findings.place import Place
from ...record.found_events import PlaceCard
from .columns import Column, Row


def _place(row: Row) -> PlaceCard | None:
    return row.found.place


def _of(row: Row, precision: str) -> str | None:
    where = _place(row)
    return where.name if where and where.precision == precision else None


def _raw(row: Row) -> str | None:
    found: Place | None = next((place for place in row.reading.places if place.id == row.found.event.place), None)
    return found.span.of(row.reading.report.text) if found else None


PLACE_COLUMNS = (
    Column("Placename", "where it happened, the usual English name", lambda r: r.found.place.name if r.found.place else None),
    Column("City", "the same, where it is a town", lambda r: _of(r, "town")),
    Column("District", "always empty: sayso resolves no districts", lambda r: None),
    Column("Province", "the same, where it is a region", lambda r: _of(r, "region")),
    Column("Country", "alpha-3 of the country it lies in", lambda r: r.found.place.country if r.found.place else None),
    Column("Latitude", "degrees, WGS 84, of a town only", lambda r: r.found.place.lat if r.found.place else None),
    Column("Longitude", "degrees, WGS 84, of a town only", lambda r: r.found.place.lon if r.found.place else None),
    Column("GeoNames ID", "of the place", lambda r: r.found.place.geonames if r.found.place else None),
    Column("Raw Placename", "the report's own words at the first mention, verbatim", _raw),
    Column(
        "Feature Type",
        "how exact the name is: town, region or country",
        lambda r: r.found.place.precision if r.found.place else None,
    ),
)
