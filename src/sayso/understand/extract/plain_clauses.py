"""Plain clauses of a strong verb that the head passed over: "Canada promised 200 generators", "NAME accused Y of shelling Z".

Only in sentences without any attribution, only verbs whose act says what is done with the words, only with a named subject right before.
"""

from __future__ import annotations

import re

from ...findings.statement import Act
from ...span import Span
from ..doc import Doc
from ..phrases import noun_phrase_before
from .attribution import Attribution
from .cues import verbs

BY = "rule:plain_clauses/1"
_ACTS = {Act.ACCUSE, Act.DENY, Act.DEMAND, Act.PROMISE, Act.THREATEN, Act.WARN}
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
        row = verbs().get(doc.low(index))
        if row is None or doc.pos[index] != "VERB":
            continue
        is_number = row["word"] == "put" and _PUT_AT.match(doc.text, doc.tokens[index].end, sentence.end) is not None
        if not is_number and (row["act"] not in _ACTS or row["word"] in _DEEDS):
            continue
        cue = doc.tokens[index]
        source = noun_phrase_before(doc, cue.start, floor=sentence.start)
        if source is None or doc.text[source.end : cue.start].strip() or doc.quotation_at(cue.start) is not None:
            return None
        if not is_number and not any(doc.pos[i] == "PROPN" for i in doc.tokens_in(source)):
            return None
        end = _END.search(doc.text, cue.end + 1, sentence.end)
        stop = end.start() if end else sentence.end
        words = doc.text[cue.end : stop]
        start = cue.end + len(words) - len(words.lstrip())
        return Attribution([source], [cue], [Span(start, stop)], 0.5, BY) if stop - start > 4 else None
    return None
