"""Who is mentioned for the first time in reports of some days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select

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
    first, undated = func.min(reports.c.published), func.count() - func.count(reports.c.published)
    wanted = (
        select(appearances.c.actor_key, first.label("first"), func.count().label("reports"))
        .join(reports, reports.c.key == appearances.c.report_key)
        .group_by(appearances.c.actor_key)
        .having(first >= since, undated == 0)
        .order_by(first, appearances.c.actor_key)
    )
    if until is not None:
        wanted = wanted.having(first <= until)
    rows = connection.execute(wanted).all()
    people, shelf = People(connection), Shelf(connection)
    people.fetch((row.actor_key, "") for row in rows)
    found = []
    for row in rows:
        card = people.by_key(row.actor_key)
        if card is None or card.kind not in NAMED_KINDS or not card.name[:1].isupper():
            continue
        at = connection.execute(_place(row.actor_key)).first()
        if at is not None:
            report = shelf.reports([at.report_key])[at.report_key]
            words = shelf.texts([report.sha256])[report.sha256][at.start_at : at.end_at]
            found.append(FirstMention(card, report, Span(at.start_at, at.end_at), words, row.reports))
    return found


def _place(actor: str) -> Select[Any]:
    return (
        select(mentions.c.report_key, mentions.c.start_at, mentions.c.end_at)
        .join(reports, reports.c.key == mentions.c.report_key)
        .where(mentions.c.actor_key == actor)
        .order_by(reports.c.published, reports.c.key, mentions.c.start_at)
        .limit(1)
    )
