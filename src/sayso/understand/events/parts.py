"""Whether a phrase is the actor of an act, its recipient or no part of it: what the heads for acts say, weighed with its words, where it stands, and the phrases beside it.

Two tables, fitted by `python benchmarks/marks/fit_parts.py`: usual_parts.npz weighs words, tree and patterns alone, on the many passages from which the heads
have learned (what they say there is too sure); parts.npz weighs its answer with theirs on passages that neither has seen (benchmarks/marks, to tune on).
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

from ..acts import SIDES, sureness
from ..doc import Doc
from .by_patterns import nearest
from .chunks import Chunk, Chunks
from .clauses import Clauses, Frame
from .part_tables import Weighing, weighing_of
from .phrase_signs import Act, Phrase, beginning, between, by_frame, by_words, filled, hanging
from .usual import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..acts import Acts
    from .by_patterns import Patterns
    from .part_tables import Signs
    from .parties import Parties


# Types told of deeds, and of words; what else decides is the same for all.
_DEEDS = frozenset(("ASSAULT", "COERCE", "SANCTION", "AID", "MOBILIZE", "RETREAT", "PROTEST"))
_STEPS = 4  # up a list to its first member
_LONGEST = 7  # steps of a way through the tree
_FAR = 30  # tokens
# Least probability of an act by which a word counts as another act in the sentence; log odds beyond which what is usual is as sure as can be.
ANOTHER, _SUREST = 0.3, 8.0
# Strength of nobody; beside so many it makes no difference how many there are.
_WEAKEST, _MANY = -2.0, 3
# Relations of which what stands behind the colon says who acts.
_TOLD_APART = frozenset(("nsubj:pass", "acl:relcl", "obl:agent", "nmod:poss"))


class Marks:
    """What is to be weighed of the phrases around one act: numbers by name.

    Args:
        act: the token that tells the act; kind: its type; parties: who is who in the report; patterns: what the lexicon's patterns tell of the sentence.
    """

    def __init__(self, act: int, kind: str, clauses: Clauses, acts: Acts, parties: Parties, patterns: Patterns) -> None:
        self.clauses, self.doc, self.chunks, self.parties = clauses, clauses.doc, clauses.chunks, parties
        self._own = self.chunks.at(act)
        is_verb = self.doc.pos[act] == "VERB" and self._own is None
        frame = clauses.frame(act) if is_verb else None
        others = tuple(nearest((i for i in self.chunks.tokens if i != act and acts.is_act(i) >= ANOTHER), act))
        self.act = Act(
            act, kind, "deed" if kind in _DEEDS else "word", stem(self.doc.low(act)), "noun" if self._own is not None else "verb",
            filled(frame) if frame is not None else "-", others,
        )  # fmt: skip
        self._behind = self.doc.low(act + 1) if act + 1 in self.chunks.tokens else ""
        self._shares = {side: acts.around(act, side) for side in SIDES}
        self._elsewhere = {side: [acts.around(i, side) for i in others] for side in SIDES}
        self._slots = _slots(frame, self.chunks) if frame is not None else None
        self._above = _upwards(act, self.doc)
        self._told = patterns.around(act, self._own.first if self._own is not None else None)

    def of_all(self, phrases: Sequence[Chunk]) -> list[Signs]:
        """Give what is to be weighed of each phrase, by itself and beside the others."""
        by_words = [self.without_heads(chunk) for chunk in phrases]
        odds = usual().odds(by_words)
        found = [self._of(chunk, signs, tuple(told)) for chunk, signs, told in zip(phrases, by_words, odds.tolist(), strict=True)]
        for side in SIDES:
            strength = [signs[f"{side} most"] + signs[f"words {side}"] for signs in found]
            for signs, beside in zip(found, _beside(strength), strict=True):
                signs |= {f"{side} {name}": value for name, value in beside.items()}
        return found

    def without_heads(self, chunk: Chunk) -> Signs:
        """Give what is to be weighed of a phrase by words, tree and patterns alone, whatever the heads say of its part."""
        one, known, act = self._phrase(chunk), self._known(chunk), self.act
        side, prep = one.side(act.token), chunk.prep or "-"
        names = (
            "base", f"place {one.place}", f"place {one.place} {act.group}", f"slot {one.slot}", f"slot {one.slot} {act.group}", f"prep {prep} {act.way}", f"prep {prep} {one.kind}", f"{act.kind} prep {prep}", side, one.kind, known,
            f"{act.kind} slot {one.slot}", f"{act.kind} place {one.place}", f"{act.kind} {one.kind}", f"{act.kind} {side}",
            f"path {one.path}", f"path {one.path} {act.way}", f"path {one.path} {act.group}", f"path {one.path} {one.kind}", f"path {one.path} {chunk.prep}",
            f"noun {one.noun}", f"act {act.word} slot {one.slot}", f"act {act.word} path {one.path}",
            *between(one, act, self.doc, self.chunks), *hanging(one, act, self.doc), *by_frame(one, act), *beginning(one, act, self.doc),
            *by_words(one, act, self.parties.of(self.chunks, chunk), self._behind), *self._told.signs(self.chunks.span(chunk), act.kind, known, one.slot),
        )  # fmt: skip
        return dict.fromkeys(names, 1.0) | {"far": min(abs(chunk.head - act.token), _FAR) / 10}

    def _of(self, chunk: Chunk, by_words: Signs, odds: tuple[float, ...]) -> Signs:
        """Give what is to be weighed of a phrase by itself: of its words the plainest alone, the rest is in the odds by them."""
        act, is_own, one = self.act.token, self._own is chunk, self._phrase(chunk)
        first, stop = chunk.first, act if is_own else chunk.last + 1
        head = chunk.head if not is_own else stop - 1 if stop > first else act
        names = (
            "base", one.side(act), one.kind, self._known(chunk), f"slot {one.slot}", f"place {one.place}", f"prep {chunk.prep or '-'} {self.act.way}",
            *self._told.sides(self.chunks.span(chunk), self.act.kind),
        )  # fmt: skip
        found = dict.fromkeys(names, 1.0) | {"far": by_words["far"]}
        for side, told in zip(SIDES, odds, strict=True):
            around = self._shares[side]
            found[f"{side} most"], found[f"{side} head"] = sureness(around.most(first, stop)), sureness(around.of(head))
            found[f"{side} elsewhere"] = max(
                (sureness(a.most(first, chunk.last + 1)) for a in self._elsewhere[side]), default=-1.0
            )
            found[f"words {side}"] = max(-_SUREST, min(_SUREST, told)) / _SUREST
        return found

    def _known(self, chunk: Chunk) -> str:
        """Name how well it is known whom a phrase means."""
        parties = self.parties.of(self.chunks, chunk)
        return "known" if any(p.is_known for p in parties) else "somebody" if parties else "nobody"

    def _phrase(self, chunk: Chunk) -> Phrase:
        slot = self._slots.get(chunk.first, "none") if self._slots is not None else "-"
        place = "own" if self._own is chunk else _place(chunk, self.act.token, self.doc, self.chunks)
        return Phrase(chunk, self._kind(chunk), place, slot, self._path(chunk.head), self.chunks.head_word(chunk))

    def _kind(self, chunk: Chunk) -> str:
        """Name what a phrase is about, as far as its words go."""
        if self.chunks.is_pronoun(chunk):
            return "pronoun"
        if self.parties.names_people(self.chunks, chunk):
            return "people"
        if self.parties.is_place(self.chunks, chunk):
            return "place"
        if self.parties.is_thing(self.chunks.head_word(chunk)):
            return "thing"
        return {"NUM": "number", "PROPN": "name"}.get(self.doc.pos[chunk.head], "noun")

    def _path(self, head: int) -> str:
        """Name the way through the tree from the act up and down to a word: "nsubj^ acl:relcl^ /", "conj^ / obj"."""
        down: list[str] = []
        while head not in self._above:
            down.append(_relation(head, self.doc))
            head = self.doc.heads[head]
            if head < 0 or len(down) > _LONGEST:
                return "none"
        return f"{self._above[head]}/{' '.join(reversed(down))}"


def _relation(token: int, doc: Doc) -> str:
    relation = doc.relations[token]
    return relation if relation in _TOLD_APART else relation.split(":")[0]


def _upwards(token: int, doc: Doc) -> dict[int, str]:
    """Give the words above a token and itself, each with the relations on the way."""
    found = {token: ""}
    way = ""
    while len(found) <= _LONGEST and doc.heads[token] >= 0 and doc.heads[token] not in found:
        way += _relation(token, doc) + "^ "
        token = doc.heads[token]
        found[token] = way
    return found


def _place(chunk: Chunk, act: int, doc: Doc, chunks: Chunks) -> str:
    """Name where a phrase hangs: by which relation on the act, on the word above it, or a step below; of a list its first member counts."""
    head = chunk.head
    for _ in range(_STEPS):
        upper = doc.heads[head]
        if doc.relations[head] not in ("conj", "flat", "appos") or upper < 0:
            break
        head = upper
    relation, above = doc.relations[head], doc.heads[head]
    first = chunks.at(head)
    prep = (first or chunk).prep
    name = f"{relation}:{prep}" if relation in ("obl", "nmod", "obl:agent", "nmod:poss") else relation
    if above == act:
        return name
    upper = doc.heads[act]
    if upper >= 0 and above == upper:
        return f"up {doc.relations[act].split(':')[0]} {name}"
    if upper == head:
        return f"over {doc.relations[act].split(':')[0]}"
    if upper >= 0 and doc.heads[upper] == above >= 0:
        return f"up2 {relation}"
    if above >= 0 and doc.heads[above] == act:
        return f"under {name}"
    return "elsewhere"


def _slots(frame: Frame, chunks: Chunks) -> dict[int, str]:
    """Name, by the first token of a phrase, the slot of a verb's frame that it, or the first of its list, stands in."""
    voice = "passive" if frame.is_passive else "active"
    found: dict[int, str] = {}
    if frame.subject is not None:
        for chunk in (frame.subject, *chunks.listed(frame.subject, verb=frame.verb, backward=True)):
            found.setdefault(chunk.first, f"subject {voice}")
    for given in frame.objects:
        for chunk in chunks.listed(given):
            found.setdefault(chunk.first, f"object {voice}")
    for prep, given in frame.phrases:
        for chunk in (given, *chunks.listed(given)):
            found.setdefault(chunk.first, f"phrase {prep}")
    return found


def _beside(strength: Sequence[float]) -> list[Signs]:
    """Say of each phrase, by how strong each is for one side, how it stands beside the others: the strongest of these, the next ones, how many are ahead."""
    found = []
    for place, own in enumerate(strength):
        others = [*strength[:place], *strength[place + 1 :]]
        best = max(others, default=_WEAKEST)
        found.append({
            "strength": own, "best other": best, "ahead": own - best,
            "before": strength[place - 1] if place else _WEAKEST, "behind": strength[place + 1] if place + 1 < len(strength) else _WEAKEST,
            "strong others": min(sum(one > 0 for one in others), _MANY) / _MANY, "stronger": min(sum(one > own for one in others), _MANY) / _MANY,
        })  # fmt: skip
    return found


@cache
def usual() -> Weighing:
    """Give what signs without the heads usually say, as it is in the passages that these have learned from."""
    return weighing_of("usual_parts.npz")


@cache
def weights() -> Weighing:
    """Give what all signs say together."""
    return weighing_of("parts.npz")


def chances(phrases: Sequence[Signs]) -> list[tuple[float, float]]:
    """Give the probabilities that each phrase around an act is the actor and that it is the recipient."""
    found = []
    for actor, recipient in weights().odds(phrases).tolist():
        top = max(actor, recipient, 0.0)
        shares = math.exp(actor - top), math.exp(recipient - top), math.exp(-top)
        found.append((shares[0] / sum(shares), shares[1] / sum(shares)))
    return found
