"""What stands between a noun of relation and the name behind it ("her husband, the banker NAME,", "an ally in the Gulf, NAME,") → where the name is."""

from __future__ import annotations

from ...findings.actor import ActorKind
from ..doc import Doc
from ..known.offices import office_word
from .lists import Named
from .whom import Whom
from .words import mark_of


def past_calling(doc: Doc, whom: Whom, at: int, *, comma: bool) -> Named | None:
    """Give the name of a relative behind what he is: "her husband, the banker NAME,", "his brother, former minister NAME,"; None where it stands right here."""
    at += comma
    start = at
    while at < min(start + 5, len(doc.tokens)) and whom.names.at(at) is None:
        if not (doc.pos[at] in ("NOUN", "ADJ") or (doc.low(at) == "the" and at == start) or is_role_word(doc.word(at))):
            return None
        at += 1
    named = whom.names.at(at) if at > start + (word_at(doc, start).lower() == "the") else None
    if named is None or named.part.kind is not ActorKind.PERSON or named.first != at or not comma:
        return None
    return named if closes(doc, named.stop) else None


def is_role_word(word: str) -> bool:
    """Tell whether a word is an office or a mark before one, whatever its tag: "General", "former"."""
    return office_word(word) is not None or mark_of(word.lower()) is not None


def word_at(doc: Doc, at: int) -> str:
    """Give the word at a place, none behind the last."""
    return doc.word(at) if at < len(doc.tokens) else ""


def past_place(doc: Doc, at: int) -> int:
    """Give the comma after where somebody is what the noun says: "a Togolese ally in the Gulf, Chad,"; the same place where none is told."""
    if at >= len(doc.tokens) or doc.low(at) not in ("in", "on"):
        return at
    end = next((i for i in range(at + 1, min(at + 6, len(doc.tokens))) if doc.word(i) == ","), None)
    inside = range(at + 1, end) if end is not None else ()
    return end if end is not None and all(doc.pos[i] in ("DET", "ADJ", "NOUN", "PROPN") for i in inside) else at


def closes(doc: Doc, at: int) -> bool:
    """Tell whether a mark ends a phrase at a token."""
    return at >= len(doc.tokens) or doc.word(at) in (",", ".", ";", ")", "—", "–", "”", '"')
