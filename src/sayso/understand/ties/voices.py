"""Statements of a report → in whose words a tie stands, whether they assert or deny it, and for whom "we" speaks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ...findings.statement import Act, Statement
from ...span import Span
from ..extract.cast import Cast, Part

# What is denied, doubted, asked, wished, promised or put in a mouth is no tie; nor is what may come.
_DENY = (Act.DENY,)
_NOT_SAID = (
    Act.DOUBT,
    Act.ASK,
    Act.DEMAND,
    Act.WANT,
    Act.PROMISE,
    Act.THREATEN,
    Act.PREDICT,
    Act.IMPUTED,
    Act.DECLINE,
    Act.SILENT,
)
# Whoever denies, doubts or asks whether another said something does not say that he did.
_LEFT_OPEN = (Act.DOUBT, Act.ASK, Act.IMPUTED)


class Voices:
    """Asked by place; contents are looked up by their start, the innermost wins."""

    def __init__(self, statements: Sequence[Statement], cast: Cast) -> None:
        self.cast = {part.id: part for part in cast.parts.values() if part.id}
        self.by_key = cast.parts
        self._by_id = {statement.id: statement for statement in statements}
        self._contents = sorted(((c.start, c.end, s) for s in statements for c in s.content), key=lambda row: row[:2])
        self._reach = max((end - start for start, end, _ in self._contents), default=0)

    def of(self, span: Span) -> Statement | None:
        """Give the innermost statement in whose words the span stands; None for the report's own voice."""
        best: tuple[int, Statement] | None = None
        for index in range(bisect_right(self._contents, span.start, key=lambda row: row[0]) - 1, -1, -1):
            start, end, statement = self._contents[index]
            if start < span.start - self._reach:
                break
            if end >= span.end and (best is None or end - start < best[0]):
                best = (end - start, statement)
        return best[1] if best else None

    def we(self, span: Span) -> Part | None:
        """Give for whom "we" speaks: the state or body the speaker speaks for; nobody for a speaker without office."""
        statement = self.of(span)
        if statement is None or statement.act is Act.IMPUTED:
            return None
        return self.cast.get(statement.speaks_for or "")

    def is_denial(self, statement: Statement | None) -> bool:
        """Tell whether the statement says that its words are not so, or is a claim of nobody that another denies."""
        if statement is None or statement.act in _DENY:
            return statement is not None
        outer = self._by_id.get(statement.within or "")
        return statement.speaker is None and not statement.source and outer is not None and outer.act in _DENY

    def is_open(self, statement: Statement | None) -> bool:
        """Tell whether the statement says neither that its words are so nor that they are not, or another leaves open that it was made at all."""
        if statement is None or statement.act in _NOT_SAID:
            return statement is not None
        outer = self._by_id.get(statement.within or "")
        return outer is not None and (outer.act in (*_DENY, *_LEFT_OPEN) or self.is_open(outer))
