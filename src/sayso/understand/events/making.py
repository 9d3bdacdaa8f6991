"""One happening → its Event: type, mode, contexts, reality, circumstances. Who asserts and denies it is settled later, over all events."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ...findings.event import Event, Reality, Status
from ...findings.statement import Act, Statement
from ...span import Span, hull
from ...when import When
from ..doc import Doc
from ..extract.cast import Cast
from ..extract.second_cues import BY as SECOND
from ..reality import reality_of
from ..reality.operators import operators
from ..reality.shapes import Shape, shape
from .circumstances import Circumstances, is_saying
from .happening import Happening
from .modes import modes_of
from .ontology import cameo_of, event_types
from .party import Party
from .triggers import context_words, verb_forms
from .trust import trust
from .unnamed import NOT_DOUBTED

BY, BY_HEADS = "rule:events/1", "head:acts/1"  # what a pattern of the lexicon tells; what the heads alone do
AUX = {
    Reality.PLANNED: "future",
    Reality.HYPOTHETICAL: "hypothetical",
    Reality.NEGATED: "negation",
    Reality.HISTORICAL: "historical",
}
# What an act inside another is, by what is done with it; what is refused is kept nowhere.
INNER = {"promised": Reality.PROMISED, "threatened": Reality.THREATENED, "demanded": Reality.DEMANDED}
# Acts that a verb of planning before them is only the plan of: "are planning a march".
_DEEDS = frozenset(("PROTEST", "ASSAULT", "COERCE", "CONSULT", "AID", "SANCTION", "RETREAT"))
_DONE = frozenset((Reality.HAPPENED, Reality.ONGOING))
_HAVE = frozenset(("has", "have", "'ve", "’ve"))
# What goes on as long as it is told of in the perfect, and words of how long.
_LASTING = frozenset("hold keep shelter guard patrol run occupy besiege blockade detain house host".split())
_SINCE = re.compile(r"\b(?:since|for (?:[\w-]+ ){0,3}(?:years?|months?|weeks?|days?|hours?|decades?|century))\b", re.IGNORECASE)
_GOES_ON = frozenset(("continue", "continues", "continuing"))


@dataclass(frozen=True, slots=True)
class Found:
    """A happening whose actors are in the cast: keys of the actors of either side."""

    happening: Happening
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    inner: Found | None = None


class Maker:
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
        self._second = _second_verbs(doc, statements)
        self._cues = {i for s in statements for cue in s.cue for i in doc.tokens_in(cue)}

    def event(self, found: Found, inside: Reality | None = None) -> Event:
        """Give the finding, as yet without id and standing.

        Args:
            inside: reality of an act inside another, which that one decides.
        """
        one, sense = found.happening, found.happening.sense
        kind = event_types()[sense.event or ""]
        trigger = self.doc.tokens[one.token]
        words = self._evidence(one, trigger)
        modes, contexts = modes_of(one, self.doc, words), self._contexts(sense.contexts, words)
        date = self.around.date(one, self._is_cue)
        reality = inside or self._reality(trigger, kind.name)
        if inside is None and reality in _DONE and self._is_to_come(trigger, date):
            reality = Reality.PLANNED
        kept = INNER.get(sense.act or "")
        actors, recipients = sides_of(one)
        return Event(
            id="", trigger=trigger, event_type=kind.name, modes=modes, contexts=contexts, actor=self._ids(found.actor),
            actor_spans=_spans(actors), recipient=self._ids(found.recipient), recipient_spans=_spans(recipients), reality=reality,
            status=Status.ASSERTED, statement=None, asserted_by=(), denied_by=(), date=date,
            place=self.around.place(one), aux=(AUX[reality],) if reality in AUX else (), quad=kind.quad, score=kind.score_of(modes),
            cameo=cameo_of(kind.name, modes, contexts), figures=self.around.sizes(one), evidence=(words,),
            confidence=self.calibrate("event", self._confidence(found, reality)), by=BY_HEADS if one.is_by_head else BY,
            of=self.event(found.inner, kept) if found.inner is not None and kept is not None else None,
        )  # fmt: skip

    def _reality(self, trigger: Span, kind: str) -> Reality:
        """Give what the words make of it; who goes on with an act has not ended it, who plans or puts it off has not done it."""
        found, word = reality_of(self.doc, trigger), trigger.of(self.doc.text).lower()
        if found is Reality.NEGATED and not self._second.isdisjoint(self.doc.tokens_in(trigger)):
            return Reality.HAPPENED  # "denied the raid and | accused | the union": only the raid is denied
        if kind == "THREATEN" and word == NOT_DOUBTED and found is Reality.NEGATED:
            return Reality.HAPPENED  # who "would not hesitate to" threatens
        if found not in (Reality.HAPPENED, Reality.ONGOING):
            return found
        if found is Reality.ONGOING and self._is_done(trigger):
            return Reality.HAPPENED
        plans = (row for row in operators("verb").get(word, ()) if row.particle is None and "object" in row.slots)
        if kind in _DEEDS and any(row.then is Reality.PLANNED for row in plans):
            return Reality.PLANNED
        return Reality.ONGOING if word in _GOES_ON else found

    def _is_to_come(self, trigger: Span, date: When | None) -> bool:
        """Tell whether an act that no past tense tells is dated after the report: "the leaders meet on Sunday"."""
        published, word = self.doc.report.published, trigger.of(self.doc.text).lower()
        may_be_past = (
            self.doc.pos[self.doc.tokens_in(trigger).start] == "VERB"
            and shape(word) is not Shape.BASE
            and shape(word) is not Shape.THIRD
        )
        return (
            published is not None and date is not None and date.start is not None and date.start > published and not may_be_past
        )

    def _is_done(self, trigger: Span) -> bool:
        """Tell whether an act is told in the perfect, as done: "has brokered a deal"; not for how long it has lasted, nor what lasts."""
        at, doc = self.doc.tokens_in(trigger).start, self.doc
        before = at - 1
        while before > 0 and doc.pos[before] == "ADV":
            before -= 1
        is_perfect = before >= 0 and doc.low(before) in _HAVE and shape(doc.low(at)) is Shape.PAST
        form = verb_forms().get(doc.low(at))
        lasts = form is not None and form.lemma in _LASTING
        sentence = doc.sentence_at(trigger.start)
        goes_on = _SINCE.match(doc.text, sentence.start) or _SINCE.search(doc.text, trigger.end, sentence.end)
        return is_perfect and not lasts and goes_on is None

    def _confidence(self, found: Found, reality: Reality) -> float:
        one = found.happening
        has_both = bool(found.actor and found.recipient) or len(found.actor) > 1
        is_pointed = any(p.pronoun for p in one.actors)
        return trust(one.sense.event or "", reality, is_pointed=is_pointed, has_both=has_both, belief=one.belief)

    def _ids(self, keys: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.cast.parts[key].id for key in keys if self.cast.parts[key].id)

    def _is_cue(self, token: int) -> bool:
        return is_saying(self.doc, token) or token in self._cues

    def _evidence(self, one: Happening, trigger: Span) -> Span:
        own = [trigger, *(self.doc.tokens[i] for i in one.more), *_spans(one.parties())]
        if one.frame is not None and one.sense.objects and not one.is_by_head:  # "staged | a sit-in"
            own += [self.doc.tokens[c.head] for c in one.frame.objects[:1]]
        inner = [self.doc.tokens[one.inner.token], *_spans(one.inner.parties())] if one.inner is not None else []
        return hull(span for span in [*own, *inner] if one.sentence.covers(span))

    def _contexts(self, given: tuple[str, ...], words: Span) -> tuple[str, ...]:
        text = f" {words.of(self.doc.text).lower()} "
        found = [context for context, any_of in context_words() if any(f" {word}" in text for word in any_of)]
        return tuple(dict.fromkeys((*given, *found)))


def _second_verbs(doc: Doc, statements: Sequence[Statement]) -> set[int]:
    """Give the cues that stand second after a verb of denial, which is not theirs: "denied the raid and | accused | the union"."""
    denials = [s.cue[0].start for s in statements if s.act is Act.DENY and s.cue]
    found = set()
    for one in statements:
        if one.negated or not one.cue or (one.within is not None and one.by != SECOND):
            continue
        start = one.cue[0].start
        begins = doc.sentence_at(start).start
        is_joined = doc.text[max(0, start - 4) : start] == "and " and any(begins <= denial < start for denial in denials)
        if one.by == SECOND or is_joined:
            found |= {i for cue in one.cue for i in doc.tokens_in(cue)}
    return found


def sides_of(one: Happening) -> tuple[list[Party], list[Party]]:
    """Give actors and recipients; in what is reciprocal everybody is an actor."""
    return ([*one.actors, *one.recipients], []) if one.sense.reciprocal else (one.actors, one.recipients)


def _spans(parties: Sequence[Party]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(party.span for party in parties))
