"""Acts that a noun names and the words take for done: "the arrest of 12 students sparked …", "after a meeting with the premier"."""

from __future__ import annotations

from ..reality.shapes import Shape, shape
from .chunks import Chunk, Chunks
from .party import Party

# Prepositions behind which an act is over or under way.
_BEHIND = ("after", "during", "following", "amid")
# Nouns of what stands rather than happens, and of what is only said.
_STANDING = frozenset(
    "sanction embargo blockade siege occupation condemnation criticism denunciation delivery shipment unrest annexation seizure capture negotiation".split()
)
_FOLLOWS = frozenset("follow follows followed following".split())
_OPEN = frozenset("will would may might could can should must if".split())
_SEVERAL = frozenset(("ASSAULT", "COERCE", "PROTEST", "SANCTION"))


def is_told(word: str, chunk: Chunk, chunks: Chunks) -> bool:
    """Tell whether an act is taken for done: behind "after", the object of "follows", the subject of a verb in the past."""
    doc = chunks.doc
    if word in _STANDING:
        return False
    above, relation = doc.heads[chunk.head], doc.relations[chunk.head]
    if chunk.prep in _BEHIND:
        is_general = chunk.first == chunk.head and doc.word(chunk.head).endswith("s") and word != "talk"  # "during rallies"
        return not is_general
    if above < 0 or doc.pos[above] != "VERB" or any(doc.word(i).lower() in _OPEN for i in doc.dependents(above)):
        return False
    if relation == "obj" and not chunk.prep:
        return doc.word(above).lower() in _FOLLOWS
    return relation.startswith("nsubj") and chunk.last < above and shape(doc.word(above).lower()) is Shape.PAST


def are_enough(event: str | None, actors: list[Party], recipients: list[Party]) -> bool:
    """Tell whether a noun's own phrases say enough of who took part: somebody known, or people of a number or uniform to whom a deed is done."""
    if any(p.is_known for p in (*actors, *recipients)):
        return True
    return event in _SEVERAL and any(p.sector is not None and p.noun for p in recipients)


def meets_of(chunk: Chunk, chunks: Chunks) -> int | None:
    """Give the verb of the clause that "after a meeting with …" stands in, whose subject met; None where it is no such phrase."""
    doc, at = chunks.doc, chunk.head
    if chunk.prep not in _BEHIND:
        return None
    for _ in range(3):
        at = doc.heads[at]
        if at < 0:
            return None
        if doc.pos[at] == "VERB":
            return at
    return None
