"""The rows of one report's reading, put in and taken out; what copies share stays while one of them holds it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, insert, select

from . import actors, text_index
from .failpoints import failpoint
from .row_parts import ReadingRows
from .tables import (
    OF_A_FINDING,
    OF_A_KIND,
    OF_A_READING,
    abouts,
    appearance_names,
    appearances,
    findings,
    mentions,
    reports,
    texts,
)

# Values in one statement; SQLite's limit is 32,766 parameters.
BATCH = 500


def enter_text(connection: Connection, row: dict[str, Any]) -> None:
    """Store a text and index it, unless another report has brought it."""
    if connection.scalar(select(texts.c.number).where(texts.c.sha256 == row["sha256"])) is None:
        number = connection.execute(insert(texts), row).inserted_primary_key
        assert number is not None  # for the type checker: an insert of one row gives its key
        text_index.enter(connection, number[0], row["text"])


def enter_reading(connection: Connection, rows: ReadingRows) -> None:
    """Put in all findings of a report that stands in `reports`."""
    actors.enter(connection, rows.actors, rows.actor_names)
    _insert(connection, appearances, rows.appearances)
    _insert(connection, appearance_names, rows.appearance_names)
    _insert(connection, mentions, rows.mentions)
    enter_findings(connection, rows, tuple(OF_A_KIND))


def enter_findings(connection: Connection, rows: ReadingRows, kinds: Collection[str]) -> None:
    """Put in the findings of these kinds; what another report has brought is there already."""
    new: set[str] = set()
    for kind in kinds:
        table = OF_A_KIND[kind]
        fresh = _fresh(connection, table.c.key, getattr(rows, table.name))
        _insert(connection, table, fresh)
        new |= {row["key"] for row in fresh}
    for column in OF_A_FINDING:
        own = getattr(rows, column.table.name)
        _insert(connection, column.table, [row for row in own if row["finding_key"] in new])
    failpoint("after-findings")
    _insert(connection, findings, [row for row in rows.findings if row["kind"] in kinds])
    _insert(connection, abouts, [row for row in rows.abouts if row["kind"] in kinds])


def remove_reading(connection: Connection, report_key: str) -> set[str]:
    """Take out all findings of a report, and those of them nobody else holds; gives its actors, for actors.settle."""
    touched = actors.appearing(connection, report_key)
    keys = set(connection.scalars(select(findings.c.key).where(findings.c.report_key == report_key)))
    for table in OF_A_READING:
        connection.execute(delete(table).where(table.c.report_key == report_key))
    for batch in _batches(sorted(keys)):
        held = set(connection.scalars(select(findings.c.key).where(findings.c.key.in_(batch))))
        lone = [key for key in batch if key not in held]
        for column in (*(table.c.key for table in OF_A_KIND.values()), *OF_A_FINDING):
            connection.execute(delete(column.table).where(column.in_(lone)))
    return touched


def remove_text(connection: Connection, sha256: str) -> None:
    """Take a text out of the store and the index, unless a report still prints it."""
    if connection.scalar(select(reports.c.key).where(reports.c.text_sha256 == sha256).limit(1)) is not None:
        return
    stored = connection.execute(select(texts.c.number, texts.c.text).where(texts.c.sha256 == sha256)).one_or_none()
    if stored is not None:
        text_index.remove(connection, stored.number, stored.text)
        connection.execute(delete(texts).where(texts.c.number == stored.number))


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _fresh(connection: Connection, key: Column[Any], rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    known: set[str] = set()
    for batch in _batches([row["key"] for row in rows]):
        known |= set(connection.scalars(select(key).where(key.in_(batch))))
    return [row for row in rows if row["key"] not in known]


def _batches(keys: list[str]) -> Iterable[list[str]]:
    return (keys[at : at + BATCH] for at in range(0, len(keys), BATCH))
