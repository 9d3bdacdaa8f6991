"""Tellings and verdicts on pairs of them → happenings. A pure function of the sets: the order they come in changes nothing, and tellings that no verdict
ties to the rest give the same alone as among all."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from ...findings.reading import Reading
from ..joining import Rulings, Tie, joined
from .differences import disagreements_of
from .happening import Happening, SizeTold, Telling
from .settling import date_of, most_told, place_of
from .signals import share
from .tellings import told_in
from .told import Party, Told
from .verdict import Verdict, verdict_of

Pair = tuple[str, str]
# Least share of what the shorter report is about that two reports must have in common for their events to be compared.
RELATED = 0.15
# Most days between two reports whose events are compared.
LONGEST = 60


def happenings_of(readings: Iterable[Reading], rulings: Rulings[str] | None = None) -> tuple[Happening, ...]:
    """Give the happenings of some readings, by first publication; a reading given twice counts once."""
    told = {one.key: one for reading in readings for one in told_in(reading)}
    return happenings_from(told.values(), verdicts_of(told.values()), rulings)


def verdicts_of(told: Iterable[Told]) -> dict[Pair, Verdict]:
    """Judge every pair of tellings that may be of one event: in one report, or in two on like matters; what speaks for nothing is left out."""
    reports: dict[str, list[Told]] = defaultdict(list)
    for one in sorted(told, key=lambda one: one.order):
        reports[one.report].append(one)
    found = {}
    for a, b in _related(list(reports.values())):
        for one, other in ((x, y) for i, x in enumerate(a) for y in (a[i + 1 :] if a is b else b)):
            if may_be_one(one, other):
                found[one.key, other.key] = verdict_of(one, other)
    return found


def may_be_one(one: Told, other: Told) -> bool:
    """Tell quickly whether two tellings are worth judging: of one kind, or by a word or group of words in common."""
    return bool(
        (one.event_type is not None and one.event_type == other.event_type)
        or one.stems & other.stems
        or one.groups & other.groups
        or (one.event_type is None or other.event_type is None)
    )


def _related(reports: Sequence[list[Told]]) -> Iterator[tuple[list[Told], list[Told]]]:
    for i, a in enumerate(reports):
        yield a, a
        for b in reports[i + 1 :]:
            one, other = a[0], b[0]
            near = one.published is None or other.published is None or abs((one.published - other.published).days) <= LONGEST
            if near and share(one.gist, other.gist) >= RELATED:
                yield a, b


def happenings_from(
    told: Iterable[Told], verdicts: Mapping[Pair, Verdict], rulings: Rulings[str] | None = None
) -> tuple[Happening, ...]:
    """Give the happenings of tellings, one told once too, by first publication.

    Args:
        verdicts: by the keys of two tellings, in either order.
        rulings: what people decided of tellings, by their keys; above every verdict.
    """
    known = {one.key: one for one in told}
    members = sorted(known, key=lambda key: known[key].order)
    ties = (Tie(one, other, verdict.score) for (one, other), verdict in verdicts.items() if verdict.same)
    apart = (pair for pair, verdict in verdicts.items() if verdict.apart)
    heads = joined(members, ties, apart=apart, rulings=rulings)
    tied: dict[str, list[tuple[str, Verdict]]] = defaultdict(list)
    for (one, other), verdict in verdicts.items():
        if verdict.same:
            tied[one].append((other, verdict))
            tied[other].append((one, verdict))
    groups: dict[str, list[str]] = defaultdict(list)
    for key in members:
        groups[heads[key]].append(key)
    ruled = frozenset(chain.from_iterable(rulings.together)) if rulings else frozenset()
    return tuple(_happening([_telling(known[key], keys, tied[key], ruled) for key in keys]) for keys in groups.values())


def _telling(told: Told, group: Sequence[str], tied: Iterable[tuple[str, Verdict]], ruled: frozenset[str]) -> Telling:
    """Give a telling with the surest verdict that ties it to another of its group; the first is tied to itself."""
    inside = [verdict for other, verdict in tied if other in group]
    if told.key == group[0]:
        return Telling(told, 1.0, ("told first",) if len(group) > 1 else ())
    best = max(inside, key=lambda verdict: (verdict.score, verdict.reasons), default=None)
    if best is None:
        return Telling(told, 1.0, ("ruled to be of one event",) if told.key in ruled else ())
    return Telling(told, best.score, best.reasons)


def _happening(tellings: Sequence[Telling]) -> Happening:
    told = [telling.told for telling in tellings]
    first = told[0]
    kind = most_told((one.event_type, one.report) for one in told if one.event_type)
    modes = Counter(mode for one in told if one.event_type == kind for mode in one.modes)
    denied = _keys(one.denied_by for one in told)
    # Of realities that as many reports tell, one that says it is so: that somebody says it is not makes it contested.
    reality = most_told((one.reality, one.report) for one in sorted(told, key=lambda one: one.reality == "negated"))
    return Happening(
        hashlib.sha256(f"{first.report}\0{first.at}\0{first.event}".encode()).hexdigest()[:16], kind,
        tuple(sorted(modes, key=lambda mode: (-modes[mode], mode))), first.words, tuple(tellings), _parties(one.actors for one in told),
        _parties(one.recipients for one in told), place_of(told), date_of(told), reality or first.reality, _keys(one.asserted_by for one in told), denied,
        tuple(dict.fromkeys(one.report for one in told if not one.asserted_by and not one.denied_by)),
        bool(denied) or any(one.status != "asserted" or one.reality == "negated" for one in told), disagreements_of(told),
        tuple(SizeTold(size, one.report, one.published) for one in told for size in one.sizes),
        min((one.published for one in told if one.published), default=None),
    )  # fmt: skip


def _keys(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(lists)))


def _parties(lists: Iterable[Iterable[Party]]) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for party in chain.from_iterable(lists):
        found.setdefault(party.key, party)
    return tuple(found.values())
