"""Whom "it", "they" or "the country" means right behind words of saying: who says so of himself, or his state."""

from __future__ import annotations

from collections.abc import Iterable

from .chunks import Chunk, Chunks
from .clauses import Clauses
from .party import Party

_SAYS_OF_ITSELF = frozenset(
    "said says say denied denies deny claimed claims claim admitted admits insisted insists confirmed confirms announced announces acknowledged "
    "acknowledges declared declares maintained maintains added adds warned warns argued argues stated states alleged promised pledged vowed".split()
)
_OF_SELF = (("it",), ("they",))
# Words for the state of who speaks.
_OF_STATE = (("the", "country"), ("his", "country"), ("her", "country"), ("their", "country"))


def sayer_of(chunk: Chunk, chunks: Chunks, clauses: Clauses) -> list[Chunk] | None:
    """Give who says of himself what "it" or "they" did, or of his state: "the rebels said they had released"; None where it is not so."""
    doc, before = chunks.doc, chunk.first - 1
    if _words(chunk, chunks) not in _OF_SELF + _OF_STATE:
        return None
    if before in chunks.tokens and doc.low(before) == "that":
        before -= 1
    time = chunks.at(before) if before in chunks.tokens else None
    if time is not None and time.is_time:  # "said | on Monday | that it"
        before = time.first - (2 if time.prep else 1)
    if before not in chunks.tokens or doc.low(before) not in _SAYS_OF_ITSELF:
        return None
    outer = clauses.frame(before)
    if outer.is_passive or outer.subject is None or chunks.is_pronoun(outer.subject):
        return None
    return chunks.listed(outer.subject, verb=before, backward=True)


def as_meant(chunk: Chunk, given: Iterable[Party], chunks: Chunks) -> list[Party]:
    """Give the sayers themselves, or for "the country" the one state that they are of."""
    if _words(chunk, chunks) in _OF_SELF:
        return list(given)
    states = {p.country for p in given}
    state = states.pop() if len(states) == 1 else None
    return [Party(chunks.span(chunk), None, state, "GOV")] if state is not None else []


def _words(chunk: Chunk, chunks: Chunks) -> tuple[str, ...]:
    return tuple(chunks.doc.low(i) for i in range(chunk.first, chunk.last + 1))
