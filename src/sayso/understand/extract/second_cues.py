"""A second cue inside what somebody says: "X denied that the troops had come **and accused** Y of panic" is two statements of one speaker.

The head tends to let the first content run over a verb of saying that is joined to the first cue. The tree tells them apart: the second verb
hangs on the first as `conj`, has no subject of its own, and stands outside quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...span import Span
from ..doc import Doc
from .attribution import Attribution
from .cues import verbs

BY = "rule:second_cues/1"
_JOINT = re.compile(r"[,;]?\s*(?:and|but|while also|and also|and then)?\s*$")
# What belongs to a verb's group.
_GROUP = ("aux", "aux:pass", "advmod")


def second_cues(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Cut contents in two before a second cue; the new attribution has the same source."""
    if not doc.heads:
        return made
    found: list[Attribution] = []
    taken = {i for one in made for cue in one.cue for i in doc.tokens_in(cue)}
    for one in made:
        found.append(one)
        if one.outer is None and one.source and len(one.cue) == 1 and one.source[-1].end <= one.cue[0].start:
            found += _cut(doc, one, taken)
    return found


def _cut(doc: Doc, one: Attribution, taken: set[int]) -> list[Attribution]:
    """Cut what stands after the second cue off the content it was found in; gives the statement it begins, if any."""
    cue = doc.tokens_in(one.cue[0])
    first = next((i for i in cue if doc.word(i).lower() in verbs()), None)
    if first is None:
        return []
    for place, piece in enumerate(one.content):
        if piece.start < one.cue[0].end:
            continue
        for index in doc.tokens_in(piece):
            if index in taken or not _is_second(doc, index, cue, doc.word(first).lower()):
                continue
            begin = _group_start(doc, index, piece)
            before = doc.text[piece.start : begin]
            joint = _JOINT.search(before)
            end = piece.start + joint.start() if joint is not None else begin
            rest = Span(doc.tokens[index].end, piece.end)
            start = rest.start + len(rest.of(doc.text)) - len(rest.of(doc.text).lstrip())
            if end - piece.start < 3 or piece.end - start < 3:
                return []
            second = replace(
                one,
                cue=[Span(begin, doc.tokens[index].end)],
                content=[Span(start, piece.end), *one.content[place + 1 :]],
                by=BY,
                inner=[],
            )
            one.content = [*one.content[:place], Span(piece.start, end)]
            return [second]
    return []


def _is_second(doc: Doc, index: int, cue: range, first: str) -> bool:
    word = doc.word(index).lower()
    if doc.relations[index] != "conj" or doc.heads[index] not in cue or word not in verbs() or doc.pos[index] != "VERB":
        return False
    if doc.quotation_at(doc.tokens[index].start) is not None or word.endswith("ing") != first.endswith("ing"):
        return False
    return not any(doc.relations[i].startswith(("nsubj", "csubj", "mark", "aux:pass")) for i in doc.dependents(index))


def _group_start(doc: Doc, index: int, piece: Span) -> int:
    """Give where the verb's auxiliaries and adverbs before it begin."""
    start = index
    while start - 1 >= 0 and doc.heads[start - 1] == index and doc.relations[start - 1] in _GROUP:
        start -= 1
    return max(piece.start, doc.tokens[start].start)
