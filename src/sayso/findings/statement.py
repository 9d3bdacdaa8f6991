"""Statement: words or thoughts that a report attributes to somebody (source, cue, content, as in PARC and PolNeAR)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..span import Span
from ..when import When
from .mention import Reference


class Form(StrEnum):
    """How the words stand: within quotation marks, without, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What is done with the words; the most specific that fits, `assert` where none does."""

    ASSERT = "assert"
    CONFIRM = "confirm"
    DENY = "deny"
    DOUBT = "doubt"
    ACCUSE = "accuse"
    PRAISE = "praise"
    DEMAND = "demand"
    ASK = "ask"
    PROMISE = "promise"
    THREATEN = "threaten"
    WARN = "warn"
    ESTIMATE = "estimate"
    PREDICT = "predict"
    DECLINE = "decline"
    SILENT = "silent"
    THINK = "think"
    WANT = "want"
    IMPUTED = "imputed"


class Withholds(StrEnum):
    """What somebody who declines or is silent keeps back."""

    COMMENT = "comment"
    CONFIRMATION = "confirmation"
    DENIAL = "denial"


class Channel(StrEnum):
    """Through what the words came, where the report says so."""

    INTERVIEW = "interview"
    PRESS_CONFERENCE = "press conference"
    STATEMENT = "statement"
    SOCIAL_MEDIA = "social media"
    DOCUMENT = "document"
    COURT = "court"
    REPORT = "report"  # a report by another outlet
    SPEECH = "speech"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution.

    Attributes:
        id: "s1", "s2", … in text order; unique in the reading.
        source, cue, content: spans, each possibly in several pieces; content is never empty.
        form: direct, indirect or mixed.
        act: what is done with the words.
        speaker: id of the actor who says or thinks it; None where unknown, and always for imputed words.
        speaks_for: id of the state or body on whose behalf the speaker speaks by office, never by nationality alone.
        imputed_to: for imputed words, id of the actor in whose mouth the writer puts them.
        addressee: to whom it is said ("told MSNBC").
        channel: through what.
        relayed_by: the outer source of a nested attribution, where that source reports speech.
        within: id of the outer statement of a nested attribution.
        target: the words for what is denied, confirmed, doubted or demanded.
        withholds: for decline and silent, what is kept back.
        said_on: the day it was said, with its words; None where the report gives none.
        place: id of the place where it was said.
        evidence: the spans that carry the whole attribution.
        confidence, by: see Actor.
        negated: True where the cue is negated ("did not say"); written only then.
        modal: the cue's modal verb ("may say", "will say"); None, and not written, where it has none.
        tense: "past", "present" or "future", of the cue; None, and not written, where there is no cue.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    act: Act
    speaker: str | None
    speaks_for: str | None
    imputed_to: str | None
    addressee: Reference | None
    channel: Channel | None
    relayed_by: Reference | None
    within: str | None
    target: tuple[Span, ...] | None
    withholds: Withholds | None
    said_on: When | None
    place: str | None
    evidence: tuple[Span, ...]
    confidence: float
    by: str
    negated: bool = False
    modal: str | None = None
    tense: str | None = None
