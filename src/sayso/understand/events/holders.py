"""Who holds an office that is named before its holder: "the former head of the | Coast Guard | (CG), Ana Ruiz," is Ana Ruiz and not the coast guard."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...findings.actor import ActorKind
from ...span import Span
from ..chains.words import singular
from ..extract.cast import Part
from ..known.offices import office_word
from .chunks import Chunk, Chunks

# Between the body and who heads it: a comma, before it perhaps what the body is called in brackets.
_BETWEEN = re.compile(r"\s*(?:\([^()]{2,70}\)\s*)?,\s*")
_CLOSING = re.compile(r"\s*(?:[,.;()”\"]|$)")
_STEPS = 3

Named = Callable[[Chunks, Chunk], list[tuple[Span, Part]]]


def held_by(chunks: Chunks, chunk: Chunk, named: Named) -> tuple[Span, Part] | None:
    """Give the person whom a comma adds behind an office and what it is of, with his words; None where it adds none.

    Args:
        named: gives the names in a chunk.
    """
    doc, noun = chunks.doc, chunks.head_word(chunk)
    if singular(doc.low(chunk.head)) != doc.low(chunk.head) or not office_word(noun):
        return None
    last: Chunk | None = chunk
    for _ in range(_STEPS):
        last = chunks.of(last, "of", "for", "in", "at") if last is not None else None
        if last is None:
            return None
        end = doc.tokens[last.last].end
        gap = _BETWEEN.match(doc.text, end)
        if gap is None:
            continue
        beside = next((c for c in chunks.after(last.last) if doc.tokens[c.first].start >= gap.end()), None)
        if beside is None or beside.prep or doc.tokens[beside.first].start != gap.end():
            return None
        for mention, part in named(chunks, beside):
            is_whole = mention.start == gap.end() and mention.end >= doc.tokens[beside.last].end
            if part.kind is ActorKind.PERSON and is_whole and _CLOSING.match(doc.text, mention.end):
                return mention, part
        return None
    return None
