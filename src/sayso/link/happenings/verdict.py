"""Two tellings → whether they are of one event, whether they exclude one another, how sure, and why, in words.

Likeness is a sum of weighed signals (weighing.py). Above it stand the facts: two tellings with other days, places or parties are of two events, unless
one of these alone differs and all else agrees; then they are of one, told otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .facets import parties_agree
from .signals import is_alike, signals
from .told import Party, Told
from .weighing import of_one_event, weights

# How many of day, place, actor, recipient and size must agree for one of the others to be told otherwise of one event.
ALL_ELSE = 2
# Share of what the shorter report is about, from which it is given as a reason.
ONE_STORY = 0.3
# Share of the words of matter, or of the people named, that two tellings must have in common where little else holds them together.
MUCH_ALIKE = 0.5
# PLOVER types that are done by words alone.
_SAID = frozenset(("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
_FACETS = ("day", "place", "actor", "recipient")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What two tellings make of one another.

    Attributes:
        score: how likely they are of one event, 0..1.
        same: taken to be of one event; apart: must not stand in one group. Neither where it is open: others may tie them.
        reasons: what speaks for and against, in words.
    """

    score: float
    same: bool
    apart: bool
    reasons: tuple[str, ...]


def verdict_of(one: Told, other: Told) -> Verdict:
    """Judge two tellings; the same from either side."""
    found = signals(one, other)
    score = round(of_one_event(found), 4)
    bounds = weights()
    differing = [name for name in _FACETS if found[f"other {name}"] or _named_apart(one, other, name)]
    agreeing = [name for name in (*_FACETS, "size") if found[f"same {name}"]]
    possible = not is_only_possible(one, other)
    told_otherwise = len(differing) == 1 and len(agreeing) >= ALL_ELSE and score >= bounds.same
    fits = possible and (not differing or told_otherwise)
    same = fits and score >= bounds.same and (one.report == other.report or _is_held_up(one, other, found))
    return Verdict(score, same, not fits or score < bounds.apart, tuple(_reasons(one, other, found)))


def _is_held_up(one: Told, other: Told, found: dict[str, float]) -> bool:
    """Tell whether more than the word and who acts speaks for one event of two reports: governments condemn, call and commit themselves day by day."""
    if one.event_type is None or one.event_type != other.event_type or found["same day"]:
        return True
    one_story = found["story"] >= ONE_STORY
    if one.event_type in _SAID:
        return one_story and bool(found["same recipient"] or found["matter"] >= MUCH_ALIKE)
    return one_story or found["people"] >= MUCH_ALIKE or any(found[f"same {name}"] for name in (*_FACETS, "size"))


def is_only_possible(one: Told, other: Told) -> bool:
    """Tell whether one of the two only might be and the other is told as a fact or a plan."""
    return (one.reality == "hypothetical") != (other.reality == "hypothetical")


def _named_apart(one: Told, other: Told, side: str) -> bool:
    """Within one report whoever is named otherwise is another: the writer told them apart. Across reports a ministry may be its minister."""
    if one.report != other.report or side not in ("actor", "recipient"):
        return False
    ones, others = (one.actors, other.actors) if side == "actor" else (one.recipients, other.recipients)
    return bool(ones and others) and parties_agree(ones, others) is None


def _reasons(one: Told, other: Told, found: dict[str, float]) -> Iterator[str]:
    first, second = sorted((one, other), key=lambda told: told.order)
    if found["same word"]:
        yield (
            f"both say “{first.words}”"
            if first.words.lower() == second.words.lower()
            else f"one word: “{first.words}”, “{second.words}”"
        )
    elif is_alike(one, other):
        yield f"words that tell the same: “{first.words}”, “{second.words}”"
    elif found["same type"]:
        yield f"of one kind: {first.event_type}"
    yield from (f"the same {name}" for name in (*_FACETS, "size") if found[f"same {name}"])
    yield from (f"another {name}" for name in (*_FACETS, "size") if found[f"other {name}"])
    if found["one report"]:
        yield "told in one report"
    elif found["story"] >= ONE_STORY:
        yield "the two reports are about the same"
    if is_only_possible(one, other):
        yield "one tells as possible what the other tells as so"
    if shared := sorted(party.name for party in named(one) if party.key in {p.key for p in named(other)}):
        yield "both name " + ", ".join(dict.fromkeys(shared))


def named(told: Told) -> tuple[Party, ...]:
    """Give who is named on either side."""
    return told.actors + told.recipients
