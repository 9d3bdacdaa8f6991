"""Two givens → whether they are one quantity, with a score and reasons in words; and, where they are, what became of it.

What shuts out that both are one is asked first: kind and unit, stage, place, happening, days, a part against the whole. What is left is weighed by
what they share. Other days of the number are points of one series, not two.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ...findings.figure import FigureKind
from ..claims.words import stem
from .given import Given, Spot
from .givers import is_one_giver
from .happening import are_two_kinds
from .nouns import are_of_one_noun
from .numbers import can_both_be, is_same_number
from .owners import are_two_owners
from .stages import EXPECTED, MOVED, are_two_stages

# From which score on two figures are taken for one quantity. Chosen on the part `tune` of benchmarks/series.
ONE_QUANTITY = 0.45
# Reports that share a lesser part of their names than this tell of two stories; of fewer names than these nothing is held.
ONE_STORY, FEW_NAMES = 0.15, 4
# Towns farther apart than this are two places, in kilometres; nearer ones may be a town and its outskirts.
FAR_KM = 60.0
# Days within which two givers speak of one moment; a number a week old is not against a new one.
ONE_MOMENT = timedelta(days=4)
# Days after which more may have been sent.
MORE_CAME = timedelta(days=2)
# Days within which what is sent is of one movement: "so far this month" and "as of the tenth" are of those there by then.
ONE_MOVE = timedelta(days=20)
# How long before its report a happening is of another time, where the other figure's words give no day.
LONG_BEFORE = timedelta(days=60)

# A number up to this may be of anything that stands near: "two" says little where the words do not say of what.
FEW = 12
# What speaks for two sums or shares of which the words do not say what they are of, and which are not one number.
BARE = 0.05
# The same where one thing became of both in one kind of happening: what was stolen in a theft.
BARE_DONE = 0.12

# Sorts of people that are a part of those counted, where the other number is of people; and words for all of them.
_SORTS = frozenset(stem(word) for word in "child woman girl boy foreigner pregnant elderly".split())
_PEOPLE = frozenset(("people", "persons", "lives"))

# Sums and shares are of somebody: one company's profit is not another's.
_OF_ONE = (FigureKind.MONEY, FigureKind.PERCENT)


class Standing(StrEnum):
    """What two figures make of one another."""

    AGREE = "agree"
    REVISED = "revised"
    DISAGREE = "disagree"
    ANOTHER = "another"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two figures are one quantity.

    Attributes:
        score: how sure the rules are that they are, 0..1; not calibrated.
        same_quantity: True from `ONE_QUANTITY` on, where nothing sets them apart.
        apart: True where they cannot be one, so that no third figure may join them.
        reasons: why, in words.
    """

    score: float
    same_quantity: bool
    apart: bool
    reasons: tuple[str, ...]


def verdict_of(one: Given, other: Given) -> Verdict:
    """Give whether two figures are of one quantity; it has no direction."""
    one, other = sorted((one, other), key=lambda given: given.key)
    why = _apart(one, other)
    if why:
        return Verdict(0.0, False, True, (why,))
    score, reasons = _weighed(one, other)
    return Verdict(round(score, 3), score >= ONE_QUANTITY, False, tuple(reasons))


def standing_of(one: Given, other: Given) -> Standing:
    """Give what two figures make of one another."""
    if not verdict_of(one, other).same_quantity:
        return Standing.ANOTHER
    if is_one_giver(one, other):
        moved = not is_same_number(one, other) and one.day != other.day
        return Standing.REVISED if moved else Standing.AGREE
    fits = can_both_be(one, other) or not is_one_moment(one, other) or more_came(one, other)
    return Standing.AGREE if fits else Standing.DISAGREE


def is_one_moment(one: Given, other: Given) -> bool:
    """Tell whether both numbers hold for one time; without days they may."""
    return one.day is None or other.day is None or abs(one.day - other.day) <= ONE_MOMENT


def more_came(one: Given, other: Given) -> bool:
    """Tell whether the later number is the higher one of those sent: more may have come, and nobody's word is against the other's."""
    if not (one.stages & MOVED and other.stages & MOVED) or one.day is None or other.day is None:
        return False
    earlier, later = sorted((one, other), key=lambda given: given.day or date.max)
    return bool(earlier.day and later.day and later.day - earlier.day >= MORE_CAME and later.value > earlier.value)


def _apart(one: Given, other: Given) -> str | None:
    if one.kind is not other.kind:
        return f"a {one.kind} and a {other.kind}"
    if one.dimension != other.dimension:
        return "units that measure two things"
    if are_two_stages(one.stages, other.stages):
        return f"{_first(one.stages)} is not {_first(other.stages)}"
    if (EXPECTED in one.stages) != (EXPECTED in other.stages):
        return "one is only expected"
    if one.kind in (FigureKind.COUNT, FigureKind.MEASURE) and not are_of_one_noun(one, other):
        return f"{one.of} are not {other.of}"
    if one.holder and other.holder and one.holder != other.holder:
        return f"{one.holder} is not {other.holder}"
    if one.kind in _OF_ONE and one.whose and other.whose and one.whose != other.whose and not is_same_number(one, other):
        return f"{one.whose} is not {other.whose}"
    if are_two_owners(one.owners, other.owners):
        return f"{_first(one.owners)} is not {_first(other.owners)}"
    if one.report == other.report and one.part != other.part:
        return "a part and the whole"
    if one.report == other.report and is_one_giver(one, other) and not can_both_be(one, other):
        return "one giver, and two numbers in one report"
    if are_two_kinds(one.happening, other.happening):
        return f"{_first(one.happening)} is not {_first(other.happening)}"
    return _elsewhere(one, other) or _another_time(one, other)


def _first(keys: frozenset[str]) -> str:
    return min(keys)


def _elsewhere(one: Given, other: Given) -> str | None:
    mine, theirs = {spot.name for spot in one.spots}, {spot.name for spot in other.spots}
    if not mine or not theirs:
        return None
    if _is_wider(one, other) or _is_wider(other, one):
        return "one place and several"
    if are_where(one, other):
        return f"{one.spots[0].name} and a part of it"
    if mine & theirs:
        return None
    far = [km > FAR_KM for a in one.spots for b in other.spots if (km := _kilometres(a, b)) is not None]
    if (one.countries and other.countries and not one.countries & other.countries) or (far and all(far)):
        return f"{one.spots[0].name} is not {other.spots[0].name}"
    return None


def are_where(one: Given, other: Given) -> bool:
    """Tell whether both count who or what is somewhere, and one of a country or a side of it and the other of a place in it, or of two sides.

    A toll is of a happening, whatever place of it is named; soldiers in a town are a part of those in its country.
    """
    if not (one.stages & MOVED and other.stages & MOVED):
        return False
    mine, theirs = _narrowest(one), _narrowest(other)
    return bool(mine and theirs) and not any(_may_be_one_place(a, b) for a in mine for b in theirs)


def _narrowest(given: Given) -> list[Spot]:
    """Give its places without those that another of them lies in: "Kursk" of "Russia's Kursk region"."""
    held = {spot.country for spot in given.spots if not _is_broad(spot)}
    return [spot for spot in given.spots if not _is_broad(spot) or spot.country not in held]


def _is_broad(spot: Spot) -> bool:
    return spot.level == "country" or (spot.level == "region" and spot.side not in (None, "border"))


def _may_be_one_place(one: Spot, other: Spot) -> bool:
    if one.country is None or other.country is None or "unknown" in (one.level, other.level):
        return True
    if _is_broad(one) != _is_broad(other) or (one.side == "border") != (other.side == "border"):
        return False
    if _is_broad(one):
        return one.country == other.country and (
            not one.side or not other.side or bool(set(one.side.split()) & set(other.side.split()))
        )
    near = _kilometres(one, other)
    return one.name == other.name or (near is not None and near <= FAR_KM)


def _is_wider(one: Given, other: Given) -> bool:
    """Tell whether one holds for several places, of which the other names some."""
    if not one.joint or is_same_number(one, other):
        return False
    if len(one.countries) > 1 and other.countries:
        return len(other.countries) == 1 and other.countries < one.countries
    if any(spot.level in ("country", "region") for given in (one, other) for spot in given.spots):
        return False
    mine, theirs = {spot.name for spot in one.spots}, {spot.name for spot in other.spots}
    return len(mine) > 1 and bool(theirs) and theirs < mine


def _kilometres(one: Spot, other: Spot) -> float | None:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    north = (one.lat - other.lat) * 111.0
    east = (one.lon - other.lon) * 111.0 * math.cos(math.radians((one.lat + other.lat) / 2))
    return math.hypot(north, east)


def _another_time(one: Given, other: Given) -> str | None:
    if one.start and one.end and other.start and other.end:
        gap = max(one.start - other.end, other.start - one.end)
        if one.stages & MOVED and other.stages & MOVED and gap <= ONE_MOVE:
            return None
        # Single days next to one another are one happening, told by the hour of another place or the day of the report.
        single = max(one.end - one.start, other.end - other.start) <= timedelta(days=1)
        return "other days" if gap >= timedelta(days=1 if single else 0) else None
    dated, bare = (one, other) if one.end else (other, one)
    if not dated.end or not bare.published or not dated.published or bare.start or bare.as_of:
        return None
    old = min(dated.published, bare.published) - dated.end > LONG_BEFORE
    return "long before" if old and not _is_told_so(dated, bare) else None


def _is_told_so(one: Given, other: Given) -> bool:
    """Two reports of one old happening share its names."""
    return len(one.names & other.names) >= 2


def _weighed(one: Given, other: Given) -> tuple[float, list[str]]:
    reasons: list[str] = []
    score = 0.0
    for worth, reason in _shared(one, other):
        score += worth
        if reason:
            reasons.append(reason)
    return max(0.0, min(1.0, score)), reasons


def _shared(one: Given, other: Given) -> list[tuple[float, str]]:
    found = [
        _of_things(one, other),
        _of_numbers(one, other),
        _of_stages(one, other),
        _of_places(one, other),
        _of_happening(one, other),
        (_vague(one, other) + _foreseen(one, other) + _of_nobody(one, other), ""),
    ]
    names = _share(one.names, other.names)
    cast = _share(one.cast, other.cast)
    matter = _share(one.matter, other.matter)
    found.append((0.15 * names, "names in both sentences" if names else ""))
    found.append((0.2 * cast - _strange(one, other, cast), ""))
    found.append((0.25 * matter, "words in common" if matter >= 0.2 else ""))
    if one.giver and is_one_giver(one, other):
        found.append((0.1, "one giver"))
    if one.part != other.part:
        found.append((-0.3, "one is a part"))
    return found


def _vague(one: Given, other: Given) -> float:
    """Give what speaks against a number of which neither whose nor where nor what became of it is told, beside one of which all is."""
    bare, full = (one, other) if not one.stages else (other, one)
    told = bare.stages or bare.owners or bare.spots or bare.statement
    return -0.3 if not told and full.stages & MOVED and full.owners else 0.0


def _foreseen(one: Given, other: Given) -> float:
    """Give what speaks against two givers who expect something, each of another place or day."""
    if EXPECTED not in one.stages & other.stages or is_one_giver(one, other) or is_same_number(one, other):
        return 0.0
    return 0.0 if {s.name for s in one.spots} & {s.name for s in other.spots} else -0.2


def _of_nobody(one: Given, other: Given) -> float:
    """Give what speaks against two sums or shares, not one number, whose sentences name nobody and no place in common."""
    if one.kind not in _OF_ONE or is_same_number(one, other) or is_one_giver(one, other):
        return 0.0
    return 0.0 if _called(one) & _called(other) else -0.2


def _called(given: Given) -> frozenset[str]:
    """Give the words of the names beside a number and of its places."""
    return given.names | {stem(word) for spot in given.spots for word in spot.name.split()}


def _strange(one: Given, other: Given, cast: float) -> float:
    """Give what speaks against two reports that hardly share a name, the more where one is long after the other."""
    if _called(one) & _called(other) or (one.giver and is_one_giver(one, other)):
        return 0.1 if cast < ONE_STORY else 0.0
    far = one.published and other.published and abs(one.published - other.published) > LONG_BEFORE
    known = min(len(one.cast), len(other.cast)) >= FEW_NAMES
    return (0.3 if far else 0.0) + (0.0 if cast >= ONE_STORY or not one.cast or not other.cast else 0.2 if known else 0.1)


def _of_things(one: Given, other: Given) -> tuple[float, str]:
    if one.things and other.things:
        return 0.3, f"both count {other.of}"
    if not one.things and not other.things:
        tied = one.kind is FigureKind.COUNT or is_same_number(one, other) or is_one_giver(one, other)
        return (0.2 if tied else BARE_DONE if one.stages & other.stages and one.setting & other.setting else BARE), ""
    if is_same_number(one, other):
        return 0.1, ""
    special, plain = (one, other) if one.things else (other, one)
    less = special.value < plain.value and not is_one_giver(one, other)
    if special.things & _SORTS or (less and set(plain.of.lower().split()) & _PEOPLE):
        return -0.3, "one may be a part"
    few = min(one.value, other.value) <= FEW and not is_one_giver(one, other) and not plain.of
    return (-0.2 if few else -0.05), ""


def _of_numbers(one: Given, other: Given) -> tuple[float, str]:
    """Numbers far apart need more that speaks for one quantity."""
    if is_same_number(one, other):
        return (0.15, "one number") if one.value > 2 else (0.05, "")
    if can_both_be(one, other) or one.value * other.value <= 0:
        return 0.0, ""
    return -0.05 - 0.15 * min(1.5, abs(math.log10(one.value / other.value))), ""


def _of_stages(one: Given, other: Given) -> tuple[float, str]:
    shared = one.stages & other.stages
    if shared:
        return 0.2, f"both {_first(shared)}"
    return (0.0, "") if one.stages or other.stages else (0.05, "")


def _of_places(one: Given, other: Given) -> tuple[float, str]:
    shared = {s.name for s in one.spots} & {s.name for s in other.spots}
    if shared:
        return 0.15, f"both in {min(shared)}"
    if not one.spots or not other.spots:
        return 0.0, ""
    if one.countries & other.countries and any(spot.level in ("country", "region") for spot in (*one.spots, *other.spots)):
        return 0.03, ""
    near = bool(one.countries & other.countries) or is_same_number(one, other)
    known = _is_named(one, other.cast) or _is_named(other, one.cast)
    return -0.3 + (0.2 if near else 0.0) + (0.15 if known else 0.0), ""


def _is_named(given: Given, cast: frozenset[str]) -> bool:
    """Tell whether a report names a place that the other's figure holds for."""
    return any(stem(word) in cast for spot in given.spots for word in spot.name.split())


def _of_happening(one: Given, other: Given) -> tuple[float, str]:
    shared = one.setting & other.setting
    if shared:
        return 0.1, f"both of the {_first(shared)}"
    return (-0.15, "") if are_two_kinds(one.setting, other.setting) else (0.0, "")


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Give which part of the lesser set is in both, 0..1; sets of fewer than three count as three."""
    return len(one & other) / max(3, min(len(one), len(other))) if one and other else 0.0
