"""Offices of people whom their clause puts out of them ("the army ousted President NAME", "the premier fired Interior Minister NAME") → over."""

from __future__ import annotations

from dataclasses import replace

from ...findings.tie import Relation
from ...span import hull
from ..doc import Doc
from .bounds import Bounds, ended
from .clauses import Said, said
from .found import Found

_OUSTS = frozenset("ousted overthrew overthrown toppled deposed sacked fired dismissed unseated".split())


def with_end(doc: Doc, bounds: Bounds, found: Found) -> Found:
    """Give an office with its end where its holder is the object of such a verb, or the subject of its passive; as it was elsewhere."""
    if found.relation is not Relation.HOLDS_OFFICE or found.until is not None or not found.presupposed or not doc.heads:
        return found
    verb = _verb(doc, found)
    if verb is None or said(doc, verb) is not Said.SO:
        return found
    return replace(found, until=bounds.when(doc.tokens[verb]) or ended(doc, doc.word(verb)))


def _verb(doc: Doc, found: Found) -> int | None:
    """Give the verb that governs the office or the name beside it."""
    beside = [m for m in found.subject.naming if doc.sentence_at(found.anchor.start).covers(m)]
    name = min(beside, key=lambda m: max(m.start - found.anchor.end, found.anchor.start - m.end), default=None)
    if name is None:
        return None
    inside = doc.tokens_in(hull((name, found.anchor)))
    if inside.stop < len(doc.tokens) and doc.low(inside.stop) == "as":
        return None
    for token in inside:
        above, relation = doc.heads[token], doc.relations[token]
        is_out = above >= 0 and above not in inside and doc.low(above) in _OUSTS
        if (
            is_out
            and not _is_of_words(doc, above)
            and (relation == "nsubj:pass" or (relation == "obj" and not _is_passive(doc, above)))
        ):
            return above if _is_holder(doc, found, token) else None
    return None


def _is_of_words(doc: Doc, verb: int) -> bool:
    """Tell whether the verb is of words or of guns: "dismissed the president as a clown", "was fired upon"."""
    after = doc.low(verb + 1) if verb + 1 < len(doc.tokens) else ""
    cases = {doc.low(c) for i in doc.dependents(verb) for c in doc.dependents(i) if doc.relations[c] in ("case", "mark")}
    return after in ("upon", "on", "at") or "as" in cases


def _is_holder(doc: Doc, found: Found, token: int) -> bool:
    """Tell whether a word is of the holder's name or of his title, and not of who owns it."""
    spans = (*found.subject.naming, found.anchor)
    return any(s.covers(doc.tokens[token]) for s in spans)


def _is_passive(doc: Doc, verb: int) -> bool:
    return any(doc.relations[i] == "aux:pass" for i in doc.dependents(verb))
