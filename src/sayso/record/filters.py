"""Filters: what a list is narrowed to, checked once, in words a person can give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any, TypedDict, TypeVar

from ..errors import WrongCall
from ..findings.figure import SHOWN_KINDS, FigureKind
from ..findings.statement import Act
from .rows import storable

E = TypeVar("E", bound=StrEnum)
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


class ActorQuestion(TypedDict, total=False):
    """What `actors` takes. about: actors of the reports that mention this one. country: alpha-3. named: words of a name."""

    about: str | None
    named: str | None
    kind: str | None
    country: str | None
    report: str | None
    limit: int | None


class ReportQuestion(TypedDict, total=False):
    """What `reports` takes. about: reports that mention the actor. outlet: its name, any case. since, until: when published."""

    about: str | None
    outlet: str | None
    since: Day | None
    until: Day | None
    limit: int | None


@dataclass(frozen=True, slots=True)
class Filters:
    """A question that has been checked: days are days, acts are acts. Made by `checked`."""

    about: str | None = None
    by: str | None = None
    from_: str | None = None
    speaker: str | None = None
    giver: str | None = None
    named: str | None = None
    country: str | None = None
    outlet: str | None = None
    act: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    report: str | None = None
    limit: int | None = None


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
    if "act" in given:
        given["act"] = _members(Act, given["act"], "act")
    limit = given.get("limit")
    if limit is not None and limit < 0:
        raise WrongCall(f"limit: expected 0 or more, found {limit}")
    if "kind" in given and isinstance(given["kind"], str):
        given["kind"] = (given["kind"],)
    return Filters(**given)


def figure_kinds(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Give the kinds of figure to list: those that lists show where none is asked for, none (no limit) for "all"."""
    if not kinds:
        return tuple(kind.value for kind in SHOWN_KINDS)
    return () if "all" in kinds else _members(FigureKind, kinds, "kind")


def day(value: Day, name: str) -> date:
    """Give the calendar day; raises WrongCall on words that are no ISO 8601 day."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value.strip())
    except ValueError as error:
        raise WrongCall(f"{name}: expected a day like 2024-10-24, found {value!r}") from error


def _members(kind: type[E], given: str | Iterable[str], name: str) -> tuple[str, ...]:
    words = [given] if isinstance(given, str) else list(given)
    allowed = [member.value for member in kind]
    for word in words:
        if word not in allowed:
            raise WrongCall(f"{name}: expected one of {', '.join(allowed)}; found {word!r}")
    return tuple(str(word) for word in words)
