"""A verb's frame and the name of a slot of the lexicon → the lists of chunks that stand there, nearest first."""

from __future__ import annotations

from ..doc import Doc
from .chunks import Chunk, Chunks
from .clauses import Clauses, Frame
from .triggers import Sense, words_of

# Tokens between a phrase of meeting and what was said there, at most.
_NEAR_MEETING = 30
# Prepositions before what is hit, nearer to it than "in".
_TARGETS = frozenset(("at", "on", "outside", "near", "inside", "against"))
_HANGS = frozenset(("advcl", "xcomp", "acl", "parataxis"))


class Slots:
    """Answers for one sentence; slots as in lexicons/plover/verbs.yml."""

    def __init__(self, doc: Doc, chunks: Chunks, clauses: Clauses) -> None:
        self.doc, self.chunks, self.clauses = doc, chunks, clauses

    def of(self, frame: Frame, slot: str) -> list[list[Chunk]]:
        """Give the lists of chunks that stand in a slot, nearest first."""
        if slot == "obj":
            given = frame.objects or self._pointed_to(frame)
            return [self.chunks.listed(c, verb=frame.verb, backward=c.first < frame.verb) for c in given]
        if slot == "subj":
            return [self.chunks.listed(frame.subject, backward=True)] if frame.subject else []
        if slot == "shared":
            above = self.doc.heads[frame.verb]
            if self.doc.relations[frame.verb] == "acl" and above >= 0 and self.doc.relations[above] == "obj":
                above = self.doc.heads[above]  # "gave the envoy | a note demanding …"
            is_added = self.doc.low(frame.verb).endswith("ing") and self.doc.word(frame.verb - 1) == ","
            hangs = above in self.chunks.tokens and (is_added or self.doc.relations[frame.verb] in _HANGS)
            return self.of(self.clauses.frame(above), "obj") if hangs and self.doc.pos[above] == "VERB" else []
        if slot == "comp" or slot.startswith("comp."):
            inner = self.inner(frame)
            if inner is None:
                return []
            if slot == "comp":
                subject = inner.objects[0] if inner.is_passive and inner.objects else inner.subject
                return [self.chunks.listed(subject)] if subject is not None and subject is not frame.subject else []
            return self.of(inner, slot.removeprefix("comp."))
        if slot in ("of", "by"):  # whose the object is; what stands further off is another's
            own = [self.chunks.of(c, slot) for c in frame.objects] + [c for p, c in frame.phrases[:1] if p == slot]
            return [self.chunks.listed(c) for c in own if c is not None]
        return [self.chunks.listed(c) for c in frame.after(slot)]

    def _pointed_to(self, frame: Frame) -> list[Chunk]:
        """Give whom "whom" points back to: "| Ana Ruiz |, whom he accused of fraud"."""
        subject = frame.subject
        if frame.is_passive or subject is None or not self.doc.relations[frame.verb].startswith("acl"):
            return []
        around = {self.doc.low(i) for i in (subject.first - 1, subject.first) if i in self.chunks.tokens}
        above = self.chunks.at(self.doc.heads[frame.verb])
        is_before = above is not None and above is not subject and above.last < subject.first
        return [above] if above is not None and is_before and around & {"who", "whom"} and subject.last < frame.verb else []

    def asked(self, frame: Frame, slots: tuple[str, ...]) -> list[str]:
        """Give the slots to look in: not "in" where a nearer place is told, as in "went off at the embassy | in Kenya"."""
        is_placed = any(frame.after(slot) for slot in _TARGETS.intersection(slots))
        return [slot for slot in slots if slot != "in" or not is_placed]

    def whoever(self, frame: Frame, sense: Sense) -> Chunk | None:
        """Give the words for those who are urged or accused, whoever they are: "called on | attendees | to vote"; no pronoun."""
        if sense.event != "REQUEST" and sense.modes != ("allege",):
            return None
        takes_things = sense.event != "REQUEST" and not self.doc.low(frame.verb).startswith("accus")  # "blamed the plan"
        slots = [slot for slot in sense.recipient if slot in ("on", "upon") or (slot == "obj" and not takes_things)]
        asked = [c for slot in slots for some in self.of(frame, slot)[:1] for c in some[:1]]
        named = [c for c in asked if not self.chunks.is_pronoun(c) and not c.is_time]
        return named[0] if named and (frame.complement is not None or sense.event != "REQUEST") else None

    def inner(self, frame: Frame) -> Frame | None:
        """Give the frame of the clause that a verb takes; None where it takes none."""
        return self.clauses.frame(frame.complement.verb) if frame.complement is not None else None

    def met(self, verb: int) -> list[list[Chunk]]:
        """Give whom somebody met as he said it: "in a meeting with the envoy, the minister warned …"."""
        meetings = (
            c for c in self.chunks.all if c.prep in ("in", "at", "during", "after") and self.chunks.words(c) & words_of("talk")
        )
        found = (self.chunks.of(c, "with") for c in meetings if abs(c.first - verb) < _NEAR_MEETING)
        return [self.chunks.listed(c) for c in found if c is not None]
