"""The parts of a comparison of two days: frozen data. Nothing here is worked out."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from ..span import Span
from .plain_data import plain_data

SCHEMA = "sayso/changes/1"


def within(published: date | None, since: date, until: date | None) -> bool:
    """Tell whether a day of publication is one of those asked for, both inclusive; no day is none of them."""
    return published is not None and published >= since and (until is None or published <= until)


class ChangeKind(StrEnum):
    """What has changed, in the order it is shown."""

    DENIED = "newly denied"
    WITHDRAWN = "withdrawn"
    CONFIRMED = "confirmed"
    MOVED = "position changed"
    NEW_CLAIM = "new claim"
    FIGURE_MOVED = "figure moved"
    FIGURE_DISPUTED = "figure disputed"
    NEW_FIGURE = "another figure"
    CAME_TRUE = "came true"
    DEADLINE = "deadline passed"
    NEW_ACTOR = "first mention"


@dataclass(frozen=True, slots=True)
class Cited:
    """Where a change stands.

    Attributes:
        finding: key for `sayso show`, None where the words are no finding of their own.
        report, outlet, published: the report.
        spans: code points of its text, half-open; words: what stands there, verbatim.
    """

    finding: str | None
    report: str
    outlet: str | None
    published: date | None
    spans: tuple[Span, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise than before.

    Attributes:
        key: of the claim, series, event, watchpoint or actor.
        what: the claim's words, the name of the quantity, the words of what was to come, or the actor's name.
        who: who denies, confirms, gives the number …; empty where nobody is named.
        before, now: what stood before and what stands now, in words; empty where there is nothing to say.
        day: of the report that brought it.
        origins, outlets, reports: how many stand behind the claim as a whole; 0 where that is not counted.
        cites: where it stands.
    """

    kind: ChangeKind
    key: str
    what: str
    who: str
    before: str
    now: str
    day: date | None
    origins: int
    outlets: int
    reports: int
    cites: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new between two days.

    Attributes:
        since, until: first and last day of publication, both inclusive; `until` None for no end.
        about: the actor asked about.
        reports, outlets: of these days; undated: reports whose day nobody knows: they are in no comparison.
        waiting: texts that were not linked yet, so that what they say is missing here.
        changes: by kind, then the most widely told first.

    `str()` is Markdown.
    """

    since: date
    until: date | None
    about: str | None
    reports: int
    outlets: int
    undated: int
    waiting: int
    changes: tuple[Change, ...]
    notes: tuple[str, ...]

    def __str__(self) -> str:
        return self.to_markdown()

    def to_markdown(self) -> str:
        """Give it as Markdown that also reads well as it stands."""
        from .change_words import change_lines

        return "\n".join(change_lines(self))

    def of(self, *kinds: ChangeKind) -> tuple[Change, ...]:
        """Give the changes of some kinds."""
        return tuple(change for change in self.changes if change.kind in kinds)

    def to_dict(self) -> dict[str, Any]:
        """Give it as plain data for JSON: days as ISO 8601, spans as [start, end]."""
        return {"schema": SCHEMA} | {name: plain_data(value) for name, value in asdict(self).items()}
