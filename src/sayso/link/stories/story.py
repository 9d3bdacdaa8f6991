"""Reports → stories: reports on the same happening, named by a headline of theirs. A pure function of the set of reports and what people ruled."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ...findings.reading import Reading
from ..joining import Rulings, Tie, joined
from .bands import is_near, kept, sought
from .kin import Kinship, kinship
from .lead import Lead, lead_of
from .linkage import Bar, linked, met
from .naming import names_well
from .parting import parted

# Least mean score of the pairs between two groups that are one story, by how many reports are in each. Two reports or a few have few pairs to go by:
# `LEAST`. A report by itself is of a story of `MANY` at `LONE`: the mean of so many pairs tells more than a pair. Two groups of `MANY` are each
# a story already, and two of one kind share the words of their matter: they stay apart below `SURE`. Chosen on ECB+ train by cross-validation
# (benchmarks/stories/fit.py): 95.3 where the best single bar has 93.0. ECB+ has hardly a story of one report, so `LEAST` stays what pairs need.
LEAST, LONE, SURE = 0.35, 0.2, 0.5
MANY = 4
# Two reports that neither this nor more ties, directly or by way of others, nor a ruling, are in no case of one story: a mean of `LONE` needs
# a pair of `LONE`. What else a ledger holds need not be looked at.
TIED = LONE
# Through how many of its surest neighbours a report meets others it has no band in common with.
MOST_MET = 16
MOST_ACTORS = 6
# What part of the likeness of the report most like the others another must have to name a story in its place.
NEARLY = 0.9


@dataclass(frozen=True, slots=True)
class Member:
    """One report of a story.

    Attributes:
        report: its key.
        score: mean of how likely it tells of the same as each of the others, 0..1; 1 where there is no other.
        reasons: what it shares with the report of the story it is nearest to.
    """

    report: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Reports on the same happening.

    Attributes:
        key: key of its first report.
        name: the headline of the report that is most like the others, or of one nearly as like that says better what happened; a report's own words.
        reports: by publication, then key; no day last.
        first, last: first and last day of publication, None where no day is known.
        actors: keys of who is named in most of the reports.
    """

    key: str
    name: str
    reports: tuple[Member, ...]
    first: date | None
    last: date | None
    actors: tuple[str, ...]


def stories_from(leads: Iterable[Lead], kinships: Iterable[Kinship], rulings: Rulings[str] | None = None) -> tuple[Story, ...]:
    """Give the stories of some reports, by their first report.

    Args:
        leads: the reports. Those that no kinship of `TIED` or more and no ruling "together" ties to these, directly or by way of others, may be
            left out: these come out the same.
        kinships: those of reports that share a band, as `kinships_among` gives them; one with a report that is not given is passed over.
        rulings: what people put together and kept apart.
    """
    held = {lead.key: lead for lead in sorted(leads, key=lambda lead: lead.order)}
    given = {(kin.one, kin.other): kin for kin in kinships if kin.one in held and kin.other in held}
    pairs = given | _met(held, given.values())
    head = grouped(held, [Tie(kin.one, kin.other, kin.score) for kin in pairs.values()], rulings=rulings)
    members: dict[str, list[Lead]] = defaultdict(list)
    for key, lead in held.items():
        members[head[key]].append(lead)
    near: dict[str, list[Kinship]] = defaultdict(list)
    for kin in pairs.values():
        if head[kin.one] == head[kin.other]:
            near[kin.one].append(kin)
            near[kin.other].append(kin)
    return tuple(_story(group, near) for group in members.values())


def bar_of(fewer: int, more: int) -> float:
    """Give the least mean score at which two groups of these sizes are one story."""
    if more < MANY:
        return LEAST
    return LONE if fewer == 1 else LEAST if fewer < MANY else SURE


def grouped(
    held: dict[str, Lead], ties: list[Tie[str]], *, bar: Bar = bar_of, rulings: Rulings[str] | None = None
) -> dict[str, str]:
    """Give for every report the first of its story: groups by their pairs, parted by what is within them, but for what people put together.

    Args:
        held: the reports by key, in the order of their publication.
        ties: how likely two are of one story; a pair that is not among them counts as 0.
        bar: the least mean score at which two groups are one.
        rulings: what people put together and kept apart.
    """
    found = linked(list(held), ties, bar=bar, rulings=rulings)
    groups: dict[str, list[Lead]] = defaultdict(list)
    for key, lead in held.items():
        groups[found[key]].append(lead)
    head: dict[str, str] = {}
    for group in groups.values():
        for part in parted(group):
            head |= {lead.key: part[0].key for lead in part}
    ruled = rulings.together if rulings else ()
    together = [Tie(head[one], head[other], 1.0) for one, other in ruled if one in head and found[one] == found.get(other)]
    bound = joined([key for key in held if head[key] == key], together)
    return {key: bound[first] for key, first in head.items()}


def _met(held: dict[str, Lead], given: Iterable[Kinship]) -> dict[tuple[str, str], Kinship]:
    """Give the kinships of reports that share no band and are both near to a third."""
    found = met((Tie(kin.one, kin.other, kin.score) for kin in given), least=LEAST, most=MOST_MET)
    made = ((pair, kinship(held[pair[0]], held[pair[1]])) for pair in found)
    return {pair: kin for pair, kin in made if kin is not None}


def stories_of(readings: Iterable[Reading], rulings: Rulings[str] | None = None) -> tuple[Story, ...]:
    """Give the stories of some readings; of several with one key the earliest published counts."""
    leads: dict[str, Lead] = {}
    for lead in sorted((lead_of(reading) for reading in readings), key=lambda lead: (lead.order, repr(lead))):
        leads.setdefault(lead.key, lead)
    return stories_from(leads.values(), kinships_among(list(leads.values())), rulings)


def kinships_among(leads: Sequence[Lead]) -> tuple[Kinship, ...]:
    """Give the kinships of all reports that share a band and are not published too far apart."""
    held: dict[int, list[int]] = defaultdict(list)
    for at, lead in enumerate(leads):
        for band in kept(lead):
            held[band].append(at)
    pairs = {
        (min(at, other), max(at, other)) for at, lead in enumerate(leads) for band in sought(lead) for other in held.get(band, ())
    }
    near = ((leads[one], leads[other]) for one, other in pairs if one != other and is_near(leads[one], leads[other]))
    found = (kinship(one, other) for one, other in near)
    return tuple(sorted((kin for kin in found if kin is not None), key=lambda kin: (kin.one, kin.other)))


def _story(group: Sequence[Lead], near: dict[str, list[Kinship]]) -> Story:
    total = {lead.key: sum(round(1000 * kin.score) for kin in near[lead.key]) for lead in group}
    others = len(group) - 1
    members = []
    for lead in group:
        nearest = min(near[lead.key], key=lambda kin: (-kin.score, kin.one, kin.other), default=None)
        score = total[lead.key] / 1000 / others if others else 1.0
        members.append(Member(lead.key, round(score, 3), nearest.reasons if nearest else ()))
    days = [lead.day for lead in group if lead.day]
    return Story(
        group[0].key, _name(group, total), tuple(members), min(days, default=None), max(days, default=None), _actors(group)
    )


def _name(group: Sequence[Lead], total: dict[str, int]) -> str:
    """Give the headline of the report that is most like the others; of those nearly as like it, one that says what happened comes first."""
    most = max(total.values())
    named = min(
        group,
        key=lambda lead: (
            not lead.headline,
            not (names_well(lead.headline) and total[lead.key] >= NEARLY * most),
            -total[lead.key],
            lead.order,
        ),
    )
    return named.headline


def _actors(group: Sequence[Lead]) -> tuple[str, ...]:
    """Give who is named in half of the reports or more, those of most reports first, then the most named."""
    count = Counter(key for lead in group for key in lead.actors)
    rank: Counter[str] = Counter()
    for lead in group:
        for at, key in enumerate(lead.actors):
            rank[key] += at
    most = [key for key, number in count.items() if 2 * number >= len(group)]
    return tuple(sorted(most, key=lambda key: (-count[key], rank[key], key))[:MOST_ACTORS])
