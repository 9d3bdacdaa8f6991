"""Sides that stand outside a verb's own slots: who wrote the letter that demands, whose attack killed, and people whom no name tells."""

from __future__ import annotations

from ..known.named import state_of
from .chunks import Chunk, Chunks
from .clauses import Clauses, Frame
from .party import By, Party
from .triggers import words_of

# What somebody says or writes: what it demands he demands.
_UTTERANCES = frozenset(
    "statement letter note message resolution communique communiqué declaration speech post tweet memo telegram cable petition leaflet ultimatum".split()
)
_DEEDS = frozenset(("ASSAULT", "PROTEST", "COERCE"))
# What bodies do that many are in, and by what nouns they go.
_SPOKEN = frozenset("REQUEST ACCUSE REJECT THREATEN PROTEST SUPPORT AGREE".split())
_BODIES = frozenset(
    "federation confederation association union alliance coalition movement front synod assembly ombudsman".split()
)
# Prepositions that lead from those who suffer to the attack.
_WITHIN = ("in", "by", "during")


def author_of(frame: Frame, chunks: Chunks, clauses: Clauses) -> Chunk | None:
    """Give who wrote or said what the verb's subject is: "the union sent | a letter | to the minister demanding …"; None where it is no such thing."""
    subject = frame.subject
    if subject is None or frame.is_passive:
        return None
    before = next(iter(chunks.before(subject.first)), None) if subject.prep == "to" else None
    for chunk in (subject, before):
        if chunk is None or chunks.head_word(chunk) not in _UTTERANCES or chunk.last >= frame.verb:
            continue
        above = chunks.doc.heads[chunk.head]
        if above in chunks.tokens and chunks.doc.pos[above] == "VERB" and above < chunk.first:
            outer = clauses.frame(above)
            return None if outer.is_passive else outer.subject
    return None


def attack_around(frame: Frame, chunks: Chunks) -> Chunk | None:
    """Give the attack in which or by which it was done: "killed in | a Boko Haram attack"."""
    return next((c for prep, c in frame.phrases if prep in _WITHIN and chunks.head_word(c) in words_of("attack")), None)


def people_in(event: str | None, given: list[Chunk], chunks: Chunks, *, is_crowd: bool) -> list[Party]:
    """Give people whom no name tells, of those who do a deed or suffer it.

    Args:
        is_crowd: whether a bare number is asked for ("hundreds"), who are of the place; else people by descent ("ethnic Albanians"), who need not be.
    """
    if event not in _DEEDS:
        return []
    kind = _is_crowd if is_crowd else _are_others
    return [Party(chunks.span(c), None, None, "CVL", "people") for c in map(chunks.counted, given) if kind(c, chunks)]


def body_in(event: str | None, chunk: Chunk, chunks: Chunks) -> list[Party]:
    """Give a union, association or party that only a noun names, of those who ask, accuse or protest: "the miners' federation"."""
    counted = chunks.counted(chunk)
    if event not in _SPOKEN or chunks.head_word(counted) not in _BODIES:
        return []
    return [Party(chunks.span(counted), None, None, "NGO", chunks.head_word(counted), By.NOUN)]


def whoever(event: str | None, subject: Chunk, found: list[Party], chunks: Chunks) -> list[Party]:
    """Give the parties of a subject, or where it has none that say anything the body or crowd that it names by a noun."""
    body = body_in(event, subject, chunks) if not any(p.sector or p.country or p.part for p in found) else []
    return body or found or people_in(event, [subject], chunks, is_crowd=True)


def is_mere_weapon(party: Party, words: str) -> bool:
    """Tell whether what does a deed is a weapon that is nobody's, wherever it is: "a car bomb in Mosul", "a nerve agent".

    Args:
        words: the chunk; whose a weapon is it names there ("Israeli jets").
    """
    is_thing = party.noun in words_of("weapon") or party.noun == "agent"
    return party.part is None and is_thing and (party.country is None or not any(word[:1].isupper() for word in words.split()))


def _is_crowd(chunk: Chunk, chunks: Chunks) -> bool:
    return chunk.first == chunk.last and chunks.doc.low(chunk.head) in ("hundreds", "thousands", "dozens", "scores")


def _are_others(chunk: Chunk, chunks: Chunks) -> bool:
    """Tell whether people by descent are meant, or those of whom arrests were made."""
    return _are_descended(chunk, chunks) or chunks.doc.low(chunk.head) == "arrests"


def _are_descended(chunk: Chunk, chunks: Chunks) -> bool:
    word, tag = chunks.doc.word(chunk.head), chunks.doc.pos[chunk.head]
    if chunk.is_time or not word.endswith("s") or tag not in ("PROPN", "NOUN"):
        return False
    people = state_of(word) or state_of(word.rpartition("-")[2])
    return people is not None and word not in (people.name, *people.aliases)
