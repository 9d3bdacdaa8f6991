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
_BY_AFTER = re.compile(rf"{_QUOTED}{_DAY} by {_WHO}{_DAY},? (?P<saying>as saying)\b")
_BY_LAST = re.compile(rf"{_QUOTED} (?P<saying>as saying){_DAY} by {_WHO}{_DAY}(?=[.,;:“\"]| that\b|$)")
_NAMED_WITH = re.compile(r",? (?P<quoted>quoted|cited|interviewed) by (?P<who>[^,;:.!?“”\"]{3,70}),?")
_QUOTING = re.compile(rf"\b(?P<quoted>quot(?:ed|es|ing)|cit(?:ed|es)){_DAY} (?!by\b){_WHO}{_DAY} (?P<saying>as saying)\b")
_LEAD = re.compile(r"[\s,:]*(?:that\s)?")


def quoted_by(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Put two levels in the place of what was made of such words; where none can be told from the words, all stays."""
    is_hinted = "as saying" in doc.text  # all of them have it
    for pattern, make in ((_BY_AFTER, _pair), (_BY_LAST, _pair), (_QUOTING, _active_pair)) if is_hinted else ():
        for match in pattern.finditer(doc.text):
            pair = make(doc, made, match)
            if pair is not None:
                area = Span(*match.span())
                made = [a for a in made if not any(cue.overlaps(area) for cue in a.cue) and a.content != pair[1].content]
                made += pair
    return made + [outer for one in made if (outer := _outlet_of(doc, one)) is not None]


def _outlet_of(doc: Doc, one: Attribution) -> Attribution | None:
    """Take the outlet from "a nurse **quoted by Radio Lenk** said …", where the nurse speaks, and give its attribution of the whole."""
    if len(one.source) != 1 or not one.cue or one.outer is not None or one.cue[0].start < one.source[0].end:
        return None
    sentence, source = doc.sentence_at(one.cue[0].start), one.source[0]
    match = _NAMED_WITH.search(doc.text, sentence.start, source.end)
    if match is None or match.end() != source.end or match.start() > source.end or doc.quotation_at(match.start()) is not None:
        return None
    who = noun_phrase_before(doc, match.start(), floor=sentence.start)
    outlet, words = Span(*match.span("who")), one.content
    if who is None or any(who.overlaps(c) or outlet.overlaps(c) for c in words) or one.cue[0].start - source.end > 2:
        return None
    one.source = [who]
    rest = [who, Span(one.cue[0].start, words[-1].end)] if words[0].start >= one.cue[0].end else [*words, who, one.cue[0]]
    one.outer = Attribution([outlet], [Span(*match.span("quoted"))], rest, 0.8 * one.confidence, BY)
    return one.outer


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
