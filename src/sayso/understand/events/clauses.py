"""A verb and the chunks around it → who stands where: subject, objects, phrases by preposition, complement; active and passive.

The tree is asked first; where it is silent or points to no noun, the words beside the verb decide.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..doc import Doc
from .chunks import Chunk, Chunks
from .triggers import verb_forms

_BE = frozenset("be is are was were been being am get got gets 's ’s".split())
_HAVE = frozenset("have has had having 've ’ve".split())
_MODALS = frozenset("will would shall 'll ’ll wo".split())
_DUTY = frozenset("must ought needs need shall".split())
_RELATIVE = frozenset(("who", "which", "that", "whom"))
# Verbs whose infinitive has the subject, not the object, for its own subject, though an object stands between.
_SUBJECT_CONTROL = frozenset(
    "promise threaten vow pledge agree offer refuse decline use deploy launch open hold issue show begin start shun block stop".split()
)
_TAKES_CLAUSE = frozenset(
    "say announce declare warn stress state add reiterate insist demand agree promise vow pledge threaten tell allege complain propose order".split()
)
# Verbs of a clause put in between, which the tagger takes for nouns: "the toll | the Red Cross estimates | has risen".
_ASIDES = frozenset("estimates says claims believes reports thinks hopes".split())
# Participles that say in what state somebody is: "were engaged in".
_STATES = frozenset(("engage", "prepared", "committed", "opposed"))
# Steps up the tree in search of a shared subject.
_HIGHEST = 4


@dataclass(slots=True)
class Complement:
    """The clause a verb takes: its verb, "to", "that" or "ing", and its modal verb ("" where none)."""

    verb: int
    kind: str
    modal: str = ""
    is_negated: bool = False


@dataclass(slots=True)
class Frame:
    """What stands around one verb; chunks only, nobody is resolved yet.

    Attributes:
        verb: its token.
        subject: who acts by syntax; the object of a passive is never here.
        objects: direct and indirect objects, in text order; of a passive, its subject.
        phrases: (preposition, chunk) in text order.
        is_passive: whether the subject suffers the act.
    """

    verb: int
    subject: Chunk | None = None
    objects: list[Chunk] = field(default_factory=list)
    phrases: list[tuple[str, Chunk]] = field(default_factory=list)
    particles: list[str] = field(default_factory=list)
    complement: Complement | None = None
    is_passive: bool = False

    def after(self, prep: str) -> list[Chunk]:
        """Give the chunks after a preposition."""
        return [chunk for word, chunk in self.phrases if word == prep]


class Clauses:
    """The frames of one sentence, made when asked for."""

    def __init__(self, doc: Doc, chunks: Chunks) -> None:
        self.doc, self.chunks = doc, chunks
        self._frames: dict[int, Frame] = {}

    def frame(self, verb: int) -> Frame:
        """Give the frame of a verb."""
        if verb not in self._frames:
            frame = self._frames[verb] = Frame(verb, is_passive=self._is_passive(verb))
            self._right_of(frame)
            self._by_tree(frame)
            subject = self.subject(verb)
            if frame.is_passive or self._lacks_object(frame, subject):
                frame.is_passive = True
                if subject is not None and subject not in frame.objects:
                    frame.objects.insert(0, subject)
                by = frame.after("by")
                frame.subject = next((c for c in by if not c.is_time), None)
            else:
                frame.subject = subject
            frame.complement = self._complement(frame)
        return self._frames[verb]

    def subject(self, verb: int, steps: int = 0) -> Chunk | None:
        """Give the chunk that is a verb's subject by syntax, in the passive too; that of the clause above where it shares one."""
        doc = self.doc
        beside = self._beside(verb)
        if beside is not None:
            return beside
        own = [i for i in doc.dependents(verb) if doc.relations[i] in ("nsubj", "nsubj:pass", "nsubj:outer") and i < verb]
        for index in own:
            chunk = self.chunks.at(index)
            if chunk is not None and not chunk.is_time and chunk.last < verb:
                return self._antecedent(chunk, verb)
        relation, above = doc.relations[verb], doc.heads[verb]
        if relation.startswith("acl") and above >= 0 and (chunk := self.chunks.at(above)) is not None and chunk.last < verb:
            return chunk
        near = self._left_of(verb)
        if near is not None:
            return self._antecedent(near, verb)
        if above >= 0 and above in self.chunks.tokens and steps < _HIGHEST and doc.pos[above] in ("VERB", "ADJ", "NOUN", "AUX"):
            return self._shared(verb, above, steps)
        leading = self._infinitive_of(verb)
        return self._shared(verb, leading, steps) if leading is not None and steps < _HIGHEST else None

    def _beside(self, verb: int) -> Chunk | None:
        """Give the chunk that ends right before the verb or its auxiliaries: nearer than what the tree may find further off."""
        at = verb - 1
        while at in self.chunks.tokens and (self.doc.pos[at] == "AUX" or self.doc.relations[at] in ("aux", "aux:pass", "cop")):
            at -= 1
        chunk = self.chunks.at(at)
        if chunk is None or chunk.last != at or chunk.is_time:
            return None
        is_ing = self.doc.word(verb).lower().endswith("ing") and at == verb - 1
        if chunk.prep == "of" and is_ing and self.doc.pos[chunk.head] == "PROPN":
            return chunk  # "reports of | Cuba | sending doctors"
        if chunk.last > chunk.first and self.doc.word(chunk.last).lower() in _ASIDES:
            return None
        if chunk.prep or self._opening(chunk.first - 1) is not None or is_ing or self.doc.relations[verb].startswith("acl"):
            return None
        return self._antecedent(chunk, verb)

    def _shared(self, verb: int, above: int, steps: int) -> Chunk | None:
        lemma = verb_forms().get(self.doc.word(above).lower())
        if self.doc.pos[verb - 1] == "PART" and lemma is not None and lemma.lemma not in _SUBJECT_CONTROL and above < verb:
            given = self._controlled(above, verb)
            if given is not None:
                return given
        return self.subject(above, steps + 1)

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
        if at not in self.chunks.tokens or self.doc.word(at).lower() != "to":
            return None
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
                or (doc.pos[at] == "PART" and doc.word(at).lower() != "to")
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
        if chunk.first != chunk.last or self.doc.word(chunk.first).lower() not in _RELATIVE or self.doc.pos[chunk.first] == "DET":
            return chunk
        before = chunk.first - 1
        if before in self.chunks.tokens and self.doc.word(before) in "—–":
            opening = next((i for i in range(before - 1, self.chunks.tokens.start, -1) if self.doc.word(i) in "—–"), None)
            if opening is not None:
                return self.chunks.at(opening - 1)
        above = self.doc.heads[verb]
        if (
            self.doc.relations[verb].startswith("acl")
            and above >= 0
            and (found := self.chunks.at(above)) is not None
            and found.last < verb
        ):
            return found
        return next((c for c in self.chunks.before(chunk.first) if not c.is_time), None)

    def _is_passive(self, verb: int) -> bool:
        doc = self.doc
        form = verb_forms().get(doc.word(verb).lower())
        participle = form.is_participle if form is not None else doc.word(verb).lower().endswith("ed")
        if not participle or (form is not None and form.lemma in _STATES):
            return False
        at = verb - 1
        while at in self.chunks.tokens and (doc.pos[at] in ("ADV",) or doc.word(at).lower() in ("not", "n't", "n’t", "also")):
            at -= 1
        before = doc.word(at).lower() if at in self.chunks.tokens else ""
        if before in _BE and doc.pos[at] in ("AUX", "VERB", "PART"):
            return True
        if before in _HAVE:
            return False
        if any(doc.relations[i] in ("aux:pass", "nsubj:pass") for i in doc.dependents(verb)):
            return True
        above, follows = doc.heads[verb], doc.word(verb + 1).lower() if verb + 1 in self.chunks.tokens else ""
        reduced = (
            doc.relations[verb] == "acl" and 0 <= above < verb and (at in self.chunks.tokens and self.chunks.at(at) is not None)
        )
        return reduced or follows == "by" or (before in ("and", "or") and self._joins_passive(verb))

    def _joins_passive(self, verb: int) -> bool:
        above = self.doc.heads[verb]
        return (
            self.doc.relations[verb] == "conj" and 0 <= above < verb and self.doc.pos[above] == "VERB" and self._is_passive(above)
        )

    def _lacks_object(self, frame: Frame, subject: Chunk | None) -> bool:
        """Tell whether a headline's participle is a passive: "Five killed in raid"."""
        form = verb_forms().get(self.doc.word(frame.verb).lower())
        if form is None or not form.is_participle or frame.objects or subject is None:
            return False
        if form.lemma not in (
            "kill",
            "wound",
            "injure",
            "arrest",
            "detain",
            "jail",
            "abduct",
            "kidnap",
            "execute",
            "displace",
            "deport",
        ):
            return False
        before = self.doc.word(frame.verb - 1).lower() if frame.verb - 1 in self.chunks.tokens else ""
        return before not in _HAVE

    def _right_of(self, frame: Frame) -> None:
        """Collect objects and phrases up to the next clause."""
        doc, at, end = self.doc, frame.verb + 1, self.chunks.tokens.stop
        comma = False
        while at < end:
            chunk = self.chunks.at(at)
            if chunk is not None:
                word = doc.word(chunk.first).lower()
                if word in _RELATIVE and chunk.first == chunk.last and doc.pos[chunk.first] in ("PRON", "SCONJ"):
                    break
                if self._begins_clause(chunk, frame):
                    break
                if chunk.prep and chunk.prep != "to" or (chunk.prep == "to"):
                    frame.phrases.append((chunk.prep, chunk))
                elif not chunk.is_time and not comma and not frame.phrases and not self._is_listed(chunk, frame):
                    frame.objects.append(chunk)
                at = chunk.last + 1
                continue
            tag, word = doc.pos[at], doc.word(at).lower()
            if doc.relations[at] == "compound:prt" or (
                tag in ("ADP", "ADV") and word in ("out", "off", "up", "down", "over", "back", "aside", "in", "away")
            ):
                if not frame.objects and not frame.phrases and at <= frame.verb + 2:
                    frame.particles.append(word)
            elif tag in ("VERB", "AUX", "SCONJ") or word in (";", ":", "—", "–") or (tag == "PART" and word == "to"):
                if not (tag == "SCONJ" and word in ("of", "for", "with", "against", "like")):
                    break
            elif word == ",":
                comma = True
            elif tag == "CCONJ" and at + 1 < end and doc.pos[at + 1] in ("VERB", "AUX", "PART", "ADV"):
                break
            at += 1
        frame.objects = frame.objects[:2]

    def _is_listed(self, chunk: Chunk, frame: Frame) -> bool:
        return bool(frame.objects) and chunk in self.chunks.listed(frame.objects[-1])

    def _begins_clause(self, chunk: Chunk, frame: Frame) -> bool:
        """Tell whether a chunk is the subject of a verb after it; right after a verb that takes no clause it is that verb's object."""
        if chunk.prep or chunk.is_time:
            return False
        form = verb_forms().get(self.doc.word(frame.verb).lower())
        is_next = all(self.doc.pos[i] in ("ADV", "PART") for i in range(frame.verb + 1, chunk.first))
        if is_next and (form is None or form.lemma not in _TAKES_CLAUSE):
            return False
        at = chunk.last + 1
        while at in self.chunks.tokens and self.doc.pos[at] == "ADV":
            at += 1
        if at not in self.chunks.tokens:
            return False
        if self.doc.pos[at] == "AUX":
            return True
        return (
            self.doc.pos[at] == "VERB"
            and self.doc.relations[at] not in ("acl", "amod", "xcomp", "advcl")
            and not self.doc.word(at).endswith("ing")
        )

    def _by_tree(self, frame: Frame) -> None:
        """Add what the tree hangs on the verb beyond the reach of the words beside it."""
        seen = {c.first for c in frame.objects} | {c.first for _, c in frame.phrases}
        is_copula = self.doc.relations[frame.verb] == "cop"
        for index in self.doc.dependents(self.doc.heads[frame.verb] if is_copula else frame.verb):
            relation, chunk = self.doc.relations[index], self.chunks.at(index)
            if chunk is None or chunk.first in seen or chunk.is_time:
                continue
            if relation in ("obj", "iobj") and not chunk.prep and not frame.objects and chunk.first > frame.verb:
                frame.objects.append(chunk)
            elif relation.startswith("obl") and chunk.prep:
                frame.phrases.append((chunk.prep, chunk))
            seen.add(chunk.first)

    def _complement(self, frame: Frame) -> Complement | None:
        """Give the clause that follows: an infinitive, a "that" clause or an -ing form before the next clause of another subject."""
        doc, verb, end = self.doc, frame.verb, self.chunks.tokens.stop
        saw_that = False
        for at in range(verb + 1, min(end, verb + 40)):
            word, tag = doc.word(at).lower(), doc.pos[at]
            if word == "to" and (tag == "PART" or self._verb_after(at) == at + 1):
                target = self._verb_after(at)
                return Complement(target, "to") if target is not None else None
            if tag == "SCONJ" and word == "that":
                saw_that = True
            elif (
                tag == "SCONJ"
                and word in ("of", "for", "from", "against", "with", "by")
                and (target := self._verb_after(at)) is not None
                and target == at + 1
            ):
                return Complement(target, "ing")
            elif tag == "SCONJ" and word not in ("of", "for", "that"):
                return None
            elif tag in ("VERB", "AUX") and self.chunks.at(at) is None:
                return self._clause(verb, at, saw_that=saw_that)
            elif word in (";", ":") or (tag == "CCONJ" and at + 1 < end and doc.pos[at + 1] in ("VERB", "AUX")):
                return None
        return None

    def _clause(self, verb: int, at: int, *, saw_that: bool) -> Complement | None:
        """Read the clause whose first verb or auxiliary stands at the token."""
        doc = self.doc
        modal, negated, main = "", False, at
        while main in self.chunks.tokens and doc.pos[main] in ("AUX", "ADV", "PART", "PUNCT"):
            word = doc.word(main).lower()
            if word in _MODALS | _DUTY or (
                word in ("has", "have") and main + 1 in self.chunks.tokens and doc.word(main + 1).lower() == "to"
            ):
                modal = "must" if word in _DUTY or word in ("has", "have") else "will"
            negated = negated or word in ("not", "n't", "n’t", "never", "longer")
            main += 1
        if main not in self.chunks.tokens or (doc.pos[main] not in ("VERB", "ADJ", "NOUN") and main == at):
            return None
        if main not in self.chunks.tokens:
            return None
        relation, above = doc.relations[main], doc.heads[main]
        if saw_that or (relation in ("ccomp", "parataxis") and above == verb) or (modal and at > verb + 1):
            return Complement(main, "that", modal, negated)
        if doc.word(main).lower().endswith("ing") and doc.relations[main] in ("xcomp", "ccomp", "advcl"):
            return Complement(main, "ing")
        return None

    def _verb_after(self, at: int) -> int | None:
        """Give the verb right after "to", over adverbs and auxiliaries."""
        index = at + 1
        while index in self.chunks.tokens and self.doc.pos[index] in ("ADV", "AUX", "PART"):
            index += 1
        return index if index in self.chunks.tokens and self.doc.pos[index] == "VERB" else None
