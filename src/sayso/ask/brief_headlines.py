"""Claims without those that are but a headline's number, where the text below it says the same: "US puts it at 3,000 or more" above "The US said …"."""

from __future__ import annotations

from collections.abc import Iterable

from ..link.claims import FOR
from ..record.found import FoundFigure
from ..record.found_links import FoundClaim, FoundSeries


def without_headlines(
    claims: Iterable[FoundClaim], figures: Iterable[FoundFigure], series: Iterable[FoundSeries]
) -> list[FoundClaim]:
    """Give the claims but for those a report makes in its own voice by a number alone that a statement of another claim carries.

    Both numbers are one where a series has them as one point: the same giver's, with the same bounds.
    """
    held = list(claims)
    point_of = {
        one.findings[member]: (one.key, at)
        for one in series
        for at, point in enumerate(one.series.points)
        for carrier in point.carriers
        if (member := f"{carrier.report}:{carrier.figure}") in one.findings
    }
    said = {(figure.within, point_of[figure.key]) for figure in figures if figure.within and figure.key in point_of}
    told = {(position.finding, claim.key) for claim in held for position in claim.standing(*FOR) if position.finding}
    carried: dict[tuple[str, int], set[str]] = {}
    for statement, point in said:
        carried.setdefault(point, set()).update(claim for finding, claim in told if finding == statement)
    return [claim for claim in held if not _is_headline(claim, point_of, carried)]


def _is_headline(claim: FoundClaim, point_of: dict[str, tuple[str, int]], carried: dict[tuple[str, int], set[str]]) -> bool:
    forward = claim.standing(*FOR)
    points = [point_of.get(p.finding or "") if p.own_voice else None for p in forward]
    return bool(points) and all(point is not None and carried.get(point, set()) - {claim.key} for point in points)
