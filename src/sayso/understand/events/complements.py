"""What clause a verb takes → whether it is of the sort that a pattern asks for (`complement` in lexicons/plover/verbs.yml)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..chains.words import OWNERS
from .chunks import Chunk
from .clauses import Complement, Frame
from .triggers import verb_forms

if TYPE_CHECKING:
    from .senses import Senses

_CONFLICT = frozenset(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"))
_SPEECH = frozenset(
    "comment say speak answer discuss confirm elaborate identify name give disclose reveal talk respond specify provide explain clarify".split()
)
_MEETING = frozenset("meet negotiate talk receive attend hold".split())
_CEASING = frozenset("stop cease halt end avoid".split())
_ASKING = frozenset("demand request seek ask urge".split())
_INQUIRING = frozenset("investigate inspect probe verify examine monitor assess".split())
_GREETING = frozenset(
    "discuss congratulate thank apologise apologize assure inform brief express convey wish invite exchange review".split()
)
_ADMITTING = frozenset(
    "enter return visit travel leave cross protest demonstrate march rally vote register worship inspect monitor operate fly land deploy import export trade "
    "resume speak pass stay compete seek receive resettle settle participate run stand take campaign".split()
)
_YIELDING = frozenset(
    "pay compensate share mediate host halve release free withdraw return lift end halt stop suspend cease allow open reopen sign ratify hand give supply send deliver sell provide help".split()
)
_ANSWERING = frozenset(
    "accept agree attend join meet recognise recognize negotiate talk cooperate comply pay yield concede submit obey extend renew ratify support".split()
)
_BLAMING = frozenset("criticise criticize condemn denounce disavow assail attack rebuke blame fault".split())
_CLASSES = {
    "blame": _BLAMING,
    "admit": _ADMITTING,
    "greet": _GREETING,
    "speech": _SPEECH,
    "meet": _MEETING,
    "demand": _ASKING,
    "inquire": _INQUIRING,
}
_AGREEMENTS = frozenset(("agreement", "deal", "consensus", "accord"))
_OWN = frozenset(("it", "they", "he", "she", "we", "i"))


class Complements:
    """Answers for one sentence; `senses` knows what the verbs of its clauses are."""

    def __init__(self, senses: Senses) -> None:
        self.senses, self.doc, self.clauses = senses, senses.doc, senses.clauses
        self._sorts: dict[str, Callable[[Frame, Complement], bool]] = {
            "any": lambda frame, found: True,
            "to": lambda frame, found: found.kind == "to",
            "that": lambda frame, found: found.kind == "that",
            "that_modal": lambda frame, found: found.kind == "that" and bool(found.modal),
            "must": lambda frame, found: self._is_duty(found),
            "agree": lambda frame, found: self._is_agreement(found),
            "deed": lambda frame, found: self._event(found) is not None,
            "yield": lambda frame, found: self._is_yielding(found),
            "coop": lambda frame, found: self._is_cooperation(found),
            "conflict": lambda frame, found: self._is_conflict(found),
            "that_shared": lambda frame, found: self._is_shared(frame, found),
            "that_own": lambda frame, found: self._is_own(frame, found),
            "self_not": lambda frame, found: self._is_own_future(frame, found) and found.is_negated and self._is_deed(found),
            "self_will": lambda frame, found: self._is_own_deed(frame, found) and self._is_cooperation(found),
            "self_would_conflict": lambda frame, found: self._is_own_deed(frame, found) and self._is_conflict(found),
        }

    def takes(self, wanted: str, frame: Frame) -> bool:
        """Tell whether the frame's complement is of the sort."""
        found = frame.complement
        if wanted == "none":
            return found is None or found.kind == "ing"
        if found is None:
            return False
        if wanted in _CLASSES:
            return self._lemma(found) in _CLASSES[wanted]
        return self._sorts[wanted](frame, found)

    def _lemma(self, found: Complement) -> str:
        word = self.doc.low(found.verb)
        form = verb_forms().get(word)
        return form.lemma if form is not None else word

    def _event(self, found: Complement) -> str | None:
        sense = self.senses.of(found.verb, self.clauses.frame(found.verb))
        return sense.event if sense is not None else None

    def _is_deed(self, found: Complement) -> bool:
        """Tell whether a clause is of an act, or of what somebody is asked for and may refuse."""
        return self._event(found) is not None or self._lemma(found) in _ANSWERING | _ADMITTING

    def _is_conflict(self, found: Complement) -> bool:
        return self._lemma(found) not in _CEASING and self._event(found) in _CONFLICT

    def _is_cooperation(self, found: Complement) -> bool:
        event = self._event(found)
        return event is not None and event not in _CONFLICT and event not in ("ACCUSE", "REQUEST", "REJECT", "THREATEN")

    def _is_yielding(self, found: Complement) -> bool:
        inner = self.clauses.frame(found.verb)
        lemma = self._lemma(found)
        return lemma == "help" or (lemma in _YIELDING and bool(inner.objects or inner.phrases))

    def _is_agreement(self, found: Complement) -> bool:
        objects = self.clauses.frame(found.verb).objects
        reaches = self._lemma(found) == "reach" and self.senses.any_of(objects, _AGREEMENTS)
        return self._lemma(found) == "agree" or reaches

    def _is_duty(self, found: Complement) -> bool:
        asked = self.clauses.frame(found.verb)
        who = asked.objects[0] if asked.is_passive and asked.objects else asked.subject
        is_act = self.doc.pos[found.verb] in ("VERB", "ADJ")  # "must be a party of ideas" is an opinion
        return found.kind == "that" and found.modal == "must" and is_act and who is not None and self.senses.names_body(who)

    def _is_own_deed(self, frame: Frame, found: Complement) -> bool:
        return self._is_own_future(frame, found) and not found.is_negated

    def _is_own(self, frame: Frame, found: Complement) -> bool:
        """Tell whether who warns warns of what he himself will do; of what is his ("that his style will cost votes") only where it is force."""
        inner = self.clauses.frame(found.verb).subject
        is_thing = inner is not None and inner.first < inner.head and self.doc.low(inner.first) in OWNERS
        return self._is_own_future(frame, found) and (not is_thing or self._is_conflict(found))

    def _is_own_future(self, frame: Frame, found: Complement) -> bool:
        """Tell whether who speaks is who will act: a pronoun, the same words, the same state."""
        inner = self.clauses.frame(found.verb).subject
        if found.kind != "that" or found.modal != "will" or inner is None or frame.subject is None:
            return False
        return self._is_same(inner, frame.subject)

    def _is_shared(self, frame: Frame, found: Complement) -> bool:
        """Tell whether those who agree agree on what they themselves, or what is theirs, will or should do."""
        inner = self.clauses.frame(found.verb).subject
        is_open = found.kind == "that" and bool(found.modal) and inner is not None and frame.subject is not None
        return is_open and inner is not None and frame.subject is not None and self._is_same(inner, frame.subject)

    def _is_same(self, inner: Chunk, outer: Chunk) -> bool:
        chunks = self.senses.chunks
        pronoun = self.doc.low(inner.head)
        if pronoun in _OWN:
            is_person = chunks.is_pronoun(outer) or self.senses.parties.is_person(chunks, outer)
            if pronoun == "it" and len(chunks.listed(outer, backward=True)) > 1:
                return False
            return pronoun in ("we", "i") or is_person == (pronoun in ("he", "she"))
        if chunks.words(inner) & chunks.words(outer):
            return True
        if self.senses.countries(inner) & self.senses.countries(outer):
            return True
        return self.doc.low(inner.first) in ("its", "their", "his", "her", "our")
