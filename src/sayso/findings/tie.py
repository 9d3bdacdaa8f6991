"""Tie: a standing relation between two actors; defined with the contract, found from the events issue on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..span import Span


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
    """A standing relation.

    Attributes:
        subject, object: ids of actors.
        role: the office in words, for holds_office.
        accredited_to: id of the actor an envoy is sent to.
        start, until: half-open days it holds; None where the words set no bound.
    """

    id: str
    subject: str
    relation: Relation
    object: str
    role: str | None
    accredited_to: str | None
    start: date | None
    until: date | None
    evidence: tuple[Span, ...]
    confidence: float
    by: str
