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

from ..acts import sureness
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


def marks_of(chunk: Chunk, parties: Sequence[Party], *, clauses: Clauses, acts: Acts, act: int, kind: str) -> dict[str, float]:
    """Give what is to be weighed of a phrase: numbers by name.

    Args:
        parties: who the phrase is, as far as the words go.
        act: the token that tells the act; kind: its type.
    """
    doc, words = clauses.doc, range(chunk.first, chunk.last + 1)
    own = clauses.chunks.at(act)
    is_own = own is chunk
    if is_own:
        words = range(chunk.first, act)
    found = {"base": 1.0}
    for side in ("actor", "recipient"):
        shares = acts.parts(act, list(words), side) if len(words) else [0.0]
        found[f"{side} most"] = sureness(max(map(float, shares)))
        head = chunk.head if not is_own else words[-1] if len(words) else act
        found[f"{side} head"] = sureness(float(acts.parts(act, [head], side)[0]))
    place = "own" if is_own else _place(chunk, act, doc, clauses.chunks)
    group = "deed" if kind in _DEEDS else "word"
    found[f"place {place}"] = 1.0
    found[f"place {place} {group}"] = 1.0
    if doc.pos[act] == "VERB" and own is None:
        slot = _slot(chunk, clauses.frame(act), clauses.chunks)
        found[f"slot {slot}"] = 1.0
        found[f"slot {slot} {group}"] = 1.0
    found[f"prep {chunk.prep or '-'} {'noun' if own is not None else 'verb'}"] = 1.0
    found["after" if chunk.first > act else "before"] = 1.0
    found["far"] = min(abs(chunk.head - act), 30) / 10
    found["pronoun" if clauses.chunks.is_pronoun(chunk) else "name" if doc.pos[chunk.head] == "PROPN" else "noun"] = 1.0
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


def _slot(chunk: Chunk, frame: Frame, chunks: Chunks) -> str:
    """Name the slot of a verb's frame that a phrase, or the first of its list, stands in."""
    voice = "passive" if frame.is_passive else "active"
    if frame.subject is not None and (
        chunk is frame.subject or any(chunk is c for c in chunks.listed(frame.subject, verb=frame.verb, backward=True))
    ):
        return f"subject {voice}"
    if any(chunk is c for given in frame.objects for c in chunks.listed(given)):
        return f"object {voice}"
    prep = next((p for p, given in frame.phrases if chunk is given or any(chunk is c for c in chunks.listed(given))), None)
    return f"phrase {prep}" if prep is not None else "none"


@cache
def weights() -> dict[str, tuple[float, float]]:
    """Give the weights of each mark for the actor and for the recipient, against no part."""
    read = json.loads(resources.files(__package__).joinpath("parts.json").read_text(encoding="utf8"))
    return {name: (pair[0], pair[1]) for name, pair in read.items()}


def chances(marks: dict[str, float]) -> tuple[float, float]:
    """Give the probabilities that a phrase is the actor and that it is the recipient."""
    known = weights()
    actor = sum(known[name][0] * value for name, value in marks.items() if name in known)
    recipient = sum(known[name][1] * value for name, value in marks.items() if name in known)
    top = max(actor, recipient, 0.0)
    shares = math.exp(actor - top), math.exp(recipient - top), math.exp(-top)
    return shares[0] / sum(shares), shares[1] / sum(shares)
