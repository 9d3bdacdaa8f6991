"""Words before an office or another noun of a tie that leave open whether it is so: "allegedly Togo's minister", "the self-styled president"."""

from __future__ import annotations

from ...span import Span
from ..doc import Doc
from .clauses import SUPPOSEDLY
from .lists import OWNS

_ALLEGED = frozenset("alleged purported supposed suspected rumoured rumored putative reputed".split())
_OWN_WORD = frozenset("styled proclaimed declared appointed described professed".split())  # after "self-"
_INSIDE = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "ADV"))
# Tokens before the noun that may stand in its phrase.
LONGEST = 8


def is_hearsay(doc: Doc, anchor: Span) -> bool:
    """Tell whether the phrase of a noun is told as hearsay; what is said of another word of it is not said of the noun ("the allegedly corrupt minister")."""
    tokens = doc.tokens_in(anchor)
    if not tokens:
        return False
    is_owned = False
    for at in range(tokens.start - 1, max(-1, tokens.start - 1 - LONGEST), -1):
        if doc.low(at) in SUPPOSEDLY:
            return not doc.heads or not at < doc.heads[at] < tokens.start or doc.pos[doc.heads[at]] not in ("ADJ", "ADV", "VERB")
        if not is_owned and (doc.low(at) in _ALLEGED or _is_self_made(doc, at)):
            return True
        is_owned = is_owned or doc.word(at) in OWNS
        if doc.word(at) not in OWNS and doc.word(at) != "-" and doc.pos[at] not in _INSIDE and not _is_self_made(doc, at):
            return False
    return False


def _is_self_made(doc: Doc, at: int) -> bool:
    return at > 1 and doc.low(at) in _OWN_WORD and doc.word(at - 1) in ("-", "‐") and doc.low(at - 2) == "self"
