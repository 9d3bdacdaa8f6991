"""Numbers that tell nothing of how many: "one of the worst days", "the two countries", "for the first time". A text and a quantity in.

They are read as quantities, since other numbers are understood by them, and are no figures. Cases: tests/understand/extract/test_figure_idle.py.
"""

from __future__ import annotations

import re

from ...findings.figure import FigureKind
from ..numbers.quantities import Quantity

_AMONG_MOST = re.compile(
    r"one of (?:[\w’'-]+ ){1,4}?(?:most|least|best|worst|leading|main|top|chief|(?!west|east|rest|nest|guest|forest|protest|interest|arrest|request|priest|conquest|harvest|honest)[a-z]{2,}est)\b",
    re.IGNORECASE,
)
_KNOWN_PAIR = re.compile(r"\b(?:the|these|those|both|our|their) (?:of the )?two$", re.IGNORECASE)
_PAIRED = re.compile(
    r"(?:[\w-]+ )?(?:countries|nations|sides|neighbou?rs|governments|capitals|leaders|presidents|powers|allies|rivals|states|parties|peoples)"
)
_FIRST_TIME = re.compile(r" times?\b")


def tells_nothing(text: str, quantity: Quantity) -> bool:
    """Tell a number that the words themselves make no count of."""
    start, end = quantity.span.start, quantity.span.end
    if quantity.kind is FigureKind.RANK:
        return text[:start].lower().endswith(("for the ", "not the ")) and _FIRST_TIME.match(text, end) is not None
    if quantity.kind is not FigureKind.COUNT or quantity.low != quantity.high:
        return False
    if quantity.low == 1:
        return _AMONG_MOST.match(text, start) is not None
    is_pair = quantity.low == 2 and quantity.of is not None and _KNOWN_PAIR.search(text[max(0, start - 12) : end]) is not None
    return is_pair and quantity.of is not None and _PAIRED.fullmatch(quantity.of.of(text)) is not None
