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
from .party import Party

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..acts import Acts

# Types told of deeds, and of words; what else decides is the same for all.
_DEEDS = frozenset(("ASSAULT", "COERCE", "SANCTION", "AID", "MOBILIZE", "RETREAT", "PROTEST"))
_STEPS = 4  # up a list to its first member


class Marks:
    """What is to be weighed of the phrases around one act: numbers by name.

    Args:
        act: the token that tells the act; kind: its type.
    """

    def __init__(self, act: int, kind: str, clauses: Clauses, acts: Acts) -> None:
        self.act, self.clauses, self.doc, self.chunks = act, clauses, clauses.doc, clauses.chunks
        self._own = self.chunks.at(act)
        self._way = "noun" if self._own is not None else "verb"
        self._group = "deed" if kind in _DEEDS else "word"
        self._shares = {side: acts.around(act, side) for side in SIDES}
        is_verb = self.doc.pos[act] == "VERB" and self._own is None
        self._slots = _slots(clauses.frame(act), self.chunks) if is_verb else None

    def of(self, chunk: Chunk, parties: Sequence[Party]) -> dict[str, float]:
        """Give what is to be weighed of a phrase.

        Args:
            parties: who it is, as far as the words go.
        """
        act, is_own = self.act, self._own is chunk
        first, stop = chunk.first, act if is_own else chunk.last + 1
        head = chunk.head if not is_own else stop - 1 if stop > first else act
        found = {"base": 1.0}
        for side, around in self._shares.items():
            found[f"{side} most"] = sureness(around.most(first, stop))
            found[f"{side} head"] = sureness(around.of(head))
        place = "own" if is_own else _place(chunk, act, self.doc, self.chunks)
        found[f"place {place}"] = 1.0
        found[f"place {place} {self._group}"] = 1.0
        if self._slots is not None:
            slot = self._slots.get(chunk.first, "none")
            found[f"slot {slot}"] = 1.0
            found[f"slot {slot} {self._group}"] = 1.0
        found[f"prep {chunk.prep or '-'} {self._way}"] = 1.0
        found["after" if first > act else "before"] = 1.0
        found["far"] = min(abs(chunk.head - act), 30) / 10
        found["pronoun" if self.chunks.is_pronoun(chunk) else "name" if self.doc.pos[chunk.head] == "PROPN" else "noun"] = 1.0
        found["known" if any(p.is_known for p in parties) else "somebody" if parties else "nobody"] = 1.0
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
        if name in known:
            weight = known[name]
            actor += weight[0] * value
            recipient += weight[1] * value
    top = max(actor, recipient, 0.0)
    shares = math.exp(actor - top), math.exp(recipient - top), math.exp(-top)
    return shares[0] / sum(shares), shares[1] / sum(shares)
