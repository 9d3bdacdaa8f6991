"""Rows of linkages → claims, stories, happenings and series as a question gives them back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from ..findings.reading import build
from ..link.claims import Claim
from ..link.happenings import Disagreement, Where
from ..link.origins import Origin
from ..link.series import Series
from ..link.stories import Story
from ..span import Span
from ..when import When
from . import name_index
from .batching import batches
from .cards import Shelf
from .found import ActorCard, ReportCard
from .found_links import (
    EventTelling,
    FoundClaim,
    FoundDifference,
    FoundHappening,
    FoundMove,
    FoundNamed,
    FoundPosition,
    FoundSeries,
    FoundStory,
    Linked,
    Spread,
    StoryReport,
)
from .link_tables import linkage_reports, linkages, linked_texts, members
from .linking.shelf import unpack
from .linking.writing import report_of
from .people import People
from .tables import reports


class _Around:
    """What the rows of one answer share, fetched once: reports, who prints which text, findings of members, actors, stories."""

    def __init__(self, connection: Connection, rows: Sequence[Row[Any]]) -> None:
        self._connection = connection
        self.bodies: dict[str, Any] = {row.key: unpack(row.body) for row in rows}
        self._told = self._reports_of(rows)
        self._in_stories = self._stories_of(key for told in self._told.values() for key in told)
        self._people = People(connection)
        self._carriers: dict[str, list[str]] = {}
        self._cards: dict[str, ReportCard] = {}
        self.findings: dict[str, str] = {}
        self.shas: dict[str, str] = {}

    def fetch(self, kind: str, held: Iterable[str], actors: Iterable[str]) -> None:
        """Fetch what members stand in and are, and who actors are."""
        held = list(held)
        firsts = sorted({report_of(member) for member in held})
        wanted = select(linked_texts.c.report_key, linked_texts.c.text_sha256, reports.c.key).join(
            reports, reports.c.text_sha256 == linked_texts.c.text_sha256
        )
        for batch in batches(firsts):
            for row in self._connection.execute(wanted.where(linked_texts.c.report_key.in_(batch)).order_by(reports.c.number)):
                self._carriers.setdefault(row.report_key, []).append(row.key)
                self.shas[row.report_key] = row.text_sha256
        for batch in batches(held):
            own = select(members.c.key, members.c.finding_key).where(members.c.kind == kind, members.c.key.in_(batch))
            self.findings |= {row.key: row.finding_key for row in self._connection.execute(own) if row.finding_key}
        self._cards = Shelf(self._connection).reports(firsts)
        self._people.fetch((key, "") for key in sorted(set(actors)))

    def _reports_of(self, rows: Sequence[Row[Any]]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for kind in sorted({row.kind for row in rows}):
            for batch in batches(row.key for row in rows if row.kind == kind):
                told = select(linkage_reports.c.key, linkage_reports.c.report_key).where(
                    linkage_reports.c.kind == kind, linkage_reports.c.key.in_(batch)
                )
                for key, report in self._connection.execute(told.order_by(linkage_reports.c.report_key)):
                    found.setdefault(key, []).append(report)
        return found

    def report(self, first: str) -> ReportCard:
        """Give the card of the report by which a text counts."""
        return self._cards[first]

    def carriers(self, first: str) -> tuple[str, ...]:
        """Give the keys of all reports that print its text."""
        return tuple(self._carriers.get(first, (first,)))

    def who(self, key: str | None, first: str = "") -> ActorCard | None:
        """Give who it is in a report's text."""
        return self._people.card(key, self.shas.get(first, "")) if key else None

    def cards(self, keys: Iterable[str]) -> tuple[ActorCard, ...]:
        """Give who they are, those the ledger does not know left out."""
        return tuple(card for key in keys if (card := self.who(key)))

    def spread(self, row: Row[Any]) -> Spread:
        """Give how widely a linkage is told."""
        return Spread(tuple(self._told.get(row.key, ())), row.number_of_outlets, row.first_published, row.last_published)

    def stories(self, row: Row[Any]) -> tuple[str, ...]:
        """Give the keys of the stories a linkage's reports belong to, sorted."""
        return tuple(sorted({key for report in self._told.get(row.key, ()) for key in self._in_stories.get(report, ())}))

    def _stories_of(self, told: Iterable[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for batch in batches(sorted(set(told))):
            held = select(linkage_reports.c.report_key, linkage_reports.c.key).where(
                linkage_reports.c.kind == "story", linkage_reports.c.report_key.in_(batch)
            )
            for report, key in self._connection.execute(held):
                found.setdefault(report, []).append(key)
        return found


def found_claims(connection: Connection, wanted: Select[Any]) -> list[FoundClaim]:
    """Give the claims a query selects."""
    rows = connection.execute(wanted).all()
    around = _Around(connection, rows)
    claims = {row.key: build(Claim, around.bodies[row.key]) for row in rows}
    positions = [p for claim in claims.values() for p in claim.positions]
    actors = [key for claim in claims.values() for key in claim.about] + [p.speaker for p in positions if p.speaker]
    around.fetch("claim", (p.key for p in positions), actors)
    texts = _names(connection, "claim", (d.claim for claim in claims.values() for d in claim.differences))
    return [_found_claim(row, claims[row.key], around, texts) for row in rows]


def _found_claim(row: Row[Any], claim: Claim, around: _Around, texts: dict[str, str]) -> FoundClaim:
    positions = tuple(
        FoundPosition(
            p.key, around.findings.get(p.key), p.stand, around.who(p.speaker, p.report), p.statement is None, around.report(p.report),
            around.carriers(p.report), p.span, p.words, p.score, p.reasons,
        )
        for p in claim.positions
    )  # fmt: skip
    differences = tuple(
        FoundDifference(d.claim, texts[d.claim], d.relation, d.score, d.reasons) for d in claim.differences if d.claim in texts
    )
    moves = tuple(
        FoundMove(card, m.before, m.after, m.since, m.report) for m in claim.moves if (card := around.who(m.speaker, m.report))
    )
    origins = tuple(build(Origin, each) for each in around.bodies[row.key]["origins"])
    return FoundClaim(
        row.key, claim.text, claim.status, claim.since, around.cards(claim.about), positions, origins, differences, moves, around.spread(row),
        around.stories(row),
    )  # fmt: skip


def found_stories(connection: Connection, wanted: Select[Any]) -> list[FoundStory]:
    """Give the stories a query selects."""
    rows = connection.execute(wanted).all()
    around = _Around(connection, rows)
    stories = {row.key: build(Story, around.bodies[row.key]) for row in rows}
    around.fetch(
        "story",
        (each.report for s in stories.values() for each in s.reports),
        (key for s in stories.values() for key in s.actors),
    )
    return [_found_story(connection, row, stories[row.key], around) for row in rows]


def _found_story(connection: Connection, row: Row[Any], story: Story, around: _Around) -> FoundStory:
    counted = _told_in_story(connection, around.spread(row).reports)
    reports_held = tuple(StoryReport(around.report(each.report), each.score, each.reasons) for each in story.reports)
    return FoundStory(
        row.key, story.name, around.cards(story.actors), reports_held, around.spread(row), counted["claim"], counted["contested"],
        counted["happening"],
    )  # fmt: skip


def _told_in_story(connection: Connection, told: Sequence[str]) -> dict[str, int]:
    found: dict[tuple[str, str], str | None] = {}
    for batch in batches(told):
        wanted = (
            select(linkages.c.kind, linkages.c.key, linkages.c.status)
            .join(linkage_reports, (linkage_reports.c.kind == linkages.c.kind) & (linkage_reports.c.key == linkages.c.key))
            .where(linkage_reports.c.report_key.in_(batch))
            .distinct()
        )
        found |= {(row.kind, row.key): row.status for row in connection.execute(wanted)}
    return {
        "claim": sum(kind == "claim" for kind, _ in found), "happening": sum(kind == "happening" for kind, _ in found),
        "contested": sum(kind == "claim" and status == "contested" for (kind, _), status in found.items()),
    }  # fmt: skip


def found_happenings(connection: Connection, wanted: Select[Any]) -> list[FoundHappening]:
    """Give the happenings a query selects."""
    rows = connection.execute(wanted).all()
    around = _Around(connection, rows)
    bodies = around.bodies.values()
    held = [telling["key"] for body in bodies for telling in body["tellings"]]
    around.fetch("happening", held, (key for body in bodies for key in (*body["asserted_by"], *body["denied_by"])))
    return [_found_happening(row, around) for row in rows]


def _found_happening(row: Row[Any], around: _Around) -> FoundHappening:
    body = around.bodies[row.key]
    tellings = tuple(
        EventTelling(
            around.findings.get(t["key"]), around.report(t["report"]), around.carriers(t["report"]), t["words"], t["reality"], t["score"],
            tuple(t["reasons"]), Span(t["at"], t["at"] + len(t["words"])),
        )
        for t in body["tellings"]
    )  # fmt: skip
    return FoundHappening(
        row.key, body["event_type"], tuple(body["modes"]), body["words"], tuple(p["key"] for p in body["actors"]),
        tuple(p["key"] for p in body["recipients"]), tuple(p["name"] for p in body["actors"]), tuple(p["name"] for p in body["recipients"]),
        build(Where, body["place"]) if body["place"] else None, When.from_json(body["date"]) if body["date"] else None, body["reality"],
        body["is_contested"], around.cards(body["asserted_by"]), around.cards(body["denied_by"]), tuple(body["told_by"]),
        tuple(build(Disagreement, each) for each in body["disagreements"]), tellings, around.spread(row), around.stories(row),
    )  # fmt: skip


def found_series(connection: Connection, wanted: Select[Any]) -> list[FoundSeries]:
    """Give the series a query selects."""
    rows = connection.execute(wanted).all()
    around = _Around(connection, rows)
    made = {row.key: build(Series, around.bodies[row.key]) for row in rows}
    around.fetch("series", (member for series in made.values() for member in series.members), ())
    found = []
    for row in rows:
        series = made[row.key]
        findings = {member: around.findings[member] for member in series.members if member in around.findings}
        cards = {report: around.report(report) for report in dict.fromkeys(map(report_of, series.members))}
        found.append(FoundSeries(row.key, series, findings, cards, around.spread(row), around.stories(row)))
    return found


def _names(connection: Connection, kind: str, keys: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for batch in batches(keys):
        wanted = select(linkages.c.key, linkages.c.name).where(linkages.c.kind == kind, linkages.c.key.in_(batch))
        found |= {row.key: row.name for row in connection.execute(wanted)}
    return found


# How rows of each kind are made into what a question gives back.
LINKED: dict[str, Callable[[Connection, Select[Any]], Sequence[Linked]]] = {
    "claim": found_claims, "story": found_stories, "happening": found_happenings, "series": found_series,
}  # fmt: skip


def found_linked(connection: Connection, kind: str, key: str) -> Linked:
    """Give the one of a kind and key that is there."""
    return LINKED[kind](connection, select(linkages).where(linkages.c.kind == kind, linkages.c.key == key))[0]


def found_named(connection: Connection, hits: Sequence[name_index.NameHit]) -> list[FoundNamed]:
    """Give the stories and claims that a search has hit, in its order."""
    rows: dict[str, Row[Any]] = {}
    told: dict[str, list[str]] = {}
    for batch in batches(hit.key for hit in hits):
        own = linkages.c.kind.in_(name_index.KINDS), linkages.c.key.in_(batch)
        rows |= {row.key: row for row in connection.execute(select(linkages).where(*own))}
        held = select(linkage_reports.c.key, linkage_reports.c.report_key).where(
            linkage_reports.c.kind.in_(name_index.KINDS), linkage_reports.c.key.in_(batch)
        )
        for key, report in connection.execute(held.order_by(linkage_reports.c.report_key)):
            told.setdefault(key, []).append(report)
    return [_found_named(rows[hit.key], hit, told.get(hit.key, [])) for hit in hits if hit.key in rows]


def _found_named(row: Row[Any], hit: name_index.NameHit, told: Sequence[str]) -> FoundNamed:
    spread = Spread(tuple(told), row.number_of_outlets, row.first_published, row.last_published)
    return FoundNamed(row.key, row.kind, row.name, row.status, hit.marks, spread, hit.is_alike)
