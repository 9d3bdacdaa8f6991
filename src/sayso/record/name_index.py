"""Names of stories and words of claims per database: which hold some words, by their stems. SQLite's FTS5 here; PostgreSQL's will stand beside it.

What may be typed is as in text_index; here "soldiers" finds "soldier" too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, text

from ..span import Span
from . import text_index

KINDS = frozenset(("story", "claim"))
# A row's number is that many first digits of its key, which is a hash: a row is found again without a table of numbers.
_DIGITS = 15


@dataclass(frozen=True, slots=True)
class NameHit:
    """A story or claim that holds the words, and where they stand in its name."""

    kind: str
    key: str
    marks: tuple[Span, ...]


def make(connection: Connection) -> None:
    """Make the index."""
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE names_index USING fts5("
        "kind UNINDEXED, key UNINDEXED, name, tokenize='porter unicode61 remove_diacritics 2')"
    )


def enter(connection: Connection, kind: str, key: str, name: str) -> None:
    """Index a story or claim; others are passed over."""
    if kind in KINDS:
        put = text("INSERT INTO names_index(rowid, kind, key, name) VALUES (:number, :kind, :key, :name)")
        connection.execute(put, {"number": _number(key), "kind": kind, "key": key, "name": name})


def remove(connection: Connection, kind: str, keys: Iterable[str]) -> None:
    """Take stories or claims out, whether or not they are in."""
    rows = [{"number": _number(key)} for key in keys] if kind in KINDS else []
    if rows:
        connection.execute(text("DELETE FROM names_index WHERE rowid = :number"), rows)


def scrub(connection: Connection) -> None:
    """Rewrite the index without what was removed, so that no forgotten word is left in it."""
    connection.exec_driver_sql("INSERT INTO names_index(names_index) VALUES ('optimize')")


def hits(connection: Connection, words: str, kinds: Iterable[str], limit: int | None) -> list[NameHit]:
    """Give the stories and claims that hold all the words, best first; raises WrongCall where there is no word to look for."""
    named = ", ".join(f"'{kind}'" for kind in sorted(KINDS & set(kinds)))
    query = text(
        "SELECT kind, key, highlight(names_index, 2, :open, :close) AS marked FROM names_index "
        f"WHERE names_index MATCH :query AND kind IN ({named}) ORDER BY rank, key LIMIT :most"
    )
    given = {"open": text_index.OPEN, "close": text_index.CLOSE, "query": text_index.quoted(words)}
    rows = connection.execute(query, given | {"most": -1 if limit is None else limit})
    return [NameHit(row.kind, row.key, text_index.marks_of(row.marked)) for row in rows]


def _number(key: str) -> int:
    return int(key[:_DIGITS], 16)
