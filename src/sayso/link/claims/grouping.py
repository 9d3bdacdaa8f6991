"""Readings → claims with everybody's position. A pure function of the set of readings: the order they come in changes nothing.

Tellings that may be of one claim are found by the words they share, and judged in pairs. Those that tell the same, surely enough, are joined, best pairs
first; a pair that denies or differs keeps its two sides in two claims for good. Denials, doubts and silences are then laid to the claim they are about.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ...findings.reading import Reading
from ...span import Span
from .claim import Claim, ClaimStatus, Difference, Position, Stand
from .denials import answers
from .relation import Relation, Verdict, verdict_of
from .spoken import Spoken, spoken_in

# Lowest score at which two tellings are counted as one claim. Support is counted by it: it is higher than what `relation_of` calls the same.
JOINED = 0.75
# Words that stand in more tellings than this say nothing of which belong together.
MOST_TELLINGS = 200
# Words two tellings must share to be compared.
LEAST_SHARED = 2
_FORWARD = (Stand.ASSERTS, Stand.CONFIRMS)

Pair = tuple[int, int]
Ties = dict[int, dict[int, Verdict]]  # for each telling, those it was judged with


def claims_of(readings: Iterable[Reading]) -> tuple[Claim, ...]:
    """Give the claims of some readings, by first publication; a reading given twice counts once."""
    spoken = _sorted_spoken(readings)
    verdicts = {pair: verdict_of(spoken[pair[0]].telling, spoken[pair[1]].telling) for pair in _candidates(spoken)}
    ties: Ties = defaultdict(dict)
    for (a, b), verdict in verdicts.items():
        ties[a][b] = ties[b][a] = verdict
    owner = _joined(spoken, verdicts)
    linked = _answers(spoken, ties, owner)
    members: dict[int, list[int]] = defaultdict(list)
    for at, head in owner.items():
        members[head].append(at)
    for at, (head, _) in linked.items():
        members[head].append(at)
    return tuple(_claim(spoken, head, sorted(members[head]), owner, ties, linked) for head in sorted(members))


def _sorted_spoken(readings: Iterable[Reading]) -> list[Spoken]:
    found: dict[tuple[str, Span], Spoken] = {}
    for reading in readings:
        for one in spoken_in(reading):
            found.setdefault((one.report, one.telling.span), one)
    return sorted(found.values(), key=lambda one: one.order)


def _candidates(spoken: Sequence[Spoken]) -> list[Pair]:
    """Give the pairs that share words enough, or one report where one of them answers."""
    words: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(spoken):
        for word in {key for w in one.telling.body if w.weight >= 1.0 for key in (w.stem, *w.groups)}:
            words[word].append(at)
    shared: Counter[Pair] = Counter()
    for places in words.values():
        if len(places) <= MOST_TELLINGS:
            shared.update((a, b) for i, a in enumerate(places) for b in places[i + 1 :])
    found = {pair for pair, count in shared.items() if count >= LEAST_SHARED}
    reports: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(spoken):
        reports[one.report].append(at)
    for places in reports.values():
        found |= {
            (a, b)
            for i, a in enumerate(places)
            for b in places[i + 1 :]
            if (spoken[a].stand in _FORWARD) != (spoken[b].stand in _FORWARD)
        }
    return sorted(found)


def _joined(spoken: Sequence[Spoken], verdicts: dict[Pair, Verdict]) -> dict[int, int]:
    """Give for every telling that puts something forward the first telling of its claim."""
    owner = {at: at for at, one in enumerate(spoken) if one.stand in _FORWARD}
    groups = {at: {at} for at in owner}
    apart = {pair for pair, verdict in verdicts.items() if verdict.relation in (Relation.DENIES, Relation.DIFFERS)}
    same = [
        (-v.score, pair)
        for pair, v in verdicts.items()
        if v.relation is Relation.SAME and v.score >= JOINED and set(pair) <= owner.keys()
    ]
    for _, (a, b) in sorted(same):
        one, other = sorted((owner[a], owner[b]))
        if one == other or any((min(x, y), max(x, y)) in apart for x in groups[one] for y in groups[other]):
            continue
        groups[one] |= groups.pop(other)
        for at in groups[one]:
            owner[at] = one
    return owner


def _answers(spoken: Sequence[Spoken], ties: Ties, owner: dict[int, int]) -> dict[int, tuple[int, Verdict]]:
    """Lay every denial, doubt and silence to the claim it is about; one that is about none is a claim of its own."""
    found: dict[int, tuple[int, Verdict]] = {}
    for at, one in enumerate(spoken):
        if one.stand in _FORWARD:
            continue
        offers = sorted(_offers(spoken, ties, owner, at), key=lambda offer: (-offer[1].score, offer[0]))
        found[at] = (owner[offers[0][0]], offers[0][1]) if offers else (at, Verdict(Relation.SAME, 1.0, ()))
    return found


def _offers(spoken: Sequence[Spoken], ties: Ties, owner: dict[int, int], at: int) -> Iterator[tuple[int, Verdict]]:
    for other, verdict in ties.get(at, {}).items():
        if other not in owner:
            continue
        if spoken[at].stand is Stand.DENIES:
            if verdict.relation is Relation.DENIES:
                yield other, verdict
        elif why := answers(spoken[at].telling, spoken[other].telling):
            yield other, Verdict(Relation.UNRELATED, 0.6, (why.replace("it denies", "it is asked about"),))


def _claim(
    spoken: Sequence[Spoken], head: int, members: Sequence[int], owner: dict[int, int], ties: Ties,
    linked: dict[int, tuple[int, Verdict]],
) -> Claim:  # fmt: skip
    positions = []
    for at in members:
        verdict = linked[at][1] if at in linked else _link(at, members, ties)
        one = spoken[at]
        positions.append(
            Position(
                one.stand,
                one.report,
                one.telling.span,
                one.telling.text,
                one.speaker,
                one.statement,
                one.published,
                verdict.score,
                verdict.reasons,
            )
        )
    forward = [at for at in members if spoken[at].stand in _FORWARD] or [head]
    days = [one.published for one in (spoken[at] for at in members) if one.published]
    # A denial by plain negation is itself put forward; it stands as its own claim, and contests this one.
    turned = [other for at in members for other in _against(at, ties) if other in owner]
    denied = any(p.stand is Stand.DENIES for p in positions) or bool(turned)
    return Claim(
        _key(spoken[head]), spoken[head].telling.text, tuple(sorted({key for at in forward for key in spoken[at].telling.parties})), tuple(positions),
        min(days, default=None), ClaimStatus.CONTESTED if denied else ClaimStatus.UNCONTESTED, _differences(spoken, head, members, owner, ties),
    )  # fmt: skip


def _against(at: int, ties: Ties) -> Iterator[int]:
    return (other for other, verdict in ties.get(at, {}).items() if verdict.relation is Relation.DENIES)


def _link(at: int, members: Sequence[int], ties: Ties) -> Verdict:
    """Give the surest verdict that ties a telling to another of its claim; the only one of a claim is tied to itself."""
    found = [v for other in members if (v := ties.get(at, {}).get(other)) and v.relation is Relation.SAME]
    return max(found, key=lambda v: (v.score, v.reasons), default=Verdict(Relation.SAME, 1.0, ()))


def _differences(
    spoken: Sequence[Spoken], head: int, members: Sequence[int], owner: dict[int, int], ties: Ties
) -> tuple[Difference, ...]:
    best: dict[int, Verdict] = {}
    for at in members:
        for other_at, verdict in ties.get(at, {}).items():
            other = owner.get(other_at)
            if verdict.relation not in (Relation.DIFFERS, Relation.DENIES) or other is None or other == head or at not in owner:
                continue
            if other not in best or (verdict.score, verdict.reasons) > (best[other].score, best[other].reasons):
                best[other] = verdict
    return tuple(sorted((Difference(_key(spoken[at]), v.score, v.reasons) for at, v in best.items()), key=lambda d: d.claim))


def _key(one: Spoken) -> str:
    return hashlib.sha256(f"{one.report}\0{one.telling.span.start}\0{one.telling.span.end}".encode()).hexdigest()[:16]
