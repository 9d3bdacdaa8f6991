"""Questions that are told, not put: the finding that both rules for them make. A page, a predicate and the word that asks in, a finding out."""

from __future__ import annotations

from ...findings.watchpoint import WatchpointKind
from .clauses import clause_of, trimmed
from .found import Found
from .page import Page

# Words of the shortest: "whether he'll obey".
_FEWEST = 3
# Marks beyond which no word opens the clause of a predicate.
HALTS = frozenset({".", "?", "!", ";", ":"})
SELF = frozenset({"i", "you", "my", "your"})


def told_question(page: Page, index: int, asking: int) -> Found | None:
    """Give the words from the asking one to the end of its clause; None where they are few or about the reader."""
    tree = page.tree
    whole = clause_of(tree, index)
    if whole is None:
        return None
    span = trimmed(tree, tree.doc.tokens[asking].start, max(whole.end, tree.span(index).end))
    if span is None or page.is_short(span, fewest=_FEWEST):
        return None
    if SELF & {tree.low(i) for i in tree.doc.tokens_in(span)}:
        return None
    time = page.time_in(span, index)
    return Found(WatchpointKind.QUESTION, index, span, time=time.span if time is not None else None)
