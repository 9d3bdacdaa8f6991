"""ECB+ → documents with readings of their texts, and the gold event mentions that count. Nothing of the texts leaves this file but what a caller asks.

Mentions that count: events (ACTION_* and NEG_ACTION_*) in the sentences that are annotated in full (`gold_sentences`), 3,808 of train and 1,245 of dev, as is usual.
A mention without a chain is a chain of its own. The text is tokenised as in the set; it has no days of publication.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.findings.reading import Reading
from sayso.flow import read_text
from sayso.link.claims.words import irregular_forms, stem
from sayso.link.happenings.tellings import Teller
from sayso.link.happenings.told import Told
from sayso.span import Span
from sayso.understand.analysis import encoder
from sayso.understand.chains.words import singular
from sets import Row, rows_of


@dataclass(frozen=True, slots=True)
class Mention:
    """One gold mention: its document, place, pieces in the text, its head's place and lemma, and its chain."""

    document: str
    topic: int
    story: str
    ident: str
    pieces: tuple[Span, ...]
    head: Span
    lemma: str
    stem: str
    chain: str

    @property
    def key(self) -> str:
        """Give a name that sorts: document and place."""
        return f"{self.document} {self.pieces[0].start:06d} {self.ident}"


@dataclass(frozen=True, slots=True)
class Document:
    """One document with its reading, its gold mentions that count, and the spans of its sentences annotated in full."""

    row: Row
    reading: Reading
    mentions: tuple[Mention, ...]
    full: tuple[Span, ...]


def documents_of(path: Path, kept: Path | None = None) -> Iterator[Document]:
    """Give the documents of a split; readings are kept in a folder where one is named."""
    for row in rows_of(path):
        reading = _reading(row, kept)
        yield Document(row, reading, tuple(_mentions(row, reading)), tuple(_full(row)))


def _reading(row: Row, kept: Path | None) -> Reading:
    name = hashlib.sha256((encoder(None).manifest.digest + row["id"] + row["text"]).encode()).hexdigest()[:20]
    path = kept / f"{name}.pickle" if kept else None
    if path is not None and path.is_file():
        made: Reading = pickle.loads(path.read_bytes())
        return made
    made = read_text(row["text"], given={"id": row["id"]})
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(made))
    return made


def _full(row: Row) -> Iterator[Span]:
    for number in row["gold_sentences"]:
        spans = [span for span, at in zip(row["token_spans"], row["tokens_sentence"], strict=True) if at == number]
        yield Span(spans[0][0], spans[-1][1])


def _mentions(row: Row, reading: Reading) -> Iterator[Mention]:
    full = set(row["gold_sentences"])
    for one in row["mentions"]:
        if (
            not one["type"].startswith(("ACTION", "NEG_ACTION"))
            or not one["tokens"]
            or row["tokens_sentence"][one["tokens"][0]] not in full
        ):
            continue
        pieces = tuple(Span(*row["token_spans"][at]) for at in one["tokens"])
        head, pos = _head(pieces, reading)
        chain = one["chain"] or f"{row['id']} {one['id']}"
        words = head.of(row["text"])
        yield Mention(
            row["id"], int(row["topic"]), str(row["story"]), one["id"], pieces, head, lemma_of(words, pos), stem(words), chain
        )


def _head(pieces: Sequence[Span], reading: Reading) -> tuple[Span, str | None]:
    """Give the piece whose word the others hang on, by our syntax, and its part of speech."""
    tokens = reading.tokens
    inside = [at for at, token in enumerate(tokens) if any(token.span.overlaps(piece) for piece in pieces)]
    tops = [at for at in inside if tokens[at].head not in inside]
    best = min(tops, key=lambda at: (tokens[at].pos not in ("VERB", "NOUN", "PROPN", "ADJ"), at), default=None)
    if best is None:
        return pieces[0], None
    return next(piece for piece in pieces if piece.overlaps(tokens[best].span)), tokens[best].pos


def lemma_of(word: str, pos: str | None) -> str:
    """Give a word's base form: of a verb without its endings, of any other word its singular. A final e is cut, so that "fired" and "fire" meet."""
    low = word.lower()
    if pos in ("VERB", "AUX") or low in irregular_forms():
        return stem(low)
    base = singular(low)
    return base[:-1] if base.endswith("e") and len(base) > 3 else base


def told_of(document: Document) -> Iterator[tuple[Mention, Told]]:
    """Give every mention that counts as the package tells of it: trigger given, all else its own reading of the document."""
    if document.mentions:
        teller = Teller(document.reading)
        for mention in document.mentions:
            yield mention, teller.of_words(*mention.pieces)
