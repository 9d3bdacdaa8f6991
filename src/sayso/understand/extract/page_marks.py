"""What the layout puts round words and nobody says: bullets, times of a live blog, datelines, tags and addresses at the end of a post.

A piece of a source or content that takes some of it in is cut to the words.
"""

from __future__ import annotations

import re

from ...span import Span
from ..doc import Doc
from .attribution import Attribution

_BULLET = r"(?:[•·▪►▶●◦‣*–—-]\s+)"
_ZONE = r"(?:[ap]\.?m\.?|[A-Z]{2,4}T|GMT|UTC|ET|CET|BST|local time)"
_TIME = rf"(?:\[\d{{1,2}}[:.]\d{{2}}(?:\s?{_ZONE})?\]\s*|\d{{1,2}}[:.h]\d{{2}}(?:\s?{_ZONE}(?:\s?[:|–—-])?|\s?[:|–—-])\s+)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?)"
_AGENCY = r"\([A-Z][^()\n]{1,30}\)"
_CITY = r"[A-Z][\w.’'-]*(?:[ /][A-Z][\w.’'-]*){0,3}(?:, [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2})?"
_DATELINE = rf"(?:(?:{_CITY}(?:, {_DAY},? {_AGENCY}|,? {_AGENCY}|, {_DAY})|{_AGENCY}|[A-Z][A-Z .’'-]{{2,40}}(?:, [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?)?)\s?(?:--|—|–|-)\s+(?=[A-Z“\"‘'\d]))"
_LEAD = re.compile(rf"{_BULLET}?{_TIME}?{_DATELINE}?")
# Longest lead of a paragraph, in characters: what is looked at.
LONGEST_LEAD = 120
_ITEM = re.compile(r"\s+[•▪►▶●◦‣]\s+")
_TAG = r"(?:#\w+|https?://\S+|pic\.twitter\.com/\S+)"
_TAGS = re.compile(rf"\W*{_TAG}(?:\s+{_TAG})*\W*")
_TAIL = re.compile(rf"(?:\s+{_TAG})+\s*$")
# Longest run of tags at the end, in characters.
LONGEST_TAIL = 200


def without_page_marks(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Cut every piece to its words; an attribution left without words is dropped."""
    for one in made:
        if not one.is_verbatim:
            words = [piece for piece in one.content if not _TAGS.fullmatch(doc.text, piece.start, piece.end)]
            one.content = [_cut(doc, _one_item(doc, piece, one)) for piece in words]
        one.source = [_cut(doc, piece) for piece in one.source]
    return [one for one in made if one.content]


def _cut(doc: Doc, piece: Span) -> Span:
    """Cut what stands before and after the words; a piece that is nothing else stays as it is."""
    paragraph = doc.paragraph_at(piece.start)
    start, end = piece.start, piece.end
    if start - paragraph.start < LONGEST_LEAD and (
        lead := _LEAD.match(doc.text, paragraph.start, min(paragraph.end, paragraph.start + LONGEST_LEAD))
    ):
        start = max(start, lead.end())
    if end - start > 0 and (tail := _TAIL.search(doc.text, max(start, end - LONGEST_TAIL), end)):
        end = tail.start()
    return Span(start, end) if start < end else piece


def _one_item(doc: Doc, piece: Span, one: Attribution) -> Span:
    """Of a list on one line, the item next to the cue."""
    marks = list(_ITEM.finditer(doc.text, piece.start, piece.end))
    if not marks or not one.cue:
        return piece
    if one.cue[0].start >= piece.end:
        return Span(marks[-1].end(), piece.end)
    return Span(piece.start, marks[0].start()) if marks[0].start() > piece.start else piece
