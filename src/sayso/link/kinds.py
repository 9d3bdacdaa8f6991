"""What reports share, kind by kind: stories, claims, happenings and series, as a ledger takes them. KINDS is the list, in the order they are made.

Each kind has members (found in one reading), bonds (judged of two members alone and kept), and groups (of what bonds and rulings tie). So a ledger
that takes in one more report judges only its own members with those of related reports, and groups anew only what these touch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from ..findings.reading import Reading
from . import claims, happenings, series, stories
from .claims.judging import are_comparable, judged
from .happenings import may_be_one
from .joining import Rulings, Tie, joined
from .series import marks_of
from .stories import TIED

SAME, OPEN = "same", "open"
# Members of a connected part up to which all its pairs are judged: some 30 µs each.
MOST_JUDGED = 300


@dataclass(frozen=True, slots=True)
class Bond:
    """What ties two members, or keeps them apart: a relation of the kind, a score 0..1 and the reasons in words."""

    relation: str
    score: float
    reasons: tuple[str, ...]


class Member(Protocol):
    """A report, telling or figure as it is held against others."""

    @property
    def key(self) -> str:
        """Its name: rulings and bonds go by it."""
        ...

    def to_json(self) -> dict[str, Any]:
        """Give plain data."""
        ...


Bonds = Mapping[tuple[str, str], Bond]


@dataclass(frozen=True, slots=True)
class Group:
    """Members that are one thing, with what a ledger keeps of it.

    Attributes:
        head: key of its first member; it names the group.
        members: keys of all.
        thing: the claim, story, happening or series itself.
        name: what people call it; about: keys of actors it is about.
        first, last: days of publication, None where unknown.
        status: of a claim its status, of a happening or series "contested" or "uncontested"; None for a story.
    """

    head: str
    members: tuple[str, ...]
    thing: Any
    name: str
    about: tuple[str, ...]
    first: date | None
    last: date | None
    status: str | None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of what reports share.

    Attributes:
        name: "story", "claim", "happening", "series".
        members_of: those of a reading. load: reads what a member's `to_json` wrote.
        rank: what members are sorted by, as text; local: the id in its reading of the finding a member is, None where it is none.
        bond: what ties two members of related reports or of one, None for nothing.
        ties: tells whether a bond makes its members one group, if nothing speaks against it.
        group: groups of members that are tied to no others.
    """

    name: str
    members_of: Callable[[Reading], Iterable[Any]]
    load: Callable[[dict[str, Any]], Any]
    rank: Callable[[Any], str]
    local: Callable[[Any], str | None]
    bond: Callable[[Any, Any], Bond | None]
    ties: Callable[[Bond], bool]
    group: Callable[[Sequence[Any], Bonds, Rulings[str]], Iterator[Group]]


def _leads(reading: Reading) -> Iterator[stories.Lead]:
    yield stories.lead_of(reading)


def _kinship(one: stories.Lead, other: stories.Lead) -> Bond | None:
    kin = stories.kinship(one, other)
    return Bond(SAME if kin.score >= TIED else OPEN, kin.score, kin.reasons) if kin else None


def _stories(members: Sequence[stories.Lead], bonds: Bonds, rulings: Rulings[str]) -> Iterator[Group]:
    kinships = [stories.Kinship(min(pair), max(pair), bond.score, bond.reasons) for pair, bond in bonds.items()]
    for story in stories.stories_from(members, kinships, rulings):
        keys = tuple(member.report for member in story.reports)
        yield Group(story.key, keys, story, story.name, story.actors, story.first, story.last, None)


def _claim_bond(one: claims.Spoken, other: claims.Spoken) -> Bond | None:
    verdict = judged(one, other) if are_comparable(one, other) else None
    return Bond(verdict.relation, verdict.score, verdict.reasons) if verdict else None


def claim_group(claim: claims.Claim) -> Group:
    """Give what a ledger keeps of a claim."""
    days = [position.published for position in claim.positions if position.published]
    keys = tuple(position.key for position in claim.positions)
    return Group(
        claim.key, keys, claim, claim.text, claim.about, claim.first_published, max(days, default=None), claim.status.value
    )


def _claims(members: Sequence[claims.Spoken], bonds: Bonds, rulings: Rulings[str]) -> Iterator[Group]:
    verdicts = {pair: as_judged(bond) for pair, bond in bonds.items()}
    return (claim_group(claim) for claim in claims.claims_from(members, verdicts, rulings))


def as_judged(bond: Bond) -> claims.Judged:
    """Give a bond of tellings as claims take it."""
    return claims.Judged(bond.relation, bond.score, bond.reasons)


def _event_bond(one: happenings.Told, other: happenings.Told) -> Bond | None:
    if not may_be_one(one, other):
        return None
    verdict = happenings.verdict_of(one, other)
    return Bond(SAME, verdict.score, verdict.reasons) if verdict.same else None


def _happenings(members: Sequence[happenings.Told], bonds: Bonds, rulings: Rulings[str]) -> Iterator[Group]:
    verdicts = {pair: happenings.Verdict(b.score, True, False, b.reasons) for pair, b in bonds.items()}
    verdicts |= {pair: happenings.verdict_of(*two) for pair, two in _untied(members, bonds)}
    for found in happenings.happenings_from(members, verdicts, rulings):
        told = [telling.told for telling in found.tellings]
        days = [one.published for one in told if one.published]
        about = tuple(dict.fromkeys(party.key for party in (*found.actors, *found.recipients)))
        status = "contested" if found.is_contested else "uncontested"
        yield Group(
            told[0].key, tuple(one.key for one in told), found, found.words, about, found.first_published, max(days, default=None), status,
        )  # fmt: skip


def _figure_bond(one: series.Given, other: series.Given) -> Bond | None:
    if not marks_of(one) & marks_of(other):
        return None
    verdict = series.verdict_of(one, other)
    return Bond(SAME, verdict.score, verdict.reasons) if verdict.same_quantity else None


def _series(members: Sequence[series.Given], bonds: Bonds, rulings: Rulings[str]) -> Iterator[Group]:
    known = {member.key: member for member in members}
    verdicts = {pair: series.Verdict(b.score, True, False, b.reasons) for pair, b in bonds.items()}
    verdicts |= {pair: series.verdict_of(*two) for pair, two in _untied(members, bonds)}
    for found in series.series_from(members, verdicts, rulings):
        held = sorted((known[key] for key in found.members), key=_given_rank)
        days = [one.published for one in held if one.published]
        about = tuple(dict.fromkeys(key for one in held for key in (one.whose, one.giver) if key))
        status = "contested" if found.disagreements else "uncontested"
        yield Group(
            held[0].key, tuple(one.key for one in held), found, found.name, about, min(days, default=None), max(days, default=None), status,
        )  # fmt: skip


def _untied(members: Sequence[Any], bonds: Bonds) -> Iterator[tuple[tuple[str, str], tuple[Any, Any]]]:
    """Give the pairs of one connected part that no bond ties: of events and figures what keeps two apart is not kept, but judged anew.

    Nearly all pairs of a ledger are apart, and only within one part does it matter; in parts of very many members, only within what the bonds alone
    would make one group. A group of very many is left to the bonds.
    """
    for some in [members] if len(members) <= MOST_JUDGED else _by_bonds(members, bonds):
        for at, one in enumerate(some if len(some) <= MOST_JUDGED else ()):
            for other in some[at + 1 :]:
                if (one.key, other.key) not in bonds and (other.key, one.key) not in bonds:
                    yield (one.key, other.key), (one, other)


def _by_bonds(members: Sequence[Any], bonds: Bonds) -> Iterable[Sequence[Any]]:
    known = {member.key: member for member in members}
    head = joined(sorted(known), (Tie(one, other, bond.score) for (one, other), bond in bonds.items()))
    groups: dict[str, list[Any]] = {}
    for key in sorted(known):
        groups.setdefault(head[key], []).append(known[key])
    return groups.values()


def _day(day: date | None) -> str:
    return (day or date.max).isoformat()


def _given_rank(one: series.Given) -> str:
    return f"{_day(one.published)} {one.report} {one.span.start:09d} {one.span.end:09d}"


STORY = Kind(
    "story", _leads, stories.Lead.from_json, lambda one: f"{_day(one.day)} {one.key}", lambda one: None, _kinship,
    lambda bond: bond.relation == SAME, _stories,
)  # fmt: skip
CLAIM = Kind(
    "claim", claims.spoken_in, claims.Spoken.from_json, lambda one: one.rank, lambda one: one.finding, _claim_bond,
    lambda bond: as_judged(bond).joins, _claims,
)  # fmt: skip
HAPPENING = Kind(
    "happening", happenings.told_in, happenings.Told.from_json, lambda one: f"{_day(one.published)} {one.report} {one.at:09d} {one.event}",
    lambda one: one.event, _event_bond, lambda bond: bond.relation == SAME, _happenings,
)  # fmt: skip
SERIES = Kind(
    "series", series.given_in, series.Given.from_json, _given_rank, lambda one: one.figure, _figure_bond,
    lambda bond: bond.relation == SAME, _series,
)  # fmt: skip

# Stories first: their leads tell which reports' claims, events and figures are worth comparing.
KINDS = (STORY, CLAIM, HAPPENING, SERIES)
