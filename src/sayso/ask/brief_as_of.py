"""Claims and series → what of them had been printed by a day: a brief up to that day knows nothing of what came after. Undated reports count as known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from ..link.claims import ClaimStatus
from ..link.origins import Origin
from ..link.series import Disagreement, Point, bounds_of
from ..record.found_links import FoundClaim, FoundSeries


def claims_as_of(claims: Iterable[FoundClaim], last: date | None) -> list[FoundClaim]:
    """Give claims with the positions, origins, moves and status printed by the last day, inclusive; what nobody had told by then is left out."""
    return [found for claim in claims if (found := _claim(claim, last)) is not None]


def series_as_of(found: Iterable[FoundSeries], last: date | None) -> list[FoundSeries]:
    """Give series with the numbers printed by the last day, inclusive, likewise."""
    return [cut for one in found if (cut := _series(one, last)) is not None]


def _is_known(day: date | None, last: date | None) -> bool:
    return last is None or day is None or day <= last


def _claim(claim: FoundClaim, last: date | None) -> FoundClaim | None:
    positions = tuple(p for p in claim.positions if _is_known(p.report.published, last))
    if positions == claim.positions:
        return claim
    if not positions:
        return None
    late = {key for p in claim.positions for key in p.carriers} - {key for p in positions for key in p.carriers}
    unheard = {p.report.outlet for p in claim.positions} - {p.report.outlet for p in positions}
    stands = _is_known(claim.since, last)
    return replace(
        claim,
        positions=positions,
        origins=tuple(_origins(claim.origins, late, unheard)),
        moves=tuple(move for move in claim.moves if _is_known(move.since, last)),
        status=claim.status if stands else ClaimStatus.UNCONTESTED,
        since=claim.since if stands else None,
    )


def _origins(origins: Iterable[Origin], late: set[str], unheard: set[str | None]) -> Iterator[Origin]:
    for origin in origins:
        reports = tuple(key for key in origin.reports if key not in late)
        if reports:
            yield replace(origin, reports=reports, outlets=tuple(name for name in origin.outlets if name not in unheard))


def _series(one: FoundSeries, last: date | None) -> FoundSeries | None:
    it = one.series
    points = tuple(p for p in it.points if _is_known(printed_on(p), last))
    if points == it.points:
        return one
    if not points:
        return None
    low, high = bounds_of(points)
    members = {f"{c.report}:{c.figure}" for p in points for c in p.carriers}
    cut = replace(
        it,
        points=points,
        low=low,
        high=high,
        latest=tuple(p for p in it.latest if p in points),
        revisions=tuple(r for r in it.revisions if r.later in points),
        disagreements=tuple(_disagreements(it.disagreements, points)),
    )
    return replace(one, series=cut, findings={member: key for member, key in one.findings.items() if member in members})


def _disagreements(found: Iterable[Disagreement], points: tuple[Point, ...]) -> Iterator[Disagreement]:
    for each in found:
        one, other = (tuple(p for p in side if p in points) for side in (each.one, each.other))
        if one and other:
            yield replace(each, one=one, other=other)


def printed_on(point: Point) -> date | None:
    """Give the day of the first report that gives a number, else the day it holds for; None where neither is known."""
    return min((c.published for c in point.carriers if c.published), default=point.day)
