"""Signs of a phrase's part in an act by its own words and the tree: what stands between the two, what it hangs on, what else the verb has, which words they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..doc import Doc
from .chunks import Chunk, Chunks
from .clauses import Frame
from .party import Party
from .usual import SMALL

_BEGINNING = frozenset(("DET", "PRON"))


@dataclass(frozen=True, slots=True)
class Act:
    """One act, as far as its own words go.

    Attributes:
        token: the word that tells it; kind: its type; group: whether that is of deeds or of words; word: its stem.
        way: "verb" or "noun"; filled: what else the verb has; others: words of the sentence that tell acts, too.
    """

    token: int
    kind: str
    group: str
    word: str
    way: str
    filled: str
    others: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Where a phrase stands by the act, in names.

    Attributes:
        kind: what it is about; place: how it hangs on the act; slot: its slot in the verb's frame; path: the way through the tree; noun: its head.
    """

    chunk: Chunk
    kind: str
    place: str
    slot: str
    path: str
    noun: str

    def side(self, act: int) -> str:
        """Tell whether it begins before or after the act."""
        return "after" if self.chunk.first > act else "before"


def between(one: Phrase, act: Act, doc: Doc, chunks: Chunks) -> Iterator[str]:
    """Name what stands between a phrase and the act."""
    chunk, side = one.chunk, one.side(act.token)
    low, high = (chunk.last + 1, act.token) if chunk.last < act.token else (act.token + 1, chunk.first)
    gap = range(low, max(low, high))
    yield f"{side} verbs {min(sum(doc.pos[i] == 'VERB' for i in gap), 3)}"
    yield f"{side} acts {min(sum(i in gap for i in act.others), 2)} {act.way}"
    yield f"{side} commas {min(sum(doc.word(i) == ',' for i in gap), 3)}"
    yield f"{side} phrases {min(sum(c.first in gap for c in chunks.all), 4)} {act.way}"


def hanging(one: Phrase, act: Act, doc: Doc) -> Iterator[str]:
    """Name what a phrase hangs on, and how the act itself hangs."""
    side, head = one.side(act.token), one.chunk.head
    above, relation = doc.heads[head], doc.relations[head]
    upper = "act" if above == act.token else "another" if above in act.others else doc.pos[above] if above >= 0 else "top"
    own = f"pos {doc.pos[act.token]} {doc.relations[act.token]}"
    yield from (f"hangs {upper} {relation}", f"hangs {upper} {side} {act.group}", f"relation {relation} {one.chunk.prep} {side}")
    yield from (f"{own} {side}", f"{own} {one.path}", f"path {one.path} {doc.pos[act.token]} {act.filled}")


def by_frame(one: Phrase, act: Act) -> Iterator[str]:
    """Name how a phrase stands beside what else the verb has."""
    side = one.side(act.token)
    yield from (f"filled {act.filled} {one.slot}", f"filled {act.filled} {act.group} {side} {one.kind}")
    yield from (f"{act.kind} filled {act.filled} {one.slot}", f"act {act.word} filled {act.filled} {one.slot}")


def beginning(one: Phrase, act: Act, doc: Doc) -> Iterator[str]:
    """Name how the words of a phrase begin, and a pronoun itself."""
    first, side = one.chunk.first, one.side(act.token)
    word = doc.low(first) if doc.pos[first] in _BEGINNING else doc.pos[first]
    yield from (f"first {word}", f"first {word} {side} {act.way}")
    if one.kind == "pronoun" and one.chunk.head == first:
        yield from (f"pronoun {doc.low(first)} {one.slot}", f"pronoun {doc.low(first)} {side}")
    has_owner = f"owner {one.chunk.owner is not None}"
    yield from (f"{has_owner} {one.slot} {one.kind}", f"{act.kind} {has_owner} {side} {one.kind}")


def by_words(one: Phrase, act: Act, parties: Sequence[Party], behind: str) -> Iterator[str]:
    """Name phrase and act by their words and types.

    Args:
        behind: the word right behind the act.
    """
    side, prep, small = one.side(act.token), one.chunk.prep or "-", behind if behind in SMALL else ""
    sector = next((p.sector for p in parties if p.sector), "")
    yield from (f"{act.kind} sector {sector} {side}", f"{act.kind} sector {sector} {one.slot}", f"behind {behind} {one.slot}")
    yield from (f"{act.kind} path {one.path}", f"{act.kind} path {one.path} {prep}")
    yield from (f"{act.kind} noun {one.noun}", f"noun {one.noun} {one.slot}", f"noun {one.noun} {side}")
    yield from (f"{act.kind} {one.slot} {one.kind} {act.way}", f"{act.kind} {one.place} {one.kind}")
    own = f"act {act.word}"
    yield from (
        f"{own} prep {prep} {side}",
        f"{own} {one.kind} {side}",
        f"{own} {one.kind} {one.slot}",
        f"{own} place {one.place}",
    )
    yield from (f"{own} {small} {one.slot}", f"{own} {small} {prep} {side}", f"{own} {act.kind} {side}")


def filled(frame: Frame) -> str:
    """Name what a verb has: its voice, whether a subject, an object, and the kind of its clause."""
    voice = "passive" if frame.is_passive else "active"
    clause = frame.complement.kind if frame.complement is not None else ""
    return "+".join((voice, "subject" if frame.subject else "", "object" if frame.objects else "", clause))
