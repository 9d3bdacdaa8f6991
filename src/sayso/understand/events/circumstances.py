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
# Nouns of a place behind which "of" leads to its name.
_AREAS = _THE_TOWN | frozenset(
    "region province district area state island county governorate suburb neighbourhood neighborhood".split()
)
# Where something is said of an event that was elsewhere: "condemned the bombing at a meeting in | Geneva |".
_GATHERINGS = frozenset(
    "meeting talks summit conference speech interview session briefing ceremony visit forum statement".split()
)
# Verbs that say no more of an event than that it took place, and those by which it strikes what it is done to.
_OCCURRING = frozenset(
    "break breaks broke erupt erupts erupted occur occurs occurred happen happens happened take takes took begin begins began start starts started continue continues "
    "continued rage rages raged flare flares flared spread spreads resume resumes resumed unfold unfolds unfolded go goes went".split()
)
_STRIKING = frozenset(
    "hit hits rock rocks rocked jolt jolts jolted shake shakes shook strike strikes struck pound pounds pounded batter batters battered hammer hammers hammered pummel "
    "pummels pummelled pummeled level levels levelled leveled flatten flattens flattened destroy destroys destroyed".split()
)
# Relations by which phrases hang on one another and on a verb.
_PHRASES = frozenset(("nmod", "obl", "appos", "compound", "flat", "conj", "amod"))


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
        return min(found)[3] if found else self._around(happening)

    def _around(self, happening: Happening) -> str | None:
        """Give the most exact place that hangs on the words of an event, or on a verb that only says that it took place: "clashes broke out in | Athens |"."""
        own = set(happening.tellers())
        occurring = {above for token in own if (above := self._verb_of(token, _OCCURRING)) is not None}
        striking = {above for token in own if (above := self._verb_of(token, _STRIKING)) is not None}
        found = []
        for span, ident in self.mentions_in(happening.sentence):
            if self._leads_to(span, own, occurring) or self._is_struck(span, striking):
                found.append((_RANK.get(self.places[ident].precision, 3), span.start, ident))
        return min(found)[2] if found else None

    def _verb_of(self, token: int, among: frozenset[str]) -> int | None:
        """Give the verb of these that a noun stands before as its subject, by the tree or because nothing leads it in."""
        doc, above = self.doc, self.doc.heads[token]
        if above <= token or doc.pos[token] not in ("NOUN", "PROPN") or doc.low(above) not in among:
            return None
        is_bare = not any(doc.relations[i] == "case" for i in doc.dependents(token))
        return above if doc.relations[token] == "nsubj" or (doc.relations[token] == "obl" and is_bare) else None

    def _is_struck(self, span: Span, verbs: set[int]) -> bool:
        """Tell whether a place is what such a verb is done to: "raids jolted | Sanaa |"."""
        doc, tokens = self.doc, self.doc.tokens_in(span)
        at = next((i for i in tokens if doc.heads[i] not in tokens), -1)
        at = doc.heads[at] if at >= 0 and doc.relations[at] == "appos" else at
        return at >= 0 and doc.heads[at] in verbs and doc.relations[at] == "obj"

    def _leads_to(self, span: Span, own: set[int], verbs: set[int]) -> bool:
        """Tell whether a place hangs on one of these words by phrases alone, the innermost of which says where: "outside the embassy in | Tanzania |"."""
        doc, tokens = self.doc, self.doc.tokens_in(span)
        at = next((i for i in tokens if doc.heads[i] not in tokens), -1)
        is_where = False
        for _ in range(_HIGHEST):
            if at < 0:
                return False
            above, relation = doc.heads[at], doc.relations[at].split(":")[0]
            cases = {doc.low(i) for i in doc.dependents(at) if doc.relations[i] == "case"}
            is_named = cases == {"of"} and above >= 0 and doc.low(above) in _AREAS  # "the town of | Karak |"
            if not is_where and cases and not is_named:
                if not cases & set(_INSIDE):
                    return False
                is_where = True
            if doc.low(at) in _GATHERINGS:
                return False
            if relation == "obj":
                return is_where and above in own
            if relation not in _PHRASES:
                return False
            at = above
            if at in own or at in verbs:
                return is_where
        return False

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
