"""Given: one figure as a report gives it, cut down to what tells whether another figure is of the same quantity."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import date
from functools import cached_property
from typing import Any

from ...findings.figure import FigureKind
from ...span import Span

Key = str  # report and figure
Stems = frozenset[str]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place beside a figure.

    Attributes:
        name: its usual English name, or the words where no gazetteer knows it.
        country: alpha-3, None where unknown.
        level: "country", "region", "town", or "unknown".
        lat, lon: degrees, None for anything larger than a town.
        side: the side of it that is meant ("east", "border"), None where it is the whole.
        area: what the words call it beside its name ("region"), None where they do not.
    """

    name: str
    country: str | None = None
    level: str = "unknown"
    lat: float | None = None
    lon: float | None = None
    side: str | None = None
    area: str | None = None


@dataclass(frozen=True)
class Given:
    """What a report gives as a quantity.

    Attributes:
        report, figure: the report's key and the figure's id in its reading; together they name it.
        span: where the number stands; words: the number's words, verbatim.
        published: the report's day; as_of: the day the words give for the number itself ("as of Monday"); each None where unknown.
        start, end: days of what is counted ("killed in May"), half-open; None where the words tie it to none.
        kind, unit: as in the figure; dimension: what the unit measures; factor: how many of its base make one unit.
        low, high: bounds in `unit`; approximate: see Figure.
        of: what is counted, in the report's words; things: its stems and groups, without those that only say "people" or "number".
        part: True where the words make it a part of another number ("including 12", "30 of the 80").
        stages: what became of those counted: keys of lexicons/en/figure_stages.yml; done: the words that say so.
        spots: the places of its clause, or the one the figure holds for; joint: True where "and" joins them; whose: key of the actor it belongs to.
        giver: key of the actor whose number it is, None for the report's own voice; giver_name: its name.
        voice: who speaks where nobody is named: the agency, else the outlet, else the report.
        statement, event: ids in the reading of the statement that carries it and of an event it sizes.
        happening: kinds of happening in its sentence ("quake"); setting: the same of the words before it, else of title and opening.
        names: stems of names in its sentence; cast: of names of the whole report; matter: stems and groups of its sentence's other words.
    """

    report: str
    figure: str
    span: Span
    words: str
    published: date | None
    as_of: date | None
    start: date | None
    end: date | None
    kind: FigureKind
    unit: str | None
    dimension: str | None
    factor: float
    low: float | None
    high: float | None
    approximate: bool
    of: str
    things: Stems
    part: bool
    stages: Stems
    done: str
    spots: tuple[Spot, ...]
    joint: bool
    whose: str | None
    giver: str | None
    giver_name: str | None
    voice: str
    statement: str | None
    event: str | None
    happening: Stems
    setting: Stems
    names: Stems
    cast: Stems
    matter: Stems
    owners: Stems = frozenset()
    holder: str | None = None

    @property
    def key(self) -> Key:
        """Give the name of the figure: its report and its id there; rulings and verdicts go by it."""
        return f"{self.report}:{self.figure}"

    @property
    def day(self) -> date | None:
        """Give the day the number holds for: what its words say, else the report's."""
        return self.as_of or self.published

    @cached_property
    def floor(self) -> float:
        """Give the smallest value allowed, in the base of its dimension."""
        return float("-inf") if self.low is None else self.low * self.factor

    @cached_property
    def ceiling(self) -> float:
        """Give the largest value allowed, in the base of its dimension."""
        return float("inf") if self.high is None else self.high * self.factor

    @cached_property
    def value(self) -> float:
        """Give the one number the words name, in the base: the middle, or the bound of a range with one end open."""
        if self.low is None or self.high is None:
            return (self.low if self.low is not None else self.high or 0.0) * self.factor
        return (self.low + self.high) / 2 * self.factor

    @cached_property
    def countries(self) -> frozenset[str]:
        """Give the countries of its places."""
        return frozenset(spot.country for spot in self.spots if spot.country)

    def to_json(self) -> dict[str, Any]:
        """Give it as plain values; what is empty is left out."""
        out = {name: _plain(value) for name, value in asdict(self).items()}
        return {name: value for name, value in out.items() if value not in (None, [], "", False)}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Given:
        """Read what `to_json` wrote."""
        read: dict[str, Any] = {field.name: value.get(field.name) for field in fields(cls)}
        for name in ("published", "as_of", "start", "end"):
            read[name] = date.fromisoformat(read[name]) if read[name] else None
        for name in ("things", "stages", "happening", "setting", "names", "cast", "matter", "owners"):
            read[name] = frozenset(read[name] or ())
        for name in ("of", "done"):
            read[name] = read[name] or ""
        read["span"] = Span(*read["span"])
        read["kind"] = FigureKind(read["kind"])
        read["spots"] = tuple(Spot(**spot) for spot in read["spots"] or ())
        for name in ("approximate", "part", "joint"):
            read[name] = bool(read[name])
        return cls(**read)


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: item for name, item in value.items() if item is not None}
    return value
