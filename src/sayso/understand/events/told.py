"""Acts that a noun names and the words take for done: "the arrest of 12 students sparked …", "after a meeting with the premier"."""

from __future__ import annotations

from ..reality.shapes import Shape, shape
from .chunks import Chunk, Chunks
from .party import Party
from .triggers import Sense

# Prepositions behind which an act is over or under way.
_BEHIND = ("after", "during", "following", "amid", "since")
# Nouns of what stands rather than happens, and of what is only said.
_STANDING = frozenset(
    "sanction embargo blockade siege occupation condemnation criticism denunciation delivery shipment unrest annexation seizure capture negotiation".split()
)
_FOLLOWS = frozenset("follow follows followed following".split())
_OPEN = frozenset("will would may might could can should must if".split())
# Verbs that say that their subject, an event, took place.
_OCCURS = frozenset(
    "take took takes hit struck killed wounded injured destroyed damaged broke erupted occurred happened rocked targeted sparked raged".split()
)
# And what protests do, or is done with them.
_GOES_ON = _OCCURS | frozenset(
    """spread spreads overtaken overtook gripped swept rocked paralysed paralyzed shut erupt erupts engulfed continued continue continues began begun resumed
    flared escalated expected planned scheduled held staged organised organized called entered brought blocked halted turned drew""".split()
)
_STOPS = frozenset(("who", "which", "that", "where", ",", ";", "and", "but"))
_THERE = frozenset(("was", "were", "is", "are", "been"))
_AFTER_NOUN = 8
_MARCHES = frozenset(("rally", "rallies"))
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
    if above < 0 or doc.pos[above] != "VERB" or any(doc.low(i) in _OPEN for i in doc.dependents(above)):
        return False
    if relation in ("obj", "obl") and not chunk.prep and chunk.head > above:
        return doc.low(above) in _FOLLOWS
    return relation.startswith("nsubj") and chunk.last < above and shape(doc.low(above)) is Shape.PAST


def is_done(sense: Sense, word: str, chunk: Chunk, chunks: Chunks) -> bool:
    """Tell whether an act that a noun names is done or under way, by any of these signs."""
    is_protest = sense.event == "PROTEST" and takes_place(chunk, chunks)
    return is_protest or (sense.alone and occurs(chunk, chunks)) or is_told(word, chunk, chunks)


def occurs(chunk: Chunk, chunks: Chunks) -> bool:
    """Tell whether a noun is the subject of a verb such as "killed"; a phrase without preposition before its verb is no other."""
    doc = chunks.doc
    above, relation = doc.heads[chunk.head], doc.relations[chunk.head]
    is_subject = relation.startswith("nsubj") or (relation == "obl" and not chunk.prep and chunk.head < above)
    return is_subject and above >= 0 and doc.low(above) in _OCCURS


def takes_place(chunk: Chunk, chunks: Chunks) -> bool:
    """Tell whether words beside the noun of a protest say that it takes place: "protests spread to", "there was a strike"; whatever the tree has."""
    doc = chunks.doc
    is_rally = doc.low(chunk.head) in _MARCHES  # of a campaign, or of a team's supporters
    if chunk.prep:
        return not is_rally and is_told(doc.low(chunk.head), chunk, chunks)
    if is_rally and chunk.first == chunk.head:
        return False
    before = [doc.low(i) for i in range(max(chunks.tokens.start, chunk.first - 4), chunk.head)]
    if "no" in before or (doc.relations[chunk.head] == "conj" and doc.pos[doc.heads[chunk.head]] == "NOUN"):
        return False
    if "there" in before and _THERE & set(before):
        return True
    for index in range(chunk.last + 1, min(chunks.tokens.stop, chunk.last + 1 + _AFTER_NOUN)):
        if doc.pos[index] == "VERB":
            return doc.low(index) in _GOES_ON
        if doc.low(index) in _STOPS - {",", "and"} or (doc.word(index) == "," and doc.pos[index + 1] not in ("NOUN", "CCONJ")):
            return False
    return False


def are_enough(event: str | None, actors: list[Party], recipients: list[Party]) -> bool:
    """Tell whether a noun's own phrases say enough of who took part: somebody known, or people of a number or uniform to whom a deed is done."""
    if any(p.is_known for p in (*actors, *recipients)) or (event == "PROTEST" and any(p.noun for p in actors)):
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
