"""Figures and what is known of their pairs → series. A pure function of the set; one connected part by itself gives what it gives in the whole."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ...findings.reading import Reading
from ..claims.words import stem
from ..joining import Rulings, Tie, joined
from .finding import given_in
from .given import Given, Key
from .naming import name_of
from .points import Reason, bounds_of, disagreements_of, latest_of, revisions_of, told_by_giver
from .series import Series
from .verdict import Verdict, verdict_of

Pair = tuple[Key, Key]
# Marks that more figures than this share tell nothing of which belong together.
MOST_FIGURES = 300
# With fewer names than this in its sentence, a figure is sought by all names of its report.
FEW_NAMES = 2


def series_of(readings: Iterable[Reading], rulings: Rulings[Key] | None = None) -> tuple[Series, ...]:
    """Give the series of some readings; a reading given twice counts once."""
    given = _sorted({one.key: one for reading in readings for one in given_in(reading)}.values())
    return series_from(given, {(a.key, b.key): verdict_of(a, b) for a, b in candidates(given)}, rulings)


def series_from(
    given: Iterable[Given], verdicts: Mapping[Pair, Verdict], rulings: Rulings[Key] | None = None
) -> tuple[Series, ...]:
    """Give the series of figures whose pairs were judged, by first publication; a figure like no other makes a series by itself."""
    members = _sorted(given)
    ties = [Tie(one, other, verdict.score) for (one, other), verdict in verdicts.items() if verdict.same_quantity]
    apart = [pair for pair, verdict in verdicts.items() if verdict.apart]
    head = joined([one.key for one in members], ties, apart=apart, rulings=rulings)
    groups: dict[Key, list[Given]] = defaultdict(list)
    for one in members:
        groups[head[one.key]].append(one)
    links = _links(head, verdicts, rulings)
    return tuple(_series(held, links) for held in groups.values())


def candidates(given: Sequence[Given]) -> list[tuple[Given, Given]]:
    """Give the pairs that share a mark and so may be one quantity; marks of very many figures are passed over."""
    marked: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(given):
        for mark in marks_of(one):
            marked[mark].append(at)
    found = {(a, b) for held in marked.values() if len(held) <= MOST_FIGURES for i, a in enumerate(held) for b in held[i + 1 :]}
    return [(given[a], given[b]) for a, b in sorted(found)]


def marks_of(given: Given) -> frozenset[str]:
    """Give short texts of which two figures of one quantity share one: kind and unit, with a stage or thing, with a name."""
    names = given.names | {stem(word) for spot in given.spots for word in spot.name.split()}
    if len(names) < FEW_NAMES:
        names = names | given.cast
    matters = given.stages | given.things or {"-"}
    return frozenset(f"{given.kind} {given.dimension or ''} {matter} {name}" for matter in matters for name in names or {"-"})


def _sorted(given: Iterable[Given]) -> list[Given]:
    return sorted(given, key=lambda one: (one.published or date.max, one.report, one.span, one.figure))


def _links(head: Mapping[Key, Key], verdicts: Mapping[Pair, Verdict], rulings: Rulings[Key] | None) -> dict[Key, Reason]:
    """Give for each figure that is not the first of its series the surest verdict that ties it to another of it."""
    found: dict[Key, Reason] = {}
    for (one, other), verdict in verdicts.items():
        if not verdict.same_quantity or head.get(one) is None or head.get(one) != head.get(other):
            continue
        for key in (one, other):
            found[key] = max(found.get(key, (0.0, ())), (verdict.score, verdict.reasons))
    ruled = {
        key
        for pair in (rulings.together if rulings else ())
        for key in pair
        if key in head and head.get(pair[0]) == head.get(pair[1])
    }
    found |= {key: (1.0, ("somebody ruled so",)) for key in ruled}
    return {key: reason for key, reason in found.items() if head[key] != key}


def _series(held: Sequence[Given], links: Mapping[Key, Reason]) -> Series:
    unit, factor = _unit(held)
    told = told_by_giver(held, factor, links)
    points = tuple(one.point for one in told)
    first = held[0]
    low, high = bounds_of(points)
    return Series(
        hashlib.sha256(f"{first.report}\0{first.span.start}\0{first.span.end}".encode()).hexdigest()[:16], name_of(held), first.kind, unit, points,
        low, high, latest_of(told), revisions_of(told), disagreements_of(told),
    )  # fmt: skip


def _unit(held: Sequence[Given]) -> tuple[str | None, float]:
    counted = Counter((one.unit or "", one.factor) for one in held)
    unit, factor = min(counted, key=lambda pair: (-counted[pair], pair))
    return unit or None, factor
