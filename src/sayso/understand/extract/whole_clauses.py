"""Contents that the head began or ended within a clause → whole ones: "says | nine people were killed, three of them children", "said it fired | and is not aware of harm".

Cases: cases/statements.yml.
"""

from __future__ import annotations

import re

from ...span import Span
from ..doc import Doc
from .attribution import Attribution

# Words between a cue and its content that are taken in; more are another clause's.
LONGEST_GAP = 30
_STATE_OF_MIND = re.compile(r"(?:is|are|was|were)(?: not|n[’']t)? (?:aware|sure|certain|ready|willing|prepared|open|confident)\b")
_ANSWERS = re.compile(r"\b(?:respond|reply|react)(?:ed|s|ing)? (?P<to>to)$")
_BY_NAME = re.compile(r" by name\b")


def whole_clauses(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Mend the contents of a report; what goes on with the content before it is left out."""
    kept: list[Attribution] = []
    for one in sorted(made, key=lambda a: a.anchor):
        if kept and _goes_on(doc, kept[-1], one):
            continue
        _begin_with_clause(doc, one, made)
        _end_cue_before_to(doc, one)
        if (more := _BY_NAME.match(doc.text, one.content[-1].end)) is not None:
            one.content[-1] = Span(one.content[-1].start, more.end())
        kept.append(one)
    return kept


def _goes_on(doc: Doc, before: Attribution, one: Attribution) -> bool:
    """Tell whether an attribution is the second half of the content before it, which then takes it in."""
    if len(one.cue) != 1 or not one.content or one.inner or not before.cue or before.cue[-1].end > before.content[-1].start:
        return False
    end, cue = before.content[-1].end, one.cue[0]
    is_beside = doc.text[end : cue.start] == " and " and one.content[0].start - cue.end in (0, 1)
    is_same = doc.sentence_at(cue.start).covers(one.content[-1]) and len(one.content) == 1
    is_same &= not one.source or (bool(before.source) and one.source[0] == before.source[0])
    if not (is_beside and is_same and _STATE_OF_MIND.match(doc.text, cue.start, cue.end)):
        return False
    before.content[-1] = Span(before.content[-1].start, one.content[-1].end)
    return True


def _begin_with_clause(doc: Doc, one: Attribution, made: list[Attribution]) -> None:
    """Let a content begin where the clause begins that a cue governs: "says | nine were killed, | three of them children |"."""
    if len(one.cue) != 1 or not doc.heads or one.content[0].start - one.cue[0].end < 3 or len(one.content) > 1:
        return
    gap = Span(one.cue[0].end, one.content[0].start)
    words = doc.tokens_in(gap)
    is_free = not any(
        piece.overlaps(gap) for other in made if other is not one for piece in (*other.source, *other.cue, *other.content)
    )
    is_free &= not any(piece.overlaps(gap) for piece in one.source) and doc.sentence_at(gap.start).covers(one.content[0])
    cue = doc.tokens_in(one.cue[0])
    verb = next(
        (i for i in words if doc.relations[i] == "ccomp" and doc.heads[i] in cue and doc.pos[i] in ("VERB", "ADJ", "NOUN")), None
    )
    if verb is None or not is_free or not len(words) or len(words) > LONGEST_GAP or doc.quotations_in(gap):
        return
    has_subject = any(doc.relations[i].startswith("nsubj") and i in words for i in doc.dependents(verb))
    start = doc.tokens[words[0]].start
    if has_subject and doc.text[one.cue[0].end : start].isspace() and doc.pos[words[0]] not in ("PUNCT", "ADP"):
        one.content[0] = Span(start + (5 if doc.low(words[0]) == "that" else 0), one.content[0].end)


def _end_cue_before_to(doc: Doc, one: Attribution) -> None:
    """Give the "to" of "did not respond to a request" to its content, as annotators do."""
    match = _ANSWERS.search(doc.text, one.cue[-1].start, one.cue[-1].end) if one.cue else None
    if match is not None and one.content[0].start == one.cue[-1].end + 1:
        one.cue[-1] = Span(one.cue[-1].start, match.start("to") - 1)
        one.content[0] = Span(match.start("to"), one.content[0].end)
