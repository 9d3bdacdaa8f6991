"""Full text per database: which stored texts hold the words, and where. SQLite's FTS5 here; PostgreSQL's will stand beside it.

The contract for both: words, "phrases in quotes" and beginnings (sold*); all must occur; case and accents do not count; no stems.
What a user types is taken apart here and quoted word by word; it never reaches the database as query syntax.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, text

from ..errors import WrongCall
from ..span import Span

# Two of Unicode's noncharacters; no stored text holds them (see rows.storable).
OPEN, CLOSE = "\ufdd0", "\ufdd1"
_TERM = re.compile(r'"([^"]*)"?|(\S+)')
_LONE = re.compile("[\ud800-\udfff]")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\0": " "})
# Texts that are marked at a time: that takes longer than finding them.
MARKED = 50
# More words than this are no search; SQLite's parser has a depth limit of its own.
MAX_TERMS = 50


@dataclass(frozen=True, slots=True)
class Term:
    """A word, "phrase" or beginning (sold*) that is looked for."""

    words: str
    is_phrase: bool = False
    is_beginning: bool = False

    @property
    def quoted(self) -> str:
        """Give it in FTS5's syntax."""
        return f'"{self.words}"{"*" if self.is_beginning else ""}'


@dataclass(frozen=True, slots=True)
class TextHit:
    """A stored text that holds the words, and where each of them stands in it."""

    number: int
    spans: tuple[Span, ...]


def make(connection: Connection) -> None:
    """Make the index; it keeps no copy of the texts."""
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE texts_index USING fts5("
        "text, content='texts', content_rowid='number', tokenize='unicode61 remove_diacritics 2')"
    )


def enter(connection: Connection, number: int, words: str) -> None:
    """Index a stored text."""
    connection.execute(text("INSERT INTO texts_index(rowid, text) VALUES (:number, :words)"), {"number": number, "words": words})


def remove(connection: Connection, number: int, words: str) -> None:
    """Take a text out of the index, before it leaves the table."""
    remove_one = text("INSERT INTO texts_index(texts_index, rowid, text) VALUES ('delete', :number, :words)")
    connection.execute(remove_one, {"number": number, "words": words})


def scrub(connection: Connection) -> None:
    """Rewrite the index without what was removed, so that no forgotten word is left in it."""
    connection.exec_driver_sql("INSERT INTO texts_index(texts_index) VALUES ('optimize')")


def hits(connection: Connection, words: str) -> Iterator[TextHit]:
    """Give the texts that hold all the words, best first, each marked when it is wanted; raises WrongCall where there is no word to look for."""
    query = quoted(words)
    ranked = text("SELECT rowid FROM texts_index WHERE texts_index MATCH :query ORDER BY rank, rowid")
    marking = text(
        "SELECT rowid AS number, highlight(texts_index, 0, :open, :close) AS marked FROM texts_index "
        "WHERE texts_index MATCH :query AND rowid IN :numbers"
    ).bindparams(bindparam("numbers", expanding=True))
    numbers = connection.scalars(ranked, {"query": query}).all()
    for at in range(0, len(numbers), MARKED):
        some = numbers[at : at + MARKED]
        rows = connection.execute(marking, {"open": OPEN, "close": CLOSE, "query": query, "numbers": some})
        marked = {row.number: row.marked for row in rows}
        yield from (TextHit(number, marks_of(marked[number])) for number in some)


def quoted(words: str) -> str:
    """Give what a user typed in FTS5's syntax, every word and phrase in quotation marks; raises WrongCall on none or too many."""
    return " AND ".join(term.quoted for term in terms_of(words))


def terms_of(words: str) -> list[Term]:
    """Take apart what a user typed; raises WrongCall on no word and on too many."""
    terms = []
    for phrase, word in _TERM.findall(_LONE.sub(" ", words).translate(_QUOTES)):
        for piece in [phrase] if phrase else word.split('"'):
            if any(map(_counts, piece)):
                terms.append(Term(piece.rstrip("*"), is_phrase=bool(phrase), is_beginning=not phrase and piece.endswith("*")))
    if not terms:
        raise WrongCall(f'search: expected words, "phrases" or beginnings like sold*; found {words!r}')
    if len(terms) > MAX_TERMS:
        raise WrongCall(f"search: expected at most {MAX_TERMS} words, found {len(terms)}")
    return terms


def _counts(character: str) -> bool:
    """Tell whether the index sees the character: letters, digits and private characters, as unicode61 has it."""
    return unicodedata.category(character)[0] in "LN" or unicodedata.category(character) == "Co"


def marks_of(marked: str) -> tuple[Span, ...]:
    """Give where the words stand in what `highlight` has marked with OPEN and CLOSE."""
    spans, at, start = [], 0, 0
    for piece in re.split(f"([{OPEN}{CLOSE}])", marked):
        if piece == OPEN:
            start = at
        elif piece == CLOSE:
            if start < at:
                spans.append(Span(start, at))
        else:
            at += len(piece)
    return tuple(spans)
