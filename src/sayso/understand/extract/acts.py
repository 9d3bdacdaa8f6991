"""The act of a statement: what its cue does, sharpened by what its content says. Target and what is withheld come with it.

Facts are rows of lexicons/en/reporting_verbs.yml, content_acts.yml and channels.yml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ...findings.statement import Act, Channel, Withholds
from ...lexicons import Row, entries
from ...span import Span
from ..doc import Doc
from ..lowering import lowered
from .attribution import Attribution
from .cues import CueReading, read_cue

_AUXILIARY = re.compile(
    r"(?:\b(?:has|have|had|did|does|do|is|are|was|were|would|will|could|can|may|might|must|should|not|never|n[’']t|yet|to|\w+ly)\s+|n[’']t\s+)+$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"[\s“”\"‘’',:]*(?:that\s+)?[\s“”\"‘]*", re.IGNORECASE)
# "Nobody would say whether …" keeps silent.
_NOBODY = re.compile(r"(?:nobody|no one|none|neither|no (?!longer)\w+)\b", re.IGNORECASE)
_SPOKEN = {"say", "tell", "comment", "answer", "explain", "mention", "respond"}
# "Oslo was asked by Rome | to send boats": what is asked for stands behind the passive cue.
_DONE = re.compile(r"(?:to|for) \w")
_OWNED = {"admit", "acknowledge", "concede", "confess", "confirm"}
_WITH_TARGET = (Act.DENY, Act.CONFIRM, Act.DOUBT, Act.DEMAND)


@dataclass(frozen=True, slots=True)
class ActReading:
    """The act of one statement with what belongs to it; `cue` is what the cue alone says."""

    act: Act
    withholds: Withholds | None
    target: tuple[Span, ...] | None
    cue: CueReading


@cache
def _content_rows(act: Act) -> tuple[tuple[re.Pattern[str], Row], ...]:
    """Give the rows for contents of cues that do an act."""
    return tuple((re.compile(row["word"]), row) for row in entries("en/content_acts") if act in row["cues"])


@cache
def _channel_rows() -> tuple[tuple[re.Pattern[str], Channel], ...]:
    return tuple((re.compile(row["word"]), Channel(row["channel"])) for row in entries("en/channels"))


@cache
def _any_channel() -> re.Pattern[str]:
    """Give what fits wherever a row does: most sentences name no channel, which one search tells as well as one for each row."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _channel_rows()))


def act_of(doc: Doc, one: Attribution) -> ActReading:
    """Read the act of an attribution from its cue, then from its content."""
    text = doc.text
    cue = " ".join(piece.of(text) for piece in one.cue)
    sentence = doc.sentence_at(one.anchor)
    before = ""
    if one.cue:
        match = _AUXILIARY.search(text[max(sentence.start, one.cue[0].start - 60) : one.cue[0].start])
        before = match.group() if match else ""
    content = one.content[0]
    follows = one.cue and content.start >= one.cue[-1].end and content.start - one.cue[-1].end < 40
    reading = read_cue(cue, before=before, after=content.of(text)[:80] if follows else "")
    if one.is_imputed:
        return ActReading(Act.IMPUTED, None, None, reading)
    if one.act is not None:
        return ActReading(one.act, Withholds.COMMENT if one.act in (Act.SILENT, Act.DECLINE) else None, None, reading)
    act, withholds, target = reading.act, reading.withholds, None
    lead = _LEAD.match(text, content.start, content.end)
    start = lead.end() if lead else content.start
    words = lowered(text[start : min(content.end, start + 400)])
    for pattern, row in _content_rows(reading.act):
        is_apt = _may_apply(row, reading, cue) and not (row.get("unquoted") and doc.quotation_at(start) is not None)
        match = pattern.match(words) if is_apt else None
        if match:
            act, withholds = Act(row["act"]), Withholds(row["withholds"]) if row.get("withholds") else None
            target = _group_span(match, start)
            break
    if one.source and not reading.negated and _NOBODY.match(one.source[0].of(text)):
        act, withholds = _of_nobody(act, withholds, reading)
    if act is Act.ASSERT and len(one.content) == 1 and _is_question(content.of(text)):
        act = Act.ASK
    if act is Act.ASK and any(_DONE.match(text, piece.start, piece.end) for piece in one.content[1:]):
        act = Act.DEMAND
    if target is None and (act in _WITH_TARGET or (act is Act.SILENT and withholds is not Withholds.COMMENT)):
        target = (_without_lead(text, content),)
    return ActReading(act, withholds, target, reading)


def _of_nobody(act: Act, withholds: Withholds | None, reading: CueReading) -> tuple[Act, Withholds | None]:
    """Give what nobody does with words: "nobody would say" keeps silent, and so does who is named where "neither side admits" something."""
    if act is Act.ASSERT and reading.word in _SPOKEN:
        return Act.SILENT, Withholds.COMMENT
    if act is Act.CONFIRM and reading.word in _OWNED:
        return Act.SILENT, Withholds.CONFIRMATION
    return act, withholds


def _may_apply(row: Row, reading: CueReading, cue: str) -> bool:
    """Tell whether a row is for such cues: by the verb, or by the words of the cue where no reporting verb is in them ("held", "named")."""
    if reading.negated and reading.act is not Act.ASSERT:
        return False
    if "cue" in row and not re.search(row["cue"], lowered(cue)):
        return False
    return "verbs" not in row or reading.word in row["verbs"]


def _group_span(match: re.Match[str], start: int) -> tuple[Span, ...] | None:
    if "target" not in match.groupdict() or not (match.group("target") or "").strip():
        return None
    words = match.group("target")
    left = len(words) - len(words.lstrip())
    begin = start + match.start("target") + left
    return (Span(begin, begin + len(words.strip())),)


def _without_lead(text: str, content: Span) -> Span:
    match = re.compile(r"\s*(?:that|for|to)\s+", re.IGNORECASE).match(text, content.start, content.end)
    start = match.end() if match and match.end() < content.end else content.start
    return Span(start, content.end)


def _is_question(content: str) -> bool:
    trimmed = content.strip(" “”\"‘’'\n")
    return trimmed.endswith("?") and not re.search(r"[.!]\s", trimmed)


def channel_of(doc: Doc, one: Attribution, *, is_relay: bool) -> Channel | None:
    """Give through what the words came, from the sentence outside its content; a relaying outlet is a channel too."""
    sentence = doc.clause_near(one.anchor)
    words = lowered(sentence.of(doc.text))
    for piece in one.content:
        low, high = max(piece.start - sentence.start, 0), min(piece.end - sentence.start, len(words))
        if low < high:
            words = words[:low] + " " * (high - low) + words[high:]
    rows = _channel_rows() if _any_channel().search(words) else ()
    named = next((channel for pattern, channel in rows if pattern.search(words)), None)
    return named or (Channel.REPORT if is_relay else None)
