"""Actor: who can speak or act in a report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..span import Span


class ActorKind(StrEnum):
    """What sort of actor it is."""

    COUNTRY = "country"
    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"  # people named as a group: "ordinary Russians", "the West", an armed group
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Office:
    """An office somebody holds or held, as the report says or the lexicon knows.

    Attributes:
        role: the office in words ("foreign minister").
        of: key of the state or body it belongs to, None where unknown.
        former: True for an office no longer held at publication.
        source: "report", or the lexicon entry's source (may be "general knowledge, unchecked").
        span: where the report says it, None for the lexicon's word.
    """

    role: str
    of: str | None = None
    former: bool = False
    source: str = "report"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of one reading, with every place that names it.

    Attributes:
        id: "a1", "a2", … in order of first mention; unique in the reading.
        key: ISO 3166 alpha-3 for a state, a stable slug otherwise; the same in every reading.
        name: the fullest name known.
        kind: what sort of actor.
        country: alpha-3 of the state it belongs to, None where unknown or none.
        sector: PLOVER sector code ("GOV", "MIL", "MED", …), None where unknown.
        aliases: other names this reading uses or the lexicon knows and this reading used.
        offices: offices held, the report's before the lexicon's.
        mentions: every place that points to it, in text order: names, pronouns, noun phrases.
        evidence: mentions that carry its identity (the first naming one at least).
        confidence: 0..1, calibrated.
        by: name and version of the head or rule that made it.
    """

    id: str
    key: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    aliases: tuple[str, ...]
    offices: tuple[Office, ...]
    mentions: tuple[Span, ...]
    evidence: tuple[Span, ...]
    confidence: float
    by: str
