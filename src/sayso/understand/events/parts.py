"""Whether a phrase is the actor of an act, its recipient or no part of it: what the heads for acts say, weighed with where the phrase stands.

parts.json holds the weights of a logistic model of the three, fitted by `python benchmarks/marks/fit_parts.py` on passages that the heads have not
learned from (benchmarks/marks, to tune on).
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from ..acts import SIDES, sureness
from ..doc import Doc
from .chunks import Chunk, Chunks
from .clauses import Clauses, Frame
from .usual import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..acts import Acts
    from .parties import Parties

# Types told of deeds, and of words; what else decides is the same for all.
_DEEDS = frozenset(("ASSAULT", "COERCE", "SANCTION", "AID", "MOBILIZE", "RETREAT", "PROTEST"))
_STEPS = 4  # up a list to its first member
_LONGEST = 7  # steps of a way through the tree
_FAR = 30  # tokens
# Relations of which what stands behind the colon says who acts.
_TOLD_APART = frozenset(("nsubj:pass", "acl:relcl", "obl:agent", "nmod:poss"))


class Marks:
    """What is to be weighed of the phrases around one act: numbers by name.

    Args:
        act: the token that tells the act; kind: its type; parties: who is who in the report.
    """

    def __init__(self, act: int, kind: str, clauses: Clauses, acts: Acts, parties: Parties) -> None:
        self.act, self.clauses, self.doc, self.chunks, self.parties = act, clauses, clauses.doc, clauses.chunks, parties
        self._own = self.chunks.at(act)
        self._way = "noun" if self._own is not None else "verb"
        self._type, self._group, self._word = kind, "deed" if kind in _DEEDS else "word", stem(self.doc.low(act))
        self._shares = {side: acts.around(act, side) for side in SIDES}
        is_verb = self.doc.pos[act] == "VERB" and self._own is None
        self._slots = _slots(clauses.frame(act), self.chunks) if is_verb else None
        self._above = _upwards(act, self.doc)

    def of_all(self, phrases: Sequence[Chunk]) -> list[dict[str, float]]:
        """Give what is to be weighed of each phrase; each is held against the likeliest of them, too."""
        found = [self._of(chunk) for chunk in phrases]
        for side in SIDES:
            name = f"{side} most"
            best = max((marks[name] for marks in found), default=0.0)
            for marks in found:
                marks[f"{side} gap"] = marks[name] - best
                marks[f"{side} best"] = float(marks[name] == best)
        return found

    def _of(self, chunk: Chunk) -> dict[str, float]:
        act, is_own = self.act, self._own is chunk
        first, stop = chunk.first, act if is_own else chunk.last + 1
        head = chunk.head if not is_own else stop - 1 if stop > first else act
        parties = self.parties.of(self.chunks, chunk)
        known = "known" if any(p.is_known for p in parties) else "somebody" if parties else "nobody"
        kind, side = self._kind(chunk), "after" if first > act else "before"
        place = "own" if is_own else _place(chunk, act, self.doc, self.chunks)
        slot = self._slots.get(first, "none") if self._slots is not None else "-"
        path = self._path(chunk.head)
        names = (
            "base", f"place {place}", f"place {place} {self._group}", f"slot {slot}", f"slot {slot} {self._group}", f"prep {chunk.prep or '-'} {self._way}", f"prep {chunk.prep or '-'} {kind}", f"{self._type} prep {chunk.prep or '-'}", side, kind, known,
            f"{self._type} slot {slot}", f"{self._type} place {place}", f"{self._type} {kind}", f"{self._type} {side}",
            f"path {path}", f"path {path} {self._way}", f"path {path} {self._group}", f"path {path} {kind}", f"path {path} {chunk.prep}",
            f"noun {self.chunks.head_word(chunk)}", f"act {self._word} slot {slot}", f"act {self._word} path {path}",
        )  # fmt: skip
        found = dict.fromkeys(names, 1.0)
        found["far"] = min(abs(chunk.head - act), _FAR) / 10
        for one, around in self._shares.items():
            most, at_head = sureness(around.most(first, stop)), sureness(around.of(head))
            found |= {
                f"{one} most": most, f"{one} head": at_head, f"{one} most {slot.split()[0]}": most, f"{one} most {known}": most, f"{one} head {kind}": at_head
            }  # fmt: skip
        return found

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


@cache
def weights() -> dict[str, tuple[float, float]]:
    """Give the weights of each mark for the actor and for the recipient, against no part."""
    read = json.loads(resources.files(__package__).joinpath("parts.json").read_text(encoding="utf8"))
    return {name: (pair[0], pair[1]) for name, pair in read.items()}


def chances(marks: dict[str, float]) -> tuple[float, float]:
    """Give the probabilities that a phrase is the actor and that it is the recipient."""
    known = weights()
    actor = recipient = 0.0
    for name, value in marks.items():
        if (weight := known.get(name)) is not None:
            actor += weight[0] * value
            recipient += weight[1] * value
    top = max(actor, recipient, 0.0)
    shares = math.exp(actor - top), math.exp(recipient - top), math.exp(-top)
    return shares[0] / sum(shares), shares[1] / sum(shares)
