"""Entity: a name in the text with its label; its `actor` says whom it names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..span import Span


class Label(StrEnum):
    """What kind of name it is; an actor's `kind` carries the finer distinction."""

    PER = "PER"
    ORG = "ORG"
    LOC = "LOC"
    NORP = "NORP"
    MISC = "MISC"


@dataclass(frozen=True, slots=True)
class Entity:
    """A name as it stands in the text.

    Attributes:
        span: the name, without its article or possessive 's.
        label: the kind of name.
        actor: id of the actor it names within this reading, None where it names none.
    """

    span: Span
    label: Label
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that point to somebody, and whom they point to where that is known.

    Attributes:
        span: the words ("MSNBC", "local media").
        actor: id of the actor, None where the words could not be resolved.
    """

    span: Span
    actor: str | None = None
