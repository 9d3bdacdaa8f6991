"""Two tellings that differ → whether they cannot stand beside one another, or only tell of one matter in unlike parts. A function of the two alone.

That one part is told otherwise keeps two claims apart. It is shown as a contradiction only where both tell the same but for one figure or word, of one
time: figures of other days, stages, places and things can all be so.
"""

from __future__ import annotations

import re

from ...findings.figure import FigureKind
from .amounts import Amount
from .facets import amounts_told
from .likeness import likeness
from .spoken import Spoken

# The least score at which a difference is shown as a contradiction is `judging.JOINED`; what is none stays below it.
BESIDE = 0.6
# Which part of the matter of both, and what weight of it, the two must share.
MUCH_ALIKE, LEAST_WEIGHT = 0.6, 1.5
# Kinds of figures that say nothing without what is counted. Ages are of persons, and two of them are of two.
_OF_THINGS = (FigureKind.COUNT, FigureKind.MEASURE, FigureKind.DURATION)
# Days between two reports beyond which a state may have changed.
ONE_TIME = 1


def contradict(one: Spoken, other: Spoken, reasons: tuple[str, ...]) -> bool:
    """Tell whether the two cannot both be so."""
    named = reasons[:-1]  # the last says what both tell
    if len(named) != 1 or not _of_one_time(one, other) or _letters(one) == _letters(other):
        return False
    alike = likeness(one.telling.body, other.telling.body)
    if alike.least < MUCH_ALIKE or alike.weight < LEAST_WEIGHT:
        return False
    if named[0] == "another figure of the same":
        return any(_exclude(a, b) for a, b in amounts_told(one.telling, other.telling)[1])
    return named[0] in ("words that exclude one another", "another day", "another cause")


def _of_one_time(one: Spoken, other: Spoken) -> bool:
    if one.report == other.report:
        return not (one.sides & other.sides) and one.statement != other.statement
    if one.published is None or other.published is None:
        return False
    return abs((one.published - other.published).days) <= ONE_TIME


def _letters(spoken: Spoken) -> str:
    """Give the words without blanks and hyphens: what is only spelt otherwise is the same."""
    return re.sub(r"\W", "", spoken.telling.text.lower())


def _exclude(one: Amount, other: Amount) -> bool:
    """Tell whether no number is within both, of what is named and counted alike."""
    if one.kind is FigureKind.AGE or (one.kind in _OF_THINGS and not one.of & other.of):
        return False
    low = max((a.low for a in (one, other) if a.low is not None), default=None)
    high = min((a.high for a in (one, other) if a.high is not None), default=None)
    return low is not None and high is not None and low > high
