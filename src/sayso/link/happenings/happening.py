"""Happening: one event with all its tellings and what they disagree on. Frozen data, no input or output."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ...when import When
from .told import Day, Party, Size, Told, Where


class Differing(StrEnum):
    """What tellings of one event may disagree on."""

    DATE = "date"
    PLACE = "place"
    SIZE = "size"
    ACTOR = "actor"
    RECIPIENT = "recipient"
    REALITY = "reality"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values told: in words, and the keys of the reports that tell it, sorted."""

    value: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What is told in more ways than one; sides that cannot both hold, by first telling."""

    what: Differing
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling in a happening: how sure it belongs (1 for the first), and why, in words."""

    told: Told
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SizeTold:
    """A figure of the event as one report gives it, in the order of publication."""

    size: Size
    report: str
    published: Day | None


@dataclass(frozen=True, slots=True)
class Happening:
    """One event.

    Attributes:
        key: of the first telling (by publication, report, place in it); the same whatever the order of reading.
        event_type: PLOVER's type that most tellings have; modes: of the tellings of that type.
        words: the trigger of the first telling.
        tellings: by publication, report, place in it.
        actors, recipients: everybody named on either side, by first telling.
        place: the most exact one that most reports tell.
        date: the days that all dated tellings allow; where they disagree, those that most reports tell. None where nobody dates it.
        reality: the one most reports tell.
        asserted_by, denied_by: keys of actors that say it is so, and that it is not; `told_by` the reports that tell it in their own voice.
        is_contested: somebody denies it, or tells it as not so.
        disagreements: in the order of `Differing`.
        sizes: every figure given.
        first_published: the first day known.
    """

    key: str
    event_type: str | None
    modes: tuple[str, ...]
    words: str
    tellings: tuple[Telling, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Where | None
    date: When | None
    reality: str
    asserted_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    told_by: tuple[str, ...]
    is_contested: bool
    disagreements: tuple[Disagreement, ...]
    sizes: tuple[SizeTold, ...]
    first_published: Day | None

    @property
    def reports(self) -> tuple[str, ...]:
        """Give the keys of the reports that tell it, by first telling."""
        return tuple(dict.fromkeys(telling.told.report for telling in self.tellings))
