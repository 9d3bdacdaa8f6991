"""A report → its body: the words that are its own to print, in order, with where they stand and which are within quotation marks.

Site furniture and the headline are left out: neither tells whose text it is, and a reprint changes both.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ...report import Report
from ...span import Span

Hashes = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_MARK = re.compile(r"[“”„«»\"]|\n")
_OPENING, _CLOSING = "“„«", "”»"
# Odd constants of MurmurHash3's finaliser (public domain): they spread CRC-32 sums over 64 bits.
_SPREAD_1, _SPREAD_2 = np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53)
_SHIFT = np.uint64(33)


class Body:
    """The words of a report that count when two are held against each other.

    Attributes:
        spans: where each word stands in the report's text.
        hashes: shape (words,), one number for each word, whatever its case and the form of its apostrophe.
        quoted: shape (words,), whether it stands within quotation marks.
    """

    def __init__(self, text: str, left_out: Iterable[Span] = ()) -> None:
        self._texts, self.spans = _words(text, left_out)
        sums = (zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in self._texts)
        self.hashes: Hashes = _spread(np.fromiter(sums, np.uint64, len(self._texts)))
        self.quoted: Flags = _quoted(text, self.spans)

    def __len__(self) -> int:
        return len(self.spans)

    @cached_property
    def digest(self) -> str:
        """The same for the same words in the same order, whatever stands between them: 32 hex digits."""
        return hashlib.sha256(" ".join(self._texts).encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def runs(self, length: int) -> Hashes:
        """Give one number for each run of so many words, shape (words - length + 1,); none for a shorter body."""
        count = len(self.hashes) - length + 1
        if count <= 0:
            return np.zeros(0, np.uint64)
        made = self.hashes[:count].copy()
        for step in range(1, length):
            made = _spread(made) + self.hashes[step : step + count]
        return _spread(made)

    def span(self, first: int, last: int) -> Span:
        """Give where the words from `first` up to `last`, both inclusive, stand in the text."""
        return Span(self.spans[first].start, self.spans[last].end)


def body_of(report: Report) -> Body:
    """Give the body of a report."""
    title = (report.title_span,) if report.title_span else ()
    return Body(report.text, (*report.furniture, *title))


def _words(text: str, left_out: Iterable[Span]) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    gaps = sorted(left_out)
    texts: list[str] = []
    spans: list[Span] = []
    at = 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        while at < len(gaps) and gaps[at].end <= start:
            at += 1
        if at == len(gaps) or gaps[at].start >= end:
            texts.append(found[0].casefold().replace("’", "'"))
            spans.append(Span(start, end))
    return tuple(texts), tuple(spans)


def _quoted(text: str, spans: tuple[Span, ...]) -> Flags:
    """Tell which words are within quotation marks; a paragraph's end closes what is open, as the next opens it anew."""
    flags = np.zeros(len(spans), np.bool_)
    pieces = iter(_quotations(text))
    piece = next(pieces, None)
    for at, span in enumerate(spans):
        while piece is not None and piece.end <= span.start:
            piece = next(pieces, None)
        flags[at] = piece is not None and piece.start < span.start
    return flags


def _quotations(text: str) -> Iterator[Span]:
    start: int | None = None
    for mark in _MARK.finditer(text):
        opens = mark[0] in _OPENING or (mark[0] == '"' and start is None)
        if start is not None and not opens:
            yield Span(start, mark.end())
            start = None
        elif opens and start is None:
            start = mark.start()
    if start is not None:
        yield Span(start, len(text))


def _spread(values: Hashes) -> Hashes:
    """Mix the bits of 64-bit numbers; overflow is meant."""
    mixed = (values ^ (values >> _SHIFT)) * _SPREAD_1
    mixed = (mixed ^ (mixed >> _SHIFT)) * _SPREAD_2
    return mixed ^ (mixed >> _SHIFT)
