"""Names of places → Place findings, numbered by first mention: what each means on the map, and which place stands near a span."""

from __future__ import annotations

import re
from bisect import bisect_left

from ...findings.place import Place
from ...span import Span
from ..doc import Doc
from ..known.named import states
from ..known.words import key_of
from ..places.mentions import mentions_of
from ..places.report_countries import countries_of, home_with_host
from ..places.resolution import Resolved, resolve
from .cast import Cast


class PlaceFinder:
    """Places of a report, one for each place meant, with all its mentions."""

    def __init__(self, doc: Doc, cast: Cast) -> None:
        self.doc = doc
        self._mentions: list[tuple[Span, str]] = []
        found: dict[str, tuple[Resolved, list[Span]]] = {}
        spans = mentions_of(doc, cast)
        meant = (
            resolve(doc.text, spans, countries=countries_of(doc.report, cast), home=home_with_host(doc.report)) if spans else []
        )
        for span, resolved in zip(spans, meant, strict=True):
            if resolved is None:
                continue
            key = str(resolved.entry.number) if resolved.is_named else key_of(span.of(doc.text))
            found.setdefault(key, (resolved, []))[1].append(span)
        self._places = tuple(
            _place(f"p{number}", resolved, tuple(mentions), doc.text)
            for number, (resolved, mentions) in enumerate(found.values(), 1)
        )
        self._mentions = sorted((span, place.id) for place in self._places for span in (place.mentions or (place.span,)))

    def places(self) -> tuple[Place, ...]:
        """Give the places in order of first mention."""
        return self._places

    def country_of(self, span: Span) -> str | None:
        """Give the country of the place that the span's own words name, the last one; None where they name none."""
        low = bisect_left(self._mentions, (span.start, span.start), key=lambda pair: pair[0])
        inside = [ident for mention, ident in self._mentions[low : low + 4] if span.covers(mention)]
        around = self._mentions[low - 1 : low]
        if not inside and around and around[0][0].covers(span):
            inside = [around[0][1]]
        return next((place.country for place in self._places if inside and place.id == inside[-1]), None)

    def near(self, span: Span) -> str | None:
        """Give the place the clause of a span names after it; None where it names none."""
        sentence = self.doc.sentence_at(span.start)
        low = bisect_left(self._mentions, (span.end, span.end), key=lambda pair: pair[0])
        after = [pair for pair in self._mentions[low : low + 1] if pair[0].start < min(sentence.end, span.end + 80)]
        if after and not re.search(r"[.;:]", self.doc.text[span.end : after[0][0].start]):
            return after[0][1]
        return None


def _place(ident: str, resolved: Resolved, mentions: tuple[Span, ...], text: str) -> Place:
    """Make the finding. A name that the gazetteer lacks keeps its own words, and what it lies in is all that is said of it."""
    entry = resolved.entry
    rest = mentions[1:] and mentions
    if not resolved.is_named:
        return Place(ident, mentions[0], mentions[0].of(text), entry.country, None, None, None, entry.precision, rest)
    name = (
        states()[entry.country].name
        if entry.precision == "country" and entry.country in states()
        else _usual(entry.name, mentions[0].of(text))
    )
    return Place(ident, mentions[0], name, entry.country, entry.geonames, entry.lat, entry.lon, entry.precision, rest)


def _usual(name: str, words: str) -> str:
    """Give the usual English name: the report's words where the gazetteer has a name in the letters of a transliteration, "Karak" for "Qīr Moāv"."""
    try:
        name.encode("latin-1")
    except UnicodeEncodeError:
        written = " ".join(words.split())
        return written.title() if written.isupper() else written
    return name
