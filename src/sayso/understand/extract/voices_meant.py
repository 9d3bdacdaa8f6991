"""A source without a name, no word of which says whose it is → the state that it speaks for: "officials", "the interior ministry", "a police spokesman".

A choice among the states that the report names and nobody, by a weighed sum of signs: what the source is called, of which state a person there would be (homes),
who was heard before. The weights (voices.json) are fitted by benchmarks/marks/fit_voices.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from math import exp, log

from ...findings.actor import ActorKind
from ...span import Span
from ..doc import Doc
from ..known.named import states
from ..weighing import NOBODY, likeliest, weight, weights_of
from .cast import Cast
from .homes import Home, Homes, Stand, by_stand
from .offices_elsewhere import owners_before
from .source_words import SourceWords, noun_of, words_of_source
from .states_meant import StatesMeant

_ORGANS = frozenset(("GOV", "MIL", "COP", "SPY", "LEG", "JUD"))
# What a state that hardly is anybody's by the weights of homes counts at least, as a logarithm.
_LOWEST = -4.0
# Characters from the beginning of a paragraph in which it says of which state it is: "CHAD. The".
_HEADING = 12


class VoicesMeant:
    """Answers for one report; its people and bodies must be in the cast."""

    def __init__(self, doc: Doc, cast: Cast, heard: Mapping[int, str], speakers: Mapping[int, str]) -> None:
        """Take for which state who was heard speaks, by where he is named as the source."""
        self.doc, self.cast, self.heard, self.speakers = doc, cast, heard, speakers
        self.homes = Homes(doc, cast, StatesMeant(doc, cast))

    def of(self, source: Span) -> Home | None:
        """Give the state that a source most likely speaks for; None where nobody is likelier."""
        top, how = likeliest(self.signs(source), weights_of(__package__, "voices.json"))
        return Home(top, how) if top != NOBODY else None

    def signs(self, source: Span) -> dict[str, dict[str, float]]:
        """Give the signs of every state that the report names, and of none."""
        told = words_of_source(source.of(self.doc.text))
        table = self.homes.of_states(source, source, is_title=False)
        placed = {key for _, key in self.homes.named_in(source)}
        table = {key: signs for key, signs in table.items() if key in placed or not placed}  # "officials in Lima"
        likely = list(self._like_people(table))
        for sign, key, value in (*self._near(source), *self._heard_before(source), *likely):
            if key in table:
                table[key][sign] = value
        table[NOBODY] = dict.fromkeys(self._nobody(source, told, len(table)), 1.0)
        return table

    def _near(self, source: Span) -> Iterator[tuple[str, str, float]]:
        """Give (sign, state, value) of states named in the paragraph, or beside the noun of the source before."""
        noun = noun_of(source.of(self.doc.text)).split()[-1]
        owners = [p.key if p.kind is ActorKind.COUNTRY else p.country for p in owners_before(self.cast, noun, source)]
        if owners and owners[-1] is not None:
            yield "noun before", owners[-1], 1.0
        start = self.doc.paragraph_at(source.start).start
        before = Span(start, max(source.start, start + 1))
        named = next(iter(self.homes.named_in(before)), None)
        if named is not None:
            yield "first of paragraph", named[1], 1.0
            if named[0].start < start + _HEADING:
                yield "begins paragraph", named[1], 1.0
        people = [p.country for _, p in self.cast.named_in(before) if p.kind is ActorKind.PERSON and p.country]
        if people:
            yield "last person", people[-1], 1.0

    def _heard_before(self, source: Span) -> Iterator[tuple[str, str, float]]:
        """Give the states for which others spoke before, and how many bodies and officials of each the report has."""
        before = [self.heard[at] for at in sorted(self.heard) if at < source.start]
        if before:
            yield "heard last", before[-1], 1.0
        for back, key in enumerate([self.speakers[at] for at in sorted(self.speakers, reverse=True) if at < source.start][:3]):
            yield f"speaker {back}", key, 1.0
        if (sent := self.homes.meant.sent_here(source)) is not None:
            yield "sent here", sent.part.key, 1.0
        yield from (("heard", key, log(1 + often)) for key, often in Counter(before).items())
        yield from (("organs", key, log(1 + often)) for key, often in self._organs.items())

    def _like_people(self, table: Mapping[str, dict[str, float]]) -> Iterator[tuple[str, str, float]]:
        """Give how likely each state is by the weights that tell of whose state a person is, as a logarithm."""
        by = weights_of(__package__, "homes.json")
        for stand in (Stand.STATE, Stand.OTHER):
            sums = {key: weight(by_stand(signs, stand), by) for key, signs in table.items()}
            top = max(sums.values(), default=0.0)
            total = log(sum(exp(one - top) for one in sums.values()) or 1.0)
            for key, one in sums.items():
                yield f"as a person, {stand}", key, max(_LOWEST, one - top - total)
                if one == top:
                    yield f"first as a person, {stand}", key, 1.0

    def _nobody(self, source: Span, told: SourceWords, many: int) -> Iterator[str]:
        yield from (f"nobody, {sign}" for sign in told.signs())
        yield f"nobody, {min(many, 3)} states"
        yield f"nobody, placed {any(True for _ in self.homes.named_in(source))}"

    @cached_property
    def _organs(self) -> Counter[str]:
        bodies = (p for p in self.cast.parts.values() if p.kind is not ActorKind.COUNTRY and p.sector in _ORGANS)
        return Counter(p.country for p in bodies if p.country is not None and p.country in states())
