"""Where an envoy is accredited: "ambassador to Chad", "envoy in N'Djamena"; and a state that summons or expels an ambassador is the one he is sent to."""

from __future__ import annotations

from collections.abc import Callable

from ...findings.actor import ActorKind
from ...findings.tie import Relation
from ...span import Span
from ..doc import Doc
from ..extract.cast import Part
from ..known.offices import office_word
from .clauses import Said, said, subject_of
from .found import Found
from .lists import OWNS
from .offices import with_host
from .whom import Whom

_ENVOYS = frozenset(("ambassador", "envoy", "consul", "charge d'affaires", "deputy ambassador", "military attache", "UN envoy"))
# Acts that a state does to envoys at its own seat.
_TO_ENVOYS = frozenset("summon summons summoned summoning expel expels expelled expelling".split())


class Envoys:
    """Answers for one report.

    Args:
        state_at: gives the state that the words of a place stand in.
    """

    def __init__(self, doc: Doc, whom: Whom, state_at: Callable[[Span], Part | None]) -> None:
        self.doc, self.whom, self.state_at = doc, whom, state_at
        self._summoned = list(self._summonses()) if doc.heads else []

    def accredited(self, found: Found) -> Found:
        """Give the tie with the state the envoy is sent to, as it was where the report does not say."""
        word = office_word(found.role or "")
        if found.relation is not Relation.HOLDS_OFFICE or word is None or word.word not in _ENVOYS:
            return found
        host = self._linked(found.anchor)
        if host is not None:
            return with_host(found, *host)
        for sender, state, span in self._summoned:
            if sender is found.object and state is not found.object:
                return with_host(found, state, span)
        return found

    def _linked(self, role: Span) -> tuple[Part, Span] | None:
        inside = [m for m in (self.whom.names.at(i) for i in self.doc.tokens_in(role)) if m is not None]
        if inside and role.covers(inside[-1].span) and " to " in self.doc.text[role.start : inside[-1].span.start]:
            return inside[-1].part, inside[-1].span  # "ambassador to the United Nations"
        at = self.doc.tokens_in(role).stop
        if at + 1 < len(self.doc.tokens) and self.doc.low(at) == "of" and (owners := self.whom.other_side(at + 1)):
            at = self.doc.tokens_in(owners[0].span).stop  # "ambassador of Togo to Chad"
        if at + 1 >= len(self.doc.tokens) or self.doc.low(at) not in ("to", "in"):
            return None
        sides = self.whom.other_side(at + 1)
        if sides and sides[0].part.kind in (ActorKind.COUNTRY, ActorKind.ORGANISATION):
            return sides[0].part, sides[0].span
        place = self.doc.tokens[at + 1]
        state = self.state_at(place)
        return (state, place) if state is not None else None

    def _summonses(self) -> list[tuple[Part, Part, Span]]:
        """Give (sender, host, words) of every summons: "Togo summoned Chad's ambassador"."""
        doc, found = self.doc, []
        for token in range(len(doc.tokens)):
            if doc.pos[token] != "VERB" or doc.low(token) not in _TO_ENVOYS or said(doc, token) is not Said.SO:
                continue
            subject = subject_of(doc, token)
            passive = any(doc.relations[i] == "aux:pass" for i in doc.dependents(token))
            envoy = next((i for i in doc.dependents(token) if doc.relations[i] == "obj" and i > token), None)
            if subject is None or passive or envoy is None:
                continue
            word = office_word(doc.low(envoy))
            summoning = self.whom.meant(subject)[:1]
            host = self._state_of(summoning[0].part) if summoning else None
            sender = self._sender(envoy)
            if word is not None and word.word in _ENVOYS and sender is not None and host is not None:
                start = min(summoning[0].span.start, doc.tokens[token].start)
                found.append((sender, host, Span(start, doc.tokens[envoy].end)))
        return found

    def _state_of(self, part: Part) -> Part | None:
        return part if part.kind is ActorKind.COUNTRY else self.whom.cast.parts.get(part.country or "")

    def _sender(self, envoy: int) -> Part | None:
        """Give whose envoy it is: the state before the noun."""
        at = envoy - 1
        while at >= 0 and envoy - at <= 4:
            named = self.whom.names.at(at)
            if named is not None:
                return named.part if named.part.kind is ActorKind.COUNTRY else None
            if self.doc.word(at) not in OWNS and self.doc.pos[at] not in ("ADJ", "NOUN", "DET"):
                return None
            at -= 1
        return None
