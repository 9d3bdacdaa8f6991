"""The actors table: one row per actor over all reports, the best-known of what its appearances say.

The name is the longest any reading has (of equals the alphabetically first); kind, country and sector come together from the
appearance that knows most and is surest. Both rules pick a maximum, so the order in which reports come makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, tuple_, update

from .tables import actor_names, actors, appearance_names, appearances

Row = dict[str, Any]
_PROFILE = ("kind", "country", "sector", "confidence")
# Values in one statement; SQLite's limit is 32,766 parameters.
BATCH = 500


def best_known(rows: Sequence[Row]) -> Row:
    """Give one row of the actors table out of several that say who the same actor is."""
    name = min((row["name"] for row in rows), key=lambda name: (-len(name), name))
    profile = max(rows, key=_how_well_known)
    return {"key": rows[0]["key"], "name": name} | {field: profile[field] for field in _PROFILE}


def enter(connection: Connection, rows: Iterable[Row], names: Iterable[Row]) -> None:
    """Add what a reading says of its actors to what the ledger knows of them."""
    arriving: dict[str, list[Row]] = {}
    for row in rows:
        arriving.setdefault(row["key"], []).append(row)
    known = _standing(connection, list(arriving))
    for key, new in arriving.items():
        if key not in known:
            connection.execute(insert(actors), best_known(new))
            continue
        merged = best_known([known[key], *new])
        if merged != known[key]:
            connection.execute(update(actors).where(actors.c.key == key), merged)
    _enter_names(connection, list(names))


def settle(connection: Connection, keys: Iterable[str]) -> None:
    """Work out these actors anew from the appearances that are left, after some have been removed."""
    for key in sorted(set(keys)):
        said = (
            select(appearances.c.name, *(appearances.c[field] for field in _PROFILE))
            .where(appearances.c.actor_key == key)
            .distinct()
        )
        rows = [{"key": key} | dict(row) for row in connection.execute(said).mappings()]
        used = select(appearance_names.c.name).where(appearance_names.c.actor_key == key)
        connection.execute(delete(actor_names).where(actor_names.c.actor_key == key, actor_names.c.name.not_in(used)))
        if rows:
            connection.execute(update(actors).where(actors.c.key == key), best_known(rows))
        else:
            connection.execute(delete(actors).where(actors.c.key == key))


def appearing(connection: Connection, report_key: str) -> set[str]:
    """Give the keys of a report's actors."""
    return set(connection.scalars(select(appearances.c.actor_key).where(appearances.c.report_key == report_key)))


def _how_well_known(row: Row) -> tuple[bool, bool, float, str, str, str]:
    country, sector = row["country"], row["sector"]
    return (country is not None, sector is not None, row["confidence"], row["kind"], country or "", sector or "")


def _standing(connection: Connection, keys: list[str]) -> dict[str, Row]:
    known: dict[str, Row] = {}
    for at in range(0, len(keys), BATCH):
        rows = connection.execute(select(actors).where(actors.c.key.in_(keys[at : at + BATCH])))
        known |= {row["key"]: dict(row) for row in rows.mappings()}
    return known


def _enter_names(connection: Connection, names: list[Row]) -> None:
    for at in range(0, len(names), BATCH):
        batch = names[at : at + BATCH]
        pairs = [(row["actor_key"], row["name"]) for row in batch]
        standing = select(actor_names.c.actor_key, actor_names.c.name).where(
            tuple_(actor_names.c.actor_key, actor_names.c.name).in_(pairs)
        )
        known = {tuple(row) for row in connection.execute(standing)}
        fresh = [row for row, pair in zip(batch, pairs, strict=True) if pair not in known]
        if fresh:
            connection.execute(insert(actor_names), fresh)
