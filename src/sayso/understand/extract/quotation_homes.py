"""Whose a quotation is that stands between two speakers: the one before it who goes on, or the one after it in its own sentence.

"“…,” A said. “…” B added that …": the second quotation is A's. "A says the road is shut. “…,” B is quoted as saying.": it is B's. The head tends to tie such
words to a cue of another sentence. Attributions in, the same with those pieces handed over; some are new. Cases: cases/statements.yml.
"""

from __future__ import annotations

import re

from ...span import Span
from ..doc import Doc
from .attribution import Attribution
from .subjects import subject_of_cue

BY = "rule:quotation_homes/1"
# Most characters between the speaker's words and the quotation he goes on with: "on Monday."
LONGEST_TAIL = 90
# Most characters from a quotation to the verb of saying behind it, the subject among them.
LONGEST_SUBJECT = 130
_ENDS_IN_COMMA = re.compile(r"[,!?][”\"’']{1,2}$|[”\"’']{1,2},$")
_SAYING = re.compile(
    r"(?:(?:is|was|were|are|has been|have been) )?(?:(?:also |later )?(?:quoted|cited) as saying|(?:later |also |then )?(?:said|says|added|adds|wrote|writes|told|tells|"
    r"tweeted|warned|explained|insisted|argued|declared|stated|announced|posted|testified|recalled|concluded|continued))\b"
)


def quotation_homes(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Hand quotations over to the speaker in their own sentence, or to the one right before them who goes on."""
    made = _joined_halves(doc, made)
    added: list[Attribution] = []
    for one in made:
        for piece in list(one.content):
            if len(one.content) < 2 or not one.cue or one.is_imputed or not _is_apart(doc, one, piece):
                continue
            home = _own_speaker(doc, made, piece, one) or _goes_on(doc, made, piece, one)
            if home is None:
                continue
            one.content = [other for other in one.content if other is not piece]
            if home in made:
                home.content.append(piece)
                home.content.sort()
            else:
                home.content = [piece]
                added.append(home)
    return sorted([*made, *added], key=lambda a: a.anchor)


def _joined_halves(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Give a quotation whole to the speaker in its last sentence, where the head gave its halves to two: "“A is so. | B is so,” X said".

    Whoever had no other words than a half says nothing, so that no words stand under two speakers.
    """
    silent: dict[int, Attribution] = {}  # who said nothing, and who said it instead
    for quotation in doc.quotations:
        whole = quotation.span
        if quotation.is_single or not quotation.is_closed:
            continue
        sharers = [a for a in made if a.cue and not a.is_imputed and any(p.overlaps(whole) for p in a.content)]
        outside = [a for a in sharers if not any(c.overlaps(whole) for c in a.cue)]
        last = doc.sentence_at(max(whole.start, whole.end - 2))
        homes = [a for a in outside if whole.end <= a.cue[0].start < max(last.end, whole.end + 1)]
        if len(outside) < 2 or len(homes) != 1:
            continue
        home = homes[0]
        for one in outside:
            rest = [p for p in one.content if not p.overlaps(whole)]
            if one is home:
                one.content = sorted([*rest, whole])
            elif rest:
                one.content = rest
            else:
                silent[id(one)] = home
    for one in made:
        one.carried_from = silent.get(id(one.carried_from), one.carried_from)
    return [one for one in made if id(one) not in silent]


def _is_apart(doc: Doc, one: Attribution, piece: Span) -> bool:
    """Tell whether a piece is a quotation that begins a sentence in which none of its attribution's cues stands."""
    quotation = doc.quotation_at(piece.start)
    if quotation is None or quotation.is_single:
        return False
    first, last = doc.sentence_at(piece.start), doc.sentence_at(max(piece.start, piece.end - 2))
    begins = piece.start - first.start <= 1
    return begins and not any(first.start <= cue.start < last.end for cue in one.cue)


def _own_speaker(doc: Doc, made: list[Attribution], piece: Span, one: Attribution) -> Attribution | None:
    """Give the attribution of the cue that follows a quotation in its sentence, a new one where the head passed it over."""
    sentence = doc.sentence_at(max(piece.start, piece.end - 2))
    words = piece.of(doc.text)
    if not _ENDS_IN_COMMA.search(words) and doc.text[piece.end : piece.end + 1] != ",":
        return None
    for other in made:
        if other is not one and any(piece.end <= cue.start < sentence.end for cue in other.cue):
            return other
    found = _SAYING.search(doc.text, piece.end, min(sentence.end, piece.end + LONGEST_SUBJECT))
    if found is None or doc.quotation_at(found.start()) is not None:
        return None
    cue = Span(found.start(), found.end())
    source = _before(doc, piece, cue) or subject_of_cue(doc, cue)
    if source is None or source.overlaps(piece):
        return None
    return Attribution([source], [cue], [piece], 0.5 * one.confidence, BY)


def _before(doc: Doc, piece: Span, cue: Span) -> Span | None:
    """Give what stands between a quotation and the verb, where nothing of it is a verb: the subject."""
    between = doc.text[piece.end : cue.start]
    start = piece.end + len(between) - len(between.lstrip(" ,\n"))
    if start >= cue.start - 1:
        return None
    span = Span(start, cue.start - (len(between) - len(between.rstrip(" ,"))))
    inside = doc.tokens_in(span)
    if not inside or any(doc.pos[i] in ("VERB", "AUX") for i in inside):
        return None
    return span


def _goes_on(doc: Doc, made: list[Attribution], piece: Span, one: Attribution) -> Attribution | None:
    """Give the attribution right before a quotation, where it ends in "“…,” A said." and nobody else is named until the quotation."""
    before = [a for a in made if a is not one and a.cue and a.source and a.outer is None and a.extent.end <= piece.start]
    if not before or piece.start > one.cue[0].start:
        return None
    last = max(before, key=lambda a: a.extent.end)
    gap = doc.text[last.extent.end : piece.start]
    closes = last.cue[-1].start > last.content[-1].end and doc.quotation_at(last.content[-1].start) is not None
    if not closes or len(gap) > LONGEST_TAIL or _is_new_sentence_in(gap):
        return None
    if doc.paragraph_number(piece.start) != doc.paragraph_number(last.cue[0].start):
        return None
    return last


def _is_new_sentence_in(gap: str) -> bool:
    """Tell whether other words than the end of the speaker's sentence stand between ("said on Monday. The road is shut.")."""
    ends = re.findall(r"[.!?](?=\s|$)", gap)
    return len(ends) != 1 or not gap.rstrip().endswith((".", "!", "?"))
