"""Numbers that tell nothing of how many: "one of the worst days", "the two countries", "for the first time". A text and a quantity in.

They are read as quantities, since other numbers are understood by them, and are no figures. Cases: tests/understand/extract/test_figure_idle.py.
"""

from __future__ import annotations

import re

from ...findings.figure import FigureKind
from ..numbers.quantities import Quantity
from ..numbers.word_lists import words_of

_REACH = 40
_AMONG_MOST = re.compile(
    r"one of (?:[\w’'-]+ ){1,4}?(?:most|least|best|worst|leading|main|major|key|top|chief|central|principal|(?!west|east|rest|nest|guest|forest|protest|interest|arrest|request|priest|conquest|harvest|honest)[a-z]{2,}est)\b",
    re.IGNORECASE,
)
# Before "one of the …": it says what something is, or where; not that one of them did or suffered something.
_IS_ONE = re.compile(
    r"(?:[,–—(]\s*|\b(?:is|was|are|were|be|been|being|isn['’]t|wasn['’]t|as|becom\w+|became|remain\w*|considered|called|named"
    r"|in|at|to|from|on|by|with|for|under|through|against|near|into|about|over|after|before|during|inside|outside|like|via)\s+(?:\w+ly |also |still |now |just |only |but |perhaps )?)$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"one of (?:them|these|those|us|you|whom|which)\b(?! (?:an?|the|aged|who|that|\w+ed(?! (?:an?|the|it|its|them|him|her|his|their)\b))\b)",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"one of (?!them\b|these\b|us\b|you\b|whom\b|which\b)[\w’']", re.IGNORECASE)
_SPEAKS = re.compile(
    r"(?: who [^.;,]{2,60}|,[^.;,]{2,60},)?,? (?:(?:has|have|had) )?(?:also |later |then |even )?(?:said|says|told|tells|described|recalled|recounted|added|claimed"
    r"|explained|asked|wrote|put it|noted|remembered|complained|tweeted|posted|commented|warned|argued|insisted|suggested|joked)\b"
)
# What becomes of one of them, before or behind: "one of the guards was killed", "shot one of the guards", "only one of the bridges".
_SUFFERS = re.compile(
    r"\b(?:die[ds]?|killed|wounded|injured|hurt|drowned|perished|survived|escaped|arrested|detained|shot|freed|released|captured|missing|dead|sank|sunk|crashed|exploded|collapsed"
    r"|burned|burnt|destroyed|damaged|hit|seized|held|hold|lost|rescued|closed|hanged|executed|hijacked|resigned|defected|fled|jailed|sentenced|charged|convicted|acquitted|expelled|extradited|deported)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?:only|just|least|killed|killing|shot|shooting|wounded|injured|lost|hit|struck|destroyed|damaged|sank|sunk|seized|freed|released|arrested|hold|holds|held|captured|hanged|executed|extradited|deported|expelled) $",
    re.IGNORECASE,
)
_HERE = re.compile(r"\b(?:in|at|on|near|into|under) (?:just |only |at least )?$", re.IGNORECASE)
_ANOTHER = re.compile(r"[^.;\n]{0,120}\b(?:another|the other)\b")
_KNOWN_PAIR = re.compile(r"\b(?:the|these|those|both|our|their) (?:of the )?two$", re.IGNORECASE)
_PAIRED = re.compile(
    r"(?:[\w-]+ )?(?:countries|nations|sides|neighbou?rs|governments|capitals|leaders|presidents|powers|allies|rivals|states|parties|peoples)"
)
_KNOWN = re.compile(r"\b(?:the|these|those) $", re.IGNORECASE)
# A length of time that only says when: "in the past four years", "three weeks later".
_WHEN_BEFORE = re.compile(
    r"(?<!for )\b(?:the|its|his|her|their|our|these|this|those|in|over|during|within|of|at) (?:past|last|next|previous|preceding|following|coming|first|final|early|opening) (?:full )?$",
    re.IGNORECASE,
)
_WHEN_AFTER = re.compile(r" (?:ago|later|earlier|before|after|beforehand|afterwards?|hence|prior|on(?=[,.;]))\b(?! \w+ing\b)")
_ROUND_THE_CLOCK = re.compile(
    r"[ -](?:a day|patrols?|service|hotline|surveillance|guard|watch|news|security|coverage|clinic|access|care|protection)\b"
)
# The base of a rate: "169 murders per 100,000 inhabitants".
_PER = re.compile(r"\bper $")
# A rank that only says when: "in the first week of March".
_ON_DAY = re.compile(
    r"\b(?:in|on|during|by|at|until|since|from|conducted|within) (?:the|its|his|her|their|this) $", re.IGNORECASE
)
_DAY_OF = re.compile(r" (?:hour|day|week|weekend|month|year|quarter|half|decade)\b(?! in a row| running| straight)")
_FIRST_TIME = re.compile(r" times?\b")
_SHAPED = re.compile(
    r"-(?:state (?:solution|settlement|formula|outcome|option|vision)|way|sided|party|parties|tier|tiered|star|faced|pronged|horse|man|off|stop|track|dimensional|wheel|wheeled|child policy)\b"
)
# From so many on points have been counted.
_COUNTED_UP = 5


def tells_nothing(text: str, quantity: Quantity) -> bool:
    """Tell a number that the words themselves make no count of."""
    start, end = quantity.span.start, quantity.span.end
    if quantity.kind is FigureKind.RANK:
        is_time = text[:start].lower().endswith(("for the ", "not the ")) and _FIRST_TIME.match(text, end) is not None
        return is_time or (
            _ON_DAY.search(text[max(0, start - _REACH) : start]) is not None and _DAY_OF.match(text, end) is not None
        )
    if quantity.kind is FigureKind.DURATION:
        is_when = _WHEN_BEFORE.search(text[max(0, start - _REACH) : start]) is not None
        is_clock = quantity.unit == "hour" and quantity.low == 24 and _ROUND_THE_CLOCK.match(text, end) is not None
        return is_when or is_clock or (quantity.of is None and _WHEN_AFTER.match(text, end) is not None)
    if quantity.kind is FigureKind.COUNT and _PER.search(text[max(0, start - _REACH) : start]):
        return True
    if quantity.kind is not FigureKind.COUNT or quantity.low != quantity.high or quantity.low is None or quantity.low > 10:
        return False
    if _SHAPED.match(text, end) or (quantity.low > 1 and _is_idle_noun(text, quantity, many=True)):
        return True
    if quantity.low == 1:
        return _is_any(text, quantity)
    if quantity.low == 2 and quantity.of is not None and _KNOWN_PAIR.search(text[max(0, start - 12) : end]):
        words = quantity.of.of(text)
        is_name = words[:1].isupper() and words.isalpha() and re.search(rf"\b{words[:-1]}\b", text[:start]) is not None
        return is_name or _PAIRED.fullmatch(words) is not None or _is_told_before(text, quantity)
    return _is_told_before(text, quantity)


def _is_any(text: str, quantity: Quantity) -> bool:
    """Tell a "one" that only picks: "one of the reasons", "one witness said", "in one case", "one poll … another"."""
    start, before = quantity.number.start, text[max(0, quantity.number.start - _REACH) : quantity.number.start]
    if _AMONG_MOST.match(text, start):
        return True
    behind = max(quantity.span.end, quantity.of.end if quantity.of is not None else 0)
    if _SPEAKS.match(text, behind):
        return True
    if (them := _OF_THEM.match(text, start)) is not None:
        return not _SUFFERS.search(" ".join(text[them.end() : them.end() + _REACH].split()[:4]))
    if _OF_THE.match(text, start):
        if _IS_ONE.search(before) is not None or _is_idle_noun(text, quantity):
            return True
        fate = " ".join(re.split(r"[.;]", text[behind : behind + 2 * _REACH])[0].split()[:8])
        return _ONLY.search(before) is None and _SUFFERS.search(fate) is None
    if quantity.of is None or quantity.of.start < start:
        return False
    return _is_idle_noun(text, quantity) or _HERE.search(before) is not None or _ANOTHER.match(text, quantity.of.end) is not None


def _is_idle_noun(text: str, quantity: Quantity, *, many: bool = False) -> bool:
    """Tell "one way", "one of the reasons", "two other reasons": what is counted is a thing of speech."""
    words = quantity.of.of(text).lower().split() if quantity.of is not None else []
    idle = words_of("ways of speech") if many else words_of("things of speech")
    if words == ["points"] and quantity.low is not None and quantity.low >= _COUNTED_UP:
        return False  # "nine points were dropped"
    return bool(words) and bool({words[0], words[-1]} & idle)


def _is_told_before(text: str, quantity: Quantity) -> bool:
    """Tell "the two signed", "the six were tried", where the number takes up people told of before."""
    start, end = quantity.span.start, quantity.span.end
    number = text[start:end].lower()
    if not number.isalpha() or not _KNOWN.search(text[max(0, start - 8) : start]):
        return False
    has_noun = quantity.of is not None and 0 <= quantity.of.start - end <= 1
    if has_noun and number == "two" and re.search(r"\btwo\b", text[: start - 1], re.IGNORECASE):
        around = (
            f"{text[max(0, start - _REACH) : start]} {' '.join(re.split(r'[.;]', text[end : end + 2 * _REACH])[0].split()[:8])}"
        )
        return _SUFFERS.search(around) is None  # "had briefed him on the two units", told of as "two brigades" before
    return not has_noun and (number == "two" or re.search(rf"\b{number}\b", text[: start - 1], re.IGNORECASE) is not None)
