"""Which fields of a record a person may correct, and what may stand in them: words → the value as it is kept, and as a finding has it.

A value is kept as text: a word of a closed list, an actor's key, a number, "yes" or "no", days as "2024-10-23" or "2024-10-20..2024-10-23"
(both inclusive, either may be left out), words as they are. Empty text says: nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ..errors import WrongCall
from ..findings.actor import ActorKind
from ..findings.decision import RecordKind
from ..findings.event import Reality, Status
from ..findings.figure import FigureKind
from ..findings.statement import Act, Channel, Form, Withholds
from ..findings.tie import Relation
from ..findings.watchpoint import WatchpointKind
from ..lexicons import entries
from ..when import When

BETWEEN_DAYS = ".."
YES, NO = "yes", "no"
# Realities an event of its own may have; the others belong to what is promised, threatened or demanded.
_OWN_REALITIES = tuple(each.value for each in Reality if each not in (Reality.DEMANDED, Reality.THREATENED, Reality.PROMISED))


class Sort(StrEnum):
    """What sort of value a field takes."""

    CHOICE = "one of a list"
    CHOICES = "several of a list"
    ACTOR = "an actor"
    ACTORS = "actors"
    NUMBER = "a number"
    FLAG = "yes or no"
    WORDS = "words"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Field:
    """One field that may be corrected.

    Attributes:
        sort: what it takes.
        allowed: gives the words of a closed list.
        may_be_empty: whether it may say nothing.
    """

    sort: Sort
    allowed: Callable[[], tuple[str, ...]] = tuple
    may_be_empty: bool = True


def _choice(closed: type[StrEnum], *, may_be_empty: bool = False) -> Field:
    return Field(Sort.CHOICE, lambda: tuple(each.value for each in closed), may_be_empty)


def _event_types() -> tuple[str, ...]:
    return tuple(row["key"] for row in entries("plover/ontology") if "type" in row)


def _modes() -> tuple[str, ...]:
    return tuple(dict.fromkeys(mode for row in entries("plover/ontology") if "type" in row for mode in row["modes"] or ()))


def _contexts() -> tuple[str, ...]:
    return next(tuple(row["codes"]) for row in entries("plover/ontology") if row["key"] == "contexts")


def _sectors() -> tuple[str, ...]:
    return tuple(row["key"] for row in entries("actors/sectors") if "key" in row)


def _units() -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(row["key"]) for row in entries("units")))


def _states() -> tuple[str, ...]:
    return tuple(sorted(str(row["key"]) for row in entries("actors/states")))


_ACTOR, _ACTORS, _NUMBER, _DAYS, _WORDS = (Field(each) for each in (Sort.ACTOR, Sort.ACTORS, Sort.NUMBER, Sort.DAYS, Sort.WORDS))
FIELDS: dict[RecordKind, dict[str, Field]] = {
    RecordKind.STATEMENT: {
        "act": _choice(Act), "form": _choice(Form), "speaker": _ACTOR, "speaks_for": _ACTOR, "imputed_to": _ACTOR,
        "channel": _choice(Channel, may_be_empty=True), "withholds": _choice(Withholds, may_be_empty=True), "said_on": _DAYS,
    },
    RecordKind.FIGURE: {
        "kind": _choice(FigureKind), "low": _NUMBER, "high": _NUMBER, "unit": Field(Sort.CHOICE, _units),
        "approximate": Field(Sort.FLAG, may_be_empty=False), "of": _WORDS, "whose": _ACTOR, "giver": _ACTOR, "as_of": _DAYS,
    },
    RecordKind.EVENT: {
        "event_type": Field(Sort.CHOICE, _event_types, may_be_empty=False), "modes": Field(Sort.CHOICES, _modes),
        "contexts": Field(Sort.CHOICES, _contexts), "reality": Field(Sort.CHOICE, lambda: _OWN_REALITIES, may_be_empty=False),
        "status": _choice(Status), "actor": _ACTORS, "recipient": _ACTORS, "date": _DAYS,
    },
    RecordKind.TIE: {
        "relation": _choice(Relation), "role": _WORDS, "subject": Field(Sort.ACTOR, may_be_empty=False),
        "object": Field(Sort.ACTOR, may_be_empty=False), "status": _choice(Status),
    },
    RecordKind.WATCHPOINT: {"kind": _choice(WatchpointKind), "date": _DAYS},
    RecordKind.ACTOR: {
        "name": Field(Sort.WORDS, may_be_empty=False), "kind": _choice(ActorKind), "country": Field(Sort.CHOICE, _states),
        "sector": Field(Sort.CHOICE, _sectors),
    },
}  # fmt: skip


def field_of(kind: RecordKind, name: str) -> Field:
    """Give a field of a kind of record; raises WrongCall on one that may not be corrected."""
    fields = FIELDS.get(kind)
    if fields is None:
        raise WrongCall(
            f"correct: a {kind.value} is put together from what was found; merge, split or reject its members, or correct one of these"
        )
    if name not in fields:
        raise WrongCall(f"correct: of a {kind.value} these may be corrected: {', '.join(fields)}; found {name!r}")
    return fields[name]


def as_kept(name: str, field: Field, words: str, actor_key: Callable[[str], str]) -> str:
    """Give what somebody typed as it is kept; raises WrongCall on what may not stand there.

    `actor_key` turns a key or name into an actor's key, or raises WrongCall.
    """
    words = words.strip()
    if not words:
        if field.may_be_empty:
            return ""
        raise WrongCall(
            f"{name}: expected {_expected(field)}, found nothing; to say that there is no such record: sayso decide reject"
        )
    match field.sort:
        case Sort.CHOICE:
            return _listed(name, field, words)
        case Sort.CHOICES:
            return " ".join(_listed(name, field, word) for word in words.replace(",", " ").split())
        case Sort.ACTOR:
            return actor_key(words)
        case Sort.ACTORS:
            return " ".join(dict.fromkeys(actor_key(word.strip()) for word in words.split(",") if word.strip()))
        case Sort.NUMBER:
            return _number(name, words)
        case Sort.FLAG:
            return _flag(name, words)
        case Sort.DAYS:
            when = _days(name, words)
            return (
                BETWEEN_DAYS.join(_day(day) for day in (when.start, _last(when)))
                if _last(when) != when.start
                else _day(when.start)
            )
        case Sort.WORDS:
            return words


def when_of(value: str) -> When | None:
    """Give the days a kept value names, None for none."""
    return _days("days", value) if value else None


def number_of(value: str) -> float | None:
    """Give the number a kept value is, None for none; whole numbers as such."""
    if not value:
        return None
    found = float(value)
    return int(found) if found.is_integer() else found


def _expected(field: Field) -> str:
    return f"one of {', '.join(field.allowed())}" if field.sort in (Sort.CHOICE, Sort.CHOICES) else field.sort.value


def _listed(name: str, field: Field, words: str) -> str:
    known = {each.casefold(): each for each in field.allowed()}
    if words.casefold() not in known:
        raise WrongCall(f"{name}: expected {_expected(field)}; found {words!r}")
    return known[words.casefold()]


def _number(name: str, words: str) -> str:
    try:
        found = float(words.replace(",", ""))
    except ValueError:
        found = math.nan
    if not math.isfinite(found):
        raise WrongCall(f"{name}: expected a number like 3000 or 2.5, found {words!r}")
    return str(int(found)) if found.is_integer() else str(found)


def _flag(name: str, words: str) -> str:
    if words.casefold() not in (YES, NO):
        raise WrongCall(f"{name}: expected yes or no, found {words!r}")
    return words.casefold()


def _days(name: str, words: str) -> When:
    first, between, last = words.partition(BETWEEN_DAYS)
    try:
        start = date.fromisoformat(first.strip()) if first.strip() else None
        end = start if not between else date.fromisoformat(last.strip()) if last.strip() else None
    except ValueError:
        start = end = None
    if (start is None and end is None) or (start and end and end < start):
        raise WrongCall(f"{name}: expected a day like 2024-10-24, or days like 2024-10-20..2024-10-24; found {words!r}")
    return When(start, end + timedelta(days=1) if end else None, words)


def _last(when: When) -> date | None:
    return when.end - timedelta(days=1) if when.end else None


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
