"""Who keeps silent, whole: "**Chad's mission to the United Nations** did not respond", "**officials in Lima** were not available"."""

from __future__ import annotations

import re

from ...span import Span
from ..doc import Doc
from ..phrases import noun_phrase_before

_LINK = re.compile(r"\b(?:of|for|to|in|at|from|with)(?: the| an?)? $")
# What may stand before a whole subject.
_BEFORE = re.compile(r"(?:^|[,;:—–]|\b(?:and|but|while|although|though))\s*$", re.IGNORECASE)
_MOST_LINKS = 3


def silent_source(doc: Doc, place: int, sentence: Span) -> Span | None:
    """Give the noun phrase right before a place with the phrases it hangs on, where they open the clause; else the noun phrase alone.

    "After talks in Lima the mayor did not comment" stays "the mayor": a clause does not open with a preposition there.
    """
    source = noun_phrase_before(doc, place, floor=sentence.start)
    whole = source
    for _ in range(_MOST_LINKS if source is not None else 0):
        link = _LINK.search(doc.text, sentence.start, whole.start) if whole is not None else None
        head = noun_phrase_before(doc, link.start(), floor=sentence.start) if link is not None else None
        if whole is None or head is None or link is None or doc.text[head.end : link.start()].strip():
            break
        whole = Span(head.start, whole.end)
    if source is None or whole is None or whole == source:
        return source
    first = next(iter(doc.tokens_in(whole)))
    opens = _BEFORE.search(doc.text[sentence.start : whole.start]) is not None
    return whole if opens and doc.pos[first] not in ("ADP", "SCONJ", "VERB") else source
