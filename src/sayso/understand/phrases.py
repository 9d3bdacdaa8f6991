"""Noun phrases next to a place, and the subject of a sentence, from parts of speech alone. A Doc in, spans out.

A stand-in for a parser: right on plain subject–verb–object clauses of news, silent (None) where it is not sure.
"""

from __future__ import annotations

import re

from ..span import Span
from .doc import Doc

# Words a noun phrase may have here, and words looked through for a subject: longer ones are lists, not sources.
LONGEST_PHRASE = 40
LONGEST_CLAUSE = 80
_NOMINAL = {"PROPN", "NOUN", "ADJ", "NUM", "PRON", "DET", "X", "SYM"}
_HEADS = {"PROPN", "NOUN", "PRON"}
# Words that begin another clause or phrase, whatever tag the head gives them.
_STOPS = {
    "that",
    "which",
    "who",
    "whom",
    "whose",
    "what",
    "when",
    "where",
    "why",
    "how",
    "if",
    "because",
    "while",
    "as",
    "but",
    "there",
}


def _is_glue(doc: Doc, index: int) -> bool:
    """Tell marks inside a word or name (U.S., vice-foreign, Korea's) from marks between phrases."""
    tokens, text = doc.tokens, doc.text
    word = tokens[index].of(text)
    before = index > 0 and tokens[index - 1].end == tokens[index].start
    after = index + 1 < len(tokens) and tokens[index].end == tokens[index + 1].start
    if word in ("-", "’", "'", "&", "/"):
        return before
    if before and after and doc.word(index - 1) == "-" == doc.word(index + 1):
        return True  # "commander-in-chief"
    if word == "s":
        return index > 0 and tokens[index - 1].of(text) in ("’", "'")
    if word == ".":
        initial = before and tokens[index - 1].end - tokens[index - 1].start <= 4 and doc.word(index - 1)[0].isupper()
        return before and (after or (initial and not _ends_sentence(doc, index)))
    return word in ("“", "”", '"') and (before or after)


def _ends_sentence(doc: Doc, index: int) -> bool:
    """Tell whether a full stop is the last mark of its sentence, and of no abbreviation with dots inside: "told the BBC.", not "in the U.S."."""
    end = doc.tokens[index].end
    rest = doc.text[end : doc.sentence_at(doc.tokens[index].start).end]
    return len(doc.word(index - 1)) > 1 and not any(map(str.isalnum, rest))


# The short name of a body in brackets behind it.
_SHORT = re.compile(r"\s\((?=[^)]*[A-Z0-9][^)]*[A-Z0-9])[A-Z][A-Z0-9&.-]{1,9}s?\)(?P<end>\s*)$")
_LONGEST_SHORT = 16


def noun_phrase_before(doc: Doc, offset: int, *, floor: int = 0) -> Span | None:
    """Give the noun phrase that ends right before the character, None where none does.

    Args:
        floor: character it may not begin before.
    """
    if offset <= floor:
        return None
    if (short := _SHORT.search(doc.text, max(floor, offset - _LONGEST_SHORT), offset)) is not None:
        outer = noun_phrase_before(doc, short.start(), floor=floor)
        return Span(outer.start, short.start("end")) if outer is not None else None
    return _phrase_before(doc, offset, floor)


def _phrase_before(doc: Doc, offset: int, floor: int) -> Span | None:
    end = doc.tokens_in(Span(floor, offset)).stop
    if end and doc.tokens[end - 1].end > offset:  # a word that the character stands within
        end -= 1
    first = end
    has_head = False
    while first > 0 and doc.tokens[first - 1].start >= floor and end - first < LONGEST_PHRASE:
        index = first - 1
        word, tag = doc.low(index), doc.pos[index]
        if word in _STOPS and word not in ("that",):
            break
        if tag in _NOMINAL or _is_glue(doc, index) or (tag in ("VERB", "INTJ", "ADV") and word != doc.word(index) and has_head):
            has_head = has_head or tag in _HEADS
            first = index
            if tag == "DET" and word in ("the", "a", "an", "this", "these", "those"):
                joined = doc.low(index - 1) if index > 1 else ""
                if (joined == "of" and doc.pos[index - 2] in _HEADS) or (joined == "for" and doc.pos[index - 2] == "NOUN"):
                    continue
                break
            continue
        if word in ("of", "for") and has_head and index and doc.pos[index - 1] in ("NOUN", "PROPN"):
            first = index
            continue
        if tag == "PART" and word in ("’", "'", "'s", "’s", "s"):
            first = index
            continue
        break
    while first < end and (doc.word(first) in ("’", "'", "s", "of", "for", ".", "-", "”") or doc.pos[first] == "PUNCT"):
        first += 1
    if first >= end or not has_head:
        return None
    return Span(doc.tokens[first].start, doc.tokens[end - 1].end)


def noun_phrase_after(doc: Doc, offset: int, *, ceiling: int) -> Span | None:
    """Give the noun phrase that begins at the first word from the character on, None where none does."""
    tokens = doc.tokens_in(Span(offset, max(offset + 1, ceiling)))[:LONGEST_PHRASE]
    last = None
    seen_head = False
    for index in tokens:
        word, tag = doc.low(index), doc.pos[index]
        if word in _STOPS:
            break
        if tag == "DET" and seen_head:
            break
        if tag in _NOMINAL:
            if tag == "PRON" and (seen_head or word in ("he", "she", "they", "it", "we", "i", "you")):
                if last is None:
                    return doc.tokens[index]
                break
            seen_head = seen_head or tag in _HEADS
            last = index
        elif (_is_glue(doc, index) or tag == "PART") and last is not None:
            if word not in (".",) or doc.tokens[index].end - doc.tokens[last].start <= 4:
                last = index if word == "." or seen_head is False else last
        else:
            break
    first = tokens.start
    if last is None or not seen_head:
        return None
    return Span(doc.tokens[first].start, doc.tokens[last].end)


def subject_of(doc: Doc, sentence: Span, *, before: int | None = None) -> Span | None:
    """Give the noun phrase before the first finite verb of the sentence (or of its part before the character)."""
    limit = before if before is not None else sentence.end
    for index in doc.tokens_in(Span(sentence.start, max(sentence.start + 1, limit)))[:LONGEST_CLAUSE]:
        if doc.pos[index] in ("VERB", "AUX") and doc.low(index) not in ("to",):
            found = noun_phrase_before(doc, doc.tokens[index].start, floor=sentence.start)
            if found is not None:
                return _without_time(doc, found)
    return None


_TIME_WORDS = {
    "week",
    "month",
    "year",
    "today",
    "yesterday",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "morning",
    "evening",
    "night",
    "earlier",
    "later",
}


def _without_time(doc: Doc, span: Span) -> Span:
    """Drop a leading adverbial of time ("This week South Korea")."""
    tokens = list(doc.tokens_in(span))
    for place, index in enumerate(tokens[:4]):
        if doc.low(index) in _TIME_WORDS and place + 1 < len(tokens):
            return Span(doc.tokens[tokens[place + 1]].start, span.end)
    return span
