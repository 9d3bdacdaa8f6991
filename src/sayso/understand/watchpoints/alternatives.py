"""Ultimatums by an alternative: "must halt the tests or face a fine", "told them to leave or be shot". A page and a word in, a finding out.

What is demanded stands before "or", what is threatened behind it. Cases: cases/watchpoints.yml.
"""

from __future__ import annotations

from ...findings.watchpoint import WatchpointKind
from ..reality.clause import auxiliaries, negation
from ..reality.operators import hostile_acts
from ..reality.shapes import Shape, shape
from ..reality.tree import Tree
from .clauses import clause_of, trimmed
from .found import Found
from .page import Page

_SUFFERS = frozenset("face risk lose suffer forfeit".split())
_MUST = frozenset({"must", "should", "shall"})
_TOLD = frozenset(
    "told tells telling ordered orders ordering warned warns warning urged given gives gave giving threatened asked forced had has have need needs demanded".split()
)
_PUNISHED = frozenset(
    "shot killed punished arrested prosecuted hanged executed fired expelled detained jailed fined destroyed deported evicted sacked suspended overthrown".split()
)
_READER = frozenset({"i", "you", "we"})
_FEWEST_WORDS = 5


def alternative(page: Page, index: int) -> Found | None:
    """Give the demand and what is threatened where it is not met; the word is the verb behind "or"."""
    tree = page.tree
    demand = tree.head(index)
    if tree.kind(index) != "conj" or not 0 <= demand < index or not tree.has(index, "cc", {"or"}):
        return None
    if not _is_suffered(tree, index) or not _is_demanded(tree, demand) or negation(tree, index) is not None:
        return None
    subject = page.subject(demand)
    first, last = clause_of(tree, demand), clause_of(tree, index)
    if first is None or last is None or (subject is not None and tree.low(subject) in _READER):
        return None
    span = trimmed(tree, min(first.start, tree.span(demand).start), max(first.end, last.end))
    if span is None or page.is_short(span, fewest=_FEWEST_WORDS):
        return None
    time = page.day_in(span)
    return Found(WatchpointKind.THREAT, demand, span, time=time.span if time is not None else None)


def _is_suffered(tree: Tree, index: int) -> bool:
    """Tell "face a fine", "risk expulsion", "be shot"."""
    low = tree.low(index)
    if low in _SUFFERS:
        return bool(tree.under(index, "obj", "xcomp"))
    is_passive = shape(low) is Shape.PAST and any(tree.low(i) == "be" for i in auxiliaries(tree, index))
    return is_passive and (low in _PUNISHED or low in hostile_acts())


def _is_demanded(tree: Tree, demand: int) -> bool:
    """Tell "must halt", "has to halt", "told them to halt" from what somebody may choose."""
    if {tree.low(i) for i in tree.under(demand, "aux")} & _MUST:
        return True
    above = tree.head(demand)
    return "to" in tree.marks(demand) and above >= 0 and tree.low(above) in _TOLD and negation(tree, above) is None
