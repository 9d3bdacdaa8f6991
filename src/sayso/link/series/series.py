"""Series: one quantity across reports, as ranges by giver and day, with what was revised and what is disputed. Frozen data, no input or output."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ...findings.figure import FigureKind
from ...span import Span


class Direction(StrEnum):
    """Which way a giver's number went."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Carrier:
    """One place where a number of the series stands.

    Attributes:
        report, figure: the report's key and the figure's id in its reading.
        span: where the number stands; words: verbatim.
        statement: id in the reading of the statement that carries it, None for the report's own voice.
        published: the report's day.
        score: how sure the link to the series is, 0..1; 1 for the figure the series is named after.
        reasons: why it is linked, in words.
    """

    report: str
    figure: str
    span: Span
    words: str
    statement: str | None
    published: date | None
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A number one giver gives, from a day on; however many reports carry it, it is one point.

    Attributes:
        day: the day the number holds for, else that of the first report with it; None where no report has a day.
        last: the day of the last report that carries it.
        giver: key of the actor whose number it is; None where reports give it in their own voice.
        name: the giver's name; for the report's own voice the agency, outlet or report.
        low, high: bounds in the unit of the series; None where the words set no such bound.
        approximate: True where every carrier says "about".
        words: the number's words, of the first carrier.
        carriers: where it stands, first published first.
    """

    day: date | None
    last: date | None
    giver: str | None
    name: str
    low: float | None
    high: float | None
    approximate: bool
    words: str
    carriers: tuple[Carrier, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """Give the keys of the reports that carry it, each once."""
        return tuple(dict.fromkeys(carrier.report for carrier in self.carriers))


@dataclass(frozen=True, slots=True)
class Revision:
    """One giver's number that changed from one day to a later one."""

    earlier: Point
    later: Point
    direction: Direction


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two numbers that cannot both be so, of other givers, at one time.

    Attributes:
        one, other: the lower number's points and the higher one's, each by day.
        since: the first day on which both stood; None where days are unknown.
    """

    one: tuple[Point, ...]
    other: tuple[Point, ...]
    since: date | None


@dataclass(frozen=True, slots=True)
class Series:
    """One quantity with all that was said of it.

    Attributes:
        key: a hash of where its first figure stands.
        name: what it is of, in words of the reports.
        kind, unit: as in its figures; unit is the one most of them have.
        points: by day, then giver.
        low, high: the least and the greatest bound anybody sets; None where nobody sets one.
        latest: the last point of every giver, by day.
        revisions: what givers changed; disagreements: what givers dispute.
    """

    key: str
    name: str
    kind: FigureKind
    unit: str | None
    points: tuple[Point, ...]
    low: float | None
    high: float | None
    latest: tuple[Point, ...]
    revisions: tuple[Revision, ...]
    disagreements: tuple[Disagreement, ...]

    @property
    def members(self) -> tuple[str, ...]:
        """Give the names of its figures, report and id there, sorted."""
        return tuple(sorted(f"{c.report}:{c.figure}" for point in self.points for c in point.carriers))
