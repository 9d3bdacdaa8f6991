"""Text → word pieces for the encoder, each with its marks: the shape of its word, whether it is quoted, where in the line it stands.

The encoder is uncased; casing, quotation and layout reach it through the marks only. Invariant: `text[starts[i]:ends[i]]` is what piece i
stands for; pieces are in text order and belong to exactly one paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ..span import Span
from .quotation_marks import Quotation, paragraphs_of, quotations

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

SHAPES = (
    "none",
    "lower",
    "title",
    "upper",
    "letter",
    "mixed",
    "digits",
    "alphanumeric",
    "opening",
    "closing",
    "apostrophe",
    "mark",
    "uncased",
    "hidden",
)
QUOTED = ("outside", "double", "single")
LAYOUT = ("inside", "first of line", "first of text")
MARKS = len(SHAPES) * len(QUOTED) * len(LAYOUT)
_SHAPE = {name: i for i, name in enumerate(SHAPES)}


def mark_code(shape: int, quoted: int, layout: int) -> int:
    """Pack the three marks into one index below MARKS."""
    return shape + len(SHAPES) * (quoted + len(QUOTED) * layout)


@lru_cache(maxsize=50_000)
def shape_of(word: str) -> int:
    """Name the shape of a word as an index into SHAPES ("Kyiv" title, "NATO" upper, "iPhone" mixed, "7th" alphanumeric)."""
    if word.islower():
        return _SHAPE["alphanumeric"] if any(c.isdigit() for c in word) else _SHAPE["lower"]
    if word.isdigit():
        return _SHAPE["digits"]
    if word.isalpha():
        if word.isupper():
            return _SHAPE["letter"] if len(word) == 1 else _SHAPE["upper"]
        if word[0].isupper() and word[1:].islower():
            return _SHAPE["title"]
        return _SHAPE["mixed"] if word.lower() != word.upper() else _SHAPE["uncased"]
    if any(c.isalnum() for c in word):
        return _SHAPE["alphanumeric"]
    if word in "“«„‟":
        return _SHAPE["opening"]
    if word in "”»":
        return _SHAPE["closing"]
    if word in "'’‘":
        return _SHAPE["apostrophe"]
    return _SHAPE["mark"]


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """The pieces of one text.

    Attributes:
        ids: vocabulary ids.  Int64 (pieces,)
        starts, ends: code points.  Int64 (pieces,)
        words: index of the word a piece belongs to, rising.  Int64 (pieces,)
        marks: packed marks, see `mark_code`.  Int64 (pieces,)
        paragraphs: the paragraphs of the text.
        borders: first piece of each paragraph, and the number of pieces last.  Int64 (paragraphs + 1,)
        quotations: the quotations of the text.
    """

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    words: NDArray[np.int64]
    marks: NDArray[np.int64]
    paragraphs: tuple[Span, ...]
    borders: NDArray[np.int64]
    quotations: tuple[Quotation, ...]


def _shapes(text: str, starts: list[int], ends: list[int], words: list[int], quotes: list[Quotation]) -> list[int]:
    shapes = [0] * len(starts)
    first = 0
    for i in range(1, len(words) + 1):
        if i == len(words) or words[i] != words[first]:
            shape = shape_of(text[starts[first] : ends[i - 1]])
            shapes[first:i] = [shape] * (i - first)
            first = i
    at_mark = {q.span.start: _SHAPE["opening"] for q in quotes} | {
        q.span.end - 1: _SHAPE["closing"] for q in quotes if q.is_closed
    }
    for i, start in enumerate(starts):
        if shapes[i] >= _SHAPE["opening"] and start in at_mark:
            shapes[i] = at_mark[start]
    return shapes


def _quoted(starts: NDArray[np.int64], quotes: list[Quotation]) -> NDArray[np.int64]:
    state = np.zeros(len(starts), dtype=np.int64)
    for quote in quotes:
        low, high = np.searchsorted(starts, (quote.span.start, quote.span.end))
        state[low:high] = 2 if quote.is_single else 1
    return state


def cut_pieces(text: str, tokenizer: Tokenizer, *, hidden: tuple[Span, ...] = ()) -> Pieces:
    """Cut a text into pieces; nothing of the `hidden` spans (furniture) becomes a piece.

    A paragraph touched by a hidden span is left out as a whole if the span covers it, else its uncovered ends remain.
    """
    paragraphs = [rest for span in paragraphs_of(text) for rest in _uncovered(span, hidden)]
    quotes = quotations(text, paragraphs)
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    words: list[int] = []
    borders = [0]
    encoded = tokenizer.encode_batch([span.of(text) for span in paragraphs], add_special_tokens=False)
    for span, encoding in zip(paragraphs, encoded, strict=True):
        offset, base = span.start, (words[-1] + 1 if words else 0)
        ids += encoding.ids
        places = encoding.offsets
        starts += [start + offset for start, _ in places]
        ends += [end + offset for _, end in places]
        words += [base + (w or 0) for w in encoding.word_ids]
        borders.append(len(ids))
    start_array = np.array(starts, dtype=np.int64)
    layout = np.zeros(len(ids), dtype=np.int64)
    layout[[b for b in borders[:-1] if b < len(ids)]] = 1
    layout[:1] = 2
    marks = np.array(_shapes(text, starts, ends, words, quotes), dtype=np.int64)
    marks += len(SHAPES) * (_quoted(start_array, quotes) + len(QUOTED) * layout)
    return Pieces(
        np.array(ids, dtype=np.int64), start_array, np.array(ends, dtype=np.int64), np.array(words, dtype=np.int64),
        marks, tuple(paragraphs), np.array(borders, dtype=np.int64), tuple(quotes),
    )  # fmt: skip


def first_pieces(pieces: Pieces, limit: int) -> Pieces:
    """Give at most so many pieces from the beginning; paragraphs cut short are shortened."""
    if len(pieces.ids) <= limit:
        return pieces
    count = int(np.searchsorted(pieces.borders, limit))
    end = int(pieces.ends[limit - 1])
    paragraphs = tuple(Span(p.start, min(p.end, end)) for p in pieces.paragraphs[:count])
    borders = np.append(pieces.borders[:count], limit)
    quotes = tuple(q for q in pieces.quotations if q.span.end <= end)
    return Pieces(
        pieces.ids[:limit],
        pieces.starts[:limit],
        pieces.ends[:limit],
        pieces.words[:limit],
        pieces.marks[:limit],
        paragraphs,
        borders,
        quotes,
    )


def _uncovered(span: Span, hidden: tuple[Span, ...]) -> list[Span]:
    rest = [span]
    for cover in hidden:
        if cover.overlaps(span):
            rest = [
                part
                for piece in rest
                for part in (Span(piece.start, min(piece.end, cover.start)), Span(max(piece.start, cover.end), piece.end))
                if part.start < part.end
            ]
    return rest
