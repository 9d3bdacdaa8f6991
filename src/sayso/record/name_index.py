"""Names of stories and words of claims per database: which hold some words, by their stems. SQLite's FTS5 here; PostgreSQL's will stand beside it.

What may be typed is as in text_index; here "soldiers" finds "soldier" too, and after these what tells the same in other words (wordings.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, bindparam, text

from ..span import Span
from . import text_index
from .batching import batches
from .text_index import Term
from .wordings import alike, forms_of

KINDS = frozenset(("story", "claim"))
# A row's number is that many first digits of its key, which is a hash: a row is found again without a table of numbers.
_DIGITS = 15


@dataclass(frozen=True, slots=True)
class NameHit:
    """A story or claim that holds the words, and where they stand in its name; `is_alike`: it says one at least in another word."""

    kind: str
    key: str
    marks: tuple[Span, ...]
    is_alike: bool = False


def make(connection: Connection) -> None:
    """Make the index."""
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE names_index USING fts5("
        "kind UNINDEXED, key UNINDEXED, name, tokenize='porter unicode61 remove_diacritics 2')"
    )


def empty(connection: Connection) -> None:
    """Take everything out."""
    connection.exec_driver_sql("DELETE FROM names_index")


def enter(connection: Connection, kind: str, names: Iterable[tuple[str, str]]) -> None:
    """Index stories or claims by key and name; others are passed over."""
    rows = [{"number": number_of(key), "kind": kind, "key": key, "name": name} for key, name in names] if kind in KINDS else []
    if rows:
        connection.execute(text("INSERT INTO names_index(rowid, kind, key, name) VALUES (:number, :kind, :key, :name)"), rows)


def remove(connection: Connection, kind: str, keys: Iterable[str]) -> None:
    """Take stories or claims out, whether or not they are in."""
    rows = [{"number": number_of(key)} for key in keys] if kind in KINDS else []
    if rows:
        connection.execute(text("DELETE FROM names_index WHERE rowid = :number"), rows)


def scrub(connection: Connection) -> None:
    """Rewrite the index without what was removed, so that no forgotten word is left in it."""
    connection.exec_driver_sql("INSERT INTO names_index(names_index) VALUES ('optimize')")


def hits(connection: Connection, words: str, kinds: Iterable[str], limit: int | None) -> list[NameHit]:
    """Give the stories and claims that hold all the words, best first, then those that say them in words alike.

    Raises WrongCall where there is no word to look for.
    """
    terms, named = text_index.terms_of(words), sorted(KINDS & set(kinds))
    found = _hits(connection, " AND ".join(map(_in_all_forms, terms)), named, limit)
    known = {hit.key for hit in found}
    more = _hits(connection, " AND ".join(map(_in_words_alike, terms)), named, None if limit is None else limit + len(found))
    return [*found, *(replace(hit, is_alike=True) for hit in more if hit.key not in known)][:limit]


def _hits(connection: Connection, query: str, kinds: Sequence[str], limit: int | None) -> list[NameHit]:
    named = ", ".join(f"'{kind}'" for kind in kinds)
    ranked = text(
        f"SELECT rowid FROM names_index WHERE names_index MATCH :query AND kind IN ({named}) ORDER BY rank, key LIMIT :most"
    )
    numbers = connection.scalars(ranked, {"query": query, "most": -1 if limit is None else limit}).all()
    marking = text(
        "SELECT rowid AS number, kind, key, highlight(names_index, 2, :open, :close) AS marked FROM names_index "
        "WHERE names_index MATCH :query AND rowid IN :numbers"
    ).bindparams(bindparam("numbers", expanding=True))
    found: dict[int, NameHit] = {}
    for batch in batches(numbers):
        given = {"open": text_index.OPEN, "close": text_index.CLOSE, "query": query, "numbers": batch}
        for row in connection.execute(marking, given):
            found[row.number] = NameHit(row.kind, row.key, text_index.marks_of(row.marked))
    return [found[number] for number in numbers]


def _in_all_forms(term: Term) -> str:
    return term.quoted if term.is_phrase or term.is_beginning else _any_of(forms_of(term.words))


def _in_words_alike(term: Term) -> str:
    if term.is_phrase or term.is_beginning:
        return term.quoted
    return _any_of(form for word in (term.words, *alike(term.words)) for form in (forms_of(word) if " " not in word else (word,)))


def _any_of(words: Iterable[str]) -> str:
    return f"({' OR '.join(Term(word).quoted for word in dict.fromkeys(words))})"


def number_of(key: str) -> int:
    """Give the number of the row of a story or claim."""
    return int(key[:_DIGITS], 16)
