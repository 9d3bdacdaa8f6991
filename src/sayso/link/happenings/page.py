"""A reading → its words by sentence, and what the report is about. Tokens are cut anew: a reading kept without its tokens gives the same."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ...findings.reading import Reading
from ...span import Span, SpanSet
from ..claims.telling import tokens_of
from ..claims.words import groups_in, is_function, stem, weight_of

# How many stems stand for what a report is about. 80 tell the two stories of a topic of ECB+ train apart no better.
GIST = 40
# Words of matter on either side of the trigger that count as right beside it.
BESIDE = 4
_NUMERAL = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class PageWord:
    """One word of matter: where it stands, its stem and groups of lexicons/en/alike.yml, how much it says, and whether it is of a name."""

    span: Span
    stem: str
    groups: frozenset[str]
    weight: float
    is_name: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its words of matter in order, and its numerals."""

    number: int
    span: Span
    words: tuple[PageWord, ...]
    numbers: frozenset[str]


class Page:
    """The words of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._names = SpanSet(entity.span for entity in reading.entities)
        self._furniture = SpanSet(reading.report.furniture)
        self.lines = tuple(self._line(number, span) for number, span in enumerate(reading.sentences))
        self._starts = [line.span.start for line in self.lines]
        self.cast = frozenset(word.stem for line in self.lines for word in line.words if word.is_name)
        self.gist = self._gist()

    def line_of(self, span: Span) -> Line:
        """Give the sentence where the words begin; where no sentence holds them, one of them alone."""
        at = bisect_right(self._starts, span.start) - 1
        if at >= 0 and span.start < self.lines[at].span.end:
            return self.lines[at]
        return self._line(max(at, 0), span)

    def beside(self, line: Line, span: Span) -> frozenset[str]:
        """Give the stems right beside the words, within their sentence."""
        first = bisect_left([word.span.start for word in line.words], span.start)
        last = bisect_left([word.span.start for word in line.words], span.end)
        around = line.words[max(0, first - BESIDE) : first] + line.words[last : last + BESIDE]
        return frozenset(word.stem for word in around)

    def _line(self, number: int, span: Span) -> Line:
        tokens = tokens_of(self.reading.report.text, span)
        written = [token.of(self.reading.report.text) for token in tokens]
        groups = groups_in(written)
        words = []
        for token, word, keys in zip(tokens, written, groups, strict=True):
            if is_function(word) or _NUMERAL.search(word) or self._furniture.touching(token):
                continue
            is_name = word[:1].isupper() and bool(self._names.touching(token))
            words.append(PageWord(token, stem(word), keys, 1.0 if is_name else weight_of(word), is_name))
        return Line(number, span, tuple(words), frozenset(word for word in written if _NUMERAL.search(word)))

    def _gist(self) -> frozenset[str]:
        """Give the stems that say most: told often, in names, and early."""
        worth: Counter[str] = Counter()
        first: dict[str, int] = defaultdict(int)
        for at, word in enumerate(self._words()):
            first.setdefault(word.stem, at)
            worth[word.stem] += word.weight * (1.5 if word.is_name else 1.0)  # type: ignore[assignment]
        ranked = sorted(worth, key=lambda one: (-worth[one], first[one], one))
        return frozenset(one for one in ranked[:GIST] if worth[one] >= 1)

    def _words(self) -> Iterable[PageWord]:
        return (word for line in self.lines for word in line.words)
