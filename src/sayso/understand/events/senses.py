"""A verb's frame and the lexicon → which of its senses holds, None where none does."""

from __future__ import annotations

from collections.abc import Iterable

from ..doc import Doc
from .chunks import Chunk, Chunks
from .clauses import Clauses, Frame
from .parties import Parties
from .triggers import Sense, verb_forms, verbs

_CONFLICT = frozenset(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"))
_SPEECH = frozenset(
    "comment say speak answer discuss confirm elaborate identify name give disclose reveal talk respond specify provide".split()
)
_MEETING = frozenset("meet negotiate talk receive attend hold".split())
_CEASING = frozenset("stop cease halt end avoid".split())
_ASKING = frozenset("demand request seek ask urge".split())
# Nouns behind which "of" leads to what they are: "a state of siege", "a campaign of bombing".
_EMPTY = frozenset("state act campaign policy list kind end form war process round period".split())
_INQUIRING = frozenset("investigate inspect probe verify examine monitor assess".split())
_GREETING = frozenset(
    "discuss congratulate thank apologise apologize assure inform brief express convey wish invite exchange review".split()
)
_CLASSES = {"greet": _GREETING, "speech": _SPEECH, "meet": _MEETING, "demand": _ASKING, "inquire": _INQUIRING}
_ANY = frozenset(("*", "%", "&", "^", "$"))
_OWN = frozenset(("it", "they", "he", "she", "we", "i"))


class Senses:
    """Chooses senses in one sentence."""

    def __init__(self, doc: Doc, chunks: Chunks, clauses: Clauses, parties: Parties) -> None:
        self.doc, self.chunks, self.clauses, self.parties = doc, chunks, clauses, parties
        self._keys: dict[int, frozenset[str]] = {}

    def _countries(self, chunk: Chunk) -> frozenset[str]:
        """Give the countries and keys of the known parties of a chunk."""
        if chunk.first not in self._keys:
            known = [p for p in self.parties.of(self.chunks, chunk) if p.is_known]
            self._keys[chunk.first] = frozenset(p.country or p.key or "" for p in known)
        return self._keys[chunk.first]

    def _names_body(self, chunk: Chunk) -> bool:
        return not self.chunks.is_pronoun(chunk) and bool(self._countries(chunk))

    def of(self, verb: int, frame: Frame) -> Sense | None:
        """Give the first sense of the verb's lemma that holds; None where none does, or where it says that this is no event."""
        form = verb_forms().get(self.doc.word(verb).lower())
        for sense in verbs()[form.lemma] if form is not None else ():
            if self._holds(sense, frame):
                return sense if sense.event is not None else None
        return None

    def _holds(self, sense: Sense, frame: Frame) -> bool:
        if sense.objects and "-" in sense.objects[0]:
            if frame.objects:
                return False
        elif any(not self._any(frame.objects, words, is_noun=not n) for n, words in enumerate(sense.objects)):
            return False
        if sense.subject and not self._any([frame.subject] if frame.subject else [], sense.subject):
            return False
        if sense.particles and not sense.particles & set(frame.particles):
            return False
        if sense.phrases and not any(self._any(frame.after(prep), words) for prep, words in sense.phrases):
            return False
        return sense.complement is None or self._takes(sense.complement, frame)

    def _any(self, given: Iterable[Chunk], words: frozenset[str], *, is_noun: bool = False) -> bool:
        read = self.chunks.nouns if is_noun else self.chunks.words
        for chunk in [one for first in given for one in (self.chunks.listed(first) if words - _ANY else [first])]:
            if "*" in words or ("%" in words and self._names_body(chunk)):
                return True
            if "&" in words and self.parties.is_person(self.chunks, chunk):
                return True
            if "$" in words and self._names_body(chunk) and not self.parties.is_person(self.chunks, chunk):
                return True
            if "^" in words and self.parties.is_place(self.chunks, chunk):
                return True
            if words & (read(chunk) | read(self.chunks.counted(chunk))):
                return True
            if (
                self.chunks.head_word(chunk) in _EMPTY
                and (after := self.chunks.of(chunk, "of")) is not None
                and words & self.chunks.words(after)
            ):
                return True
        return False

    def _takes(self, wanted: str, frame: Frame) -> bool:
        """Tell whether the complement is of the sort that a pattern asks for; see lexicons/plover/verbs.yml."""
        found = frame.complement
        if wanted == "none":
            return found is None or found.kind == "ing"
        if found is None:
            return False
        lemma = self._lemma(found.verb)
        if wanted in ("to", "that"):
            return found.kind == wanted
        if wanted == "any":
            return True
        if wanted == "that_modal":
            return found.kind == "that" and bool(found.modal)
        if wanted == "must":
            asked = self.clauses.frame(found.verb)
            who = asked.objects[0] if asked.is_passive and asked.objects else asked.subject
            return found.kind == "that" and found.modal == "must" and who is not None and self._names_body(who)
        if wanted in _CLASSES:
            return lemma in _CLASSES[wanted]
        if wanted == "agree":
            inner = self.clauses.frame(found.verb)
            return lemma == "agree" or (
                lemma == "reach" and self._any(inner.objects, frozenset(("agreement", "deal", "consensus", "accord")))
            )
        if wanted == "deed":
            return self._event_of(found.verb) is not None
        if wanted == "coop":
            return self._is_cooperation(found.verb)
        if wanted == "conflict":
            return lemma not in _CEASING and self._is_conflict(found.verb)
        if wanted == "that_own":
            return found.kind == "that" and found.modal == "will" and self._is_own(frame, found.verb)
        own = found.kind == "that" and found.modal == "will" and self._is_own(frame, found.verb)
        if wanted == "self_not":
            return own and found.is_negated
        if wanted == "self_would_conflict":
            return own and not found.is_negated and self._is_conflict(found.verb)
        return wanted == "self_will" and own and not found.is_negated and self._is_cooperation(found.verb)

    def _lemma(self, verb: int) -> str:
        word = self.doc.word(verb).lower()
        form = verb_forms().get(word)
        return form.lemma if form is not None else word

    def _event_of(self, verb: int) -> str | None:
        sense = self.of(verb, self.clauses.frame(verb))
        return sense.event if sense is not None else None

    def _is_conflict(self, verb: int) -> bool:
        return self._event_of(verb) in _CONFLICT

    def _is_cooperation(self, verb: int) -> bool:
        event = self._event_of(verb)
        return event is not None and event not in _CONFLICT and event not in ("ACCUSE", "REQUEST", "REJECT", "THREATEN")

    def _is_own(self, frame: Frame, verb: int) -> bool:
        """Tell whether who speaks is who will act: a pronoun, or the same words."""
        inner = self.clauses.frame(verb).subject
        if inner is None or frame.subject is None:
            return False
        if self.doc.word(inner.head).lower() in _OWN or self.chunks.words(inner) & self.chunks.words(frame.subject):
            return True
        if self._countries(inner) & self._countries(frame.subject):
            return True
        return self.doc.word(inner.first).lower() in ("its", "their", "his", "her", "our")
