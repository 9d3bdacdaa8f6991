"""Claim: one proposition across reports, with everybody's position on it. Frozen data, no input or output."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ...span import Span


class Stand(StrEnum):
    """Where somebody stands on a claim. Only `asserts` and `confirms` support it; `declines` and `silent` take no position."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DOUBTS = "doubts"
    DECLINES = "declines"
    SILENT = "silent"


class ClaimStatus(StrEnum):
    """Whether somebody denies it, or whoever put it forward took it back."""

    UNCONTESTED = "uncontested"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class Position:
    """One telling of a claim, with who stands where by it.

    Attributes:
        stand: what it does with the claim.
        report: the report's key; span: the words in its text; words: verbatim.
        speaker: key of the actor who says it; None where the report tells it in its own voice or the speaker is unknown.
        statement: id of the statement within its reading, None for the report's own voice.
        published: the day of the report, None where unknown.
        score: how sure the link to the claim is, 0..1; 1 for the telling the claim is named after.
        reasons: why it is linked, in words.
    """

    stand: Stand
    report: str
    span: Span
    words: str
    speaker: str | None
    statement: str | None
    published: date | None
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Another claim of the same happening that cannot hold beside this one as it stands.

    Attributes:
        claim: key of the other claim.
        score: how sure, 0..1; reasons: what is told otherwise, in words.
    """

    claim: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition.

    Attributes:
        key: of the first telling (by publication, report, place); the same whatever the order of reading.
        text: the words of that telling.
        about: keys of actors in the tellings that put it forward, sorted.
        positions: by publication, report and place in it.
        first_published: the first day known.
        status: contested where somebody denies it.
        differences: other claims of the same happening, by key.
    """

    key: str
    text: str
    about: tuple[str, ...]
    positions: tuple[Position, ...]
    first_published: date | None
    status: ClaimStatus
    differences: tuple[Difference, ...]
