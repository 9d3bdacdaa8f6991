"""Readings → claims with everybody's position. A pure function of the set of readings: the order they come in changes nothing.

Tellings of related reports that share words are judged in pairs. Those that tell the same, surely enough, are joined, best pairs first; a pair that
denies or differs keeps its two sides in two claims, unless people rule otherwise. Denials, doubts and silences are then laid to the claim they are
about. `heads_of`, `offer_of` and `claim_from` are the steps by themselves: a ledger takes them with what a new report touches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ...findings.reading import Reading
from ..joining import Rulings, Tie, joined
from ..stories import kinships_among, lead_of
from .claim import Claim
from .judging import ANSWERS, Judged, are_comparable, judged
from .making import Link, claim_from
from .relation import Relation
from .spoken import Spoken, spoken_in

Pair = tuple[str, str]


def claims_of(readings: Iterable[Reading], rulings: Rulings[str] | None = None) -> tuple[Claim, ...]:
    """Give the claims of some readings, by first publication; a reading given twice counts once."""
    known = {reading.report.key: reading for reading in readings}
    spoken = {key: [*{one.key: one for one in spoken_in(reading)}.values()] for key, reading in known.items()}
    leads = [lead_of(reading) for reading in known.values()]
    related = [(kin.one, kin.other) for kin in kinships_among(leads)] + [(key, key) for key in known]
    verdicts: dict[Pair, Judged] = {}
    for a, b in related:
        for one, other in pairs_between(spoken[a], spoken[b]):
            if are_comparable(one, other) and (verdict := judged(one, other)):
                verdicts[one.key, other.key] = verdict
    return claims_from([one for some in spoken.values() for one in some], verdicts, rulings)


def pairs_between(ones: Sequence[Spoken], others: Sequence[Spoken]) -> Iterable[tuple[Spoken, Spoken]]:
    """Give the pairs of tellings of two reports, or of one report given twice; the one of lesser rank first."""
    if ones and others and ones[0].report == others[0].report:
        return (sort_two(one, other) for at, one in enumerate(ones) for other in ones[at + 1 :])
    return (sort_two(one, other) for one in ones for other in others)


def sort_two(one: Spoken, other: Spoken) -> tuple[Spoken, Spoken]:
    """Give two tellings, the one of lesser rank first."""
    return (one, other) if one.rank <= other.rank else (other, one)


def claims_from(
    spoken: Iterable[Spoken], verdicts: Mapping[Pair, Judged], rulings: Rulings[str] | None = None
) -> tuple[Claim, ...]:
    """Give the claims of tellings whose pairs were judged, by first publication."""
    known = {one.key: one for one in sorted(spoken, key=lambda one: one.rank)}
    ties: dict[str, dict[str, Judged]] = defaultdict(dict)
    for (a, b), verdict in verdicts.items():
        ties[a][b] = ties[b][a] = verdict
    head = heads_of(list(known.values()), verdicts, rulings)
    links: dict[str, Link] = {}
    for key, one in known.items():
        if not one.is_forward:
            forward = {other: verdict for other, verdict in ties[key].items() if other in head}
            links[key] = offer_of(one, forward, head, {k: known[k].rank for k in forward}, rulings)
    members: dict[str, list[Spoken]] = defaultdict(list)
    for key, one in known.items():
        members[head[key] if key in head else links[key].head].append(one)
    owner = head | {key: link.head for key, link in links.items()}
    made = (claim_from(group, ties, links, owner, forward=frozenset(head)) for _, group in _by_head(known, members))
    return tuple(made)


def _by_head(known: Mapping[str, Spoken], members: Mapping[str, list[Spoken]]) -> list[tuple[str, list[Spoken]]]:
    return sorted(members.items(), key=lambda item: known[item[0]].rank)


def heads_of(spoken: Sequence[Spoken], verdicts: Mapping[Pair, Judged], rulings: Rulings[str] | None = None) -> dict[str, str]:
    """Give for every telling that puts something forward the first telling of its claim.

    Tellings that no sure "same" and no ruling ties to these may be left out: these come out the same.
    """
    forward = [one.key for one in sorted(spoken, key=lambda one: one.rank) if one.is_forward]
    ties = [Tie(one, other, verdict.score) for (one, other), verdict in verdicts.items() if verdict.joins]
    apart = [pair for pair, verdict in verdicts.items() if verdict.parts]
    return joined(forward, ties, apart=apart, rulings=rulings)


def offer_of(
    answer: Spoken, forward: Mapping[str, Judged], head: Mapping[str, str], ranks: Mapping[str, str], rulings: Rulings[str] | None
) -> Link:
    """Lay a denial, doubt or silence to the claim it is surest about; one that is about none is a claim of its own.

    Args:
        forward: what ties it to tellings that put something forward, by their keys.
        head, ranks: the claims of these tellings, and what they are sorted by.
    """
    ruled: Rulings[str] = rulings or Rulings()
    for one, other in reversed(ruled.together):
        there = other if one == answer.key else one if other == answer.key else ""
        if there in head:
            return Link(head[there], 1.0, ("people put them together",))
    kept_out = {other for pair in ruled.apart if answer.key in pair for other in pair}
    out_of = {head[key] for key in kept_out if key in head}
    wanted = Relation.DENIES.value if not answer.is_forward and answer.stand.value == "denies" else ANSWERS
    offers = [
        (-verdict.score, ranks[key], key)
        for key, verdict in forward.items()
        if verdict.relation == wanted and key in head and head[key] not in out_of
    ]
    if not offers:
        return Link(answer.key, 1.0, ())
    _, _, best = min(offers)
    return Link(head[best], forward[best].score, forward[best].reasons)
