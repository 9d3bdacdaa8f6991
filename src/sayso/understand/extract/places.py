"""Countries named as places → Place findings; towns and regions come with the gazetteer of a later version."""

from __future__ import annotations

import re
from bisect import bisect_left

from ...findings.actor import ActorKind
from ...findings.place import Place
from ...span import Span
from ..doc import Doc
from .cast import Cast

_WHERE = re.compile(
    r"\b(?:in|to|from|into|inside|across|at|near|over|within|throughout)\s+(?:the\s+)?(?:\w+ern\s+|\w+ern\s+)?$", re.IGNORECASE
)


class PlaceFinder:
    """Places of a report by country, numbered by first mention."""

    def __init__(self, doc: Doc, cast: Cast) -> None:
        self.doc = doc
        self._mentions: list[tuple[Span, str]] = []
        self._found: dict[str, Place] = {}
        for mention, part in cast.named_in(Span(0, max(1, len(doc.text)))):
            before = doc.text[max(0, mention.start - 24) : mention.start]
            if part.kind is ActorKind.COUNTRY and part.country and _WHERE.search(before):
                if part.country not in self._found:
                    number = len(self._found) + 1
                    self._found[part.country] = Place(f"p{number}", mention, part.name, part.country, None, None, None, "country")
                self._mentions.append((mention, self._found[part.country].id))

    def places(self) -> tuple[Place, ...]:
        """Give the places in order of first mention."""
        return tuple(self._found.values())

    def near(self, span: Span) -> str | None:
        """Give the place the clause of a span names after it, else before it in the sentence; None where it names none."""
        sentence = self.doc.sentence_at(span.start)
        low = bisect_left(self._mentions, (span.end, span.end), key=lambda pair: pair[0])
        after = [pair for pair in self._mentions[low : low + 1] if pair[0].start < min(sentence.end, span.end + 80)]
        if after and not re.search(r"[.;:]", self.doc.text[span.end : after[0][0].start]):
            return after[0][1]
        return None
