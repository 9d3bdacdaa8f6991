"""Those who stand behind a word of speech and are only spoken of: hit by a deed that is condemned, owners of what is promised, whom somebody is asked to free."""

from __future__ import annotations

from collections.abc import Iterator

from ...span import Span
from .chunks import Chunk, Chunks
from .clauses import Clauses, Frame
from .party import By, Party
from .triggers import noun_lemma, nouns

_DEEDS = frozenset("ASSAULT COERCE SANCTION PROTEST MOBILIZE".split())
_JUDGING = frozenset(("ACCUSE", "REJECT", "SUPPORT"))
_STEPS = 4  # phrases behind a noun


def are_meant(given: list[Party], frame: Frame | None, sense: tuple[str, str | None], clauses: Clauses) -> list[Party]:
    """Give the recipients of a word of speech without those of whom it only speaks.

    Args:
        sense: the type of the act, and what it does with the act inside it, if any.
    """
    kind, act = sense
    if frame is None:
        return given
    chunks = clauses.chunks
    others: list[Span] = []
    if kind in _JUDGING:
        others = [chunks.span(c) for thing in frame.objects for c in _hit(thing, chunks)]
    elif kind == "REQUEST":
        others = [chunks.span(c) for c in _spared(frame, clauses)]
    return [p for p in given if not (act == "promised" and p.by is By.OWNER) and not any(p.span.overlaps(s) for s in others)]


def _hit(thing: Chunk, chunks: Chunks) -> Iterator[Chunk]:
    """Give those whom the deed that a noun tells is done to: "condemned the bombing of | the embassies"."""
    deeds = [s for s in nouns().get(noun_lemma(chunks.doc.word(thing.head)), ()) if s.event in _DEEDS]
    done_to = {prep for s in deeds for prep in s.recipient} - {prep for s in deeds for prep in s.actor}
    doers = {prep for s in deeds for prep in s.actor} - {"owner"}
    here = thing
    for _ in range(_STEPS if deeds else 0):
        after = chunks.of(here, *done_to, *doers)
        if after is None:
            return
        listed = chunks.listed(after)
        if after.prep in done_to:
            yield from listed
        here = listed[-1]


def _spared(frame: Frame, clauses: Clauses) -> Iterator[Chunk]:
    """Give those to whom it shall be done, who are not asked: "called for | the pilots | to be freed", "demanded that | they | be freed"."""
    inner = frame.complement.verb if frame.complement is not None else None
    if inner is None or not clauses.frame(inner).is_passive:
        return
    chunks, is_about = clauses.chunks, False
    for chunk in chunks.after(frame.verb):
        if chunk.first >= inner:
            return
        is_about = is_about or chunk.prep == "for" or chunks.doc.low(chunk.first - 1) == "that"
        if is_about:
            yield chunk
