"""When and where an event was, and how many: the times, places and figures of its own clause.

A time or place belongs to the nearest verb above it in the tree; that of "said on Friday" dates what is said, not what happened.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...findings.figure import Figure, FigureKind
from ...findings.place import Place
from ...span import Span
from ...when import When
from ..doc import Doc
from ..times import TimeWords, times_in
from .chunks import Chunk
from .happening import Happening
from .triggers import verb_forms

_THE_TOWN = frozenset(("city", "town", "village", "capital", "port"))
_RANK = {"town": 0, "region": 1, "country": 2}
# Steps up the tree from a time or place to the verb it belongs to.
_HIGHEST = 6
_SAYING = frozenset("say tell report announce add warn state declare".split())
_SIZES = (FigureKind.COUNT, FigureKind.MONEY)
# What leads to where a noun is.
_INSIDE = ("in", "at", "near", "outside", "inside")
_WHERE = frozenset(
    ("in", "at", "near", "outside", "inside", "on", "around", "across", "to", "off", "over", "from", "of", "against", "into", "")
)


class Circumstances:
    """Answers for one report."""

    def __init__(self, doc: Doc, times: list[TimeWords], places: Sequence[Place], figures: Sequence[Figure]) -> None:
        self.doc, self.times, self.figures = doc, times, figures
        self.places = {place.id: place for place in places}
        everywhere = ((span, place.id) for place in places for span in (place.mentions or (place.span,)))
        self._mentions = sorted((span, ident) for span, ident in everywhere if not span.of(doc.text).islower())

    def date(self, happening: Happening, cue: Callable[[int], bool]) -> When | None:
        """Give the days of the time expression that belongs to the event.

        Args:
            cue: tells whether a verb only says that somebody said it.
        """
        own = {happening.token, *happening.more}
        ranked = []
        for time in times_in(self.times, happening.sentence):
            if time.type not in ("DATE", "TIME") or (time.value or "").endswith("_REF"):
                continue
            above = self._governor(self.doc.tokens_in(time.span), own, cue)
            if above is None:
                continue
            ranked.append((above, abs(time.span.start - self.doc.tokens[happening.token].start), time))
        if not ranked:
            return None
        best = min(ranked, key=lambda row: row[:2])[2]
        return When(best.start, best.end, best.span.of(self.doc.text))

    def _governor(self, tokens: range, own: set[int], cue: Callable[[int], bool]) -> int | None:
        """Give how far above a time its event stands: 0 its own verb, more for one that the event depends on; None where it is another's."""
        top = next((i for i in tokens if self.doc.heads[i] not in tokens), None)
        at = self.doc.heads[top] if top is not None else -1
        for step in range(_HIGHEST):
            if at < 0:
                return None
            if at in own:
                return step
            if self.doc.pos[at] == "VERB":
                return 2 + step if self._leads(at, own, ("advcl", "xcomp") if cue(at) else ()) else None
            at = self.doc.heads[at]
        return None

    def _leads(self, verb: int, own: set[int], only: tuple[str, ...]) -> bool:
        """Tell whether the event hangs on the verb in one clause: "began shelling", "to protest".

        Args:
            only: relations in which it may; of a verb of saying the words have days of their own, what is done with them has not.
        """
        for token in own:
            at = token
            for _ in range(3):
                if at < 0:
                    break
                relation = self.doc.relations[at]
                if self.doc.heads[at] == verb and relation not in ("ccomp", "parataxis", "acl:relcl", "conj"):
                    return not only or relation in only
                at = self.doc.heads[at]
        return False

    def place(self, happening: Happening) -> str | None:
        """Give the place that the event's own phrases name, the most exact one."""
        found = []
        for chunk in happening.chunks:
            if chunk.is_time or chunk.prep not in _WHERE:
                continue
            area = Span(self.doc.tokens[chunk.first].start, self.doc.tokens[chunk.last].end)
            for ident in (*(ident for _, ident in self.mentions_in(area)), *self._below(chunk, happening.sentence)):
                is_at = chunk.prep in ("in", "at", "near", "outside", "inside", "around", "across")
                found.append((not is_at, _RANK.get(self.places[ident].precision, 3), chunk.first, ident))
            if self.doc.low(chunk.head) in _THE_TOWN and self.doc.low(chunk.first) == "the":
                town = self._the_town(area, self.doc.low(chunk.head))
                if town is not None:
                    found.append((chunk.prep not in ("in", "at"), 0, chunk.first, town))
        return min(found)[3] if found else None

    def _below(self, chunk: Chunk, sentence: Span) -> list[str]:
        """Give the places that tell where the noun of a phrase is: "on the avenues of | Lome |", "a court in | Ulm |"."""
        found, leads = [], _INSIDE if not chunk.prep else (*_INSIDE, "of")
        for span, ident in self.mentions_in(sentence):
            tokens = self.doc.tokens_in(span)
            top = next((i for i in tokens if self.doc.heads[i] not in tokens), None)
            if (
                top is None
                or top <= chunk.last
                or self.doc.heads[top] != chunk.head
                or not self.doc.relations[top].startswith("nmod")
            ):
                continue
            if any(self.doc.low(i) in leads for i in self.doc.dependents(top) if self.doc.relations[i] == "case"):
                found.append(ident)
        return found

    def mentions_in(self, area: Span) -> list[tuple[Span, str]]:
        """Give the mentions of places in the area."""
        return [(span, ident) for span, ident in self._mentions if area.covers(span)]

    def _the_town(self, area: Span, noun: str) -> str | None:
        """Give the town that "the city" points to: one called so ("the city of"), else the last one named before, else the first after it."""
        called = [ident for span, ident in self._mentions if self.doc.text[: span.start].lower().endswith(f"{noun} of ")]
        if called:
            return called[-1]
        towns = [(span, ident) for span, ident in self._mentions if self.places[ident].precision == "town"]
        before = [ident for span, ident in towns if span.end <= area.start]
        after = [ident for span, ident in towns if span.start >= area.end]
        return before[-1] if before else after[0] if after else None

    def sizes(self, happening: Happening) -> tuple[str, ...]:
        """Give the figures in the event's own chunks: how many died, were held, took part, were sent; of a demand, the act asked for has them."""
        if happening.inner is not None:
            return ()
        areas = [Span(self.doc.tokens[c.first].start, self.doc.tokens[c.last].end) for c in happening.chunks]
        return tuple(f.id for f in self.figures if f.kind in _SIZES and any(area.overlaps(f.span) for area in areas))


def is_saying(doc: Doc, token: int) -> bool:
    """Tell whether a verb is one of saying by its lemma."""
    form = verb_forms().get(doc.low(token))
    return form is not None and form.lemma in _SAYING
