"""What a question about claims, stories, happenings and series gives back: each with who stands where, and the reports it is told in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..findings.figure import FigureKind
from ..link.claims import FOR, ClaimStatus, Stand
from ..link.happenings import Disagreement, Where
from ..link.origins import Origin
from ..link.series import Carrier, Series
from ..span import Span
from ..when import When
from .found import ActorCard, Flat, ReportCard, cell

BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class Spread:
    """How widely something is told.

    Attributes:
        reports: keys of all reports that tell it, copies too, sorted; outlets: how many these are of.
        first, last: first and last day of publication, None where no day is known.
    """

    reports: tuple[str, ...]
    outlets: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class FoundPosition:
    """One telling of a claim.

    Attributes:
        member: the telling's name in the ledger; finding: key of the statement (for the report's own voice of a figure or event in the
            sentence), for `sayso show`; None where there is none.
        stand: what it does with the claim.
        who: the speaker, None for the report's own voice and where nobody is known.
        own_voice: True where the report tells it itself.
        report: the report it is shown from; carriers: keys of all that print that text.
        span: where it stands in the text; words: verbatim.
        score: how sure the link to the claim is, 0..1; reasons: why, in words.
    """

    member: str
    finding: str | None
    stand: Stand
    who: ActorCard | None
    own_voice: bool
    report: ReportCard
    carriers: tuple[str, ...]
    span: Span
    words: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundDifference:
    """Another claim that cannot hold beside this one: its key and words, "denies" or "differs", how sure, and why."""

    key: str
    text: str
    relation: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundMove:
    """Somebody whose position changed: from, to, on which day, in which report."""

    who: ActorCard
    before: Stand
    after: Stand
    since: date | None
    report: str


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """One proposition with everybody's position on it.

    Attributes:
        text: the words of the first telling. about: actors in the tellings that put it forward.
        status, since: whether it is contested or withdrawn, and from which day.
        positions: by publication, report and place in it.
        origins: where it started: distinct sources, those with most reports first.
        stories: keys of the stories its reports belong to.
    """

    key: str
    text: str
    status: ClaimStatus
    since: date | None
    about: tuple[ActorCard, ...]
    positions: tuple[FoundPosition, ...]
    origins: tuple[Origin, ...]
    differences: tuple[FoundDifference, ...]
    moves: tuple[FoundMove, ...]
    spread: Spread
    stories: tuple[str, ...]

    def standing(self, *stands: Stand) -> tuple[FoundPosition, ...]:
        """Give the positions of some stands."""
        return tuple(position for position in self.positions if position.stand in stands)

    @property
    def support(self) -> Spread:
        """How widely it is put forward: `spread` counts reports that only deny it or tell of a silence too."""
        found = self.standing(*FOR)
        reports = {key for position in found for key in position.carriers} | {
            key for each in self.origins for key in each.reports
        }
        outlets = {outlet for each in self.origins for outlet in each.outlets}
        days = sorted(position.report.published for position in found if position.report.published)
        return Spread(tuple(sorted(reports)), len(outlets), days[0] if days else None, days[-1] if days else None)

    def flat(self) -> Flat:
        """Give one line of a table."""
        by_stand = {stand.value: _whose(self.standing(stand)) for stand in Stand}
        return {
            "key": self.key, "text": self.text, "status": self.status.value, "since": cell(self.since),
            "about": BETWEEN.join(card.key for card in self.about), **by_stand, "origins": len(self.origins),
            "origin_names": BETWEEN.join(each.name or each.kind.value for each in self.origins),
            "supporting_outlets": self.support.outlets, "supporting_reports": len(self.support.reports), "outlets": self.spread.outlets,
            "reports": len(self.spread.reports), "first_published": cell(self.spread.first), "last_published": cell(self.spread.last),
            "differs_from": BETWEEN.join(each.key for each in self.differences), "stories": BETWEEN.join(self.stories),
        }  # fmt: skip


def _whose(positions: Iterable[FoundPosition]) -> str:
    names = (p.who.name if p.who else f"({p.report.outlet or p.report.place})" if p.own_voice else "(unnamed)" for p in positions)
    return BETWEEN.join(dict.fromkeys(names))


@dataclass(frozen=True, slots=True)
class StoryReport:
    """A report of a story: how sure it belongs, and why, in words."""

    report: ReportCard
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundStory:
    """Reports on the same happening.

    Attributes:
        name: the headline of the report that is most like the others.
        actors: who is named in most of them.
        reports: by publication; copies of a text stand under the first that prints it, see `spread`.
        claims, events, series: how many of each are told in them.
    """

    key: str
    name: str
    actors: tuple[ActorCard, ...]
    reports: tuple[StoryReport, ...]
    spread: Spread
    claims: int
    contested: int
    happenings: int

    def flat(self) -> Flat:
        """Give one line of a table."""
        return {
            "key": self.key, "name": self.name, "first_published": cell(self.spread.first), "last_published": cell(self.spread.last),
            "actors": BETWEEN.join(card.key for card in self.actors), "texts": len(self.reports), "reports": len(self.spread.reports),
            "outlets": self.spread.outlets, "claims": self.claims, "contested": self.contested, "happenings": self.happenings,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventTelling:
    """One telling of an event: the event's key in the ledger, its report, its words and where they stand, how sure it belongs, and why."""

    finding: str | None
    report: ReportCard
    carriers: tuple[str, ...]
    words: str
    reality: str
    score: float
    reasons: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class FoundHappening:
    """One event with all its tellings and what they disagree on; fields as in link.happenings.Happening."""

    key: str
    event_type: str | None
    modes: tuple[str, ...]
    words: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    actor_names: tuple[str, ...]
    recipient_names: tuple[str, ...]
    place: Where | None
    date: When | None
    reality: str
    contested: bool
    asserted_by: tuple[ActorCard, ...]
    denied_by: tuple[ActorCard, ...]
    told_by: tuple[str, ...]
    disagreements: tuple[Disagreement, ...]
    tellings: tuple[EventTelling, ...]
    spread: Spread
    stories: tuple[str, ...]

    def flat(self) -> Flat:
        """Give one line of a table."""
        told = (f"{d.what.value}: {' / '.join(side.value for side in d.sides)}" for d in self.disagreements)
        return {
            "key": self.key, "event_type": self.event_type, "modes": BETWEEN.join(self.modes), "words": self.words,
            "actor": BETWEEN.join(self.actors), "actor_name": BETWEEN.join(self.actor_names), "recipient": BETWEEN.join(self.recipients),
            "recipient_name": BETWEEN.join(self.recipient_names), "place": self.place.name if self.place else None,
            "place_country": self.place.country if self.place else None, "on_from": cell(self.date.start) if self.date else None,
            "on_to": cell(self.date.end) if self.date else None, "reality": self.reality, "contested": self.contested,
            "asserted_by": BETWEEN.join(card.key for card in self.asserted_by),
            "denied_by": BETWEEN.join(card.key for card in self.denied_by), "disagreements": BETWEEN.join(told),
            "tellings": len(self.tellings), "reports": len(self.spread.reports), "outlets": self.spread.outlets,
            "first_published": cell(self.spread.first), "last_published": cell(self.spread.last), "stories": BETWEEN.join(self.stories),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundSeries:
    """One quantity over time and by giver; `series` holds points, revisions and disagreements as link.series has them."""

    key: str
    series: Series
    findings: dict[str, str]
    reports: dict[str, ReportCard]
    spread: Spread
    stories: tuple[str, ...]

    @property
    def kind(self) -> FigureKind:
        """Give what kind of quantity it is."""
        return self.series.kind

    def figure_of(self, carrier: Carrier) -> str | None:
        """Give the ledger's key of the figure that carries a number of the series."""
        return self.findings.get(f"{carrier.report}:{carrier.figure}")

    def flat(self) -> Flat:
        """Give one line of a table."""
        it = self.series
        latest = (f"{point.name}: {point.words}" for point in it.latest)
        return {
            "key": self.key, "name": it.name, "kind": it.kind.value, "unit": it.unit, "low": it.low, "high": it.high, "points": len(it.points),
            "givers": len({point.giver or point.name for point in it.points}), "latest": BETWEEN.join(latest),
            "revisions": len(it.revisions), "disagreements": len(it.disagreements), "reports": len(self.spread.reports),
            "outlets": self.spread.outlets, "first_published": cell(self.spread.first), "last_published": cell(self.spread.last),
            "stories": BETWEEN.join(self.stories),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundNamed:
    """A story or claim whose name or words hold what was searched for.

    Attributes:
        marks: where the words stand in `name`.
        is_alike: it says one of them at least in another word that tells the same.
    """

    key: str
    kind: str
    name: str
    status: str | None
    marks: tuple[Span, ...]
    spread: Spread
    is_alike: bool = False

    def flat(self) -> Flat:
        """Give one line of a table, with the columns that a text found has."""
        return {
            "report": None, "outlet": None, "title": None, "published": cell(self.spread.first), "places": len(self.marks), "spans": "",
            "snippet": self.name, "carriers": len(self.spread.reports), "kind": self.kind, "key": self.key,
            "is_alike": self.is_alike,
        }  # fmt: skip


Linked = FoundClaim | FoundStory | FoundHappening | FoundSeries


def kind_of(record: Linked) -> str:
    """Give the word for what it is: "claim", "story", "happening", "series"."""
    kinds = {FoundClaim: "claim", FoundStory: "story", FoundHappening: "happening", FoundSeries: "series"}
    return kinds[type(record)]


def member_keys(record: Linked) -> frozenset[str]:
    """Give the keys by which decisions name what a record is made of: findings, reports, tellings."""
    if isinstance(record, FoundClaim):
        return frozenset(key for each in record.positions for key in (each.member, each.finding) if key)
    if isinstance(record, FoundStory):
        return frozenset(each.report.key for each in record.reports)
    if isinstance(record, FoundHappening):
        return frozenset(each.finding for each in record.tellings if each.finding)
    return frozenset((*record.findings, *record.findings.values()))
