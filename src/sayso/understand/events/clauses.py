"""A verb and the chunks around it → who stands where: subject, objects, phrases by preposition, complement; active and passive.

The tree is asked first; where it is silent or points to no noun, the words beside the verb decide.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..doc import Doc
from .chunks import Chunk, Chunks
from .subjects import Subjects
from .triggers import lemma_of, types_of, verb_forms

_BE = frozenset("be is are was were been being am get got gets 's ’s".split())
_HAVE = frozenset("have has had having 've ’ve".split())
_MODALS = frozenset("will would shall 'll ’ll wo".split())
_DUTY = frozenset("must ought needs need shall".split())
_PARTICLES = frozenset("out off up down over back aside in away".split())
# Verbs whose bare participle without an object is a passive: "Five killed in raid", "tanks captured near the river".
_SUFFERED = frozenset(
    "kill wound injure arrest detain jail abduct kidnap execute displace deport capture seize loot convict sentence expel bomb shell destroy".split()
)
# What workers do, which may want no object.
_BY_ITSELF = frozenset(("struck", "strike", "strikes"))
# Types of what is done to somebody, who is the verb's object.
_DONE_TO = frozenset(("AID", "ASSAULT", "COERCE", "SANCTION", "SUPPORT"))
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_TAKES_CLAUSE = frozenset(
    "say announce declare warn stress state add reiterate insist demand agree promise vow pledge threaten tell allege complain propose order".split()
)
# Participles that say in what state somebody is: "were engaged in".
_STATES = frozenset(("engage", "prepared", "committed", "opposed"))


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
        self.subjects = Subjects(doc, chunks)
        self._frames: dict[int, Frame] = {}

    def frame(self, verb: int) -> Frame:
        """Give the frame of a verb."""
        if verb not in self._frames:
            frame = self._frames[verb] = Frame(verb, is_passive=self._is_passive(verb))
            self._right_of(frame)
            self._by_tree(frame)
            frame.objects = frame.objects or self._shared(verb)
            subject = self.subjects.of(verb)
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

    def _shared(self, verb: int) -> list[Chunk]:
        """Give the object that a verb has in common with the one joined to it at once, which tells an act of the same sort: "armed and trained | the Kurds"."""
        doc, other = self.doc, verb + 2
        is_joined = other in self.chunks.tokens and doc.low(verb + 1) in ("and", "or") and doc.relations[other] == "conj"
        is_alike = is_joined and doc.heads[other] == verb and doc.pos[other] == doc.pos[verb] == "VERB"
        if (
            not is_alike
            or doc.low(verb) in _BY_ITSELF
            or self._is_passive(verb)
            or not any(doc.relations[i] == "obj" for i in doc.dependents(other))
        ):
            return []
        one, two = (types_of(lemma_of(doc.low(i), is_verb=True)) for i in (verb, other))
        return self.frame(other).objects[:1] if one & two & _DONE_TO else []

    def _is_passive(self, verb: int) -> bool:
        doc = self.doc
        form = verb_forms().get(doc.low(verb))
        participle = form.is_participle if form is not None else doc.low(verb).endswith("ed")
        if not participle or (form is not None and form.lemma in _STATES):
            return False
        at = verb - 1
        while at in self.chunks.tokens and (doc.pos[at] in ("ADV",) or doc.low(at) in ("not", "n't", "n’t", "also")):
            at -= 1
        before = doc.low(at) if at in self.chunks.tokens else ""
        if before in _BE and doc.pos[at] in ("AUX", "VERB", "PART"):
            return True
        if before in _HAVE:
            return False
        if any(doc.relations[i] in ("aux:pass", "nsubj:pass") for i in doc.dependents(verb)):
            return True
        above, follows = doc.heads[verb], doc.low(verb + 1) if verb + 1 in self.chunks.tokens else ""
        reduced = (
            doc.relations[verb] == "acl" and 0 <= above < verb and (at in self.chunks.tokens and self.chunks.at(at) is not None)
        )
        return (
            (reduced and not self._has_object(verb)) or follows == "by" or (before in ("and", "or") and self._joins_passive(verb))
        )

    def _has_object(self, verb: int) -> bool:
        """Tell whether a noun without preposition stands right after the verb: what acts on it is no reduced passive."""
        following = self.chunks.after(verb)[:1]
        if not following or following[0].prep or following[0].is_time:
            return False
        return all(self.doc.pos[i] not in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ") for i in range(verb + 1, following[0].first))

    def _joins_passive(self, verb: int) -> bool:
        above = self.doc.heads[verb]
        return (
            self.doc.relations[verb] == "conj" and 0 <= above < verb and self.doc.pos[above] == "VERB" and self._is_passive(above)
        )

    def _lacks_object(self, frame: Frame, subject: Chunk | None) -> bool:
        """Tell whether a headline's participle is a passive: "Five killed in raid"."""
        form = verb_forms().get(self.doc.low(frame.verb))
        if form is None or not form.is_participle or frame.objects or subject is None:
            return False
        after = self.doc.low(frame.verb + 1) if frame.verb + 1 in self.chunks.tokens else ""
        if form.lemma not in _SUFFERED or (form.lemma == "seize" and after in ("on", "upon")):
            return False
        before = self.doc.low(frame.verb - 1) if frame.verb - 1 in self.chunks.tokens else ""
        return before not in _HAVE

    def _right_of(self, frame: Frame) -> None:
        """Collect objects, particles and phrases up to the next clause."""
        at, end, after_comma = frame.verb + 1, self.chunks.tokens.stop, False
        while at < end:
            chunk = self.chunks.at(at)
            if chunk is not None:
                if self._is_relative(chunk) or self._begins_clause(chunk, frame):
                    break
                self._place(chunk, frame, after_comma=after_comma)
                at = chunk.last + 1
            elif (closing := self._closing(at)) is not None:
                at = closing + 1
            elif self._is_particle(at):
                is_own = (self.doc.relations[at] == "compound:prt" and self.doc.heads[at] == frame.verb) or (
                    self.doc.low(at) in _PARTICLES and self.doc.low(min(at + 1, end - 1)) in ("to", "from")
                )  # "handed him | over to the court"
                if is_own or (not frame.objects and not frame.phrases and at <= frame.verb + 2):
                    frame.particles.append(self.doc.low(at))
                at += 1
            elif self._ends_clause(at):
                break
            else:
                after_comma = after_comma or self.doc.word(at) == ","
                at += 1
        frame.objects = frame.objects[:3]

    def _place(self, chunk: Chunk, frame: Frame, *, after_comma: bool) -> None:
        """Put a chunk after the verb where it belongs: a phrase, an object, or neither."""
        if chunk.prep:
            frame.phrases.append((chunk.prep, chunk))
            return
        is_first = not after_comma and all(c.is_time for _, c in frame.phrases)
        if is_first and not chunk.is_time and not self._is_listed(chunk, frame):
            frame.objects.append(chunk)

    def _is_relative(self, chunk: Chunk) -> bool:
        is_one = chunk.first == chunk.last and self.doc.pos[chunk.first] in ("PRON", "SCONJ")
        return is_one and self.doc.low(chunk.first) in _RELATIVE

    def _closing(self, at: int) -> int | None:
        """Give the bracket that closes the one at the token."""
        if self.doc.word(at) != "(":
            return None
        return next((i for i in range(at, min(at + 12, self.chunks.tokens.stop)) if self.doc.word(i) == ")"), None)

    def _is_particle(self, at: int) -> bool:
        if self.doc.relations[at] == "compound:prt":
            return True
        return self.doc.pos[at] in ("ADP", "ADV") and self.doc.low(at) in _PARTICLES

    def _ends_clause(self, at: int) -> bool:
        """Tell whether another clause begins at the token."""
        tag, word, end = self.doc.pos[at], self.doc.low(at), self.chunks.tokens.stop
        if word in ("when", "where", "while"):
            return True
        if tag == "SCONJ":
            return word not in ("of", "for", "with", "against", "like")
        if tag in ("VERB", "AUX") or word in (";", ":", "—", "–") or (tag == "PART" and word == "to"):
            return True
        return tag == "CCONJ" and at + 1 < end and self.doc.pos[at + 1] in ("VERB", "AUX", "PART", "ADV")

    def _is_listed(self, chunk: Chunk, frame: Frame) -> bool:
        return bool(frame.objects) and chunk in self.chunks.listed(frame.objects[-1])

    def _begins_clause(self, chunk: Chunk, frame: Frame) -> bool:
        """Tell whether a chunk is the subject of a verb after it; right after a verb that takes no clause it is that verb's object."""
        if chunk.prep or chunk.is_time:
            return False
        form = verb_forms().get(self.doc.low(frame.verb))
        is_next = all(self.doc.pos[i] in ("ADV", "PART") for i in range(frame.verb + 1, chunk.first))
        if is_next and (form is None or form.lemma not in _TAKES_CLAUSE):
            return False
        at = self._after_name(chunk)
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

    def _after_name(self, chunk: Chunk) -> int:
        """Give the token behind a chunk and a name between commas that says who it is: "a miner, Luis Choque, | was …"."""
        after = chunk.last + 1
        name = self.chunks.at(after + 1)
        is_between = name is not None and not name.prep and self.doc.word(after) == "," and name.last + 1 in self.chunks.tokens
        return name.last + 2 if name is not None and is_between and self.doc.word(name.last + 1) == "," else after

    def _by_tree(self, frame: Frame) -> None:
        """Add what the tree hangs on the verb beyond the reach of the words beside it."""
        seen = {c.first for c in frame.objects} | {c.first for _, c in frame.phrases}
        is_copula = self.doc.relations[frame.verb] == "cop"
        under = list(self.doc.dependents(self.doc.heads[frame.verb] if is_copula else frame.verb))
        if is_copula:  # "on the stage | with the premier | were …"
            under = [*under, *(j for i in under if i < frame.verb and self.chunks.at(i) for j in self.doc.dependents(i))]
        for index in under:
            relation, chunk = self.doc.relations[index], self.chunks.at(index)
            if chunk is None or chunk.first in seen or chunk.is_time:
                continue
            if relation in ("obj", "iobj") and not chunk.prep and not frame.objects and chunk.first > frame.verb:
                frame.objects.append(chunk)
            elif chunk.prep and (relation.startswith("obl") or (is_copula and relation == "nmod" and chunk.last < frame.verb)):
                frame.phrases.append((chunk.prep, chunk))
            seen.add(chunk.first)

    def _complement(self, frame: Frame) -> Complement | None:
        """Give the clause that follows: an infinitive, a "that" clause or an -ing form before the next clause of another subject."""
        doc, verb, end = self.doc, frame.verb, self.chunks.tokens.stop
        saw_that = False
        for at in range(verb + 1, min(end, verb + 40)):
            word, tag = doc.low(at), doc.pos[at]
            if word == "to" and (tag == "PART" or self._verb_after(at) == at + 1):
                target = self._verb_after(at)
                return Complement(target, "to") if target is not None else None
            if tag == "PRON" and word in ("which", "whom", "whose"):
                return None
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
            word = doc.low(main)
            if word in _MODALS | _DUTY or (
                word in ("has", "have") and main + 1 in self.chunks.tokens and doc.low(main + 1) == "to"
            ):
                modal = "must" if word in _DUTY or word in ("has", "have") else "will"
            elif word == "should":
                modal = "should"
            negated = negated or word in ("not", "n't", "n’t", "never", "longer")
            main += 1
        if main not in self.chunks.tokens or (doc.pos[main] not in ("VERB", "ADJ", "NOUN") and main == at):
            return None
        if main not in self.chunks.tokens:
            return None
        relation, above = doc.relations[main], doc.heads[main]
        if saw_that or (relation in ("ccomp", "parataxis") and above == verb) or (modal and at > verb + 1):
            return Complement(main, "that", modal, negated)
        follows_comma = main - 1 > verb and doc.word(main - 1) == ","
        if doc.low(main).endswith("ing") and (follows_comma or doc.relations[main] in ("xcomp", "ccomp", "advcl")):
            return Complement(main, "ing")
        return None

    def _verb_after(self, at: int) -> int | None:
        """Give the verb right after "to", over adverbs and auxiliaries."""
        index = at + 1
        while index in self.chunks.tokens and self.doc.pos[index] in ("ADV", "AUX", "PART"):
            if index in self.chunks.infinitives and not self._helps(index):
                break
            index += 1
        if index not in self.chunks.tokens:
            return None
        return index if self.doc.pos[index] == "VERB" or index in self.chunks.infinitives else None

    def _helps(self, at: int) -> bool:
        """Tell whether "be" or "have" only stands before the verb that is meant: "to | be freed", "to | have fled"."""
        following = at + 1
        while following in self.chunks.tokens and self.doc.pos[following] == "ADV":
            following += 1
        is_helper = self.doc.low(at) in ("be", "have") and following in self.chunks.tokens
        return is_helper and self.doc.pos[following] in ("VERB", "AUX")
