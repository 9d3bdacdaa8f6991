"""Words a writer puts in a mouth: "the implicit message from X being: …". Their patterns are rows of lexicons/en/imputation.yml.

Such words are nobody's statement: they are taken out of every attribution the head made of them.
"""

from __future__ import annotations

import re
from functools import cache

from ...lexicons import entries
from ...span import Span
from ..doc import Doc
from ..lowering import lowered
from .attribution import Attribution

BY = "rule:imputed_speech/1"
# Most characters between the pattern and the words: a colon, a comma, a dash, a blank, "that".
_BRIDGE = re.compile(r"[\s:,—–-]*(?:that\s+)?")
_SHORT_CLAUSE = re.compile(r"(?:\s[\w’'-]+){1,4}\s*:\s*")
_MESSAGE_WORD = re.compile(r"message|signal|saying|say|said|telling|meaning|subtext|threat|warning|implication|takeaway|asking")


# Before any words of a mouth's owner the rest is looked for: a pattern that may begin anywhere is tried at every word.
_ANYBODY = "(?P<who>[^,:;]{2,60}?)"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Give of each row what must stand in the words, and the whole."""
    rows = [row["word"] for row in entries("en/imputation")]
    return tuple((re.compile(word.removeprefix(_ANYBODY)), re.compile(rf"\b{word}(?=\W|$)")) for word in rows)


def imputed(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Give the attributions with imputed words set apart; order by place in the text."""
    kept = list(made)
    for sentence in doc.sentences:
        words = sentence.of(doc.text)
        flat = lowered(words)
        if not _MESSAGE_WORD.search(flat):
            continue
        for rest, pattern in _patterns():
            match = pattern.search(flat) if rest.search(flat) else None
            if match and (one := _imputation(doc, sentence, match)) is not None:
                kept = _taken_out(kept, one.content) + [one]
                break
    return sorted(kept, key=lambda a: a.anchor)


def _imputation(doc: Doc, sentence: Span, match: re.Match[str]) -> Attribution | None:
    start = sentence.start + match.end()
    bridge = _BRIDGE.match(doc.text, start)
    begin = bridge.end() if bridge else start
    if doc.quotation_at(begin) is None and ":" not in doc.text[start:begin] and (clause := _SHORT_CLAUSE.match(doc.text, start)):
        begin = clause.end()  # "the message from X is a simple one: …"
    quotation = doc.quotation_at(begin)
    if quotation is None and ":" not in doc.text[start:begin]:
        return None
    content = quotation.span if quotation is not None else Span(begin, sentence.end)
    if content.start >= content.end:
        return None
    source = []
    if "who" in match.groupdict() and match.group("who"):
        source = [Span(sentence.start + match.start("who"), sentence.start + match.end("who"))]
    cue = _cue_around(doc, sentence, match, source)
    return Attribution(source, cue, [content], 0.9, BY, is_imputed=True)


def _cue_around(doc: Doc, sentence: Span, match: re.Match[str], source: list[Span]) -> list[Span]:
    whole = Span(sentence.start + match.start(), sentence.start + match.end())
    if not source:
        return [whole]
    parts = [Span(whole.start, source[0].start), Span(source[0].end, whole.end)]
    trimmed = [_trimmed(doc, p) for p in parts if p.end - p.start > 3]
    return trimmed[:1] or [whole]


def _trimmed(doc: Doc, span: Span) -> Span:
    words = span.of(doc.text)
    left = len(words) - len(words.lstrip())
    return Span(span.start + left, span.start + len(words.rstrip()))


def _taken_out(made: list[Attribution], content: list[Span]) -> list[Attribution]:
    for one in made:
        one.content = [piece for piece in one.content if not any(piece.overlaps(c) for c in content)]
    return [one for one in made if one.content]
