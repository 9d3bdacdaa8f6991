"""Filters: what a list is narrowed to, checked once, in words a person can give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any, TypedDict

from ..errors import WrongCall
from ..findings.event import Reality, Status
from ..findings.figure import SHOWN_KINDS, FigureKind
from ..findings.statement import Act
from ..findings.tie import Relation
from ..findings.watchpoint import WatchpointKind
from ..lexicons import entries
from .row_parts import storable

Day = date | str


class StatementQuestion(TypedDict, total=False):
    """What `statements` takes, all by keyword; each None or left out asks for all.

    about: an actor named or pointed to in the content or target. A denial, confirmation, doubt, refusal or silence
        that names nobody else is about every actor of its report.
    by: an actor who speaks, or on whose behalf by office somebody speaks.
    from_: alpha-3 or name of a state whose people and bodies speak.
    speaker: the actor who speaks, and nobody on its behalf.
    act: one act or several.
    since, until: first and last day, both inclusive, on which it was said, else on which the report was published.
        What has neither day is left out once a day is asked for.
    report: key of a report, or the beginning of one.
    limit: at most so many.
    include_rejected: list those too that a person rejected; each says so.
    Actors are given by key ("RUS") or by a name, any case ("zakharova"). Imputed words are nobody's: by, from_ and
    speaker never give them.
    """

    about: str | None
    by: str | None
    from_: str | None
    speaker: str | None
    act: str | Iterable[str] | None
    since: Day | None
    until: Day | None
    report: str | None
    limit: int | None
    include_rejected: bool


class FigureQuestion(TypedDict, total=False):
    """What `figures` takes, all by keyword.

    about: an actor whose number it is about: it belongs to the actor, or the sentence names the actor.
    giver: the actor whose number it is.
    kind: one kind or several; left out: count, money, percent and measure; "all": every kind.
    since, until: first and last day, inclusive, the figure holds for, else the report's publication.
    """

    about: str | None
    giver: str | None
    kind: str | Iterable[str] | None
    since: Day | None
    until: Day | None
    report: str | None
    limit: int | None
    include_rejected: bool


class EventQuestion(TypedDict, total=False):
    """What `events` takes, all by keyword.

    about: an actor who takes part, or whom its words name.
    actor, recipient: who did it, to whom.
    by: an actor on whose say-so it stands: who asserts or denies it, or on whose behalf by office that is done.
    event_type, mode, context: PLOVER's words, one or several, any case.
    reality, status: one or several of findings.event.Reality and Status.
    place: name of where it happened, or the country's alpha-3.
    since, until: first and last day, inclusive, on which it happened, else the report's publication.
    """

    about: str | None
    actor: str | None
    recipient: str | None
    by: str | None
    event_type: str | Iterable[str] | None
    mode: str | Iterable[str] | None
    context: str | Iterable[str] | None
    reality: str | Iterable[str] | None
    status: str | Iterable[str] | None
    place: str | None
    since: Day | None
    until: Day | None
    report: str | None
    limit: int | None
    include_rejected: bool


class TieQuestion(TypedDict, total=False):
    """What `ties` takes. about: an actor at either end. relation, status: one or several. by: on whose say-so.

    since, until: first and last day of a span in which it held; where its words set no bound, in which the report was published.
    """

    about: str | None
    subject: str | None
    object: str | None
    by: str | None
    relation: str | Iterable[str] | None
    status: str | Iterable[str] | None
    since: Day | None
    until: Day | None
    report: str | None
    limit: int | None
    include_rejected: bool


class WatchpointQuestion(TypedDict, total=False):
    """What `watchpoints` takes. about: an actor it concerns. by: who says so. since, until: its days, else the publication."""

    about: str | None
    by: str | None
    kind: str | Iterable[str] | None
    since: Day | None
    until: Day | None
    report: str | None
    limit: int | None
    include_rejected: bool


class ActorQuestion(TypedDict, total=False):
    """What `actors` takes. about: actors of the reports that mention this one. country: alpha-3. named: words of a name."""

    about: str | None
    named: str | None
    kind: str | None
    country: str | None
    report: str | None
    limit: int | None
    include_rejected: bool


class ReportQuestion(TypedDict, total=False):
    """What `reports` takes. about: reports that mention the actor. outlet: its name, any case. since, until: when published."""

    about: str | None
    outlet: str | None
    since: Day | None
    until: Day | None
    limit: int | None


# Filters that take words of a closed list.
CLOSED: dict[str, type[StrEnum]] = {"act": Act, "reality": Reality, "status": Status, "relation": Relation}


@dataclass(frozen=True, slots=True)
class Filters:
    """A question that has been checked: days are days, acts are acts. Made by `checked`."""

    about: str | None = None
    by: str | None = None
    from_: str | None = None
    speaker: str | None = None
    actor: str | None = None
    recipient: str | None = None
    subject: str | None = None
    object: str | None = None
    place: str | None = None
    giver: str | None = None
    named: str | None = None
    country: str | None = None
    outlet: str | None = None
    act: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    event_type: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    reality: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    relation: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    report: str | None = None
    limit: int | None = None
    include_rejected: bool = False


def checked(asked: Any) -> Filters:
    """Give the filters of a question; raises WrongCall on a day, act or limit that is none, TypeError on an unknown word."""
    known = {field.name for field in fields(Filters)}
    unknown = set(asked) - known
    if unknown:
        raise TypeError(f"no such filter: {', '.join(sorted(unknown))}; there are {', '.join(sorted(known))}")
    given: dict[str, Any] = {name: value for name, value in asked.items() if value is not None and value != ""}
    given |= {name: storable(value) for name, value in given.items() if isinstance(value, str)}
    for name in ("since", "until"):
        if name in given:
            given[name] = day(given[name], name)
    for name, closed in CLOSED.items():
        if name in given:
            given[name] = _members(closed, given[name], name)
    if "kind" in given:
        given["kind"] = (given["kind"],) if isinstance(given["kind"], str) else tuple(map(storable, given["kind"]))
    for name in ("event_type", "mode", "context"):
        if name in given:
            given[name] = _of_plover(given[name], name)
    limit = given.get("limit")
    if limit is not None and limit < 0:
        raise WrongCall(f"limit: expected 0 or more, found {limit}")
    return Filters(**given)


def figure_kinds(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Give the kinds of figure to list: those that lists show where none is asked for, none (no limit) for "all"."""
    if not kinds:
        return tuple(kind.value for kind in SHOWN_KINDS)
    return () if "all" in kinds else _members(FigureKind, kinds, "kind")


def watchpoint_kinds(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Give the kinds of watchpoint asked for; raises WrongCall on one there is none of."""
    return _members(WatchpointKind, kinds, "kind")


def day(value: Day, name: str) -> date:
    """Give the calendar day; raises WrongCall on words that are no ISO 8601 day."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value.strip())
    except ValueError as error:
        raise WrongCall(f"{name}: expected a day like 2024-10-24, found {value!r}") from error


def _of_plover(given: str | Iterable[str], name: str) -> tuple[str, ...]:
    """Give words of PLOVER as it writes them, whatever their case; raises WrongCall on one it has not."""
    rows = entries("plover/ontology")
    allowed = {
        "event_type": [row["key"] for row in rows if "type" in row],
        "mode": [mode for row in rows if "type" in row for mode in row["modes"] or ()],
        "context": next(row["codes"] for row in rows if row["key"] == "contexts"),
    }[name]
    known = {word.lower(): word for word in dict.fromkeys(allowed)}
    words = [given] if isinstance(given, str) else list(given)
    for word in words:
        if word.lower() not in known:
            raise WrongCall(f"{name}: expected one of {', '.join(known.values())}; found {word!r}")
    return tuple(known[word.lower()] for word in words)


def _members(kind: type[StrEnum], given: str | Iterable[str], name: str) -> tuple[str, ...]:
    words = [given] if isinstance(given, str) else list(given)
    allowed = [member.value for member in kind]
    for word in words:
        if word not in allowed:
            raise WrongCall(f"{name}: expected one of {', '.join(allowed)}; found {word!r}")
    return tuple(str(word) for word in words)
