"""Whose number it is, told without a verb of saying: "Monitors counted 26 arrests; the ministry spoke of 14", "a source puts the toll at 11".

    SOURCE counted NUMBER        SOURCE spoke of NUMBER        SOURCE puts the number, toll, cost … at NUMBER
What the head or another rule found there stays as it is. Shops that count their coins and men who speak of a war give no number.
"""

from __future__ import annotations

import re

from ...findings.statement import Act
from ...span import Span, SpanSet
from ..doc import Doc
from ..phrases import noun_phrase_before
from .attribution import Attribution

BY = "rule:reckoned/1"
CONFIDENCE = 0.7
_NUMBER = (
    r"(?:(?:at least|at most|more than|fewer than|less than|up to|about|some|nearly|almost|around|roughly|over|only|just) )?"
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|dozens|scores|hundreds|thousands|tens of thousands)\b"
)
_TALLIED = r"(?:number|toll|death toll|total|count|figure|cost|damage|losses|dead|injured|wounded|bill|price|turnout)"
# What is counted to be told, not coins or sheep.
_NEWS = (
    r"(?:dead|deaths?|killed|killings?|bodies|corpses|victims|casualties|wounded|injured|arrests?|arrested|detentions|detainees|detained|missing|cases|attacks|strikes|raids|"
    r"blasts|explosions|incidents|violations|breaches|incursions|sorties|drones|missiles|rockets|shells|tanks|vehicles|ships|vessels|aircraft|soldiers|troops|fighters|people|"
    r"protesters|demonstrators|refugees|families|graves|clashes|abductions|hostages|civilians|women|children)"
)
_REST = r"(?P<words>" + _NUMBER + r"[^.,;:()“”\"–—]*)"
# Each behind what must stand in the sentence: seldom there, and found in no time.
_PATTERNS = (
    ("counted", re.compile(r"\b(?P<cue>(?:has |have |had )?counted) (?=[^.,;]{0,60}?\b" + _NEWS + r"\b)" + _REST)),
    (" of ", re.compile(r"\b(?P<cue>(?:speaks?|spoke|has spoken|have spoken|had spoken|talks?|talked) of) " + _REST)),
    ("put", re.compile(
        r"\b(?P<cue>(?:has |have |had )?puts?) (?P<words>(?:the |its |their |his |her )(?:\w+ ){0,2}?" + _TALLIED
        + r"\b[^.,;:()“”\"–—]{0,60}? at " + _NUMBER + r"[^.,;:()“”\"–—]*)"
    )),
)  # fmt: skip
_ADVERB = re.compile(r"(?: (?:now|first|later|also|then|initially|meanwhile|so far|itself|alone))+$")
# Who is not told here, and nobody, who counted nothing.
_NO_SOURCE = re.compile(r"(?:it|he|she|they|we|i|you|that|which|who|nobody|no one|none(?: of .*)?|no .*)$", re.IGNORECASE)
_CLAUSE = re.compile(r" (?:and|but|while|when|after|before|as|who|which|although|though|because)\b.*")


def reckoned(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Add the numbers that somebody counts, speaks of or puts, where no attribution holds them yet."""
    taken = SpanSet(piece for one in made for piece in (*one.cue, *one.content))
    added = []
    for sentence in doc.sentences:
        for hint, pattern in _PATTERNS:
            if doc.text.find(hint, *sentence) < 0:
                continue
            for match in pattern.finditer(doc.text, sentence.start, sentence.end):
                cue = Span(*match.span("cue"))
                one = _attribution(doc, sentence, match, cue)
                if one is not None and not taken.touching(cue) and not taken.touching(one.content[0]):
                    added.append(one)
                    taken.add(cue)
    return sorted([*made, *added], key=lambda one: one.anchor) if added else made


def _attribution(doc: Doc, sentence: Span, match: re.Match[str], cue: Span) -> Attribution | None:
    adverb = _ADVERB.search(doc.text[sentence.start : cue.start].rstrip())
    end = sentence.start + adverb.start() if adverb is not None else cue.start
    source = noun_phrase_before(doc, end, floor=sentence.start)
    if source is None or _NO_SOURCE.fullmatch(source.of(doc.text)) or doc.quotation_at(cue.start) is not None:
        return None
    words = _CLAUSE.sub("", match["words"]).rstrip()
    content = Span(match.start("words"), match.start("words") + len(words))
    act = Act.ESTIMATE if "put" in match["cue"] else Act.ASSERT
    return Attribution([source], [cue], [content], CONFIDENCE, BY, act=act)
