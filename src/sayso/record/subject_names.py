"""The records that words name, before they become the subjects of a decision."""

from __future__ import annotations

from dataclasses import dataclass

from ..findings.decision import RecordKind


@dataclass(frozen=True, slots=True)
class Member:
    """One finding, report or actor: its sort and key."""

    sort: str
    key: str


@dataclass(frozen=True, slots=True)
class Named:
    """The record that words name.

    Attributes:
        key: its key.
        members: the record itself, or those of a linked record, the first of which stands for it.
        of: the kind of linked record, None for a finding, report or actor.
    """

    key: str
    members: tuple[Member, ...]
    of: RecordKind | None = None
