"""Cues that are nouns → where their words end: "allegations **that the army had burned the village** were untrue".

The head tends to run on into the clause whose subject the noun is. The tree says which clause hangs on the noun.
"""

from __future__ import annotations

from ...span import Span
from ..doc import Doc
from .attribution import Attribution
from .cues import nouns

_ARTICLES = frozenset(("the", "a", "an", "this", "that", "these", "those", "any", "no", "some"))


def mend_noun(doc: Doc, one: Attribution) -> None:
    """Cut the words of a noun before the verb whose subject it is, and drop a source that is only its article."""
    one.source = [s for s in one.source if s.of(doc.text).lower() not in _ARTICLES]
    noun = _noun(doc, one)
    if noun is None or not doc.relations[noun].startswith("nsubj"):
        return
    verb, end = doc.heads[noun], _clause_end(doc, noun)
    if end is None or verb <= end:
        return
    border = doc.tokens[end].end
    kept = [Span(p.start, min(p.end, border)) for p in one.content if p.start < border]
    if kept and any(p.overlaps(doc.tokens[verb]) for p in one.content):
        one.content = kept


def _noun(doc: Doc, one: Attribution) -> int | None:
    """Give the noun that a cue is, None where it is no such or its words do not follow it."""
    if not doc.heads or len(one.cue) != 1 or one.content[0].start < one.cue[0].end:
        return None
    found = [i for i in doc.tokens_in(one.cue[0]) if doc.pos[i] not in ("VERB", "AUX") and doc.word(i).lower() in nouns()]
    return found[-1] if found else None


def _clause_end(doc: Doc, noun: int) -> int | None:
    """Give the last token of the clause that hangs on the noun, marks aside."""
    clause = next((i for i in doc.dependents(noun) if i > noun and doc.relations[i].startswith(("acl", "ccomp", "advcl"))), None)
    if clause is None:
        return None
    last, waiting = clause, [clause]
    while waiting:
        here = waiting.pop()
        waiting += doc.dependents(here)
        last = max(last, here)
    while last > clause and doc.pos[last] == "PUNCT" and doc.word(last) not in "”\"’'":
        last -= 1
    return last
