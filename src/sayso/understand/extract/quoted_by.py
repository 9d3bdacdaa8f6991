"""Words that somebody is quoted with by another: "the pilot **was quoted by state radio as saying** …" has two levels.

The outer is whoever quotes, its words are the whole; the inner is whoever is quoted.
"""

from __future__ import annotations

import re

from ...span import Span, hull
from ..doc import Doc
from ..phrases import noun_phrase_before
from .attribution import Attribution

BY = "rule:quoted_by/1"
_DAY = r"(?: (?:on |late |early )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today))?"
_WHO = r"(?P<who>[^,;:.!?“”\"]{3,70}?)"
_QUOTED = r"\b(?P<quoted>(?:was|were|is|are|(?:has|have|had|having) been|being) (?:also |later |earlier )?(?:quoted|cited))"
_PATTERNS = (
    re.compile(rf"{_QUOTED}{_DAY} by {_WHO}{_DAY},? (?P<saying>as saying)\b"),
    re.compile(rf"{_QUOTED} (?P<saying>as saying){_DAY} by {_WHO}{_DAY}(?=[.,;:“\"]| that\b|$)"),
)
_QUOTING = re.compile(rf"\b(?P<quoted>quot(?:ed|es|ing)|cit(?:ed|es)){_DAY} (?!by\b){_WHO}{_DAY} (?P<saying>as saying)\b")
_LEAD = re.compile(r"[\s,:]*(?:that\s)?")


def quoted_by(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Put two levels in the place of what was made of such words; where none can be told from the words, all stays."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(doc.text):
            pair = _pair(doc, made, match)
            if pair is not None:
                area = Span(*match.span())
                made = [a for a in made if not any(cue.overlaps(area) for cue in a.cue) and a.content != pair[1].content]
                made += pair
    for match in _QUOTING.finditer(doc.text):
        active = _active_pair(doc, made, match)
        if active is not None:
            area = Span(*match.span())
            made = [a for a in made if not any(cue.overlaps(area) for cue in a.cue) and a.content != active[1].content]
            made += active
    return made


def _active_pair(doc: Doc, made: list[Attribution], match: re.Match[str]) -> tuple[Attribution, Attribution] | None:
    """Give the outer and the inner attribution of "state radio **quoted** the pilot **as saying** …"."""
    area, saying, who = Span(*match.span()), Span(*match.span("saying")), Span(*match.span("who"))
    sentence = doc.sentence_at(area.start)
    near = [a for a in made if any(cue.overlaps(area) for cue in a.cue)]
    words = _words(doc, made, area, sentence)
    outlet = next((a.source[0] for a in near if a.source and a.source[-1].end <= area.start), None)
    outlet = outlet or noun_phrase_before(doc, area.start, floor=sentence.start)
    if outlet is None or not words or doc.quotation_at(area.start) is not None:
        return None
    rest = [Span(who.start, words[-1].end)] if words[0].start >= area.end else [*words, Span(who.start, saying.end)]
    outer = Attribution([outlet], [Span(*match.span("quoted"))], rest, 0.8, BY)
    return outer, Attribution([who], [saying], words, 0.8, BY, outer=outer)


def _pair(doc: Doc, made: list[Attribution], match: re.Match[str]) -> tuple[Attribution, Attribution] | None:
    """Give the outer and the inner attribution."""
    area, saying = Span(*match.span()), Span(*match.span("saying"))
    sentence = doc.sentence_at(area.start)
    quoted = noun_phrase_before(doc, area.start, floor=sentence.start)
    words = _words(doc, made, area, sentence)
    if quoted is None or not words or doc.quotation_at(area.start) is not None:
        return None
    who = Span(*match.span("who"))
    is_after = words[0].start >= area.end
    whole = [quoted, Span(saying.start, words[-1].end)] if is_after else [hull([*words, quoted]), saying]
    outer = Attribution([who], [Span(*match.span("quoted"))], whole, 0.8, BY)
    return outer, Attribution([quoted], [saying], words, 0.8, BY, outer=outer)


def _words(doc: Doc, made: list[Attribution], area: Span, sentence: Span) -> list[Span]:
    """Give the words quoted: what an attribution with such a cue was given outside it, else the rest of the sentence."""
    near = [a for a in made if any(cue.overlaps(area) for cue in a.cue)]
    found = [p for a in near for p in a.content if not p.overlaps(area) and (p.start >= area.end or doc.quotations_in(p))]
    if found:
        return sorted(set(found))
    start = _LEAD.match(doc.text, area.end).end()  # type: ignore[union-attr]
    end = sentence.end - (doc.text[sentence.end - 1] == ".")
    return [Span(start, end)] if end - start > 2 else []
