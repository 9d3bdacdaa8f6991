"""Words before an office or another noun of a tie that leave open whether it is so: "allegedly Togo's minister", "the self-styled president"."""

from __future__ import annotations

from ...span import Span
from ..doc import Doc
from .clauses import SUPPOSEDLY
from .lists import OWNS
from .words import ALLEGED

_OWN_WORD = frozenset("styled proclaimed declared appointed described professed".split())  # after "self-"
_INSIDE = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "ADV"))
# Tokens before the noun that may stand in its phrase.
LONGEST = 8


def is_hearsay(doc: Doc, anchor: Span) -> bool:
    """Tell whether the phrase of a noun is told as hearsay; what is said of another word is not said of it ("the allegedly corrupt minister")."""
    tokens = doc.tokens_in(anchor)
    if not tokens:
        return False
    opening = doc.tokens_in(doc.sentence_at(anchor.start)).start
    is_others = _is_verb(doc, tokens.stop - 1)  # "suspected militant NAME joined": an adjective is of its noun alone
    for at in range(tokens.start - 1, max(opening - 1, tokens.start - 1 - LONGEST), -1):
        if doc.low(at) in SUPPOSEDLY:
            return not _is_of_another(doc, at, tokens)
        if not is_others and (doc.low(at) in ALLEGED or _is_self_made(doc, at)):
            return True
        is_others = is_others or doc.word(at) in OWNS
        if doc.word(at) not in OWNS and doc.word(at) != "-" and doc.pos[at] not in _INSIDE and not _is_self_made(doc, at):
            return False
    return False


def _is_of_another(doc: Doc, adverb: int, told: range) -> bool:
    """Tell whether an adverb is of a word before the words told, or of the verb behind a noun: "perhaps Foreign Minister NAME will come"."""
    if not doc.heads:
        return False
    head = doc.heads[adverb]
    if adverb < head < told.start:
        return doc.pos[head] in ("ADJ", "ADV", "VERB") or _is_verb(doc, told.stop - 1)
    explains = (
        adverb > 0 and doc.word(adverb - 1) == ","
    )  # "NAME, reportedly Togo's minister, said", whatever the syntax hangs it on
    return head >= told.stop and _is_verb(doc, head) and not explains


def _is_verb(doc: Doc, at: int) -> bool:
    return doc.pos[at] in ("VERB", "AUX")


def _is_self_made(doc: Doc, at: int) -> bool:
    return at > 1 and doc.low(at) in _OWN_WORD and doc.word(at - 1) in ("-", "‐") and doc.low(at - 2) == "self"
