"""Place: words that name where, and what they mean on the map."""

from __future__ import annotations

from dataclasses import dataclass

from ..span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A named place.

    Attributes:
        id: "p1", "p2", … in order of first mention.
        span: its first mention.
        name: its usual English name.
        country: alpha-3 of the country it lies in, None where unknown.
        geonames: GeoNames id, None where unknown.
        lat, lon: degrees, WGS 84; None for anything larger than a town.
        precision: "country", "region" or "town": what the name means, or, where `geonames` is None, all that is known of where it lies.
        mentions: all its mentions, the first too, in text order; left out where the first is the only one.
    """

    id: str
    span: Span
    name: str
    country: str | None
    geonames: int | None
    lat: float | None
    lon: float | None
    precision: str
    mentions: tuple[Span, ...] = ()
