"""The wording of what reports share, the same in lists and where one record is shown: who stands where, how widely, on which days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..ask.amounts import amount, day_in_words
from ..ask.brief_words import carrier, giver_name
from ..findings.figure import FigureKind
from ..link.claims import Stand
from ..link.series import Point, Series
from ..record.found import ActorCard
from ..record.found_links import FoundClaim, FoundPosition, FoundSeries, Spread

STANDS = {
    Stand.ASSERTS: "says", Stand.CONFIRMS: "confirms", Stand.REPEATS: "says again", Stand.DENIES: "denies", Stand.DOUBTS: "doubts",
    Stand.WITHDRAWS: "takes back", Stand.DECLINES: "will not say", Stand.SILENT: "is silent",
}  # fmt: skip
# Names told in a list before the rest is counted.
MOST_NAMED = 3


class Numbers:
    """What a point of a series gives, with the kind and unit of the series, as `amount` takes it."""

    def __init__(self, series: Series, point: Point) -> None:
        self.kind: FigureKind = series.kind
        self.unit, self.low, self.high, self.approximate = series.unit, point.low, point.high, point.approximate


def counted(number: int, what: str) -> str:
    """Give how many of something ("1 origin", "3 outlets")."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def told_by(spread: Spread, origins: int | None = None) -> str:
    """Give how widely something is told: "1 origin, 3 outlets, 3 reports"."""
    own = [counted(origins, "origin")] if origins is not None else []
    return ", ".join([*own, counted(spread.outlets, "outlet"), counted(len(spread.reports), "report")])


def speaker(position: FoundPosition) -> str:
    """Give who takes a position: a name, the outlet of a report that tells it itself, or that nobody is named."""
    if position.who:
        return position.who.name
    return carrier(position.report.outlet, position.report.place) if position.own_voice else "somebody not named"


def stands(claim: FoundClaim) -> str:
    """Give who stands where: "says: South Korea; denies: Russia, North Korea"; those who say so first."""
    parts = []
    for stand, words in STANDS.items():
        names = list(dict.fromkeys(map(speaker, claim.standing(stand))))
        if names:
            parts.append(f"{words}: {_some(names)}")
    return "; ".join(parts)


def point_amount(series: Series, point: Point) -> str:
    """Give the range a point's words allow, with the unit of the series."""
    return amount(Numbers(series, point), point.words)


def point_words(row: FoundSeries, point: Point) -> str:
    """Give a point in one line: "South Korea: 1,500 (Fri 18 Oct 2024)"."""
    return f"{giver_name(row, point)}: {point_amount(row.series, point)}{f' ({day_in_words(point.day)})' if point.day else ''}"


def days(first: date | None, last: date | None) -> str:
    """Give first and last day in words; one where they are the same."""
    if first is None or last is None:
        return "no day known"
    return day_in_words(first) if first == last else f"{day_in_words(first)} – {day_in_words(last)}"


def iso_days(first: date | None, last: date | None) -> str:
    """Give first and last day for a narrow column, two lines where they differ."""
    if first is None or last is None:
        return "—"
    return first.isoformat() if first == last else f"{first.isoformat()} {last.isoformat()}"


def names(cards: Iterable[ActorCard]) -> str:
    """Give the names of some actors, the rest counted."""
    return _some([card.name for card in cards])


def _some(found: list[str]) -> str:
    more = f" +{len(found) - MOST_NAMED}" if len(found) > MOST_NAMED else ""
    return ", ".join(found[:MOST_NAMED]) + more
