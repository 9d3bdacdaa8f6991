"""Dates of the lexicon, as exact as they are known: a bare year or month is an interval, so a term may or must hold on a day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...errors import LexiconError

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Term:
    """A time somebody holds an office or a state is a member, bounds as exact as the lexicon knows them.

    Attributes:
        role: the office in the lexicon's words, "member" for a membership.
        of: key of the state or body.
        first: earliest day it may begin; None where unknown.
        begun: latest day it may begin: from it on the term has surely begun; None where unknown.
        ending: earliest day it may be over; None where no end is known.
        over: latest such day: from it on the term is surely over; None likewise.
    """

    role: str
    of: str
    first: date | None
    begun: date | None
    ending: date | None
    over: date | None

    def may_hold(self, on: date) -> bool:
        """Tell whether the term may run on that day, by the widest reading of its dates."""
        return (self.first is None or on >= self.first) and (self.over is None or on < self.over)

    def surely_holds(self, on: date) -> bool:
        """Tell whether the term runs on that day by any reading of its dates."""
        return self.begun is not None and on >= self.begun and (self.ending is None or on < self.ending)

    def is_over(self, on: date) -> bool:
        """Tell whether the term has surely ended before that day."""
        return self.over is not None and on >= self.over


def term_of(role: str, of: str, row: Mapping[str, Any]) -> Term:
    """Read `from` and `until` of a lexicon row; raises LexiconError where one is no day, month or year."""
    first, begun = _bounds(row.get("from"))
    ending, over = _bounds(row.get("until"))
    return Term(role, of, first, begun, ending, over)


def _bounds(value: object) -> tuple[date | None, date | None]:
    """Give the first and the last day that a day, a month or a year of the lexicon may mean."""
    if value is None:
        return None, None
    if isinstance(value, date):
        return value, value
    match = _DAY.fullmatch(str(value))
    if match is None:
        raise LexiconError(f"lexicons/actors: expected a day as 2024-10-24, 2024-10 or 2024, found {value!r}; mend the row")
    year = int(match[1])
    if match[2] is None:
        return date(year, 1, 1), date(year + 1, 1, 1)
    month = int(match[2])
    if match[3] is None:
        return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, int(match[3])), date(year, month, int(match[3]))
