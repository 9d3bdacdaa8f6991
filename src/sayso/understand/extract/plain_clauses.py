"""Plain clauses of a strong verb that the head passed over: "Canada promised 200 generators", "NAME accused Y of shelling Z", "they want to leave the pact".

Only in sentences without any attribution, only verbs and fixed phrases whose act says what is done with the words, only with a subject right before
that is a name or a pronoun. What somebody wanted once is his story and not found.
"""

from __future__ import annotations

import re

from ...findings.statement import Act
from ...lexicons import Row
from ...span import Span
from ..doc import Doc
from ..phrases import noun_phrase_before
from .attribution import Attribution
from .cues import phrase_begun, verbs

BY = "rule:plain_clauses/1"
_ACTS = {Act.ACCUSE, Act.DENY, Act.DEMAND, Act.PROMISE, Act.THREATEN, Act.WARN, Act.PRAISE}
_PHRASE_ACTS = {*_ACTS, Act.DOUBT}
_WANTS = frozenset(("want", "wants"))
_SUBJECTS = frozenset(("he", "she", "they"))
# "What they want **from** the talks" has its object elsewhere.
_NO_OBJECT = frozenset(("from", "of", "in", "for", "with", "out", "is", "and", "or"))
_HIS = frozenset(("his", "her", "their", "your"))
# "put the number of dead at 22" gives a number; "put the bag at the door" does not.
_PUT_AT = re.compile(
    r"\s(?:the|its|their|his|her) [^.;:“”\"]{2,80}? at (?:[^.;:“”\"]{1,30}? )?(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|millions)\b)"
)
# Verbs of these acts that as often tell a deed: "blasted the bridge", "challenged the ship", "sought shelter", "offered a lift".
_DEEDS = {
    "blast",
    "slam",
    "charge",
    "order",
    "seek",
    "offer",
    "object",
    "commit",
    "undertake",
    "guarantee",
    "propose",
    "reject",
    "dismiss",
    "press for",
    "appeal",
    "protest",
    "pressed",
    "appreciate",
    "mock",
    "salute",
    "hail",
    "commend",
    "prohibit",
    "forbid",
    "alert",
}
_END = re.compile(r"[.;:!?](?=\s|$)|,? (?:but|while|after|before|as|when)\b|$")


def plain_clauses(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Add the plain clauses of sentences in which nothing was found."""
    taken = {doc.sentence_number(piece.start) for one in made for piece in (*one.cue, *one.content, *one.source)}
    found = list(made)
    for number, sentence in enumerate(doc.sentences):
        if number not in taken and (one := _clause(doc, sentence)) is not None:
            found.append(one)
    return sorted(found, key=lambda a: a.anchor)


def _clause(doc: Doc, sentence: Span) -> Attribution | None:
    for index in doc.tokens_in(sentence)[:20]:
        if doc.pos[index] != "VERB" and doc.low(index) not in _WANTS:
            continue
        told = _cue(doc, index, sentence)
        if told is None:
            continue
        cue, is_number = told
        source = noun_phrase_before(doc, cue.start, floor=sentence.start)
        if source is None or doc.text[source.end : cue.start].strip() or doc.quotation_at(cue.start) is not None:
            return None
        if not is_number and not _may_speak(doc, source):
            return None
        end = _END.search(doc.text, cue.end + 1, sentence.end)
        stop = end.start() if end else sentence.end
        words = doc.text[cue.end : stop]
        start = cue.end + len(words) - len(words.lstrip())
        return Attribution([source], [cue], [Span(start, stop)], 0.5, BY) if stop - start > 4 else None
    return None


def _cue(doc: Doc, index: int, sentence: Span) -> tuple[Span, bool] | None:
    """Give the verb, or the phrase it begins, where its act says what is done with the words; and whether it only gives a number."""
    token = doc.tokens[index]
    phrase = phrase_begun(doc.text[token.start : min(sentence.end, token.start + 60)])
    if phrase is not None and phrase[1]["act"] in _PHRASE_ACTS and " " in phrase[0]:
        return Span(token.start, token.start + len(phrase[0])), False
    row: Row | None = verbs().get(doc.low(index))
    if row is None:
        return None
    is_number = row["word"] == "put" and _PUT_AT.match(doc.text, token.end, sentence.end) is not None
    is_strong = row["act"] in _ACTS and row["word"] not in _DEEDS
    is_wanted = doc.low(index) in _WANTS and index + 1 < len(doc.tokens) and doc.low(index + 1) not in _NO_OBJECT
    return (token, is_number) if is_number or is_strong or is_wanted else None


def _may_speak(doc: Doc, source: Span) -> bool:
    """Tell whether a subject is a name or a pronoun: "Lima", "they", not "the storm", nor "his Eminence", who was named before."""
    words = doc.tokens_in(source)
    if any(doc.pos[i] == "PROPN" for i in words):
        return doc.low(words[0]) not in _HIS
    return len(words) == 1 and doc.low(words[0]) in _SUBJECTS
