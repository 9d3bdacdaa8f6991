"""Claim: one proposition across reports, with everybody's position on it. Frozen data, no input or output."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ...span import Span


class Stand(StrEnum):
    """Where somebody stands on a claim. Only `asserts`, `confirms` and `repeats` support it; `declines` and `silent` take no position."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    REPEATS = "repeats"  # says again, in other words or on another day, what he said before
    DENIES = "denies"
    DOUBTS = "doubts"
    WITHDRAWS = "withdraws"  # says that it is not so, and had said that it is
    DECLINES = "declines"
    SILENT = "silent"


# What puts a claim forward or stands behind it, and what speaks against it.
FOR = frozenset((Stand.ASSERTS, Stand.CONFIRMS, Stand.REPEATS))
AGAINST = frozenset((Stand.DENIES, Stand.DOUBTS, Stand.WITHDRAWS))


class ClaimStatus(StrEnum):
    """Whether somebody denies it, or all who put it forward took it back."""

    UNCONTESTED = "uncontested"
    CONTESTED = "contested"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Position:
    """One telling of a claim, with who stands where by it.

    Attributes:
        key: of the telling: its report and place; rulings go by it.
        stand: what it does with the claim.
        report: the report's key; span: the words in its text; words: verbatim.
        speaker: key of the actor who says it; None where the report tells it in its own voice or the speaker is unknown.
        statement: id of the statement within its reading, None for the report's own voice.
        published: the day of the report, None where unknown.
        score: how sure the link to the claim is, 0..1; 1 for the telling the claim is named after.
        reasons: why it is linked, in words.
    """

    key: str
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
        relation: "denies" where one says that the other is not so, "differs" where one part is told otherwise.
        score: how sure, 0..1; reasons: what is told otherwise, in words.
    """

    claim: str
    relation: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody who stood elsewhere before: "could not confirm on Friday and confirms on Monday".

    Attributes:
        speaker: key of the actor.
        before, after: the two stands; since: the day of the report with the later one, None where unknown.
        report: key of that report.
    """

    speaker: str
    before: Stand
    after: Stand
    since: date | None
    report: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition.

    Attributes:
        key: of the first telling (by publication, report, place); the same whatever the order of reading.
        text: what that telling says, verbatim, without who says it.
        about: keys of actors in the tellings that put it forward, sorted.
        positions: by publication, report and place in it.
        first_published: the first day known.
        status: contested where somebody denies it, withdrawn where whoever put it forward took it back.
        since: the day from which the status holds, None where unknown or never changed.
        moves: whose position changed, by day.
        differences: other claims of the same happening, by key.
    """

    key: str
    text: str
    about: tuple[str, ...]
    positions: tuple[Position, ...]
    first_published: date | None
    status: ClaimStatus
    since: date | None
    moves: tuple[Move, ...]
    differences: tuple[Difference, ...]
