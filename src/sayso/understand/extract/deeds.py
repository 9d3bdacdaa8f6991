"""Deeds that the head took for words: "Norland **summoned** the envoy" and "he **called** a meeting" are events, and nobody says anything in them.

The head learned from annotators who mark attitudes of every kind. What is left out here is a deed all the same: its cue is no verb of saying
that we know, but the trigger of an event, and what stands for its words is a bare phrase, without a clause and without quotation marks.
"""

from __future__ import annotations

from collections.abc import Collection

from ..doc import Doc
from .attribution import Attribution
from .mending import is_known

_CALLS = frozenset("call calls called calling".split())
# What is called without a word about it: "called a meeting", "called an election".
_CALLED = frozenset(
    "meeting session summit election elections vote referendum conference strike halt truce ceasefire protest rally inquest inquiry".split()
)
_CLAUSES = ("nsubj", "csubj", "mark", "cop")


def is_deed(doc: Doc, one: Attribution, triggers: Collection[int]) -> bool:
    """Tell whether an attribution is an event and no more. `triggers`: the words of the report that tell of one."""
    if not doc.heads or len(one.cue) != 1 or one.outer is not None or one.inner or one.is_imputed or len(one.content) != 1:
        return False
    content = one.content[0]
    if doc.quotations_in(content) or doc.quotation_at(content.start) is not None:
        return False
    words = doc.tokens_in(content)
    if not words or any(doc.relations[i].startswith(_CLAUSES) for i in words) or doc.word(words.start).lower() in ("to", "that"):
        return False
    cue = doc.tokens_in(one.cue[0])
    if _is_called(doc, cue, words):
        return True
    return not is_known(one.cue[0].of(doc.text)) and any(i in triggers for i in cue)


def _is_called(doc: Doc, cue: range, words: range) -> bool:
    """Tell whether something is called that is none of words: the object of the verb right before, of which nothing more is said."""
    verb = cue.stop - 1
    if doc.word(verb).lower() not in _CALLS:
        return False
    called = next((i for i in words if doc.heads[i] == verb and doc.relations[i] == "obj"), None)
    if called is None or doc.word(called).lower() not in _CALLED:
        return False
    return called + 1 not in words or doc.pos[called + 1] not in (
        "DET",
        "ADJ",
        "PROPN",
        "NOUN",
    )  # "called the meeting | a success"
