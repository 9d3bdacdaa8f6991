"""A reading → what it tells of each event in it. Everything is taken from what the extractors found and from the words; no model is run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...findings.actor import Actor
from ...findings.event import Event
from ...findings.figure import Figure
from ...findings.reading import Reading
from ...span import Span, hull, overlaps_any
from ..claims.words import groups_in, is_common, is_function, stem
from .page import Line, Page
from .told import Party, Size, Told, Where

# Longest trigger whose words are all compared; a longer one is cut: what stands far from its beginning is no trigger.
_TRIGGER_WORDS = 4


def told_in(reading: Reading) -> Iterator[Told]:
    """Give the telling of every event of a reading, in order."""
    if reading.events:
        teller = Teller(reading)
        for event in reading.events:
            yield teller.of_event(event)


class Teller:
    """Makes the tellings of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.page = Page(reading)
        self._actors = {actor.id: actor for actor in reading.actors}
        self._places = {place.id: place for place in reading.places}
        self._figures = {figure.id: figure for figure in reading.figures}
        self._speakers = {s.id: self._actors[s.speaker].key for s in reading.statements if s.speaker in self._actors}
        self._mentions = sorted((m, actor.id) for actor in reading.actors for m in actor.mentions)

    def of_event(self, event: Event) -> Told:
        """Give the telling of an event that was found."""
        place = self._places.get(event.place or "")
        sizes = (self._figures[ident] for ident in event.figures if ident in self._figures)
        return replace(
            self.of_words(event.trigger), event=event.id, event_type=event.event_type, modes=event.modes, quad=event.quad,
            actors=self._parties(event.actor), recipients=self._parties(event.recipient),
            place=Where(place.name, place.country, place.precision, place.lat, place.lon) if place else None, date=event.date,
            reality=event.reality.value, status=event.status.value, asserted_by=self._voices(event.asserted_by),
            denied_by=self._voices(event.denied_by), sizes=tuple(self._size(figure) for figure in sizes),
        )  # fmt: skip

    def of_words(self, *trigger: Span) -> Told:
        """Give the telling of words that are a trigger, in one piece or more, though no event was found in them: its sentence speaks for it."""
        text, whole = self.reading.report.text, hull(trigger)
        line = self.page.line_of(whole)
        words = [word for span in trigger for word in re.findall(r"[\w’'-]+", span.of(text))][:_TRIGGER_WORDS]
        matter = [at for at, word in enumerate(words) if not is_function(word)] or list(range(len(words)))
        alone = groups_in(words)
        stems = frozenset(stem(words[at]) for at in matter)
        inside = (word.groups for word in line.words if overlaps_any(word.span, trigger))
        people = [self._actors[ident] for mention, ident in self._mentions if line.span.covers(mention)]
        return Told(
            report=self.reading.report.key, event=f"@{whole.start}", at=whole.start, words=" ".join(span.of(text) for span in trigger),
            published=self.reading.report.published, line=line.number, stems=stems,
            groups=frozenset(key for keys in (*inside, *(alone[at] for at in matter)) for key in keys),
            matter=frozenset(w.stem for w in line.words if not w.is_name) - stems, names=_names(line, people) - stems,
            near=self.page.beside(line, whole) - stems, people=frozenset(actor.key for actor in people),
            times=self._times(line.span), numbers=line.numbers, gist=self.page.gist, cast=self.page.cast,
        )  # fmt: skip

    def _parties(self, idents: Iterable[str]) -> tuple[Party, ...]:
        known = (self._actors[ident] for ident in idents if ident in self._actors)
        return tuple(Party(actor.key, actor.name, actor.country, actor.kind.value) for actor in known)

    def _voices(self, statements: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._speakers[ident] for ident in statements if ident in self._speakers))

    def _times(self, area: Span) -> frozenset[str]:
        found: set[str] = set()
        for time in self.reading.times:
            if time.type in ("DATE", "TIME") and area.covers(time.span):
                found.add(time.value or " ".join(stem(word) for word in time.words.split()))
                found |= {stem(word) for word in time.words.split() if word[:1].isupper()}
        return frozenset(found)

    def _size(self, figure: Figure) -> Size:
        words = re.findall(r"\w+", figure.of.words) if figure.of else []
        giver = self._actors.get(figure.giver or "")
        counted = tuple(dict.fromkeys(stem(word) for word in words if not is_function(word)))
        written = figure.span.of(self.reading.report.text)
        return Size(written, counted, figure.low, figure.high, figure.unit, giver.key if giver else None)


def _names(line: Line, people: Iterable[Actor]) -> frozenset[str]:
    """Give the stems of names in the sentence, and of the names of those whom its pronouns and nouns mean."""
    meant = (word for actor in people for word in re.findall(r"\w{3,}", actor.name))
    return frozenset(w.stem for w in line.words if w.is_name) | frozenset(
        stem(word) for word in meant if word[:1].isupper() and not is_common(word)
    )
