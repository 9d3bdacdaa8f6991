"""A verb's frame and the lexicon → which of its senses holds, None where none does."""

from __future__ import annotations

from collections.abc import Sequence

from ..doc import Doc
from .chunks import Chunk, Chunks
from .clauses import Clauses, Frame
from .complements import Complements
from .parties import Parties
from .triggers import Sense, verb_forms, verbs

# Nouns behind which "of" leads to what they are: "a state of siege", "a campaign of bombing".
_EMPTY = frozenset("state act campaign policy list kind end form war process round period".split())
_ANY = frozenset(("*", "%", "&", "^", "$"))


class Senses:
    """Chooses senses in one sentence."""

    def __init__(self, doc: Doc, chunks: Chunks, clauses: Clauses, parties: Parties) -> None:
        self.doc, self.chunks, self.clauses, self.parties = doc, chunks, clauses, parties
        self._keys: dict[int, frozenset[str]] = {}
        self._found: dict[int, Sense | None] = {}
        self._ruled_out: set[int] = set()
        self._lists: dict[int, list[Chunk]] = {}
        self.complements = Complements(self)

    def countries(self, chunk: Chunk) -> frozenset[str]:
        """Give the countries and keys of the known parties of a chunk."""
        if chunk.first not in self._keys:
            known = [p for p in self.parties.of(self.chunks, chunk) if p.is_known]
            self._keys[chunk.first] = frozenset(p.country or p.key or "" for p in known)
        return self._keys[chunk.first]

    def names_body(self, chunk: Chunk) -> bool:
        """Tell whether a chunk names a state, a body or somebody else who is known; a pronoun names nobody."""
        return not self.chunks.is_pronoun(chunk) and bool(self.countries(chunk))

    def of(self, verb: int, frame: Frame) -> Sense | None:
        """Give the first sense of the verb's lemma that holds; None where none does, or where it says that this is no event."""
        if verb not in self._found:
            form = verb_forms().get(self.doc.low(verb))
            held = (sense for sense in (verbs()[form.lemma] if form is not None else ()) if self._holds(sense, frame))
            sense = next(held, None)
            self._found[verb] = sense if sense is not None and sense.event is not None else None
            if sense is not None and sense.event is None:
                self._ruled_out.add(verb)
        return self._found[verb]

    def is_ruled_out(self, verb: int, frame: Frame) -> bool:
        """Tell whether the lexicon says of the verb, with what stands around it, that it is no event: "asked for forgiveness"."""
        return self.of(verb, frame) is None and verb in self._ruled_out

    def _holds(self, sense: Sense, frame: Frame) -> bool:
        if sense.objects and "-" in sense.objects[0]:
            if frame.objects:
                return False
        elif any(not self.any_of(frame.objects, words, is_noun=not n) for n, words in enumerate(sense.objects)):
            return False
        if sense.subject and not self.any_of([frame.subject] if frame.subject else [], sense.subject):
            return False
        if sense.particles and not sense.particles & set(frame.particles):
            return False
        if sense.phrases and not any(self.any_of(frame.after(prep), words) for prep, words in sense.phrases):
            return False
        return sense.complement is None or self.complements.takes(sense.complement, frame)

    def _listed(self, chunk: Chunk) -> list[Chunk]:
        """Give what is listed with a chunk; each sense of a verb asks anew."""
        if chunk.first not in self._lists:
            self._lists[chunk.first] = self.chunks.listed(chunk)
        return self._lists[chunk.first]

    def any_of(self, given: Sequence[Chunk], words: frozenset[str], *, is_noun: bool = False) -> bool:
        """Tell whether one of the chunks, or of those listed with it, has one of the words; marks as in lexicons/plover/verbs.yml."""
        if "*" in words:
            return bool(given)
        read = self.chunks.nouns if is_noun else self.chunks.words
        for chunk in [one for first in given for one in ([first] if words <= _ANY else self._listed(first))]:
            if "%" in words and self.names_body(chunk):
                return True
            if "&" in words and self.parties.is_person(self.chunks, chunk):
                return True
            if "$" in words and self.names_body(chunk) and not self.parties.is_person(self.chunks, chunk):
                return True
            if "^" in words and self.parties.is_place(self.chunks, chunk):
                return True
            if not words.isdisjoint(read(chunk)):
                return True
            if (counted := self.chunks.counted(chunk)) is not chunk and not words.isdisjoint(read(counted)):
                return True
            if (
                self.chunks.head_word(chunk) in _EMPTY
                and (after := self.chunks.of(chunk, "of")) is not None
                and words & self.chunks.words(after)
            ):
                return True
        return False
