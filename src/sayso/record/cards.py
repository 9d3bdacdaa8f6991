"""Rows of the ledger made into what a question gives back: cards of reports and actors, findings with their words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from ..findings.decision import RecordKind
from ..findings.figure import Figure
from ..findings.reading import build
from ..findings.statement import Act, Statement
from .batching import batches
from .copy_rulings import copies_ruled, roots_ruled
from .found import FoundFigure, FoundStatement, ReportCard, joined
from .overlay import Overlay
from .people import People
from .ruled import ruled_on
from .tables import OF_A_KIND, figures, findings, reports, statements, texts

_OF_STATEMENT = ("speaker", "speaks_for", "imputed_to", "addressee", "relayed_by")
_OF_FIGURE = ("giver", "whose")


class Shelf:
    """What several rows of one answer share — reports, texts, what is ruled — fetched once, in batches."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def overlay(self, kind: RecordKind) -> Overlay:
        """Give what people decided of findings of a kind."""
        return Overlay(ruled_on(self._connection), kind)

    def reports(self, keys: Iterable[str]) -> dict[str, ReportCard]:
        """Give the cards of the reports."""
        counted: dict[str, dict[str, int]] = {kind: {} for kind in OF_A_KIND}
        cards = {}
        for batch in batches(keys):
            per_kind = select(findings.c.report_key, findings.c.kind, func.count()).where(
                findings.c.report_key.in_(batch), *ruled_on(self._connection).none_rejected(findings.c.key)
            )  # fmt: skip
            for report_key, kind, count in self._connection.execute(per_kind.group_by(findings.c.report_key, findings.c.kind)):
                counted[kind][report_key] = count
            for row in self._connection.execute(_REPORT_CARD.where(reports.c.key.in_(batch))):
                own: dict[str, Any] = row._asdict()
                own |= {f"{kind}s": counts.get(row.key, 0) for kind, counts in counted.items()}
                cards[row.key] = ReportCard(**own)
        return cards | self._copying(cards)

    def _copying(self, cards: dict[str, ReportCard]) -> dict[str, ReportCard]:
        """Give the cards of those that print another's text, with whose it is."""
        copies = copies_ruled(self._connection, cards)
        roots = roots_ruled(self._connection, [copy.of for copy in copies.values()])
        names: dict[str, str | None] = {}
        for batch in batches(roots.values()):
            rows = self._connection.execute(
                select(reports.c.key, reports.c.outlet, reports.c.place).where(reports.c.key.in_(batch))
            )
            names |= {row.key: row.outlet or row.place for row in rows}
        return {
            key: replace(
                cards[key], copy_kind=copy.kind.value, text_of=roots[copy.of], text_of_outlet=names[roots[copy.of]], copied=copy.share,
            )
            for key, copy in copies.items()
        }  # fmt: skip

    def texts(self, hashes: Iterable[str]) -> dict[str, str]:
        """Give the texts by their hashes."""
        found: dict[str, str] = {}
        for batch in batches(hashes):
            rows = self._connection.execute(select(texts.c.sha256, texts.c.text).where(texts.c.sha256.in_(batch)))
            found |= {row.sha256: row.text for row in rows}
        return found

    def carriers(self, keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Give, for findings, the keys of the reports that hold them, in the order they were added."""
        found: dict[str, list[str]] = {}
        wanted = (
            select(findings.c.key, findings.c.report_key)
            .join(reports, reports.c.key == findings.c.report_key)
            .order_by(reports.c.number)
        )
        for batch in batches(keys):
            for key, report_key in self._connection.execute(wanted.where(findings.c.key.in_(batch))):
                found.setdefault(key, []).append(report_key)
        return {key: tuple(dict.fromkeys(held)) for key, held in found.items()}


def found_statements(connection: Connection, wanted: Select[Any], limit: int | None = None) -> list[FoundStatement]:
    """Give the statements a query selects, each once, from the first report that has it."""
    rows, shelf = once_each(connection.execute(wanted), limit), Shelf(connection)
    said = by_key(connection, select(statements.c.key, *(statements.c[name] for name in _OF_STATEMENT)), rows)
    over, cards, who = shelf.overlay(RecordKind.STATEMENT), shelf.reports(row.report_key for row in rows), People(connection)
    who.fetch(
        (over.actor(row.key, name, said[row.key]._mapping[name]), row.text_sha256) for row in rows for name in _OF_STATEMENT
    )
    words, carriers = shelf.texts(row.text_sha256 for row in rows), shelf.carriers(row.key for row in rows)
    found = []
    for row in rows:
        first, text, named = build(Statement, json.loads(row.body)), words[row.text_sha256], said[row.key]._mapping
        it = over.finding(row.key, first)
        nobodys = () if it.act is first.act else ("speaker",) if it.act is Act.IMPUTED else ("imputed_to",)
        people = {n: None if n in nobodys else who.card(over.actor(row.key, n, named[n]), row.text_sha256) for n in _OF_STATEMENT}
        found.append(FoundStatement(
            key=row.key, report=cards[row.report_key], carriers=carriers[row.key], statement=it, within=row.within,
            source=joined(text, it.source), cue=joined(text, it.cue), content=joined(text, it.content),
            target=joined(text, it.target or ()), decisions=over.applied(row.key, first, named.get), **people,
        ))  # fmt: skip
    return found


def found_figures(connection: Connection, wanted: Select[Any], limit: int | None = None) -> list[FoundFigure]:
    """Give the figures a query selects, likewise."""
    rows, shelf = once_each(connection.execute(wanted), limit), Shelf(connection)
    given = by_key(connection, select(figures.c.key, figures.c.giver, figures.c.whose, figures.c.place), rows)
    over, cards, who = shelf.overlay(RecordKind.FIGURE), shelf.reports(row.report_key for row in rows), People(connection)
    who.fetch((over.actor(row.key, name, given[row.key]._mapping[name]), row.text_sha256) for row in rows for name in _OF_FIGURE)
    words, carriers = shelf.texts(row.text_sha256 for row in rows), shelf.carriers(row.key for row in rows)
    found = []
    for row in rows:
        first, of = build(Figure, json.loads(row.body)), given[row.key]._mapping
        it = over.finding(row.key, first)
        found.append(FoundFigure(
            key=row.key, report=cards[row.report_key], carriers=carriers[row.key], figure=it, within=row.within,
            words=it.span.of(words[row.text_sha256]), of=it.of.words if it.of else "", where=of["place"],
            decisions=over.applied(row.key, first, of.get),
            **{name: who.card(over.actor(row.key, name, of[name]), row.text_sha256) for name in _OF_FIGURE},
        ))  # fmt: skip
    return found


def once_each(rows: Iterable[Row[Any]], limit: int | None) -> list[Row[Any]]:
    """Give the first row of each key, at most so many."""
    seen: dict[str, Row[Any]] = {}
    for row in rows:
        if limit is not None and len(seen) >= limit:
            break
        seen.setdefault(row.key, row)
    return list(seen.values())


_REPORT_CARD = select(
    *(reports.c[name] for name in ("key", "title", "outlet", "published", "published_from", "agency", "section", "byline")),
    *(reports.c[name] for name in ("url", "place", "given_id", "language", "copy_of", "version_of")),
    reports.c.text_sha256.label("sha256"),
    texts.c.length,
).join(texts, texts.c.sha256 == reports.c.text_sha256)


def by_key(connection: Connection, wanted: Select[Any], rows: Sequence[Row[Any]]) -> dict[str, Row[Any]]:
    """Give the rows of a table of findings by key, for the findings at hand."""
    key = wanted.selected_columns["key"]
    return {
        row.key: row for batch in batches(row.key for row in rows) for row in connection.execute(wanted.where(key.in_(batch)))
    }
