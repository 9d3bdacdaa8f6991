"""What begins a sentence and explains the name after its comma: "As Togo's foreign minister, NAME opposed it", "A former Norvik director, NAME now farms"."""

from __future__ import annotations

from ..doc import Doc
from .lists import Named

_BEGINS = frozenset("as a an former once now one ex long".split())
_QUOTES = ("“", '"', "‘", "'")
# After a name behind a comma these make it who says what stands before: "A former director, NAME said, …".
_SAYS = frozenset("said says told added adds wrote writes notes noted argued argues explained insisted".split())
# Tokens of such a phrase at most.
LONGEST = 14


def is_fronted(doc: Doc, comma: int, named: Named) -> bool:
    """Tell whether the words from the start of a sentence to a comma explain the name behind it, which goes on with its own doing."""
    first = doc.tokens_in(doc.sentence_at(named.span.start)).start
    first += doc.word(first) in _QUOTES
    if (
        doc.low(first) not in _BEGINS
        or doc.low(first + 1) in ("for", "to", "if")
        or not first < comma <= first + LONGEST
        or named.stop >= len(doc.tokens)
    ):
        return False
    inside = range(first + 1, comma)
    if any(doc.word(i) in (",", ";", ":") or doc.pos[i] in ("AUX", "PRON") or _does(doc, i) for i in inside):
        return False
    goes_on = doc.pos[named.stop] in ("VERB", "AUX", "ADV", "PART") or doc.word(named.stop) == ","
    return goes_on and doc.low(named.stop) not in _SAYS


def _does(doc: Doc, token: int) -> bool:
    """Tell whether a word is a verb that governs something, and not a participle before its noun."""
    return doc.pos[token] == "VERB" and bool(doc.heads) and doc.relations[token] not in ("amod", "compound")
