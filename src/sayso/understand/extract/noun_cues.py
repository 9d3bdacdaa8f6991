"""Cues that are nouns → where their words end: "allegations **that the army had burned the village** were untrue".

The head tends to run on into the clause whose subject the noun is. The tree says which clause hangs on the noun; where it does not, a second verb
with no subject of its own among the words does.
"""

from __future__ import annotations

from ...span import Span
from ..doc import Doc
from .attribution import Attribution
from .cues import nouns, verbs

_FINITE = frozenset(("is", "are", "was", "were", "has", "have", "had"))
_ARTICLES = frozenset(("the", "a", "an", "this", "that", "these", "those", "any", "no", "some"))


def mend_noun(doc: Doc, one: Attribution) -> None:
    """Cut the words of a noun before the verb whose subject it is, and drop a source that is only its article or adjective."""
    one.source = [s for s in one.source if s.of(doc.text).lower() not in _ARTICLES and not _is_adjective(doc, s)]
    noun = _noun(doc, one)
    if noun is None:
        return
    end, verb = _clause_end(doc, noun), doc.heads[noun]
    if end is None or verb <= end or not doc.relations[noun].startswith("nsubj"):
        verb = _second_verb(doc, one.content[0], noun)
        end = verb - 1
    if verb < 0:
        return
    border = doc.tokens[end].end
    kept = [Span(p.start, min(p.end, border)) for p in one.content if p.start < border]
    if kept and any(p.overlaps(doc.tokens[verb]) for p in one.content):
        one.content = kept


def _is_adjective(doc: Doc, source: Span) -> bool:
    """Tell whether a source is one adjective in small letters, of the noun: "general criticism"."""
    words = doc.tokens_in(source)
    return len(words) == 1 and doc.pos[words[0]] == "ADJ" and doc.word(words[0]).islower()


def noun_before(doc: Doc, words: Span, within: Span) -> Span | None:
    """Give the noun of saying right before "that" and some words inside those of an outer speaker: "said *allegations* that …"; None where there is none."""
    at = doc.tokens_in(words).start - 1
    if at >= 0 and doc.low(at) == "that":
        at -= 1
    if at < 0 or not within.covers(doc.tokens[at]) or doc.low(at) not in nouns():
        return None
    return doc.tokens[at] if _is_noun(doc, at) or doc.tokens[at].start == within.start else None


def _is_noun(doc: Doc, index: int) -> bool:
    """Tell whether a word is a noun by its tag, or because no verb of saying is spelt so ("allegations")."""
    return doc.pos[index] not in ("VERB", "AUX") or doc.low(index) not in verbs()


def _second_verb(doc: Doc, words: Span, noun: int) -> int:
    """Give the "were" of "the army had sold the mill *were* untrue": the first behind a clause which has no subject among the words; -1 where none has."""
    inside = doc.tokens_in(words)
    is_told, of_noun = False, doc.heads[noun] if doc.relations[noun].startswith("nsubj") else -1
    for i in inside:
        top = doc.heads[i] if doc.relations[i].startswith(("aux", "cop")) else i
        kinds = {doc.relations[j].partition(":")[0] for j in doc.dependents(top)}
        subjects = [
            j
            for j in doc.dependents(top)
            if doc.relations[j].startswith("nsubj") and inside.start <= j < i and doc.pos[j] != "VERB"
        ]
        is_verb = (doc.low(i) in _FINITE and top != i) or (i == of_noun and doc.pos[i] == "VERB")
        if is_told and is_verb and not subjects and "cc" not in kinds and doc.word(i - 1) != ",":
            return i if doc.pos[i - 1] not in ("SCONJ", "CCONJ", "PRON", "PUNCT") else -1
        is_told = is_told or (bool(subjects) and doc.pos[i] in ("VERB", "AUX"))
    return -1


def _noun(doc: Doc, one: Attribution) -> int | None:
    """Give the noun that a cue is, None where it is no such or its words do not follow it."""
    if not doc.heads or len(one.cue) != 1 or one.content[0].start < one.cue[0].end:
        return None
    opens = one.outer is not None and any(p.start == one.cue[0].start for p in one.outer.content)
    found = [i for i in doc.tokens_in(one.cue[0]) if doc.low(i) in nouns() and (opens or _is_noun(doc, i))]
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
