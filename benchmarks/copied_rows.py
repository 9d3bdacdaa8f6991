"""A ledger → one many times as large, quickly: every report's rows copied, with other keys and rare words. Tables, indexes and full text grow alike.

For growth.py, where there is no time to read and link so many. The mixture: a copy has its own rare words (those that fewer than one news text in
300 has), names above all, in what reports are known by and in what they say, and keeps common words, states and days; so the stories of two copies
are two stories, and some of their reports are worth comparing all the same. Of 34 reports held against leads of 4,000 further ones, made by varying readings and by copying: 2.5 and 3.5 on
average are related, 8 and 12 to the ninth of ten, none to the median in both. One run of words in ten stays the same in eight copies.
"""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Index
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex

from sayso.link.stories import Lead, kept
from sayso.link.stories.rarity import UNSEEN, rarity
from sayso.record.link_tables import lead_bands, to_link
from sayso.record.linking.shelf import pack, unpack
from sayso.record.name_index import KINDS as NAMED
from sayso.record.name_index import number_of
from sayso.record.renewal_tables import RENEWAL_TABLES
from sayso.record.tables import actor_names, actors, forgotten, metadata, migrations, runs, skipped

_HEX = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?:[0-9a-f]{32})?(?![0-9a-f])")
_SHARED = {
    table.name for table in (actors, actor_names, forgotten, migrations, runs, skipped, lead_bands, to_link, *RENEWAL_TABLES)
}
_TABLES = [table for table in metadata.sorted_tables if table.name not in _SHARED]
_NUMBERS = {"number", "body_number", "one_number", "other_number"}
_APART = 10_000_000
# A field of members with no more different words than this in the whole ledger holds words of a closed list.
CLOSED = 60
_CODE = "bcdfgkmnpqrtvwxz"
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_WORD = re.compile(r"[^\W\d_]{4,}")
_PIECE = re.compile(f"({_OPEN}[^{_CLOSE}]*{_CLOSE}|{_HEX.pattern})")
# Runs of words of which the last digit is 0 are those of so many copies.
ALIKE = 8
Base = dict[str, str]  # by table, the condition that a row is one of the first, of which the copies are made


def base_of(path: Path) -> Base:
    """Give which rows a ledger has that nothing was copied into yet."""
    connection = sqlite3.connect(path)
    try:
        return {table.name: _first_rows(connection, table.name) for table in _TABLES}
    finally:
        connection.close()


def grow(path: Path, base: Base, wanted: Iterable[int]) -> Iterator[int]:
    """Add the copies of these numbers, each once and in one transaction, to a ledger that nobody else writes; give each number when it is done."""
    connection = sqlite3.connect(path)
    connection.create_function("rekeyed", 2, rekeyed, deterministic=True)
    connection.create_function("rebodied", 2, rebodied, deterministic=True)
    connection.create_function("name_number", 1, number_of, deterministic=True)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA cache_size=-1000000")
    with_keys = {(table, column) for table, column in _text_columns() if _has_keys(connection, table, column, base[table])}
    members = _Members(connection, base["members"])
    connection.create_function("told_again", 3, members.told_again, deterministic=True)
    for index in _indexes():
        connection.execute(f"DROP INDEX IF EXISTS {index.name}")  # made again at the end: that is quicker than to keep them
    for number in wanted:
        with connection:
            for table in _TABLES:
                columns = ", ".join(f'"{column.name}"' for column in table.columns)
                told = ", ".join(_told(table.name, column.name, number, with_keys) for column in table.columns)
                put = f"INSERT OR IGNORE INTO {table.name} ({columns}) SELECT {told} FROM {table.name} WHERE {base[table.name]}"
                connection.execute(put)
            _put_words(connection, base, number)
            bands = [(band, lead.key) for lead in (members.lead(key, number) for key in members.leads) for band in kept(lead)]
            connection.executemany("INSERT OR IGNORE INTO lead_bands VALUES (?, ?)", bands)
        yield number
    for index in _indexes():
        connection.execute(str(CreateIndex(index, if_not_exists=True).compile(dialect=sqlite.dialect())))
    connection.commit()
    connection.close()


def _indexes() -> list[Index]:
    return [index for table in _TABLES for index in sorted(table.indexes, key=lambda each: str(each.name))]


def rekeyed(value: object, number: int) -> object:
    """Give the words with every key in them changed."""
    if not isinstance(value, str):
        return value
    if len(value) in (32, 64) and _HEX.fullmatch(value):
        return _key(value, number)
    return _HEX.sub(lambda found: _key(found[0], number), value)


def rebodied(value: bytes, number: int) -> bytes:
    """Give a compressed body with every key in it changed."""
    words = zlib.decompress(value).decode("utf8", "surrogatepass")
    return _packed(_HEX.sub(lambda found: _key(found[0], number), words))


class _Members:
    """The first members of a ledger, told again in other rare words: of each its JSON, in pieces that stay, keys and words."""

    def __init__(self, connection: sqlite3.Connection, base: str) -> None:
        self.leads: dict[str, Lead] = {}
        self._pieces: dict[tuple[str, str], list[str]] = {}
        self._told: tuple[int, dict[str, Lead]] = (0, {})
        bodies = {}
        for kind, key, body in connection.execute(f"SELECT kind, key, body FROM members WHERE {base}"):
            if kind == "story":
                self.leads[key] = Lead.from_json(unpack(body))
            else:
                bodies[kind, key] = unpack(body)
        counts: dict[tuple[str, str], set[str]] = {}
        for (kind, _), body in bodies.items():
            for field, words in _strings(body):
                counts.setdefault((kind, field), set()).add(words)
        self._free = {at for at, words in counts.items() if len(words) > CLOSED}
        for (kind, key), body in bodies.items():
            marked = json.dumps(self._marked(kind, "", body), separators=(",", ":"), ensure_ascii=False)
            self._pieces[kind, key] = _PIECE.split(marked)

    def told_again(self, kind: str, key: str, number: int) -> bytes:
        """Give the body of a member in the copy of that number."""
        if kind == "story":
            return pack(self.lead(key, number).to_json())
        code = _CODE[number // len(_CODE)] + _CODE[number % len(_CODE)]
        told = list(self._pieces[kind, key])
        for at in range(1, len(told), 2):  # every second piece is a key or a word
            told[at] = _key(told[at], number) if _HEX.fullmatch(told[at]) else told[at][1:-3] + code
        return _packed("".join(told))

    def lead(self, key: str, number: int) -> Lead:
        """Give the lead of a report in the copy of that number."""
        if number != self._told[0]:
            self._told = (number, {})
        held = self._told[1]
        if key not in held:
            held[key] = self._varied(self.leads[key], number)
        return held[key]

    def _varied(self, lead: Lead, number: int) -> Lead:
        terms = tuple(replace(term, key=f"{term.key}{number}") if rarity(term.key) >= UNSEEN else term for term in lead.terms)
        return replace(lead, key=_key(lead.key, number), terms=terms)

    def _marked(self, kind: str, field: str, value: Any) -> Any:
        """Mark the rare words of a body; those of closed lists (kinds, realities) are none."""
        if isinstance(value, dict):
            return {name: self._marked(kind, name, inner) for name, inner in value.items()}
        if isinstance(value, list):
            return [self._marked(kind, field, inner) for inner in value]
        if not isinstance(value, str) or (kind, field) not in self._free or _HEX.search(value):
            return value
        return _WORD.sub(lambda found: f"{_OPEN}{found[0]}{_CLOSE}" if rarity(found[0].lower()) >= UNSEEN else found[0], value)


def _strings(value: Any, field: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _strings(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, field)
    elif isinstance(value, str):
        yield field, value


def _packed(words: str) -> bytes:
    return zlib.compress(words.encode("utf8", "surrogatepass"), 3)


def _key(key: str, number: int) -> str:
    return _beginnings(number)[key[:4]] + key[6:]


@lru_cache(maxsize=2)
def _beginnings(number: int) -> dict[str, str]:
    """Give for each beginning of a key, four digits long, the six that keys of a copy begin with."""
    return {f"{first:04x}": f"{(first + number) % 65536:04x}{number % 256:02x}" for first in range(65536)}


def _first_rows(connection: sqlite3.Connection, table: str) -> str:
    try:
        last = connection.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0]
    except sqlite3.OperationalError:  # a table of words, by the numbers of bodies
        return f"body_number < {_APART}"
    return f"rowid <= {last or 0}"


def _text_columns() -> Iterator[tuple[str, str]]:
    return ((table.name, column.name) for table in _TABLES for column in table.columns if column.name not in _NUMBERS)


def _has_keys(connection: sqlite3.Connection, table: str, column: str, base: str) -> bool:
    rows = connection.execute(f'SELECT "{column}" FROM {table} WHERE {base}')
    return any(isinstance(value, str) and _HEX.search(value) for (value,) in rows)


def _told(table: str, column: str, number: int, with_keys: set[tuple[str, str]]) -> str:
    if column == "body" and table in ("members", "linkages"):
        return f"told_again(kind, key, {number})" if table == "members" else f"rebodied(body, {number})"
    if column in _NUMBERS:
        return f'"{column}" + {number * _APART}'
    if column == "word_run":
        return f"word_run + 7919 * CASE WHEN word_run % 10 = 0 THEN {number // ALIKE} ELSE {number} END"
    return f'rekeyed("{column}", {number})' if (table, column) in with_keys else f'"{column}"'


def _put_words(connection: sqlite3.Connection, base: Base, number: int) -> None:
    """Index the words of texts, and the names of stories and claims."""
    put = f"INSERT INTO texts_index(rowid, text) SELECT number + {number * _APART}, text FROM texts WHERE {base['texts']}"
    connection.execute(put)
    kinds = ", ".join(f"'{kind}'" for kind in sorted(NAMED))
    connection.execute(
        "INSERT INTO names_index(rowid, kind, key, name) "
        f"SELECT name_number(rekeyed(key, {number})), kind, rekeyed(key, {number}), name FROM linkages "
        f"WHERE kind IN ({kinds}) AND {base['linkages']}"
    )
