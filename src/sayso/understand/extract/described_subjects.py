"""Whom "he said" means after a sentence about somebody without a name: "The boat's skipper, 61, was calm. … he said" → the skipper.

The sentence right before, quotations left out, opens with a noun for one person and names nobody; then he is whom the next sentence goes on about.
"""

from __future__ import annotations

import re

from ...findings.actor import ActorKind
from ...span import Span
from ..chains.words import nouns_of_people
from ..doc import Doc
from ..known.offices import office_word
from ..phrases import noun_phrase_after
from .cast import Cast
from .cues import verbs

_OPENING = re.compile(r"\s*(?:the|an?|his|her|its|their|[A-Z][\w.]*(?:’s|'s))\s", re.IGNORECASE)
# "The skipper, 61, was calm", "The cook, who was there, smiled".
_OF_A_PERSON = re.compile(r",? (?:\d{2}\b|who\b|aged \d)")
_ADDING = re.compile(r" (?:also |then |later )?(?:added|adds|went on|continued|continues|concluded|concludes)\b")
_WOMAN = re.compile(r"(?:woman|mother|sister|widow|wife|daughter|girl|aunt|nun|queen)$", re.IGNORECASE)
_MAN = re.compile(r"(?<!wo)man$|(?:father|brother|widower|husband|son|boy|uncle|monk|king)$", re.IGNORECASE)


def described_subject(doc: Doc, cast: Cast, pronoun: Span) -> Span | None:
    """Give the words for the unnamed person that the sentence before a he or she is about, None where it is about another or nobody."""
    here = doc.sentence_at(pronoun.start)
    before = _sentence_before(doc, here)
    if before is None or _goes_on(doc, before, pronoun) or _OPENING.match(doc.text, before.start, before.end) is None:
        return None
    phrase = noun_phrase_after(doc, before.start, ceiling=before.end)
    if phrase is None or doc.text[before.start : phrase.start].strip():
        return None
    people = [(m, p) for m, p in cast.named_in(Span(before.start, pronoun.start)) if p.kind is ActorKind.PERSON]
    if any(p.family or not phrase.covers(m) for m, p in people):
        return None
    noun = phrase.of(doc.text).rsplit(" ", 1)[-1].lower()
    is_known = noun in nouns_of_people() or office_word(noun) is not None
    if not is_known and _OF_A_PERSON.match(doc.text, phrase.end, before.end) is None:
        return None
    other = _MAN if pronoun.of(doc.text).lower() == "she" else _WOMAN
    return None if other.search(noun) or not _is_subject(doc, phrase) else phrase


def _goes_on(doc: Doc, before: Span, pronoun: Span) -> bool:
    """Tell whether he or she adds to what was said though nobody speaks in the sentence right before: whoever that is about did not begin."""
    is_next = doc.sentence_number(before.start) + 1 == doc.sentence_number(pronoun.start)
    said = any(doc.low(i) in verbs() for i in doc.tokens_in(before))
    return is_next and not said and _ADDING.match(doc.text, pronoun.end) is not None


def _sentence_before(doc: Doc, here: Span) -> Span | None:
    """Give the nearest sentence before, of the same paragraph, that is told and not quoted."""
    for number in range(doc.sentence_number(here.start) - 1, -1, -1):
        one = doc.sentences[number]
        if "\n\n" in doc.text[one.end : here.start]:
            return None
        if doc.quotation_at(one.start) is None and doc.text[one.start : one.start + 1] not in "“\"‘'":
            return one
    return None


def _is_subject(doc: Doc, phrase: Span) -> bool:
    """Tell whether a verb, or an insertion between commas, follows a phrase."""
    at = doc.tokens_in(phrase).stop
    while at < len(doc.pos) and doc.pos[at] == "ADV":
        at += 1
    return at < len(doc.pos) and (doc.pos[at] in ("VERB", "AUX") or doc.word(at) == ",")
