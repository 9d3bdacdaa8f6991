"""Doc and cast → Event findings, in two steps: `find_happenings` before the cast is frozen, for it may add actors, `make_events` after it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ...findings.event import Event, Reality, Status
from ...findings.figure import Figure
from ...findings.statement import Statement
from ...span import Span, hull, overlaps_any
from ..chains.words import singular
from ..doc import Doc
from ..extract.cast import Cast
from ..extract.places import PlaceFinder
from ..reality import reality_of
from ..times import TimeWords, times_in
from .circumstances import Circumstances, is_saying
from .happenings import Finder, Happening, has_trigger
from .ontology import cameo_of, event_types
from .parties import Parties, Party
from .standing import Standing
from .triggers import context_words, discards, modes_of_means

BY = "rule:events/1"
AUX = {
    Reality.PLANNED: "future",
    Reality.HYPOTHETICAL: "hypothetical",
    Reality.NEGATED: "negation",
    Reality.HISTORICAL: "historical",
}
# What an act inside another is, by what is done with it.
INNER = {
    "promised": Reality.PROMISED, "threatened": Reality.THREATENED, "demanded": Reality.DEMANDED,
}  # fmt: skip
_ONLY_INSIDE = frozenset(INNER.values())
# Types that are no event without somebody known on the other side: a word of praise or a meeting with nobody says nothing.
_BOTH = frozenset(("SUPPORT", "CONSULT", "ACCUSE", "THREATEN"))
# Confidence where both sides are known, one is, and for nouns; shares of the audit's right ones are to replace them.
SURE, HALF, NOMINAL = 0.75, 0.6, 0.55


@dataclass(frozen=True, slots=True)
class Found:
    """A happening whose actors are in the cast: keys of actors and words of either side."""

    happening: Happening
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    inner: Found | None = None


def find_happenings(doc: Doc, cast: Cast, places: PlaceFinder, times: list[TimeWords]) -> list[Found]:
    """Find what happened to whom; actors that the words make known ("Chadian soldiers") join the cast. Empty where there is no syntax."""
    if not doc.heads:
        return []
    parties = Parties(doc, cast, places.country_of)
    found: list[Found] = []
    for sentence in doc.sentences:
        if not has_trigger(doc, sentence) or overlaps_any(sentence, doc.report.furniture) or _is_discarded(doc, sentence):
            continue
        finder = Finder(doc, sentence, [t.span for t in times_in(times, sentence)], parties, places.country_of)
        found += [_joined(one, parties) for one in finder.happenings() if _fits(one)]
    return found


def _is_discarded(doc: Doc, sentence: Span) -> bool:
    """Tell whether a sentence speaks of sports or of something made up."""
    words = set(sentence.of(doc.text).lower().replace(",", " ").replace(".", " ").split())
    text = f" {sentence.of(doc.text).lower()} "
    for kind in ("sports", "fiction"):
        if any((word in words) if " " not in word else (f" {word}" in text) for word in discards()[kind]):
            return True
    return False


def _fits(one: Happening) -> bool:
    """Tell whether those are known without whom it is no event of its type."""
    kind = event_types()[one.sense.event or ""]
    actors, recipients = [p for p in one.actors if p.is_known], [p for p in one.recipients if p.is_known]
    if one.sense.reciprocal and (kind.name in _BOTH or "recipient" in kind.needs):
        return len(actors) + len(recipients) > 1 or (bool(actors) and one.sense.modes == ("multilateral",))
    if "recipient" in kind.needs or (kind.name in _BOTH and one.sense.modes != ("investigate",)):
        return bool(actors) and bool(recipients)
    if "actor" in kind.needs:
        return bool(actors) or (bool(recipients) and any(p.sector for p in one.actors))
    return bool(actors) or bool(recipients)


def _joined(one: Happening, parties: Parties) -> Found:
    actors, recipients = one.actors, one.recipients
    if one.sense.reciprocal:
        actors, recipients = [*actors, *recipients], []
    inner = _joined(one.inner, parties) if one.inner is not None else None
    return Found(one, _keys(actors, parties), _keys(recipients, parties), inner)


def _keys(given: Sequence[Party], parties: Parties) -> tuple[str, ...]:
    made = (parties.actor(party) for party in given)
    return tuple(dict.fromkeys(part.key for part in made if part is not None))


def make_events(
    doc: Doc, cast: Cast, found: Sequence[Found], *, statements: Sequence[Statement], figures: Sequence[Figure],
    at: tuple[PlaceFinder, list[TimeWords]], calibrate: Callable[[str, float], float],
) -> tuple[Event, ...]:  # fmt: skip
    """Turn happenings into findings in order of their triggers; the cast must be frozen: parts carry their ids."""
    if not found:
        return ()
    places, times = at
    actors = {part.id: part for part in cast.parts.values() if part.id}
    maker = _Maker(doc, cast, Circumstances(doc, times, places.places(), figures), statements, calibrate)
    ordered = sorted(found, key=lambda one: one.happening.token)
    made = [event for one in ordered if (event := maker.event(one)) is not None and event.reality not in _ONLY_INSIDE]
    numbered = [_numbered(event, f"e{number}") for number, event in enumerate(made, 1)]
    return tuple(Standing(statements, actors).settled(numbered))


def _numbered(event: Event, ident: str) -> Event:
    inner = _numbered(event.of, f"{ident}.of") if event.of is not None else None
    return replace(event, id=ident, of=inner)


class _Maker:
    """What every event of a report is made from."""

    def __init__(
        self,
        doc: Doc,
        cast: Cast,
        around: Circumstances,
        statements: Sequence[Statement],
        calibrate: Callable[[str, float], float],
    ) -> None:
        self.doc, self.cast, self.around, self.calibrate = doc, cast, around, calibrate
        self._cues = {i for s in statements for cue in s.cue for i in doc.tokens_in(cue)}

    def event(self, found: Found, reality: Reality | None = None) -> Event | None:
        """Give the finding; the reality of an act inside another is given."""
        one, doc = found.happening, self.doc
        sense, kind = one.sense, event_types()[one.sense.event or ""]
        trigger = doc.tokens[one.token]
        words = self._evidence(one, trigger)
        modes = self._modes(one, words)
        contexts = self._contexts(sense.contexts, words)
        reality = reality or reality_of(doc, trigger)
        inner = None
        if found.inner is not None and (inside := INNER.get(sense.act or "")) is not None:
            inner = self.event(found.inner, inside)
        sides = (one.actors, one.recipients) if not sense.reciprocal else ([*one.actors, *one.recipients], [])
        known = (bool(found.actor) + bool(found.recipient)) > (0 if sense.reciprocal else 1)
        return Event(
            id="", trigger=trigger, event_type=kind.name, modes=modes, contexts=contexts, actor=self._ids(found.actor),
            actor_spans=_spans(sides[0]), recipient=self._ids(found.recipient), recipient_spans=_spans(sides[1]), reality=reality,
            status=Status.ASSERTED, statement=None, asserted_by=(), denied_by=(), date=self.around.date(one, self._is_cue),
            place=self.around.place(one), aux=(AUX[reality],) if reality in AUX else (), quad=kind.quad, score=kind.score_of(modes),
            cameo=cameo_of(kind.name, modes, contexts), figures=self.around.sizes(one), evidence=(words,),
            confidence=self.calibrate("event", NOMINAL if one.frame is None else SURE if known else HALF), by=BY, of=inner,
        )  # fmt: skip

    def _ids(self, keys: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.cast.parts[key].id for key in keys if self.cast.parts[key].id)

    def _is_cue(self, token: int) -> bool:
        return is_saying(self.doc, token) or token in self._cues

    def _evidence(self, one: Happening, trigger: Span) -> Span:
        own = [trigger, *(self.doc.tokens[i] for i in one.more), *_spans(one.parties())]
        inner = [self.doc.tokens[one.inner.token], *_spans(one.inner.parties())] if one.inner is not None else []
        whole = [span for span in [*own, *inner] if one.sentence.covers(span)]
        return hull(whole)

    def _modes(self, one: Happening, words: Span) -> tuple[str, ...]:
        if one.sense.modes or one.sense.event != "ASSAULT":
            return one.sense.modes
        area = {w for c in one.chunks for w in _words(self.doc, c.first, c.last)} | {
            singular(self.doc.word(i).lower()) for i in self.doc.tokens_in(words)
        }
        return next(((mode,) for mode, means in modes_of_means() if means & area), ())

    def _contexts(self, given: tuple[str, ...], words: Span) -> tuple[str, ...]:
        text = f" {words.of(self.doc.text).lower()} "
        found = [context for context, any_of in context_words() if any(f" {word}" in text for word in any_of)]
        return tuple(dict.fromkeys((*given, *found)))


def _words(doc: Doc, first: int, last: int) -> list[str]:
    return [singular(doc.word(i).lower()) for i in range(first, last + 1)]


def _spans(parties: Sequence[Party]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(party.span for party in parties))
