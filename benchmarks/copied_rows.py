"""A ledger → one many times as large, quickly: every report's rows copied, with other keys, days and rare words.

For growth.py, where there is no time to read and link so many: what a report costs in a large ledger is then measured on tables, indexes and bands as
large, though all but the first reports are others' rows. Common words and states stay, so the bands of copies meet as those of reports do.
"""

from __future__ import annotations

import json
import re
import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

from sayso.link.stories import Lead, kept
from sayso.link.stories.rarity import UNSEEN, rarity
from sayso.record.link_tables import lead_bands
from sayso.record.linking.shelf import pack, unpack
from sayso.record.tables import actor_names, actors, forgotten, metadata, migrations, runs, skipped

_HEX = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?:[0-9a-f]{32})?(?![0-9a-f])")
_SHARED = {table.name for table in (actors, actor_names, forgotten, migrations, runs, skipped, lead_bands)} | {"to_link"}
_NUMBERS = {"number", "body_number", "one_number", "other_number"}
_APART = 10_000_000
DAYS = 365


def grow(path: Path, times: int) -> None:
    """Add to a ledger that nobody else writes its own rows, that many times less one."""
    connection = sqlite3.connect(path)
    connection.create_function("rekeyed", 2, rekeyed, deterministic=True)
    connection.create_function("rebodied", 2, rebodied, deterministic=True)
    connection.execute("PRAGMA synchronous=OFF")
    tables = [table for table in metadata.sorted_tables if table.name not in _SHARED]
    within = {table.name: _first_rows(connection, table.name) for table in tables}
    leads = connection.execute("SELECT key, body FROM members WHERE kind = 'story'").fetchall()
    for number in range(1, times):
        with connection:
            for table in tables:
                columns = ", ".join(f'"{column.name}"' for column in table.columns)
                wanted = ", ".join(_told(table.name, column.name, number) for column in table.columns)
                put = (
                    f"INSERT OR IGNORE INTO {table.name} ({columns}) SELECT {wanted} FROM {table.name} WHERE {within[table.name]}"
                )
                connection.execute(put)
            for key, body in leads:
                _put_lead(connection, key, body, number)
        print(f"{number + 1} times", flush=True)
    connection.close()


def rekeyed(value: object, number: int) -> object:
    """Give the words with every key in them changed."""
    return _HEX.sub(lambda found: _key(found[0], number), value) if isinstance(value, str) else value


def rebodied(value: bytes, number: int) -> bytes:
    """Give a body with every key in it changed."""
    return pack(json.loads(rekeyed(json.dumps(unpack(value)), number)))  # type: ignore[arg-type]  # words in, words out


def _key(key: str, number: int) -> str:
    return f"{(int(key[:4], 16) + number) % 65536:04x}{number % 256:02x}{key[6:]}"


def _first_rows(connection: sqlite3.Connection, table: str) -> str:
    try:
        last = connection.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0]
    except sqlite3.OperationalError:  # a table of words, by the numbers of bodies
        return f"body_number < {_APART}"
    return f"rowid <= {last or 0}"


def _told(table: str, column: str, number: int) -> str:
    if column == "body" and table in ("members", "linkages"):
        return f"rebodied(body, {number})"
    if column in _NUMBERS:
        return f'"{column}" + {number * _APART}'
    if column == "word_run":
        return f"word_run + {number * 7919}"
    return f'"{column}"' if column == "reading" else f'rekeyed("{column}", {number})'


def _put_lead(connection: sqlite3.Connection, key: str, body: bytes, number: int) -> None:
    lead = Lead.from_json(unpack(body))
    new = _key(key, number)
    moved = lead.day and lead.day + timedelta(days=Random(f"{key} {number}").randrange(-DAYS, DAYS))
    terms = tuple(replace(term, key=f"{term.key}{number}") if rarity(term.key) >= UNSEEN else term for term in lead.terms)
    made = replace(lead, key=new, day=moved, terms=terms)
    connection.execute("UPDATE members SET body = ? WHERE kind = 'story' AND key = ?", (pack(made.to_json()), new))
    connection.executemany("INSERT OR IGNORE INTO lead_bands VALUES (?, ?)", [(band, new) for band in kept(made)])
