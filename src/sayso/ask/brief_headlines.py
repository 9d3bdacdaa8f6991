"""Claims without those that are but a headline's number, where the text below it says the same: "US puts it at 3,000 or more" above "The US said …"."""

from __future__ import annotations

from collections.abc import Iterable

from ..link.claims import FOR, Stand
from ..record.found import FoundFigure
from ..record.found_links import FoundClaim, FoundSeries
from .brief_claims import answered


def without_headlines(
    claims: Iterable[FoundClaim], figures: Iterable[FoundFigure], series: Iterable[FoundSeries]
) -> list[FoundClaim]:
    """Give the claims but for those a report makes in its own voice by a number alone that a statement of another claim carries.

    Both numbers are one where a series has them as one point: the same giver's, with the same bounds. A claim stays where somebody answers it who
    does not answer the other.
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
    answers = {claim.key: _answers(claim) for claim in answered(held)}
    return [claim for claim in held if not _is_told(claim, _beside(claim, point_of, carried), answers)]


def _beside(claim: FoundClaim, point_of: dict[str, tuple[str, int]], carried: dict[tuple[str, int], set[str]]) -> list[set[str]]:
    """Give for each telling of a claim the keys of the other claims that carry its number."""
    points = [point_of.get(p.finding or "") if p.own_voice else None for p in claim.standing(*FOR)]
    return [carried.get(point, set()) - {claim.key} if point else set() for point in points]


def _is_told(claim: FoundClaim, beside: list[set[str]], answers: dict[str, set[tuple[str, Stand]]]) -> bool:
    """Tell whether other claims carry all of it, and all that somebody answers to it."""
    others = {key for keys in beside for key in keys}
    return (
        bool(beside)
        and all(beside)
        and answers.get(claim.key, set()) <= {answer for key in others for answer in answers.get(key, set())}
    )


def _answers(claim: FoundClaim) -> set[tuple[str, Stand]]:
    """Give who answers a claim and how; of one without a name, in which report."""
    return {(p.who.key if p.who else p.report.key, p.stand) for p in claim.positions if p.stand not in FOR}
