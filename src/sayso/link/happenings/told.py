"""Told: one event as one report tells it, with all that is needed to hold it beside another report's telling. Frozen data, to and from a short row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from ...when import When

Day = date  # a name of its own: `date` is a field below


@dataclass(frozen=True, slots=True)
class Party:
    """Who acted or to whom it was done: the actor's key, name, country (alpha-3) where one is known, and kind."""

    key: str
    name: str
    country: str | None = None
    kind: str = "organisation"


@dataclass(frozen=True, slots=True)
class Where:
    """Where it happened: the place's name, country (alpha-3), precision (town, region, country) and map position, None where unknown."""

    name: str
    country: str | None = None
    precision: str = "town"
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Size:
    """How many: the figure's words, what is counted (stems), bounds as in `Figure`, and the key of who gives it (None: the report)."""

    words: str
    of: tuple[str, ...]
    low: float | None
    high: float | None
    unit: str | None = None
    giver: str | None = None


@dataclass(frozen=True)
class Told:
    """One telling of an event.

    Attributes:
        report: the report's key; published: its day, None where unknown.
        event: id of the event within its reading; for words that are no found event, "@" and their place.
        at: where the trigger stands in the text; words: the trigger, verbatim; line: the number of its sentence.
        event_type, modes, quad: PLOVER's; None and empty where the words are no found event.
        stems, groups: of the trigger's words of matter; groups are those of lexicons/en/alike.yml.
        actors, recipients: who is known of either side.
        place, date: where and when, as the words give it; None where they give none.
        reality, status: as in `Event`.
        asserted_by, denied_by: keys of the actors that say it is so, and that it is not.
        sizes: how many, as the event's own words give it.
        matter, names, near: stems of the sentence: of its words of matter without trigger and names, of its names, of the words right beside the trigger.
        people: keys of the actors the sentence mentions, by name or pronoun.
        times: words or values of the days the sentence names; numbers: its numerals.
        gist: the stems that the report is most about; cast: stems of the names in it.
    """

    report: str
    event: str
    at: int
    words: str
    published: Day | None = None
    line: int = 0
    event_type: str | None = None
    modes: tuple[str, ...] = ()
    quad: str | None = None
    stems: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: Where | None = None
    date: When | None = None
    reality: str = "happened"
    status: str = "asserted"
    asserted_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    sizes: tuple[Size, ...] = ()
    matter: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    gist: frozenset[str] = frozenset()
    cast: frozenset[str] = frozenset()

    @cached_property
    def key(self) -> str:
        """Give the name of the telling: its report and its event; rulings and verdicts go by it."""
        return f"{self.report}:{self.event}"

    @property
    def order(self) -> tuple[Day, str, int, str]:
        """Give what tellings are sorted by: publication (reports without a day last), report, place in it."""
        return self.published or Day.max, self.report, self.at, self.event

    def to_json(self) -> dict[str, Any]:
        """Give plain data, short names, nothing that is empty; sets sorted."""
        return {short: made for name, short in _SHORT.items() if (made := _plain(getattr(self, name))) not in (None, [], "")}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Told:
        """Read what `to_json` wrote."""
        made = {name: _BUILD.get(name, _same)(value[short]) for name, short in _SHORT.items() if short in value}
        return cls(**made)


_SHORT = {
    "report": "r", "event": "e", "at": "at", "words": "w", "published": "pub", "line": "l", "event_type": "t", "modes": "m", "quad": "q", "stems": "s",
    "groups": "g", "actors": "a", "recipients": "to", "place": "p", "date": "d", "reality": "re", "status": "st", "asserted_by": "by", "denied_by": "no",
    "sizes": "n", "matter": "ma", "names": "na", "near": "ne", "people": "pe", "times": "ti", "numbers": "nu", "gist": "gi", "cast": "ca",
}  # fmt: skip


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, When):
        return [value.start and value.start.isoformat(), value.end and value.end.isoformat(), value.words]
    if isinstance(value, Party):
        return [value.key, value.name, value.country, value.kind]
    if isinstance(value, Where):
        return [value.name, value.country, value.precision, value.lat, value.lon]
    if isinstance(value, Size):
        return [value.words, list(value.of), value.low, value.high, value.unit, value.giver]
    return value


def _same(value: Any) -> Any:
    return value


def _when(value: list[Any]) -> When:
    start, end, words = value
    return When(date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None, words)


def _size(value: list[Any]) -> Size:
    words, of, *rest = value
    return Size(words, tuple(of), *rest)


_SETS = ("stems", "groups", "matter", "names", "near", "people", "times", "numbers", "gist", "cast")
_BUILD: dict[str, Any] = {
    **dict.fromkeys(_SETS, frozenset),
    **dict.fromkeys(("modes", "asserted_by", "denied_by"), tuple),
    **dict.fromkeys(("actors", "recipients"), lambda value: tuple(Party(*one) for one in value)),
    "published": date.fromisoformat, "place": lambda value: Where(*value), "date": _when, "sizes": lambda value: tuple(map(_size, value)),
}  # fmt: skip
