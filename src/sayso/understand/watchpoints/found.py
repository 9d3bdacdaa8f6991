"""A watchpoint in the making, and the words that mark one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ...findings.watchpoint import WatchpointKind
from ...lexicons import entries
from ...span import Span
from ..extract.cues import inflections


@dataclass(frozen=True, slots=True)
class Found:
    """What may come.

    Attributes:
        kind: in what manner.
        anchor: index of the word that says so; its place tells in whose words it stands.
        span: the words.
        condition, consequence: where it is conditional, each apart.
        words: the words of likelihood, None where there are none.
        time: the words of time that set its day, None where there are none.
    """

    kind: WatchpointKind
    anchor: int
    span: Span
    condition: Span | None = None
    consequence: Span | None = None
    words: str | None = None
    time: Span | None = None


@cache
def forms(kind: str) -> frozenset[str]:
    """Give every form of the words of one kind of lexicons/en/prospects.yml."""
    found: set[str] = set()
    for row in entries("en/prospects"):
        if row["kind"] == kind:
            as_noun = kind in ("chance", "date", "told")
            is_plain = kind in ("forecast", "adverb", "foreteller", "outcome", "open", "hope", "mean", "order", "turn")
            found |= {row["word"]} if is_plain else set(inflections({**row, "kind": "noun" if as_noun else "verb"}))
    return frozenset(found)


@cache
def words_of(key: str) -> frozenset[str]:
    """Give the words of one class of lexicons/en/pending.yml."""
    return frozenset(word for row in entries("en/pending") if row["key"] == key for word in row["words"])
