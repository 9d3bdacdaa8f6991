"""A verb → the chunk that is its subject by syntax: beside it, by the tree, behind a relative pronoun, or shared with the clause above."""

from __future__ import annotations

from ..doc import Doc
from .chunks import Chunk, Chunks
from .triggers import verb_forms, words_of

_RELATIVE = frozenset(("who", "which", "that", "whom"))
# Verbs whose infinitive has the subject, not the object, for its own subject, though an object stands between.
_SUBJECT_CONTROL = frozenset(
    "promise threaten vow pledge agree offer refuse decline use telephone phone deploy launch open hold issue show begin start shun block stop join meet visit sign file".split()
)
# Forms of verbs outside the lexicon whose infinitive has their object for its subject: "wants Chad to leave".
_OBJECT_CONTROL = frozenset(
    "want wants wanted force forces forced forcing help helps helped helping enable enables enabled expect expects expected get got need needs".split()
)
# Of these somebody else acts, though a relative clause leaves him out: "the clerk | the bank has engaged to inspect".
_HIRING = frozenset("hire hires hired commission commissioned task tasked employ employed".split())
# Verbs of a clause put in between, which the tagger takes for nouns: "the toll | the Red Cross estimates | has risen".
_ASIDES = frozenset("estimates says claims believes reports thinks hopes".split())
_IS = frozenset(("is", "are", "was", "were"))
_PLACES = frozenset(("in", "at", "near", "outside", "across", "around"))
_UNDERTAKINGS = frozenset("mission operation campaign offensive attempt bid effort drive".split())
_POSSESSIVE = frozenset(("'", "’", "s", "'s", "’s"))
# Steps up the tree in search of a shared subject.
_HIGHEST = 4


class Subjects:
    """Finds subjects in one sentence."""

    def __init__(self, doc: Doc, chunks: Chunks) -> None:
        self.doc, self.chunks = doc, chunks

    def of(self, verb: int, steps: int = 0) -> Chunk | None:
        """Give the chunk that is a verb's subject by syntax, in the passive too; that of the clause above where it shares one."""
        doc = self.doc
        beside = self._beside(verb) or self._accused(verb) or self._purpose(verb)
        if beside is not None:
            return beside
        own = [i for i in doc.dependents(verb) if doc.relations[i] in ("nsubj", "nsubj:pass", "nsubj:outer") and i < verb]
        for index in reversed(own):  # where the tree gives two, the nearer
            chunk = self.chunks.at(index)
            if chunk is not None and not chunk.is_time and chunk.last < verb:
                return self._antecedent(chunk, verb)
        relation, above = doc.relations[verb], doc.heads[verb]
        if relation.startswith("acl") and above >= 0 and (chunk := self.chunks.at(above)) is not None and chunk.last < verb:
            return chunk
        near = self._left_of(verb)
        if near is not None:
            return self._antecedent(near, verb)
        word = doc.low(verb)
        if relation == "ccomp" and doc.low(verb - 1) != "to" and not word.endswith("ing") and above > verb:
            return self._over_commas(verb)  # "… has agreed, Ruiz said"
        if above >= 0 and above in self.chunks.tokens and steps < _HIGHEST and doc.pos[above] in ("VERB", "ADJ", "NOUN", "AUX"):
            return self._shared(verb, above, steps)
        leading = self._infinitive_of(verb)
        if leading is not None and steps < _HIGHEST:
            return self._shared(verb, leading, steps)
        return self._over_commas(verb)

    def _over_commas(self, verb: int) -> Chunk | None:
        """Give the chunk before words between commas: "the premier, Ana Ruiz, received …"."""
        at = verb - 1
        while at in self.chunks.tokens and self.doc.pos[at] in ("AUX", "ADV"):
            at -= 1
        if at not in self.chunks.tokens or self.doc.word(at) != ",":
            return None
        for chunk in self.chunks.before(at):
            after = chunk.last + 1
            if after < at and self.doc.word(after) == "," and not chunk.prep and not chunk.is_time:
                return chunk
        return None

    def _beside(self, verb: int) -> Chunk | None:
        """Give the chunk that ends right before the verb or its auxiliaries: nearer than what the tree may find further off."""
        at = verb - 1
        while at in self.chunks.tokens and (self.doc.pos[at] == "AUX" or self.doc.relations[at] in ("aux", "aux:pass", "cop")):
            at -= 1
        chunk = self.chunks.at(at)
        if chunk is None or chunk.last != at or chunk.is_time or self._is_of_day(chunk):
            return None
        is_ing = self.doc.low(verb).endswith("ing") and at == verb - 1
        if chunk.prep == "of" and is_ing and self.doc.pos[chunk.head] == "PROPN":
            return chunk  # "reports of | Cuba | sending doctors"
        if chunk.last > chunk.first and self.doc.low(chunk.last) in _ASIDES:
            return None
        if chunk.prep or self._opening(chunk.first - 1) is not None or is_ing or self.doc.relations[verb].startswith("acl"):
            return None
        if (leading := self._leading(chunk)) is not None:
            return self._before_phrase(leading) or chunk
        return self._antecedent(chunk, verb)

    def _is_of_day(self, chunk: Chunk) -> bool:
        """Tell whether a chunk goes on a phrase that a day begins: "officers | in Saturday | 's shooting | were held"."""
        at = chunk.first - 1
        while at in self.chunks.tokens and self.doc.low(at) in _POSSESSIVE:
            at -= 1
        day = self.chunks.at(at) if at < chunk.first - 1 else None
        return day is not None and day.is_time and bool(day.prep)

    def _leading(self, chunk: Chunk) -> Chunk | None:
        """Give the phrase that a chunk is only listed in: "the ministers | of Chad | and Niger met"."""
        first = self.chunks.listed(chunk, backward=True)[0]
        before = next(iter(self.chunks.before(first.first)), None)
        gap = [self.doc.low(i) for i in range(before.last + 1, first.first)] if before is not None else []
        is_listed = before is not None and bool(before.prep) and gap in (["and"], [","], [",", "and"]) and not before.is_time
        top = self.doc.heads[first.head]
        return before if is_listed and before is not None and before.first <= top <= before.last else None

    def _purpose(self, verb: int) -> Chunk | None:
        """Give the noun of an undertaking before "to": those whose | mission | it is are to act."""
        if verb < 2 or self.doc.low(verb - 1) != "to":
            return None
        chunk = self.chunks.at(verb - 2)
        return chunk if chunk is not None and self.chunks.head_word(chunk) in _UNDERTAKINGS else None

    def _accused(self, verb: int) -> Chunk | None:
        """Give the object before "of", "for" or "from" and an -ing form: "accused | the guards | of beating"."""
        at = verb - 1
        if (
            not self.doc.low(verb).endswith("ing")
            or self.doc.low(at) not in ("of", "for", "from", "in")
            or at not in self.chunks.tokens
        ):
            return None
        chunk = self.chunks.at(at - 1)
        return (
            chunk
            if chunk is not None and not chunk.prep and self.doc.pos[chunk.first - 1] in ("VERB", "ADV") and chunk.first > 0
            else None
        )

    def _shared(self, verb: int, above: int, steps: int) -> Chunk | None:
        lemma = verb_forms().get(self.doc.low(above))
        word = self.doc.low(above)
        is_control = lemma.lemma not in _SUBJECT_CONTROL if lemma is not None else word in _OBJECT_CONTROL | _HIRING
        if self.doc.pos[verb - 1] == "PART" and is_control and above < verb:
            given = self._controlled(above, verb)
            if given is not None or word in _HIRING:
                return given
        return self.of(above, steps + 1)

    def _controlled(self, above: int, verb: int) -> Chunk | None:
        """Give the object between a verb and its infinitive: "urged | the miners | to return"."""
        for chunk in self.chunks.after(above):
            if chunk.first > verb:
                return None
            if not chunk.is_time and chunk.prep in ("", "on", "to", "upon"):
                return chunk
        return None

    def _infinitive_of(self, verb: int) -> int | None:
        """Give the verb right before "to", or before an object and "to"."""
        at = verb - 1
        if at not in self.chunks.tokens or self.doc.low(at) != "to":
            return None
        if at - 1 in self.chunks.tokens and self.doc.low(at - 1) in _IS:  # "the premier | is to visit"
            return at - 1
        for index in range(at - 1, max(self.chunks.tokens.start - 1, at - 12), -1):
            if self.doc.pos[index] in ("VERB", "ADJ") and self.chunks.at(index) is None:
                return index
        return None

    def _left_of(self, verb: int) -> Chunk | None:
        """Give the chunk right before a verb and its auxiliaries, adverbs and times."""
        doc, at = self.doc, verb - 1
        while at in self.chunks.tokens:
            chunk = self.chunks.at(at)
            if chunk is not None and chunk.is_time:
                at = chunk.first - 1
                continue
            if chunk is not None:
                opening = self._opening(chunk.first - 1)
                if opening is not None and not chunk.prep:  # "the Sadr Movement (SM) | party | won"
                    return self.chunks.at(opening - 1) or chunk
                return chunk if not chunk.prep else self._before_phrase(chunk)
            opening = self._opening(at)
            if opening is not None:
                at = opening - 1
                continue
            if (
                doc.pos[at] in ("AUX", "ADV", "ADP")
                or doc.relations[at] in ("aux", "aux:pass", "cop")
                or (doc.pos[at] == "PART" and doc.low(at) != "to")
            ):
                at -= 1
                continue
            if doc.pos[at] == "PUNCT" and doc.word(at) in '“”"),':
                return None if doc.word(at) == "," else self._skip(at)
            return None
        return None

    def _opening(self, at: int) -> int | None:
        """Give the bracket that the one at the token closes."""
        if at not in self.chunks.tokens or self.doc.word(at) != ")":
            return None
        return next((i for i in range(at - 1, max(at - 15, self.chunks.tokens.start), -1) if self.doc.word(i) == "("), None)

    def _skip(self, at: int) -> Chunk | None:
        chunk = self.chunks.at(at - 1)
        return chunk if chunk is not None and not chunk.prep and not chunk.is_time else None

    def _before_phrase(self, chunk: Chunk) -> Chunk | None:
        """Give the chunk that phrases such as "of the south" hang on: the subject of "rebels in the south attacked"."""
        for before in self.chunks.before(chunk.first):
            gap = [self.doc.pos[i] for i in range(before.last + 1, chunk.first)]
            if any(tag in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ") for tag in gap):
                return None
            if not before.prep:
                return None if before.is_time else before
            chunk = before
        return None

    def _antecedent(self, chunk: Chunk, verb: int) -> Chunk | None:
        """Give whom a relative pronoun stands for: the noun its clause hangs on, else the one before; any other chunk as it is."""
        opening = self._opening(chunk.first - 1)
        if opening is not None and (name := self.chunks.at(opening - 1)) is not None:
            return name  # "the Sadr Movement (SM) party"
        if chunk.first != chunk.last or self.doc.low(chunk.first) not in _RELATIVE or self.doc.pos[chunk.first] == "DET":
            return chunk
        before = chunk.first - 1
        if before in self.chunks.tokens and self.doc.word(before) in "—–":
            opening = next((i for i in range(before - 1, self.chunks.tokens.start, -1) if self.doc.word(i) in "—–"), None)
            if opening is not None:
                return self.chunks.at(opening - 1)
        above = self.doc.heads[verb]
        found = self.chunks.at(above) if self.doc.relations[verb].startswith("acl") and above >= 0 else None
        if found is None or found.last >= verb:
            found = next((c for c in self.chunks.before(chunk.first) if not c.is_time), None)
        if found is not None and (attack := self._attack_before(found)) is not None:
            return attack
        if found is not None and found.prep in _PLACES:  # "raids in Aleppo | that killed"
            return self._before_phrase(found) or found
        return found

    def _attack_before(self, chunk: Chunk) -> Chunk | None:
        """Give the attack whose place a chunk tells: "after the blasts | at embassies in Kenya and Togo, | which killed"."""
        for before in [chunk, *self.chunks.before(chunk.first)][:4]:
            if self.chunks.head_word(before) in words_of("attack"):
                return before
            gap = [self.doc.low(i) for i in range(before.first - 1, before.first)] if before.first else []
            if before.prep not in _PLACES and gap not in (["and"], [","]):
                return None
        return None
