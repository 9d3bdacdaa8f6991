"""Tie: a standing relation between two actors, as the report's words say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..span import Span
from ..when import When
from .event import Status


class Relation(StrEnum):
    """The closed list of relations."""

    MEMBER_OF = "member_of"
    PARTNER_OF = "partner_of"
    ALLY_OF = "ally_of"
    AT_WAR_WITH = "at_war_with"
    HOLDS_OFFICE = "holds_office"
    PART_OF = "part_of"
    LOCATED_IN = "located_in"
    RELATIVE_OF = "relative_of"
    OWNS = "owns"
    LEADS = "leads"


@dataclass(frozen=True, slots=True)
class Tie:
    """A standing relation. What is only planned, supposed or denied is none.

    Attributes:
        subject, object: ids of actors. Partners, allies, relatives and parties at war stand once, in the order of the words.
        role: the office in words, for holds_office; what the subject is to the object, for relative_of ("son").
        accredited_to: id of the actor an envoy is sent to.
        start: days within which it began, None where the words do not say that it ever began.
        until: days within which it ended, None where it holds; both bounds null where the words say that it ended and not when.
        evidence: the words that say it; for members of a list the words of the list too.
        statement: id of the innermost statement whose words say it; None where the report says it in its own voice.
        asserted_by, denied_by: ids of the statements that say it is so, and that it is not.
        status: asserted, or contested where a statement of the same report denies it.
    """

    id: str
    subject: str
    relation: Relation
    object: str
    role: str | None
    accredited_to: str | None
    start: When | None
    until: When | None
    evidence: tuple[Span, ...]
    confidence: float
    by: str
    statement: str | None = None
    asserted_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    status: Status = Status.ASSERTED
