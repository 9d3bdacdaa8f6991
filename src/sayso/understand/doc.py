"""Doc: what the encoder and its heads make of one report, as frozen arrays. All an extractor may see of the language."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..findings.mention import Label
from ..report import Report
from ..span import Span
from .likeness import Likeness
from .quotation_marks import Quotation

if TYPE_CHECKING:
    from .acts import Acts


@dataclass(frozen=True, slots=True)
class Name:
    """A name the entity head found, with its confidence (0..1)."""

    span: Span
    label: Label
    confidence: float


@dataclass(frozen=True, slots=True)
class Role:
    """A span the attribution head found.

    Attributes:
        role: "source", "cue" or "content".
        span: the words, trimmed of blanks.
        confidence: mean probability of its pieces' tags (0..1), uncalibrated.
        links: for a source or content, (index into `Doc.cues`, probability) of each cue in reach, in text order; empty for a cue.
    """

    role: str
    span: Span
    confidence: float
    links: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, eq=False)  # no slots: words, places and what is governed by what are reckoned once, when asked
class Doc:
    """One report, read once by the encoder.

    Attributes:
        report: the report; all offsets count in its text.
        paragraphs, sentences: spans in text order, furniture left out.
        tokens: words and marks in text order.
        pos: UPOS tag per token.
        heads: index of each token's governing token, -1 for a root; empty where the model has no syntax.
        relations: UD v2 relation per token; `goeswith` for a token that is a later part of a word (see `words`).
        words: syntactic words, coarser than tokens ("U.S.") or cut elsewhere ("do" "n't"); firsts: the first token of each.
        quotations: what stands between quotation marks.
        names: names found by the entity head, in text order.
        sources, cues, contents: spans of the attribution head, in text order.
        inner: spans of the head for attributions inside a content, roles mixed, in text order.
        toponyms: place names by a head of their own: "place", or "use" where the name stands for a government or people; span, confidence.
        pieces: number of word pieces read (for measuring).
        acts: which words tell an act, who acts on whom in it, and what may come, by heads of their own; None where the model has none.
        likeness: which words mean the same person or thing, by the antecedent head; None where the model has none.
    """

    report: Report
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    tokens: tuple[Span, ...]
    pos: tuple[str, ...]
    quotations: tuple[Quotation, ...]
    names: tuple[Name, ...]
    sources: tuple[Role, ...]
    cues: tuple[Role, ...]
    contents: tuple[Role, ...]
    pieces: int = 0
    heads: tuple[int, ...] = ()
    relations: tuple[str, ...] = ()
    words: tuple[Span, ...] = ()
    firsts: tuple[int, ...] = ()
    inner: tuple[Role, ...] = ()
    toponyms: tuple[tuple[str, Span, float], ...] = ()
    likeness: Likeness | None = None
    acts: Acts | None = None

    @cached_property
    def text(self) -> str:
        """The report's text."""
        return self.report.text

    def mended(self, **changes: Any) -> Doc:
        """Give the Doc with other tags, syntax or names; what was reckoned of the rest is not reckoned again.

        Args:
            changes: of pos, heads, relations and names.
        """
        made = replace(self, **changes)
        stays = {"text", "lows", "_words", "_starts", "_sentence_starts", "_paragraph_starts", "_quotation_starts"}
        stays |= {"governed"} if changes.keys().isdisjoint(("heads", "relations")) else set()
        made.__dict__.update((name, known) for name, known in self.__dict__.items() if name in stays)
        return made

    def tokens_in(self, span: Span) -> range:
        """Give the indices of the tokens that lie in the span."""
        starts = self._starts
        return range(bisect_left(starts, span.start), bisect_right(starts, span.end - 1))

    def word(self, index: int) -> str:
        """Give a token's word."""
        return self._words[index]

    def low(self, index: int) -> str:
        """Give a token's word in small letters."""
        return self.lows[index]

    @cached_property
    def lows(self) -> tuple[str, ...]:
        """The words of the tokens in small letters."""
        return tuple(word.lower() for word in self._words)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(token.start for token in self.tokens)

    @cached_property
    def _words(self) -> tuple[str, ...]:
        text = self.report.text
        return tuple(text[start:end] for start, end in self.tokens)

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self.sentences)

    @cached_property
    def _paragraph_starts(self) -> tuple[int, ...]:
        return tuple(paragraph.start for paragraph in self.paragraphs)

    @cached_property
    def _name_starts(self) -> tuple[int, ...]:
        return tuple(name.span.start for name in self.names)

    @cached_property
    def _quotation_starts(self) -> tuple[int, ...]:
        return tuple(quotation.span.start for quotation in self.quotations)

    def dependents(self, index: int) -> tuple[int, ...]:
        """Give the tokens that a token governs, in text order, parts of its own word aside."""
        return self.governed.get(index, ())

    @cached_property
    def governed(self) -> dict[int, tuple[int, ...]]:
        """The dependents of every token that has any."""
        found: dict[int, list[int]] = {}
        for index, (head, relation) in enumerate(zip(self.heads, self.relations, strict=True)):
            if relation != "goeswith":
                found.setdefault(head, []).append(index)
        return {head: tuple(governed) for head, governed in found.items()}

    def sentence_at(self, offset: int) -> Span:
        """Give the sentence that holds the character, or the nearest before it; the whole text where there is none."""
        return _at(self.sentences, self._sentence_starts, offset, len(self.report.text))

    def clause_near(self, offset: int, *, reach: int = 600) -> Span:
        """Give the part of the sentence within `reach` characters of the character: rules that read words look no further."""
        sentence = self.sentence_at(offset)
        return Span(
            max(sentence.start, offset - reach), max(min(sentence.end, offset + reach), min(sentence.end, sentence.start + 1))
        )

    def paragraph_at(self, offset: int) -> Span:
        """Give the paragraph that holds the character, or the nearest before it."""
        return _at(self.paragraphs, self._paragraph_starts, offset, len(self.report.text))

    def paragraph_number(self, offset: int) -> int:
        """Give the index of `paragraph_at` in `paragraphs` (0 where there is none)."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def sentence_number(self, offset: int) -> int:
        """Give the index of `sentence_at` in `sentences` (0 where there is none)."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def names_near(self, span: Span, *, reach: int = 100) -> tuple[Name, ...]:
        """Give the names that begin within `reach` characters of the span."""
        low = bisect_left(self._name_starts, span.start - reach)
        return self.names[low : bisect_left(self._name_starts, span.end + reach)]

    @cached_property
    def in_names(self) -> frozenset[int]:
        """The tokens that lie in a name."""
        return frozenset(i for name in self.names for i in self.tokens_in(name.span))

    def quotation_at(self, offset: int) -> Quotation | None:
        """Give the quotation the character stands in, marks included."""
        index = bisect_right(self._quotation_starts, offset) - 1
        if index >= 0 and offset < self.quotations[index].span.end:
            return self.quotations[index]
        return None

    def quotations_in(self, span: Span) -> tuple[Quotation, ...]:
        """Give the quotations that overlap the span."""
        low = max(0, bisect_right(self._quotation_starts, span.start) - 1)
        high = bisect_left(self._quotation_starts, span.end)
        return tuple(q for q in self.quotations[low:high] if q.span.overlaps(span))


def _at(spans: tuple[Span, ...], starts: tuple[int, ...], offset: int, length: int) -> Span:
    index = bisect_right(starts, offset) - 1
    if index < 0:
        return spans[0] if spans else Span(0, max(1, length))
    return spans[index]
