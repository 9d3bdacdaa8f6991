"""Blocks of somebody's words without quotation marks: a line that ends "NAME said:", then paragraphs, as governments publish them.

A list below such a line is a block too, item by item. The block goes on to the end of the text, to the next such line, to a closing note ("Notes to editors"), or to a paragraph in which
somebody else is quoted.
"""

from __future__ import annotations

import re

from ...span import Span
from ..doc import Doc
from ..phrases import noun_phrase_before
from .attribution import Attribution

BY = "rule:block_quotations/1"
_INTRODUCTION = re.compile(
    r"\b(?P<cue>said|says|added|stated|commented|wrote|told [\w .’'-]{2,40}|issued the following (?:statement|remarks))(?: (?:today|yesterday|on \w+|in (?:a|the following) statement))?\s*:\s*$"
)
_CLOSING = re.compile(
    r"(?:notes? (?:to|for) editors?|further information|background|ends?$|media (?:contact|enquir|inquir)|contact|follow |for more|about |related|###|read )",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[•·▪►▶●◦‣*–—-]\s+(?=\S)")
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|us)\b", re.IGNORECASE)
# Paragraphs a block may have; longer ones are speeches, which have a page of their own.
LONGEST = 15


def blocks(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Give the attributions with every block as the content of the line that introduces it."""
    found = list(made)
    for number, paragraph in enumerate(doc.paragraphs[:-1]):
        line = paragraph.of(doc.text)
        match = _INTRODUCTION.search(line[-160:])
        following = doc.paragraphs[number + 1]
        if (
            not match
            or doc.text[following.start] in "“\"‘'«"
            or not (_is_prose(following.of(doc.text)) or _ITEM.match(following.of(doc.text)))
        ):
            continue
        pieces = _items(doc, number + 1) or _pieces(doc, number + 1, found)
        if not pieces:
            continue
        at = paragraph.start + max(0, len(line) - 160) + match.start("cue")
        cue = Span(at, at + len(match.group("cue")))
        source = _source(doc, found, cue, paragraph)
        if source is None:
            continue
        found = [a for a in found if not (any(cue.overlaps(c) for c in a.cue) or _is_remnant(a, pieces))]
        one = Attribution([source], [cue], pieces, 0.85, BY)
        for other in found:
            if any(p.covers(other.extent) for p in pieces) and other.outer is None:
                other.outer = one
        found.append(one)
    return sorted(found, key=lambda a: a.anchor)


def _is_prose(line: str) -> bool:
    return len(line) > 40 and line.rstrip('”"’ ')[-1:] in ".!?:;"


def _pieces(doc: Doc, first: int, made: list[Attribution]) -> list[Span]:
    pieces: list[Span] = []
    for paragraph in doc.paragraphs[first : first + LONGEST]:
        line = paragraph.of(doc.text)
        if _CLOSING.match(line) or _INTRODUCTION.search(line[-160:]) or (pieces and not _is_prose(line)):
            break
        others = [
            a for a in made if paragraph.covers(a.extent) and a.source and not _FIRST_PERSON.search(a.source[0].of(doc.text))
        ]
        if pieces and any(set(re.findall(r"[a-z]+", c.of(doc.text))) & {"said", "told", "added"} for a in others for c in a.cue):
            break
        pieces.append(paragraph)
    return pieces


def _items(doc: Doc, first: int) -> list[Span]:
    """Give the items of a list, without their bullets; one alone is a dialogue's dash."""
    items: list[Span] = []
    for paragraph in doc.paragraphs[first : first + LONGEST]:
        bullet = _ITEM.match(doc.text, paragraph.start, paragraph.end)
        if bullet is None:
            break
        items.append(Span(bullet.end(), paragraph.end))
    return items if len(items) > 1 else []


def _source(doc: Doc, made: list[Attribution], cue: Span, paragraph: Span) -> Span | None:
    for one in made:
        if one.source and any(cue.overlaps(c) for c in one.cue) and paragraph.covers(one.source[0]):
            return one.source[0]
    near = [s.span for s in doc.sources if paragraph.covers(s.span) and s.span.end <= cue.start]
    return near[-1] if near else noun_phrase_before(doc, cue.start, floor=doc.sentence_at(cue.start).start)


def _is_remnant(one: Attribution, pieces: list[Span]) -> bool:
    """Tell an attribution the head made of the block itself, without a source of its own in it."""
    return (
        not one.source
        and all(any(p.overlaps(c) for p in pieces) for c in one.content)
        and not any(p.covers(c) for p in pieces for c in one.cue)
    )
