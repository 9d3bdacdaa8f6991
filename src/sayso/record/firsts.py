"""Who is mentioned for the first time in reports of some days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from ..span import Span
from .cards import Shelf
from .found import ActorCard, Flat, ReportCard, cell, places
from .people import People
from .tables import appearances, mentions, reports

# Kinds of actors that are worth a line when they turn up.
NAMED_KINDS = ("country", "person", "organisation", "group", "outlet")


@dataclass(frozen=True, slots=True)
class FirstMention:
    """An actor with the first report that mentions it: where, in which words, and in how many reports by now."""

    actor: ActorCard
    report: ReportCard
    span: Span
    words: str
    reports: int

    def flat(self) -> Flat:
        """Give one line of a table."""
        return {
            "key": self.actor.key, "name": self.actor.name, "kind": self.actor.kind, "report": self.report.key, "outlet": self.report.outlet,
            "published": cell(self.report.published), "words": self.words, "spans": places((self.span,)), "reports": self.reports,
        }  # fmt: skip


def first_mentions(connection: Connection, since: date, until: date | None) -> Sequence[FirstMention]:
    """Give the actors that no report before `since`, and none without a day, mentions; by day, then key.

    None where no report is from before: then all of it would be new. Only those whom a report calls by a name that is more than a description.
    """
    if connection.scalar(select(reports.c.key).where(reports.c.published < since).limit(1)) is None:
        return []
    rows = connection.execute(_new(since, until)).all()
    people, shelf = People(connection), Shelf(connection)
    people.fetch((row.actor_key, "") for row in rows)
    found = []
    for row in rows:
        card = people.by_key(row.actor_key)
        if card is None or card.kind not in NAMED_KINDS or not card.name[:1].isupper():
            continue
        at = connection.execute(_place(row.actor_key, row.first)).first() or connection.execute(_place(row.actor_key)).first()
        if at is not None:
            report = shelf.reports([at.report_key])[at.report_key]
            words = shelf.texts([report.sha256])[report.sha256][at.start_at : at.end_at]
            found.append(FirstMention(card, report, Span(at.start_at, at.end_at), words, row.reports))
    return found


def _new(since: date, until: date | None) -> Select[Any]:
    """Select the actors of reports of these days that none of another day or none mentions before, with their first day and number of reports."""
    told, other = appearances.join(reports, reports.c.key == appearances.c.report_key), appearances.alias()
    older = reports.alias()
    here = select(appearances.c.actor_key).select_from(told).where(reports.c.published >= since)
    if until is not None:
        here = here.where(reports.c.published <= until)
    before = (
        select(other.c.report_key)
        .join(older, older.c.key == other.c.report_key)
        .where(other.c.actor_key == appearances.c.actor_key, or_(older.c.published < since, older.c.published.is_(None)))
    )
    new = here.where(~before.exists()).correlate(None)
    first = func.min(reports.c.published)
    wanted = select(appearances.c.actor_key, first.label("first"), func.count().label("reports")).select_from(told)
    return (
        wanted.where(appearances.c.actor_key.in_(new)).group_by(appearances.c.actor_key).order_by(first, appearances.c.actor_key)
    )


def _place(actor: str, day: date | None = None) -> Select[Any]:
    """Select the first place where an actor is mentioned, in reports of a day or in all."""
    wanted = (
        select(mentions.c.report_key, mentions.c.start_at, mentions.c.end_at)
        .join(reports, reports.c.key == mentions.c.report_key)
        .where(mentions.c.actor_key == actor)
        .order_by(reports.c.published, reports.c.key, mentions.c.start_at)
        .limit(1)
    )
    if day is None:
        return wanted
    told = select(appearances.c.report_key).join(reports, reports.c.key == appearances.c.report_key).correlate(None)
    return wanted.where(mentions.c.report_key.in_(told.where(appearances.c.actor_key == actor, reports.c.published == day)))
